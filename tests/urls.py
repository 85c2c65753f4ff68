"""Every named address of the system, read from its URL configuration, and one of each without a row behind it."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.registry import ROUTES


def _walk(entries: Any, space: str = "", before: str = "") -> Iterator[tuple[str, str]]:
    for entry in entries:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, inner, pattern)
        elif isinstance(entry, URLPattern) and entry.name:
            yield space + entry.name, pattern


PATTERNS = dict(_walk(get_resolver().url_patterns))
# Pages of libraries, and the API, whose wild input is made out of its schema (tests/api/test_schema_wild.py).
NOT_OURS = {name for name in PATTERNS if name.startswith(("admin:", "account_", "mfa_", "api:"))}
OURS = sorted(PATTERNS.keys() - NOT_OURS)
OF_ONE_ROW = [name for name in OURS if "<int:" in PATTERNS[name]]
LISTS = sorted(set(OURS) - set(OF_ONE_ROW))
# An invitation's, of which there is none.
TOKEN = "nobody"


def arguments_of(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[<:](\w+)>", PATTERNS[name]))


def anywhere(name: str, pk: int = 1) -> str:
    """For what is said before anybody looks for the row."""
    fixed = {k: v for k, v in ROUTES[name].arguments.items() if not callable(v)}
    given = {"token": TOKEN, **fixed}
    return reverse(name, kwargs={a: given.get(a, pk) for a in arguments_of(name)})
