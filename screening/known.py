"""What is known of a case now: as the newest finished interview or signed assessment left it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Subquery

from clients.models import Case
from screening.engine import ScaleResult
from screening.enums import AssessmentStatus
from screening.models import Assessment, AssessmentPart, RoutingDecision, Screening


# The full assessments of care are two months apart at most; what is older says how somebody was, not how they are.
COUNTS_FOR = timedelta(days=100)
OTHER_VIEWS = ("_client", "_family")


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
    rows = Screening.objects.finished().filter(case=case).newest_first()
    decided = RoutingDecision.objects.live().filter(screening__case=case).order_by("-pk")
    rows = rows.annotate(override=Subquery(decided.values("override_code")[:1]))
    screening = rows.only("facts", "proposal", "finished_at").first()
    assessment = Assessment.objects.signed().filter(case=case).newest_first().first()
    sources: list[Screening | Assessment] = [each for each in (screening, assessment) if each]
    facts: dict[str, Any] = {}
    proposal: Mapping[str, Any] = {}
    for source in sorted(sources, key=_moment):
        source.case = case  # the key of its sealed facts hangs on the client
        facts |= {name: value for name, value in (source.facts or {}).items() if value is not None}
        proposal = source.proposal or proposal
    override = screening.override if screening else ""  # type: ignore[attr-defined]  # annotated
    return Known(
        facts=facts,
        codes=_codes(proposal),
        conditions=frozenset(proposal.get("conditions", ())),
        barred=frozenset(proposal.get("barred", ())),
        override=override or "",
    )


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
    return -_moment(part.assessment).timestamp(), part.code.endswith(OTHER_VIEWS)


def _moment(source: Screening | Assessment) -> datetime:
    at = source.signed_at if isinstance(source, Assessment) else source.finished_at
    assert at is not None  # noqa: S101  the database refuses a finished one without
    return at


def _codes(proposal: Mapping[str, Any]) -> frozenset[str]:
    noted = (*proposal.get("reasons", ()), *proposal.get("warnings", ()))
    return frozenset(note["code"] for note in noted)
