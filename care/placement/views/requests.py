"""Finding a place."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import Request
from care import permissions
from care.models import Placement, WaitingEntry
from care.placement.forms.requesting import FamilyPlaceForm, InstitutionPlaceForm
from care.placement.gates import missing_for_a_place
from care.placement.matching import ranking
from care.placement.matching.comparing import compared
from care.placement.matching.ranking import Candidate
from care.placement.selectors.tried import tried_by_name
from care.placement.services import requesting
from care.placement.services.requesting import place_with_family
from care.shared.finding import case_or_404
from clients.enums import CaseStatus
from clients.models import Case
from common.access import demand
from common.forms import row_id
from common.http import FormPage, form_page, sent
from partners.enums import CareBase
from screening.services.home import is_home_unknown


FIRST_SHOWN = 12


@require_http_methods(["GET", "POST"])
def request_placement(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    if request.method == "GET" and not _waits_for_a_place(case):
        return redirect("care:open", case.pk)
    if case.base == CareBase.FAMILY:
        return _with_family(request, case)
    return _in_institution(request, case)


def _in_institution(request: Request, case: Case) -> HttpResponse:
    today = timezone.localdate()
    wanted = {"institution": row_id(request.GET.get("lembaga", ""))}
    form = InstitutionPlaceForm(
        sent(request), case=case, today=today, missing=missing_for_a_place(case), initial=wanted
    )
    ask = partial(requesting.request_placement, case=case, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_("Penempatan diajukan. Lembaga penerima akan menjawab."),
        back=reverse("care:open", args=[case.pk]),
        template="care/request.html",
        shows=lambda: _ranked(request, case, form.chosen),
    )
    return form_page(request, form, lambda: ask(**form.cleaned_data), page)


def _ranked(request: Request, case: Case, chosen: str) -> dict[str, object]:
    survey = ranking.survey(case, today=timezone.localdate())
    found = survey.candidates
    shown = found if request.GET.get("semua") else first_shown(found, chosen)
    return _context(request, case) | {
        "candidates": shown,
        "hidden_count": len(found) - len(shown),
        "needs": survey.needs,
        "left_out": survey.left_out,
    }


def first_shown(found: list[Candidate], chosen: str) -> list[Candidate]:
    """Nobody's choice is hidden, however far down it stands."""
    return found[:FIRST_SHOWN] + [each for each in found[FIRST_SHOWN:] if each.key == chosen]


@require_GET
def compare(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    if not _waits_for_a_place(case):
        return redirect("care:open", case.pk)
    chosen = [row_id(text) for text in request.GET.getlist("lembaga")]
    comparison = compared(case, chosen, today=timezone.localdate())
    context = {"case": case, "client": case.client, "comparison": comparison}
    return render(request, "care/compare.html", context)


def _with_family(request: Request, case: Case) -> HttpResponse:
    form = FamilyPlaceForm(
        sent(request),
        client=case.client,
        gate_of=case.pk,
        missing=missing_for_a_place(case),
        initial={"starts_on": timezone.localdate()},
    )
    place = partial(place_with_family, case=case, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_("Layanan bersama keluarga disepakati."),
        back=reverse("care:open", args=[case.pk]),
        template="care/request_family.html",
        shows=lambda: _context(request, case) | {"home_unknown": is_home_unknown(case)},
    )
    return form_page(request, form, lambda: place(**form.cleaned_data), page)


def _context(request: Request, case: Case) -> dict[str, object]:
    client = case.client
    return {
        "case": case,
        "client": client,
        "age": client.age_on(timezone.localdate()),
        "tried": tried_by_name(case),
        "entry": WaitingEntry.objects.visible_to(request.user).standing_of(case),
    }


def _waits_for_a_place(case: Case) -> bool:
    open_ones = Placement.objects.open().filter(case=case)
    return case.status == CaseStatus.PLACEMENT and not open_ones.exists()
