"""Consent in an open case: given anew, and taken back."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.enums import CaseStatus
from clients.forms.consent import GiveConsentForm, WithdrawConsentForm
from clients.forms.vital import VitalForm
from clients.models import Case, ConsentText
from clients.permissions import can_edit_client, can_write
from clients.services.consent import give_consent, withdraw_consent
from clients.services.vital import look_after
from clients.views.asking import case_or_404
from clients.views.file_page import file_form
from clients.work import BEGINNINGS
from common.access import demand
from common.http import sent


@require_http_methods(["GET", "POST"])
def give(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_client(request.user, case.client))
    now = timezone.now()
    today = timezone.localdate(now)
    form = GiveConsentForm(
        sent(request),
        initial={"given_on": today},
        birth_date=case.client.birth_date,
        today=today,
    )
    act = partial(give_consent, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(agreed=form.agreed()),
        tab="profile",
        said=_("Persetujuan dicatat."),
        back=reverse("clients:profile", args=[pk]),
        template="clients/give_consent.html",
        shows=lambda: {"consent_text": ConsentText.objects.current()},
    )


@require_http_methods(["GET", "POST"])
def vital(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_write(request.user, case.client_id))
    form = VitalForm(sent(request))
    act = partial(look_after, case=case, actor=request.user, at=timezone.now())
    said, then = _onward_after_vital(case)
    return file_form(
        request,
        case,
        form,
        lambda: act(vital=form.vital()),
        tab="profile",
        title=_("Layani demi keselamatan jiwa"),
        sentence=_(
            "Bila jiwa klien terancam dan persetujuan belum dapat diminta, atau sudah ditarik. Yang terbuka hanya triase: tanda bahaya dan rujukan medis. Mintalah persetujuan dalam 72 jam."
        ),
        submit=_("Catat"),
        back=reverse("clients:profile", args=[pk]),
        said=said,
        then=then,
    )


def _onward_after_vital(case: Case) -> tuple[str, str]:
    """Between an interview and care no other can begin: there the way to a clinician is a referral of its own."""
    if case.status in (CaseStatus.DECISION, CaseStatus.PLACEMENT):
        said = _(
            "Dicatat. Bila ada tanda bahaya, rujuk klien dari sini; mintalah persetujuan dalam 72 jam."
        )
        return said, reverse(BEGINNINGS["danger"], args=[case.pk])
    said = _("Dicatat. Triase dapat dimulai; mintalah persetujuan dalam 72 jam.")
    return said, reverse("clients:file", args=[case.client_id])


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_client(request.user, case.client))
    now = timezone.now()
    today = timezone.localdate(now)
    form = WithdrawConsentForm(sent(request), initial={"on": today})
    act = partial(withdraw_consent, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        tab="profile",
        title=_("Tarik persetujuan"),
        sentence=_(
            "Klien atau walinya berhak menarik persetujuan kapan saja. Skrining dan penempatan baru berhenti sekarang; kasusnya diselesaikan dalam 3 x 24 jam."
        ),
        submit=_("Tarik persetujuan"),
        said=_("Penarikan persetujuan dicatat."),
        back=reverse("clients:profile", args=[pk]),
        then=reverse("clients:file", args=[pk]),
        kind="danger",
    )
