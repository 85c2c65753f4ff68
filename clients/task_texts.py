"""What a task says beside the label of its kind: of some kinds, each brought by the app that adds the task."""

from collections.abc import Mapping
from typing import Any

from clients.texts import Text
from common.registry import Registry


SILENT = Text()
_texts: Registry[str, Text] = Registry("text of a task")


def register_task_texts(texts: Mapping[Any, Text]) -> None:
    for kind, words in texts.items():
        _texts.add(kind.value, words)


def task_text_of(kind: str) -> Text:
    return _texts.get(kind, SILENT)
