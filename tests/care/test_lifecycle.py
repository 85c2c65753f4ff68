"""Impossible states cannot be stored, whatever people do in whatever order."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.care.lifecycle import Lifecycle


def run(*, examples: int, steps: int) -> None:
    options = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    run_state_machine_as_test(Lifecycle, settings=options)


@pytest.mark.django_db
def test_no_order_of_services_stores_an_impossible_state():
    run(examples=12, steps=25)


@pytest.mark.slow
@pytest.mark.django_db
def test_no_long_order_of_services_stores_an_impossible_state():
    run(examples=100, steps=30)
