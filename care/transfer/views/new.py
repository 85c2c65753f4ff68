"""Moving somebody on from where they are in care."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.enums import TransferReason
from care.models import Placement, Transfer
from care.placement.matching import ranking
from care.placement.services.receivers import Receiver
from care.placement.views.requests import first_shown
from care.shared.finding import case_or_404
from care.transfer.forms.transferring import TransferToFamilyForm, TransferToInstitutionForm
from care.transfer.selectors import transfers as moving
from care.transfer.services.asking import Handover, propose_transfer
from clients.models import Case
from clients.rules import has_withdrawn_consent
from common.access import demand
from common.chips import Chip
from common.forms import Form
from common.http import FormPage, form_page, sent
from partners.enums import CareBase


# Where one goes from here unless somebody chooses otherwise.
NEXT_BASE = {
    CareBase.BALAI: CareBase.INSTITUTION,
    CareBase.INSTITUTION: CareBase.BALAI,
    CareBase.FAMILY: CareBase.INSTITUTION,
}


@require_http_methods(["GET", "POST"])
def transfer_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    running = moving.running_placement(case)
    if request.method == "GET" and running is None:
        return redirect("care:open", case.pk)
    if request.method == "GET" and moving.open_transfer(case) is not None:
        return redirect("care:transfer_open", case.pk)
    base = _base(request, case)
    if base == CareBase.FAMILY:
        return _to_family(request, case, running)
    return _to_institution(request, case, running, base)


@require_safe
def referral_letter(request: Request, case_pk: int) -> HttpResponse:
    """To be printed and carried by hand: all that is left where no file may be handed over."""
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    context = _context(request, case, moving.running_placement(case), case.base) | {
        "institution": request.user.institution,
    }
    return render(request, "care/referral_letter.html", context)


def _to_institution(
    request: Request, case: Case, running: Placement | None, base: str
) -> HttpResponse:
    today = timezone.localdate()
    wanted = ranking.as_if_on(case, base)
    form = TransferToInstitutionForm(
        sent(request), case=wanted, today=today, initial=_initial(request, today)
    )

    def shows() -> dict[str, Any]:
        return _context(request, case, running, base) | _ranked(
            request, wanted, running, form.chosen
        )

    return _propose(request, case, base, form, shows)


def _ranked(
    request: Request, wanted: Case, running: Placement | None, chosen: str
) -> dict[str, Any]:
    here = [running.institution_id] if running and running.institution_id else []
    survey = ranking.survey(wanted, today=timezone.localdate(), exclude=here)
    found = survey.candidates
    shown = found if request.GET.get("semua") else first_shown(found, chosen)
    return {
        "candidates": shown,
        "hidden_count": len(found) - len(shown),
        "every_url": f"?basis={wanted.base}&semua=1",
        "left_out": survey.left_out,
    }


def _to_family(request: Request, case: Case, running: Placement | None) -> HttpResponse:
    form = TransferToFamilyForm(
        sent(request), client=case.client, initial=_initial(request, timezone.localdate())
    )
    shows = partial(_context, request, case, running, CareBase.FAMILY)
    return _propose(request, case, CareBase.FAMILY, form, shows)


def _propose(
    request: Request, case: Case, base: str, form: Form, shows: Callable[[], dict[str, Any]]
) -> HttpResponse:
    def act() -> Transfer:
        given = form.cleaned_data
        return propose_transfer(
            case=case,
            receiver=Receiver(base, given.get("institution"), given.get("family_contact")),
            handover=Handover(given["reason"], given["planned_on"], given["handover_note"]),
            actor=request.user,
            at=timezone.now(),
        )

    page = FormPage(
        said=_("Pemindahan diajukan. Layanan di tempat sekarang tetap berjalan."),
        back=reverse("care:transfer_open", args=[case.pk]),
        template="care/transfer_new.html",
        shows=shows,
    )
    return form_page(request, form, act, page)


def _context(request: Request, case: Case, running: Placement | None, base: str) -> dict[str, Any]:
    client, today = case.client, timezone.localdate()
    return {
        "case": case,
        "client": client,
        "today": today,
        "age": client.age_on(today),
        "running": running,
        "base": base,
        "base_label": CareBase(base).label if base else "",
        "bases": _bases(request, running, base),
        "consent": moving.consent_of(client),
        "consent_withdrawn": has_withdrawn_consent(client),
    }


def _base(request: Request, case: Case) -> str:
    asked = request.GET.get("basis", "")
    if asked in CareBase.values:
        return asked
    return NEXT_BASE.get(CareBase(case.base), CareBase.INSTITUTION) if case.base else asked


def _bases(request: Request, running: Placement | None, base: str) -> list[Chip]:
    """Every base; at home one does not move home."""
    at_home = running is not None and running.base == CareBase.FAMILY
    offered = [each for each in CareBase if not (at_home and each == CareBase.FAMILY)]
    reason = _reason(request)
    and_why = f"&alasan={reason}" if reason else ""
    return [Chip(each.label, f"?basis={each}{and_why}", active=each == base) for each in offered]


def _initial(request: Request, today: date) -> dict[str, Any]:
    return {"planned_on": today, "reason": _reason(request)}


def _reason(request: Request) -> str:
    """A decided step names it in its link."""
    asked = request.GET.get("alasan", "")
    return asked if asked in TransferReason.values else ""
