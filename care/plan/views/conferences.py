"""Case conferences of a person."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.models import CaseConference
from care.plan.forms.conferring import ConferenceForm, DecisionForm
from care.plan.services.conferring import add_decision, record_conference
from care.plan.views.drafting import FORM_METHODS, case_to_plan
from care.shared.finding import case_or_404, client_case_or_404
from care.shared.plan_page import plan_form
from clients.selectors import file_context
from common.access import visible_or_404
from common.http import sent


@require_safe
def conferences(request: Request, client_pk: int) -> HttpResponse:
    case = client_case_or_404(request, client_pk)
    rows = CaseConference.objects.visible_to(request.user).filter(case__client=case.client)
    context = file_context(case, request.user, timezone.localdate(), "plan") | {
        "conferences": rows.select_related("recorded_by", "case__client").newest_first(),
        "may_add": case.is_open and permissions.can_plan(request.user, case),
    }
    return render(request, "care/conferences.html", context)


@require_http_methods(FORM_METHODS)
def conference_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    now = timezone.localtime()
    form = ConferenceForm(sent(request), initial={"on": now.date(), "time": now.time()})
    record = partial(record_conference, case=case, actor=request.user, at=now)
    return plan_form(
        request,
        case,
        form,
        lambda: record(told=form.facts()),
        title=_("Catat konferensi kasus"),
        sentence=_("Setelah disimpan, tambahkan keputusannya satu per satu."),
        submit=_("Simpan risalah"),
        said=_("Risalah disimpan."),
        back=reverse("care:conferences", args=[case.client_id]),
        then=lambda made: reverse("care:conference", args=[made.pk]),
    )


@require_safe
def conference(request: Request, pk: int) -> HttpResponse:
    return _show(request, pk, "care/conference.html")


@require_safe
def conference_print(request: Request, pk: int) -> HttpResponse:
    return _show(request, pk, "care/conference_print.html")


@require_http_methods(FORM_METHODS)
def decision_new(request: Request, pk: int) -> HttpResponse:
    row = visible_or_404(CaseConference.objects.all(), request.user, pk=pk)
    case = case_to_plan(request, row.case_id)
    form = DecisionForm(sent(request), case=case, user=request.user)
    act = partial(add_decision, conference=row, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Tambah keputusan"),
        sentence=_("Keputusan menjadi tugas bagi pelaksananya."),
        submit=_("Simpan keputusan"),
        said=_("Keputusan ditambahkan dan menjadi tugas."),
        back=reverse("care:conference", args=[row.pk]),
    )


def _show(request: Request, pk: int, template: str) -> HttpResponse:
    rows = CaseConference.objects.select_related("recorded_by", "case__client")
    row = visible_or_404(rows, request.user, pk=pk)
    case = case_or_404(request, row.case_id)
    context = file_context(case, request.user, timezone.localdate(), "plan") | {
        "conference": row,
        "decisions": row.decisions.select_related("owner", "conference__case__client").order_by(
            "due_on", "pk"
        ),
        "may_add": case.is_open and permissions.can_plan(request.user, case),
    }
    return render(request, template, context)
