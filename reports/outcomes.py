"""How people are at months 1, 3, 6 and 12 after care, and how many of those who were due could be asked.

Three queries. Whoever may open the files behind them reads every figure; to others no fewer than five are told, nor
what would tell them (common/small_cells.py). Days of use are of the last 30, of any substance but tobacco.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import Any

from django.db.models import Q, QuerySet

from care.aftercare_enums import OutcomePoint
from care.enums import FollowUpStatus
from care.models import FollowUp, OutcomeInterview, schedule
from common.scope import acting, nation
from common.small_cells import FEWEST, Told, covered, is_small, told
from partners.models import Institution


STATUSES = (
    FollowUpStatus.REACHED,
    FollowUpStatus.NOT_REACHED,
    FollowUpStatus.MISSED,
    FollowUpStatus.PLANNED,
)
YES_NO = ("is_abstinent", "is_occupied", "is_housed")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was counted of one interview, with the days of use before care, if they were asked."""

    days_used: int
    is_occupied: bool
    is_housed: bool
    body: int
    mind: int
    days_before: int | None

    @property
    def is_abstinent(self) -> bool:
        return self.days_used == 0


@dataclass(frozen=True, slots=True)
class Means:
    """Over the same people before and after; over everybody asked for health. None: too few to be told, or nobody."""

    days_before: float | None
    days_after: float | None
    body: float | None
    mind: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One point: who was due, by what became of it; who was asked, and how they are. None is hidden."""

    point: OutcomePoint
    due: Told
    by_status: Mapping[str, Told]
    asked: Told
    yes: Mapping[str, Told]
    means: Means

    @property
    def reached(self) -> Told:
        return self.by_status[FollowUpStatus.REACHED]

    @property
    def not_reached(self) -> Told:
        return self.by_status[FollowUpStatus.NOT_REACHED]

    @property
    def missed(self) -> Told:
        return self.by_status[FollowUpStatus.MISSED]

    @property
    def open(self) -> Told:
        return self.by_status[FollowUpStatus.PLANNED]


def outcomes(
    institution: Institution | None, since: date, until: date, *, exactly: bool
) -> list[Row]:
    """Of the core points that fell due in these days, both counted: of the cases that an institution keeps or serves."""
    with acting(nation()):
        due = FollowUp.objects.that_fell_due(since, until).filter(milestone__in=schedule.CORE)
        if institution is not None:
            ours = Q(case__institution=institution) | Q(case__care_institution=institution)
            due = due.filter(ours)
        points = list(due.values_list("case_id", "milestone", "status"))
        asked = _asked(due)
    return [
        _row(point, points, asked, exactly=exactly) for point in map(OutcomePoint, schedule.CORE)
    ]


Points = list[tuple[int, str, str]]
Interviews = Mapping[tuple[int, str], Asked]


def _asked(due: QuerySet[FollowUp]) -> Interviews:
    rows = OutcomeInterview.objects.finished().standing()
    rows = rows.filter(case__in=due.order_by().values("case"))
    before = dict(rows.filter(point=OutcomePoint.START).values_list("case_id", "days_used"))
    later: Any = rows.exclude(point=OutcomePoint.START).values_list(
        "case_id", "point", "days_used", "is_occupied", "is_housed", "body", "mind"
    )  # none of them is empty in a finished interview: the database sees to it
    return {
        (case, point): Asked(days, works, housed, body, mind, before.get(case))
        for case, point, days, works, housed, body, mind in later
    }


def _row(point: OutcomePoint, points: Points, asked: Interviews, *, exactly: bool) -> Row:
    due = [(case, status) for case, milestone, status in points if milestone == point]
    counted = Counter(status for _case, status in due)
    by_status: dict[str, Told] = {status: counted[status] for status in STATUSES}
    found = [asked[case, point] for case, _status in due if (case, point) in asked]
    yes = {name: sum(getattr(one, name) for one in found) for name in YES_NO}
    whole = Row(point, len(due), by_status, len(found), yes, _means(found))
    return whole if exactly else _covered(whole, found)


def _covered(row: Row, found: Sequence[Asked]) -> Row:
    """Whoever was reached and not asked is a part too; a mean is told where everything it is of is told."""
    due = told(row.due or 0)
    by_status = covered({key: count or 0 for key, count in row.by_status.items()}, due)
    reached, asked = by_status[FollowUpStatus.REACHED], len(found)
    is_hidden = reached is None or is_small(asked) or is_small(abs(reached - asked))
    shown = None if is_hidden else asked
    yes = {name: _covered_yes(count or 0, asked, shown) for name, count in row.yes.items()}
    is_open = shown is not None and None not in yes.values()
    return Row(row.point, due, by_status, shown, yes, _means(found if is_open else (), FEWEST))


def _covered_yes(count: int, asked: int, shown: Told) -> Told:
    return covered({"yes": count, "no": asked - count}, shown)["yes"]


def _means(found: Sequence[Asked], fewest: int = 1) -> Means:
    pairs = [one for one in found if one.days_before is not None]
    return Means(
        days_before=_mean([one.days_before or 0 for one in pairs], fewest),
        days_after=_mean([one.days_used for one in pairs], fewest),
        body=_mean([one.body for one in found], fewest),
        mind=_mean([one.mind for one in found], fewest),
    )


def _mean(values: Sequence[int], fewest: int) -> float | None:
    return round(mean(values), 1) if len(values) >= fewest else None
