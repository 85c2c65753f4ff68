"""What becomes of everything in care when its case is closed, stopped or handed over (clients/hanging.py)."""

from django.utils.translation import gettext_lazy as _

from care.aftercare.services.guiding import stop_guidance
from care.aftercare.services.handing_over import withdraw_handover
from care.aftercare.services.starting import take_up_calls
from care.delivery.services.grouping import release_member
from care.enums import (
    FollowUpStatus,
    GroupExit,
    PlacementStatus,
    QueueExit,
    TerminationStatus,
    TransferStatus,
)
from care.event_kinds import CareEvent
from care.models import (
    AftercareHandover,
    AftercarePlan,
    Delivery,
    FollowUp,
    Guidance,
    Membership,
    Placement,
    SupportingBase,
    Termination,
    Transfer,
)
from care.placement.services.answering import withdraw_placement
from care.plan.services.drafting import end_plans
from care.transfer.services.asking import withdraw_transfer
from care.transfer.services.supporting import end_support
from care.transitions import waiting
from clients.hanging import OVER, STOPPED, Hangs, Occasion, Passing, on_each
from clients.models import Case
from clients.transitions import tell
from clients.wording import recorded
from partners.models import Institution


WHY = {
    Occasion.CLOSED: _("Ikut berakhir karena kasusnya ditutup."),
    Occasion.DIED: _("Ikut berakhir karena klien meninggal."),
    Occasion.REENTERED: _("Ikut berakhir karena kasus baru menggantikannya."),
    Occasion.WITHDRAWN: _("Ikut berakhir karena persetujuan ditarik."),
}
NOT_BEGUN = (PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED)
NOT_LEFT_YET = (TransferStatus.PROPOSED, TransferStatus.ACCEPTED)
RECORD = "what was done stays with the file"
PART = "part of a row that ends"


def withdraw_placements(case: Case, passing: Passing) -> None:
    """Care that runs is ended by a person, with its gate."""
    for placement in Placement.objects.filter(case=case, status__in=NOT_BEGUN):
        withdraw_placement(
            placement=placement, note=_why(passing), actor=passing.actor, at=passing.at
        )


def leave_queue(case: Case, passing: Passing) -> None:
    entry = waiting.lock_entry(case)
    if entry is None:
        return
    reason = QueueExit.CLOSED
    waiting.leave(entry, reason, actor=passing.actor, at=passing.at)
    tell(case, CareEvent.WAITING_ENDED, actor=passing.actor, at=passing.at, reason=reason)


def withdraw_transfers(case: Case, passing: Passing) -> None:
    """Who is on the way already has arrived, or has not, before the case ends."""
    for transfer in Transfer.objects.filter(case=case, status__in=NOT_LEFT_YET):
        withdraw_transfer(transfer=transfer, note=_why(passing), actor=passing.actor, at=passing.at)


def end_supports(case: Case, passing: Passing) -> None:
    for support in SupportingBase.objects.live().filter(case=case):
        end_support(support=support, note=_why(passing), actor=passing.actor, at=passing.at)


def release_members(case: Case, passing: Passing) -> None:
    for member in Membership.objects.running().filter(case=case):
        release_member(
            member=member,
            on=max(passing.on, member.joined_on),
            reason=GroupExit.CARE_ENDED,
            actor=passing.actor,
            at=passing.at,
        )


def end_all_plans(case: Case, passing: Passing) -> None:
    end_plans(case, on=passing.on, actor=passing.actor, at=passing.at)


def cancel_calls(case: Case, passing: Passing) -> None:
    """Whom nobody called in time stays uncalled, and is counted so; without consent nobody is called any more."""
    calls = case.follow_ups.planned()
    if passing.occasion in OVER:
        calls = calls.filter(due_on__gte=passing.on)
    calls.update(status=FollowUpStatus.CANCELLED, closed_on=passing.on)


def call_again(case: Case, passing: Passing) -> None:
    take_up_calls(case, actor=passing.actor, at=passing.at)


def cancel_terminations(case: Case, _passing: Passing) -> None:
    Termination.objects.undecided().filter(case=case).update(status=TerminationStatus.CANCELLED)


def cancel_appointments(case: Case, passing: Passing) -> None:
    Delivery.objects.filter(case=case, next_on__gte=passing.on).update(next_on=None)


def withdraw_handovers(case: Case, passing: Passing) -> None:
    for handover in AftercareHandover.objects.asked().filter(case=case):
        withdraw_handover(handover=handover, actor=passing.actor, at=passing.at)


def end_guidances(case: Case, passing: Passing) -> None:
    for guidance in Guidance.objects.running().filter(case=case):
        stop_guidance(guidance, why=_why(passing), actor=passing.actor, at=passing.at)


def hand_calls_over(case: Case, passing: Passing) -> None:
    AftercarePlan.objects.filter(case=case, contact_by=passing.worker).update(contact_by=passing.to)


def _why(passing: Passing) -> str:
    return recorded(WHY[passing.occasion])


def _open_placements(place: Institution) -> int:
    return Placement.objects.open().filter(institution=place).count()


TABLES = {
    "care.SupportingBase": Hangs(
        label=_("Basis pendukung"),
        stays="the institution's, not the worker's; agreed anew when consent is given again",
        acts=on_each(STOPPED, end_supports),
        at=lambda place: SupportingBase.objects.live().filter(institution=place).count(),
    ),
    "care.Transfer": Hangs(
        label=_("Pemindahan"),
        stays="the institution's, not the worker's; asked for anew when consent is given again",
        acts=on_each(STOPPED, withdraw_transfers),
        at=lambda place: Transfer.objects.open().filter(institution=place).count(),
    ),
    "care.Placement": Hangs(
        label=_("Penempatan"),
        stays="care that runs is ended by a person, with its gate",
        acts=on_each(STOPPED, withdraw_placements),
        at=_open_placements,
    ),
    "care.WaitingEntry": Hangs(
        stays="the case's place, not the worker's",
        acts=on_each(STOPPED, leave_queue),
    ),
    "care.WaitingPlace": Hangs(stays=PART),
    "care.Membership": Hangs(
        stays="a group has its own facilitator; joined anew when consent is given again",
        acts=on_each(STOPPED, release_members),
    ),
    "care.LadderStep": Hangs(stays=PART),
    "care.Attendance": Hangs(stays=RECORD),
    "care.ServicePlan": Hangs(
        stays="the case's, not the worker's; drafted anew when consent is given again",
        acts=on_each(STOPPED, end_all_plans),
    ),
    "care.PlanGoal": Hangs(stays=PART),
    "care.PlanService": Hangs(stays=PART),
    "care.FollowUp": Hangs(
        label=_("Kontak pascalayanan"),
        stays="the case's schedule, whoever leads it",
        acts={**on_each(STOPPED, cancel_calls), Occasion.RESUMED: call_again},
        by=lambda worker: FollowUp.objects.waiting().filter(case__lead_worker=worker).count(),
    ),
    "care.Relapse": Hangs(stays=RECORD),
    "care.OverdoseAdvice": Hangs(stays=RECORD),
    "care.Imprisonment": Hangs(stays="a sentence runs on, whatever becomes of the case"),
    "care.Death": Hangs(stays=RECORD),
    "care.AftercareHandover": Hangs(
        label=_("Penyerahan pascalayanan"),
        stays="the institution's, not the worker's; asked for anew when consent is given again",
        acts=on_each(STOPPED, withdraw_handovers),
        at=lambda place: AftercareHandover.objects.asked().filter(institution=place).count(),
    ),
    "care.Guidance": Hangs(
        stays="the case's programme, whoever leads it; begun anew when consent is given again",
        acts=on_each(STOPPED, end_guidances),
    ),
    "care.GuidanceContact": Hangs(stays=RECORD),
    "care.FollowUpContact": Hangs(stays=RECORD),
    "care.AftercarePlan": Hangs(
        stays=RECORD,
        acts={Occasion.HANDED_OVER: hand_calls_over},
    ),
    "care.LocatorEntry": Hangs(stays="whoever was lost may be found by it"),
    "care.OutcomeInterview": Hangs(
        stays="a draft of a closed case is read, and counts for nothing"
    ),
    "care.OutcomePart": Hangs(stays=PART),
    "care.Termination": Hangs(
        stays="the very way in which care ends",
        acts=on_each(OVER, cancel_terminations),
    ),
    "care.GateWaiver": Hangs(stays=PART),
    "care.Delivery": Hangs(stays=RECORD, acts=on_each(STOPPED, cancel_appointments)),
    "care.HomeVisit": Hangs(stays=RECORD),
    "care.Aid": Hangs(stays=RECORD),
    "care.Training": Hangs(stays=RECORD),
    "care.CaseConference": Hangs(stays=RECORD),
    "care.ConferenceDecision": Hangs(stays="what is left to do of it is a task"),
}
