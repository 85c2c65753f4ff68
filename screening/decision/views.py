"""A proposal's way through people: a second judgement, the decision, a leader's answer, their second look."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import Request
from clients.field_rules import Field
from clients.models import Case
from clients.services.reading import log_opening
from clients.showing import rule_of
from common.access import demand, visible_or_404
from common.errors import DomainError
from common.http import FormPage, attempt, form_page, render_form, sent
from partners.enums import CareBase
from screening import outcome
from screening.decision.forms import ApprovalForm, DecisionForm, ReviewForm, SecondForm
from screening.decision.services import deciding
from screening.decision.services.approvals import (
    approve_override,
    refuse_override,
    review_override,
    withdraw_override,
)
from screening.decision.services.deciding import Answer
from screening.decision.services.seconds import record_second
from screening.decision.weighing import weighing
from screening.finding import case_or_404, screening_or_404
from screening.gates import assessment_missing
from screening.models import RoutingDecision
from screening.permissions import can_answer_override, can_decide, can_give_second
from screening.proposals import Proposed, newest_proposal
from screening.selectors import decision_for_review
from screening.told import told_of


LOWERED = {"D_LOWERED", "D_LOWERED_FROM_HIGH"}


@require_http_methods(["GET", "POST"])
def decide(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    proposed = newest_proposal(case)
    if proposed is None:
        return _nothing_proposed(request, case)
    demand(can_decide(request.user, case))
    form = DecisionForm(sent(request), proposed=proposed, missing=assessment_missing(case))
    back = reverse("screening:result", args=[proposed.screening.pk])
    if not form.is_bound and proposed.screening.settled_by:
        return redirect(back)
    page = FormPage(
        said=_said_of,
        back=back,
        template="screening/decide.html",
        shows=partial(_page, request, proposed),
    )
    return form_page(request, form, lambda: _decide(request, proposed, form), page)


def _decide(request: Request, proposed: Proposed, form: DecisionForm) -> RoutingDecision:
    given = dict(form.cleaned_data)
    return deciding.decide(
        screening=proposed.screening,
        urgent=given.pop("urgent"),
        answer=Answer(**given),
        actor=request.user,
        at=timezone.now(),
    )


def _said_of(decision: RoutingDecision) -> str:
    if decision.is_awaiting:
        return _("Keputusan diajukan. Atasan di lembaga Anda menyetujui atau menolaknya.")
    return _("Keputusan dicatat. Langkah berikutnya: ajukan penempatan.")


@require_http_methods(["GET", "POST"])
def second(request: Request, pk: int) -> HttpResponse:
    """A colleague's own judgement, before they are swayed by anybody's decision."""
    screening = screening_or_404(request, pk)
    demand(can_decide(request.user, screening.case))
    proposed = newest_proposal(screening.case)
    if proposed is None:
        return _nothing_proposed(request, screening.case)
    demand(can_give_second(request.user, proposed))
    form = SecondForm(sent(request))
    back = reverse("screening:decide", args=[screening.case_id])
    if not form.is_bound and not proposed.waits_for_second:
        return redirect(back)
    page = FormPage(
        said=_("Penilaian kedua dicatat. Usulan dapat diputuskan."),
        back=back,
        template="screening/second.html",
        shows=partial(_page, request, proposed),
    )
    return form_page(request, form, lambda: _second(request, proposed, form), page)


def _second(request: Request, proposed: Proposed, form: SecondForm) -> object:
    return record_second(
        screening=proposed.screening, actor=request.user, at=timezone.now(), **form.cleaned_data
    )


@require_http_methods(["GET", "POST"])
def approval(request: Request, pk: int) -> HttpResponse:
    decision = _decision_or_404(request, pk)
    demand(can_answer_override(request.user, decision))
    case = decision.screening.case
    form = ApprovalForm(sent(request))
    answered = attempt(form, lambda: _answer(request, decision, form))
    if answered:
        messages.success(request, _approval_said(answered))
        return redirect("screening:result", decision.screening_id)
    proposed = newest_proposal(case)
    if proposed is None or (not form.is_bound and not decision.is_awaiting):
        return redirect("screening:result", decision.screening_id)
    context = {
        **_page(request, proposed),
        "decision": decision,
        "is_against_protection": proposed.is_barred(decision.base),
    }
    return render_form(request, "screening/approval.html", form, context)


def _answer(request: Request, decision: RoutingDecision, form: ApprovalForm) -> RoutingDecision:
    approves = form.cleaned_data["answer"] == "approve"
    answer = approve_override if approves else refuse_override
    return answer(
        decision=decision,
        note=form.cleaned_data["note"],
        actor=request.user,
        at=timezone.now(),
    )


def _approval_said(decision: RoutingDecision) -> str:
    if decision.is_settled:
        return _("Disetujui. Anda meninjaunya kembali dalam 14 hari.")
    return _("Tidak disetujui. Usulan kembali kepada petugas untuk diputuskan.")


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    decision = _decision_or_404(request, pk)
    demand(can_decide(request.user, decision.screening.case))
    try:
        withdraw_override(decision=decision, actor=request.user, at=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Permintaan ditarik. Usulan dapat diputuskan kembali."))
    return redirect("screening:decide", decision.screening.case_id)


@require_http_methods(["GET", "POST"])
def review(request: Request, case_pk: int) -> HttpResponse:
    """The second look at an override that was approved."""
    case = case_or_404(request, case_pk)
    demand(can_decide(request.user, case))
    decision = decision_for_review(case)
    proposed = newest_proposal(case)
    if decision is None or proposed is None:
        messages.info(request, _("Tidak ada keputusan yang menunggu tinjauan."))
        return redirect("screening:client", case.client_id)
    demand(can_answer_override(request.user, decision))
    form = ReviewForm(sent(request))
    page = FormPage(
        said=_("Tinjauan dicatat."),
        back=reverse("screening:client", args=[case.client_id]),
        template="screening/review_override.html",
        shows=lambda: {**_page(request, proposed), "decision": decision},
    )
    return form_page(request, form, lambda: _review(request, decision, form), page)


def _review(request: Request, decision: RoutingDecision, form: ReviewForm) -> object:
    return review_override(
        decision=decision, actor=request.user, at=timezone.now(), **form.cleaned_data
    )


def _nothing_proposed(request: Request, case: Case) -> HttpResponse:
    messages.error(request, _("Belum ada usulan untuk diputuskan. Selesaikan skrining dahulu."))
    return redirect("screening:client", case.client_id)


def _decision_or_404(request: Request, pk: int) -> RoutingDecision:
    rows = RoutingDecision.objects.select_related(
        "screening__case__client", "assessment", "decided_by", "approved_by"
    )
    decision = visible_or_404(rows, request.user, pk=pk)
    log_opening(client=decision.screening.case.client, actor=request.user)
    return decision


def _page(request: Request, proposed: Proposed) -> dict[str, object]:
    """What every page of the way shows: the proposal with its reasons, and what people have said of it."""
    screening, decision = proposed.screening, proposed.decision
    awaiting = decision if decision and decision.is_awaiting else None
    return {
        "screening": screening,
        "proposed": proposed,
        "proposal": outcome.view_of(proposed.proposal),
        "wish": proposed.wish,
        "conference_agrees": _conference_agrees(proposed),
        "family_is_barred": proposed.is_barred(CareBase.FAMILY),
        "weighing": weighing(proposed),
        "scores": outcome.scores(screening),
        "second": proposed.second,
        "decision": decision,
        "may_see_answers": rule_of(request.user, proposed.case.client, Field.ANSWERS).is_open,
        "may_give_second": proposed.waits_for_second and can_give_second(request.user, proposed),
        "may_answer": awaiting is not None and can_answer_override(request.user, awaiting),
        "may_withdraw": awaiting is not None and awaiting.decided_by_id == request.user.pk,
    }


def _conference_agrees(proposed: Proposed) -> bool:
    """To lighter care than is proposed; the proposal may be older than the conference."""
    told = told_of(proposed.case, timezone.localdate())
    return told.get("case_conference_agreed") is True and not LOWERED & {*proposed.proposal.codes}
