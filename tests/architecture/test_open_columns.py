"""docs/security.md, "What stands open": every column about a person that a stolen dump would show, and no other."""

import re

from django.apps import apps
from django.conf import settings
from django.db import models

from common.fence import FENCES
from common.sealed import BlindIndexField, SealedTextField


ABOUT_PEOPLE = ("clients", "law", "safety", "screening", "care")
LINE = re.compile(r"^\| `(\w+\.\w+)` \| (.*?) \|$", re.MULTILINE)
CLOSED = (SealedTextField, BlindIndexField)


def is_open(field: models.Field) -> bool:
    """Without numbers of rows, and without when the row itself was written."""
    tells = field.editable and not (field.primary_key or field.is_relation)
    return tells and not isinstance(field, (*CLOSED, models.DateTimeField))


def in_the_models() -> dict[str, list[str]]:
    found = {
        model._meta.label: [field.name for field in model._meta.concrete_fields if is_open(field)]
        for label in ABOUT_PEOPLE
        for model in apps.get_app_config(label).get_models()
        if model in FENCES
    }
    return {label: columns for label, columns in found.items() if columns}


def in_the_page() -> dict[str, list[str]]:
    text = (settings.BASE_DIR / "docs" / "security.md").read_text()
    part = text.partition("## What stands open")[2].partition("\n## ")[0]
    return {label: re.findall(r"\w+", columns) for label, columns in LINE.findall(part)}


def test_the_page_names_every_open_column_and_no_other():
    assert in_the_page() == in_the_models()


def test_no_answer_of_an_interview_stands_open():
    told = {column for columns in in_the_models().values() for column in columns}

    assert not told & {"answers", "red_flags", "result", "proposal", "notes", "review_note"}
