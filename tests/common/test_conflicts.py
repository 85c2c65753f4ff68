"""Two people over one row: nobody overwrites what they have not seen, and nothing has to be typed again."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.urls import reverse

from clients.models import Client
from partners.models import Agreement, Institution
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory, FamilyContactFactory
from tests.doors.wild import read_form
from tests.files.samples import pdf
from tests.partners.factories import AgreementFactory, InstitutionFactory
from tests.regions.factories import ProvinceFactory


pytestmark = pytest.mark.django_db

CHECKED = re.compile(r'name="pick-(\w+)" value="(\w+)" checked')


def browser(person) -> Browser:
    own = Browser()
    own.force_login(person)
    return own


@pytest.fixture
def page():
    client = ClientFactory(
        name="Rian Saputra",
        nik="3271011503000004",
        nik_missing_reason="",
        phone="081200000000",
        address="Jalan Lama 1",
    )
    return reverse("clients:edit", args=[CaseFactory(client=client).client_id])


def opened(person, page, **changes):
    """The browser of somebody who has the form open, and what they are about to send."""
    own = browser(person)
    plain, _kinds = read_form(own.get(page).content.decode())
    body = {name: value for name, value in plain.items() if name not in BOXES}
    return own, body | {"nik_confirmed": "on"} | changes


BOXES = {"birth_date_estimated", "no_family", "family_is_guardian", "family_may_be_contacted"}


@pytest.fixture
def conflict(page):
    """Ani corrects the telephone while Budi, who opened the form before that, corrects the address."""
    budi, his = opened(people.budi(), page, address="Jalan Baru 2")
    ani, hers = opened(people.ani(), page, phone="081299999999")
    assert ani.post(page, hers).status_code == 302
    return budi, budi.post(page, his)


def test_the_second_is_shown_both_sides_and_overwrites_nothing(conflict):
    _budi, answer = conflict

    shown = answer.content.decode()
    kept = Client.objects.get()
    assert answer.status_code == 409
    assert (kept.phone, kept.address) == ("081299999999", "Jalan Lama 1")
    for text in ("Ani Lestari", "081299999999", "081200000000", "Jalan Lama 1", "Jalan Baru 2"):
        assert text in shown


def test_only_what_differs_is_asked_about_and_each_ones_own_change_is_preselected(conflict):
    _budi, answer = conflict

    assert dict(CHECKED.findall(answer.content.decode())) == {"phone": "saved", "address": "mine"}


def test_sending_the_preselected_choice_saves_both_changes(conflict, page):
    budi, answer = conflict
    body, _kinds = read_form(answer.content.decode())

    budi.post(page, body | dict(_picks(answer)))

    kept = Client.objects.get()
    assert (kept.phone, kept.address) == ("081299999999", "Jalan Baru 2")
    assert (kept.version, kept.changed_by) == (3, people.budi())


def test_choosing_otherwise_is_obeyed(conflict, page):
    budi, answer = conflict
    body, _kinds = read_form(answer.content.decode())

    budi.post(page, body | {"pick-phone": "mine", "pick-address": "saved"})

    kept = Client.objects.get()
    assert (kept.phone, kept.address) == ("081200000000", "Jalan Lama 1")


def test_a_third_who_saves_meanwhile_is_not_overwritten_either(conflict, page):
    budi, answer = conflict
    body, _kinds = read_form(answer.content.decode())
    ani, hers = opened(people.ani(), page, address="Jalan Tiga 3", occupation="Penjahit")
    ani.post(page, hers)

    again = budi.post(page, body | dict(_picks(answer)))

    picks = dict(CHECKED.findall(again.content.decode()))
    assert again.status_code == 409
    assert Client.objects.get().address == "Jalan Tiga 3"
    assert picks == {"address": "mine", "occupation": "saved"}


def test_a_nik_is_shown_masked_on_both_sides(page):
    budi, his = opened(people.budi(), page, nik="3271011503000005")
    ani, hers = opened(people.ani(), page, nik="3271011503000006")
    ani.post(page, hers)

    shown = budi.post(page, his).content.decode()

    assert "pick-nik" in shown
    assert "3271011503000006" not in shown


def test_saying_what_is_saved_already_is_no_conflict(page):
    budi, his = opened(people.budi(), page, phone="081299999999")
    ani, hers = opened(people.ani(), page, phone="081299999999")
    ani.post(page, hers)

    assert budi.post(page, his).status_code == 302


@pytest.mark.parametrize("version", ["", "zzz", "-1", "9" * 30, None])
def test_a_form_without_its_version_overwrites_nothing(page, version):
    ani, hers = opened(people.ani(), page, phone="081299999999")
    if version is None:
        hers.pop("version")
    else:
        hers["version"] = version

    assert ani.post(page, hers).status_code == 409
    assert Client.objects.get().phone == "081200000000"


def test_a_family_contact_has_its_own_version():
    contact = FamilyContactFactory(client=CaseFactory().client, name="Aminah", address="Lama")
    page = reverse("clients:edit_family", args=[contact.client_id, contact.pk])
    budi, his = opened(people.budi(), page, family_name="Siti Aminah")
    ani, hers = opened(people.ani(), page, family_address="Baru")
    ani.post(page, hers)

    answer = budi.post(page, his)

    contact.refresh_from_db()
    assert answer.status_code == 409
    assert (contact.name, contact.address) == ("Aminah", "Baru")


def test_the_coverage_of_an_institution_is_chosen_like_any_other_field():
    west, east = ProvinceFactory(), ProvinceFactory(code="35", name="Jawa Timur")
    row = InstitutionFactory(phone="021 123456")
    row.covers_provinces.add(west)
    page = reverse("partners:institution_edit", args=[row.pk])
    first, second = browser(people.fitri()), browser(people.fitri())
    body = _whole_form(first.get(page))
    first.post(page, body | {"covers_provinces": [west.pk, east.pk]})

    answer = second.post(page, body | {"phone": "021 654321"})
    again, _kinds = read_form(answer.content.decode())
    second.post(page, again | dict(_picks(answer)))

    assert "Jawa Barat, Jawa Timur" in answer.content.decode()
    saved = Institution.objects.get(pk=row.pk)
    assert saved.phone == "021 654321"
    assert set(saved.covers_provinces.all()) == {west, east}


def test_a_chosen_file_is_asked_for_again(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    row = AgreementFactory(ends_on=date(2028, 1, 1))
    page = reverse("partners:agreement_edit", args=[row.pk])
    fitri = browser(people.fitri())
    body = _whole_form(fitri.get(page)) | {"institution": row.institution_id, "kind": row.kind}
    fitri.post(page, body | {"title": "Lebih dulu"})

    file = SimpleUploadedFile("a.pdf", pdf())
    answer = fitri.post(page, body | {"document": file})

    assert answer.status_code == 409
    assert 'type="file" name="document"' in answer.content.decode()
    assert not Agreement.objects.get(pk=row.pk).document


def _picks(answer):
    return [(f"pick-{name}", side) for name, side in CHECKED.findall(answer.content.decode())]


def _whole_form(answer):
    """What the page's form would send untouched, its boxes as they stand."""
    form = answer.context["form"]
    values = {name: form[name].value() for name in form.fields if name != "document"}
    known = {name: v for name, v in values.items() if v not in (None, False)}
    return {f"initial-{name}": v for name, v in known.items()} | {
        name: "on" if v is True else v for name, v in known.items()
    }
