"""What came of care: interviews before care and at the core points of after-care, and who may be asked about somebody."""

from datetime import date

from care.aftercare.outcomes.themes import SUBSTANCES, THEMES
from care.aftercare.services.interviewing import begin_interview, finish_interview, save_theme
from care.aftercare.services.locating import Known, add_to_locator
from care.aftercare_enums import Acquaintance, LocatorKind, OutcomePoint
from care.enums import Channel
from care.models import OutcomeInterview
from screening.assessment.questions import Kind, Question
from screening.assessment.services.writing import PartEntry
from tools.demonstration.life import Life


Given = dict[str, str]
# From the time before care to a year after it: days of use, work, home, body and mind.
POINTS: dict[str, tuple[int, str, str, int, int]] = {
    OutcomePoint.START: (26, "none", "moving", 7, 6),
    OutcomePoint.W4: (1, "seeks", "family", 11, 10),
    OutcomePoint.M3: (0, "casual", "family", 13, 13),
    OutcomePoint.M6: (0, "works", "family", 14, 14),
    OutcomePoint.M12: (0, "works", "rent", 15, 16),
}
KNOWN = (
    Known(
        LocatorKind.MAY_ASK,
        "Kakak klien",
        Acquaintance.SIBLING,
        Channel.WHATSAPP,
        "081200001111",
        "Saya kenalan lama, ingin menanyakan kabarnya. Mohon sampaikan nomor saya.",
    ),
    Known(
        LocatorKind.MAY_ASK,
        "Kader kelurahan",
        Acquaintance.CADRE,
        Channel.CADRE,
        "Posyandu Melati",
        "Mohon mampir dan sampaikan salam.",
    ),
    Known(
        LocatorKind.DO_NOT_TELL,
        "Pemilik bengkel",
        Acquaintance.WORK,
        words="Tidak tahu bahwa klien pernah direhabilitasi.",
    ),
)


def locate(life: Life, day: date) -> None:
    for known in KNOWN:
        at = life.clock.at(day)
        add_to_locator(case=life.reread(), known=known, actor=life.worker, at=at)


def ask(life: Life, point: str, day: date) -> OutcomeInterview:
    by = {"actor": life.worker, "at": life.clock.at(day)}
    interview = begin_interview(case=life.reread(), point=point, **by)
    given = _answers(point, day)
    for section in THEMES:
        words = {q.code: [given[q.code]] for q in section.questions if q.code in given}
        save_theme(interview=interview, entry=PartEntry(section, words, 0), **by)
    return finish_interview(interview=interview, **by)


def _answers(point: str, day: date) -> Given:
    days, work, home, body, mind = POINTS[point]
    usual = {q.code: _nothing(q) for section in THEMES for q in section.questions}
    drug, *_others = (code for code, _label in SUBSTANCES if code == "stimulants")
    lapse = {"lapse": "lapse", "lapse_on": day.isoformat(), "triggers": "people"}
    return {
        **{code: word for code, word in usual.items() if word},
        "any": str(days),
        drug: str(days),
        "occupation": work,
        "work_days": "20" if work in {"works", "casual"} else "0",
        "income": "enough" if work == "works" else "little",
        "housing": home,
        "family": "fair" if days else "close",
        "body": str(body),
        "mind": str(mind),
        "life": str(mind),
        "groups": "0" if point == OutcomePoint.START else "4",
        "stage": "thinking" if point == OutcomePoint.START else "keeping",
        **(lapse if days else {}),
    }


def _nothing(question: Question) -> str:
    """Nought days, no lapse, no case; words and what is only asked after a lapse stay empty."""
    if question.is_words or question.unless:
        return ""
    if question.kind is Kind.NUMBER:
        return "0"
    words = [choice.word for choice in question.choices]
    return next((word for word in ("none", "no") if word in words), words[0])
