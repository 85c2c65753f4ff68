"""/kemitraan/mou/: the board, one agreement, its document and its end."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from files import keeping
from files.inspection.content import LARGEST
from partners.models import Agreement, Institution
from tests import people
from tests.files import samples
from tests.partners.factories import AgreementFactory, InstitutionFactory


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_yet")]

URL = reverse("partners:agreements")
NEW = reverse("partners:agreement_new")
PDF = samples.pdf("naskah")


def page_of(name, agreement):
    return reverse(f"partners:{name}", args=[agreement.pk])


def pdf(content=PDF, name="naskah.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def given(**changes):
    facts = {
        "kind": "pks",
        "number": "PKS/77/2026",
        "title": "Rehabilitasi sosial",
        "first_party": "Kementerian Sosial RI",
        "scope": "Layanan klien",
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
        "signed_on": "2026-01-01",
    }
    if "institution" not in changes:
        facts["institution"] = InstitutionFactory().pk
    return facts | changes


def ending_in(days, **facts):
    return AgreementFactory(ends_on=timezone.localdate() + timedelta(days=days), **facts)


@pytest.mark.parametrize("page", ["agreement_edit", "agreement_end"])
@pytest.mark.parametrize("person", [people.ani, people.budi, people.dewi, people.eko, people.gita])
def test_only_the_ministry_writes(client, person, page):
    client.force_login(person())
    url = page_of(page, AgreementFactory())

    assert client.get(url).status_code == 403
    assert client.post(url, given()).status_code == 403
    assert client.get(NEW).status_code == 403


@pytest.mark.parametrize(
    "page", ["agreement", "agreement_edit", "agreement_end", "agreement_document"]
)
def test_an_unknown_agreement_is_not_found(fitri, page):
    assert fitri.get(reverse(f"partners:{page}", args=[987654])).status_code == 404


def test_everyone_signed_in_reads_the_board_and_an_agreement(ani):
    agreement = AgreementFactory(number="PKS/9/2024")

    assert "PKS/9/2024" in ani.get(URL).content.decode()
    assert (
        "Penerimaan dan layanan klien" in ani.get(page_of("agreement", agreement)).content.decode()
    )


def test_the_sentence_counts_active_partners_and_what_expires(fitri):
    ending_in(400)
    ending_in(90)
    ending_in(-1)

    page = fitri.get(URL).content.decode()

    assert "2 mitra aktif · 1 perjanjian berakhir dalam 90 hari" in page


def test_the_count_of_expiring_is_the_list_behind_its_chip(fitri):
    for days in (0, 31, 90, 91):
        ending_in(days)

    answer = fitri.get(URL, {"status": "within_90"})

    assert len(answer.context["page"].object_list) == answer.context["standing"].expiring == 3


@pytest.mark.parametrize(
    ("status", "count"),
    [
        ("valid", 3),
        ("within_90", 2),
        ("within_60", 1),
        ("within_30", 1),
        ("over", 1),
        ("unsigned", 1),
    ],
)
def test_each_chip_counts_what_it_lists(fitri, status, count):
    for days in (10, 80, 400, -5):
        ending_in(days)
    ending_in(500, signed_on=None)

    answer = fitri.get(URL, {"status": status})

    chip = next(chip for chip in answer.context["chips"] if chip.active)
    assert chip.count == len(answer.context["page"].object_list) == count


def test_the_search_looks_at_partner_number_and_title(fitri):
    found = [
        AgreementFactory(number="ABC/1"),
        AgreementFactory(title="Tentang abc"),
        AgreementFactory(institution=InstitutionFactory(name="Yayasan ABC")),
    ]
    AgreementFactory(number="XYZ/1")

    rows = fitri.get(URL, {"cari": "abc"}).context["page"].object_list

    assert {row.pk for row in rows} == {row.pk for row in found}


def test_the_board_draws_one_bar_for_each_row(fitri):
    AgreementFactory.create_batch(3)

    assert fitri.get(URL).content.decode().count('<rect class="bar bar-success" x=') == 3


def test_25_rows_cost_as_many_queries_as_one(ani):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert ani.get(URL).status_code == 200
        return len(seen)

    AgreementFactory()
    one = queries()

    AgreementFactory.create_batch(30)

    assert queries() == one <= 12


def test_the_ministry_records_an_agreement_with_its_document(fitri, files):
    answer = fitri.post(NEW, given(document=pdf()))

    made = Agreement.objects.get()
    assert answer.url == page_of("agreement", made)
    assert b"naskah" in keeping.take(made.document)
    assert made.recorded_by == people.fitri()


def test_a_new_agreement_starts_with_the_partner_one_came_from(fitri):
    partner = InstitutionFactory(name="IPWL Rumah Pulih")

    page = fitri.get(NEW, {"mitra": partner.pk}).content.decode()

    assert f'<option value="{partner.pk}" selected>IPWL Rumah Pulih</option>' in page


@pytest.mark.parametrize("asked", ["x", "٣", "-1", "9" * 50, ""])
def test_a_broken_partner_in_the_address_does_no_harm(fitri, asked):
    assert fitri.get(NEW, {"mitra": asked}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends_on": "2025-12-31"}, "Tanggal berakhir tidak boleh sebelum tanggal mulai."),
        ({"ends_on": "2099-12-31"}, "lebih dari sepuluh tahun"),
        ({"signed_on": "2098-01-01"}, "tidak boleh setelah hari ini"),
        ({"starts_on": "0001-01-01"}, "Periksa tahun mulai"),
        ({"ends_on": "9999-12-31"}, "lebih dari sepuluh tahun"),
        ({"number": "x" * 81}, "80"),
        ({"title": "x" * 10_000}, "200"),
        ({"scope": "x" * 10_000}, "4000"),
        ({"scope": "isi\x00"}, "null"),
        ({"kind": "surat"}, "surat"),
        ({"institution": "987654"}, "institution"),
        ({"institution": "9" * 40}, "institution"),
    ],
)
def test_bad_input_is_shown_and_nothing_is_written(fitri, changes, sentence):
    answer = fitri.post(NEW, given(**changes))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Agreement.objects.exists()


def test_a_number_in_use_is_said_and_the_input_kept(fitri):
    AgreementFactory(number="PKS/77/2026")

    answer = fitri.post(NEW, given(title="Judul saya"))

    assert answer.status_code == 422
    assert "Nomor ini sudah dipakai perjanjian lain." in answer.content.decode()
    assert 'value="Judul saya"' in answer.content.decode()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (pdf(b"MZ program"), "bukan PDF"),
        (pdf(b"<html>%PDF-"), "bukan PDF"),
        (pdf(b"%PDF-1.7 sobek"), "rusak"),
        (pdf(samples.encrypted_pdf()), "kata sandi"),
        (pdf(b""), "kosong"),
        (pdf(b"%PDF-" + b"0" * LARGEST), "lebih dari 10 MB"),
    ],
)
def test_only_a_pdf_of_bearable_size_is_taken(fitri, files, file, sentence):
    file.seek(0)

    answer = fitri.post(NEW, given(document=file))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not any(path.is_file() for path in files.rglob("*"))


def test_a_chosen_file_is_asked_for_again_when_something_else_is_wrong(fitri):
    answer = fitri.post(NEW, given(title="", document=pdf()))

    assert "Pilih kembali berkasnya." in answer.content.decode()


def test_the_document_comes_as_an_attachment(fitri, ani):
    fitri.post(NEW, given(document=pdf()))
    agreement = Agreement.objects.get(number="PKS/77/2026")

    answer = ani.get(page_of("agreement_document", agreement))

    assert b"naskah" in answer.content
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="pks-77-2026.pdf"'
    assert answer["Content-Type"] == "application/pdf"


def test_an_agreement_without_document_has_none_to_load(ani):
    assert ani.get(page_of("agreement_document", AgreementFactory())).status_code == 404


def test_a_document_lost_from_the_disk_is_not_found(ani, files):
    agreement = AgreementFactory(document=samples.stored())
    (files / agreement.document.name).unlink()

    assert ani.get(page_of("agreement_document", agreement)).status_code == 404


def test_a_document_that_was_found_bad_is_given_to_nobody(ani):
    found = {"status": "bad", "found": "Uji", "scanned_at": timezone.now()}
    agreement = AgreementFactory(document=samples.stored(**found))

    page = ani.get(page_of("agreement", agreement)).content.decode()

    assert "program berbahaya" in page
    assert page_of("agreement_document", agreement) not in page
    assert ani.get(page_of("agreement_document", agreement)).status_code == 409


def test_the_ministry_changes_an_agreement(fitri):
    agreement = AgreementFactory()

    answer = fitri.post(
        page_of("agreement_edit", agreement),
        given(institution=agreement.institution_id, version=agreement.version),
    )

    agreement.refresh_from_db()
    assert answer.status_code == 302
    assert (agreement.number, agreement.ends_on) == ("PKS/77/2026", date(2027, 12, 31))


def test_an_agreement_keeps_its_partner_who_is_no_longer_active(fitri):
    agreement = AgreementFactory()
    Institution.objects.update(is_active=False)

    answer = fitri.post(
        page_of("agreement_edit", agreement),
        given(institution=agreement.institution_id, version=agreement.version),
    )

    assert answer.status_code == 302


def test_the_ministry_ends_an_agreement(fitri):
    agreement = AgreementFactory()
    today = timezone.localdate()

    answer = fitri.post(
        page_of("agreement_end", agreement), {"on": today, "reason": "Izin dicabut"}
    )

    agreement.refresh_from_db()
    assert answer.url == page_of("agreement", agreement)
    assert (agreement.terminated_on, agreement.termination_reason) == (today, "Izin dicabut")
    assert "Izin dicabut" in fitri.get(answer.url).content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"on": "2099-01-01"},
        {"on": "2001-01-01"},
        {"on": "besok"},
        {"reason": ""},
        {"reason": "x" * 10_000},
    ],
)
def test_a_termination_needs_a_day_in_the_term_and_a_reason(fitri, changes):
    agreement = AgreementFactory()

    answer = fitri.post(
        page_of("agreement_end", agreement),
        {"on": timezone.localdate(), "reason": "Izin dicabut"} | changes,
    )

    agreement.refresh_from_db()
    assert answer.status_code == 422
    assert agreement.terminated_on is None


def test_ending_twice_is_told_kindly(fitri):
    agreement = AgreementFactory()
    form = {"on": timezone.localdate(), "reason": "Izin dicabut"}
    fitri.post(page_of("agreement_end", agreement), form)

    again = fitri.post(page_of("agreement_end", agreement), form)

    assert again.status_code == 422
    assert "Perjanjian ini sudah diakhiri." in again.content.decode()


def test_an_ended_agreement_offers_no_way_to_change_it(fitri):
    agreement = AgreementFactory(
        terminated_on=date(2026, 1, 1), termination_reason="Tidak dilanjutkan"
    )

    page = fitri.get(page_of("agreement", agreement)).content.decode()

    assert page_of("agreement_edit", agreement) not in page
    assert page_of("agreement_end", agreement) not in page


def test_for_whom_an_agreement_is_made_is_recorded_and_shown(fitri):
    fitri.post(reverse("partners:agreement_new"), given(groups=["children", "women"]))

    made = Agreement.objects.get()
    page = fitri.get(page_of("agreement", made)).content.decode()
    assert made.groups == ["children", "women"]
    assert "Anak (di bawah 18 tahun), Perempuan dewasa" in page


def test_an_agreement_for_everybody_shows_no_groups(fitri):
    page = fitri.get(page_of("agreement", AgreementFactory())).content.decode()

    assert "Berlaku untuk" not in page
