"""Overrides of the demonstration: answered by a leader of the institution, and looked at again after ten days."""

from accounts.enums import LEADS_PEOPLE
from accounts.models import User
from partners.enums import CareBase
from screening.decision.services import deciding
from screening.decision.services.approvals import approve_override, review_override
from screening.decision.services.deciding import Answer
from screening.enums import OverrideCode, ReviewOutcome
from screening.models import RoutingDecision
from tools.demonstration.life import URGENT, Life


REVIEWED_AFTER = 10


def decide(life: Life, ago: int, base: str = "", *, answered: bool = True) -> None:
    """As proposed, unless a person says another base; down from high a leader agrees the same day."""
    finished = life.case.screenings.finished().order_by("-pk")[0]
    wanted = base or finished.proposed_base
    code, why = "", ""
    if wanted != finished.proposed_base:
        code, why = OverrideCode.DISTANCE, _why(wanted)
    decision = deciding.decide(
        screening=finished,
        answer=Answer(wanted, code, why),
        actor=life.worker,
        at=life.clock.at(life.clock.day(ago)),
        urgent=URGENT,
    )
    if decision.is_awaiting and answered:
        _agree(life, ago, decision)


def _agree(life: Life, ago: int, decision: RoutingDecision) -> None:
    leader = _leader_of(life)
    at = max(life.clock.at(life.clock.day(ago)), decision.decided_at)
    decision = approve_override(
        decision=decision, note="Sudah dibicarakan dengan keluarga.", actor=leader, at=at
    )
    if ago > REVIEWED_AFTER:
        review_override(
            decision=decision,
            outcome=ReviewOutcome.KEEP,
            note="Klien hadir setiap minggu. Keluarga ikut mendampingi.",
            actor=leader,
            at=life.clock.at(life.clock.day(ago - REVIEWED_AFTER)),
        )


def _why(base: str) -> str:
    if base == CareBase.FAMILY:
        return "Keluarga sanggup mendampingi dan tinggal jauh dari lembaga."
    return "Lembaga ini paling dekat dengan keluarga dan pekerjaan klien."


def _leader_of(life: Life) -> User:
    leaders = User.objects.colleagues_of(life.worker).filter(role__in=LEADS_PEOPLE)
    return leaders.exclude(pk=life.worker.pk).order_by("pk")[0]
