"""Everything of ours leaves a trail, or says why not; and nobody switches the trail off."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from common.trail import UNTRACKED, History, histories, table_of


OURS = {
    path.parent.name for path in settings.BASE_DIR.glob("*/models*") if path.parent.name != "tests"
}
# Only a superuser's drill and the clean-up after a test may name these.
SWITCHES = ("pgtrigger.ignore", "session_replication_role", "DISABLE TRIGGER")


def tables() -> dict[str, str]:
    """Table and label of every model of ours, links of many-to-many fields included."""
    models = apps.get_models(include_auto_created=True)
    return {
        model._meta.db_table: model._meta.label
        for model in models
        if model._meta.app_label in OURS | {"common"}
        and not issubclass(model, History)
        and model._meta.managed
        and not model._meta.proxy
    }


def tracked() -> set[str]:
    return {history.pgh_tracked_model._meta.db_table for history in histories()}


def excused() -> set[str]:
    return {model._meta.label for model in UNTRACKED}


def test_every_model_is_tracked_or_says_why_not():
    silent = {label for table, label in tables().items() if table not in tracked()}

    assert silent - excused() == set()


def test_no_excuse_is_left_over():
    untracked = {label for table, label in tables().items() if table not in tracked()}

    assert excused() == untracked


def test_the_tracked_are_more_than_a_few():
    assert len(OURS) > 5
    assert "clients_client" in tracked()


def test_nobody_switches_the_trail_off():
    found = [
        f"{path}: {switch}"
        for path in _sources()
        for switch in SWITCHES
        if switch in path.read_text(encoding="utf-8")
    ]

    assert found == []


def _sources() -> list[Path]:
    apps_of_ours = [
        settings.BASE_DIR / name for name in (*OURS, "atensi", "common", "ops", "desk", "upkeep")
    ]
    return [
        path
        for root in apps_of_ours
        for path in root.rglob("*.py")
        if "migrations" not in path.parts
    ]


@pytest.mark.django_db
def test_a_copy_stands_behind_the_fence_like_what_it_copies():
    fenced = behind_the_fence()
    pairs = {table_of(h): table_of(h.pgh_tracked_model) for h in histories()}

    assert {copy for copy, table in pairs.items() if table in fenced} == fenced & set(pairs)


def behind_the_fence() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        return {name for (name,) in cursor.fetchall()}
