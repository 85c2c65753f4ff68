"""What an IPWL or LKS tells the ministry each month, and the ministry's answer. No person's data: no timeline."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.hands import demand_another
from accounts.models import User
from common.errors import DomainError
from common.workflow import move
from partners.models import Institution
from reports import workflow
from reports.facts import ActivityFacts, MoneyFacts, SubmissionFacts
from reports.models import Submission, SubmissionActivity, SubmissionMoney
from reports.months import month_of
from reports.permissions import SUBMITTING_KINDS


@transaction.atomic
def start_submission(
    *, institution: Institution, facts: SubmissionFacts, actor: User, at: datetime
) -> Submission:
    if institution.kind not in SUBMITTING_KINDS:
        raise DomainError(_("Hanya IPWL dan LKS yang mengirim laporan ini."), code="wrong_kind")
    today = timezone.localdate(at)
    if facts.month > month_of(today):
        raise DomainError(_("Bulan ini belum berjalan."), code="future_date", field="month")
    submission = Submission(
        institution=institution,
        month=facts.month,
        note=facts.note,
        changed_by=actor,
        changed_at=at,
        writers=[actor.pk],
    )
    try:
        with transaction.atomic():
            submission.save()
    except IntegrityError as error:
        raise DomainError(
            _("Kiriman untuk bulan ini sudah ada."), code="exists", field="month"
        ) from error
    for activity in facts.activities:
        _write_activity(submission, activity)
    for receipt in facts.money:
        _write_money(submission, receipt, today)
    return submission


@transaction.atomic
def begin_submissions(*, month: date) -> None:
    """An empty one for whoever owes one and has none, so that it waits on their desk. May run twice."""
    owing = Institution.objects.active().filter(kind__in=SUBMITTING_KINDS)
    owing = owing.exclude(submissions__month=month).order_by("pk")
    begun = [Submission(institution=each, month=month) for each in owing]
    Submission.objects.bulk_create(begun, ignore_conflicts=True)


@transaction.atomic
def change_note(
    *, submission: Submission, note: str, version: int, actor: User, at: datetime
) -> Submission:
    locked = _lock_open(submission)
    locked.become_next_version(version, actor=actor, at=at)
    locked.note = note
    locked.add_writer(actor.pk)
    locked.save(update_fields=["note", "writers", *locked.VERSION_COLUMNS])
    return locked


@transaction.atomic
def add_activity(
    *, submission: Submission, facts: ActivityFacts, actor: User, at: datetime
) -> SubmissionActivity:
    locked = _lock_open(submission)
    line = _write_activity(locked, facts)
    _touch(locked, actor, at)
    return line


@transaction.atomic
def add_money(
    *, submission: Submission, facts: MoneyFacts, actor: User, at: datetime
) -> SubmissionMoney:
    locked = _lock_open(submission)
    line = _write_money(locked, facts, timezone.localdate(at))
    _touch(locked, actor, at)
    return line


@transaction.atomic
def remove_line(
    *, line: SubmissionActivity | SubmissionMoney, actor: User, at: datetime
) -> Submission:
    """The line goes; the trail keeps what it said and who took it out."""
    locked = _lock_open(line.submission)
    type(line)._default_manager.filter(pk=line.pk).delete()  # noqa: SLF001  either of two models
    _touch(locked, actor, at)
    return locked


@transaction.atomic
def send_submission(
    *, submission: Submission, version: int, actor: User, at: datetime
) -> Submission:
    locked = _move("send", submission)
    if not locked.activities.exists():
        raise DomainError(_("Isi sedikitnya satu kegiatan sebelum mengirim."), code="empty")
    locked.become_next_version(version, actor=actor, at=at)
    locked.submitted_by, locked.submitted_at = actor, at
    locked.save(update_fields=["status", "submitted_by", "submitted_at", *locked.VERSION_COLUMNS])
    return locked


@transaction.atomic
def accept_submission(
    *, submission: Submission, version: int, actor: User, at: datetime
) -> Submission:
    return _answer("accept", submission, "", version=version, actor=actor, at=at)


@transaction.atomic
def return_submission(
    *, submission: Submission, answer_note: str, version: int, actor: User, at: datetime
) -> Submission:
    if not answer_note.strip():
        raise DomainError(
            _("Tulis apa yang perlu diperbaiki."), code="note_missing", field="answer_note"
        )
    return _answer("return", submission, answer_note, version=version, actor=actor, at=at)


def _answer(
    verb: str, submission: Submission, note: str, *, version: int, actor: User, at: datetime
) -> Submission:
    locked = _move(verb, submission)
    locked.become_next_version(version, actor=actor, at=at)
    demand_another(actor, locked.hands)
    locked.take_answer(note, actor=actor, at=at)
    locked.save(update_fields=["status", *locked.ANSWER_COLUMNS, *locked.VERSION_COLUMNS])
    return locked


def _lock(submission: Submission) -> Submission:
    return Submission.objects.select_for_update(no_key=True).get(pk=submission.pk)


def _lock_open(submission: Submission) -> Submission:
    locked = _lock(submission)
    if not workflow.may_edit(locked.status):
        raise DomainError(
            _("Kiriman ini sudah dikirim dan tidak dapat diubah."), code="wrong_status"
        )
    return locked


def _move(verb: str, submission: Submission) -> Submission:
    locked = _lock(submission)
    move(locked, verb, workflow.SUBMISSION)
    return locked


def _touch(locked: Submission, actor: User, at: datetime) -> None:
    """Lines are part of what the ministry answers: whoever saw it without them saw an older one."""
    locked.become_next_version(locked.version, actor=actor, at=at)
    locked.add_writer(actor.pk)
    locked.save(update_fields=["writers", *locked.VERSION_COLUMNS])


def _write_activity(submission: Submission, facts: ActivityFacts) -> SubmissionActivity:
    line = SubmissionActivity(submission=submission, **asdict(facts))
    try:
        with transaction.atomic():
            line.save()
    except IntegrityError as error:
        raise DomainError(
            _("%(activity)s sudah ada dalam kiriman ini.") % {"activity": line},
            code="activity_exists",
            field="kind",
        ) from error
    return line


def _write_money(submission: Submission, facts: MoneyFacts, today: date) -> SubmissionMoney:
    if month_of(facts.on) != submission.month:
        raise DomainError(
            _("Tanggal bukti berada di luar bulan laporan."), code="other_month", field="on"
        )
    if facts.on > today:
        raise DomainError(_("Tanggal bukti belum tiba."), code="future_date", field="on")
    return SubmissionMoney.objects.create(submission=submission, **asdict(facts))
