from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from common.access import demand
from common.forms import row_id
from common.http import FormPage, form_page, sent, sent_files
from files.http import hand_over
from partners import services
from partners.enums import AgreementStatus
from partners.filters import AgreementFilter
from partners.forms import AgreementForm, TerminationForm
from partners.http import Request
from partners.models import Agreement
from partners.permissions import can_keep_partners
from partners.selectors import agreement_counts, agreement_statuses, soonest_end_first, standing
from partners.timeline import timeline
from partners.views.chips import active_filters, status_chips
from partners.views.institutions import FORM_METHODS, PER_PAGE


OVER = (AgreementStatus.ENDED, AgreementStatus.TERMINATED)


@require_GET
def agreements(request: Request) -> HttpResponse:
    today = timezone.localdate()
    filters = AgreementFilter(request.GET, Agreement.objects.all())
    statuses = agreement_statuses(today)
    asked = request.GET.get("status", "")
    status = asked if asked in statuses else ""
    counts = agreement_counts(filters.qs, today)
    rows = filters.qs.filter(statuses[status]) if status else filters.qs
    rows = soonest_end_first(rows.select_related("institution"), today)
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = counts[status]
    page = paginator.get_page(request.GET.get("halaman"))
    context = {
        "page": page,
        "timeline": timeline(page.object_list, today),
        "standing": standing(today),
        "chips": status_chips(request.GET, counts, status),
        "active": active_filters(request.GET, filters.chosen()),
        "chosen": filters.chosen(),
        "status": status,
        "today": today,
        "may_keep": can_keep_partners(request.user),
    }
    return render(request, "partners/agreements.html", context)


@require_GET
def agreement(request: Request, pk: int) -> HttpResponse:
    found = _agreement_or_404(pk)
    today = timezone.localdate()
    may_keep = can_keep_partners(request.user)
    context = {
        "agreement": found,
        "today": today,
        "may_edit": may_keep and found.terminated_on is None,
        "may_end": may_keep and found.signed_on and found.status_on(today) not in OVER,
    }
    return render(request, "partners/agreement.html", context)


@require_http_methods(FORM_METHODS)
def agreement_new(request: Request) -> HttpResponse:
    demand(can_keep_partners(request.user))
    at = timezone.now()
    form = AgreementForm(
        sent(request),
        sent_files(request),
        today=timezone.localdate(at),
        initial=_asked_partner(request),
    )
    page = FormPage(
        said=_("Perjanjian dicatat."),
        back=reverse("partners:agreements"),
        then=lambda made: reverse("partners:agreement", args=[made.pk]),
        template="partners/agreement_form.html",
        shows=lambda: {"agreement": None},
    )
    return form_page(
        request,
        form,
        lambda: services.record_agreement(
            facts=form.facts(), document=form.cleaned_data["document"], actor=request.user, at=at
        ),
        page,
    )


@require_http_methods(FORM_METHODS)
def agreement_edit(request: Request, pk: int) -> HttpResponse:
    demand(can_keep_partners(request.user))
    found, at = _agreement_or_404(pk), timezone.now()
    form = AgreementForm(
        sent(request), sent_files(request), today=timezone.localdate(at), agreement=found
    )
    page = FormPage(
        said=_("Perubahan tersimpan."),
        back=reverse("partners:agreement", args=[found.pk]),
        template="partners/agreement_form.html",
        shows=lambda: {"agreement": found},
    )
    return form_page(
        request,
        form,
        lambda: services.edit_agreement(
            agreement=found,
            facts=form.facts(),
            document=form.cleaned_data["document"],
            version=form.version_seen,
            actor=request.user,
            at=at,
        ),
        page,
    )


@require_http_methods(FORM_METHODS)
def agreement_end(request: Request, pk: int) -> HttpResponse:
    demand(can_keep_partners(request.user))
    found, at = _agreement_or_404(pk), timezone.now()
    today = timezone.localdate(at)
    form = TerminationForm(sent(request), agreement=found, today=today, initial={"on": today})
    page = FormPage(
        said=_("Perjanjian diakhiri."),
        back=reverse("partners:agreement", args=[found.pk]),
        template="partners/agreement_end.html",
        shows=lambda: {"agreement": found},
    )
    return form_page(
        request,
        form,
        lambda: services.terminate_agreement(
            agreement=found, actor=request.user, at=at, **form.cleaned_data
        ),
        page,
    )


@require_GET
def agreement_document(request: Request, pk: int) -> HttpResponse:
    """Handed over by this page alone: files have no address of their own."""
    found = _agreement_or_404(pk)
    if found.document is None:
        raise Http404
    stem = slugify(found.number.replace("/", "-")) or str(pk)
    back = reverse("partners:agreement", args=[pk])
    return hand_over(request, found.document, stem, back=back)


def _agreement_or_404(pk: int) -> Agreement:
    return get_object_or_404(
        Agreement.objects.select_related("institution", "recorded_by", "document"), pk=pk
    )


def _asked_partner(request: Request) -> dict[str, Any]:
    asked = row_id(request.GET.get("mitra", ""))
    return {"institution": asked} if asked is not None else {}
