"""Writes go through the same services as the pages, and answer with a reference only."""

from datetime import timedelta
from functools import partial

import pytest
from django.db.models import F
from django.utils import timezone

from accounts.enums import KEY_NOTICE, Role
from care.enums import PlacementStatus
from care.models import Placement
from clients.models import CaseEvent, Client
from common.models import Job
from tests import people
from tests.api.calling import READS, Caller, machine, person
from tests.care.factories import PlacementFactory
from tests.care.papers import FIELDS
from tests.clients.factories import CaseFactory, ClientFactory
from tests.clients.registering import posted
from tests.reports.conftest import *  # noqa: F403  where files go
from tests.reports.factories import SubmissionFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def an_intake(**changes):
    usual = {"was_read_out": True, "given_on": TODAY.isoformat(), "referred_by": ""}
    return posted(people.ani(), **(usual | changes))


def a_note(**changes):
    return {
        "kind": "contact",
        "on": TODAY.isoformat(),
        "time": "00:00",
        "text": "Bertemu.",
        **changes,
    }


def test_a_client_is_registered():
    answer = machine().write("klien/", an_intake())

    row = Client.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "id": row.pk,
        "url": f"/api/v1/klien/{row.pk}/",
        "version": answer.json()["version"],
    }
    assert row.institution == people.melati()
    assert row.registered_by.is_service


def test_a_machine_that_only_carries_cases_keeps_sight_of_whom_it_registered():
    caller = machine(Role.SOCIAL_WORKER)

    made = caller.write("klien/", an_intake()).json()

    assert caller.get(made["url"].removeprefix("/api/v1/")).status_code == 200


def test_what_is_wrong_is_said_field_by_field():
    answer = machine().write(
        "klien/", an_intake(sex="x", birth_date="2026-02-30", family_name="\x00")
    )

    assert answer.status_code == 400
    assert answer.json()["fields"].keys() == {"sex", "birth_date", "family_name"}
    assert not Client.objects.exists()


def test_the_rules_of_the_form_are_the_rules_of_the_api():
    answer = machine().write("klien/", an_intake(nik="3271011503000000"))

    assert answer.status_code == 400
    assert answer.json()["fields"].keys() == {"nik"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"nama": "Rian"},
        {"name": 12},
        {"name": ["Rian"]},
        {"was_read_out": "true"},
        {"lead_worker": True},
        {"lead_worker": 10**30},
        {"name": "x" * 161},
        {"\ud800": 1},
        {"name": "\ud800"},
    ],
)
def test_what_json_can_get_wrong_is_refused(wrong):
    assert machine().write("klien/", an_intake(**wrong)).status_code == 400
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("[]", 400),
        ("null", 400),
        ('{"name": NaN}', 400),
        ("[" * 60_000, 400),
        ("1" * 6000, 400),
        ('{"a": "' + "x" * 70_000 + '"}', 413),
    ],
)
def test_what_is_no_plain_json_is_refused(body, status):
    assert machine().write("klien/", body).status_code == status


def test_another_kind_of_body_is_refused():
    answer = machine().browser.post("/api/v1/klien/", {"name": "Rian"})

    assert answer.status_code in {401, 415}


def test_a_worker_of_another_institution_cannot_be_named():
    answer = machine().write("klien/", an_intake(lead_worker=people.citra().pk))

    assert answer.json()["fields"].keys() == {"lead_worker"}


def test_what_the_state_of_things_forbids_is_said_with_its_field():
    caller = machine()
    caller.write("klien/", an_intake())

    answer = caller.write("klien/", an_intake(name="Orang Lain"))

    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["field"]) == ("nik_in_use", "nik")


def test_a_write_without_an_idempotency_key_is_refused():
    answer = machine().write("klien/", an_intake(), **{"Idempotency-Key": ""})

    assert answer.status_code == 400
    assert answer.json()["code"] == "idempotency_key_missing"
    assert not Client.objects.exists()


@pytest.fixture
def row():
    return CaseFactory(client=ClientFactory(with_nik=True, name="Rian Saputra")).client


def read(caller, row) -> str:
    return caller.get(f"klien/{row.pk}/")["ETag"]


def test_only_what_is_sent_is_changed(row):
    caller = machine()

    answer = caller.write(
        f"klien/{row.pk}/",
        {"occupation": "Nelayan"},
        method="patch",
        **{"If-Match": read(caller, row)},
    )

    changed = Client.objects.get()
    assert answer.status_code == 200
    assert (changed.occupation, changed.name, changed.nik) == ("Nelayan", row.name, row.nik)


def test_a_change_answers_with_the_new_version(row):
    caller = machine()
    sent = {"method": "patch", "If-Match": read(caller, row)}

    answer = caller.write(f"klien/{row.pk}/", {"occupation": "Nelayan"}, **sent)

    assert answer["ETag"] == read(caller, row) != sent["If-Match"]


def test_a_change_must_say_what_it_has_seen(row):
    answer = machine().write(f"klien/{row.pk}/", {"name": "Rian"}, method="patch")

    assert answer.status_code == 428


def test_a_change_of_an_older_state_is_refused(row):
    caller = machine()
    seen = read(caller, row)
    Client.objects.update(occupation="Petani", version=F("version") + 1)

    answer = caller.write(
        f"klien/{row.pk}/", {"occupation": "Nelayan"}, method="patch", **{"If-Match": seen}
    )

    assert answer.status_code == 412
    assert Client.objects.get().occupation == "Petani"


def test_a_guest_does_not_change_the_identity():
    placement = PlacementFactory()
    caller = machine(institution=people.kenanga())
    path = f"klien/{placement.client_id}/"

    answer = caller.write(
        path, {"name": "X"}, method="patch", **{"If-Match": caller.get(path)["ETag"]}
    )

    assert answer.status_code == 403


def test_a_note_is_added(row):
    case = row.cases.get()

    answer = machine().write(f"kasus/{case.pk}/catatan/", a_note())

    assert answer.status_code == 201
    assert CaseEvent.objects.get().note == "Bertemu."
    assert "Bertemu" not in answer.content.decode()


def test_a_closed_case_takes_no_note():
    case = CaseFactory(closed=True)

    answer = machine().write(f"kasus/{case.pk}/catatan/", a_note())

    assert (answer.status_code, answer.json()["code"]) == (422, "closed")


def test_a_placement_is_asked_for_accepted_and_taken_back():
    case = CaseFactory(to_place=True)
    sender, receiver = machine(), machine(institution=people.kenanga())

    body = {"case": case.pk, "institution": people.kenanga().pk, **FIELDS}
    asked = sender.write("penempatan/", body)
    path = asked.json()["url"].removeprefix("/api/v1/")
    accepted = receiver.write(f"{path}terima/", {})
    withdrawn = sender.write(f"{path}tarik/", {"note": "Keluarga menjemput."})

    assert [asked.status_code, accepted.status_code, withdrawn.status_code] == [201, 200, 200]
    assert Placement.objects.get().status == PlacementStatus.WITHDRAWN


def test_a_placement_is_declined():
    placement = PlacementFactory()

    answer = machine(institution=people.kenanga()).write(
        f"penempatan/{placement.pk}/tolak/", {"reason": "full"}
    )

    placement.refresh_from_db()
    assert answer.status_code == 200
    assert placement.status == PlacementStatus.DECLINED


def test_a_case_of_others_cannot_be_named():
    case = CaseFactory(to_place=True)
    body = {"case": case.pk, "institution": people.kenanga().pk}

    answer = machine(institution=people.kenanga()).write("penempatan/", body)

    assert answer.status_code == 400
    assert answer.json()["fields"].keys() == {"case"}


def test_the_sender_does_not_answer_its_own_request():
    placement = PlacementFactory()

    assert machine().write(f"penempatan/{placement.pk}/terima/", {}).status_code == 403


def test_a_report_is_asked_for_and_followed():
    people.melati()
    last_month = (TODAY.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    caller = machine(Role.BALAI_MANAGER)

    asked = caller.write("laporan/", {"month": last_month})
    followed = caller.get(asked.json()["url"].removeprefix("/api/v1/"))

    assert asked.status_code == 202
    assert followed.json() == {
        "id": Job.objects.exclude(kind=KEY_NOTICE).get().pk,
        "status": "queued",
        "percent": 0,
        "report": None,
    }


def test_a_month_that_is_not_over_has_no_report():
    answer = machine(Role.BALAI_MANAGER).write("laporan/", {"month": f"{TODAY:%Y-%m}"})

    assert (answer.status_code, answer.json()["field"]) == (422, "month")


def test_nobody_signed_in_writes_without_the_token(row):
    from django.test import Client as Browser

    caller = Caller()
    caller.browser = Browser(enforce_csrf_checks=True)
    caller.browser.force_login(people.ani())

    answer = caller.write(f"kasus/{row.cases.get().pk}/catatan/", a_note())

    assert answer.status_code == 403
    assert not CaseEvent.objects.exists()


def test_a_person_writes_with_the_session(row):
    answer = person(people.ani()).write(f"kasus/{row.cases.get().pk}/catatan/", a_note())

    assert answer.status_code == 201


WRITES = {
    "clients:write": lambda: ("klien/", an_intake()),
    "cases:write": lambda: (f"kasus/{CaseFactory().pk}/catatan/", a_note()),
    "placements:write": lambda: (f"penempatan/{PlacementFactory().pk}/tarik/", {"note": "x"}),
    "reports:write": lambda: ("laporan/", {"month": "2026-01"}),
    "submissions:write": lambda: (f"kiriman/{SubmissionFactory().pk}/kirim/", {}),
}
# Sentra Melati, where nothing else is said.
INSTITUTIONS = {"submissions:write": people.harapan}


@pytest.mark.parametrize("scope", WRITES)
def test_a_key_writes_only_what_its_scopes_say(scope):
    path, body = WRITES[scope]()
    head = partial(machine, Role.BALAI_MANAGER, INSTITUTIONS.get(scope, people.melati)())

    assert head(scopes=READS).write(path, body).status_code == 403
    assert head(scopes=[scope]).write(path, body).status_code in {200, 201, 202}


@pytest.mark.parametrize("scope", READS)
def test_a_key_reads_only_what_its_scopes_say(scope):
    paths = {
        "clients:read": "klien/",
        "cases:read": "kasus/",
        "screenings:read": "skrining/",
        "placements:read": "penempatan/",
        "agreements:read": "perjanjian/",
        "reports:read": "laporan/",
        "submissions:read": "kiriman/",
    }
    caller = machine(scopes=[scope])

    statuses = {name: caller.get(path).status_code for name, path in paths.items()}

    assert statuses == {name: 200 if name == scope else 403 for name in paths}


def test_an_auditor_reads_and_writes_nothing():
    case = CaseFactory()

    for caller in (person(people.gita()), machine(Role.AUDITOR)):
        assert caller.write(f"kasus/{case.pk}/catatan/", a_note()).status_code == 403
        assert caller.write("klien/", an_intake()).status_code == 403
    assert not CaseEvent.objects.exists()
