"""Each form's page is opened once for all the tests of this folder; what they send is undone."""

from copy import copy
from zlib import crc32

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client as Browser, override_settings

from tests.doors.opening import open_door
from tests.registry import DOORS
from tests.undoing import settle_constraints, undone


@pytest.fixture(scope="package", params=DOORS)
def door(request, django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        opened = open_door(Browser(), request.param)
        settle_constraints()
        yield opened
        transaction.set_rollback(True)


@pytest.fixture
def opened(door):
    cookies = copy(door.browser.cookies)
    cache.clear()
    mail.outbox = []
    with undone():
        yield door
    door.browser.cookies = cookies


@pytest.fixture
def some(request):
    """A third of the attempts, another one for each form and field; all of them with `--all`."""
    whole = request.config.getoption("--all")

    def choose(attempts, about):
        every = list(attempts)
        return every if whole else every[crc32(about.encode()) % 3 :: 3]

    return choose
