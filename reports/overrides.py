"""How often people decide otherwise than the proposal, by institution and by reason.

One query; a count below five people is never shown by itself (`Few`).
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from common.scope import acting, nation
from partners.models import Institution
from screening.enums import DecisionStatus, OverrideCode
from screening.models import RoutingDecision


FEWEST = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """Decisions that hold, those of them unlike the proposal, and these by their reason."""

    name: str
    decided: int
    by_code: Counter[str] = field(default_factory=Counter)

    @property
    def overrides(self) -> int:
        return self.by_code.total()

    @property
    def decided_text(self) -> str:
        return few(self.decided)

    @property
    def overrides_text(self) -> str:
        return few(self.overrides)

    @property
    def rate(self) -> int | None:
        """In percent; None where it would tell of fewer than five people."""
        if self.decided < FEWEST or 0 < self.overrides < FEWEST:
            return None
        return round(100 * self.overrides / self.decided)

    @property
    def codes(self) -> list[tuple[str, str]]:
        """Reasons in words with their counts, the most frequent first."""
        return [(str(OverrideCode(code).label), few(n)) for code, n in self.by_code.most_common()]


@dataclass(frozen=True, slots=True)
class Overrides:
    total: Tally
    institutions: tuple[Tally, ...]


def few(count: int) -> str:
    return f"<{FEWEST}" if 0 < count < FEWEST else str(count)


def overrides(institution: Institution | None, since: date, until: date) -> Overrides:
    """Of one institution's cases, or of the nation's; both days are counted."""
    rows = RoutingDecision.objects.filter(
        status=DecisionStatus.SETTLED, decided_at__date__gte=since, decided_at__date__lte=until
    )
    if institution:
        rows = rows.filter(screening__case__institution=institution)
    keys = ("screening__case__institution_id", "screening__case__institution__name")
    with acting(nation()):
        counted = list(rows.values_list(*keys, "override_code").annotate(n=Count("pk")).order_by())
    return _tallied(counted)


def _tallied(counted: list[tuple[int, str, str, int]]) -> Overrides:
    decided: Counter[int] = Counter()
    by_code: dict[int, Counter[str]] = {}
    names = {}
    for pk, name, code, count in counted:
        names[pk] = name
        decided[pk] += count
        codes = by_code.setdefault(pk, Counter())
        if code:
            codes[code] += count
    tallies = [Tally(names[pk], decided[pk], by_code[pk]) for pk in names]
    whole = sum(by_code.values(), Counter[str]())
    ordered = sorted(tallies, key=lambda tally: (-tally.overrides, tally.name))
    return Overrides(Tally("", decided.total(), whole), tuple(ordered))
