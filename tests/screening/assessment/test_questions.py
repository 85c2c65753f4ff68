"""Answers as a form writes them and as they are kept."""

import pytest

from screening.assessment.answers import Answers
from screening.assessment.plan import PlanFacts, plan_for
from screening.assessment.progress import Progress, Status
from screening.assessment.sections import NARRATIVE, narrative
from screening.assessment.sections.network import network_alerts


HEALTH = narrative("health")


def test_answers_are_kept_by_their_codes_and_said_in_words():
    answers = Answers().with_entry(HEALTH, {"general": ["fair"], "story": [" Sering sesak. "]})

    assert answers.coded == {"general": "fair"}
    assert answers.words == {"story": "Sering sesak."}
    assert answers.said(HEALTH.question("general")) == "Cukup"


def test_several_answers_are_kept_in_the_order_of_the_question():
    answers = Answers().with_entry(HEALTH, {"conditions": ["pain", "hiv"]})

    assert answers.coded["conditions"] == ["hiv", "pain"]


def test_an_empty_answer_takes_one_back_and_an_unnamed_question_stays():
    before = Answers().with_entry(HEALTH, {"general": ["fair"], "sleep": ["good"]})

    assert before.with_entry(HEALTH, {"general": [""]}).coded == {"sleep": "good"}


@pytest.mark.parametrize("words", [["superb"], ["fair", "x"]])
def test_a_word_that_is_not_offered_is_refused(words):
    question = "general" if len(words) == 1 else "conditions"

    with pytest.raises(ValueError, match=question):
        Answers().with_entry(HEALTH, {question: words})


@pytest.mark.parametrize("word", ["-1", "100"])
def test_a_number_beyond_its_bounds_is_refused(word):
    with pytest.raises(ValueError, match="contacts"):
        Answers().with_entry(narrative("network"), {"contacts": [word]})


def test_no_code_of_an_answer_stands_twice_in_a_question():
    twice = [
        (section.code, question.code)
        for section in NARRATIVE
        for question in section.questions
        if len({choice.word for choice in question.choices}) != len(question.choices)
    ]

    assert twice == []


def progress(**answers):
    return Progress(plan_for(PlanFacts()), answers)


def test_a_section_is_empty_then_partial_then_complete():
    spiritual = narrative("spiritual")
    some = Answers().with_entry(spiritual, {"importance": ["very"]})
    every = {q.code: [q.choices[0].word] for q in spiritual.questions if q.choices}

    statuses = [
        progress(spiritual=answers).step("spiritual").status
        for answers in (Answers(), some, some.with_entry(spiritual, every))
    ]

    assert statuses == [Status.EMPTY, Status.PARTIAL, Status.COMPLETE]


def test_quality_of_life_may_miss_what_the_instrument_allows_to_miss():
    items = [f"q{n}" for n in range(1, 22)]
    steps = [
        progress(whoqol_bref=Answers(coded=dict.fromkeys(some, "3"))).step("whoqol-bref")
        for some in (items, items[1:])
    ]

    assert [step.status for step in steps] == [Status.COMPLETE, Status.PARTIAL]


def test_after_the_last_section_the_first_unfinished_one_follows():
    found = progress()

    assert found.next_open(narrative("summary")) == HEALTH


@pytest.mark.parametrize(
    ("coded", "warned"),
    [
        ({"contacts": 2}, "tiga orang"),
        ({"confidant": False}, "bercerita"),
        ({"contacts": 4, "contacts_using": 2}, "Separuh"),
        ({"bridges": ["none"]}, "kelompok"),
    ],
)
def test_a_thin_network_is_warned_of(coded, warned):
    assert [warned in str(alert) for alert in network_alerts(coded)] == [True]


@pytest.mark.parametrize(
    "coded", [{}, {"contacts": 3}, {"contacts": 4, "contacts_using": 1}, {"confidant": "unknown"}]
)
def test_of_what_is_not_known_nothing_is_warned(coded):
    assert network_alerts(coded) == []
