"""The rows of a service plan and of a termination, locked after their case like everything in this app."""

from django.utils.translation import gettext as _

from care.models import ServicePlan, Termination
from clients.models import Case
from clients.rules import demand_consent
from clients.transitions import lock_case
from common.errors import DomainError


def lock_plan(plan: ServicePlan) -> tuple[Case, ServicePlan]:
    case = lock_case(plan.case)
    return case, ServicePlan.objects.select_for_update(no_key=True).get(pk=plan.pk)


def lock_termination(termination: Termination) -> tuple[Case, Termination]:
    case = lock_case(termination.case)
    return case, Termination.objects.select_for_update(no_key=True).get(pk=termination.pk)


def demand_open(case: Case) -> None:
    if not case.is_open:
        raise DomainError(_("Kasus ini sudah ditutup."), code="closed")
    demand_consent(case.client)


def demand_draft(plan: ServicePlan) -> None:
    if not plan.is_draft:
        raise DomainError(
            _("Rencana ini tidak sedang disusun, jadi isinya tidak dapat diubah."),
            code="wrong_status",
        )
