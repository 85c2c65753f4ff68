"""The gate before the end of care: what is missing, what is left out, who agrees."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.hands import is_another
from accounts.http import Request
from care import permissions
from care.aftercare.selectors.aftercare import aftercare_plan_of
from care.aftercare.services.planning import plan_aftercare
from care.ending.forms import AdviceForm, AftercarePlanForm, WaiveForm
from care.ending.selectors import Gate, gate_of
from care.ending.services.advising import give_advice
from care.ending.services.terminating import (
    approve_termination,
    ask_termination,
    cancel_termination,
    finish_termination,
    prepare_termination,
    return_termination,
    waive_item,
)
from care.enums import GateItem
from care.models import Placement, Termination
from care.placement.forms.running import EndForm
from care.placement.services.stays import Ending
from care.plan.forms.planning import VerdictForm
from care.plan.views.drafting import FORM_METHODS, case_to_plan
from care.shared.finding import about, case_or_404, placement_or_404
from care.shared.plan_page import plan_form
from clients.models import Case
from clients.selectors import file_context
from common.access import demand
from common.forms import Form
from common.http import FormPage, form_page, sent


# Where what is missing is made good; each takes the case's id.
PLACES = {
    GateItem.GOALS: "care:open_plan",
    GateItem.EXIT_ASSESSMENT: "screening:start",
    GateItem.AFTERCARE_PLAN: "care:aftercare_plan",
    GateItem.OVERDOSE_ADVICE: "care:overdose_advice",
}


@require_safe
def termination(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    row = _undecided(case)
    if row is None:
        return redirect("care:open", case.pk)
    gate = _gate(case, row)
    serves = permissions.can_serve(request.user, case)
    approves = permissions.can_approve(request.user, case)
    context = file_context(case, request.user, timezone.localdate(), "care") | {
        "termination": row,
        "gate": gate,
        "items": _items(case, gate),
        "may_prepare": serves and row.is_prepared,
        "may_answer": approves and row.is_asked and is_another(request.user, row.hands),
        "may_cancel": serves,
    }
    return render(request, "care/termination.html", context)


@require_http_methods(FORM_METHODS)
def gate_waive(request: Request, case_pk: int, item: str) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    if item not in GateItem.values:
        raise Http404
    row = _undecided(case)
    if row is None:
        return redirect("care:open", case.pk)
    form = WaiveForm(sent(request))
    act = partial(waive_item, termination=row, item=item, actor=request.user, at=timezone.now())
    return _form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Kecualikan syarat"),
        sentence=str(GateItem(item).label),
        submit=_("Kecualikan"),
        said=_("Syarat dikecualikan. Alasannya dibaca oleh yang menyetujui."),
    )


@require_http_methods(FORM_METHODS)
def termination_ask(request: Request, case_pk: int) -> HttpResponse:
    """Ask another person; where nobody has to agree, care ends here."""
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    row = _undecided(case)
    if row is None:
        return redirect("care:open", case.pk)
    by: dict[str, Any] = {"termination": row, "actor": request.user, "at": timezone.now()}
    form = Form(sent(request))
    if _gate(case, row).needs_approval:
        return _form(
            request,
            case,
            form,
            partial(ask_termination, **by),
            title=_("Ajukan terminasi"),
            sentence=_(
                "Orang lain memeriksa dan menyetujuinya. Layanan berjalan terus sampai disetujui."
            ),
            submit=_("Ajukan terminasi"),
            said=_("Terminasi diajukan untuk disetujui."),
            shows=lambda: {"termination": row},
        )
    return _form(
        request,
        case,
        form,
        partial(finish_termination, **by),
        title=_("Akhiri layanan"),
        sentence=_("Layanan berakhir dan kasus ditutup; tindakan ini tidak dapat dibatalkan."),
        submit=_("Akhiri layanan"),
        said=_("Layanan berakhir."),
        kind="danger",
        back=reverse("care:termination", args=[case.pk]),
        then=reverse("care:death", args=[case.pk]),
        shows=lambda: {"termination": row},
    )


@require_http_methods(FORM_METHODS)
def termination_answer(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_approve(request.user, case))
    row = _undecided(case)
    if row is None:
        return redirect("care:open", case.pk)
    form = VerdictForm(sent(request))
    by: dict[str, Any] = {"termination": row, "actor": request.user, "at": timezone.now()}

    def act() -> object:
        if form.is_yes:
            return approve_termination(**by)
        return return_termination(note=form.cleaned_data["note"], **by)

    return _form(
        request,
        case,
        form,
        act,
        title=_("Periksa terminasi"),
        sentence=_("Bila disetujui, layanan berakhir; tindakan ini tidak dapat dibatalkan."),
        submit=_("Simpan keputusan"),
        said=_("Keputusan atas terminasi disimpan."),
        then=lambda _made: reverse("care:aftercare", args=[case.client_id]) if form.is_yes else "",
        shows=lambda: {"termination": row, "items": _items(case, _gate(case, row))},
    )


@require_http_methods(FORM_METHODS)
def termination_cancel(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    row = _undecided(case)
    if row is None:
        return redirect("care:open", case.pk)
    act = partial(cancel_termination, termination=row, actor=request.user, at=timezone.now())
    return _form(
        request,
        case,
        Form(sent(request)),
        act,
        title=_("Batalkan terminasi"),
        sentence=_("Layanan berjalan terus seperti sebelumnya."),
        submit=_("Batalkan terminasi"),
        said=_("Terminasi dibatalkan; layanan berjalan terus."),
        kind="danger",
        back=reverse("care:open", args=[case.pk]),
    )


@require_http_methods(FORM_METHODS)
def overdose_advice(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    form = AdviceForm(sent(request), initial={"on": timezone.localdate()})
    act = partial(give_advice, case=case, actor=request.user, at=timezone.now())
    return _form(
        request,
        case,
        form,
        lambda: act(advice=form.advice()),
        title=_("Nasihat overdosis"),
        sentence=_("Diberikan sebelum setiap akhir layanan, apa pun alasannya."),
        submit=_("Simpan nasihat"),
        said=_("Nasihat overdosis dicatat."),
        template="care/overdose_advice.html",
    )


@require_http_methods(FORM_METHODS)
def aftercare_plan(request: Request, case_pk: int) -> HttpResponse:
    case = case_to_plan(request, case_pk)
    row = aftercare_plan_of(case)
    initial: dict[str, Any] = {"first_contact_on": timezone.localdate()}
    if row is not None:
        initial = {
            "contact_by": row.contact_by_id,
            "first_contact_on": row.first_contact_on,
            "warning_signs": row.warning_signs,
            "emergency_contact": row.emergency_contact,
        }
    form = AftercarePlanForm(sent(request), case=case, user=request.user, initial=initial)
    act = partial(plan_aftercare, case=case, actor=request.user, at=timezone.now())
    return plan_form(
        request,
        case,
        form,
        lambda: act(staying=form.facts()),
        title=_("Rencana pascalayanan"),
        sentence=_("Bagaimana klien tetap didampingi setelah layanan berakhir."),
        submit=_("Simpan rencana"),
        said=_("Rencana pascalayanan disimpan."),
        back=reverse("care:aftercare", args=[case.client_id]),
        tab="aftercare",
    )


def _undecided(case: Case) -> Termination | None:
    return case.terminations.undecided().with_people().first()


def _gate(case: Case, row: Termination) -> Gate:
    return gate_of(case, row.reason, row, today=timezone.localdate())


def _items(case: Case, gate: Gate) -> list[dict[str, Any]]:
    places = {item: reverse(name, args=[case.pk]) for item, name in PLACES.items()}
    return [{"item": item, "url": places.get(item.code, "")} for item in gate.items]


def _form(
    request: Request,
    case: Case,
    form: Form,
    act: Callable[[], object],
    *,
    back: str = "",
    **words: Any,
) -> HttpResponse:
    back = back or reverse("care:termination", args=[case.pk])
    return plan_form(request, case, form, act, tab="care", back=back, **words)


@require_http_methods(["GET", "POST"])
def end(request: Request, pk: int) -> HttpResponse:
    """When and why; the gate that follows says what is still missing."""
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    form = EndForm(sent(request), initial=_ending(placement))

    at = timezone.now()
    prepare = partial(prepare_termination, placement=placement, actor=request.user, at=at)
    page = FormPage(
        said="",  # the gate that follows speaks for itself
        back=reverse("care:placement", args=[placement.pk]),
        then=reverse("care:termination", args=[placement.case_id]),
        template="care/end.html",
        shows=partial(about, placement),
    )
    return form_page(request, form, lambda: prepare(ending=Ending(**form.cleaned_data)), page)


def _ending(placement: Placement) -> dict[str, Any]:
    prepared = placement.terminations.undecided().first()
    if prepared is None:
        return {"on": timezone.localdate()}
    return {"on": prepared.on, "reason": prepared.reason, "note": prepared.note}
