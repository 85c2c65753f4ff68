"""What of a case is open, by the name of its table: everything that ends with a case (clients/hanging.py) stands here."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from care.models import (
    AftercareHandover,
    Delivery,
    FollowUp,
    Guidance,
    Membership,
    Placement,
    ServicePlan,
    SupportingBase,
    Termination,
    Transfer,
    WaitingEntry,
)
from clients.models import Case, CaseTask
from law.models import Order
from screening.models import RoutingDecision, StepChange


Cases = QuerySet[Case]
OPEN: dict[str, Callable[[Cases, date], QuerySet[Any]]] = {
    "clients.CaseTask": lambda of, _on: CaseTask.objects.open().filter(case__in=of),
    "care.SupportingBase": lambda of, _on: SupportingBase.objects.live().filter(case__in=of),
    "care.Transfer": lambda of, _on: Transfer.objects.open().filter(case__in=of),
    "care.Placement": lambda of, _on: Placement.objects.filter(
        case__in=of, status__in=("requested", "accepted")
    ),
    "care.WaitingEntry": lambda of, _on: WaitingEntry.objects.in_queue().filter(case__in=of),
    "care.Membership": lambda of, _on: Membership.objects.running().filter(case__in=of),
    "care.ServicePlan": lambda of, _on: ServicePlan.objects.filter(case__in=of).exclude(
        status__in=("ended", "superseded")
    ),
    # Whom nobody called in time stays uncalled.
    "care.FollowUp": lambda of, on: FollowUp.objects.planned().filter(case__in=of, due_on__gte=on),
    "care.AftercareHandover": lambda of, _on: AftercareHandover.objects.asked().filter(case__in=of),
    "care.Guidance": lambda of, _on: Guidance.objects.running().filter(case__in=of),
    "care.Termination": lambda of, _on: Termination.objects.undecided().filter(case__in=of),
    "care.Delivery": lambda of, on: Delivery.objects.filter(case__in=of, next_on__gte=on),
    "law.Order": lambda of, _on: Order.objects.open().filter(case__in=of),
    "screening.StepChange": lambda of, _on: StepChange.objects.filter(
        screening__case__in=of
    ).open(),
    "screening.RoutingDecision": lambda of, _on: RoutingDecision.objects.filter(
        screening__case__in=of, status="awaiting"
    ),
}


def still_open(cases: Cases, on: date) -> set[str]:
    return {table for table, rows in OPEN.items() if rows(cases, on).exists()}
