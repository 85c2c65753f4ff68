"""The one way to move a service plan or a termination. Locked after their case, like everything in this app."""

from django.utils.translation import gettext as _

from care.enums import PlanStatus, TerminationStatus
from care.models import ServicePlan, Termination
from care.plan_workflow import PLAN_MOVES, TERMINATION_MOVES
from clients.models import Case
from clients.transitions import lock_case
from common.errors import DomainError


def lock_plan(plan: ServicePlan) -> tuple[Case, ServicePlan]:
    case = lock_case(plan.case)
    return case, ServicePlan.objects.select_for_update(no_key=True).get(pk=plan.pk)


def lock_termination(termination: Termination) -> tuple[Case, Termination]:
    case = lock_case(termination.case)
    return case, Termination.objects.select_for_update(no_key=True).get(pk=termination.pk)


def may_plan(verb: str, status: str) -> bool:
    return any(name == verb and status in sources for name, sources, _to in PLAN_MOVES)


def move_plan(plan: ServicePlan, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves."""
    for name, sources, target in PLAN_MOVES:
        if name == verb and plan.status in sources:
            plan.status = target
            return
    raise _out_of_turn(PlanStatus(plan.status).label)


def move_termination(termination: Termination, verb: str) -> None:
    """Set the status that `verb` leads to; the caller saves."""
    for name, sources, target in TERMINATION_MOVES:
        if name == verb and termination.status in sources:
            termination.status = target
            return
    raise _out_of_turn(TerminationStatus(termination.status).label)


def demand_open(case: Case) -> None:
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")


def demand_draft(plan: ServicePlan) -> None:
    if not plan.is_draft:
        raise DomainError(
            _("Rencana ini tidak sedang disusun, jadi isinya tidak dapat diubah."),
            code="wrong_status",
        )


def _out_of_turn(status: object) -> DomainError:
    sentence = _("Statusnya sudah “%(status)s”. Muat ulang halaman untuk melihat perubahannya.")
    return DomainError(sentence % {"status": status}, code="wrong_status")
