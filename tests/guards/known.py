"""What a process remembers of the database is forgotten with every test's rows."""

import pytest

from regions import known


@pytest.fixture(autouse=True)
def forget_what_is_known():
    yield
    known.forget()
