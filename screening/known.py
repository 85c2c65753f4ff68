"""What is known of a case now: as the newest finished interview or signed assessment left it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from clients.models import Case
from screening.engine import ScaleResult
from screening.enums import AssessmentStatus
from screening.models import Assessment, AssessmentPart, RoutingDecision, Screening


# The full assessments of care are two months apart at most; what is older says how somebody was, not how they are.
COUNTS_FOR = timedelta(days=100)
OTHER_VIEWS = ("_client", "_family")
SOURCES: dict[str, type[Screening | Assessment]] = {
    each.__name__: each for each in (Screening, Assessment)
}


@dataclass(frozen=True, slots=True)
class Known:
    """`facts` as `screening.engine.facts` names them; `codes` are the rules that the newest proposal names."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    """What a place must offer, as the newest proposal says (none before ruleset 2026.3)."""
    barred: frozenset[str] = frozenset()
    """Bases that nobody chooses before a leader has agreed, as the newest proposal says."""
    override: str = ""
    """Why a person decided otherwise than proposed (OverrideCode); empty where they did not."""


def known_of(case: Case) -> Known:
    facts: dict[str, Any] = {}
    proposal: Mapping[str, Any] = {}
    override = ""
    for source, reason in _sources(case):
        facts |= {name: value for name, value in (source.facts or {}).items() if value is not None}
        proposal = source.proposal or proposal
        override = reason or override
    return Known(
        facts=facts,
        codes=_codes(proposal),
        conditions=frozenset(proposal.get("conditions", ())),
        barred=frozenset(proposal.get("barred", ())),
        override=override,
    )


def _sources(case: Case) -> list[tuple[Screening | Assessment, str]]:
    """The older of the two first, each with the reason to decide otherwise; they hold nothing but what is read."""
    decided = RoutingDecision.objects.live().filter(screening__case=case).order_by("-pk")
    override = Coalesce(Subquery(decided.values("override_code")[:1]), Value(""))
    screened = _newest(Screening.objects.finished(), case, "finished_at", override)
    assessed = _newest(Assessment.objects.signed(), case, "signed_at", Value(""))
    rows = screened.union(assessed, all=True).order_by("moment")
    # The key of their sealed facts hangs on the client.
    return [
        (SOURCES[table](case=case, facts=facts, proposal=proposal), reason)
        for table, _moment, facts, proposal, reason in rows
    ]


def _newest(
    rows: QuerySet[Any], case: Case, moment: str, override: Coalesce | Value
) -> QuerySet[Any, tuple[Any, ...]]:
    table = Value(rows.model.__name__)
    told = rows.filter(case=case).annotate(table=table, moment=F(moment), override=override)
    columns = ("table", "moment", "facts", "proposal", "override")
    return told.order_by("-pk").values_list(*columns)[:1]


def signed_results(case: Case, day: date) -> dict[str, ScaleResult]:
    """By instrument: the newest that was signed and still counts; of several views the worker's."""
    parts = (
        AssessmentPart.objects.filter(assessment__case=case, result__isnull=False)
        .filter(assessment__status=AssessmentStatus.SIGNED, assessment__corrected_by=None)
        .filter(assessment__signed_at__date__gte=day - COUNTS_FOR)
        .select_related("assessment")
    )
    results: dict[str, ScaleResult] = {}
    for part in sorted(parts, key=_newest_worker_first):
        part.assessment.case = case
        result = ScaleResult.from_dict(part.result or {})
        results.setdefault(result.instrument, result)
    return results


def assessed_facts(case: Case, day: date) -> dict[str, Any]:
    """What the newest signed assessment that still counts was routed with: a later interview asks less."""
    rows = Assessment.objects.signed().filter(case=case, signed_at__date__gte=day - COUNTS_FOR)
    newest = rows.newest_first().first()
    if newest is None:
        return {}
    newest.case = case
    return dict(newest.facts or {})


def _newest_worker_first(part: AssessmentPart) -> tuple[float, bool]:
    signed_at = part.assessment.signed_at
    assert signed_at is not None  # noqa: S101  the database refuses a signed one without
    return -signed_at.timestamp(), part.code.endswith(OTHER_VIEWS)


def _codes(proposal: Mapping[str, Any]) -> frozenset[str]:
    noted = (*proposal.get("reasons", ()), *proposal.get("warnings", ()))
    return frozenset(note["code"] for note in noted)
