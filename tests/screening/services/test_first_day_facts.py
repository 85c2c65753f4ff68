"""From the form to the proposal: what a worker hears on the first day is what the routing weighs."""

import pytest

from clients.enums import Interpreter, Mobility, Nationality, UnitWish
from screening.interview.sections import find
from screening.models import Screening
from screening.services.drafts import Entry, save_section
from screening.services.endings import finish_screening
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.screening.factories import AT, ScreeningFactory


pytestmark = pytest.mark.django_db
CALM = {
    "tb_treatment": "no",
    "hiv_art": "no",
    "chronic_disease": "no",
    "cares_for_infant": "no",
}


def proposed(words=None, **needs):
    """The codes and conditions of what is proposed for somebody who says so."""
    client = ClientFactory(registered_by=people.ani(), **needs)
    draft = ScreeningFactory(answered=True, case=CaseFactory(client=client, screening=True))
    entry = Entry(find("kesehatan"), CALM | (words or {}), 0)
    draft = save_section(screening=draft, entry=entry, actor=people.ani(), at=AT).screening
    proposal = finish_screening(screening=draft, actor=people.ani(), at=AT).proposal
    codes = {note["code"] for note in (*proposal["reasons"], *proposal["warnings"])}
    return codes | set(proposal["conditions"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"tb_treatment": "yes"}, "W_TB"),
        ({"hiv_art": "yes"}, "W_HIV"),
        ({"chronic_disease": "yes"}, "W_CHRONIC"),
        ({"cares_for_infant": "yes"}, "W_INFANT"),
        ({"cares_for_infant": "yes"}, "mother_child"),
    ],
)
def test_what_is_told_of_health_is_weighed(words, code):
    assert code in proposed(words)


@pytest.mark.parametrize(
    ("needs", "code"),
    [
        ({"interpreter": Interpreter.SIGN}, "W_LANGUAGE"),
        ({"nationality": Nationality.FOREIGN}, "W_FOREIGNER"),
        ({"unit_wish": UnitWish.ANOTHER}, "W_GENDER"),
        ({"mobility": Mobility.STEP_FREE}, "W_DISABILITY"),
        ({"mobility": Mobility.STEP_FREE}, "wheelchair"),
        ({"senses": "hearing"}, "W_DISABILITY"),
    ],
)
def test_what_is_told_on_the_profile_is_weighed(needs, code):
    assert code in proposed(**needs)


def test_nothing_told_warns_of_nothing():
    found = proposed(dict.fromkeys(CALM, "unknown"))

    assert not found & {"W_TB", "W_HIV", "W_CHRONIC", "W_INFANT", "W_LANGUAGE", "W_FOREIGNER", "W_GENDER"}  # fmt: skip
    assert "unusable_fact" not in found


def test_an_answer_left_open_is_kept_as_unknown():
    draft = ScreeningFactory(safe=True)
    entry = Entry(find("kesehatan"), {"hiv_art": "unknown"}, 0)

    save_section(screening=draft, entry=entry, actor=people.ani(), at=AT)

    assert Screening.objects.get().facts == {"hiv_art": None}


def test_health_and_circumstances_are_changed_apart():
    draft = ScreeningFactory(answered=True)
    entry = Entry(find("kesehatan"), {"hiv_art": "yes"}, 0)

    saved = save_section(screening=draft, entry=entry, actor=people.ani(), at=AT).screening

    assert "health" in saved.visited
    assert "situation" not in saved.visited
