"""What has to be done in a case, and the page where it is done: brought by the apps whose pages these are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.functional import Promise

from clients.enums import NextStep
from common.registry import Registry


Kind = TypeVar("Kind", bound=TextChoices)


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """A kind of task; without `page` it is done on the task's own."""

    label: str | Promise
    page: str = ""
    is_urgent: bool = False
    """Somebody's safety hangs on it: it goes on without consent."""


# The page of each next step; it takes the case's id, as the pages of tasks do.
STEPS: Registry[str, str] = Registry("pages of the next steps")
TASKS: Registry[str, TaskEntry] = Registry("kinds of task")
# Pages that begin something, for the pages of an app below to lead to, by what they begin; they take the case's id.
BEGINNINGS: Registry[str, str] = Registry("pages that begin something")


def register_steps(pages: Mapping[NextStep, str]) -> None:
    for step, page in pages.items():
        STEPS.add(step, page)


def register_tasks(
    kinds: type[Kind], pages: Mapping[Kind, str], urgent: Collection[Kind] = ()
) -> None:
    for kind in kinds:
        TASKS.add(kind.value, TaskEntry(kind.label, pages.get(kind, ""), kind in urgent))


def task_kinds() -> list[tuple[str, str | Promise]]:
    return [(kind, entry.label) for kind, entry in TASKS.items()]


def task_label(kind: str) -> str | Promise:
    return TASKS[kind].label


def step_url(step: str, case_id: int) -> str:
    """Where a case's next step is done, "" where nothing is to be done."""
    return reverse(STEPS[step], args=[case_id]) if step else ""


def task_url(kind: str, case_id: int) -> str:
    """The page where a task is done, "" when that is the task's own."""
    page = TASKS[kind].page
    return reverse(page, args=[case_id]) if page else ""
