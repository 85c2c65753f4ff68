"""Impossible states cannot be stored, whatever people do in whatever order."""

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.care.lifecycle import Lifecycle


def run(lives: int, *, start: int, steps: int) -> None:
    options = settings(
        max_examples=lives,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(seed(start)(Lifecycle), settings=options)


@pytest.mark.django_db
def test_no_order_of_services_stores_an_impossible_state():
    run(12, start=0, steps=25)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("start", range(1, 6))
def test_no_long_order_of_services_stores_an_impossible_state(start):
    """A hundred lives in parts, so that processes share them, each within the limit of one test (pyproject.toml)."""
    run(20, start=start, steps=30)
