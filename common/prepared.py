"""Questions whose SQL is made once for each kind of person (docs/decisions/0032-prepared-questions.md).

Django builds a query anew each time it is asked, which on a home page takes longer than PostgreSQL takes to answer.
A prepared question is built twice, with values that occur nowhere else: where the two differ, a value of the
caller's goes. What cannot be traced to one of them is an error at the first call, never a wrong row.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import singledispatch, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone


P = ParamSpec("P")
Row = TypeVar("Row")
MOST = models.BigIntegerField.MAX_BIGINT


class CannotPrepare(Exception):
    """The question's SQL hangs on more than the values that it is asked with."""


@dataclass(frozen=True, slots=True)
class Argument:
    """What one argument brings: what decides the form of the SQL, the values in it, and how to make another."""

    form: Hashable
    values: tuple[Any, ...]
    made_of: Callable[[Sequence[Any]], Any]


@singledispatch
def argument(given: Any) -> Argument:
    """How a type takes part; an app registers its own. Text has no part: whoever types could fill the memory."""
    raise TypeError(f"A prepared question takes no {type(given).__name__}.")


@argument.register(bool)
@argument.register(type(None))
def _constant(given: bool | None) -> Argument:  # noqa: FBT001  whatever is asked with comes here
    return Argument(given, (), lambda _: given)


@argument.register(int)
@argument.register(date)
def _value(given: int | date) -> Argument:
    return Argument(type(given).__name__, (given,), lambda values: values[0])


@argument.register(list)
def _ids(given: list[int]) -> Argument:
    return Argument("list", (given,), lambda values: values[0])


def _fits(value: Any) -> bool:
    """A number that no column holds is the id of nothing, as Django has it."""
    return not isinstance(value, int) or abs(value) <= MOST


def _unheard_of(like: Any, place: int, build: int) -> Any:
    """A value of the same type that stands nowhere else in a query, and another one for the other build."""
    number = 2_000_000_000 + 1_000 * place + build
    later = timedelta(days=10_000 * place + 137 * build * (place + 1))
    if isinstance(like, list):
        return [number]
    if isinstance(like, datetime):
        return datetime(3000, 1, 1, tzinfo=UTC) + later
    return date(3000, 1, 1) + later if isinstance(like, date) else number


@dataclass(frozen=True, slots=True)
class Constant:
    value: Any

    def fill(self, values: Sequence[Any]) -> Any:
        return self.value


@dataclass(frozen=True, slots=True)
class Slot:
    """The value at `place` goes here, so many days later."""

    place: int
    days: timedelta | None = None

    def fill(self, values: Sequence[Any]) -> Any:
        value = values[self.place]
        return value if self.days is None else value + self.days


@dataclass(frozen=True, slots=True)
class Listed:
    """An array of them."""

    items: tuple["Constant | Slot | Listed", ...]

    def fill(self, values: Sequence[Any]) -> Any:
        return [item.fill(values) for item in self.items]


Param = Constant | Slot | Listed


@dataclass(frozen=True, slots=True)
class Prepared:
    rows: QuerySet[Any]
    compiler: SQLCompiler
    statement: str
    """As the server is told it once, with the constants in it and `$1` for the first of `params`."""
    params: tuple[Slot | Listed, ...]

    def ask(self, values: Sequence[Any]) -> list[Any]:
        """The rows as the question's own queryset would make them of the same answer."""
        answer = object.__new__(type(self.rows))
        answer.__dict__.update(self.rows.__dict__, _query=_Filled(self, values), _result_cache=None)
        return list(answer)


class _Filled:
    """Stands for the query of a queryset that is about to be read."""

    def __init__(self, prepared: Prepared, values: Sequence[Any]) -> None:
        self._prepared = prepared
        self._params = tuple(param.fill(values) for param in prepared.params)

    def get_compiler(self, using: str, **_: Any) -> SQLCompiler:
        compiler = copy(self._prepared.compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda *_args, **_options: self._by_name(compiler.connection)  # type: ignore[method-assign]
        return compiler

    def _by_name(self, connection: Any) -> tuple[str, tuple[Any, ...]]:
        name, places = (
            connection.name_of(self._prepared.statement),
            ", ".join(["%s"] * len(self._params)),
        )
        return f"EXECUTE {name}({places})" if places else f"EXECUTE {name}", self._params

    def __getattr__(self, name: str) -> Any:
        return getattr(self._prepared.rows.query, name)


class Question(Generic[P, Row]):
    """Called as the function that it was made of, but answers with the rows themselves: nothing can be added to SQL
    that is finished. Positional arguments are values; keywords belong to the form of the question."""

    def __init__(self, asked: Callable[P, QuerySet[Any, Row]]) -> None:
        update_wrapper(self, asked)
        self.asked = asked
        self._prepared: dict[Hashable, Prepared | None] = {}

    def __call__(self, *args: P.args, **form: P.kwargs) -> list[Row]:
        arguments = [argument(given) for given in args]
        # A day of the database's clock begins where the reader is, and the zone's name stands in the SQL.
        zone = timezone.get_current_timezone_name()
        key = (zone, *(each.form for each in arguments), *sorted(form.items()))
        if key not in self._prepared:
            self._prepared[key] = self._prepare(arguments, form)
        prepared = self._prepared[key]
        values = [value for each in arguments for value in each.values]
        return prepared.ask(values) if prepared and all(map(_fits, values)) else []

    def _prepare(self, arguments: list[Argument], form: dict[str, Any]) -> Prepared | None:
        """None where this form of the question never has an answer."""
        values = [value for each in arguments for value in each.values]
        builds = [
            [_unheard_of(like, place, build) for place, like in enumerate(values)]
            for build in range(2)
        ]
        try:
            first, second = (self._build(arguments, build, form) for build in builds)
        except EmptyResultSet:
            return None
        rows, compiler, sql, params = first
        if sql != second[2] or len(params) != len(second[3]):
            raise CannotPrepare(f"{self.asked.__qualname__}: its SQL differs from value to value.")
        found = [self._slot(*pair, builds) for pair in zip(params, second[3], strict=True)]
        slots = tuple(param for param in found if not isinstance(param, Constant))
        return Prepared(rows, compiler, _statement(sql, found, builds[0], rows.db), slots)

    def _build(
        self, arguments: list[Argument], values: list[Any], form: dict[str, Any]
    ) -> tuple[QuerySet[Any], SQLCompiler, str, tuple[Any, ...]]:
        rest: Iterator[Any] = iter(values)
        given: Any = [each.made_of([next(rest) for _ in each.values]) for each in arguments]
        rows = self.asked(*given, **form)
        compiler = rows.query.get_compiler(rows.db)
        return rows, compiler, *compiler.as_sql()

    def _slot(self, one: Any, other: Any, builds: list[list[Any]]) -> Param:
        if type(one) is type(other) and one == other:
            return Constant(one)
        for place, (here, there) in enumerate(zip(*builds, strict=True)):
            if (one, other) == (here, there):
                return Slot(place)
            if isinstance(here, date) and isinstance(one, date) and one - here == other - there:
                return Slot(place, one - here)
        if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            return Listed(tuple(self._slot(*pair, builds) for pair in zip(one, other, strict=True)))
        raise CannotPrepare(f"{self.asked.__qualname__}: {one!r} is none of its values.")


# What a value is cast to where it stands, for the server cannot see it when it plans.
TYPES: dict[type, str] = {int: "bigint", date: "date", datetime: "timestamptz"}


def _statement(sql: str, params: Sequence[Param], values: Sequence[Any], using: str) -> str:
    """`sql` with its constants written out, and a numbered place for each of the other parameters."""
    with connections[using].cursor() as cursor:
        number, written = 0, []
        for param in params:
            if isinstance(param, Constant):
                written.append(cursor.mogrify("%s", [param.value]).decode())
            else:
                number += 1
                written.append(f"${number}::{_type_of(param.fill(values))}")
    pieces = [piece.replace("%%", "%") for piece in sql.split("%s")]
    return pieces[0] + "".join(a + b for a, b in zip(written, pieces[1:], strict=True))


def _type_of(value: Any) -> str:
    return f"{_type_of(value[0])}[]" if isinstance(value, list) else TYPES[type(value)]


QUESTIONS: list[Question[Any, Any]] = []


def prepared(asked: Callable[P, QuerySet[Any, Row]]) -> Question[P, Row]:
    """A function that makes a queryset, as the question that it asks."""
    question = Question(asked)
    QUESTIONS.append(question)
    return question
