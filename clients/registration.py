"""What clients brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.enums import NextStep, TaskKind
from clients.models.wait import EMERGENCY, STEP, TASK
from clients.next_steps import URL_NAMES
from clients.selectors import BY_STATUS, cases_by_status
from clients.waits import Kind, register_waits
from common.summary import register_summary


def register() -> None:
    register_summary(BY_STATUS, cases_by_status)
    register_waits(
        {
            STEP: Kind(lambda step: NextStep(step).label, URL_NAMES.__getitem__, "case_id"),
            TASK: Kind(lambda kind: TaskKind(kind).label, "clients:task"),
            EMERGENCY: Kind(_("Tinjau akses darurat"), "clients:review_emergency"),
        }
    )
