"""/klien/<id>/: who may open which page of a client's file, and what it shows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from clients.enums import EventKind, NextStep, NoteKind
from clients.models import CaseEvent
from clients.transitions import tell
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory, ShareFactory


pytestmark = pytest.mark.django_db

NIK = "3271011503000004"
PAGES = ("file", "profile", "access", "edit", "add_family", "note", "reassign", "reopen")


@pytest.fixture
def case():
    row = ClientFactory(name="Rian Saputra", nik=NIK, nik_missing_reason="")
    return CaseFactory(client=row, decided=True)


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


def url(name, case):
    return reverse(f"clients:{name}", args=[case.client_id])


def events(case, count, kind=EventKind.NOTE):
    start = datetime(2026, 6, 1, 2, tzinfo=UTC)
    return [
        CaseEvent.objects.create(
            case=case,
            kind=kind,
            at=start + timedelta(days=n),
            actor=people.ani(),
            facts={"about": NoteKind.CONTACT} if kind == EventKind.NOTE else {},
            note=f"Kegiatan {n}.",
        )
        for n in range(count)
    ]


def headings(answer) -> list[str]:
    return [event.note for _month, group in answer.context["page"].months for event in group]


def test_the_past_is_read_in_the_readers_language(ani, case):
    told = {"old": "Ani Lestari", "new": "Budi Santoso"}
    tell(case, EventKind.REASSIGNED, actor=people.budi(), at=timezone.now(), **told)
    tell(case, EventKind.CLOSED, actor=people.budi(), at=timezone.now(), reason="moved")
    User.objects.filter(pk=people.ani().pk).update(language="en")

    page = ani.get(url("file", case)).content.decode()

    assert "Case closed: Moved or referred" in page
    assert "From Ani Lestari to Budi Santoso." in page


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["citra", "dewi", "eko", "fitri"])
def test_a_stranger_does_not_learn_that_the_client_exists(client, case, page, who):
    client.force_login(getattr(people, who)())

    assert client.get(url(page, case)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_client_is_not_found(ani, page):
    assert ani.get(reverse(f"clients:{page}", args=[10**12])).status_code == 404


STATUS = {
    "ani": {"reassign": 403},
    "budi": {},
    "gita": dict.fromkeys(("edit", "add_family", "note", "reassign", "reopen"), 403),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", STATUS)
def test_colleagues_and_auditors_open_what_their_role_allows(client, case, page, who):
    client.force_login(getattr(people, who)())

    assert client.get(url(page, case)).status_code == STATUS[who].get(page, 200)


@pytest.mark.parametrize("page", ["edit", "access", "reopen", "reassign"])
def test_a_guest_by_share_does_not_manage_the_file(client, case, page):
    ShareFactory(client=case.client)
    client.force_login(people.eko())

    assert client.get(url(page, case)).status_code == 403


def test_a_guest_by_share_writes_notes(client, case):
    ShareFactory(client=case.client)
    client.force_login(people.eko())

    assert client.get(url("note", case)).status_code == 200


def test_the_file_shows_the_nik_masked(ani, case):
    page = ani.get(url("file", case)).content.decode()

    assert NIK not in page
    assert "3271••••••••0004" in page


def test_opening_the_file_is_logged_once(ani, case):
    ani.get(url("file", case))
    ani.get(url("profile", case))

    assert ReadLog.objects.filter(action=ReadAction.OPEN).count() == 1


def test_the_title_of_a_page_names_no_client(ani, case):
    title = ani.get(url("file", case)).content.decode().split("<title>")[1].split("</title>")[0]

    assert "Rian" not in title
    assert case.client.registration_number in title


def test_a_late_step_is_told_above_the_tabs(ani, case):
    assert "terlambat" in ani.get(url("file", case)).content.decode()


def test_a_step_in_time_is_not_told_as_late(ani, case):
    case.next_due_on = timezone.localdate()
    case.save()

    assert "terlambat" not in ani.get(url("file", case)).content.decode()


def test_the_timeline_is_newest_first_under_its_months(ani, case):
    events(case, 3)

    answer = ani.get(url("file", case))

    assert headings(answer) == ["Kegiatan 2.", "Kegiatan 1.", "Kegiatan 0."]
    assert "Juni 2026" in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_older_events_follow_twenty_at_a_time(ani, case, headers):
    rows = events(case, 23)

    answer = ani.get(url("file", case), {"sebelum": rows[3].pk}, headers=headers)

    assert headings(answer) == ["Kegiatan 2.", "Kegiatan 1.", "Kegiatan 0."]


def test_the_first_page_holds_twenty_events(ani, case):
    events(case, 21)

    page = ani.get(url("file", case)).context["page"]

    assert sum(len(group) for _month, group in page.months) == 20
    assert page.has_older


def test_events_of_the_same_moment_are_neither_lost_nor_doubled(ani, case):
    rows = events(case, 2)
    CaseEvent.objects.update(at=rows[0].at)

    answer = ani.get(url("file", case), {"sebelum": rows[1].pk})

    assert headings(answer) == ["Kegiatan 0."]


@pytest.mark.parametrize("before", ["x", "0", "9" * 40, "-1", "\x00", "٣"])
def test_a_place_in_the_timeline_that_is_not_there_is_not_found(ani, case, before):
    assert ani.get(url("file", case), {"sebelum": before}).status_code == 404


def test_another_clients_event_is_no_place_in_this_timeline(ani, case):
    (other,) = events(CaseFactory(), 1)

    assert ani.get(url("file", case), {"sebelum": other.pk}).status_code == 404


def test_the_timeline_can_be_narrowed_to_a_kind(ani, case):
    events(case, 1)
    events(case, 1, EventKind.REGISTERED)

    assert len(headings(ani.get(url("file", case), {"jenis": "notes"}))) == 1


def test_the_timeline_tells_of_earlier_cases_too(ani, case):
    events(CaseFactory(client=case.client, closed=True, is_current=False), 1)

    assert headings(ani.get(url("file", case))) == ["Kegiatan 0."]


def queries_for(browser, address) -> int:
    browser.get(address)  # the first opening is logged
    with CaptureQueriesContext(connection) as captured:
        browser.get(address)
    return len(captured)


def test_a_long_timeline_costs_the_queries_of_a_short_one(ani, case):
    events(case, 1)
    short = queries_for(ani, url("file", case))

    events(case, 20)

    assert queries_for(ani, url("file", case)) == short <= 12


def test_the_profile_shows_the_family(ani, case):
    FamilyContactFactory(client=case.client, name="Aminah")

    assert "Aminah" in ani.get(url("profile", case)).content.decode()


def test_the_access_log_tells_who_opened_the_file(client, case):
    client.force_login(people.ani())
    client.get(url("file", case))
    client.force_login(people.budi())

    assert "Ani Lestari" in client.get(url("access", case)).content.decode()


def test_a_supporter_does_not_read_the_access_log(client, case):
    case.lead_worker = people.budi()
    case.save()
    case.supporters.add(people.ani())
    client.force_login(people.ani())

    assert client.get(url("access", case)).status_code == 403


def note(**changes):
    return {
        "kind": "home_visit",
        "on": "2026-06-02",
        "time": "10:30",
        "text": "Ibu hadir.",
    } | changes


def test_a_note_is_written_down(ani, case):
    answer = ani.post(url("note", case), note())

    assert answer["Location"] == url("file", case)
    assert timezone.localtime(CaseEvent.objects.get().at).hour == 10


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "gossip"),
        ("on", "2999-01-01"),
        ("on", "0001-01-01"),
        ("on", "9999-12-31"),
        ("time", "25:00"),
        ("text", ""),
        ("text", "x" * 10_000),
        ("text", "\x00"),
    ],
)
def test_a_note_of_nonsense_is_refused(ani, case, field, value):
    answer = ani.post(url("note", case), note(**{field: value}))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors


def test_a_closed_case_refuses_a_note_with_a_sentence(ani):
    case = CaseFactory(closed=True)

    answer = ani.post(url("note", case), note())

    assert answer.status_code == 422
    assert "sudah ditutup" in answer.content.decode()


def test_a_case_is_handed_to_a_colleague(client, case):
    client.force_login(people.budi())

    client.post(url("reassign", case), {"to": people.budi().pk})

    case.refresh_from_db()
    assert case.lead_worker == people.budi()


def test_a_case_is_not_handed_to_a_stranger(client, case):
    client.force_login(people.budi())

    answer = client.post(url("reassign", case), {"to": people.citra().pk})

    assert answer.status_code == 422


def close_url(case):
    return reverse("clients:close", args=[case.pk])


def test_a_case_is_closed_with_a_reason(ani, case):
    ani.post(close_url(case), {"reason": "withdrew", "note": "Pulang ke desa."})

    case.refresh_from_db()
    assert case.close_reason == "withdrew"


def test_a_running_service_refuses_the_close_with_a_sentence(ani):
    case = CaseFactory(in_service=True)

    answer = ani.post(close_url(case), {"reason": "withdrew", "note": "Pulang."})

    assert answer.status_code == 422
    assert "Layanan masih berjalan" in answer.content.decode()


def test_closing_twice_is_refused_with_a_sentence(ani, case):
    case.next_step = NextStep.DECIDE
    form = {"reason": "withdrew", "note": "Pulang."}
    ani.post(close_url(case), form)

    assert ani.post(close_url(case), form).status_code == 422


@pytest.mark.parametrize(("who", "status"), [("citra", 404), ("gita", 403)])
def test_strangers_and_auditors_do_not_close(client, case, who, status):
    client.force_login(getattr(people, who)())

    assert client.post(close_url(case), {"reason": "lost"}).status_code == status


def profile(case, **changes):
    row = case.client
    return {
        "name": row.name,
        "nik": "",
        "sex": row.sex,
        "birth_date": row.birth_date.isoformat(),
        "regency": row.regency_id,
        "version": row.version,
    } | changes


def test_the_profile_is_corrected(ani, case):
    answer = ani.post(url("edit", case), profile(case, occupation="Penjahit"))

    case.client.refresh_from_db()
    assert answer.status_code == 302
    assert case.client.occupation == "Penjahit"


def test_a_profile_without_a_name_is_refused(ani, case):
    assert ani.post(url("edit", case), profile(case, name="")).status_code == 422


def test_a_family_contact_is_added_and_changed(ani, case):
    form = {"family_name": "Aminah", "family_relation": "mother"}
    ani.post(url("add_family", case), form)
    contact = case.client.family_contacts.get()

    ani.post(
        reverse("clients:edit_family", args=[case.client_id, contact.pk]),
        {**form, "family_name": "Siti Aminah", "version": contact.version},
    )

    contact.refresh_from_db()
    assert contact.name == "Siti Aminah"


def test_another_clients_family_is_not_found(ani, case):
    contact = FamilyContactFactory()

    address = reverse("clients:edit_family", args=[case.client_id, contact.pk])

    assert ani.get(address).status_code == 404


def test_the_profile_masks_the_family_card(ani, case):
    ani.post(url("edit", case), profile(case, nomor_kk="3271012204198877"))
    page = ani.get(url("profile", case)).content.decode()

    assert "3271••••••••8877" in page
    assert "3271012204198877" not in page


def test_a_note_about_the_law_is_headed_as_one(ani, case):
    form = {
        "kind": "law",
        "text": "Asesmen terpadu dijadwalkan.",
        "on": "2026-06-10",
        "time": "09:00",
    }
    ani.post(url("note", case), form)

    assert case.events.newest_first()[0].title == "Catatan hukum"
