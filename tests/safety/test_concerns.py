"""A danger at home: raised by whoever sees it, acted on, and called settled by another person who leads."""

import pytest
from django.db import connection

from clients.models import Wait
from common.errors import DomainError
from safety import selectors
from safety.enums import Danger, SafetyEvent, Source
from safety.facts import Look
from safety.models import Concern
from safety.permissions import can_settle
from safety.services.concerns import add_step, settle_concern
from safety.services.homes import judge_home
from tests import people
from tests.clients.factories import CaseFactory
from tests.races import DONE, together
from tests.safety.factories import AT, LATER, acted_on, raised


pytestmark = pytest.mark.django_db


def settle(concern, actor=None, words="Pelaku sudah pindah, dipastikan UPTD PPA."):
    return settle_concern(concern=concern, words=words, actor=actor or people.budi(), at=LATER)


def kinds(case):
    return set(Wait.objects.filter(case=case).values_list("kind", flat=True))


def test_it_is_told_and_waits_for_a_call_and_for_a_leader():
    concern = raised()

    assert concern.case.events.get().kind == SafetyEvent.CONCERN
    assert {"concern", "protection"} <= kinds(concern.case)
    assert set(
        Wait.objects.filter(kind__in=("concern", "protection")).values_list("urgency", flat=True)
    ) == {0}


def test_a_child_in_danger_is_to_be_called_about_the_same_day():
    assert raised(what=Danger.CHILD).call_by.date() == AT.date()


def test_the_same_danger_is_raised_once_while_it_is_open():
    first = raised()

    assert raised(first.case) == first
    assert Concern.objects.count() == 1


def test_after_a_step_nobody_has_to_call_and_a_leader_has_to_answer():
    concern = acted_on()

    assert "concern" not in kinds(concern.case)
    assert "protection" in kinds(concern.case)


def test_a_leader_with_no_hand_in_it_settles():
    concern = settle(acted_on())

    assert not concern.is_open
    assert concern.case.events.order_by("-pk").first().kind == SafetyEvent.CONCERN_SETTLED
    assert "protection" not in kinds(concern.case)


def test_whoever_acted_settles_nothing():
    concern = acted_on(actor=people.budi())

    with pytest.raises(DomainError) as refused:
        settle(concern)

    assert refused.value.code == "not_another"
    assert not can_settle(people.budi(), concern)


@pytest.mark.parametrize("name", ["ani", "citra", "eko"])
def test_nobody_settles_who_does_not_lead_here(name):
    assert not can_settle(getattr(people, name)(), acted_on())


def test_nothing_is_settled_that_nobody_acted_on():
    with pytest.raises(DomainError) as refused:
        settle(raised())

    assert refused.value.code == "no_step"


@pytest.mark.parametrize("words", ["", "  "])
def test_settling_says_why(words):
    with pytest.raises(DomainError) as refused:
        settle(acted_on(), words=words)

    assert refused.value.field == "words"


def test_what_is_settled_is_not_acted_on():
    concern = settle(acted_on())

    with pytest.raises(DomainError) as refused:
        add_step(concern=concern, words="Lagi.", actor=people.ani(), at=LATER)

    assert refused.value.code == "settled"


@pytest.mark.django_db(transaction=True)
def test_of_two_leaders_who_settle_at_once_one_is_told():
    concern = acted_on()
    from accounts.enums import Role
    from accounts.models import User

    other = User.objects.create_user(
        "kartika@contoh.id", name="Kartika", role=Role.BALAI_MANAGER, institution=people.melati()
    )

    told = together(
        lambda: settle(Concern.objects.get(pk=concern.pk)),
        lambda: settle(Concern.objects.get(pk=concern.pk), actor=other),
    )

    assert sorted(told) == [DONE, "settled"]


def test_protection_is_settled_when_every_danger_is():
    concern = acted_on()
    case = concern.case
    assert selectors.protection_of(CaseFactory()).is_settled is None
    assert selectors.protection_of(case).is_settled is False

    settle(concern)
    assert selectors.protection_of(case).is_settled is True

    raised(case, Danger.CHILD)
    assert selectors.protection_of(case).is_settled is False


def test_the_words_are_sealed():
    settle(acted_on(), words="Rahasia")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words, to_call, settled_words FROM safety_concern")
        kept = b"".join(bytes(value) for value in cursor.fetchone())
        cursor.execute("SELECT words FROM safety_concernstep")
        kept += bytes(cursor.fetchone()[0])
    for word in (b"Rahasia", b"lengan", b"UPTD"):
        assert word not in kept


@pytest.mark.parametrize(
    ("judged", "is_safe"),
    [
        ([True], True),
        ([True, False], False),
        ([False, True], True),
        ([True, None], None),
        ([False, None], False),
        ([None], None),
        ([False, None, True, None], None),
        ([], None),
    ],
)
def test_the_newest_look_at_a_home_wins_and_not_knowing_makes_no_home_better(judged, is_safe):
    case = CaseFactory(screening=True)
    for safe in judged:
        look = Look(safe, Source.VISIT, AT.date())
        judge_home(case=case, look=look, actor=people.ani(), at=AT)

    assert selectors.home_of(case).is_safe is is_safe
