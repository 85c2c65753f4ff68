"""Line 1 of who sees what: every query that serves a person starts with `visible_to(user)`.

A stranger gets 404 (the record's existence is not told), a colleague without the right 403.
"""

from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, BooleanField, Func, Model, QuerySet, Value
from django.shortcuts import get_object_or_404


M = TypeVar("M", bound=Model)


class IsAnyOf(Func):
    """`column = ANY(ARRAY(subquery))`: an uncorrelated subquery that PostgreSQL may use as an index condition.

    `column IN (subquery)` inside an OR cannot use the column's index; this form can. A condition of its
    own, because a Django lookup would wrap ANY in parentheses, which PostgreSQL refuses.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def one_of(column: str, ids: list[int]) -> IsAnyOf:
    return IsAnyOf(column, Value(ids, output_field=ArrayField(BigIntegerField())))


def visible_or_404(queryset: QuerySet[M], user: Any, **lookup: Any) -> M:
    """Return the one row that `user` may see, or answer 404."""
    scoped: QuerySet[M] = queryset.visible_to(user)  # type: ignore[attr-defined]
    return get_object_or_404(scoped, **lookup)


def demand(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence: demand(can_answer(user, placement))
    """Answer 403 to a colleague who may see this but not do it."""
    if not allowed:
        raise PermissionDenied
