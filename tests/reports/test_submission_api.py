from datetime import date

import pytest

from accounts.enums import Role
from reports.models import Submission
from tests import people
from tests.api.calling import machine, person
from tests.reports.factories import SubmissionFactory


pytestmark = pytest.mark.django_db

LINE = {"kind": "counselling", "setting": "inpatient", "sessions": 12, "people": 9}
RECEIPT = {"component": "meals", "amount": 1250000, "receipt_number": "N/1", "on": "2026-10-05"}
WHOLE = {"month": "2026-10", "note": "Lengkap.", "activities": [LINE], "money": [RECEIPT]}


def ipwl(**facts):
    return machine(Role.IPWL_STAFF, people.harapan(), **facts)


def test_one_is_made_with_its_lines_and_sent():
    caller = ipwl()

    made = caller.write("kiriman/", WHOLE)
    path = made.json()["url"].removeprefix("/api/v1/")
    sent = caller.write(f"{path}kirim/", {})
    told = caller.get(path).json()

    assert (made.status_code, sent.status_code) == (201, 200)
    assert told["status"] == "submitted"
    assert told["activities"] == [LINE]
    assert told["money"] == [RECEIPT]


def test_the_list_tells_one_s_own():
    row = SubmissionFactory()

    assert [each["id"] for each in ipwl().get("kiriman/").json()["results"]] == [row.pk]
    assert machine().get("kiriman/").json()["results"] == []
    assert machine(Role.AUDITOR).get("kiriman/?status=draft").json()["results"][0]["id"] == row.pk


def test_to_a_stranger_it_does_not_exist():
    row = SubmissionFactory()

    assert machine().get(f"kiriman/{row.pk}/").status_code == 404
    assert machine().write(f"kiriman/{row.pk}/kirim/", {}).status_code == 404


@pytest.mark.parametrize("who", [people.fitri, people.gita])
def test_a_reader_sends_nothing(who):
    row = SubmissionFactory()

    assert person(who()).write(f"kiriman/{row.pk}/kirim/", {}).status_code == 403
    assert person(who()).write("kiriman/", WHOLE).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"month": "2026-13"},
        {"activities": [{**LINE, "kind": "x"}]},
        {"activities": [{**LINE, "sessions": 0}]},
        {"activities": [{**LINE, "name": "Rian"}]},
        {"activities": "banyak"},
        {"money": [{**RECEIPT, "amount": 10**13}]},
        {"money": [{**RECEIPT, "receipt_number": ""}]},
        {"money": [RECEIPT] * 201},
    ],
)
def test_what_is_wrong_is_refused_whole(wrong):
    assert ipwl().write("kiriman/", WHOLE | wrong).status_code == 400
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"money": [{**RECEIPT, "on": "2026-09-30"}]}, "other_month"),
        ({"activities": [LINE, LINE]}, "activity_exists"),
        ({"month": "2090-01", "money": []}, "future_date"),
    ],
)
def test_what_the_state_of_things_forbids_leaves_nothing_behind(wrong, code):
    answer = ipwl().write("kiriman/", WHOLE | wrong)

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Submission.objects.exists()


def test_what_was_sent_is_not_sent_again():
    row = SubmissionFactory(sent=True, month=date(2026, 9, 1))

    answer = ipwl().write(f"kiriman/{row.pk}/kirim/", {})

    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_status")
