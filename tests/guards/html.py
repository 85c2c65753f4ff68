"""Every HTML answer that the test client sees obeys the content security policy, and every form its token."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client


# An id of 1,195 comes back as 1.195, which is no id.
A_NUMBER_FOR_PEOPLE = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")


class Fault(AssertionError):
    pass


class Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.script: dict[str, str | None] | None = None
        self.untokened_form = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self.get_starttag_text() or tag
        given = dict(attrs)
        if "style" in given or tag == "style":
            self.faults.append(f"inline style: {here}")
        if any(name.startswith("on") for name in given):
            self.faults.append(f"inline handler: {here}")
        if A_NUMBER_FOR_PEOPLE.fullmatch(given.get("value") or ""):
            self.faults.append(f"a number in a form as people write it: {here}")
        if tag == "script":
            self.script = given
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self.untokened_form = here
        if given.get("name") == "csrfmiddlewaretoken":
            self.untokened_form = ""

    def handle_data(self, data: str) -> None:
        # A block of JSON is data; anything else between script tags would be refused by the browser.
        if (
            self.script is not None
            and data.strip()
            and self.script.get("type") != "application/json"
        ):
            self.faults.append(f"inline script: {data.strip()[:60]}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.script = None
        if tag == "form" and self.untokened_form:
            self.faults.append(f"form without csrf token: {self.untokened_form}")
            self.untokened_form = ""


def inspect(html: str) -> None:
    inspector = Inspector()
    inspector.feed(html)
    if inspector.faults:
        raise Fault("\n".join(inspector.faults))


@pytest.fixture(autouse=True, scope="session")
def inspect_every_html_answer():
    real_request = Client.request

    def request(self, **kwargs):
        response = real_request(self, **kwargs)
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            inspect(response.content.decode())
        return response

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", request)
        yield
