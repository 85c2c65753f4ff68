"""Every table with a path to a case or to its client says what becomes of its rows when the case ends or changes hands."""

import pytest
from django.apps import apps
from django.db.models import Model

from clients.hanging import HANGING, Occasion
from clients.models import Case, Client
from common.trail import History


TOLD = (Occasion.CLOSED, Occasion.DIED, Occasion.WITHDRAWN, Occasion.HANDED_OVER)


def below(roots: set[type[Model]]) -> set[type[Model]]:
    """The roots, and every table whose foreign keys lead to one of them, over however many tables."""
    found = set(roots)
    rest = [model for model in apps.get_models(include_auto_created=True) if _is_ours(model)]
    while more := {model for model in rest if model not in found and _points_to(model, found)}:
        found |= more
    return found


def _is_ours(model: type[Model]) -> bool:
    return not (issubclass(model, History) or model._meta.proxy)


def _points_to(model: type[Model], targets: set[type[Model]]) -> bool:
    return any(
        field.related_model in targets
        for field in model._meta.concrete_fields
        if field.is_relation and field.name != "pgh_context"
    )


TABLES = sorted(model._meta.label for model in below({Case, Client}) - {Client})


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_hangs_on_a_case_says_what_becomes_of_its_rows(table):
    assert table in HANGING, (
        f"{table} leads to a case, and nobody says what becomes of its rows when the case is closed, the person "
        "dies, consent is taken back or the worker changes: add it to the hanging.py of its app."
    )
    silent = [occasion.value for occasion in TOLD if not HANGING[table].says(occasion)]
    assert not silent, f"{table} does not say what happens to its rows here: {silent}"


def test_nothing_is_named_that_hangs_on_no_case():
    assert set(HANGING) - set(TABLES) == set()


def test_what_is_counted_has_a_name():
    assert [table for table, one in HANGING.items() if (one.at or one.by) and not one.label] == []
