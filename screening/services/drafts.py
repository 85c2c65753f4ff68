"""Holding the interview: a draft on the server, so that any device can go on with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from clients.deadlines import FINISH_SCREENING_DAYS
from clients.enums import CaseStatus, NextStep
from clients.models import Case
from clients.rules import ConsentWithdrawn, TriageOnly, is_triage_only
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.postgres import lock_along
from common.workflow import move
from safety.rules import demand_medical_results
from screening.engine.instruments import get
from screening.enums import ScreeningEvent, ScreeningKind
from screening.interview.drafts import Draft
from screening.interview.pruning import pruned
from screening.interview.sections import SECTIONS, Section
from screening.interview.substances import MAIN_KEYS
from screening.models import Screening
from screening.services.dangers import raise_dangers


# Where a person is screened again, and the case stays where it is.
SCREENED_AGAIN = (CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one page of the interview sends.

    `words` are the answers as a form writes them (interview.Ask), empty to take one back; `revision` is
    the draft's when the page was opened. A `passing` entry is sent by the page itself while its person is
    still thinking: it takes nothing away, so that a slip of the finger costs no answers further on.
    """

    section: Section
    words: Mapping[str, str]
    revision: int
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    screening: Screening
    dropped: bool = False
    """Answers were taken away that are no longer asked."""


class StaleDraft(DomainError):
    """Another device changed this section after the page was opened."""

    def __init__(self, screening: Screening) -> None:
        message = _(
            "Bagian ini sudah diubah di perangkat lain setelah Anda membukanya."
            " Isian Anda masih ada di layar ini, tetapi belum disimpan."
        )
        super().__init__(message, code="stale_draft")
        self.screening = screening


@transaction.atomic
def start_screening(*, case: Case, actor: User, at: datetime, reason: str = "") -> Screening:
    """Begin an interview with the newest instrument, or join the one that is under way.

    In care it is a re-screening: `reason` says what happened, empty when its day has come. After care it
    has no days of its own, so something has happened.
    """
    client = case.client
    case = lock_case(case)
    case.client = client
    draft = case.screenings.drafts().first()
    if draft:
        draft.case = case
        if draft.may_go_on:
            return draft
    demand_consent(case)
    demand_medical_results(case)
    again = case.status in SCREENED_AGAIN
    if not again:
        _move_to_interview(case, at)
    elif not reason and case.status == CaseStatus.AFTERCARE:
        raise DomainError(
            _("Pilih apa yang terjadi, sehingga klien diskrining ulang."),
            code="no_reason",
            field="reason",
        )
    instrument = get("assist")
    screening = Screening.objects.create(
        case=case,
        instrument=instrument.code,
        version=instrument.version,
        kind=_kind(again=again, reason=reason),
        reason=reason if again else "",
        started_by=actor,
        started_at=at,
    )
    if again:
        kind, occasion = ScreeningEvent.RESCREENING_STARTED, {"occasion": screening.kind}
    else:
        kind, occasion = ScreeningEvent.SCREENING_STARTED, {}
    tell(case, kind, actor=actor, at=at, **occasion)
    return screening


def take_over_answers(draft: Screening, older: Screening) -> None:
    """A first interview begins with the answers of one that was just held: they are checked, not asked twice."""
    draft.red_flags, draft.answers, draft.facts = older.red_flags, older.answers, older.facts
    draft.save(update_fields=["red_flags", "answers", "facts"])


def _move_to_interview(case: Case, at: datetime) -> None:
    if case.status != CaseStatus.SCREENING:  # of old its interview may have ended at a red flag
        move(case, "start_screening", CASE)
    set_next(case, NextStep.FINISH_SCREENING, localdate(at) + timedelta(days=FINISH_SCREENING_DAYS))
    case.save(update_fields=["status", "next_step", "next_due_on"])


def _kind(*, again: bool, reason: str) -> ScreeningKind:
    if not again:
        return ScreeningKind.INITIAL
    return ScreeningKind.EVENT if reason else ScreeningKind.REVIEW


@transaction.atomic
def save_section(*, screening: Screening, entry: Entry, actor: User, at: datetime) -> Saved:
    """Keep one section's answers in the draft. A draft is no event: the timeline stays quiet."""
    is_triage = entry.section.code == "danger"
    screening = _lock_triage(screening) if is_triage else lock_interview(screening)
    before = Draft.of(screening)
    after = _with_entry(before, entry)
    if after == before and _nothing_to_drop(before, entry):
        return _guarded(screening, entry, actor, at)
    if after != before and screening.visited.get(entry.section.code, 0) > entry.revision:
        raise StaleDraft(screening)
    kept = after if entry.passing else pruned(after)
    _keep(screening, before, kept)
    screening.saved_at, screening.saved_by = at, actor
    screening.save()
    return _guarded(screening, entry, actor, at, dropped=kept != after)


def _guarded(
    screening: Screening, entry: Entry, actor: User, at: datetime, *, dropped: bool = False
) -> Saved:
    """Whoever goes on from the signs of danger has meant what they answered."""
    if entry.section.code == "danger" and not entry.passing:
        raise_dangers(screening, actor=actor, at=at)
    return Saved(screening, dropped)


def lock_draft(screening: Screening) -> Screening:
    """The draft as it stands now, its case locked until the end of the transaction."""
    client = screening.case.client
    mine = Screening.objects.filter(pk=screening.pk).select_related("case")
    # In the order of every service: the case, then what hangs on it.
    lock_along(mine.only("case__id").select_for_update(no_key=True, of=("case", "self")))
    screening = mine.with_orders_told().with_consent_told().select_related("case", "saved_by").get()
    screening.case.client = client
    screening.note_orders()
    if not screening.may_go_on:
        raise DomainError(
            _("Skrining ini sudah selesai; jawabannya tidak dapat diubah lagi."), code="not_a_draft"
        )
    return screening


def lock_interview(screening: Screening) -> Screening:
    """The same, for more than the signs of danger."""
    screening = _lock_triage(screening)
    if screening.is_triage_only:
        raise TriageOnly
    return screening


def _lock_triage(screening: Screening) -> Screening:
    """The same, to ask for signs of danger: of whoever agrees still, or whose life is at stake."""
    screening = lock_draft(screening)
    if screening.is_consent_withdrawn and not screening.is_triage_only:
        raise ConsentWithdrawn
    return screening


def demand_consent(case: Case) -> None:
    """UU 27/2022 art. 20 and 25: no processing of health data without consent in force."""
    if not (case.client.consents.in_force().exists() or is_triage_only(case.client)):
        raise DomainError(
            _("Belum ada persetujuan yang berlaku. Catat persetujuan klien sebelum skrining."),
            code="no_consent",
        )


def _with_entry(draft: Draft, entry: Entry) -> Draft:
    try:
        return draft.with_words(entry.section.asks(draft), entry.words)
    except ValueError as error:
        raise DomainError(
            _("Ada jawaban yang tidak dikenal. Muat ulang halaman, lalu pilih kembali."),
            code="unreadable_answer",
        ) from error


def _nothing_to_drop(draft: Draft, entry: Entry) -> bool:
    return entry.passing or pruned(draft) == draft


def _keep(screening: Screening, before: Draft, after: Draft) -> None:
    """Write the draft, and the new revision beside every section that it changes."""
    screening.revision += 1
    screening.red_flags, screening.answers = after.red_flags, after.answers
    screening.facts, screening.substances = after.facts, after.substances
    changed = {s.code for s in SECTIONS if _part(before, s) != _part(after, s)}
    screening.visited = {**screening.visited, **dict.fromkeys(changed, screening.revision)}


def _part(draft: Draft, section: Section) -> object:
    """The stored answers of one section."""
    if section.code == "danger":
        return draft.red_flags
    if section.tells_facts:
        return {name: value for name, value in draft.facts.items() if section.owns_fact(name)}
    if section.tells_substances:
        is_main = section.code == "substances"
        return {k: v for k, v in draft.substances.items() if (k in MAIN_KEYS) == is_main}
    return draft.answers.get(section.code)
