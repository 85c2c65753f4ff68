"""The canaries: a word for every relation, in every text of every row, and who may ever meet it."""

import re
from typing import Any

from django.apps import apps
from django.db import models

from clients.models import Client
from common.sealed import SealedJSONField, SealedTextField


# The relation of Sentra Melati's people to a client, and the word that stands for it.
WORDS = {
    "own": "kenarisendiri",
    "shared": "kenariberbagi",
    "expired": "kenarilewat",
    "other": "kenariasing",
    "emergency": "kenaridarurat",
}
PEOPLE = tuple(WORDS)
# Things of Sentra Kenanga that are about no client.
REPORT, SUBMISSION, INVITATION, STAFF, KEY, REASON = INSTITUTION_WORDS = (
    "kenarilaporan", "kenarikiriman", "kenariundangan", "kenaripegawai", "kenarikunci", "kenarialasan",
)  # fmt: skip
MARK = re.compile(rf"({'|'.join(WORDS.values())})q([a-z]{{2}})", re.IGNORECASE)
ANY_WORD = re.compile("|".join((*WORDS.values(), *INSTITUTION_WORDS)), re.IGNORECASE)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Fields whose text has a form of its own, and is found by its digits.
OF_DIGITS = {"nik", "nomor_kk", "phone"}


def mark(relation: str, number: int) -> str:
    """One client's word: "Kenariasingqab" is the second client of the relation "other"."""
    high, low = divmod(number, len(LETTERS))
    return f"{WORDS[relation].title()}q{LETTERS[high]}{LETTERS[low]}"


def digits(number: int) -> dict[str, str]:
    """A NIK, a KK and a telephone number that nobody else has."""
    return {
        "nik": f"327101150300{5000 + number}",
        "nomor_kk": f"327101010101{5000 + number}",
        "phone": f"08177{5000 + number}0",
    }


def way_to(target: type[models.Model], model: type[models.Model]) -> str | None:
    """How the ORM goes from a row to the client (or institution) it is about: "screening__case__client"."""
    if model is target:
        return "pk"
    waiting: list[tuple[type[models.Model], tuple[str, ...]]] = [(model, ())]
    seen = set()
    while waiting:
        here, path = waiting.pop(0)
        for field in here._meta.fields:
            if field.is_relation and field.name != "pgh_context":
                if field.related_model is target:
                    return "__".join((*path, field.name))
                if field.related_model not in seen and field.related_model not in STOPS:
                    seen.add(field.related_model)
                    waiting.append((field.related_model, (*path, field.name)))
    return None


def tables() -> list[type[models.Model]]:
    every = apps.get_models(include_auto_created=True)
    return [m for m in every if m._meta.managed and not m._meta.proxy]


def _is_text(field: Any) -> bool:
    plain = isinstance(field, models.CharField | models.TextField)
    sealed = isinstance(field, SealedTextField) and not isinstance(field, SealedJSONField)
    return (plain or sealed) and not (field.choices or field.unique)


def carries_a_word(field: Any) -> bool:
    alone = LEFT_ALONE | OF_DIGITS
    return _is_text(field) and field.editable and field.name not in alone


def write_in(row: models.Model, relation: str, number: int) -> None:
    """The client's word in every text of the row."""
    word = mark(relation, number)
    for field in row._meta.concrete_fields:
        if field.name in OF_DIGITS and field.name in digits(number):
            setattr(row, field.name, digits(number)[field.name])
        elif carries_a_word(field):
            text = f"{word} {getattr(row, field.name) or ''}".strip()
            setattr(row, field.name, text[: field.max_length] if field.max_length else text)
    if isinstance(row, Client):
        row.nik_missing_reason = ""
        row.clean()
    row.save()


# Codes and fingerprints, not texts.
LEFT_ALONE = {"nik_index", "phone_index", "milestone", "instrument", "version", "code", "subject"}
STOPS: set[Any] = set(map(apps.get_model, ("accounts.User", "partners.Institution")))
