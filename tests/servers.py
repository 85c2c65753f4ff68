"""A plugin that pyproject.toml loads first: Django's settings are read when the servers are there to be named.

Processes that pytest-xdist starts find the addresses in the environment that they inherit.
"""

import os
from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    from ops import embedded  # not before pytest knows whose modules it rewrites

    os.environ["DJANGO_SETTINGS_MODULE"] = "atensi.settings.test"
    embedded.ensure("test-")
    return (yield)
