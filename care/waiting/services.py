"""The waiting list: coming in, being called on each week, being told of a place, going out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.enums import LEAVE_BY_HAND, CareTask, QueueExit, WaitingStatus
from care.event_kinds import CareEvent
from care.models import Placement, WaitingEntry
from care.placement.matching.ranking import refusal
from care.transitions import waiting
from clients.deadlines import TAKE_OFFER_DAYS, WAITING_CONTACT_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, set_next, tell
from common import dates
from common.errors import DomainError
from partners.enums import CareBase, Component
from partners.models import Institution
from regions.models import Province


EARLIEST_CONTACT = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Wait:
    """For which place: one institution, any in a province, or (neither) any in the country; and what is done meanwhile."""

    institution: Institution | None = None
    province: Province | None = None
    interim_services: tuple[str, ...] = ()
    interim_provider: str = ""


@transaction.atomic
def enter_queue(*, case: Case, wait: Wait, actor: User, at: datetime) -> WaitingEntry:
    today = timezone.localdate(at)
    case = lock_case(case)
    _demand_no_place_yet(case)
    _demand_possible(case, wait, today)
    entry = WaitingEntry.objects.create(
        case=case,
        institution=wait.institution,
        province=wait.province,
        entered_at=at,
        entered_by=actor,
        queued_at=at,
        interim_services=list(wait.interim_services),
        interim_provider=wait.interim_provider,
    )
    _call_again(entry, case, today, actor, at)
    facts = {"target": entry.aim, "services": entry.interim_services}
    tell(case, CareEvent.WAITING_STARTED, actor=actor, at=at, note=entry.interim_provider, **facts)
    return entry


@transaction.atomic
def record_waiting_contact(
    *, entry: WaitingEntry, on: date, note: str, actor: User, at: datetime
) -> WaitingEntry:
    """How the person is while waiting; the next contact is due a week after this one."""
    case, entry = _lock(entry)
    _demand_in_queue(entry)
    today = timezone.localdate(at)
    first = max(timezone.localdate(entry.entered_at), today - EARLIEST_CONTACT)
    if not first <= on <= today:
        raise DomainError(
            _("Tanggal kontak harus antara %(first)s dan hari ini.") % {"first": dates.day(first)},
            code="contact_out_of_range",
            field="on",
        )
    settle_tasks(case, subject_of(entry, "contact"), actor=actor, at=at)
    entry.contacts += 1
    entry.last_contact_on = on
    entry.save(update_fields=["contacts", "last_contact_on"])
    _call_again(entry, case, on, actor, at)
    tell(case, CareEvent.WAITING_CONTACT, actor=actor, at=at, note=note, day=on)
    return entry


@transaction.atomic
def change_interim(
    *,
    entry: WaitingEntry,
    interim_services: tuple[str, ...],
    interim_provider: str,
    actor: User,
    at: datetime,
) -> WaitingEntry:
    case, entry = _lock(entry)
    _demand_in_queue(entry)
    entry.interim_services, entry.interim_provider = list(interim_services), interim_provider
    entry.save(update_fields=["interim_services", "interim_provider"])
    tell(
        case,
        CareEvent.INTERIM_CHANGED,
        actor=actor,
        at=at,
        note=interim_provider,
        services=interim_services,
    )
    return entry


@transaction.atomic
def leave_queue(
    *, entry: WaitingEntry, reason: str, note: str, actor: User, at: datetime
) -> WaitingEntry:
    case, entry = _lock(entry)
    _demand_in_queue(entry)
    if reason not in LEAVE_BY_HAND:
        raise DomainError(_("Pilih satu alasan."), code="no_reason", field="reason")
    waiting.leave(entry, reason, actor=actor, at=at)
    if case.status == CaseStatus.PLACEMENT and case.next_step == NextStep.REQUEST_PLACEMENT:
        set_next(case, NextStep.REQUEST_PLACEMENT, timezone.localdate(at))
        case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.WAITING_ENDED, actor=actor, at=at, note=note, reason=reason)
    return entry


@transaction.atomic
def leave_with_the_case(*, entry: WaitingEntry, at: datetime) -> WaitingEntry:
    """By the system: the case went another way (closed, or decided anew) and waits for no place any more."""
    case, entry = _lock(entry)
    if entry.status == WaitingStatus.LEFT or case.status == CaseStatus.PLACEMENT:
        raise DomainError(_("Kasus ini masih menunggu tempat."), code="not_due")
    waiting.leave(entry, QueueExit.CLOSED, actor=None, at=at)
    tell(case, CareEvent.WAITING_ENDED, actor=None, at=at, reason=QueueExit.CLOSED)
    return entry


@transaction.atomic
def offer_place(*, entry: WaitingEntry, institution: Institution, at: datetime) -> WaitingEntry:
    """By the system: tell the sender that a place is free. Nobody is placed; a person asks for it or not."""
    today = timezone.localdate(at)
    case, entry = _lock(entry)
    waits = entry.status == WaitingStatus.WAITING and case.status == CaseStatus.PLACEMENT
    if not waits or Placement.objects.open().filter(case=case).exists():
        raise DomainError(_("Kasus ini tidak lagi menunggu tempat."), code="not_due")
    refused = refusal(case, institution, today=today)
    if refused:
        code, sentence = refused
        raise DomainError(sentence, code=code)
    until = today + timedelta(days=TAKE_OFFER_DAYS[case.risk])
    waiting.move(entry, "offer")
    entry.offers += 1
    entry.offered_institution, entry.offer_ends_on = institution, until
    entry.save(update_fields=["status", "offers", "offered_institution", "offer_ends_on"])
    offer = {"place": institution.name, "until": until}
    task = NewTask(
        kind=CareTask.TAKE_OFFER,
        subject=subject_of(entry, "offer", entry.offers),
        due_on=until,
        institution=case.institution,
        owner=case.lead_worker,
        facts=offer,
    )
    add_task(case, task, actor=None, at=at)
    if case.next_step == NextStep.REQUEST_PLACEMENT:
        set_next(case, NextStep.REQUEST_PLACEMENT, until)
        case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.WAITING_OFFERED, actor=None, at=at, note="", **offer)
    return entry


@transaction.atomic
def pass_offer_on(*, entry: WaitingEntry, at: datetime) -> WaitingEntry:
    """By the system: nobody asked for the place in time. It goes to the next, and this case behind its equals."""
    today = timezone.localdate(at)
    case, entry = _lock(entry)
    is_due = entry.offer_ends_on is not None and entry.offer_ends_on < today
    if entry.status != WaitingStatus.OFFERED or not is_due:
        raise DomainError(_("Tawaran ini sudah ditangani."), code="not_due")
    place = entry.offered_institution
    waiting.move(entry, "pass_on")
    entry.queued_at = at
    entry.save(update_fields=["status", "offered_institution", "offer_ends_on", "queued_at"])
    settle_tasks(case, subject_of(entry, "offer"), actor=None, at=at, cancelled=True)
    _wait_on(case, today)
    tell(case, CareEvent.OFFER_PASSED_ON, actor=None, at=at, place=place.name if place else None)
    return entry


def _lock(entry: WaitingEntry) -> tuple[Case, WaitingEntry]:
    case = lock_case(entry.case)
    rows = WaitingEntry.objects.select_for_update(no_key=True, of=("self",))
    locked = rows.get(pk=entry.pk)
    locked.case = case
    return case, locked


def _call_again(
    entry: WaitingEntry, case: Case, day: date, actor: User | None, at: datetime
) -> None:
    """The next weekly contact, which is also by when somebody looks for a place again."""
    due = day + timedelta(days=WAITING_CONTACT_DAYS)
    task = NewTask(
        kind=CareTask.WAITING_CONTACT,
        subject=subject_of(entry, "contact", entry.contacts + 1),
        due_on=due,
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, task, actor=actor, at=at)
    if entry.status == WaitingStatus.WAITING:
        _wait_on(case, day)


def _wait_on(case: Case, day: date) -> None:
    if case.next_step != NextStep.REQUEST_PLACEMENT:
        return
    set_next(case, NextStep.REQUEST_PLACEMENT, day + timedelta(days=WAITING_CONTACT_DAYS))
    case.save(update_fields=["next_step", "next_due_on"])


def _demand_no_place_yet(case: Case) -> None:
    demand_consent(case.client)
    if case.status != CaseStatus.PLACEMENT or case.base == CareBase.FAMILY:
        raise DomainError(_("Kasus ini tidak menunggu tempat di lembaga."), code="wrong_status")
    if Placement.objects.open().filter(case=case).exists():
        raise DomainError(
            _("Kasus ini sudah mempunyai pengajuan penempatan yang belum selesai."),
            code="already_requested",
        )
    if waiting.lock_entry(case) is not None:
        raise DomainError(_("Kasus ini sudah ada dalam daftar tunggu."), code="already_waiting")


def _demand_possible(case: Case, wait: Wait, today: date) -> None:
    """A queue only for what can come: an institution that takes this person, and has no place just now."""
    unknown = set(wait.interim_services) - set(Component.values)
    if unknown or not (wait.interim_services or wait.interim_provider.strip()):
        raise DomainError(
            _(
                "Pilih layanan yang diberikan selama menunggu, atau tuliskan siapa yang mendampingi."
            ),
            code="no_interim",
            field="interim_services",
        )
    if wait.institution is None:
        return
    refused = refusal(case, wait.institution, today=today)
    if refused is None:
        raise DomainError(
            _("%(place)s dapat diminta hari ini. Ajukan penempatannya.")
            % {"place": wait.institution.name},
            code="has_room",
            field="institution",
        )
    if refused[0] != "full":
        raise DomainError(refused[1], code=refused[0], field="institution")


def _demand_in_queue(entry: WaitingEntry) -> None:
    if not entry.is_in_queue:
        raise DomainError(_("Kasus ini sudah keluar dari daftar tunggu."), code="not_waiting")
