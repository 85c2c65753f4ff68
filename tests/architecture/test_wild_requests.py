"""Requests that no browser makes: broken bodies, headers, cookies and addresses. Never an error of ours."""

import pytest
from django.urls import reverse

from tests import people


pytestmark = pytest.mark.django_db

MULTIPART = "multipart/form-data; boundary=x"
BODIES = {
    "no boundary": ("multipart/form-data", b"name=Rian"),
    "a part that never ends": (MULTIPART, b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nRian'),
    "a part without a name": (MULTIPART, b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n"),
    "an unknown alphabet": ("application/x-www-form-urlencoded; charset=klingon", b"name=Rian"),
    "no alphabet at all": ("application/x-www-form-urlencoded", b"name=%ff%fe\xff&birth_date=\x80"),
    "a thousand fields and one": ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(1001))),
    "JSON": ("application/json", b'{"name": ["Rian"]}'),
    "a type of its own": ("x/y;;;=", b"\x00\xff"),
    "nothing": ("", b""),
}  # fmt: skip
HEADERS = {
    "Accept-Language": "xx-\x7f;q=9,*;;q=a",
    "Cookie": "sessionid=\x01; csrftoken=%00; messages=broken; =; ;",
    "HX-Request": "maybe",
    "HX-Current-URL": "http://[::1",
    "HX-Current-URL-URI-AutoEncoded": "true",
    "HX-Target": "\xff" * 300,
    "If-None-Match": '"unfinished',
    "If-Modified-Since": "yesterday",
    "Range": "bytes=9-1",
    "Referer": "http://[broken",
    "Origin": "null",
    "X-CSRFToken": "\xff",
    "X-Autosave": "\xff",
    "Content-Length": "-1",
}  # fmt: skip
ADDRESSES = (
    "/klien/?%ff=%fe", "/klien/?tahap=%00&tahap[]=x", "/klien/%00/", "/klien/%ff%fe/", "/klien/-1/", "/klien/١/",
    "/klien/1e9/", "/%2e%2e/%2e%2e/etc/passwd", "/static/%00", "/static/../settings.py", "//klien/", "/klien",
    "/laporan/?halaman=" + "9" * 5000, "/?" + "&".join(f"a{n}=1" for n in range(3000)), "/masuk/?next=//%00.example",
)  # fmt: skip


@pytest.fixture
def ani(client):
    client.force_login(people.ani())
    return client


@pytest.mark.parametrize("what", BODIES)
@pytest.mark.parametrize(
    "name", ["clients:new", "clients:search", "clients:intake", "account_login"]
)
def test_a_broken_body_is_refused(ani, name, what):
    kind, body = BODIES[what]

    answer = ani.generic("POST", reverse(name), body, content_type=kind)

    assert answer.status_code < 500


@pytest.mark.parametrize("name", ["desk:home", "clients:list", "account_login"])
@pytest.mark.parametrize("header", HEADERS)
def test_a_broken_header_changes_nothing(ani, header, name):
    answer = ani.get(reverse(name), headers={header: HEADERS[header]})

    assert answer.status_code < 500


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_broken_address_leads_nowhere(ani, address):
    assert ani.generic("GET", address).status_code < 500
