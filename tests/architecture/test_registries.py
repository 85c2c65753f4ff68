"""What the apps bring to those below has come, and leads somewhere."""

import pytest
from django.apps import apps

from clients.enums import NextStep, TaskKind
from clients.field_rules import FIELD_OF
from clients.tabs import TABS
from clients.work import BEGINNINGS, STEPS, TASKS
from common import menu
from common.registry import Registry
from tests.architecture.site import url_names


FILLED = {
    "places": menu.PLACES,
    "pages": menu.PAGES,
    "links": menu.LINKS,
    "tabs": TABS,
    "steps": STEPS,
    "tasks": TASKS,
    "beginnings": BEGINNINGS,
    "fields": FIELD_OF,
}


@pytest.mark.parametrize("registry", FILLED.values(), ids=FILLED.keys())
def test_every_registry_is_filled(registry: Registry[str, object]):
    assert registry


def test_what_is_brought_leads_to_pages_of_the_site():
    links = {link.url_name for link in menu.LINKS.values()}
    places = {*menu.PLACES, *menu.PAGES, *menu.PAGES.values()}
    tabs = {tab.url_name for tab in TABS.values()}
    work = {*STEPS.values(), *BEGINNINGS.values(), *(entry.page for entry in TASKS.values()), ""}

    assert (links | places | tabs | work) - {""} - url_names() == set()


def test_every_next_step_has_a_page():
    assert STEPS.keys() == {*NextStep.values}


def test_every_kind_of_task_is_brought_by_an_app():
    assert TASKS.keys() == {*TaskKind.values}


def test_every_delicate_column_is_one_of_its_table():
    gone = [
        f"{label}.{column}"
        for label, columns in FIELD_OF.items()
        for column in columns
        if column not in {field.name for field in apps.get_model(label)._meta.fields}
    ]

    assert gone == []
