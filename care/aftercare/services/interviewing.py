"""The interview about outcomes: begun, kept theme by theme, finished."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.outcomes.asking import contradictions, figures_of
from care.aftercare.selectors.outcomes import may_begin, sheet_of
from care.aftercare.services.relapsing import call_again, open_relapse
from care.aftercare_enums import OutcomePoint, OutcomeStatus
from care.event_kinds import CareEvent
from care.models import OutcomeInterview, OutcomePart
from care.workflow import OUTCOME
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.workflow import move, moved_on
from screening.assessment.answers import Answers
from screening.assessment.services.writing import PartEntry, write_part


@transaction.atomic
def begin_interview(*, case: Case, point: str, actor: User, at: datetime) -> OutcomeInterview:
    """Begin the interview of a point, or join the one that was begun."""
    client = case.client
    case = lock_case(case)
    case.client = client
    begun = case.outcome_interviews.filter(point=point).standing().newest_first().first()
    if begun is not None:
        return begun
    demand_consent(client)
    today = timezone.localdate(at)
    follow_up = case.follow_ups.filter(milestone=point).first()
    if not may_begin(case, follow_up, point, today):
        raise DomainError(_not_yet(point), code="not_reached")
    interview = OutcomeInterview.objects.create(
        case=case, point=point, asked_on=today, started_by=actor, started_at=at
    )
    tell(case, CareEvent.OUTCOME_BEGUN, actor=actor, at=at, point=point)
    return interview


@transaction.atomic
def save_theme(
    *, interview: OutcomeInterview, entry: PartEntry, actor: User, at: datetime
) -> OutcomePart:
    """A draft is no event."""
    interview = _lock_consented(interview)
    demand_draft(interview)
    kept = interview.parts.filter(code=entry.section.code).first()
    part = kept or OutcomePart(saved_by=actor, saved_at=at)
    part.interview = interview
    write_part(part, entry, actor=actor, at=at)
    return part


@transaction.atomic
def finish_interview(*, interview: OutcomeInterview, actor: User, at: datetime) -> OutcomeInterview:
    """From then on it stays as it is, and its figures are counted; those of what it corrects are no more."""
    interview = _lock_consented(interview)
    sheet = sheet_of(interview)  # against the plan, which a draft has
    move(interview, "finish", OUTCOME)
    _demand_whole([str(step.section.title) for step in sheet.progress.holding_back])
    for sentence in contradictions(sheet.answers):
        raise DomainError(str(sentence), code="contradiction")
    for name, value in asdict(figures_of(sheet.answers)).items():
        setattr(interview, name, value)
    interview.finished_by, interview.finished_at = actor, at
    interview.save()
    _name_relapse(interview, sheet.answers["lapse"], actor=actor, at=at)
    kind = CareEvent.OUTCOME_CORRECTED if interview.corrects else CareEvent.OUTCOME_FINISHED
    tell(interview.case, kind, actor=actor, at=at, point=interview.point)
    return interview


def _name_relapse(interview: OutcomeInterview, told: Answers, *, actor: User, at: datetime) -> None:
    """A relapse that is told in after-care is one like any other: on the file, with a call within 72 hours.

    What was told already, by the interview that this one corrects or of that very day, is not named again.
    """
    if interview.point == OutcomePoint.START or not _is_relapse(told):
        return
    if interview.former and _is_relapse(sheet_of(interview.former).answers["lapse"]):
        return
    case, on = interview.case, date.fromisoformat(told.coded["lapse_on"])
    if case.relapses.filter(on=on).exists():
        return
    open_relapse(case, on=on, words=told.words.get("story", ""), actor=actor, at=at)
    call_again(case, on=timezone.localdate(at), actor=actor, at=at)
    case.save(update_fields=["next_step", "next_due_on"])


def _is_relapse(told: Answers) -> bool:
    return bool(told.coded["lapse"] == "relapse")


def lock_interview(interview: OutcomeInterview) -> OutcomeInterview:
    client = interview.case.client
    case = lock_case(interview.case)
    case.client = client
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    now = OutcomeInterview.objects.select_related("corrects").get(pk=interview.pk)
    now.case = case
    if now.former:
        now.former.case = case  # the key of its sealed words hangs on the client
    return now


def _lock_consented(interview: OutcomeInterview) -> OutcomeInterview:
    """To ask more, or to make more of what was told: of whoever agrees still (UU 27/2022 art. 40)."""
    interview = lock_interview(interview)
    demand_consent(interview.case.client)
    return interview


def demand_draft(interview: OutcomeInterview) -> None:
    if not interview.is_draft:
        raise moved_on(OutcomeStatus(interview.status))


def _demand_whole(unfinished: list[str]) -> None:
    if unfinished:
        sentence = _("Masih ada bagian yang belum lengkap: %(sections)s.")
        raise DomainError(sentence % {"sections": ", ".join(unfinished)}, code="incomplete")


def _not_yet(point: str) -> str:
    if point == OutcomePoint.START:
        return _("Wawancara ini dimulai setelah layanan dimulai.")
    return _(
        "Catat dahulu kontak pada titik ini. Wawancaranya dimulai paling lambat 14 hari sesudah klien terhubung."
    )
