"""A proof on its way: refused, accepted, scanned by the worker, handed over; and what those see who get it masked."""

import time
from pathlib import Path

import pytest
from django.urls import reverse

from care.models import Delivery
from files.models import StoredFile
from tests import people
from tests.care.delivery_factories import AidFactory, with_proof
from tests.clients.factories import CaseFactory
from tests.files import samples
from tests.files.servers import running_clamd


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def scanned(settings, worker):
    with running_clamd("tcp") as port:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{port}"
        yield


def choose(visitor, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    visitor.page.locator("input[type=file]").set_input_files(tmp_path / name)


def wait_for_the_scanner() -> None:
    for _ in range(100):
        if not StoredFile.objects.filter(status="unscanned").exists():
            return
        time.sleep(0.1)
    raise TimeoutError


def give_aid(visitor, case) -> None:
    visitor.go(reverse("care:deliver_aid", args=[case.pk]))
    for label, text in {
        "Bantuan": "Sembako",
        "Satuan": "paket",
        "Nilai seluruhnya": "250000",
        "Diterima oleh": "Ibu klien",
        "Ringkasan": "Bantuan diserahkan.",
    }.items():
        visitor.fill(label, text)
    visitor.choose("Sumber dana", "APBN Kemensos")


@WIDTHS
def test_a_proof_is_refused_accepted_scanned_and_handed_over(visit, tmp_path, scanned, width):
    case = CaseFactory(in_service=True)
    ani = visit(people.ani(), width)
    give_aid(ani, case)
    choose(ani, tmp_path, "kuitansi.pdf", samples.encrypted_pdf())
    ani.press("Simpan layanan")
    ani.sees("terkunci dengan kata sandi")

    choose(ani, tmp_path, "kuitansi.jpg", samples.two_pictures_in_one())
    ani.press("Simpan layanan")
    wait_for_the_scanner()
    ani.go(reverse("care:delivery", args=[Delivery.objects.get().pk]))
    ani.sees("Sudah dipindai")
    with ani.page.expect_download() as handed:
        ani.page.get_by_role("link", name="Unduh JPEG").click()

    assert handed.value.suggested_filename.endswith(".jpg")
    assert Path(handed.value.path()).read_bytes().startswith(b"\xff\xd8\xff")


@WIDTHS
def test_a_proof_that_the_scanner_found_bad_is_shown_as_held(visit, scanned, width):
    row = with_proof(AidFactory(), samples.EICAR)
    StoredFile.objects.update(status="bad", found="Uji", scanned_at=row.file.uploaded_at)
    ani = visit(people.ani(), width)

    ani.go(reverse("care:delivery", args=[row.delivery_id]))
    ani.sees("program berbahaya")
    ani.go(reverse("care:delivery_proof", args=[row.delivery_id]))
    ani.sees("Berkas ditahan")


@WIDTHS
def test_who_sees_a_proof_masked_says_what_for(visit, width):
    row = with_proof(AidFactory(), samples.pdf())
    gita = visit(people.gita(), width)

    gita.go(reverse("care:delivery", args=[row.delivery_id]))
    gita.press("Minta PDF dengan keperluan")
    gita.press("Unduh")
    gita.sees("Untuk keperluan apa?")
    gita.pick("Pemeriksaan atau audit")
    with gita.page.expect_download() as handed:
        gita.page.get_by_role("button", name="Unduh").click()

    assert handed.value.suggested_filename == f"bukti-{row.delivery_id}.pdf"
