"""What to ask, section by section, and how far an interview has come."""

import pytest

from screening.interview.drafts import Draft
from screening.interview.progress import Progress, Status, raised_flags
from screening.interview.pruning import pruned
from screening.interview.sections import SECTIONS, find
from tests.screening.engine.sheets import HIGH, LOW, STOPPED, sheet, substances_of
from tests.screening.factories import CALM, NO_DANGER


def draft(answers=None, *, danger=NO_DANGER, facts=CALM, sex="male", **more):
    return Draft(red_flags=dict(danger), answers=answers or {}, facts=dict(facts), sex=sex, **more)


def fields(slug, given):
    return [ask.field for ask in find(slug).asks(given)]


def statuses(given):
    return {step.section.code: step.status for step in Progress(given).steps}


def test_every_section_has_an_address_of_its_own():
    assert len({section.slug for section in SECTIONS}) == len(SECTIONS) == 13


def test_only_substances_ever_used_are_asked_about():
    given = draft({"q1": {"alcohol": True, "cannabis": False}})

    assert fields("q2", given) == ["q2-alcohol"]


def test_the_last_three_months_are_asked_only_of_recent_use():
    given = draft(sheet(opioids=STOPPED, cannabis=LOW))

    assert fields("q3", given) == ["q3-cannabis"]


def test_worries_are_asked_of_substances_given_up_too():
    given = draft(sheet(opioids=STOPPED))

    assert fields("q6", given) == ["q6-opioids"]


def test_duties_are_not_asked_of_tobacco():
    given = draft(sheet(tobacco="daily daily daily - never never"))

    assert fields("q5", given) == []


def test_men_are_not_asked_about_pregnancy():
    assert "pregnancy" not in fields("tanda-bahaya", draft())
    assert "pregnant" not in fields("keadaan", draft())


def test_women_are_asked_about_pregnancy():
    assert "pregnancy" in fields("tanda-bahaya", draft(sex="female"))
    assert "pregnant" in fields("keadaan", draft(sex="female"))


@pytest.mark.parametrize(
    ("q8", "asked"), [("past_3_months", True), ("earlier", False), ("never", False)]
)
def test_days_of_injecting_are_asked_of_those_who_inject_now(q8, asked):
    given = draft(sheet(q8=q8, opioids=HIGH))

    assert ("injecting_days_per_month" in fields("keadaan", given)) is asked


@pytest.mark.parametrize(
    ("used", "asked"),
    [({"alcohol": HIGH}, True), ({"alcohol": LOW}, False), ({"opioids": HIGH}, False)],
)
def test_whether_drinking_stopped_all_at_once_is_asked_of_those_who_drank_often(used, asked):
    found = fields("keadaan", draft(sheet(**used)))

    assert ("drinking_stopped_suddenly" in found) is asked


def test_the_client_is_asked_where_they_wish_to_be_cared_for():
    assert "wants" in fields("keadaan", draft())


def test_of_somebody_without_family_nobody_asks_what_it_does():
    assert "family_support" in fields("keadaan", draft())
    assert "family_support" not in fields("keadaan", draft(no_family=True))


def test_nothing_else_is_open_before_the_danger_signs_are_answered():
    found = statuses(draft(danger={}, facts={}))

    assert found.pop("danger") == Status.TODO
    assert set(found.values()) == {Status.WAITING}


def test_a_section_half_answered_is_under_way():
    assert statuses(draft({"q1": {"alcohol": True}}))["q1"] == Status.RUNNING


def test_a_section_waits_while_nobody_knows_whether_it_applies():
    assert statuses(draft())["q2"] == Status.WAITING


def test_a_section_with_nothing_to_ask_does_not_apply():
    found = statuses(draft(sheet(opioids=STOPPED)))

    assert [code for code, status in found.items() if status == Status.SKIPPED] == [
        "q3",
        "q4",
        "q5",
        "substances",
    ]


def test_whoever_never_used_anything_answers_four_sections():
    progress = Progress(draft(sheet()))

    assert (progress.done, progress.total, progress.is_complete) == (4, 4, True)


def test_the_next_section_is_the_first_open_one_behind_this():
    given = draft({"q1": sheet(alcohol=HIGH)["q1"]}, facts={})

    assert Progress(given).next_open(find("q2")).code == "q6"


def test_after_the_last_section_the_first_open_one_comes_round():
    given = draft({"q1": {"alcohol": True}})

    assert Progress(given).next_open(find("keadaan")).code == "q1"


def test_a_complete_interview_has_no_next_section():
    answers = sheet(amphetamine=HIGH)
    progress = Progress(draft(answers, substances=substances_of(answers)))

    assert progress.next_open() is None
    assert progress.percent == 100


def test_answers_that_cannot_be_read_count_as_missing():
    assert statuses(draft({"q1": {"alcohol": "maybe"}}))["q1"] == Status.TODO


def test_a_one_is_not_a_yes():
    assert statuses(draft({"q1": {"alcohol": 1}}))["q1"] == Status.TODO


def test_pruning_keeps_facts_that_are_asked():
    given = draft(sheet(alcohol=LOW), facts={**CALM, "injecting_days_per_month": 3})

    assert pruned(given).facts == CALM


def test_the_flags_raised_are_those_answered_yes():
    given = draft(danger={**NO_DANGER, "injury": True})

    assert [flag.code for flag in raised_flags(given)] == ["injury"]


def test_english_speakers_read_english_questions():
    from django.utils import translation

    with translation.override("en"):
        ask = find("q1").asks(draft())[0]

    assert ask.label == "Tobacco"


def test_each_fact_of_health_may_stay_unknown():
    for ask in find("kesehatan").asks(draft()):
        assert ask.value_of("unknown") is None
