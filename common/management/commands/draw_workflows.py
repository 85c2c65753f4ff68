"""Draws docs/workflows.md from the tables of moves: `manage.py draw_workflows`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from common.workflow import Workflow, every_workflow


HEAD = """# Workflows

Drawn from the tables of moves by `manage.py draw_workflows`; a test holds tables and drawings equal. Nothing
else changes a status, and the database refuses a status whose facts are missing.
"""


class Command(BaseCommand):
    help = "Draw the workflows of every app into docs/workflows.md."

    def handle(self, *args: Any, **options: Any) -> None:
        (Path(settings.BASE_DIR) / "docs" / "workflows.md").write_text(drawn())


def drawn() -> str:
    with override(settings.LANGUAGE_CODE):
        return HEAD + "".join(_chapter(source, table) for source, table in every_workflow())


def _chapter(source: str, table: Workflow[Any]) -> str:
    diagram = "\n".join(f"    {line}" for line in _lines(table))
    return (
        f"\n## {table.title}\n\nTable: `{source}`.\n\n```mermaid\nstateDiagram-v2\n{diagram}\n```\n"
    )


def _lines(table: Workflow[Any]) -> Iterator[str]:
    """The statuses with their labels, where it begins, every move, and where it ends."""
    labels = dict(table.statuses.choices)
    for status, label in labels.items():
        yield f"{status}: {label}"
    yield f"[*] --> {next(iter(labels))}"
    left = set()
    for verb, sources, target in table.moves:
        left |= set(sources)
        yield from (f"{source} --> {target}: {verb}" for source in sources)
    for status in labels:
        if status not in left:
            yield f"{status} --> [*]"
