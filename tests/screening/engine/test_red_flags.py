"""The red flags that an interview asks first."""

import pytest

from screening.engine import red_flags


def test_there_are_as_many_questions_as_an_interview_can_bear():
    assert 8 <= len(red_flags.RED_FLAGS) <= 15


def test_every_code_is_used_once():
    codes = [flag.code for flag in red_flags.RED_FLAGS]

    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("flag", red_flags.RED_FLAGS, ids=lambda flag: flag.code)
def test_every_flag_is_a_question_with_a_first_step(flag):
    for text in (flag.ask, flag.sign, flag.do_now):
        assert text.id
        assert text.en
    assert flag.ask.id.endswith("?")
    assert flag.ask.en.endswith("?")


@pytest.mark.parametrize("flag", red_flags.RED_FLAGS, ids=lambda flag: flag.code)
def test_every_hotline_of_a_flag_is_known_and_named_in_its_first_step(flag):
    known = {hotline.number for hotline in red_flags.HOTLINES}

    assert set(flag.hotlines) <= known
    assert all(number in flag.do_now.id for number in flag.hotlines)
    assert all(number in flag.do_now.en for number in flag.hotlines)


def test_the_groups_hold_every_flag_in_list_order():
    grouped = [flag for _, flags in red_flags.by_group() for flag in flags]

    assert tuple(grouped) == red_flags.RED_FLAGS


def test_only_a_plain_yes_raises_a_flag():
    assert red_flags.flagged({"overdose": True, "injury": False, "methanol": None}) == ("overdose",)


def test_raised_flags_come_in_list_order():
    codes = [flag.code for flag in red_flags.raised(("suicide_intent", "overdose"))]

    assert codes == ["overdose", "suicide_intent"]


def test_what_kills_or_harms_a_child_is_looked_at_the_same_day():
    soon = {flag.code for flag in red_flags.RED_FLAGS if flag.same_day}

    assert {"overdose", "suicide_intent", "suicide_attempt", "psychiatric", "child_harm"} <= soon


@pytest.mark.parametrize("flag", red_flags.RED_FLAGS, ids=lambda flag: flag.code)
def test_every_flag_knows_its_hours(flag):
    assert 0 < flag.within_hours <= 72


def test_protection_and_loss_hold_nothing_up():
    kinds = {flag.code: flag.kind for flag in red_flags.RED_FLAGS if flag.kind != "medical"}

    assert kinds == {
        "severe_loss": "notice",
        "child_harm": "protection",
        "violence_at_home": "protection",
    }


def test_small_pupils_alone_are_no_overdose():
    assert "pupil" not in red_flags.by_code("overdose").ask.id


def test_every_hotline_can_be_dialled():
    dialled = {hotline.number: hotline.tel for hotline in red_flags.HOTLINES}

    assert dialled == {
        "112": "112",
        "119 ext. 8": "119,8",
        "129": "129",
        "184": "184",
        "171": "171",
    }
