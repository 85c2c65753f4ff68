"""The end of an interview: a proposal to decide on; or its stop, while a clinician looks at the person first."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _

from accounts.models import User
from clients.deadlines import DECIDE_DAYS, SECOND_DAYS
from clients.enums import CaseStatus, NextStep
from clients.transitions import set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.reading import stand_in_line
from common.workflow import move
from safety.enums import Source
from safety.facts import Found, Seen, Sending
from safety.models import MedicalReferral, MedicalResult
from safety.rules import demand_medical_results
from safety.services.referring import open_referral, record_known_result
from screening import engine
from screening.danger import subject_of_interview, waiting
from screening.enums import ScreeningEvent, ScreeningKind, ScreeningStatus
from screening.interview.asks import say
from screening.interview.drafts import Draft
from screening.interview.health import HEALTH
from screening.interview.progress import Progress
from screening.interview.pruning import pruned
from screening.interview.substances import problems_of
from screening.known import assessed_facts, signed_results
from screening.models import Screening, StepChange
from screening.proposals import SECOND_ASSESSOR
from screening.services.drafts import lock_draft, lock_interview
from screening.services.facts import facts_for
from screening.services.homes import judge_home_of
from screening.services.law_changes import has_looked
from screening.services.one_story import demand_one_story
from screening.services.reviews import settle_review


@transaction.atomic
def finish_screening(*, screening: Screening, actor: User, at: datetime) -> Screening:
    """Score the interview, freeze result and proposal, and hand the case over for a decision."""
    stand_in_line(actor.pk)
    screening = lock_interview(screening)
    held = Draft.of(screening)
    demand_one_story(screening.case, held)
    draft = pruned(held)
    _demand_no_danger(screening)
    _demand_complete(draft)
    result = _score(draft)
    judge_home_of(screening, draft.facts, actor=actor, at=at)
    proposal = _route(screening, draft, result, actor, localdate(at))
    _demand_base(proposal)
    screening.answers, screening.facts = draft.answers, draft.facts
    _keep_substances(screening, draft)
    screening.result = result.to_dict()
    _close(screening, proposal, actor, at)
    _hand_over(screening, proposal, at)
    has_looked(screening.case, actor=actor, at=at)
    step = settle_review(screening, actor=actor, at=at)
    _tell_outcome(screening, step, actor, at)
    return screening


def _keep_substances(screening: Screening, draft: Draft) -> None:
    """What figures count is kept open as codes; everything else of it stays sealed."""
    main = problems_of(draft).main
    screening.substances = draft.substances
    screening.main_substance = main
    screening.main_route = draft.substances.get("route", {}).get(main, "")
    screening.treated_before = draft.substances.get("treated", "")


def _route(
    screening: Screening, draft: Draft, result: engine.Result, actor: User, today: date
) -> engine.Proposal:
    """Of this interview, and of what a signed assessment found that it does not ask."""
    case = screening.case
    beside = {
        name: value
        for name, value in assessed_facts(case, today).items()
        if name not in draft.facts or _is_left_open(name, draft)
    }
    told = {
        **draft.facts,
        **beside,
        "red_flags": draft.red_flags,
        "first_screening": screening.kind == ScreeningKind.INITIAL,
    }
    results = {**signed_results(case, today), draft.code: result}
    return engine.route(results, facts_for(case, told, actor, today))


def _is_left_open(name: str, draft: Draft) -> bool:
    """A medicine that an assessment found does not end because it was not asked about today."""
    return name in HEALTH and draft.facts[name] is None


def _hand_over(screening: Screening, proposal: engine.Proposal, at: datetime) -> None:
    """Its class becomes the case's until a person has decided; afterwards only another decision changes it."""
    case = screening.case
    if screening.moves_case:
        move(case, "propose", CASE)
    if case.status == CaseStatus.DECISION:
        set_next(case, *next_after(proposal, localdate(at)))
        case.risk = screening.risk
        case.save(update_fields=["status", "risk", "next_step", "next_due_on"])


def next_after(proposal: engine.Proposal, today: date) -> tuple[NextStep, date]:
    """What a proposal waits for: a second assessor first, where the instruments are two classes apart."""
    if SECOND_ASSESSOR in proposal.codes:
        return NextStep.SECOND_ASSESSMENT, today + timedelta(days=SECOND_DAYS)
    return NextStep.DECIDE, today + timedelta(days=DECIDE_DAYS)


@transaction.atomic
def refer_to_medical(
    *, screening: Screening, sending: Sending, actor: User, at: datetime
) -> MedicalReferral:
    """Safety first: the interview waits with its answers until the clinician's word is written down."""
    screening = lock_draft(screening)
    return open_referral(
        case=screening.case, seen=_seen(screening), sending=sending, actor=actor, at=at
    )


@transaction.atomic
def record_earlier_look(
    *, screening: Screening, found: Found, actor: User, at: datetime
) -> MedicalResult:
    """A clinician has looked at these signs already; the interview goes on."""
    screening = lock_draft(screening)
    return record_known_result(
        case=screening.case, seen=_seen(screening), found=found, actor=actor, at=at
    )


def _seen(screening: Screening) -> Seen:
    flags = waiting(screening)
    if not flags:
        raise DomainError(
            _("Tidak ada tanda bahaya yang menunggu. Lanjutkan skrining."), code="no_red_flag"
        )
    return Seen(flags, Source.SCREENING, subject_of_interview(screening))


def _close(screening: Screening, proposal: engine.Proposal, actor: User, at: datetime) -> None:
    screening.status = ScreeningStatus.FINISHED
    screening.proposal = proposal.to_dict()
    screening.risk = proposal.risk or ""
    screening.proposed_base = proposal.base or ""
    screening.finished_by, screening.finished_at = actor, at
    screening.save()


def _demand_no_danger(screening: Screening) -> None:
    """A danger at home holds up nothing here: it bars the family base until a leader calls it settled."""
    if waiting(screening):
        raise DomainError(
            _("Ada tanda bahaya: rujuk klien ke layanan medis dahulu."), code="red_flag"
        )
    demand_medical_results(screening.case)


def _demand_base(proposal: engine.Proposal) -> None:
    """What the rules leave open is no proposal to decide on; they say why."""
    if not proposal.base:
        reasons = proposal.reasons_in(get_language() or "id")
        raise DomainError("\n".join(sentence for _code, sentence in reasons), code="no_base")


def _demand_complete(draft: Draft) -> None:
    missing = [step.section.title for step in Progress(draft).steps if step.is_unfinished]
    if missing:
        raise DomainError(
            _("Masih ada bagian yang belum lengkap: %(sections)s.")
            % {"sections": ", ".join(str(title) for title in missing)},
            code="incomplete",
        )


def _score(draft: Draft) -> engine.Result:
    try:
        return engine.score(draft.code, draft.answers, draft.version)
    except engine.AnswerError as error:
        raise DomainError(_answer_fault(draft, error), code="answer_error") from error


def _answer_fault(draft: Draft, error: engine.AnswerError) -> str:
    questions = {question.code: question.prompt for question in draft.instrument.questions}
    substances = {substance.code: substance.label for substance in draft.instrument.substances}
    place = [
        say(words[code]) if code in words else code
        for words, code in ((questions, error.question), (substances, error.substance))
        if code
    ]
    return _("Periksa jawaban ini: %(place)s (%(problem)s).") % {
        "place": " / ".join(place) or "-",
        "problem": say(error.text),
    }


def _tell_outcome(screening: Screening, step: StepChange | None, actor: User, at: datetime) -> None:
    is_correction = screening.corrects_id is not None
    tell(
        screening.case,
        ScreeningEvent.SCREENING_CORRECTED if is_correction else ScreeningEvent.SCREENING_FINISHED,
        actor=actor,
        at=at,
        risk=screening.risk,
        base=screening.proposed_base,
        step=step.direction if step else "",
    )
