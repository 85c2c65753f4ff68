"""Which substance, how, since when, how often: what the interview asks and what cannot be."""

import pytest

from screening.interview.drafts import Draft
from screening.interview.progress import Progress, Status
from screening.interview.pruning import pruned
from screening.interview.sections import find
from screening.interview.substances import problems_of
from screening.models import Screening
from screening.services.endings import finish_screening
from tests import people
from tests.screening.engine.sheets import HIGH, LOW, SMOKED, STOPPED, sheet, substances_of
from tests.screening.factories import AT, CALM, NO_DANGER, ScreeningFactory


MAIN, USE = find("zat-utama"), find("cara-memakai")
TWO = {"amphetamine": HIGH, "cannabis": LOW}


def draft(*, age=24, told=None, q8="never", **used):
    answers = sheet(q8, **used)
    return Draft(NO_DANGER, answers, CALM, "male", age=age, substances=told or {})


def fields(section, given):
    return [ask.field for ask in section.asks(given)]


def status(given, section):
    return Progress(given).step(section).status


def test_of_one_drug_nobody_asks_which_is_the_main_one():
    given = draft(tobacco=SMOKED, opioids=HIGH)

    assert fields(MAIN, given) == []
    assert problems_of(given).main == "opioids"


def test_of_several_each_is_asked_but_tobacco():
    assert fields(MAIN, draft(tobacco=SMOKED, **TWO)) == ["role-cannabis", "role-amphetamine"]


def test_another_drug_is_asked_by_its_name():
    assert fields(MAIN, draft(other=HIGH)) == ["other_name"]


def test_whoever_smokes_alone_is_asked_nothing_of_it():
    given = draft(tobacco=SMOKED)

    assert [status(given, one) for one in (MAIN, USE)] == [Status.SKIPPED, Status.SKIPPED]


def test_details_are_asked_of_the_chosen_drugs_and_the_days_of_those_taken_lately():
    told = {"role": {"amphetamine": "main", "cannabis": "none", "opioids": "beside"}}

    assert fields(USE, draft(told=told, **TWO, opioids=STOPPED)) == [
        "age-amphetamine", "days-amphetamine", "route-amphetamine", "age-opioids", "route-opioids", "treated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("q8", "asked"), [("never", False), ("earlier", True), ("past_3_months", True)]
)
def test_whoever_injected_is_asked_since_when_and_with_whose_needle(q8, asked):
    found = fields(USE, draft(opioids=HIGH, q8=q8))

    assert ({"injected_at", "sharing"} <= set(found)) is asked


def roles(*words):
    used = ("alcohol", "cannabis", "amphetamine", "opioids", "sedatives")[: len(words)]
    told = {"role": dict(zip(used, words, strict=True))}
    return draft(told=told, **dict.fromkeys(used, LOW))


@pytest.mark.parametrize(
    ("words", "faulty"),
    [
        (("main", "beside"), False),
        (("main", "none"), False),
        (("main", "beside", "beside", "beside"), False),
        (("main", "beside", "beside", "beside", "none"), False),
        (("beside", "none"), True),
        (("main", "main"), True),
        (("main", "beside", "beside", "beside", "beside"), True),
    ],
)
def test_there_is_one_main_drug_and_at_most_three_beside_it(words, faulty):
    given = roles(*words)

    assert bool(MAIN.faults(given)) is faulty
    assert (status(given, MAIN) == Status.DONE) is not faulty


def test_a_drug_is_not_injected_by_whoever_never_injects():
    told = {"route": {"opioids": "inject"}}

    assert set(USE.faults(draft(told=told, opioids=HIGH))) == {"route-opioids"}
    assert not USE.faults(draft(told=told, opioids=HIGH, q8="earlier"))


@pytest.mark.parametrize(
    ("field", "word", "taken"),
    [
        ("age-opioids", "24", True),
        ("age-opioids", "25", False),
        ("age-opioids", "0", False),
        ("days-opioids", "0", True),
        ("days-opioids", "30", True),
        ("days-opioids", "31", False),
        ("injected_at", "24", True),
        ("injected_at", "25", False),
    ],
)
def test_ages_end_with_today_and_a_month_with_thirty_days(field, word, taken):
    given = draft(opioids=HIGH, q8="earlier")
    ask = next(ask for ask in USE.asks(given) if ask.field == field)

    if taken:
        assert given.with_words((ask,), {field: word}).word(ask) == word
    else:
        with pytest.raises(ValueError, match=field):
            given.with_words((ask,), {field: word})


def test_pruning_keeps_what_is_asked_and_drops_the_rest():
    answers = sheet(**TWO)
    given = Draft(NO_DANGER, answers, CALM, "male", age=24, substances=substances_of(answers))

    kept = pruned(given).substances

    assert kept.keys() == {"role", "age", "days", "route", "treated"}
    assert pruned(draft(tobacco=SMOKED, told=given.substances)).substances == {}


def test_an_age_that_is_out_of_reach_since_is_asked_again():
    """The birth date was corrected after the interview had begun."""
    answers = sheet(opioids=HIGH)
    given = Draft(NO_DANGER, answers, CALM, "male", age=11, substances=substances_of(answers))

    assert status(given, USE) == Status.RUNNING
    assert "age" not in pruned(given).substances


def test_a_drug_that_is_no_problem_any_more_takes_its_details_along():
    answers = sheet(**TWO)
    told = substances_of(answers) | {"role": {"amphetamine": "main", "cannabis": "none"}}
    given = Draft(NO_DANGER, answers, CALM, "male", age=24, substances=told)

    assert pruned(given).substances["age"] == {"amphetamine": 12}


@pytest.mark.django_db
def test_a_finished_interview_keeps_codes_open_and_the_rest_sealed():
    screening = ScreeningFactory(answered=True, answers=sheet(**TWO))

    finish_screening(screening=screening, actor=people.ani(), at=AT)

    row = Screening.objects.get()
    assert (row.main_substance, row.main_route, row.treated_before) == ("cannabis", "smoke", "once")
    assert row.substances["age"] == {"cannabis": 12, "amphetamine": 12}
    assert Screening.objects.values_list("substances", flat=True)[0] is not None


@pytest.mark.django_db
def test_a_draft_shows_no_code_to_whoever_steals_the_table():
    ScreeningFactory(answered=True)

    assert Screening.objects.get().main_substance == ""
