"""One country for all the tests of this folder; whatever a request does in it is undone."""

import logging
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from tests.matrix import world
from tests.matrix.calling import Caller


HERE = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One after the other, however they were shuffled: the country is built once in each process."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="package")
def nothing_kept_of_templates():
    """Nobody asks these answers what drew them, and Django would copy every context for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.test.client.store_rendered_templates", lambda *_given, **_about: None)
        yield


@pytest.fixture(scope="package")
def caller(django_db_setup, django_db_blocker, tmp_path_factory, nothing_kept_of_templates):
    folder = tmp_path_factory.mktemp("papers")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        logging.disable(logging.CRITICAL)
        yield Caller(world.build())
        logging.disable(logging.NOTSET)
        transaction.set_rollback(True)
