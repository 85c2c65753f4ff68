"""The browser's orders stand on every answer, also where no view of ours answers (tests/guards/orders.py judges)."""

from importlib import import_module

import pytest
from django.contrib.staticfiles.finders import find
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path, reverse

from tests import people
from tests.guards import orders


pytestmark = pytest.mark.django_db


def ask(method, url: str) -> None:
    b"".join(method(url))  # a file is closed when it has been read; tests/guards/orders.py judges


def test_every_answer_carries_them_and_a_missing_one_is_seen(client, monkeypatch):
    """The guard reads every answer of every test; here it is shown one without."""
    monkeypatch.setitem(orders.HEADERS, "X-Frame-Options", "SAMEORIGIN")

    with pytest.raises(orders.WithoutOrders, match="X-Frame-Options"):
        client.get(reverse("account_login"))


def test_so_does_the_administration(client):
    ask(client.get, "/admin/")


def test_so_does_a_file_which_alone_may_be_kept(client):
    assert find("atensi/app.css")

    ask(client.get, "/static/atensi/app.css")


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


def test_so_does_a_form_without_its_token():
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(reverse("account_login"), {})

    assert answer.status_code == 403


def test_so_does_a_refused_form(client):
    client.force_login(people.ani())

    answer = client.post(reverse("clients:new"), {})

    assert answer.status_code == 422


@override_settings(ALLOWED_HOSTS=["elsewhere.example"])
def test_so_does_a_question_to_another_institution(client):
    answer = client.get(reverse("account_login"))

    assert answer.status_code == 400


@override_settings(
    SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31_536_000, SECURE_HSTS_INCLUDE_SUBDOMAINS=True
)
def test_over_plain_http_there_is_only_the_way_to_https(client):
    answer = client.get(reverse("account_login"))

    assert answer["Location"].startswith("https://")
    secure = client.get(reverse("account_login"), secure=True)
    assert secure["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


@override_settings(SECURE_SSL_REDIRECT=True)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_machine_that_asks_by_plain_http_is_refused_and_not_led_on(client, method):
    answer = getattr(client, method)(reverse("api:clients-list"))

    assert (answer.status_code, answer.json()["code"]) == (403, "https_only")
    assert "Location" not in answer


@override_settings(SECURE_SSL_REDIRECT=True)
def test_by_https_a_machine_is_answered(client):
    client.force_login(people.ani())

    assert client.get(reverse("api:clients-list"), secure=True).status_code == 200


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
    monkeypatch.setenv("SITE_URL", "https://atensi.example")
    prod = import_module("atensi.settings.prod")

    assert {prod.SESSION_COOKIE_NAME, prod.CSRF_COOKIE_NAME} == {
        "__Host-sessionid",
        "__Host-csrftoken",
    }
    assert prod.SESSION_COOKIE_SECURE
    assert prod.CSRF_COOKIE_SECURE
    assert prod.SECURE_HSTS_SECONDS == 31_536_000
    assert prod.SECURE_HSTS_INCLUDE_SUBDOMAINS


@pytest.mark.parametrize("name", ["account_login", "desk:home", "api:clients-list"])
def test_no_other_origin_is_let_in(client, name):
    client.force_login(people.ani())
    there = {"Origin": "https://jahat.example", "Access-Control-Request-Method": "POST"}

    for answer in (
        client.get(reverse(name), headers=there),
        client.options(reverse(name), headers=there),
    ):
        assert [word for word in answer.headers if word.lower().startswith("access-control")] == []


@pytest.mark.parametrize("folder", ["/static/", "/static/atensi/", "/media/"])
def test_no_folder_is_listed(client, folder):
    assert client.get(folder).status_code == 404


def test_nothing_is_debugged_in_production(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    monkeypatch.setenv("SITE_URL", "https://atensi.example")
    monkeypatch.setenv("ATENSI_DEBUG", "1")

    prod = import_module("atensi.settings.prod")

    assert prod.DEBUG is False
    assert prod.DEMONSTRATION is False


@pytest.mark.parametrize("name", ["health", "desk:home", "clients:list", "api:clients-list"])
def test_trace_is_not_answered(client, name):
    client.force_login(people.ani())

    answer = client.trace(reverse(name), headers={"X-Rahasia": "kenari"})

    assert answer.status_code == 405
    assert "kenari" not in answer.content.decode()


@pytest.mark.parametrize("url", ["/masuk/", "/kesehatan/", "/static/atensi/app.css", "/tidak-ada/"])
def test_text_says_its_letters(client, url):
    answer = client.get(url)
    answer.close()  # a file that nobody reads

    assert answer["Content-Type"].startswith("text/")
    assert answer["Content-Type"].endswith('charset="utf-8"') or answer["Content-Type"].endswith(
        "charset=utf-8"
    )
