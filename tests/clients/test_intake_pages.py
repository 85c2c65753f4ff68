"""/klien/baru/: look first, then write down."""

import pytest
from django.urls import reverse

from clients.enums import ReentryReason
from clients.models import Client
from common.models import ReadLog
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.clients.registering import NIK, posted


pytestmark = pytest.mark.django_db

NEW, MATCHES, INTAKE = (reverse(f"clients:{name}") for name in ("new", "matches", "intake"))
RIAN = {"name": "Rian Saputra", "birth_date": "2000-03-15", "nik": ""}


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


@pytest.fixture
def looked(ani):
    ani.post(NEW, RIAN)
    return ani


def rian_of(worker, **traits):
    row = ClientFactory(name="Rian Saputra", registered_by=worker)
    return CaseFactory(client=row, **traits)


def test_the_form_is_not_opened_without_looking_first(ani):
    assert ani.get(INTAKE)["Location"] == NEW


def test_possible_matches_are_not_shown_without_looking_first(ani):
    assert ani.get(MATCHES)["Location"] == NEW


def test_nobody_like_that_leads_straight_to_the_form(ani):
    answer = ani.post(NEW, RIAN, follow=True)

    assert answer.redirect_chain == [(MATCHES, 302), (INTAKE, 302)]


def test_what_was_looked_for_is_filled_in(looked):
    page = looked.get(INTAKE).content.decode()

    assert 'value="Rian Saputra"' in page
    assert 'value="2000-03-15"' in page


def test_ones_own_possible_duplicate_is_shown_with_the_way_to_the_file(ani):
    case = rian_of(people.ani())

    page = ani.post(NEW, RIAN, follow=True).content.decode()

    assert reverse("clients:file", args=[case.client_id]) in page
    assert reverse("clients:reopen", args=[case.client_id]) not in page


def test_a_person_whose_case_is_closed_may_come_back(ani):
    case = rian_of(people.ani(), closed=True)

    page = ani.post(NEW, RIAN, follow=True).content.decode()

    assert reverse("clients:reopen", args=[case.client_id]) in page


def test_a_match_elsewhere_is_told_by_its_reference_only(ani):
    case = rian_of(people.citra())

    page = ani.post(NEW, RIAN, follow=True).content.decode()

    assert str(ReadLog.objects.get().pk) in page
    assert case.client.registration_number not in page
    assert people.kenanga().name not in page
    assert people.citra().name not in page


def test_the_eleventh_search_of_an_hour_says_what_was_left_out(ani):
    rian_of(people.citra())
    for _ in range(10):
        ani.post(NEW, RIAN)

    page = ani.post(NEW, RIAN, follow=True).content.decode()

    assert "lembaga lain belum diperiksa" in page


def test_the_searched_facts_never_stand_in_an_address(ani):
    answer = ani.post(NEW, {**RIAN, "nik": NIK}, follow=True)

    assert not any("Rian" in url or NIK in url for url, _status in answer.redirect_chain)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 10_000),
        ("name", "Ri\x00an"),
        ("birth_date", ""),
        ("birth_date", "2999-01-01"),
        ("birth_date", "0001-01-01"),
        ("birth_date", "15 Maret"),
        ("nik", "tiga dua tujuh"),
        ("nik", "3271011503000000"),
    ],
)
def test_a_look_for_nonsense_is_refused_with_the_input_kept(ani, field, value):
    answer = ani.post(NEW, {**RIAN, field: value})

    assert answer.status_code == 422
    assert field in answer.context["form"].errors


@pytest.mark.parametrize(
    ("who", "status"), [("fitri", 403), ("gita", 403), ("eko", 200), ("dewi", 200)]
)
def test_institutions_register_and_nobody_else(client, who, status):
    client.force_login(getattr(people, who)())

    assert client.get(NEW).status_code == status


def test_a_whole_form_makes_a_client_and_opens_the_file(looked):
    answer = looked.post(INTAKE, posted(people.ani()))

    row = Client.objects.get()
    assert answer["Location"] == reverse("clients:file", args=[row.pk])
    assert (row.name, row.nik, row.institution) == ("Rian Saputra", NIK, people.melati())


def test_after_registering_the_next_person_is_looked_for_again(looked):
    looked.post(INTAKE, posted(people.ani()))

    assert looked.get(INTAKE)["Location"] == NEW


def test_a_message_names_the_number_and_not_the_person(looked):
    answer = looked.post(INTAKE, posted(people.ani()), follow=True)

    (message,) = answer.context["messages"]
    assert "KPN-" in str(message)
    assert "Rian" not in str(message)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("name", "x" * 10_000),
        ("name", "Ri\x00an"),
        ("nik", "ABCDEFGHIJKLMNOP"),
        ("nik", "327101150300000"),
        ("nik", None),
        ("sex", "x"),
        ("birth_date", "2999-12-31"),
        ("regency", "9999"),
        ("regency", None),
        ("phone", "nol delapan"),
        ("address", "x" * 10_000),
        ("marital_status", "engaged"),
        ("family_name", None),
        ("family_relation", "neighbour"),
        ("referral_source", None),
        ("legal_status", "unknown"),
        ("lead_worker", None),
        ("given_by", "nobody"),
        ("method", None),
        ("given_on", "2999-12-31"),
        ("was_read_out", None),
    ],
)
def test_a_field_that_is_wrong_is_named_and_nothing_is_saved(looked, field, value):
    answer = looked.post(INTAKE, posted(people.ani(), **{field: value}))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Client.objects.exists()


def test_whoever_has_no_family_names_nobody(looked):
    nobody = dict.fromkeys(("family_name", "family_relation", "family_phone"))

    answer = looked.post(INTAKE, posted(people.ani(), no_family="on", **nobody))

    row = Client.objects.get()
    assert answer["Location"] == reverse("clients:file", args=[row.pk])
    assert (row.no_family, row.family_contacts.count()) == (True, 0)


def test_whoever_has_no_family_may_name_a_friend(looked):
    looked.post(INTAKE, posted(people.ani(), no_family="on", family_relation="other"))

    row = Client.objects.get()
    assert (row.no_family, row.family_contacts.get().relation) == (True, "other")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "no_family"),
        ({"family_relation": None}, "family_relation"),
        ({"family_name": None, "family_relation": None}, "family_name"),
    ],
)
def test_no_family_and_half_a_relative_is_asked_back(looked, changes, field):
    """A telephone number without a name belongs to somebody: it is not thrown away."""
    answer = looked.post(INTAKE, posted(people.ani(), no_family="on", **changes))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert answer.context["form"]["family_phone"].value() == "0812 3456 7890"
    assert not Client.objects.exists()


def test_an_empty_form_is_answered_with_what_is_missing(looked):
    answer = looked.post(INTAKE, {})

    assert answer.status_code == 422
    assert "was_read_out" in answer.context["form"].errors


def test_another_institutions_worker_cannot_lead(looked):
    answer = looked.post(INTAKE, posted(people.ani(), lead_worker=people.citra().pk))

    assert "lead_worker" in answer.context["form"].errors


def test_an_odd_nik_is_saved_after_a_second_look(looked):
    odd = posted(people.ani(), birth_date="2000-03-16")

    first = looked.post(INTAKE, odd)
    second = looked.post(INTAKE, {**odd, "nik_confirmed": "on"})

    assert "nik_confirmed" in first.context["form"].errors
    assert second.status_code == 302


def test_no_nik_needs_a_reason(looked):
    answer = looked.post(INTAKE, posted(people.ani(), nik=None, nik_missing_reason="lost"))

    assert answer.status_code == 302
    assert Client.objects.get().nik_missing_reason == "lost"


def test_a_minor_without_guardian_is_told_at_the_field(looked):
    answer = looked.post(
        INTAKE, posted(people.ani(), birth_date="2015-03-15", nik=None, nik_missing_reason="child")
    )

    assert "given_by" in answer.context["form"].errors


def test_a_nik_in_use_is_told_at_the_field(looked):
    ClientFactory(nik=NIK, nik_missing_reason="")

    answer = looked.post(INTAKE, posted(people.ani()))

    assert answer.status_code == 422
    assert "nik" in answer.context["form"].errors


def test_sending_the_form_twice_makes_one_client(looked):
    looked.post(INTAKE, posted(people.ani(), nik=None, nik_missing_reason="lost"))
    looked.post(NEW, RIAN)

    answer = looked.post(INTAKE, posted(people.ani(), nik=None, nik_missing_reason="lost"))

    assert answer.status_code == 422
    assert Client.objects.count() == 1


def test_a_client_comes_back_through_the_reopening_form(ani):
    case = rian_of(people.ani(), closed=True)
    names = (
        "referral_source",
        "legal_status",
        "lead_worker",
        "given_by",
        "method",
        "given_on",
        "was_read_out",
    )
    form = {name: posted(people.ani())[name] for name in names} | {"reentry_reason": "relapse"}

    answer = ani.post(reverse("clients:reopen", args=[case.client_id]), form)

    assert answer.status_code == 302
    assert case.client.cases.count() == 2
    again = case.client.cases.get(is_current=True)
    assert (again.reentry_of, again.reentry_reason) == (case, ReentryReason.RELAPSE)


def test_an_open_case_is_not_reopened(ani):
    case = rian_of(people.ani())

    answer = ani.post(reverse("clients:reopen", args=[case.client_id]), posted(people.ani()))

    assert answer.status_code == 422
    assert case.client.cases.count() == 1


def test_the_family_card_is_written_down_without_its_spaces(looked):
    looked.post(INTAKE, posted(people.ani(), nomor_kk="3271 0122 0419 8877"))

    assert Client.objects.get().nomor_kk == "3271012204198877"


@pytest.mark.parametrize("given", ["327101220419887", "32710122041988770", "kartu keluarga ya"])
def test_a_family_card_has_sixteen_digits(looked, given):
    answer = looked.post(INTAKE, posted(people.ani(), nomor_kk=given))

    assert answer.status_code == 422
    assert "nomor_kk" in answer.context["form"].errors


def test_the_session_keeps_the_nik_that_was_looked_for_closed(ani):
    ani.post(NEW, {**RIAN, "nik": NIK})

    assert NIK not in str(dict(ani.session))
    assert f'value="{NIK}"' in ani.get(INTAKE).content.decode()
