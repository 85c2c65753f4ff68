"""Bina lanjut: extended guidance after care, on pages of the file."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.aftercare.guidance_forms import GuidedContactForm, ProgrammeForm, SummaryForm
from care.aftercare.selectors.guidance import aid_by_quarter, meetings_attended, tracks
from care.aftercare.services.guiding import end_guidance, record_guided_contact, start_guidance
from care.aftercare.views.page import aftercare_form
from care.models import Guidance
from care.shared.finding import case_or_404
from clients.enums import CaseStatus
from clients.models import Case
from clients.selectors import file_context
from common.access import demand, visible_or_404
from common.dates import months_after
from common.http import sent


FORM_METHODS = ["GET", "POST"]
USUAL_MONTHS = 12


@require_safe
def show(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    today = timezone.localdate()
    rows = case.guidances.select_related("recorded_by", "ended_by", "case__client").newest_first()
    newest = rows.first()
    serves = permissions.can_serve(request.user, case)
    runs = newest is not None and newest.is_running and case.is_open
    context = file_context(case, request.user, today, "aftercare") | {
        "today": today,
        "guidance": newest,
        "tracks": tracks(newest) if newest else [],
        "meetings": meetings_attended(newest) if newest else [],
        "quarters": aid_by_quarter(request.user, case, today=today),
        "may_start": serves and not runs and case.status == CaseStatus.AFTERCARE,
        "may_record": serves and runs,
        "may_give_aid": serves and case.is_open,
    }
    return render(request, "care/guidance.html", context)


@require_http_methods(FORM_METHODS)
def start(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    today = timezone.localdate()
    usual = {"starts_on": today, "planned_until": months_after(today, USUAL_MONTHS)}
    form = ProgrammeForm(sent(request), initial=usual)
    act = partial(start_guidance, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(programme=form.programme()),
        title=_("Mulai bina lanjut"),
        sentence=_("Pendampingan yang berlanjut di samping kontak pascalayanan."),
        submit=_("Mulai bina lanjut"),
        said=_("Bina lanjut dimulai."),
        back=reverse("care:guidance", args=[case.pk]),
    )


@require_http_methods(FORM_METHODS)
def contact(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    form = GuidedContactForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(record_guided_contact, guidance=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(contact=form.contact()),
        title=_("Catat kontak bina lanjut"),
        sentence=_("Dengan klien, keluarganya, kader, atau tentang kelompok yang diikutinya."),
        submit=_("Simpan kontak"),
        said=_("Kontak dicatat."),
        back=reverse("care:guidance", args=[case.pk]),
    )


@require_http_methods(FORM_METHODS)
def end(request: Request, pk: int) -> HttpResponse:
    row, case = _found(request, pk)
    form = SummaryForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(end_guidance, guidance=row, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: act(summary=form.ended()),
        title=_("Akhiri bina lanjut"),
        sentence=_("Dengan ringkasan; kontak pascalayanan berjalan terus."),
        submit=_("Akhiri bina lanjut"),
        said=_("Bina lanjut berakhir."),
        back=reverse("care:guidance", args=[case.pk]),
    )


def _found(request: Request, pk: int) -> tuple[Guidance, Case]:
    rows = Guidance.objects.select_related("case__client")
    row = visible_or_404(rows, request.user, pk=pk)
    case = case_or_404(request, row.case_id)
    demand(permissions.can_serve(request.user, case))
    return row, case
