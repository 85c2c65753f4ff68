"""Whatever is sent to the API, by whichever role: never an error of ours, and always an answer as described.

Schemathesis makes the requests out of the schema (examples, coverage and fuzzing). Left to itself it would
seldom name a row that exists, so ids in addresses are those of real rows and every second body is a whole
one with a part of the wild one laid over it.
"""

from datetime import date, timedelta

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from hypothesis import HealthCheck, settings
from schemathesis import checks
from schemathesis.pytest.lazy import get_all_tests
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accounts.enums import Role
from tests import people
from tests.api.calling import HERE, key_of
from tests.api.test_writing import TODAY, a_note, an_intake
from tests.care.factories import PlacementFactory
from tests.care.papers import FIELDS
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.partners.factories import AgreementFactory
from tests.reports.factories import JobFactory, ReportFactory, SubmissionFactory
from tests.screening.factories import finished


CHECKS = [
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
FEW = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
MANY = settings(FEW, max_examples=60)
WHO = {
    "social worker": lambda: (Role.SOCIAL_WORKER, people.melati()),
    "supervisor": lambda: (Role.SUPERVISOR, people.melati()),
    "head of the receiving balai": lambda: (Role.BALAI_MANAGER, people.kenanga()),
    "IPWL": lambda: (Role.IPWL_STAFF, people.harapan()),
    "auditor": lambda: (Role.AUDITOR, None),
}
AN_ACTIVITY = {"kind": "home_visit", "setting": "aftercare", "sessions": 3, "people": 2}
application = WSGIHandler()


def from_here(environ, start_response):
    return application({"REMOTE_ADDR": HERE, **environ}, start_response)


class World:
    """One row of each kind, bodies that the writes take, and a key."""

    def __init__(self, who) -> None:
        case = CaseFactory(client=ClientFactory(with_nik=True))
        FamilyContactFactory(client=case.client)
        placement, report = PlacementFactory(), ReportFactory(institution=people.melati())
        self.ids = {
            "klien": case.client_id,
            "kasus": case.pk,
            "skrining": finished().pk,
            "penempatan": placement.pk,
            "perjanjian": AgreementFactory().pk,
            "laporan": report.pk,
            "kiriman": SubmissionFactory(month=date(2020, 1, 1)).pk,
        }
        self.job = JobFactory(institution=people.melati()).pk
        month = (TODAY.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
        to_place = CaseFactory(to_place=True).pk
        self.bodies = {
            "/api/v1/klien/": an_intake(),
            "/api/v1/klien/{id}/": {"occupation": "Nelayan"},
            "/api/v1/kasus/{id}/catatan/": a_note(),
            "/api/v1/penempatan/": {
                "case": to_place,
                "institution": people.kenanga().pk,
                "note": "",
                **FIELDS,
            },
            "/api/v1/penempatan/{id}/terima/": {"note": ""},
            "/api/v1/penempatan/{id}/tolak/": {"reason": "full", "note": ""},
            "/api/v1/penempatan/{id}/tarik/": {"note": "Batal."},
            "/api/v1/laporan/": {"month": month},
            "/api/v1/kiriman/": {"month": month, "activities": [AN_ACTIVITY], "money": []},
            "/api/v1/kiriman/{id}/kirim/": {},
        }
        self.key = key_of(*WHO[who]())[1]
        self.turn = 0
        self.statuses: set[int] = set()

    def steer(self, case) -> None:
        """Towards rows that exist; every third request stays as wild as it was made."""
        self.turn += 1
        if self.turn % 3 == 0:
            return
        named = case.path_parameters
        if "id" in named:
            named["id"] = self.ids[case.path.split("/")[3]]
        if "job_pk" in named:
            named["job_pk"] = self.job
        if isinstance(case.body, dict):
            wild = list(case.body.items())[: self.turn % 3 - 1]
            case.body = {**self.bodies[case.path], **dict(wild)}


@pytest.fixture
def world(request, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with (
        connection.cursor() as cursor
    ):  # to think of the next request may take longer than the site may idle
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
    return World(request.param)


@pytest.fixture
def one_connection():
    """The test's own transaction goes on through every request, as with Django's test client."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def described(world, one_connection, monkeypatch):
    monkeypatch.setattr(
        "accounts.service_keys.middleware.KeyThrottle.rate", "100000/min", raising=False
    )
    return schemathesis.openapi.from_wsgi(
        "/api/v1/skema/?format=json",
        from_here,
        headers={"Authorization": f"Bearer {world.key}", "Host": "testserver"},
    )


def try_everything(described, world, how_many) -> None:
    tests = get_all_tests(schema=described, test_func=put, settings=how_many, given_kwargs=None)
    for made in tests:
        _operation, test = made.ok()
        test(world=world)
    assert {200, 400} <= world.statuses


def put(case, world) -> None:
    world.steer(case)
    savepoint = transaction.savepoint()
    try:
        answer = case.call(headers={"Authorization": f"Bearer {world.key}", "Host": "testserver"})
        case.validate_response(answer, checks=CHECKS)
        world.statuses.add(answer.status_code)
    finally:
        assert not connection.needs_rollback
        transaction.savepoint_rollback(savepoint)


@pytest.mark.parametrize("world", WHO, indirect=True)
def test_no_request_is_an_error_of_ours(world, described):
    described.config.phases.coverage.enabled = False  # hundreds for each operation
    try_everything(described, world, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("world", WHO, indirect=True)
def test_no_request_of_many_is_an_error_of_ours(world, described):
    try_everything(described, world, MANY)
