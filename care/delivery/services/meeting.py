"""A meeting of a group: one entry, the roll of all its members, a line in the timeline of each who came."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.delivery.facts import Mark, SessionFacts
from care.delivery.services.delivering import asdict_shallow
from care.enums import CAME, CareTask, Presence
from care.event_kinds import CareEvent
from care.models import Attendance, CareGroup, GroupSession, Membership
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task
from clients.transitions import tell_each
from common.errors import DomainError
from common.sealed import preload


MISSED_IN_A_ROW = 3  # domain facts, section 4: one of the reasons to step up
ASK_WITHIN = timedelta(days=7)


@transaction.atomic
def hold_session(
    *,
    group: CareGroup,
    facts: SessionFacts,
    roll: Iterable[Mark],
    actor: User,
    at: datetime,
) -> GroupSession:
    marks = {mark.case_id: mark for mark in roll}
    cases = _lock_cases(marks)
    group = CareGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    _demand_sound(group, facts, at=at)
    _demand_members(group, marks)
    session = _write(group, facts, actor=actor, at=at)
    Attendance.objects.bulk_create(
        Attendance(
            session=session, case=case, status=marks[case.pk].status, note=marks[case.pk].note
        )
        for case in cases
    )
    came = [case for case in cases if marks[case.pk].status in CAME]
    tell_each(came, CareEvent.SESSION_ATTENDED, actor=actor, at=at, **_called(session))
    _ask_after(session, cases, actor=actor, at=at)
    return session


@transaction.atomic
def correct_roll(*, session: GroupSession, roll: Iterable[Mark], actor: User, at: datetime) -> int:
    """Mend lines that were ticked wrongly; how many were."""
    marks = {mark.case_id: mark for mark in roll}
    cases = _lock_cases(marks)
    rows = Attendance.objects.filter(session=session, case__in=cases).select_related("case__client")
    wrong = [row for row in rows.order_by("pk") if _differs(row, marks[row.case_id])]
    if not wrong:
        raise DomainError(_("Tidak ada yang diubah."), code="no_change")
    for row in wrong:
        row.status, row.note = marks[row.case_id].status, marks[row.case_id].note
        row.save(update_fields=["status", "note"])
    mended = [row.case for row in wrong]
    tell_each(mended, CareEvent.ROLL_CORRECTED, actor=actor, at=at, **_called(session))
    _ask_after(session, cases, actor=actor, at=at)
    return len(wrong)


def _differs(row: Attendance, mark: Mark) -> bool:
    return (row.status, row.note) != (mark.status, mark.note)


def _lock_cases(marks: dict[int, Mark]) -> list[Case]:
    """In the order of their ids, so that two rolls with the same people wait for each other."""
    rows = Case.objects.filter(pk__in=marks).select_for_update(no_key=True, of=("self",))
    cases = list(rows.select_related("client", "institution", "lead_worker").order_by("pk"))
    preload(case.client.key_id for case in cases)
    return cases


def _write(group: CareGroup, facts: SessionFacts, *, actor: User, at: datetime) -> GroupSession:
    try:
        with transaction.atomic():
            return GroupSession.objects.create(
                group=group, recorded_by=actor, recorded_at=at, **asdict_shallow(facts)
            )
    except IntegrityError as error:
        if "groupsession_once_at_a_time" not in str(error):
            raise
        raise DomainError(
            _("Pertemuan ini sudah dicatat."), code="repeated", field="time"
        ) from error


def _called(session: GroupSession) -> dict[str, str]:
    return {"group": session.group.name, "session": session.kind, "topic": session.topic}


def _ask_after(session: GroupSession, cases: Iterable[Case], *, actor: User, at: datetime) -> None:
    """Somebody asks why, once for each run of meetings missed without leave."""
    by_id = {case.pk: case for case in cases}
    said = (
        Attendance.objects.filter(session__group=session.group, case__in=by_id)
        .exclude(status=Presence.EXCUSED)
        .order_by("case_id", "-session__held_at", "-pk")
        .values_list("case_id", "session_id", "status")
    )
    for case_id, lines in groupby(said, key=lambda line: line[0]):
        missed = _missed_last(line[1:] for line in lines)
        if len(missed) < MISSED_IN_A_ROW:
            continue
        case = by_id[case_id]
        task = NewTask(
            CareTask.ABSENCE,
            subject_of("absence", missed[-1]),
            timezone.localdate(at) + ASK_WITHIN,
            case.institution,
            owner=case.lead_worker,
            facts={"group": session.group.name},
        )
        add_task(case, task, actor=actor, at=at)


def _missed_last(lines: Iterable[tuple[int, str]]) -> list[int]:
    """The meetings that were missed since the last one they came to, newest first."""
    missed = []
    for session_id, status in lines:
        if status in CAME:
            break
        missed.append(session_id)
    return missed


def _demand_sound(group: CareGroup, facts: SessionFacts, *, at: datetime) -> None:
    if not group.is_active:
        raise DomainError(_("Kelompok ini sudah tidak aktif."), code="inactive")
    if facts.held_at > at:
        raise DomainError(
            _("Waktu pertemuan tidak boleh di masa depan."), code="future_date", field="on"
        )
    if timezone.localdate(facts.held_at) < group.started_on:
        raise DomainError(
            _("Kelompok ini belum terbentuk pada tanggal itu."), code="too_early", field="on"
        )
    if facts.facilitator.institution_id != group.institution_id:
        raise DomainError(
            _("Fasilitator harus petugas lembaga ini."), code="stranger", field="facilitator"
        )


def _demand_members(group: CareGroup, marks: dict[int, Mark]) -> None:
    if not marks:
        raise DomainError(_("Kelompok ini belum mempunyai anggota."), code="nobody")
    members = Membership.objects.running().filter(group=group, case__in=marks)
    if set(members.values_list("case_id", flat=True)) != marks.keys():
        raise DomainError(
            _("Anggota kelompok ini sudah berubah. Muat ulang halaman."), code="not_a_member"
        )
