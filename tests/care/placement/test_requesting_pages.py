import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import PlacementStatus
from care.models import Placement
from clients.enums import LegalStatus
from partners.enums import CareBase
from partners.models import Institution
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.papers import with_papers
from tests.clients.factories import CaseFactory, FamilyContactFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory(to_place=True, legal_status=LegalStatus.NONE)


def address(case):
    return reverse("care:request", args=[with_papers(case).pk])


def test_the_thousandth_institution_can_be_asked_too(signed_in, case):
    """Its number is sent as a number, not as people write one."""
    InstitutionFactory(pk=1195, with_agreement=True)

    page = signed_in(people.ani()).get(address(case)).content.decode()

    assert 'value="1195"' in page


def test_the_page_offers_institutions_with_the_reasons_for_and_against(signed_in, case):
    people.kenanga()
    InstitutionFactory(name="Sentra Penuh", capacity=0, with_agreement=True)

    page = signed_in(people.ani()).get(address(case)).content.decode()

    assert "Sentra Kenanga" in page
    assert "Cocok karena" in page
    assert "berada di kabupaten/kota tempat tinggal klien" in page
    assert "Sentra Penuh" not in page


def test_a_request_is_sent_and_the_sender_led_to_it(signed_in, case):
    sent = {"institution": people.kenanga().pk, "note": "Datang hari Senin."}

    answer = signed_in(people.ani()).post(address(case), sent, follow=True)

    placement = Placement.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("care:placement", args=[placement.pk])
    assert placement.request_note == "Datang hari Senin."


def test_a_request_sent_twice_is_one_request(signed_in, case):
    ani, sent = signed_in(people.ani()), {"institution": people.kenanga().pk}
    ani.post(address(case), sent)

    again = ani.post(address(case), sent)

    assert again.status_code == 422
    assert "sudah mempunyai pengajuan" in again.content.decode()
    assert Placement.objects.count() == 1


def test_an_institution_that_filled_up_meanwhile_gets_a_sentence_of_its_own(signed_in, case):
    kenanga = people.kenanga()
    Institution.objects.filter(pk=kenanga.pk).update(capacity=0)

    answer = signed_in(people.ani()).post(address(case), {"institution": kenanga.pk})

    assert answer.status_code == 422
    assert "Sentra Kenanga sedang penuh" in answer.content.decode()


@pytest.mark.parametrize("institution", ["", "abc", "0", "99999999999999999999", "1\0"])
def test_what_is_not_an_institution_is_refused_and_the_note_kept(signed_in, case, institution):
    sent = {"institution": institution, "note": "Tetap di sini."}

    answer = signed_in(people.ani()).post(address(case), sent)

    assert answer.status_code == 422
    assert "Tetap di sini." in answer.content.decode()


@pytest.mark.parametrize("note", ["a\0b", "x" * 10_000])
def test_a_note_with_a_nul_byte_or_without_end_is_refused(signed_in, case, note):
    sent = {"institution": people.kenanga().pk, "note": note}

    assert signed_in(people.ani()).post(address(case), sent).status_code == 422
    assert not Placement.objects.exists()


def test_a_family_takes_the_person_in(signed_in):
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    mother = FamilyContactFactory(client=case.client, name="Ibu Ratna")
    sent = {"family_contact": mother.pk, "starts_on": timezone.localdate().isoformat()}

    page = signed_in(people.ani()).get(address(case))
    signed_in(people.ani()).post(address(case), sent)

    assert "Ibu Ratna (ibu, penanggung jawab)" in page.content.decode()
    assert Placement.objects.get().status == PlacementStatus.ACCEPTED


def test_another_clients_family_cannot_be_chosen(signed_in):
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    sent = {
        "family_contact": FamilyContactFactory().pk,
        "starts_on": timezone.localdate().isoformat(),
    }

    assert signed_in(people.ani()).post(address(case), sent).status_code == 422


def test_a_client_without_family_contact_is_told_what_to_do(signed_in):
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)

    page = signed_in(people.ani()).get(address(case)).content.decode()

    assert "Belum ada kontak keluarga" in page


@pytest.mark.parametrize("starts_on", ["kemarin", "0001-01-01", "9999-12-31", ""])
def test_a_strange_date_is_refused(signed_in, starts_on):
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    mother = FamilyContactFactory(client=case.client)

    answer = signed_in(people.ani()).post(
        address(case), {"family_contact": mother.pk, "starts_on": starts_on}
    )

    assert answer.status_code == 422


def test_whoever_looks_again_is_led_to_the_open_request(signed_in, case):
    placement = PlacementFactory(case=case)

    answer = signed_in(people.ani()).get(address(case), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("care:placement", args=[placement.pk])


def test_a_case_that_is_elsewhere_leads_to_its_placements(signed_in):
    case = CaseFactory(decided=True)

    answer = signed_in(people.ani()).get(address(case), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("care:client", args=[case.client_id])


def test_the_whole_list_is_shown_on_request_only(signed_in, case):
    for _ in range(14):
        InstitutionFactory(with_agreement=True)
    ani = signed_in(people.ani())

    few, all_ = ani.get(address(case)), ani.get(address(case), {"semua": "1"})

    assert len(few.context["candidates"]) == 12
    assert len(all_.context["candidates"]) == 16  # with Sentra Melati and Sentra Kenanga


def test_the_page_costs_the_same_for_one_institution_as_for_many(
    signed_in, case, django_assert_max_num_queries
):
    for _ in range(12):
        InstitutionFactory(
            with_agreement=True, accreditation_expires_on=timezone.localdate() + dt.timedelta(9)
        )

    ani, page = signed_in(people.ani()), address(case)

    with django_assert_max_num_queries(9):
        ani.get(page)
