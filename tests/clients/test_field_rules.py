"""Row B5: each delicate fact on every surface, to everybody: shown if, and only if, the table says so."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client as Browser
from django.urls import reverse

from accounts.enums import Role
from accounts.models import ServiceKey
from care.models import Delivery, FollowUp
from clients.enums import NoteKind
from clients.field_rules import FIELD_RULES, REASONS, TABLE, Field, Rule, Viewer
from clients.models import CaseEvent, Client
from clients.showing import viewer_of
from common.enums import ReadAction
from common.models import ReadLog
from tests import people
from tests.api.calling import READS
from tests.clients.factories import CaseFactory, ClientFactory, ShareFactory
from tests.clients.world_of_fields import (
    CANARIES,
    KK,
    NIK,
    PEOPLE,
    as_key,
    as_person,
    seen_on_pages,
    seen_through_the_api,
    written_down,
)
from tests.doors.wild import read_form


pytestmark = pytest.mark.django_db
# Of these the API tells.
IN_THE_API = {Field.NIK, Field.KK, Field.BIRTH_DATE, Field.PHONE, Field.ADDRESS, Field.FAMILY, Field.NEEDS, Field.LEGAL, Field.NOTES}  # fmt: skip


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def told(text: str) -> set[Field]:
    return {field for field, words in CANARIES.items() if any(word in text for word in words)}


def open_to(viewer: Viewer) -> set[Field]:
    return {field for field in Field if TABLE[field][viewer].is_open}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_shown_exactly_what_the_table_says(name):
    viewer, arrange = PEOPLE[name]
    case, user = arrange()
    assert viewer_of(user, case.client) == viewer

    pages = seen_on_pages(case, user)

    past_the_table = {url: told(text) - open_to(viewer) for url, text in pages.items()}
    assert {url: fields for url, fields in past_the_table.items() if fields} == {}
    assert told("".join(pages.values())) == open_to(viewer)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_at_the_api_is_told_the_same(name):
    viewer, arrange = PEOPLE[name]
    case, user = arrange()

    assert told(seen_through_the_api(case, as_person(user))) == open_to(viewer) & IN_THE_API


@pytest.mark.parametrize(
    ("knows", "viewer", "role"),
    [
        (False, Viewer.KEY, Role.SUPERVISOR),
        (True, Viewer.KEY_IDENTITY, Role.SUPERVISOR),
        (False, Viewer.KEY, Role.AUDITOR),
    ],
)
def test_a_key_is_told_what_its_scopes_say(knows, viewer, role):
    case = written_down(people.ani())

    found = told(seen_through_the_api(case, as_key(knows=knows, role=role)))

    assert found == open_to(viewer) & IN_THE_API


@pytest.mark.parametrize(
    "name", ["supervisor at home", "IPWL at home", "supervisor as guest", "IPWL as guest"]
)
def test_a_key_is_never_told_more_than_the_staff_of_its_role(name):
    viewer, arrange = PEOPLE[name]
    case, user = arrange()
    key = as_key(knows=True, role=user.role, institution=user.institution)

    assert told(seen_through_the_api(case, key)) == (
        open_to(viewer) & open_to(Viewer.KEY_IDENTITY) & IN_THE_API
    )


def test_a_key_of_an_auditor_from_before_shows_no_more_than_an_auditor_sees():
    case = written_down(people.ani())
    caller = as_key(knows=False, role=Role.AUDITOR)
    ServiceKey.objects.update(scopes=[*READS, "clients:identity"])

    assert told(seen_through_the_api(case, caller)) == set()


def test_every_fact_is_open_to_somebody_and_closed_to_somebody():
    for field, rules in TABLE.items():
        assert any(rule.is_open or rule.may_write for rule in rules.values()), field
        assert Rule.NONE in rules.values(), field


def test_every_line_of_the_table_has_its_reason_and_its_canary():
    assert set(FIELD_RULES) == set(REASONS) == set(CANARIES) == set(Field)


def test_the_page_of_the_documentation_is_the_table(capsys):
    call_command("field_rules")

    page = (settings.BASE_DIR / "docs" / "field-rules.md").read_text()
    assert page == capsys.readouterr().out


@pytest.mark.parametrize("who", [people.ani, people.fitri, people.gita, people.hadi])
def test_everybody_may_read_who_sees_what(client, who):
    client.force_login(who())

    page = client.get(reverse("clients:field_rules")).content.decode()

    assert all(str(reason) in page for reason in REASONS.values())


def reveal_url(case, field):
    if field is Field.PAPERS:
        return reverse("care:delivery_proof", args=[Delivery.objects.get().pk])
    url = reverse("clients:reveal", args=[case.client_id, field])
    note = {Field.NOTES: NoteKind.CONTACT, Field.COUNSELLING: NoteKind.COUNSELLING, Field.LAW_NOTES: NoteKind.LAW}.get(field)  # fmt: skip
    return f"{url}?catatan={CaseEvent.objects.get(facts__about=note).pk}" if note else url


@pytest.mark.parametrize("name", [name for name in PEOPLE if PEOPLE[name][0] != Viewer.NOBODY])
def test_what_is_masked_and_nothing_else_is_revealed_with_a_purpose(client, name):
    viewer, arrange = PEOPLE[name]
    case, user = arrange()
    client.force_login(user)

    answers = {f: client.post(reveal_url(case, f), {"purpose": "care"}) for f in Field}

    masked = {field for field in Field if TABLE[field][viewer].is_masked}
    unasked = (
        {Field.PAPERS} if TABLE[Field.PAPERS][viewer].is_open else set()
    )  # handed over at once
    done = {field for field, one in answers.items() if one.status_code == 200}
    assert done - unasked == masked
    refused = {one.status_code for field, one in answers.items() if field not in masked | unasked}
    assert refused <= {403}
    for field in masked:
        assert field in told(answers[field].content.decode())
    rows = ReadLog.objects.filter(action=ReadAction.REVEAL, client_ids=[case.client_id])
    assert {row.purpose for row in rows} == {
        f"{field.label}: menyusun atau memberi layanan" for field in masked
    }


@pytest.mark.parametrize("body", [{}, {"purpose": ""}, {"purpose": "ingin tahu"}])
def test_without_a_purpose_nothing_is_revealed(client, body):
    case = written_down(people.ani())
    client.force_login(people.ani())

    answer = client.post(reveal_url(case, Field.NIK), body)

    assert answer.status_code == 422
    assert NIK not in answer.content.decode()
    assert not ReadLog.objects.filter(action=ReadAction.REVEAL).exists()


def test_a_stranger_reveals_nothing(client):
    case = written_down(people.ani())
    client.force_login(people.citra())

    assert client.post(reveal_url(case, Field.NIK), {"purpose": "care"}).status_code == 404
    assert not ReadLog.objects.exists()


def test_asking_for_the_form_reveals_nothing(client):
    case = written_down(people.ani())
    client.force_login(people.ani())

    assert NIK not in client.get(reveal_url(case, Field.NIK)).content.decode()


def test_a_field_that_is_none_is_not_found(client):
    case = CaseFactory()
    client.force_login(people.ani())

    url = reverse("clients:reveal", args=[case.client_id, "registration_number"])
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("note", ["", "x", "0", "9" * 30])
def test_a_note_that_is_not_there_is_not_found(client, note):
    case = written_down(people.ani())
    client.force_login(people.gita())
    url = reverse("clients:reveal", args=[case.client_id, "notes"])

    assert client.post(f"{url}?catatan={note}", {"purpose": "check"}).status_code == 404


def test_counselling_is_not_revealed_as_an_ordinary_note(client):
    case = written_down(people.ani())
    client.force_login(people.fitri())
    url = reverse("clients:reveal", args=[case.client_id, "notes"])
    counselling = CaseEvent.objects.get(facts__about=NoteKind.COUNSELLING)

    client.force_login(people.gita())
    answer = client.post(f"{url}?catatan={counselling.pk}", {"purpose": "check"})

    assert answer.status_code == 404


def test_an_auditor_sees_that_a_note_is_there_who_wrote_it_and_when(client):
    case = written_down(people.ani())
    client.force_login(people.gita())

    page = client.get(reverse("clients:file", args=[case.client_id])).content.decode()

    assert "Konseling" in page
    assert "Ani Lestari" in page
    assert "2 Jun 2026" in page


@pytest.mark.parametrize("who", [people.dewi])
def test_a_note_on_the_law_is_not_even_asked_for_where_it_may_not_be_written(client, who):
    case = CaseFactory(client=ClientFactory(registered_by=who()))
    client.force_login(who())
    url = reverse("clients:note", args=[case.client_id])

    page = client.get(url).content.decode()
    sent = {"kind": "law", "on": "2026-06-02", "time": "10:00", "text": "Sidang."}

    assert 'value="counselling"' in page
    assert 'value="law"' not in page
    assert client.post(url, sent).status_code == 422


@pytest.fixture
def edit():
    case = written_down(people.ani())
    browser = Browser()
    browser.force_login(people.ani())
    url = reverse("clients:edit", args=[case.client_id])
    body, _kinds = read_form(browser.get(url).content.decode())
    body.pop("birth_date_estimated", None)
    body.pop("nomor_kk_removed", None)
    body.pop("nik_confirmed", None)
    body.pop("no_family", None)
    return browser, url, body | {"nik_missing_reason": ""}


def test_the_form_of_the_profile_holds_neither_number_and_says_that_they_are_there(edit):
    browser, url, body = edit

    page = browser.get(url).content.decode()

    assert (body["nik"], body["nomor_kk"]) == ("", "")
    assert "Tercatat: 3271••••••••0004" in page
    assert "Tercatat: 3271••••••••6655" in page


def test_numbers_left_empty_stay_as_they_are(edit):
    browser, url, body = edit

    assert browser.post(url, body | {"occupation": "Penjahit"}).status_code == 302

    row = Client.objects.get()
    assert (row.nik, row.nomor_kk, row.occupation) == (NIK, KK, "Penjahit")


def test_a_new_number_replaces_the_old_one(edit):
    browser, url, body = edit

    browser.post(url, body | {"nik": "3271012307570005", "nik_confirmed": "on", "nomor_kk": "3271010000000001"})  # fmt: skip

    row = Client.objects.get()
    assert (row.nik, row.nomor_kk) == ("3271012307570005", "3271010000000001")


def test_a_nik_is_removed_by_the_reason_for_its_absence(edit):
    browser, url, body = edit

    browser.post(url, body | {"nik_missing_reason": "no_card"})

    row = Client.objects.get()
    assert (row.nik, row.nik_missing_reason, row.nomor_kk) == ("", "no_card", KK)


def test_a_family_card_is_removed_by_its_box(edit):
    browser, url, body = edit

    browser.post(url, body | {"nomor_kk_removed": "on"})

    row = Client.objects.get()
    assert (row.nik, row.nomor_kk) == (NIK, "")


def test_a_conflict_shows_neither_number_in_clear(edit):
    browser, url, body = edit
    browser.post(url, body | {"nik": "3271012307570005", "nik_confirmed": "on"})

    answer = browser.post(url, body | {"nik": "3271012307570006", "nik_confirmed": "on", "occupation": "Tani"})  # fmt: skip

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "pick-nik" in text
    assert "3271012307570005" not in text
    assert "pick-nomor_kk" not in text


def test_an_ipwl_that_serves_the_client_calls_them_and_sees_no_family_card(client):
    case = written_down(people.ani())
    ShareFactory(client=case.client, institution=people.harapan())
    client.force_login(people.dewi())

    call = client.get(reverse("care:follow_up", args=[FollowUp.objects.get().pk]))
    profile = client.get(reverse("clients:profile", args=[case.client_id]))

    assert 'href="tel:081277776666"' in call.content.decode()
    assert KK[-4:] not in profile.content.decode()
