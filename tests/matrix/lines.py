"""The two lines of who sees what, each taken away alone: the other has to hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.apps import apps

from common.prepared import QUESTIONS
from common.scope import Scope


@contextmanager
def fence_down() -> Iterator[None]:
    """Line 2 away: every scope answers as the tests' own account, which no policy and no grant holds."""
    settings = Scope.settings

    def as_superuser(self: Scope) -> dict[str, str]:
        return {**settings(self), "role": "none"}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scope, "settings", as_superuser)
        yield


@contextmanager
def everything_visible() -> Iterator[None]:
    """Line 1 away: `visible_to` forgets who asks."""
    with pytest.MonkeyPatch.context() as patch:
        for questions in questions_about_people():
            patch.setattr(questions, "visible_to", lambda rows, _user: rows.all())
        for question, prepared in zip(QUESTIONS, _without_the_rule(), strict=True):
            patch.setattr(question, "_prepared", prepared)
        yield


@cache
def _without_the_rule() -> list[dict[Any, Any]]:
    """The SQL of the prepared questions is made already, with the rule in it; here it is made again, once."""
    return [{} for _question in QUESTIONS]


@cache
def questions_about_people() -> set[type]:
    asked = {type(model._default_manager.none()) for model in apps.get_models()}
    return {questions for questions in asked if hasattr(questions, "visible_to")}


@contextmanager
def both_away() -> Iterator[None]:
    with fence_down(), everything_visible():
        yield
