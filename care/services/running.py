"""Care from its first day to its last."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from atensi.common.errors import DomainError
from care import schedule, sharing
from care.enums import EndReason, PlacementStatus
from care.models import FollowUp, Placement
from care.transitions import lock_all, move_placement
from clients.deadlines import BY_RISK
from clients.enums import CloseReason, EventKind, NextStep
from clients.models import Case
from clients.transitions import move_case, record_event, set_next
from clients.wording import heading, recorded


LONGEST_PROGRAMME = timedelta(days=730)
LATEST_REVIEW = timedelta(days=90)


@dataclass(frozen=True)
class Ending:
    on: date
    reason: str
    note: str


@transaction.atomic
def start_placement(
    *,
    placement: Placement,
    starts_on: date,
    planned_end_on: date | None,
    actor: User,
    at: datetime,
) -> Placement:
    """Begin care; the usual length of the base unless `planned_end_on` says otherwise."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    move_placement(placement, "start")
    move_case(case, "start_service")
    _demand_day(starts_on, first=case.opened_on, today=today, field="starts_on")
    planned = planned_end_on or starts_on + timedelta(days=settings.PROGRAMME_DAYS[placement.base])
    _demand_programme(starts_on, planned)
    placement.starts_on, placement.planned_end_on = starts_on, planned
    _save_apart_from_other_stays(placement)
    case.service_started_on = starts_on
    set_next(case, NextStep.REVIEW, today + timedelta(days=BY_RISK[NextStep.REVIEW][case.risk]))
    case.save(update_fields=["status", "service_started_on", "next_step", "next_due_on"])
    record_event(
        case,
        EventKind.SERVICE_STARTED,
        actor=actor,
        at=at,
        title=_title(gettext_lazy("Layanan dimulai di %(place)s"), placement),
        note=recorded(
            gettext_lazy("Mulai %(start)s, rencana berakhir %(end)s."),
            start=_day(starts_on),
            end=_day(planned),
        ),
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
    if not today < next_review_on <= today + LATEST_REVIEW:
        raise DomainError(
            _("Tinjauan berikut harus setelah hari ini dan dalam 90 hari."),
            code="review_out_of_range",
            field="next_review_on",
        )
    set_next(case, NextStep.REVIEW, next_review_on)
    case.save(update_fields=["next_step", "next_due_on"])
    record_event(
        case,
        EventKind.NOTE,
        actor=actor,
        at=at,
        title=heading(gettext_lazy("Tinjauan layanan")),
        note=note,
    )
    return placement


@transaction.atomic
def end_placement(*, placement: Placement, ending: Ending, actor: User, at: datetime) -> Placement:
    """End care. After-care begins, with its whole schedule; after a death the case is closed instead."""
    today = timezone.localdate(at)
    case, _institution, placement = lock_all(placement)
    move_placement(placement, "end")
    _demand_no_transfer(placement)
    if placement.starts_on is not None:
        _demand_day(ending.on, first=placement.starts_on, today=today, field="on")
    placement.ends_on, placement.end_reason = ending.on, ending.reason
    placement.end_note = ending.note
    placement.save(update_fields=["status", "ends_on", "end_reason", "end_note"])
    if placement.institution_id is not None:
        sharing.let_file_run_out(placement, ended_on=ending.on)
    case.service_ended_on = ending.on
    if ending.reason == EndReason.DIED:
        close_after_death(case, today=today)
    else:
        _begin_aftercare(case, ending.on)
    case.save()
    record_event(
        case,
        EventKind.SERVICE_ENDED,
        actor=actor,
        at=at,
        title=_title(
            gettext_lazy("Layanan di %(place)s berakhir: %(reason)s"),
            placement,
            reason=EndReason(ending.reason).label,
        ),
        note=ending.note,
    )
    return placement


def close_after_death(case: Case, *, today: date) -> None:
    """The caller saves."""
    move_case(case, "close")
    case.closed_on, case.close_reason = today, CloseReason.DIED
    set_next(case, "", None)


def _begin_aftercare(case: Case, ended_on: date) -> None:
    move_case(case, "end_service")
    plan = schedule.milestones(ended_on)
    FollowUp.objects.bulk_create(
        FollowUp(
            case=case,
            milestone=point.code,
            due_on=point.due,
            window_starts_on=point.window_start,
            window_ends_on=point.window_end,
        )
        for point in plan
    )
    set_next(case, NextStep.FOLLOW_UP, plan[0].due)


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


def _demand_no_transfer(placement: Placement) -> None:
    if placement.transfers.open().exists():
        raise DomainError(
            _(
                "Pemindahan klien ini belum selesai. Tarik pemindahan itu, atau catat hasil perjalanannya, "
                "lebih dahulu."
            ),
            code="transfer_open",
        )


def _demand_day(day: date, *, first: date, today: date, field: str) -> None:
    if day > today:
        raise DomainError(
            _("Tanggal tidak boleh setelah hari ini."), code="future_date", field=field
        )
    if day < first:
        raise DomainError(
            _("Tanggal tidak boleh sebelum %(first)s.") % {"first": _day(first)},
            code="too_early",
            field=field,
        )


def _demand_programme(starts_on: date, planned_end_on: date) -> None:
    if not starts_on < planned_end_on <= starts_on + LONGEST_PROGRAMME:
        raise DomainError(
            _("Rencana berakhir harus setelah tanggal mulai dan paling lama dua tahun."),
            code="end_out_of_range",
            field="planned_end_on",
        )


def _title(sentence: object, placement: Placement, **values: object) -> str:
    place = placement.receiver if placement.institution_id else gettext_lazy("rumah keluarga")
    return heading(sentence, place=place, **values)


def _day(day: date) -> str:
    return date_format(day, "j M Y")
