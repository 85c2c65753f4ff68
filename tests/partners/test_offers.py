"""What an institution offers: written down by the ministry, read by everybody."""

import re

import pytest
from django.db import IntegrityError
from django.urls import reverse

from partners.enums import Component, SpecialNeed
from partners.models import Institution
from regions.languages import Language
from tests.partners.factories import InstitutionFactory
from tests.partners.test_institution_pages import NEW, given


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]
OFFERS = {
    "components": ["C4b", "C5a"],
    "special_needs": ["women", "pregnancy"],
    "languages": ["sun"],
    "social_workers": "3",
    "counsellors": "2",
    "admission_criteria": "Membawa KTP atau surat domisili.",
}


def page_of(browser, institution):
    return browser.get(reverse("partners:institution", args=[institution.pk])).content.decode()


def test_the_ministry_records_what_is_offered(fitri):
    fitri.post(NEW, given(**OFFERS))

    made = Institution.objects.get()
    assert made.components == [Component.C4B, Component.C5A]
    assert made.special_needs == [SpecialNeed.WOMEN, SpecialNeed.PREGNANCY]
    assert made.languages == [Language.SUNDANESE]
    assert (made.social_workers, made.counsellors) == (3, 2)
    assert made.admission_criteria == "Membawa KTP atau surat domisili."


def test_nothing_ticked_is_nothing_offered_and_no_staff(fitri):
    fitri.post(NEW, given())

    made = Institution.objects.get()
    assert (made.components, made.special_needs, made.languages) == ([], [], [])
    assert (made.social_workers, made.counsellors) == (0, 0)


def test_the_form_opens_with_what_is_recorded(fitri):
    institution = InstitutionFactory(components=[Component.C5A])

    page = fitri.get(reverse("partners:institution_edit", args=[institution.pk])).content.decode()

    assert re.findall(r'name="components" value="(\w+)"[^>]* checked', page) == ["C5a"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"components": ["C9"]},
        {"special_needs": ["pilot"]},
        {"languages": ["eng"]},
        {"social_workers": "-1"},
        {"counsellors": "501"},
        {"admission_criteria": "x" * 2001},
    ],
)
def test_what_is_not_in_the_catalogue_is_refused(fitri, wrong):
    assert fitri.post(NEW, given(**wrong)).status_code == 422
    assert not Institution.objects.exists()


@pytest.mark.parametrize("column", ["components", "special_needs", "languages"])
def test_the_database_knows_the_catalogue_too(column):
    with pytest.raises(IntegrityError, match=f"institution_{column}_known"):
        InstitutionFactory(**{column: ["nothing"]})


def test_everybody_reads_what_is_offered(ani):
    institution = InstitutionFactory(
        components=["C5a", "C4b"],
        special_needs=["women"],
        languages=["sun", "bew"],
        social_workers=3,
        counsellors=2,
        admission_criteria="Membawa KTP.",
    )

    page = page_of(ani, institution)

    for said in (
        "Terapi psikososial, Pelatihan vokasional",
        "Perempuan, di unit tersendiri",
        "Betawi, Sunda",
        "3 pekerja sosial, 2 konselor adiksi",
        "Membawa KTP.",
    ):
        assert said in page


def test_two_who_tick_different_boxes_are_shown_both(fitri):
    institution = InstitutionFactory(components=["C4b", "C5a"], version=2)
    url = reverse("partners:institution_edit", args=[institution.pk])
    ticked = given(name=institution.name, components=["C6", "C7"], version=1)

    answer = fitri.post(url, ticked)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Terapi psikososial, Pelatihan vokasional" in page
    assert "Bantuan dan asistensi sosial, Dukungan aksesibilitas" in page


def test_the_mail_domains_of_an_institution_are_kept_and_shown(fitri):
    fitri.post(NEW, given(mail_domains="@Kemensos.go.id, sentra.or.id"))

    made = Institution.objects.get()
    assert made.mail_domains == ["kemensos.go.id", "sentra.or.id"]
    assert "kemensos.go.id, sentra.or.id" in page_of(fitri, made)
    edit = fitri.get(reverse("partners:institution_edit", args=[made.pk])).content.decode()
    assert 'value="kemensos.go.id, sentra.or.id"' in edit


@pytest.mark.parametrize("wrong", ["kemensos", "a b@c", "-x.id", "x" * 501])
def test_what_is_no_mail_domain_is_said(fitri, wrong):
    answer = fitri.post(NEW, given(mail_domains=wrong))

    assert answer.status_code == 422
    assert 'id="id_mail_domains_error"' in answer.content.decode()
