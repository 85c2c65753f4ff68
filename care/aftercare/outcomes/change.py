"""How somebody has changed since the time before care: values by point, what they mean, and where they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.formats import number_format
from django.utils.translation import gettext as _, gettext_lazy

from care.aftercare_enums import OutcomePoint
from screening.assessment.questions import Words


POINTS = tuple(OutcomePoint)
Value = int | float | None


class Direction(TextChoices):
    BETTER = "better", gettext_lazy("Membaik")
    SAME = "same", gettext_lazy("Tetap")
    WORSE = "worse", gettext_lazy("Memburuk")


@dataclass(frozen=True, slots=True)
class Measure:
    """`values` stand in the order of POINTS, None where nobody was asked; of a yes or no they are booleans.

    `most` is the end of its scale, which begins at nought.
    """

    label: Words
    most: int
    values: tuple[Value, ...]
    less_is_better: bool = False

    @property
    def known(self) -> list[int | float]:
        return [value for value in self.values if value is not None]

    @property
    def texts(self) -> list[str]:
        return [_said(value) for value in self.values]

    @property
    def told(self) -> list[tuple[OutcomePoint, str]]:
        return list(zip(POINTS, self.texts, strict=True))

    @property
    def verdict(self) -> Direction | None:
        """From the first to the last; None while there is only one."""
        if len(self.known) < 2:
            return None
        change = self.known[-1] - self.known[0]
        if not change:
            return Direction.SAME
        return Direction.BETTER if (change < 0) == self.less_is_better else Direction.WORSE

    @property
    def sentence(self) -> str:
        """For whoever cannot see the drawing."""
        said = [f"{point.label}: {text}" for point, text in self.told if text]
        verdict = self.verdict
        return "; ".join([*said, str(verdict.label).lower()] if verdict else said)


def _said(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ya") if value else _("Tidak")
    return number_format(value)


# The drawing: a line for each measure, all of one size, so that one looks down the points.

WIDTH, HEIGHT = 340, 96
LEFT, RIGHT, TOP, BOTTOM = 26, 26, 26, 66


class Dot(NamedTuple):
    x: float
    y: float
    text: str
    is_last: bool


class Tick(NamedTuple):
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    measure: Measure
    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def panels(measures: Sequence[Measure]) -> list[Panel]:
    return [Panel(one, tuple(_dots(one))) for one in measures if one.known]


def ticks() -> list[Tick]:
    """Short, for a telephone: "0" is the time before care."""
    months = {OutcomePoint.START: "0", OutcomePoint.W4: "1"}
    return [Tick(_x(n), months.get(point, point[1:])) for n, point in enumerate(POINTS)]


def _dots(measure: Measure) -> Iterator[Dot]:
    known = [n for n, value in enumerate(measure.values) if value is not None]
    for n in known:
        value = measure.values[n] or 0
        height = (BOTTOM - TOP) * value / measure.most
        yield Dot(_x(n), round(BOTTOM - height, 1), measure.texts[n], n == known[-1])


def _x(place: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * place / (len(POINTS) - 1), 1)
