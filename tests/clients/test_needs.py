"""What a place has to be ready for: told at the door or on the profile, and read by the routing."""

import pytest
from django.urls import reverse

from clients.enums import EventKind, Interpreter, Mobility, Nationality, Senses, UnitWish
from clients.models import Client
from clients.needs import DISABILITY, FACT_OF, NEEDS, TOLD, facts_of_needs
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.doors.wild import read_form


DECLINED = dict.fromkeys(NEEDS, "declined")
pytestmark = pytest.mark.django_db


def person(**told):
    return Client(**told)


@pytest.mark.parametrize("answer", ["", "declined"])
def test_what_was_not_told_is_no_fact(answer):
    found = facts_of_needs(person(**dict.fromkeys(NEEDS, answer)))

    assert set(found.values()) == {None}
    assert set(found) == {*FACT_OF.values(), "disability"}


@pytest.mark.parametrize(
    ("told", "fact", "value"),
    [
        ({"interpreter": Interpreter.NONE}, "language", False),
        ({"interpreter": Interpreter.REGIONAL}, "language", True),
        ({"interpreter": Interpreter.SIGN}, "language", True),
        ({"interpreter": Interpreter.FOREIGN}, "language", True),
        ({"nationality": Nationality.INDONESIAN}, "foreigner", False),
        ({"nationality": Nationality.FOREIGN}, "foreigner", True),
        ({"nationality": Nationality.STATELESS}, "foreigner", True),
        ({"mobility": Mobility.STAIRS}, "wheelchair", False),
        ({"mobility": Mobility.STEP_FREE}, "wheelchair", True),
        ({"unit_wish": UnitWish.AS_PAPERS}, "gender_diverse", False),
        ({"unit_wish": UnitWish.ANOTHER}, "gender_diverse", True),
        ({"mobility": Mobility.STEP_FREE}, "disability", "physical"),
        ({"senses": Senses.HEARING}, "disability", "sensory"),
        ({"senses": Senses.SIGHT}, "disability", "sensory"),
        ({"senses": Senses.BOTH}, "disability", "sensory"),
        ({"mobility": Mobility.STEP_FREE, "senses": Senses.BOTH}, "disability", "several"),
        ({"mobility": Mobility.STAIRS, "senses": Senses.NONE}, "disability", "none"),
        ({"mobility": Mobility.STAIRS}, "disability", None),
        ({"mobility": Mobility.STAIRS, "senses": "declined"}, "disability", None),
    ],
)
def test_what_was_told_is_a_fact(told, fact, value):
    assert facts_of_needs(person(**told))[fact] == value


@pytest.mark.parametrize(
    ("assessed", "expected"),
    [
        ("none", "sensory"),
        (True, "sensory"),
        ("sensory", "sensory"),
        ("intellectual", "several"),
        ("several", "several"),
    ],
)
def test_neither_an_assessment_nor_the_client_takes_the_others_word_back(assessed, expected):
    found = facts_of_needs(person(senses=Senses.SIGHT), assessed=assessed)

    assert found["disability"] == expected


def test_an_assessment_stands_where_the_client_named_nothing():
    assert facts_of_needs(person(**DECLINED), assessed="intellectual")["disability"] == (
        "intellectual"
    )


def test_every_answer_but_a_refusal_says_something():
    enums = (Interpreter, Nationality, Mobility, Senses, UnitWish)
    for name, enum in zip(NEEDS, enums, strict=True):
        assert set(TOLD[name]) == set(enum.values) - {"declined"}
    assert set(DISABILITY) < set(NEEDS)


@pytest.fixture
def edit(client):
    case = CaseFactory(client=ClientFactory(registered_by=people.ani()))
    client.force_login(people.ani())
    url = reverse("clients:edit", args=[case.client_id])
    body, _kinds = read_form(client.get(url).content.decode())
    kept = {name: word for name, word in body.items() if name not in {"no_family", "birth_date_estimated", "nik_confirmed"}}  # fmt: skip
    return case, url, kept | {"nik_missing_reason": "no_card"} | dict.fromkeys(NEEDS, "")


def test_it_is_told_on_the_profile_and_stands_there(client, edit):
    case, url, body = edit
    answer = client.post(url, body | {"interpreter": "regional", "unit_wish": "declined"})

    page = client.get(reverse("clients:profile", args=[case.client_id])).content.decode()

    assert answer.status_code == 302
    assert "Perlu bahasa daerah" in page
    assert "Tidak mau menjawab" in page
    assert "Belum ditanyakan" in page


def test_the_timeline_names_what_was_told_and_not_how(client, edit):
    case, url, body = edit
    client.post(url, body | {"nationality": "stateless"})

    event = case.events.get(kind=EventKind.PROFILE_CHANGED)

    assert "nationality" in event.facts["fields"]
    assert "stateless" not in str(event.facts)


def test_an_answer_that_is_none_is_refused(client, edit):
    _case, url, body = edit

    assert client.post(url, body | {"mobility": "wings"}).status_code == 422
