"""Prints docs/field-rules.md: `manage.py field_rules > docs/field-rules.md`."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from clients.field_rules import REASONS, TABLE, Rule, Viewer


HEAD = """# Who sees what

Made from the table in `clients/field_rules.py` by `manage.py field_rules`; a test holds both equal. Why there
is such a table, and how it is kept, stands in [decisions/0015-field-rules.md](decisions/0015-field-rules.md).
What is masked is shown to whoever asks with a purpose, after proving who they are; the read log keeps the
field and the purpose. What is closed has no way.

"""


class Command(BaseCommand):
    help = "Print the table of field rules as it stands in the documentation."

    def handle(self, *args: Any, **options: Any) -> None:
        with override(settings.LANGUAGE_CODE):
            self.stdout.write(HEAD + "\n".join([*_table(), "", *_reasons(), "", *_words()]))


def _table() -> list[str]:
    lines = [
        _line("Data", *(viewer.label for viewer in Viewer)),
        _line(*("---" for _column in range(len(Viewer) + 1))),
    ]
    lines += [
        _line(f.label, *(rule.value for rule in rules.values())) for f, rules in TABLE.items()
    ]
    return lines


def _reasons() -> list[str]:
    return [f"- **{field.label}.** {reason}" for field, reason in REASONS.items()]


def _words() -> list[str]:
    told = ", ".join(f"`{rule.value}` {rule.label}" for rule in Rule)
    return [f"{told}."]


def _line(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
