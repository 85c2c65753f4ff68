"""The browser's orders stand on every answer: every route, every refusal, every file."""

from importlib import import_module

import pytest
from django.contrib.staticfiles.finders import find
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from tests import people
from tests.architecture.test_wild_input import NOT_OURS, OURS, PATTERNS, _somewhere


pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
SIGN_IN = sorted(n for n in NOT_OURS if n.startswith("account_") and "<" not in PATTERNS[n])


def judge(answer, *, kept: bool = False) -> None:
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert HEADERS.items() <= dict(answer.items()).items()
    assert "camera=()" in answer["Permissions-Policy"]
    assert kept or "no-store" in answer["Cache-Control"]


def ask(method, url: str, *, kept: bool = False) -> None:
    answer = method(url)
    judge(answer, kept=kept)
    b"".join(answer)  # a file is closed when it has been read


@pytest.mark.parametrize("name", OURS)
def test_every_address_carries_them_for_strangers_and_for_colleagues(client, name):
    url = _somewhere(name)

    ask(client.get, url)
    client.force_login(people.ani())
    ask(client.get, url)
    ask(client.put, url)


@pytest.mark.parametrize("name", SIGN_IN)
def test_so_do_the_pages_of_signing_in(client, name):
    judge(client.get(reverse(name)))
    judge(client.post(reverse(name), {}))


def test_so_does_the_administration(client):
    judge(client.get("/admin/"))


def test_so_does_a_file_which_alone_may_be_kept(client):
    assert find("atensi/app.css")

    ask(client.get, "/static/atensi/app.css", kept=True)


def _raise(error: Exception):
    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


FAILURES = {
    "400": SuspiciousOperation("x"),
    "403": PermissionDenied(),
    "500": ValueError("x"),
    "503": OperationalError("x"),
}
handler500 = "common.views.server_error"
urlpatterns = [path(f"{status}/", _raise(error)) for status, error in FAILURES.items()]


@pytest.mark.parametrize("status", [*FAILURES, "404"])
@override_settings(ROOT_URLCONF=__name__)
def test_so_does_every_failure(status):
    browser = Client(raise_request_exception=False)
    browser.force_login(people.ani())

    answer = browser.get(f"/{status}/")

    assert answer.status_code == int(status)
    judge(answer)


def test_so_does_a_form_without_its_token():
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(reverse("account_login"), {})

    assert answer.status_code == 403
    judge(answer)


def test_so_does_a_refused_form(client):
    client.force_login(people.ani())

    answer = client.post(reverse("clients:new"), {})

    assert answer.status_code == 422
    judge(answer)


@override_settings(ALLOWED_HOSTS=["elsewhere.example"])
def test_so_does_a_question_to_another_house(client):
    answer = client.get(reverse("account_login"))

    assert answer.status_code == 400
    judge(answer)


@override_settings(
    SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31_536_000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True
)
def test_over_plain_http_there_is_only_the_way_to_https(client):
    answer = client.get(reverse("account_login"))

    assert answer["Location"].startswith("https://")
    judge(answer, kept=True)
    secure = client.get(reverse("account_login"), secure=True)
    assert secure["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_signing_out_empties_the_browser(client):
    client.force_login(people.ani())
    before = client.get(reverse("desk:home"))

    after = client.post(reverse("account_logout"))

    assert "Clear-Site-Data" not in before
    assert after["Clear-Site-Data"] == '"cache", "storage"'


def test_no_script_may_read_a_cookie(client):
    body = {"login": people.ani().email, "password": people.PASSWORD}
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), body)

    cookies = client.cookies.values()

    assert {cookie.key for cookie in cookies} == {"sessionid", "csrftoken"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in cookies)
    assert all(cookie["path"] == "/" and not cookie["domain"] for cookie in cookies)


def test_in_production_cookies_belong_to_this_host_over_https(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    prod = import_module("atensi.settings.prod")

    assert {prod.SESSION_COOKIE_NAME, prod.CSRF_COOKIE_NAME} == {
        "__Host-sessionid",
        "__Host-csrftoken",
    }
    assert prod.SESSION_COOKIE_SECURE
    assert prod.CSRF_COOKIE_SECURE
    assert prod.SECURE_HSTS_SECONDS == 31_536_000
    assert prod.SECURE_HSTS_INCLUDE_SUBDOMAINS
