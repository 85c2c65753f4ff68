"""What becomes of everything in care when its case is closed, stopped or handed over (clients/hanging.py)."""

from django.utils.translation import gettext as now, gettext_lazy as _

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
    AftercarePlan,
    Delivery,
    FollowUp,
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
from clients.enums import NextStep
from clients.hanging import OVER, STOPPED, Hangs, Occasion, Passing, on_each
from clients.models import Case
from clients.transitions import set_next, tell
from partners.models import Institution


NOT_BEGUN = (PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED)
NOT_LEFT_YET = (TransferStatus.PROPOSED, TransferStatus.ACCEPTED)
RECORD = _("Catatan layanan; disimpan bersama berkasnya.")
PART = _("Bagian dari barisnya, dan ikut dengannya.")


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
    """Consent is there again: what is still to come is planned again, what has passed stays cancelled."""
    cancelled = case.follow_ups.filter(status=FollowUpStatus.CANCELLED, due_on__gte=passing.on)
    cancelled.update(status=FollowUpStatus.PLANNED, closed_on=None)
    coming = case.follow_ups.planned().soonest_first().first()
    if coming:
        set_next(case, NextStep.FOLLOW_UP, coming.due_on)
        case.save(update_fields=["next_step", "next_due_on"])


def cancel_terminations(case: Case, _passing: Passing) -> None:
    Termination.objects.undecided().filter(case=case).update(status=TerminationStatus.CANCELLED)


def cancel_appointments(case: Case, passing: Passing) -> None:
    Delivery.objects.filter(case=case, next_on__gte=passing.on).update(next_on=None)


def hand_calls_over(case: Case, passing: Passing) -> None:
    AftercarePlan.objects.filter(case=case, contact_by=passing.worker).update(contact_by=passing.to)


def _why(passing: Passing) -> str:
    return now("Ikut berakhir: %(occasion)s.") % {"occasion": passing.occasion.label}


def _open_placements(place: Institution) -> int:
    return Placement.objects.open().filter(institution=place).count()


TABLES = {
    "care.SupportingBase": Hangs(
        _("Basis pendukung"),
        stays=_("Dukungan milik lembaganya, bukan petugasnya; disepakati lagi bila dilanjutkan."),
        acts=on_each(STOPPED, end_supports),
        at=lambda place: SupportingBase.objects.live().filter(institution=place).count(),
    ),
    "care.Transfer": Hangs(
        _("Pemindahan"),
        stays=_("Pemindahan milik lembaganya, bukan petugasnya; diajukan lagi bila dilanjutkan."),
        acts=on_each(STOPPED, withdraw_transfers),
        at=lambda place: Transfer.objects.open().filter(institution=place).count(),
    ),
    "care.Placement": Hangs(
        _("Penempatan"),
        stays=_("Layanan yang berjalan diakhiri orang, dengan syarat terminasinya."),
        acts=on_each(STOPPED, withdraw_placements),
        at=_open_placements,
    ),
    "care.WaitingEntry": Hangs(
        _("Daftar tunggu"),
        stays=_("Tempat dalam daftar milik kasusnya, bukan petugasnya."),
        acts=on_each(STOPPED, leave_queue),
    ),
    "care.WaitingPlace": Hangs(_("Urutan dalam daftar tunggu"), stays=PART),
    "care.Membership": Hangs(
        _("Keanggotaan kelompok"),
        stays=_("Kelompok mempunyai fasilitatornya sendiri; masuk lagi bila dilanjutkan."),
        acts=on_each(STOPPED, release_members),
    ),
    "care.LadderStep": Hangs(_("Jenjang dalam kelompok"), stays=PART),
    "care.Attendance": Hangs(_("Kehadiran"), stays=RECORD),
    "care.ServicePlan": Hangs(
        _("Rencana layanan"),
        stays=_("Rencana milik kasusnya, bukan petugasnya; disusun lagi bila dilanjutkan."),
        acts=on_each(STOPPED, end_all_plans),
    ),
    "care.PlanGoal": Hangs(_("Tujuan"), stays=PART),
    "care.PlanService": Hangs(_("Layanan dalam rencana"), stays=PART),
    "care.FollowUp": Hangs(
        _("Kontak pascalayanan"),
        stays=_("Jadwalnya milik kasus, bukan petugasnya."),
        acts={**on_each(STOPPED, cancel_calls), Occasion.RESUMED: call_again},
        by=lambda worker: FollowUp.objects.waiting().filter(case__lead_worker=worker).count(),
    ),
    "care.FollowUpContact": Hangs(_("Upaya kontak"), stays=RECORD),
    "care.AftercarePlan": Hangs(
        _("Rencana pascalayanan"),
        stays=RECORD,
        acts={Occasion.HANDED_OVER: hand_calls_over},
    ),
    "care.Termination": Hangs(
        _("Terminasi"),
        stays=_("Penyelesaian layanan sendiri."),
        acts=on_each(OVER, cancel_terminations),
    ),
    "care.GateWaiver": Hangs(_("Pengecualian syarat"), stays=PART),
    "care.Delivery": Hangs(
        _("Pertemuan berikut"), stays=RECORD, acts=on_each(STOPPED, cancel_appointments)
    ),
    "care.HomeVisit": Hangs(_("Kunjungan rumah"), stays=RECORD),
    "care.Aid": Hangs(_("Bantuan"), stays=RECORD),
    "care.Training": Hangs(_("Pelatihan"), stays=RECORD),
    "care.CaseConference": Hangs(_("Konferensi kasus"), stays=RECORD),
    "care.ConferenceDecision": Hangs(
        _("Keputusan konferensi"), stays=_("Yang masih harus dikerjakan adalah tugas kasus.")
    ),
}
