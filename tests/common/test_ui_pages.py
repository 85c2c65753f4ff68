import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from common import views
from tests import people


TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


@pytest.fixture
def signed_in(client: Client, db) -> Client:
    client.force_login(people.ani())
    return client


def raising(error: Exception):
    try:
        raise error
    except type(error):
        return views.server_error(RequestFactory().get("/"))


def test_the_sign_in_page_offers_no_sign_up(client, db):
    page = client.get(reverse("account_login")).content.decode()

    assert "/daftar/" not in page
    assert 'class="side-nav"' not in page


def test_a_wrong_password_is_told_in_the_summary(client, db):
    page = client.post(
        reverse("account_login"), {"login": "ani@contoh.id", "password": "salah"}
    ).content.decode()

    assert "<title>Kesalahan: Masuk" in page
    assert "Surel atau kata sandi salah." in page


def test_the_right_password_opens_the_home_page(client, db):
    person = people.ani()

    response = client.post(
        reverse("account_login"), {"login": person.email, "password": people.PASSWORD}
    )

    assert response.url == reverse("desk:home")


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
        "account_signup",
    ],
)
def test_every_page_before_sign_in_wears_our_look(client, db, name):
    page = client.get(reverse(name)).content.decode()

    assert "entrance-card" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", ["account_change_password", "account_logout"])
def test_the_account_pages_stand_in_the_frame(signed_in, name):
    page = signed_in.get(reverse(name)).content.decode()

    assert 'class="side-nav"' in page
    assert page.count("<h1") == 1


def test_an_unknown_address_is_404_in_our_words(signed_in):
    response = signed_in.get("/tidak-ada/")

    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.content.decode()


def test_a_form_without_its_token_is_refused_in_our_words(db):
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"))

    assert response.status_code == 403
    assert "Halaman sudah kedaluwarsa" in response.content.decode()


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_503_with_the_time_to_come_back(error):
    response = raising(error("server closed the connection"))

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"


def test_a_mistake_of_ours_is_500():
    assert raising(ValueError("x")).status_code == 500


def test_the_health_page_asks_for_no_sign_in(client, db):
    assert client.get(reverse("health")).content == b"ok"


def test_the_style_guide_is_closed_outside_a_demonstration(signed_in):
    assert signed_in.get(reverse("styleguide")).status_code == 404


def test_the_style_guide_shows_every_component(signed_in, settings):
    settings.DEMONSTRATION = True
    source = (settings.BASE_DIR / "templates/ui/styleguide.html").read_text()
    names = {
        path.stem.replace("_", "-")
        for path in (settings.BASE_DIR / "templates/cotton").glob("*.html")
    }

    assert signed_in.get(reverse("styleguide")).status_code == 200
    assert {name for name in names if f"<c-{name}" not in source} <= {"badge", "input", "tokens"}


@pytest.mark.parametrize("theme", ["system", "light", "dark"])
def test_the_chosen_theme_is_in_the_page_from_the_start(client, db, theme):
    person = people.ani()
    person.theme = theme
    person.save()
    client.force_login(person)

    page = client.get(reverse("account_change_password")).content.decode()

    assert f'data-theme="{theme}"' in page


def test_the_frame_costs_the_session_and_the_user_only(signed_in, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = signed_in.get(reverse("account_change_password")).content.decode()

    assert "Sentra Melati" in page


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: str(path.relative_to(path.parents[2]))
)
def test_no_template_breaks_the_content_security_policy(template):
    source = template.read_text()

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", source)
    assert not re.search(r"<script(?![^>]*(src=|application/json))", source)
    assert not re.search(r"""(src|href)=["']https?://""", source)


def test_every_icon_that_a_template_names_is_in_the_sprite():
    sprite = set(re.findall(r'id="([^"]+)"', Path(finders.find("atensi/icons.svg")).read_text()))
    named = {
        name
        for template in TEMPLATES
        for name in re.findall(
            r"""{% icon ["']([^"']+)|\bicon=["']([a-z0-9-]+)["']""", template.read_text()
        )
        for name in name
        if name
    }

    assert named - sprite == set()


def test_vendored_files_are_what_the_lock_says():
    lock = json.loads((settings.BASE_DIR / "vendor.lock.json").read_text())
    for package in lock.values():
        for path, digest in package["files"].items():
            assert digest == sha256(settings.BASE_DIR / path), path


def sha256(path: Path) -> str:
    import base64
    import hashlib

    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_whoever_uses_the_program_is_led_to_its_source(db, client, settings, is_signed_in):
    settings.SOURCE_URL = "https://forge.example/atensi"
    if is_signed_in:
        client.force_login(people.ani())

    page = client.get(reverse("desk:home"), follow=True).content.decode()

    assert '<a href="https://forge.example/atensi"' in page


def test_without_an_address_there_is_no_link_to_nowhere(signed_in):
    assert b'class="source"' not in signed_in.get(reverse("desk:home")).content
