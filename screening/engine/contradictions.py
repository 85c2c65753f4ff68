"""Answers that cannot both be true, for every instrument in one list.

A contradiction stops nobody: it is warned of where it is answered and kept with the result, and the sheet
is scored as it was given. The codes say which answers are meant, so one line holds for every version of
its instrument. They are this project's own, drawn from the instruments' questions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from screening.engine.proposals import Note
from screening.engine.texts import Text


Answers = Mapping[object, object]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`question` is where its warning is shown; `holds` looks at the answers given so far."""

    code: str
    instrument: str
    question: str
    text: Text
    holds: Callable[[Answers], bool]


def contradictions(instrument: str, answers: object) -> tuple[Note, ...]:
    """What an instrument's answers say against each other, in the order of the list."""
    return tuple(Note(found.code, found.text) for found in _found(instrument, answers))


def contradictions_at(instrument: str, question: str, answers: object) -> tuple[Note, ...]:
    """Those whose warning belongs to one question."""
    found = (one for one in _found(instrument, answers) if one.question == question)
    return tuple(Note(one.code, one.text) for one in found)


def _found(instrument: str, answers: object) -> tuple[Contradiction, ...]:
    given = answers if isinstance(answers, Mapping) else {}
    return tuple(one for one in ALL if one.instrument == instrument and one.holds(given))


def _any(answers: Answers, items: tuple[str, ...], *values: str) -> bool:
    return any(answers.get(item) in values for item in items)


def _no_drugs_but_their_traces(answers: Answers) -> bool:
    return answers.get("q1") == "no" and _any(answers, ("q2", "q4", "q7", "q8", "q9"), "yes")


_MORE_THAN_NEVER = ("1", "2", "3", "4")


def _never_drinks_but_drinks(answers: Answers) -> bool:
    items = ("q2", "q3", "q4", "q5", "q6", "q7", "q8")
    return answers.get("q1") == "0" and _any(answers, items, *_MORE_THAN_NEVER)


def _six_glasses_more_often_than_any(answers: Answers) -> bool:
    """Item 1 counts at most monthly, 2-4 times a month; item 3 weekly, daily."""
    pair = (answers.get("q1"), answers.get("q3"))
    return pair in (("1", "3"), ("1", "4"), ("2", "4"))


_NOT_INJECTED = ("tobacco", "alcohol")


def _substances(answers: Answers, question: str) -> dict[object, object]:
    """The answers of one ASSIST question about what people inject."""
    rows = answers.get(question)
    found = rows if isinstance(rows, Mapping) else {}
    return {substance: said for substance, said in found.items() if substance not in _NOT_INJECTED}


def _injects_without_a_drug(answers: Answers) -> bool:
    return answers.get("q8") in ("past_3_months", "earlier") and not any(
        said is True for said in _substances(answers, "q1").values()
    )


def _injects_without_recent_use(answers: Answers) -> bool:
    recent = _substances(answers, "q2")
    return (
        answers.get("q8") == "past_3_months"
        and bool(recent)
        and all(said == "never" for said in recent.values())
    )


ALL = (
    Contradiction(
        "dast10_no_use",
        "dast10",
        "q1",
        Text(
            "Butir 1 menyebut tidak memakai zat selama 12 bulan ini, tetapi butir 2, 4, 7, 8, atau 9 "
            "menyebut akibat pemakaian dalam waktu yang sama.",
            "Item 1 says that no drugs were taken these 12 months, but item 2, 4, 7, 8 or 9 tells of "
            "what came of taking them in the same time.",
        ),
        _no_drugs_but_their_traces,
    ),
    Contradiction(
        "audit_never_drinks",
        "audit",
        "q1",
        Text(
            "Butir 1 menyebut tidak pernah minum, tetapi butir 2 sampai 8 menyebut minum atau akibatnya.",
            "Item 1 says never drinking, but items 2 to 8 tell of drinking or of what came of it.",
        ),
        _never_drinks_but_drinks,
    ),
    Contradiction(
        "audit_six_glasses",
        "audit",
        "q3",
        Text(
            "Butir 3 menyebut enam gelas atau lebih lebih sering daripada klien minum menurut butir 1.",
            "Item 3 tells of six glasses or more on more occasions than the client drinks by item 1.",
        ),
        _six_glasses_more_often_than_any,
    ),
    Contradiction(
        "assist_injects_nothing",
        "assist",
        "q8",
        Text(
            "Klien menyebut pernah menyuntik, tetapi belum ada zat selain tembakau dan alkohol yang "
            "pernah dipakai. Tanyakan zat apa yang disuntikkan.",
            "The client tells of injecting, but of no drug other than tobacco and alcohol ever taken. Ask "
            "what was injected.",
        ),
        _injects_without_a_drug,
    ),
    Contradiction(
        "assist_injects_unused",
        "assist",
        "q8",
        Text(
            "Klien menyebut menyuntik dalam 3 bulan terakhir, tetapi tidak memakai zat apa pun dalam waktu "
            "itu selain tembakau dan alkohol.",
            "The client tells of injecting within the last 3 months, but of taking nothing in that time "
            "other than tobacco and alcohol.",
        ),
        _injects_without_recent_use,
    ),
)
