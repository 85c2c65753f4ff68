"""Breaking the glass: one client, one hour, a reason, a notice, a review (row B7, threat T3)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError
from django.db.models import F
from django.test import Client as Browser
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from care.models import Placement
from clients.duplicates import Sought
from clients.field_rules import Field
from clients.models import BreakGlass, Case, Client
from clients.services.reading import look_elsewhere, note_reveal
from common.enums import ReadAction
from common.jobs import perform
from common.models import Job, ReadLog
from screening.models import Screening
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
    ClientFactory,
    FamilyContactFactory,
)
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db

WHY = "Klien dibawa pingsan ke sentra kami malam ini."
PAGE = "/klien/darurat/"
REVIEWS = "/klien/darurat/tinjau/"


@pytest.fixture
def case():
    return CaseFactory(client__name="Rian Saputra")


def ask(client, sought, who=people.eko, **changes):
    client.force_login(who())
    body = {"sought": sought, "reason_code": "life", "reason": WHY, "confirmed": "on"}
    return client.post(PAGE, body | changes)


def file_of(case):
    return reverse("clients:file", args=[case.client_id])


@pytest.mark.parametrize("who", [people.eko, people.citra, people.dewi, people.fitri])
def test_the_file_opens_and_says_so(client, case, who):
    assert client.get(file_of(case)).status_code == 302

    answer = ask(client, case.client.registration_number, who)

    assert answer["Location"] == file_of(case)
    page = client.get(file_of(case)).content.decode()
    assert "Rian Saputra" in page
    assert "Tutup akses darurat" in page


def test_a_worker_reads_a_colleagues_client_too(client, case):
    other = User.objects.create_user(
        "hana@contoh.id", "x", name="Hana", role=Role.SOCIAL_WORKER, institution=people.melati()
    )

    ask(client, case.client.registration_number, lambda: other)

    assert client.get(file_of(case)).status_code == 200


@pytest.mark.parametrize("who", [people.gita, people.hadi])
def test_those_who_watch_break_no_glass(client, case, who):
    assert ask(client, case.client.registration_number, who).status_code == 403


def test_it_opens_exactly_that_client(client, case):
    other = CaseFactory()

    ask(client, case.client.registration_number)

    assert client.get(file_of(other)).status_code == 404
    assert list(Client.objects.visible_to(people.eko())) == [case.client]


def test_whatever_belongs_to_the_file_opens_with_it():
    placement = PlacementFactory(institution=people.harapan())
    screening = ScreeningFactory(case=placement.case)
    BreakGlassFactory(client=placement.client)

    assert list(Case.objects.visible_to(people.eko())) == [placement.case]
    assert list(Placement.objects.visible_to(people.eko())) == [placement]
    assert list(Screening.objects.visible_to(people.eko())) == [screening]


def test_after_an_hour_it_is_closed(client, case):
    ask(client, case.client.registration_number)
    age(BreakGlass.objects.all(), minutes=60)

    assert client.get(file_of(case)).status_code == 404


def test_for_an_hour_it_is_open(client, case):
    ask(client, case.client.registration_number)
    age(BreakGlass.objects.all(), minutes=59)

    assert client.get(file_of(case)).status_code == 200


def age(rows, minutes):
    past = timedelta(minutes=minutes)
    rows.update(opened_at=F("opened_at") - past, ends_at=F("ends_at") - past)


def test_it_can_be_closed_early(client, case):
    ask(client, case.client.registration_number)

    client.post(reverse("clients:close_emergency", args=[BreakGlass.objects.get().pk]))

    assert client.get(file_of(case)).status_code == 404


def test_nobody_closes_anothers(client):
    row = BreakGlassFactory()
    client.force_login(people.citra())

    assert client.post(reverse("clients:close_emergency", args=[row.pk])).status_code == 404


def test_a_database_knows_no_longer_hour():
    row = BreakGlassFactory()

    with pytest.raises(IntegrityError, match="break_glass_one_hour"):
        BreakGlass.objects.update(ends_at=F("ends_at") + timedelta(seconds=1))
    assert row


def test_the_institution_that_once_cared_for_the_client_changes_nothing(client):
    placement = PlacementFactory(active=True, shared=False)
    Case.objects.update(care_institution=people.kenanga())
    BreakGlassFactory(client=placement.client)
    client.force_login(people.eko())

    assert client.post(reverse("care:end", args=[placement.pk])).status_code == 403


def test_a_colleague_without_the_case_does_not_edit_the_profile(client, case):
    other = User.objects.create_user(
        "hana@contoh.id", "x", name="Hana", role=Role.SOCIAL_WORKER, institution=people.melati()
    )
    contact = FamilyContactFactory(client=case.client)
    BreakGlassFactory(client=case.client, user=other)
    client.force_login(other)

    for name, more in (("edit", []), ("note", []), ("edit_family", [contact.pk]), ("reopen", [])):
        url = reverse(f"clients:{name}", args=[case.client_id, *more])
        assert client.post(url).status_code == 403, name


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "Perlu saja."}, "reason"),
        ({"reason_code": ""}, "reason_code"),
        ({"confirmed": ""}, "confirmed"),
    ],
)
def test_a_reason_and_a_confirmation_are_demanded(client, case, changes, field):
    answer = ask(client, case.client.registration_number, **changes)

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not BreakGlass.objects.exists()


def test_a_wrong_number_is_answered_like_an_unknown_one_and_written_down(client, case):
    malformed = ask(client, "KPN-9")
    unknown = ask(client, "KPN-26-99999")

    said = [
        answer.content.decode().split("error-summary")[1].split("</ul>")[0]
        for answer in (malformed, unknown)
    ]
    assert malformed.status_code == unknown.status_code == 422
    assert said[0] == said[1]
    assert ReadLog.objects.filter(action=ReadAction.EMERGENCY, client_ids=[]).count() == 2


def test_ten_tries_an_hour(client, case):
    for number in range(10):
        ask(client, f"KPN-26-9{number:04d}")

    answer = ask(client, case.client.registration_number)

    assert answer.status_code == 422
    assert not BreakGlass.objects.exists()


def test_anothers_tries_do_not_count(client, case):
    for number in range(10):
        ask(client, f"KPN-26-9{number:04d}", people.citra)

    assert ask(client, case.client.registration_number).status_code == 302


def test_a_file_in_sight_needs_no_broken_glass(client, case):
    answer = ask(client, case.client.registration_number, people.budi)

    assert answer.status_code == 422
    assert "sudah dapat membuka" in answer.content.decode()


def test_a_second_click_opens_nothing_new(client, case):
    ask(client, case.client.registration_number)
    ask(client, case.client.registration_number)

    assert BreakGlass.objects.count() == 1


def reference(asker) -> str:
    asked = {"name": "Rian Saputra", "birth_date": Client.objects.get().birth_date, "nik": ""}
    return str(look_elsewhere(sought=Sought(**asked), actor=asker).reference)


def test_the_reference_of_ones_own_national_match_opens_its_client(client, case):
    assert ask(client, reference(people.eko()))["Location"] == file_of(case)


def test_the_ministry_may_use_a_reference_it_was_told(client, case):
    told = reference(people.eko())

    assert ask(client, told, people.fitri)["Location"] == file_of(case)


def test_anothers_reference_is_unknown(client, case):
    told = reference(people.eko())

    assert ask(client, told, people.citra).status_code == 422


def test_an_opening_is_written_down_with_its_reason(client, case):
    ask(client, case.client.registration_number)

    row = ReadLog.objects.get(action=ReadAction.EMERGENCY)
    assert (row.user, row.client_ids) == (people.eko(), [case.client_id])
    assert row.purpose == "Keselamatan jiwa atau keadaan medis"


def test_those_who_review_get_a_mail_that_tells_nothing(client, case):
    people.budi(), people.hadi(), people.fitri()
    ask(client, case.client.registration_number)

    perform(Job.objects.get(kind="emergency_notice").pk)

    assert {to for letter in mail.outbox for to in letter.to} == {
        people.budi().email,
        people.hadi().email,
    }
    for letter in mail.outbox:
        text = letter.subject + letter.body
        assert REVIEWS in text
        assert "Rian" not in text
        assert case.client.registration_number not in text
        assert "Kenanga" not in text


@pytest.mark.parametrize("who", [people.hadi, people.budi])
def test_those_who_review_see_it_waiting(client, case, who):
    BreakGlassFactory(client=case.client)
    client.force_login(who())

    for url in (reverse("desk:home"), reverse("desk:notices")):
        assert "menunggu tinjauan" in client.get(url).content.decode()
    assert case.client.registration_number in client.get(REVIEWS).content.decode()


def test_another_institutions_leader_sees_none_of_it(client, case):
    row = BreakGlassFactory(client=case.client, user=people.dewi())
    client.force_login(people.eko())

    assert case.client.registration_number not in client.get(REVIEWS).content.decode()
    assert client.get(f"/klien/darurat/{row.pk}/tinjau/").status_code == 404


@pytest.mark.parametrize("who", [people.ani, people.dewi, people.fitri, people.gita])
def test_nobody_else_reviews(client, who):
    row = BreakGlassFactory()
    client.force_login(who())

    assert client.get(REVIEWS).status_code == 403
    assert client.get(f"/klien/darurat/{row.pk}/tinjau/").status_code == 403


def judge(client, row, verdict="improper"):
    url = reverse("clients:review_emergency", args=[row.pk])
    return client.post(url, {"verdict": verdict, "note": "Klien sudah pulang."})


@pytest.mark.parametrize("who", [people.hadi, people.budi])
def test_a_verdict_is_kept_and_the_review_is_over(client, who):
    row = BreakGlassFactory()
    client.force_login(who())

    assert judge(client, row)["Location"] == REVIEWS

    row.refresh_from_db()
    assert (row.verdict, row.reviewed_by) == ("improper", who())
    assert "menunggu tinjauan" not in client.get(reverse("desk:notices")).content.decode()


def test_judged_improper_the_file_is_closed_at_once(client, case):
    row = BreakGlassFactory(client=case.client)
    reader = Browser()
    reader.force_login(people.eko())
    assert reader.get(file_of(case)).status_code == 200
    client.force_login(people.hadi())

    judge(client, row)

    assert reader.get(file_of(case)).status_code == 404


def test_judged_improper_the_opener_their_leader_and_the_data_officers_get_a_mail_without_names(
    client, case
):
    row = BreakGlassFactory(client=case.client, user=people.citra(), reason="Dicari keluarganya.")
    client.force_login(people.budi())
    judge(client, row)

    perform(Job.objects.get(kind="improper_notice").pk)

    told = {people.citra().email, people.eko().email, people.hadi().email}
    assert {to for letter in mail.outbox for to in letter.to} == told
    for letter in mail.outbox:
        text = letter.subject + letter.body
        assert "tidak patut" in text
        for word in ("Rian", "Citra", "keluarganya", case.client.registration_number):
            assert word not in text


def test_judged_proper_nobody_is_written_to(client, case):
    client.force_login(people.hadi())

    judge(client, BreakGlassFactory(client=case.client), "proper")

    assert not Job.objects.filter(kind="improper_notice").exists()


def test_judged_proper_the_hour_goes_on(client, case):
    row = BreakGlassFactory(client=case.client)
    client.force_login(people.hadi())

    judge(client, row, "proper")

    client.force_login(people.eko())
    assert client.get(file_of(case)).status_code == 200


def review_page(client, row):
    return client.get(reverse("clients:review_emergency", args=[row.pk])).content.decode()


@pytest.mark.parametrize("who", [people.hadi, people.budi])
def test_the_reviewer_sees_which_pages_and_facts_were_read(client, case, who):
    row = BreakGlassFactory(client=case.client)
    elsewhere = CaseFactory().client_id
    client.force_login(people.eko())
    profile = reverse("clients:profile", args=[case.client_id])
    screening = reverse("screening:client", args=[case.client_id])
    for page in (profile, screening, profile):
        client.get(page)
    note_reveal(client_id=case.client_id, field=Field.NIK, purpose="letter", actor=people.eko())
    note_reveal(client_id=elsewhere, field=Field.KK, purpose="letter", actor=people.eko())
    client.force_login(who())

    page = review_page(client, row)

    assert page.count(f">{profile}</span>") == 2
    assert page.count(f">{screening}</span>") == 1
    assert "NIK: mengisi surat atau rujukan" in page
    assert "Nomor KK: mengisi" not in page


def test_what_was_read_at_other_times_or_by_others_is_no_part_of_it(client, case):
    row = BreakGlassFactory(client=case.client)
    client.force_login(people.budi())
    client.get(reverse("clients:profile", args=[case.client_id]))

    assert "Tidak satu halaman pun" in review_page(client, row)


def test_the_reviewer_sees_what_stands_there_unasked(client, case):
    client.force_login(people.hadi())

    by_institution = review_page(client, BreakGlassFactory(client=case.client))
    by_ministry = review_page(client, BreakGlassFactory(client=case.client, user=people.fitri()))

    assert "Telepon, Alamat" in by_institution
    assert "tidak menampilkan satu pun data peka" in by_ministry


def test_a_review_that_is_over_is_read_and_asks_nothing(client):
    row = BreakGlassFactory()
    client.force_login(people.hadi())
    judge(client, row)

    page = review_page(client, row)

    assert "Klien sudah pulang." in page
    assert 'name="verdict"' not in page


def test_what_was_judged_is_not_judged_again(client):
    row = BreakGlassFactory()
    client.force_login(people.hadi())
    judge(client, row)

    assert judge(client, row, "proper").status_code == 422


def test_nobody_judges_themselves(client):
    row = BreakGlassFactory()
    client.force_login(people.eko())

    assert judge(client, row, "proper").status_code == 422
    row.refresh_from_db()
    assert row.reviewed_at is None


def test_the_reviewer_sees_no_name_of_the_client(client, case):
    row = BreakGlassFactory(client=case.client)
    client.force_login(people.hadi())

    page = client.get(reverse("clients:review_emergency", args=[row.pk])).content.decode()

    assert case.client.registration_number in page
    assert "Rian" not in page


def test_a_broken_glass_costs_the_list_no_query(client, django_assert_max_num_queries):
    ClientFactory()
    BreakGlassFactory()
    client.force_login(people.eko())

    with django_assert_max_num_queries(7):
        client.get(reverse("clients:list"))
