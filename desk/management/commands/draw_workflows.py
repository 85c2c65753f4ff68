"""Draws docs/workflows.md and its pictures from the tables of moves: `manage.py draw_workflows`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from common.statechart import svg
from desk.workflows import WORKFLOWS, Workflow


HEAD = """# Workflows

Drawn from the tables of moves by `manage.py draw_workflows`; a test holds tables and drawings equal. Nothing
else changes a status, and the database refuses a status whose facts are missing.
"""


class Command(BaseCommand):
    help = "Draw the workflows of cases, placements and plans into docs/."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, text in drawn().items():
            path = Path(settings.BASE_DIR) / "docs" / name
            path.write_text(text)
            self.stdout.write(str(path.relative_to(settings.BASE_DIR)))


def drawn() -> dict[str, str]:
    """Every file by its name under docs/."""
    with override(settings.LANGUAGE_CODE):
        pictures = {_picture(w): svg(w.chart, w.title) for w in WORKFLOWS}
        return {"workflows.md": HEAD + "".join(map(_chapter, WORKFLOWS)), **pictures}


def _picture(workflow: Workflow) -> str:
    return f"images/workflow-{workflow.name}.svg"


def _chapter(workflow: Workflow) -> str:
    states = workflow.chart.states
    lines = [
        f"\n## {workflow.title}\n",
        f"![{workflow.title}]({_picture(workflow)})\n",
        f"Table: `{workflow.source}`.\n",
        "| verb | from | to |",
        "|---|---|---|",
        *(
            f"| `{move.verb}` | {', '.join(states[source] for source in move.sources)} | {states[move.target]} |"
            for move in workflow.chart.moves
        ),
    ]
    return "\n".join(lines) + "\n"
