"""The one base that leads and those that support it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.models import User
from care.enums import CareTask
from care.models import SupportingBase
from care.placement.matching.rows import group_of
from clients.models import Case, CaseTask
from clients.models.task import subject_of
from partners.enums import KINDS_FOR_BASE, CareBase
from partners.models import Institution
from screening.enums import DecisionStatus
from screening.models import RoutingDecision


@dataclass(frozen=True, slots=True)
class Supporter:
    base: SupportingBase
    tasks: tuple[CaseTask, ...]


def supporters(user: User, case: Case) -> list[Supporter]:
    """Newest first, each with what it was given to do."""
    rows = SupportingBase.objects.visible_to(user).filter(case=case)
    given = CaseTask.objects.visible_to(user).filter(case=case, kind=CareTask.SUPPORT)
    tasks = list(given.soonest_first())
    return [
        Supporter(row, tuple(task for task in tasks if task.subject.startswith(subject_of(row))))
        for row in rows.with_people().order_by("-pk")
    ]


def proposed_bases(user: User, case: Case, there: Iterable[SupportingBase]) -> list[CareBase]:
    """What the decision names beside the lead and nobody was asked for yet."""
    decisions = RoutingDecision.objects.visible_to(user).filter(screening__case=case)
    decided = decisions.filter(status=DecisionStatus.SETTLED).order_by("-pk").first()
    taken = {row.base for row in there if row.is_live} | {case.base}
    return [CareBase(base) for base in (decided.supporting if decided else []) if base not in taken]


def institutions_for(case: Case, base: str, *, today: date) -> QuerySet[Institution]:
    """Those of the base's kinds whose agreement holds for this client, without the one that leads."""
    rows = Institution.objects.active().filter(kind__in=KINDS_FOR_BASE[base])
    return (
        rows.with_agreement_for(group_of(case, today), today)
        .exclude(pk=case.care_institution_id or 0)
        .order_by("name", "pk")
    )
