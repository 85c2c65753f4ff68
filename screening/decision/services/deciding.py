"""A person answers the proposal and writes why (UU 27/2022 art. 10)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from clients.deadlines import APPROVE_DAYS, BY_RISK
from clients.enums import NextStep
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.workflow import move
from partners.enums import CareBase
from safety.rules import demand_medical_results
from screening.decision.overrides import faults
from screening.enums import DecisionStatus, ScreeningEvent, Stage
from screening.gates import Urgent, assessment_missing
from screening.models import RoutingDecision, Screening
from screening.proposals import Proposed, newest_proposal, usual_months
from screening.services.gates import pass_gate
from screening.services.home import ask_for_a_visit
from screening.services.law_changes import demand_looked_at


@dataclass(frozen=True, slots=True)
class Answer:
    """The base decided; a code and a reason where it differs from the proposal.

    Without `supporting` or `months` the rules' own stand; `seen` is the key of the proposal on the page.
    """

    base: str
    override_code: str = ""
    reason: str = ""
    supporting: tuple[str, ...] | None = None
    months: int | None = None
    seen: str = ""


@transaction.atomic
def decide(
    *,
    screening: Screening,
    answer: Answer,
    actor: User,
    at: datetime,
    urgent: Urgent | None = None,
) -> RoutingDecision:
    """Settle the base of care, once; whoever comes second is told so.

    A lighter base than proposed for a high risk, and the family against a sign of danger at home, settle nothing
    yet: they wait for a leader. Without a signed assessment only an `urgent` reason leads on.
    """
    case = lock_case(screening.case)
    demand_consent(case.client)
    demand_medical_results(case)
    move(case, "decide", CASE)
    demand_looked_at(case)
    proposed = demand_proposal(case)
    _demand_answerable(proposed, answer)
    _demand_sound(proposed, answer)
    missing = assessment_missing(case)
    pass_gate(case, Stage.DECIDE, missing, urgent, actor=actor, at=at)
    waits = proposed.needs_approval(answer.base)
    decision = _keep(proposed, answer, actor, at, waits=waits)
    if waits:
        _ask_a_leader(case, at)
    else:
        settle(case, decision, at)
    tell(
        case,
        _kind(decision),
        actor=actor,
        at=at,
        note=decision.reason,
        decision=what_was_decided(decision),
    )
    return decision


def demand_proposal(case: Case) -> Proposed:
    proposed = newest_proposal(case)
    if proposed is None:
        raise DomainError(_("Belum ada usulan untuk diputuskan."), code="no_proposal")
    return proposed


def settle(case: Case, decision: RoutingDecision, at: datetime) -> None:
    """The case goes on to placement; part of the services that settle a decision."""
    case.base = decision.base
    case.risk = (decision.assessment or decision.screening).risk
    case.found_risk, case.is_undecided = "", False
    days = BY_RISK[NextStep.REQUEST_PLACEMENT][case.risk]
    set_next(case, NextStep.REQUEST_PLACEMENT, localdate(at) + timedelta(days=days))
    ask_for_a_visit(case, at=at)
    decided = ["status", "risk", "found_risk", "is_undecided", "base"]
    case.save(update_fields=[*decided, "next_step", "next_due_on"])


def what_was_decided(decision: RoutingDecision) -> list[str]:
    """As the events tell it: the base, and the one that was proposed."""
    return [decision.base, decision.proposed_base]


def _kind(decision: RoutingDecision) -> ScreeningEvent:
    if decision.is_awaiting:
        return ScreeningEvent.OVERRIDE_REQUESTED
    return ScreeningEvent.DECIDED_OTHERWISE if decision.is_override else ScreeningEvent.DECIDED


def _keep(
    proposed: Proposed, answer: Answer, actor: User, at: datetime, *, waits: bool
) -> RoutingDecision:
    overrides = answer.base != proposed.base
    return RoutingDecision.objects.create(
        screening=proposed.screening,
        assessment=proposed.assessment,
        status=DecisionStatus.AWAITING if waits else DecisionStatus.SETTLED,
        proposed_base=proposed.base,
        base=answer.base,
        override_code=answer.override_code if overrides else "",
        reason=answer.reason.strip(),
        supporting=_supporting(proposed, answer),
        programme_months=answer.months or usual_months(proposed, answer.base),
        decided_by=actor,
        decided_at=at,
    )


def _supporting(proposed: Proposed, answer: Answer) -> list[str]:
    wanted = proposed.proposal.supporting if answer.supporting is None else answer.supporting
    return [base for base in CareBase.values if base in wanted and base != answer.base]


def _ask_a_leader(case: Case, at: datetime) -> None:
    """The case stays where it is, at its decision; only what is next changes."""
    set_next(case, NextStep.APPROVE_OVERRIDE, localdate(at) + timedelta(days=APPROVE_DAYS))
    case.save(update_fields=["next_step", "next_due_on"])


def _demand_answerable(proposed: Proposed, answer: Answer) -> None:
    if proposed.decision:
        raise DomainError(
            _("Keputusan yang berbeda dari usulan sedang menunggu persetujuan."),
            code="awaiting_approval",
        )
    if answer.seen and answer.seen != proposed.key:
        raise DomainError(
            _(
                "Ada usulan yang lebih baru sejak Anda membuka halaman ini. Baca dahulu, lalu putuskan."
            ),
            code="newer_proposal",
        )
    if proposed.waits_for_second:
        raise DomainError(
            _("Alat ukur berbeda dua kelas: penilaian kedua dicatat dahulu oleh rekan lain."),
            code="second_missing",
        )


def _demand_sound(proposed: Proposed, answer: Answer) -> None:
    found = faults(
        proposed=proposed.base,
        base=answer.base,
        code=answer.override_code,
        reason=answer.reason,
        is_barred=proposed.is_barred(answer.base),
    )
    for field, message in found.items():
        raise DomainError(message, code="unsound_decision", field=field)
