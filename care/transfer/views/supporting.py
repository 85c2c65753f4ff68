"""Who helps the lead base of a case."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.models import SupportingBase
from care.placement.services.receivers import Receiver
from care.shared.finding import case_or_404
from care.transfer.forms.supporting import SupportByFamilyForm, SupportByInstitutionForm
from care.transfer.selectors import bases as synergy, transfers as moving
from care.transfer.services.supporting import Support, ask_support
from care.workflow import SUPPORT
from clients.models import Case
from clients.selectors import file_context
from clients.services.reading import log_opening
from common.access import demand, visible_or_404
from common.chips import Chip
from common.forms import Form
from common.http import FormPage, form_page, sent
from partners.enums import CareBase


USUAL_LENGTH = timedelta(days=90)


@require_safe
def supporting(request: Request, case_pk: int) -> HttpResponse:
    today = timezone.localdate()
    case = case_or_404(request, case_pk)
    may_ask = permissions.can_request(request.user, case)
    found = synergy.supporters(request.user, case)
    context = file_context(case, request.user, today, "care") | {
        "today": today,
        "lead": moving.running_placement(case),
        "supports": [(one.base, one.tasks, _acts(request, one.base)) for one in found],
        "proposed": _proposed(request, case, found) if may_ask else [],
        "may_ask": may_ask and case.is_open,
    }
    return render(request, "care/supporting.html", context)


@require_http_methods(["GET", "POST"])
def support_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_request(request.user, case))
    asked = request.GET.get("basis", "")
    base = asked if asked in CareBase.values else CareBase.FAMILY
    form = _form(request, case, base)

    def act() -> SupportingBase:
        given = form.cleaned_data
        return ask_support(
            case=case,
            receiver=Receiver(base, given.get("institution"), given.get("family_contact")),
            support=Support(given["duty"], given["from_on"], given["until_on"]),
            actor=request.user,
            at=timezone.now(),
        )

    page = FormPage(
        said=_("Basis pendukung dicatat."),
        back=reverse("care:supporting", args=[case.pk]),
        template="care/support_new.html",
        shows=lambda: {
            "case": case,
            "client": case.client,
            "age": case.client.age_on(timezone.localdate()),
            "bases": [Chip(each.label, f"?basis={each}", active=each == base) for each in CareBase],
            "base": base,
        },
    )
    return form_page(request, form, act, page)


def _proposed(request: Request, case: Case, found: list[synergy.Supporter]) -> list[CareBase]:
    return synergy.proposed_bases(request.user, case, (one.base for one in found))


def support_or_404(request: Request, pk: int) -> SupportingBase:
    support = visible_or_404(SupportingBase.objects.with_people(), request.user, pk=pk)
    log_opening(client=support.client, actor=request.user)
    return support


def _form(request: Request, case: Case, base: str) -> Form:
    today = timezone.localdate()
    initial = {"from_on": today, "until_on": today + USUAL_LENGTH}
    if base == CareBase.FAMILY:
        return SupportByFamilyForm(sent(request), client=case.client, initial=initial)
    offered = synergy.institutions_for(case, base, today=today)
    return SupportByInstitutionForm(sent(request), institutions=offered, initial=initial)


def _acts(request: Request, row: SupportingBase) -> dict[str, bool]:
    """Which buttons this person gets; each view asks again."""
    user = request.user
    return {
        "may_answer": SUPPORT.may("agree", row.status)
        and permissions.can_answer_support(user, row),
        "may_end": SUPPORT.may("end", row.status) and permissions.can_end_support(user, row),
        "may_give": row.is_live and permissions.can_serve(user, row.case),
    }
