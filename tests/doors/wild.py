"""What a broken browser, a tired person or an attacker may send, and a reader of the forms on our pages."""

from html.parser import HTMLParser
from typing import Any


# Refused by every field that is not a box to tick: nobody's answer looks like this.
UNSOUND = {
    "a NUL byte": "Rian\x00",
    "ten thousand letters": "“Rian” & teman " * 700,
}
NUMBERS = {
    "ten thousand digits": "9" * 10_000,
    "a number beyond every column": "99999999999999999999",
    "a negative number": "-1",
    "a superscript": "²",
}
DAYS = {
    "the first year": "0001-01-01",
    "the last year": "9999-12-31",
    "no day": "2026-02-30",
}
# May be right in one field and wrong in the next; never an error of ours.
TEXTS = {
    "only invisible letters": " \u200f\u202e\u200b\u3000",
    "pictures and markup": "😀👩‍👩‍👧 <script>alert(1)</script>",
    "digits of another script": "٣٢٧١٠١١٥٠٣٠٠٠٠٠٤",
}
WILD = {**UNSOUND, **NUMBERS, **DAYS, **TEXTS}
CHOICES = {"ten thousand digits": NUMBERS["ten thousand digits"]}
FOR_KIND = {"date": DAYS, "time": DAYS, "number": NUMBERS, "text": TEXTS, "textarea": TEXTS}
ALWAYS_WRONG = {"date", "time", "number", "select", "radio"}
NOT_TYPED = {"checkbox", "radio", "submit", "button", "hidden", "file", "password"}


class FormReader(HTMLParser):
    """The fields of a page's main form, each with a value that a browser could send."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.kinds: dict[str, str] = {}
        self.choosing = ""
        self.in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.in_main = True
        if not self.in_main:
            return
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in {"submit", "button"}:
            kind = given.get("type", "text")
            value = given.get("value") or ("on" if kind == "checkbox" else "")
            self.keep(name, kind, value, first="checked" in given)
        elif tag == "textarea" and name:
            self.keep(name, "textarea", "Uraian yang cukup panjang untuk dibaca.")
        elif tag == "select" and name:
            self.choosing = name
            self.keep(name, "select", "")
        elif tag == "option" and self.choosing and given.get("value"):
            self.fields[self.choosing].append(given["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.choosing = ""
        if tag == "main":
            self.in_main = False

    def keep(self, name: str, kind: str, value: str, *, first: bool = False) -> None:
        if name not in {"csrfmiddlewaretoken", "idempotency_key"}:
            self.kinds[name] = kind
            values = self.fields.setdefault(name, [])
            values.insert(0 if first else len(values), value)


def read_form(html: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What the page's form would send when filled in plainly, and the kind of each field."""
    reader = FormReader()
    reader.feed(html)
    plain = {name: next((v for v in values if v), "") for name, values in reader.fields.items()}
    return plain, reader.kinds


def wild_for(kind: str) -> dict[str, str]:
    """What is worth sending in a field of that kind while the others are right."""
    return FOR_KIND.get(kind, CHOICES)
