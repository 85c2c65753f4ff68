"""Care from its first day to its last."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.gates import missing_for_the_start
from care.placement.programme import decided_end
from care.placement.services.fallen import settle_reminders
from care.placement.services.fitting import demand_fit
from care.transitions.placement import lock_all
from care.workflow import PLACEMENT
from clients.deadlines import BY_RISK
from clients.enums import NextStep
from clients.rules import demand_consent
from clients.transitions import set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.faults import demand_day
from common.workflow import move
from screening.enums import Stage
from screening.gates import Urgent
from screening.services.gates import pass_gate


LONGEST_PROGRAMME = timedelta(days=730)
LATEST_REVIEW = timedelta(days=90)


@transaction.atomic
def start_placement(
    *,
    placement: Placement,
    starts_on: date,
    planned_end_on: date | None,
    actor: User,
    at: datetime,
    urgent: Urgent | None = None,
) -> Placement:
    """Begin care; the usual length of the base unless `planned_end_on` says otherwise.

    Before the client has agreed to a plan only for an `urgent` reason.
    """
    today = timezone.localdate(at)
    case, institution, placement = lock_all(placement)
    demand_consent(case.client)
    move(placement, "start", PLACEMENT)
    move(case, "start_service", CASE)
    if institution is not None:
        demand_fit(case, institution, base=placement.base, today=today)
    demand_day(starts_on, first=case.opened_on, today=today, field="starts_on")
    missing = missing_for_the_start(case)
    pass_gate(case, Stage.START, missing, urgent, actor=actor, at=at)
    planned = planned_end_on or decided_end(case, placement.base, starts_on)
    _demand_programme(starts_on, planned)
    placement.starts_on, placement.planned_end_on = starts_on, planned
    _save_apart_from_other_stays(placement)
    settle_reminders(case, placement, actor=actor, at=at)
    case.service_started_on = starts_on
    set_next(case, NextStep.REVIEW, today + timedelta(days=BY_RISK[NextStep.REVIEW][case.risk]))
    case.save(update_fields=["status", "service_started_on", "next_step", "next_due_on"])
    tell(
        case,
        CareEvent.SERVICE_STARTED,
        actor=actor,
        at=at,
        place=placement.place,
        start=starts_on,
        end=planned,
    )
    return placement


@transaction.atomic
def review_placement(
    *, placement: Placement, note: str, next_review_on: date, actor: User, at: datetime
) -> Placement:
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    if placement.status != PlacementStatus.ACTIVE:
        raise DomainError(_("Layanan ini tidak sedang berjalan."), code="wrong_status")
    demand_consent(case.client)
    if not today < next_review_on <= today + LATEST_REVIEW:
        raise DomainError(
            _("Tinjauan berikut harus setelah hari ini dan dalam 90 hari."),
            code="review_out_of_range",
            field="next_review_on",
        )
    set_next(case, NextStep.REVIEW, next_review_on)
    case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.SERVICE_REVIEWED, actor=actor, at=at, note=note)
    return placement


def _save_apart_from_other_stays(placement: Placement) -> None:
    try:
        with transaction.atomic():
            placement.save(update_fields=["status", "starts_on", "planned_end_on"])
    except IntegrityError as error:
        if "placement_no_overlap_per_client" not in str(error):
            raise
        raise DomainError(
            _("Tanggal ini bertumpang tindih dengan penempatan klien yang lain."),
            code="overlap",
            field="starts_on",
        ) from error


def _demand_programme(starts_on: date, planned_end_on: date) -> None:
    if not starts_on < planned_end_on <= starts_on + LONGEST_PROGRAMME:
        raise DomainError(
            _("Rencana berakhir harus setelah tanggal mulai dan paling lama dua tahun."),
            code="end_out_of_range",
            field="planned_end_on",
        )
