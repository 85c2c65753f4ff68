"""Row B7: an answer shows a person if, and only if, the read log says who was shown that person.

Every page is opened by everybody, in a country where every client has a number and a name found nowhere else.
"""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from clients.models import Client
from common.models import ReadLog
from tests import people
from tests.architecture.doors import DOORS
from tests.architecture.test_access_map import address
from tests.care.delivery_factories import AttendanceFactory, DeliveryFactory, MembershipFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.plan_factories import TerminationFactory
from tests.care.transfer_factories import TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ClientFactory
from tests.clients.task_factories import CaseTaskFactory
from tests.guards.append_only import triggers_off
from tests.partners.factories import AgreementFactory
from tests.reports.factories import ReportFactory, SubmissionFactory
from tests.screening import assessment_factories as assessments
from tests.screening.factories import ScreeningFactory, finished


pytestmark = pytest.mark.django_db

EVERYBODY = ("ani", "budi", "citra", "dewi", "eko", "fitri", "gita", "hadi")
# They answer a form or a script, only lead on to another page, or show a file of no person.
NO_PAGE = {
    "clients:search", "clients:close_emergency", "screening:autosave", "screening:continue", "screening:trend_chart", "care:open", "care:transfer_open",
    "screening:assessment_autosave", "screening:withdraw_override", "care:delivery_paper",
    "care:open_plan", "care:next_follow_up", "partners:agreement_document", "styleguide",
    "accounts:accept", "accounts:act", "accounts:end_other_sessions", "accounts:end_session", "accounts:lock",
    "accounts:resend", "accounts:revoke", "accounts:unlock",
}  # fmt: skip


def routes(patterns=None, space="", before=""):
    found = {}
    for entry in patterns or get_resolver().url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else space
            found |= routes(entry.url_patterns, inner, pattern)
        elif entry.name and not f"{space}{entry.name}".startswith(
            ("admin:", "account_", "mfa_", "api")
        ):
            found[space + entry.name] = pattern
    return found


PATTERNS = routes()


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def country():
    """Somebody for every list of every page, at two institutions."""
    today = timezone.localdate()
    CaseTaskFactory(case=CaseFactory(next_due_on=today))
    CaseFactory(decided=True, next_due_on=today)
    CaseFactory(closed=True)
    CaseFactory(client=ClientFactory(registered_by=people.citra()), next_due_on=today)
    CaseFactory(client=ClientFactory(registered_by=people.dewi()), next_due_on=today)
    PlacementFactory(answer_due_on=today)
    PlacementFactory(active=True, planned_end_on=today + timedelta(days=5))
    WaitingEntryFactory()
    FollowUpFactory(due_on=today)
    TransferFactory()
    finished()
    DeliveryFactory(held_on=today)
    DeliveryFactory(held_on=today, case__client__registered_by=people.citra())


# The same page asked differently shows others.
ASKED = {
    "clients:list": ("", "?cari=Kenari", "?tahap=closed"),
    "care:placements": ("", "?arah=incoming", "?arah=outgoing"),
    "care:transfers": ("", "?arah=incoming", "?arah=outgoing"),
    "care:schedule": ("", "?tampilan=bulan"),
}


OF_A_ROW = {
    "care:termination": lambda: TerminationFactory().case,
    "accounts:user": people.ani,
    "screening:result": finished,
    "care:compare": lambda: CaseFactory(to_place=True),
    **{
        f"screening:assessment{name}": row
        for name, row in (
            ("", assessments.filled),
            ("_danger", lambda: assessments.filled(srq20={"q17": ["yes"]})),
            ("_result", assessments.signed),
            ("_print", assessments.signed),
            ("_compare", assessments.compared),
        )
    },
    "care:group": lambda: MembershipFactory().group,
    "care:meeting": lambda: AttendanceFactory().session,
    "screening:sections": lambda: ScreeningFactory(answered=True),
}


def opened(name):
    """The addresses of a route."""
    doors = [door() for key, door in DOORS.items() if key.split()[0] == name]
    if doors:
        return [door.url for door in doors]
    if name in OF_A_ROW:
        return [reverse(name, args=[OF_A_ROW[name]().pk])]
    if "<" in PATTERNS[name] and name.startswith("partners:"):
        row = AgreementFactory()
        return [reverse(name, args=[row.pk if "agreement" in name else row.institution_id])]
    if "<" in PATTERNS[name] and name.startswith("reports:"):
        return [_about_a_report(name)]
    return [address(name) + asked for asked in ASKED.get(name, ("",))]


def _about_a_report(name):
    if name == "reports:submission":
        return reverse(name, args=[SubmissionFactory().pk])
    report = ReportFactory(institution=people.melati())
    if name == "reports:job":
        return reverse(name, args=[report.job_id])
    named = ["aktif"] if ":name>" in PATTERNS[name] else []
    return reverse(name, args=[report.pk, *named])


def mark_everybody():
    for person in Client.objects.all():
        Client.objects.filter(pk=person.pk).update(name=f"Kenari{person.pk}x Saputra")


def somebody():
    person = Client.objects.first()
    return {"name": person.name, "birth_date": person.birth_date.isoformat()}


def nobody():
    return {"name": "Belum Terdaftar", "birth_date": "1999-01-01"}


LOOKS_FIRST = {"clients:matches": somebody, "clients:intake": nobody}


def shown_on(answer) -> set[int]:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = body.decode(errors="replace")
    return {
        person.pk
        for person in Client.objects.all()
        if f"Kenari{person.pk}x" in text or person.registration_number in text
    }


def written_down() -> set[int]:
    return {pk for row in ReadLog.objects.all() for pk in row.client_ids}


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - NO_PAGE))
def test_a_page_shows_exactly_those_whose_reading_it_writes_down(client, country, name):
    urls = opened(name)
    mark_everybody()
    pages = 0

    for who in EVERYBODY:
        for url in urls:
            savepoint = transaction.savepoint()
            client.force_login(getattr(people, who)())
            if name in LOOKS_FIRST:
                client.post(reverse("clients:new"), LOOKS_FIRST[name]())
            with triggers_off():
                ReadLog.objects.all().delete()

            answer = client.get(url)

            if answer.status_code == 200:
                pages += 1
                assert shown_on(answer) == written_down(), (who, url)
            transaction.savepoint_rollback(savepoint)
    assert pages, "nobody could open it: the test would prove nothing"


@pytest.mark.parametrize("name", ["clients:list", "clients:file", "desk:home", "care:placements"])
def test_what_cannot_be_written_down_is_not_shown(client, country, name):
    (url, *_others) = opened(name)
    client.force_login(people.ani())
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RAISE EXCEPTION 'the log is full'; END $$;"
            "CREATE TRIGGER refuse BEFORE INSERT ON common_readlog EXECUTE FUNCTION refuse()"
        )

    with pytest.raises(DatabaseError, match="the log is full"), transaction.atomic():
        client.get(url)


def test_a_row_says_who_looked_in_which_role_and_from_where(client):
    url = address("clients:file")
    client.force_login(people.gita())

    client.get(url)

    row = ReadLog.objects.get()
    assert (row.user, row.role, row.ip) == (people.gita(), "auditor", "127.0.0.1")
    assert row.request_id is not None
