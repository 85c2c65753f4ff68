"""Whether the home is a place to be cared for: visited where nobody knows, refused where something speaks of danger."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from common.errors import DomainError
from partners.enums import CareBase
from safety import selectors as safety
from screening.enums import DecisionStatus, ScreeningTask
from screening.known import known_of
from screening.models import RoutingDecision


VISIT_WITHIN = timedelta(days=3)
SUBJECT = subject_of("visit-home")


def is_home_unknown(case: Case) -> bool:
    """Nobody has judged it: that is not the same as safe."""
    home = safety.home_of(case)
    if home.was_judged:
        return home.is_safe is None
    return known_of(case).facts.get("home_safe") is None


def ask_for_a_visit(case: Case, *, at: datetime) -> None:
    """Part of settling on the family base."""
    if case.base != CareBase.FAMILY or not is_home_unknown(case):
        return
    task = NewTask(
        kind=ScreeningTask.VISIT_HOME,
        subject=SUBJECT + subject_of(localdate(at)),
        due_on=localdate(at) + VISIT_WITHIN,
        institution=case.institution,
        owner=case.lead_worker,
    )
    add_task(case, task, actor=None, at=at)


def settle_the_visit(case: Case, actor: User | None, at: datetime) -> None:
    """Somebody has judged the home since."""
    if not is_home_unknown(case):
        settle_tasks(case, SUBJECT, actor=actor, at=at)


def demand_family_allowed(case: Case) -> None:
    """Against a sign of danger at home only a leader lets somebody go there, by approving the decision."""
    concerns = safety.open_concerns(case)
    if not concerns and CareBase.FAMILY not in known_of(case).barred:
        return
    approved = RoutingDecision.objects.filter(
        screening__case=case,
        base=CareBase.FAMILY,
        status=DecisionStatus.SETTLED,
        approved_at__isnull=False,
    )
    if concerns:  # what has come up since nobody has agreed to
        approved = approved.filter(approved_at__gte=max(each.raised_at for each in concerns))
    if not approved.exists():
        raise DomainError(
            _(
                "Ada tanda bahaya di rumah. Layanan berbasis keluarga hanya setelah pimpinan menyetujuinya dengan alasan."
            ),
            code="protection",
        )
