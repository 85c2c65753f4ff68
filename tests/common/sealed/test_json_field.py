"""Answers on real rows: sealed in the table and its copies, dicts wherever they are read."""

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db import connection
from django.utils import timezone

from clients.models import Client
from common.sealed import SealBroken, datakeys
from screening.models import Screening
from tests.screening.factories import NO_DANGER, ScreeningFactory


pytestmark = pytest.mark.django_db
ScreeningHistory = apps.get_model("screening", "ScreeningHistory")
SAID = {"q1": {"amphetamine": True, "kenari": "é"}}


@pytest.fixture(autouse=True)
def _nobody_is_remembered():
    datakeys.forget_all()
    yield
    datakeys.forget_all()


def stored(table, column):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY 1")
        return [None if one is None else bytes(one) for (one,) in cursor.fetchall()]


def test_answers_are_stored_sealed_and_read_as_they_were():
    ScreeningFactory(answers=SAID)

    for table in ("screening_screening", "screening_screeninghistory"):
        assert not any(b"q1" in one or b"kenari" in one for one in stored(table, "answers"))
    assert Screening.objects.get().answers == SAID


def test_a_copy_in_the_trail_is_read_too():
    ScreeningFactory(answers=SAID)

    assert ScreeningHistory.objects.get().answers == SAID


def test_nothing_is_stored_as_nothing():
    ScreeningFactory()

    assert stored("screening_screening", "answers") == [b""]
    assert stored("screening_screening", "result") == [None]
    row = Screening.objects.get()
    assert (row.answers, row.result) == ({}, None)


def test_a_dict_that_was_changed_where_it_lies_is_saved():
    ScreeningFactory(answers=SAID)
    row = Screening.objects.get()
    row.answers["q2"] = {"amphetamine": "daily"}

    row.save()

    assert Screening.objects.get().answers == {**SAID, "q2": {"amphetamine": "daily"}}


@pytest.mark.parametrize("is_read", [True, False])
def test_what_nobody_changed_keeps_its_bytes(is_read):
    ScreeningFactory(answers=SAID, red_flags=NO_DANGER)
    before = stored("screening_screening", "answers")
    row = Screening.objects.get()
    if is_read:
        assert row.answers == SAID

    row.red_flags = {}
    row.save()

    assert stored("screening_screening", "answers") == before
    assert stored("screening_screening", "red_flags") == [b""]


def test_answers_that_were_moved_to_another_person_do_not_open():
    one, other = ScreeningFactory(answers=SAID), ScreeningFactory(answers={"q1": {}})
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE screening_screening SET answers = (SELECT answers FROM screening_screening"
            " WHERE id = %s) WHERE id = %s",
            [one.pk, other.pk],
        )

    with pytest.raises(SealBroken):
        assert Screening.objects.get(pk=other.pk).answers


@pytest.mark.parametrize("ask", [{"answers": SAID}, {"answers__q1": {}}])
def test_answers_cannot_be_searched(ask):
    with pytest.raises(FieldError):
        Screening.objects.filter(**ask).exists()


def test_answers_cannot_be_written_past_their_owner():
    with pytest.raises(FieldError):
        Screening.objects.update(answers=SAID)


def test_of_an_erased_person_no_answer_is_left():
    screening = ScreeningFactory(answers=SAID)
    Client.objects.update(erased_at=timezone.now())
    datakeys.destroy([screening.case.client.key_id])

    row = Screening.objects.get()
    assert (row.answers, ScreeningHistory.objects.get().answers) == ({}, {})
    before = stored("screening_screening", "answers")
    row.save()
    assert stored("screening_screening", "answers") == before
