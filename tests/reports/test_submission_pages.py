from datetime import date

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.models import User
from partners.enums import InstitutionKind
from reports.models import Submission
from tests import people
from tests.partners.factories import InstitutionFactory
from tests.reports.factories import SubmissionFactory


pytestmark = pytest.mark.django_db

WRITES = ("note", "activity", "money", "send")
ANSWERS = ("accept", "return")


def url(name, *args):
    return reverse(f"reports:submission{name and '_'}{name}", args=args)


def colleague(role=Role.SOCIAL_WORKER, institution=None):
    return User.objects.create_user(
        "joko@contoh.id", "x", name="Joko", role=role, institution=institution or people.harapan()
    )


def test_an_ipwl_starts_fills_and_sends_one(client):
    client.force_login(people.dewi())

    client.post(url("new"), {"month": "2026-10", "note": ""})
    row = Submission.objects.get()
    client.post(
        url("activity", row.pk),
        {"kind": "counselling", "setting": "inpatient", "sessions": 12, "people": 9},
    )
    client.post(
        url("money", row.pk),
        {"component": "meals", "amount": 1250000, "receipt_number": "N/1", "on": "2026-10-05"},
    )
    page = client.get(url("", row.pk)).content.decode()
    client.post(url("send", row.pk), {"version": 3})

    row.refresh_from_db()
    assert row.institution == people.harapan()
    assert "Rp1.250.000" in page
    assert "12 kali" in page
    assert row.status == "submitted"


def test_the_head_of_an_lks_sends_too(client):
    institution = InstitutionFactory(kind=InstitutionKind.LKS)
    client.force_login(colleague(Role.BALAI_MANAGER, institution))

    assert client.post(url("new"), {"month": "2026-10"}).status_code == 302
    assert Submission.objects.get().institution == institution


def test_a_month_to_come_is_not_offered_and_not_taken(client):
    client.force_login(people.dewi())

    answer = client.post(url("new"), {"month": "2090-01", "note": "Catatan ini tetap ada."})

    assert answer.status_code == 422
    assert "Catatan ini tetap ada." in answer.content.decode()


@pytest.mark.parametrize("name", ["", *WRITES, *ANSWERS])
@pytest.mark.parametrize("who", [people.ani, people.eko, people.hadi])
def test_to_a_stranger_it_does_not_exist(client, name, who):
    row = SubmissionFactory()
    client.force_login(who())

    assert client.get(url(name, row.pk)).status_code == 404


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("who", [colleague, people.fitri, people.gita])
def test_who_only_reads_it_does_not_write_it(client, name, who):
    row = SubmissionFactory()
    client.force_login(who())

    assert client.get(url("", row.pk)).status_code == 200
    assert client.post(url(name, row.pk), {}).status_code == 403


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("who", [people.dewi, people.gita])
def test_only_the_ministry_answers(client, name, who):
    row = SubmissionFactory(sent=True)
    client.force_login(who())

    assert client.post(url(name, row.pk), {}).status_code == 403


def test_a_balai_starts_none(client):
    client.force_login(people.eko())

    assert client.get(url("new")).status_code == 403


def test_a_line_of_another_submission_is_not_taken_out(client):
    row = SubmissionFactory()
    other = SubmissionFactory(month=date(2026, 9, 1))
    client.force_login(people.dewi())

    answer = client.post(url("remove_money", row.pk, other.money.get().pk))

    assert answer.status_code == 404
    assert other.money.exists()


def test_the_ministry_returns_one_and_the_institution_reads_why(client):
    row = SubmissionFactory(sent=True)
    client.force_login(people.fitri())
    client.post(url("return", row.pk), {"version": 1, "answer_note": "Lengkapi nomor bukti."})
    client.force_login(people.dewi())

    page = client.get(url("", row.pk)).content.decode()

    assert "Lengkapi nomor bukti." in page
    assert url("activity", row.pk) in page


def test_returning_asks_for_a_word(client):
    row = SubmissionFactory(sent=True)
    client.force_login(people.fitri())

    assert client.post(url("return", row.pk), {"version": 1}).status_code == 422


def test_what_changed_meanwhile_is_shown_and_asked_again(client):
    row = SubmissionFactory(sent=True, version=5)
    client.force_login(people.fitri())

    first = client.post(url("accept", row.pk), {"version": 4})
    again = client.post(url("accept", row.pk), {"version": 5})

    assert first.status_code == 422
    assert 'name="version" value="5"' in first.content.decode()
    assert "NOTA/7" in first.content.decode()
    assert again.status_code == 302


def test_a_note_saved_by_somebody_else_meanwhile_is_a_conflict(client):
    row = SubmissionFactory(note="Milik orang lain", version=2)
    client.force_login(people.dewi())

    answer = client.post(url("note", row.pk), {"version": 1, "note": "Milik saya"})

    assert answer.status_code == 409
    assert "Milik orang lain" in answer.content.decode()


def test_the_list_is_narrowed_by_status_month_and_institution(client):
    row = SubmissionFactory(sent=True)
    other = InstitutionFactory(kind=InstitutionKind.LKS, name="LKS Lain")
    SubmissionFactory(institution=other, month=date(2026, 9, 1))
    client.force_login(people.fitri())

    for asked in ({"status": "submitted"}, {"bulan": "2026-10"}, {"lembaga": row.institution_id}):
        page = client.get(reverse("reports:submissions"), asked)
        assert list(page.context["page_obj"]) == [row]
    assert len(client.get(reverse("reports:submissions")).context["page_obj"]) == 2


def test_the_list_of_an_institution_is_its_own(client):
    own = SubmissionFactory()
    SubmissionFactory(institution=InstitutionFactory(kind=InstitutionKind.LKS))
    client.force_login(people.dewi())

    assert list(client.get(reverse("reports:submissions")).context["page_obj"]) == [own]


def test_the_ministry_is_told_how_many_wait(client):
    SubmissionFactory(sent=True)
    SubmissionFactory(month=date(2026, 9, 1))
    client.force_login(people.fitri())

    page = client.get(reverse("desk:home"))

    assert page.context["nation"].submissions_waiting == 1
    assert "?status=submitted" in page.content.decode()


def test_an_ipwl_is_reminded_of_the_month_that_is_over(client):
    client.force_login(people.dewi())

    assert url("new") in client.get(reverse("desk:home")).content.decode()
