"""The workflows of the documentation are those that the code obeys."""

import pytest
from django.conf import settings

from desk.management.commands.draw_workflows import drawn
from desk.workflows import WORKFLOWS


@pytest.mark.parametrize("name", sorted(drawn()))
def test_the_drawing_is_that_of_the_table(name):
    """After a change of a table: `manage.py draw_workflows`."""
    assert (settings.BASE_DIR / "docs" / name).read_text() == drawn()[name]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_state_can_be_reached_but_the_first(workflow):
    first, *others = workflow.chart.states

    assert {move.target for move in workflow.chart.moves} >= set(others), first
