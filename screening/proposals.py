"""The proposal that a person has to answer now: the screening's, or that of an assessment signed later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from clients.models import Case
from partners.enums import CareBase
from safety import selectors as safety
from screening import engine
from screening.engine import rulesets
from screening.models import Assessment, RoutingDecision, Screening, SecondAssessment


SECOND_ASSESSOR = "C_SECOND_ASSESSOR"
LOWERED_FROM_HIGH = "D_LOWERED_FROM_HIGH"
BASES = ("family", "institution", "balai")  # light to heavy, the engine's order


@dataclass(frozen=True)
class Proposed:
    screening: Screening
    assessment: Assessment | None = None

    @property
    def source(self) -> Screening | Assessment:
        return self.assessment or self.screening

    @property
    def case(self) -> Case:
        return self.screening.case

    @property
    def key(self) -> str:
        """Names the proposal, so that a page sent late cannot answer a newer one."""
        return f"a{self.assessment.pk}" if self.assessment else f"s{self.screening.pk}"

    @property
    def ids(self) -> tuple[int, int | None]:
        return self.screening.pk, self.assessment.pk if self.assessment else None

    @property
    def interviewers(self) -> set[int | None]:
        """Who judged first: they cannot be the second assessor."""
        first = {self.screening.started_by_id, self.screening.finished_by_id}
        return first | ({self.assessment.submitted_by_id} if self.assessment else set())

    @property
    def base(self) -> str:
        return self.source.proposed_base

    @property
    def risk(self) -> str:
        return self.source.risk

    @property
    def at(self) -> datetime | None:
        return self.assessment.signed_at if self.assessment else self.screening.finished_at

    @cached_property
    def proposal(self) -> engine.Proposal:
        stored: dict[str, Any] = self.source.proposal or {}
        return engine.Proposal.from_dict(stored)

    @property
    def decision(self) -> RoutingDecision | None:
        """The one that holds or waits for approval."""
        return self.screening.decision

    @property
    def wish(self) -> str:
        return wish_of(self.source.facts or {})

    @cached_property
    def second(self) -> SecondAssessment | None:
        rows = SecondAssessment.objects.filter(screening=self.screening, assessment=self.assessment)
        return rows.select_related("assessed_by").first()

    @property
    def needs_second(self) -> bool:
        """Two classes apart: nobody decides before a colleague has looked as well."""
        return SECOND_ASSESSOR in self.proposal.codes

    @property
    def waits_for_second(self) -> bool:
        return self.needs_second and self.second is None

    def is_barred(self, base: str) -> bool:
        """Something speaks of danger there: only a leader says that it is settled (decision 0052)."""
        if base == CareBase.FAMILY and safety.protection_of(self.case).is_settled is False:
            return True
        return base in (self.source.proposal or {}).get("barred", ())

    def needs_approval(self, base: str) -> bool:
        """Down from high, whether a person or the lowering rule goes there (domain facts, section 4 D), or barred."""
        if self.is_barred(base):
            return True
        if LOWERED_FROM_HIGH in self.proposal.codes:
            return base != BASES[-1]
        return self.risk == "high" and BASES.index(base) < BASES.index(self.base)


def wish_of(facts: Mapping[str, Any]) -> str:
    """Where the client wants to be cared for; said as unknown where nobody has asked."""
    wanted = facts.get("wants", "")
    return str(CareBase(wanted).label) if wanted in CareBase.values else _("belum ditanyakan")


def newest_proposal(case: Case) -> Proposed | None:
    """None while there is no proposal with a base: not screened yet, or a red flag came first."""
    screening = (
        case.screenings.deciding()
        .exclude(proposed_base="")
        .select_related("finished_by", "case__client")
        .prefetch_related("decisions__decided_by", "decisions__approved_by")
        .newest_first()
        .first()
    )
    return Proposed(screening, _signed_after(screening)) if screening else None


def _signed_after(screening: Screening) -> Assessment | None:
    rows = Assessment.objects.signed().filter(
        case_id=screening.case_id, signed_at__gt=screening.finished_at
    )
    return rows.exclude(proposed_base="").newest_first().first()


def usual_months(proposed: Proposed, base: str) -> int:
    """The installation's usual length, within what the order or the rules say of the base."""
    ranges = {str(name): months for name, months in rulesets.get().programme.items()}
    if proposed.proposal.months:
        ranges[proposed.base] = proposed.proposal.months
    low, high = ranges[base]
    return min(max(int(settings.PROGRAMME_MONTHS[base]), low), high)


def months_of(proposal: engine.Proposal) -> str:
    """The programme recommended, in words; empty for a proposal of before 2026.2."""
    if proposal.months is None:
        return ""
    low, high = proposal.months
    if low == high:
        return _("%(months)d bulan") % {"months": low}
    return _("%(low)d–%(high)d bulan") % {"low": low, "high": high}
