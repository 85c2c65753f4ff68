"""What the apps bring to those below has come, and leads somewhere."""

import sys
from typing import Any

import pytest
from django.apps import apps

from care.enums import CareTask
from clients.enums import NextStep
from clients.field_rules import FIELD_OF
from clients.tabs import TABS
from clients.work import BEGINNINGS, STEPS, TASKS
from common import menu
from common.registry import Registry
from screening.enums import ScreeningTask
from tests.architecture.site import url_names
from tests.architecture.test_names_nobody_above import ORDER


def registries() -> dict[str, Registry[Any, Any]]:
    """Each by its module and name, wherever one was made."""
    return {
        f"{module.__name__}.{name}": value
        for module in list(sys.modules.values())
        if module and module.__name__.partition(".")[0] in ORDER
        for name, value in vars(module).items()
        if isinstance(value, Registry)
    }


@pytest.mark.parametrize("registry", registries().values(), ids=registries().keys())
def test_every_registry_is_filled(registry: Registry[Any, Any]):
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
    assert TASKS.keys() == {*ScreeningTask.values, *CareTask.values}


def test_every_delicate_column_is_one_of_its_table():
    gone = [
        f"{label}.{column}"
        for label, columns in FIELD_OF.items()
        for column in columns
        if column not in {field.name for field in apps.get_model(label)._meta.fields}
    ]

    assert gone == []
