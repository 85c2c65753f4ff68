"""What a process remembers of the database and of its callers is forgotten with every test's rows."""

import pytest
from django.core.cache import caches

from regions import known


@pytest.fixture(autouse=True)
def forget_what_is_known():
    yield
    known.forget()
    for cache in caches.all(initialized_only=True):
        cache.clear()  # attempts counted for the limits, above all
