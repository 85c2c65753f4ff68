"""How contact is kept after care, agreed before it ends."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.event_kinds import CareEvent
from care.models import AftercarePlan
from care.plan.facts import Staying
from care.transitions.plan import demand_open
from clients.models import Case
from clients.transitions import lock_case, tell
from common.errors import DomainError
from common.faults import demand_near


@transaction.atomic
def plan_aftercare(*, case: Case, staying: Staying, actor: User, at: datetime) -> AftercarePlan:
    case = lock_case(case)
    demand_open(case)
    today = timezone.localdate(at)
    if staying.first_contact_on < today:
        raise DomainError(
            _("Kontak pertama tidak boleh sebelum hari ini."),
            code="past_date",
            field="first_contact_on",
        )
    demand_near(staying.first_contact_on, field="first_contact_on", today=today)
    plan, is_new = AftercarePlan.objects.update_or_create(
        case=case,
        defaults={
            "contact_by": staying.contact_by,
            "first_contact_on": staying.first_contact_on,
            "warning_signs": staying.warning_signs,
            "emergency_contact": staying.emergency_contact,
            "written_by": actor,
            "written_at": at,
        },
    )
    kind = CareEvent.AFTERCARE_PLANNED if is_new else CareEvent.AFTERCARE_CHANGED
    tell(case, kind, actor=actor, at=at)
    return plan
