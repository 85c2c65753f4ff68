"""What a contact after care turns: a relapse, a sentence, the day somebody comes out, one who was lost is found."""

from datetime import date, datetime
from typing import Protocol

from accounts.models import User
from care.aftercare.services.imprisoning import begin_imprisonment, call_prison_again, free
from care.aftercare.services.points import add_extra_contact, plan_again
from care.aftercare.services.relapsing import open_relapse
from care.enums import REACHED_OUTCOMES, ContactOutcome, EndReason, PlacementStatus
from care.models import FollowUp, Placement
from clients.models import Case


class Told(Protocol):
    """A contact as the worker tells it."""

    @property
    def on(self) -> date: ...
    @property
    def outcome(self) -> str: ...
    @property
    def note(self) -> str: ...


def turn(
    case: Case, follow_up: FollowUp, contact: Told, *, actor: User, at: datetime
) -> date | None:
    """Part of recording it; returns the day by which somebody calls again, where that is before the next point."""
    _turn_the_schedule(case, follow_up, contact, actor=actor, at=at)
    if contact.outcome != ContactOutcome.RELAPSE:
        return None
    open_relapse(case, on=contact.on, words=contact.note, actor=actor, at=at)
    return add_extra_contact(case, contact.on).due_on


def was_lost(case: Case) -> bool:
    """Care ended because nobody could find them, and no usual call is planned yet."""
    stay = Placement.objects.filter(case=case, status=PlacementStatus.ENDED).order_by("-pk").first()
    is_lost = stay is not None and stay.end_reason == EndReason.LOST
    return is_lost and not case.follow_ups.filter(milestone="W1").exists()


def _turn_the_schedule(
    case: Case, follow_up: FollowUp, contact: Told, *, actor: User, at: datetime
) -> None:
    is_reached = contact.outcome in REACHED_OUTCOMES and contact.outcome != ContactOutcome.DIED
    letter = follow_up.milestone[0]
    if contact.outcome == ContactOutcome.PRISON:
        begin_imprisonment(case, on=contact.on, actor=actor, at=at)
    serves = case.imprisonments.running().first()
    if serves is None:
        if is_reached and was_lost(case):
            plan_again(case, on=contact.on)
    elif letter == "R" and is_reached and contact.outcome != ContactOutcome.PRISON:
        free(case, serves, on=contact.on, at=at)
    elif letter == "P" and not follow_up.is_planned:
        call_prison_again(case, on=contact.on)
