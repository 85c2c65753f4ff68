"""`<app>/sql/*.sql`: functions, views and triggers of the schema `app`, which is made anew after every migrate.

A file names the program's constants where it needs them, `status = ANY(%(app.models.OPEN_STATUSES)s)`, so that a
rule stands once; in such a file any other percent sign is doubled.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

from django.apps import apps
from django.db.backends.utils import CursorWrapper


CONSTANT = re.compile(r"%\(([\w.]+)\)s")


def run(cursor: CursorWrapper) -> None:
    for text, constants in scripts():
        cursor.execute(text, constants or None)


def scripts() -> Iterator[tuple[str, dict[str, str | list[str]]]]:
    """Each file and the constants it names: app by app from the ground up, in each in the order of the names."""
    for app in apps.get_app_configs():
        for path in sorted((Path(app.path) / "sql").glob("*.sql")):
            text = path.read_text(encoding="utf-8")
            yield text, {name: _value(resolve_name(name)) for name in CONSTANT.findall(text)}


def _value(constant: object) -> str | list[str]:
    """A text or one member of an enum; or an array of them."""
    if isinstance(constant, str):
        return str(constant)
    if isinstance(constant, tuple):
        return [str(each) for each in constant]
    raise TypeError(f"{constant!r} is no text and no tuple of texts")
