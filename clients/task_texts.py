"""What a task says beside the label of its kind: of some kinds, each brought by the app that adds the task."""

from collections.abc import Mapping

from django.db.models import TextChoices

from clients.texts import Text


_texts: dict[str, Text] = {}
SILENT = Text()


def register_task_texts(texts: Mapping[TextChoices, Text]) -> None:
    """Once, when the app is ready."""
    _texts.update({kind.value: text for kind, text in texts.items()})


def task_text_of(kind: str) -> Text:
    return _texts.get(kind, SILENT)


def told_kinds() -> list[str]:
    return list(_texts)
