"""A newcomer's way in on a telephone: letter, password, second factor, lock, devices; and with a passkey."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import AccountEvent, User
from tests import people
from tests.accounts.factories import code_of, invited, with_app
from tests.browser.visitor import Visitor


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "sepatu-merah-di-atap"


@pytest.fixture
def gate(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False


@pytest.fixture
def meet(browser, live_server):
    """A person at a device, before anybody knows who they are."""
    met: list[Visitor] = []

    def start(width: int) -> Visitor:
        met.append(Visitor(browser, live_server.url, width))
        return met[-1]

    yield start
    for visitor in met:
        visitor.leave()


def invited_by_letter(live_server) -> str:
    with_app(people.budi())
    desk = Client()
    desk.force_login(people.budi())
    desk.post(
        reverse("accounts:invite"),
        {"email": "rina@contoh.id", "name": "Rina Wulandari", "role": "social_worker"},
    )
    return re.search(r"https://atensi.example(\S+)", mail.outbox[0].body)[1]


def join(rina: Visitor, path: str) -> None:
    rina.go(path)
    rina.fill("Kata sandi baru", PASSWORD)
    rina.page.get_by_label("Kata sandi baru, sekali lagi").fill(PASSWORD)
    rina.press("Buat akun")
    rina.sees("Lindungi akun Anda")


def install_the_app(rina: Visitor) -> list[str]:
    rina.press("Pasang aplikasi autentikator")
    rina.page.get_by_text("Tidak dapat memindai?").click()
    secret = rina.page.locator(".secret").inner_text()
    rina.fill("Kode dari aplikasi", "000000")
    rina.press("Aktifkan")
    rina.sees("tidak cocok")
    rina.fill("Kode dari aplikasi", code_of(secret))
    rina.press("Aktifkan")
    rina.press("Tampilkan kode")
    codes = rina.page.locator(".codes li").all_inner_texts()
    rina.press("Sudah saya simpan")
    rina.sees("Selamat")
    return codes


def lock_and_unlock(rina: Visitor) -> None:
    open_menu(rina)
    rina.press("Kunci")
    rina.sees("Terkunci")
    rina.go("/klien/")
    rina.sees("Terkunci")
    rina.fill("Kata sandi", "bukan-kata-sandinya")
    rina.press("Buka kunci")
    rina.sees("Periksa kembali isian Anda")
    rina.fill("Kata sandi", PASSWORD)
    rina.press("Buka kunci")
    rina.page.wait_for_url("**/klien/")


def sign_in_with(visitor: Visitor, code: str) -> None:
    visitor.go("/")
    visitor.fill("Surel", "rina@contoh.id")
    visitor.fill("Sandi", PASSWORD)
    visitor.press("Masuk")
    visitor.sees("Faktor kedua")
    visitor.fill("Kode", code)
    visitor.press("Lanjutkan")
    visitor.sees("Selamat")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_from_the_letter_to_the_first_page_with_an_app(gate, meet, live_server, width):
    rina = meet(width)
    join(rina, invited_by_letter(live_server))

    codes = install_the_app(rina)
    lock_and_unlock(rina)
    rina.go(reverse("accounts:security"))
    rina.sees("Perangkat ini")
    rina.sees("Akun dibuat dari undangan")

    elsewhere = meet(1280)
    sign_in_with(elsewhere, codes[0])
    rina.go(reverse("accounts:security"))
    rina.press("Keluarkan semua yang lain")
    rina.sees("perangkat dikeluarkan")
    elsewhere.go("/klien/")
    elsewhere.sees("Gunakan surel dan kata sandi")


def test_with_a_passkey_from_the_letter_to_the_next_morning(gate, meet, live_server):
    rina = meet(360)
    with_a_key(rina)
    join(rina, invited_by_letter(live_server))

    rina.press("Pasang kunci sandi")
    rina.fill("Nama kunci", "Ponsel saya")
    rina.page.get_by_text("Boleh dipakai masuk tanpa kata sandi").click()
    rina.page.get_by_role("button", name="Pasang").click()
    rina.sees("Kode pemulihan")
    rina.press("Tampilkan kode")
    rina.press("Sudah saya simpan")
    rina.sees("Selamat")

    open_menu(rina)
    rina.press("Kunci")
    rina.page.get_by_role("button", name="Pakai kunci sandi").click()
    rina.sees("Selamat")

    open_menu(rina)
    rina.press("Keluar")
    rina.page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    rina.sees("Selamat")
    kinds = list(AccountEvent.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds[-2:] == ["signed_out", "signed_in"]

    rina.go(reverse("accounts:security"))
    rina.sees("Ponsel saya")


def test_a_key_that_does_not_answer_is_said_on_the_page(meet, live_server):
    rina = meet(360)
    rina.go("/masuk/")
    rina.page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new Error('no key')); }"
    )

    rina.page.get_by_role("button", name="Masuk dengan kunci sandi").click()

    rina.page.get_by_text("Kunci sandi tidak terbaca").wait_for()


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_supervisor_looks_after_the_accounts_of_the_institution(visit, width):
    people.ani()
    sent = invited()
    sent.invitation.expires_at = timezone.now()
    sent.invitation.save()
    budi = visit(people.budi(), width)

    budi.go("/")
    open_menu(budi)
    budi.press("Pengguna")
    budi.sees("Lewat waktu")
    budi.press("Undang")
    budi.press("Kirim undangan")
    budi.sees("Periksa kembali isian Anda")
    budi.go(reverse("accounts:users"))
    budi.press("Ani Lestari")
    budi.press("Ubah peran")
    budi.choose("Peran", "Petugas IPWL")
    budi.press("Ubah peran")
    budi.sees("berlaku mulai sekarang")
    budi.press("Nonaktifkan")
    budi.sees("Semua sesinya berakhir")

    assert not User.objects.get(name="Ani Lestari").is_active


def open_menu(visitor: Visitor) -> None:
    visitor.page.get_by_label("Akun saya").click()


def with_a_key(visitor: Visitor) -> None:
    """A virtual authenticator that always finds its owner's finger."""
    session = visitor.device.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
