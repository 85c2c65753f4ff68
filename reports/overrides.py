"""How often people decide otherwise than the proposal, by institution and by reason.

Two queries. Whoever may open the files behind them reads every figure; to others no fewer than five are told, nor what
would tell them (common/small_cells.py).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Count

from clients.enums import CloseReason
from common.scope import acting, nation
from common.small_cells import Told, covered, covered_pairs, is_small, told
from partners.models import Institution
from screening.enums import DecisionStatus, OverrideCode
from screening.models import RoutingDecision, UrgentStep


@dataclass(frozen=True, slots=True)
class Tally:
    """Decisions that hold, those of them unlike the proposal, and these by their reason; None is hidden."""

    name: str
    decided: Told
    overrides: Told
    by_code: Mapping[str, Told] = field(default_factory=dict)

    @property
    def rate(self) -> int | None:
        """In percent; None where it would tell what is hidden."""
        if not self.decided or self.overrides is None:
            return None
        return round(100 * self.overrides / self.decided)

    @property
    def codes(self) -> list[tuple[str, Told]]:
        """Reasons in words with their counts, the most frequent first."""
        ordered = sorted(self.by_code.items(), key=lambda pair: (-(pair[1] or 0), pair[0]))
        return [(str(OverrideCode(code).label), count) for code, count in ordered]


@dataclass(frozen=True, slots=True)
class Overrides:
    total: Tally
    institutions: tuple[Tally, ...]
    urgent: Told = 0
    """Clients whose case went on before assessment or plan were there."""


def overrides(
    institution: Institution | None, since: date, until: date, *, exactly: bool
) -> Overrides:
    """Of one institution's cases, or of the nation's; both days are counted."""
    rows = RoutingDecision.objects.filter(
        status=DecisionStatus.SETTLED, decided_at__date__gte=since, decided_at__date__lte=until
    ).exclude(screening__case__close_reason=CloseReason.MISTAKE)
    if institution:
        rows = rows.filter(screening__case__institution=institution)
    went_on = UrgentStep.objects.filter(taken_at__date__gte=since, taken_at__date__lte=until)
    if institution:
        went_on = went_on.filter(case__institution=institution)
    keys = ("screening__case__institution_id", "screening__case__institution__name")
    with acting(nation()):
        counted = list(rows.values_list(*keys, "override_code").annotate(n=Count("pk")).order_by())
        urgent = went_on.values("case__client").distinct().count()
    figures = replace(_tallied(counted), urgent=urgent)
    return figures if exactly else _covered(figures)


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
    tallies = [Tally(names[pk], decided[pk], by_code[pk].total(), by_code[pk]) for pk in names]
    whole = sum(by_code.values(), Counter[str]())
    ordered = sorted(tallies, key=lambda tally: (-(tally.overrides or 0), tally.name))
    return Overrides(Tally("", decided.total(), whole.total(), whole), tuple(ordered))


def _covered(exact: Overrides) -> Overrides:
    """Reasons are told of the nation alone: beside institutions they would be a table of three ways."""
    pairs = {
        place: (one.overrides or 0, (one.decided or 0) - (one.overrides or 0))
        for place, one in enumerate(exact.institutions)
    }
    shown = covered_pairs(pairs)
    rows = [replace(one, by_code={}) for one in exact.institutions]
    decided, unlike = exact.total.decided or 0, exact.total.overrides or 0
    total = None if is_small(decided - unlike) else told(unlike)
    codes = {code: count or 0 for code, count in exact.total.by_code.items()}
    return Overrides(
        Tally("", told(decided), total, covered(codes, total)),
        tuple(
            replace(row, decided=shown[place][0], overrides=shown[place][1])
            for place, row in enumerate(rows)
        ),
        told(exact.urgent or 0),
    )
