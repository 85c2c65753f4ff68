"""The way out of a list, watched, taken along for a day, and by nobody else."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.scopes import scope_of
from common.enums import ReadAction
from common.listings import LISTINGS
from common.models import ReadLog
from common.scope import acting
from exports.models import Export
from exports.services.asking import answer_export
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.exports.factories import ExportFactory, made
from tests.exports.taking import REASON, taken
from tests.guards.fresh import stale


pytestmark = pytest.mark.django_db

ASKED = {"purpose": "report", "reason": "Laporan triwulan.", "file_format": "xlsx"}


@pytest.fixture
def signed_in(client):
    def sign_in(person):
        client.force_login(person)
        return client

    return sign_in


def test_the_button_of_the_list_keeps_its_filters(signed_in):
    CaseFactory()

    page = signed_in(people.ani()).get(reverse("clients:list"), {"tahap": "service"})

    wanted = f"{reverse('exports:new', args=['clients'])}?tahap=service"
    assert f'href="{wanted}"' in page.content.decode()


def test_the_page_says_what_will_leave_before_it_does(signed_in):
    CaseFactory.create_batch(2)

    page = signed_in(people.ani()).get(reverse("exports:new", args=["clients"]))

    assert (page.context["rows"], page.context["people"]) == (2, 2)
    assert not ReadLog.objects.exists()


def test_a_search_is_taken_along_without_standing_in_an_address(signed_in):
    CaseFactory(client=ClientFactory(name="Rian Saputra"))
    CaseFactory(client=ClientFactory(name="Sari Dewi"))
    browser = signed_in(people.ani())
    found = browser.post(reverse("clients:search"), {"cari": "Sari"})
    query = found.url.partition("?")[2]

    browser.post(f"{reverse('exports:new', args=['clients'])}?{query}", ASKED)

    export = Export.objects.get()
    assert (export.rows, export.question) == (1, {"cari": "Sari"})


def test_asked_for_it_is_watched_on_a_page_of_its_own(signed_in):
    CaseFactory()

    answer = signed_in(people.ani()).post(reverse("exports:new", args=["clients"]), ASKED)

    export = Export.objects.get()
    assert answer.url == reverse("exports:export", args=[export.pk])
    assert (export.asked_by, export.purpose, export.ip) == (people.ani(), "report", "127.0.0.1")
    assert b'id="job"' in signed_in(people.ani()).get(answer.url).content


@pytest.mark.parametrize("missing", ["purpose", "reason", "file_format"])
def test_without_a_purpose_nothing_leaves(missing, signed_in):
    CaseFactory()
    body = {name: value for name, value in ASKED.items() if name != missing}

    answer = signed_in(people.ani()).post(reverse("exports:new", args=["clients"]), body)

    assert answer.status_code == 422
    assert not Export.objects.exists()


@pytest.mark.parametrize("name", ["new", "file", "answer"])
def test_who_asks_takes_or_agrees_has_just_shown_who_they_are(name, signed_in):
    row = made() if name == "file" else ExportFactory(waiting=True)
    person = people.budi() if name == "answer" else people.ani()
    browser = signed_in(person)
    stale(browser)

    answer = browser.get(reverse(f"exports:{name}", args=["clients" if name == "new" else row.pk]))

    assert answer.url.startswith(reverse("account_reauthenticate"))


def test_the_asker_takes_the_file_along(signed_in):
    export = made(b"Nama\r\nRian\r\n")

    answer = signed_in(people.ani()).get(reverse("exports:file", args=[export.pk]))

    assert answer.content == b"Nama\r\nRian\r\n"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_each_time_the_file_is_taken_is_written_down_with_everybody_in_it(signed_in, at):
    clients = {CaseFactory().client_id for _ in range(2)}
    export = taken(people.ani(), at)
    browser, url = signed_in(people.ani()), reverse("exports:file", args=[export.pk])

    for _ in range(2):
        browser.get(url)

    rows = ReadLog.objects.filter(action=ReadAction.TAKE)
    assert [set(row.client_ids) for row in rows] == [clients, clients]
    assert {row.purpose for row in rows} == {f"Pemantauan dan evaluasi: {REASON}"}


@pytest.mark.parametrize("who", [people.budi, people.gita, people.hadi, people.fitri])
def test_to_anybody_else_there_is_no_file(who, signed_in):
    export = made()

    assert signed_in(who()).get(reverse("exports:file", args=[export.pk])).status_code == 404


@pytest.mark.parametrize(("hours", "status"), [(23.9, 200), (24.1, 404)])
def test_the_link_is_good_for_24_hours(hours, status, signed_in):
    export = made(age=dt.timedelta(hours=hours))

    answer = signed_in(people.ani()).get(reverse("exports:file", args=[export.pk]))

    assert answer.status_code == status


@pytest.mark.parametrize("who", [people.budi, people.hadi])
def test_the_leader_and_the_data_officer_find_what_waits_for_them(who, signed_in):
    export = ExportFactory(waiting=True)

    page = signed_in(who()).get(reverse("exports:list"))

    assert reverse("exports:answer", args=[export.pk]) in page.content.decode()


def test_consent_by_another_sets_it_off(signed_in):
    export = ExportFactory(waiting=True)

    signed_in(people.budi()).post(
        reverse("exports:answer", args=[export.pk]), {"verdict": "agree", "note": ""}
    )

    export.refresh_from_db()
    assert (export.agreed, export.answered_by) == (True, people.budi())
    assert export.job.payload == {"export": export.pk}


def test_a_refusal_without_a_word_is_asked_for_one(signed_in):
    export = ExportFactory(waiting=True)

    answer = signed_in(people.budi()).post(
        reverse("exports:answer", args=[export.pk]), {"verdict": "refuse", "note": ""}
    )

    assert answer.status_code == 422


def test_a_question_of_a_week_ago_is_over(signed_in):
    export = ExportFactory(waiting=True, asked_at=made_long_ago())

    page = signed_in(people.budi()).get(reverse("exports:answer", args=[export.pk]))

    assert page.status_code == 404


def made_long_ago() -> dt.datetime:
    return dt.datetime.now(dt.UTC) - dt.timedelta(days=7, minutes=1)


def test_an_auditor_asks_although_they_write_nowhere_else(signed_in):
    CaseFactory()

    signed_in(people.gita()).post(reverse("exports:new", args=["clients"]), ASKED)

    assert Export.objects.get().asked_by == people.gita()


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("clients", people.fitri),
        ("clients", people.hadi),
        ("accesses", people.ani),
        ("users", people.ani),
        ("tasks", people.gita),
    ],
)
def test_a_list_is_taken_out_by_whom_its_page_is_open_to(key, who, signed_in):
    page = signed_in(who()).get(reverse("exports:new", args=[key]))

    assert page.status_code == 403
    assert signed_in(who()).get(reverse(LISTINGS[key].page)).status_code == 403


def test_a_list_that_nobody_has_is_not_found(signed_in):
    assert signed_in(people.ani()).get(reverse("exports:new", args=["nik"])).status_code == 404


@pytest.mark.parametrize("key", list(LISTINGS))
def test_every_list_has_a_button_where_it_is_shown(key, signed_in):
    listing = LISTINGS[key]
    person = next(who() for who in EVERYBODY if listing.may(who()))

    page = signed_in(person).get(reverse(listing.page))

    assert reverse("exports:new", args=[key]) in page.content.decode()


EVERYBODY = (people.ani, people.budi, people.eko, people.fitri, people.gita, people.hadi)


# What waits for a second person


@pytest.mark.parametrize(
    ("who", "page"),
    [
        (people.budi, "desk:home"),
        (people.budi, "desk:notices"),
        (people.budi, "clients:tasks"),
        (people.hadi, "desk:notices"),
    ],
)
def test_a_request_stands_on_the_desk_and_in_the_bell_of_whoever_may_agree(who, page, signed_in):
    row = ExportFactory(waiting=True)

    shown = signed_in(who()).get(reverse(page)).content.decode()

    assert reverse("exports:answer", args=[row.pk]) in shown


def test_the_data_officer_s_home_says_that_one_waits(signed_in):
    ExportFactory(waiting=True)

    shown = signed_in(people.hadi()).get(reverse("desk:home")).content.decode()

    assert "Ekspor menunggu persetujuan." in shown


def test_a_request_of_nobody_s_institution_waits_for_the_data_officer(signed_in):
    row = ExportFactory(waiting=True, asked_by=people.fitri())

    shown = signed_in(people.hadi()).get(reverse("desk:notices")).content.decode()

    assert reverse("exports:answer", args=[row.pk]) in shown


@pytest.mark.parametrize("who", [people.ani, people.eko, people.dewi])
def test_it_waits_for_nobody_else(who, signed_in):
    row = ExportFactory(waiting=True)

    shown = signed_in(who()).get(reverse("desk:notices")).content.decode()

    assert reverse("exports:answer", args=[row.pk]) not in shown


def test_what_was_answered_or_is_over_waits_no_more(signed_in):
    old = timezone.now() - dt.timedelta(days=8)
    over, answered = ExportFactory(waiting=True, asked_at=old), ExportFactory(waiting=True)
    with acting(scope_of(people.budi())):
        answer_export(
            export=answered,
            agree=False,
            note="Tidak perlu.",
            actor=people.budi(),
            at=timezone.now(),
        )

    shown = signed_in(people.hadi()).get(reverse("desk:notices")).content.decode()

    for row in (over, answered):
        assert reverse("exports:answer", args=[row.pk]) not in shown
