"""How contact is kept after care, agreed before it ends."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from care.aftercare.services.passing import set_next_contact
from care.event_kinds import CareEvent
from care.models import AftercarePlan, schedule
from care.plan.facts import Staying
from care.transitions.plan import demand_open
from clients.enums import NextStep
from clients.models import Case
from clients.transitions import lock_case, tell
from common.dates import day
from common.errors import DomainError
from common.faults import demand_near


FIRST = "W1"


@transaction.atomic
def plan_aftercare(*, case: Case, staying: Staying, actor: User, at: datetime) -> AftercarePlan:
    case = lock_case(case)
    demand_open(case)
    today = timezone.localdate(at)
    _demand_first_contact(case, staying.first_contact_on, today=today)
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
    _make_it_so(case, staying, today=today)
    kind = CareEvent.AFTERCARE_PLANNED if is_new else CareEvent.AFTERCARE_CHANGED
    tell(case, kind, actor=actor, at=at)
    return plan


def _demand_first_contact(case: Case, on: date, *, today: date) -> None:
    """Not before today; in the first week after care, once its end is known. The first contact made, the day is past."""
    first = case.follow_ups.filter(milestone=FIRST).first()
    if first is not None and not first.is_planned:
        return
    ended_on = case.service_ended_on
    if ended_on is not None and not schedule.is_first_week(on, ended_on):
        sentence = _(
            "Kontak pertama dalam minggu pertama setelah layanan: %(first)s sampai %(last)s."
        )
        words = {"first": day(ended_on), "last": day(ended_on + schedule.FIRST_WEEK)}
        raise DomainError(sentence % words, code="not_first_week", field="first_contact_on")
    if ended_on is None and on < today:
        raise DomainError(
            _("Kontak pertama tidak boleh sebelum hari ini."),
            code="past_date",
            field="first_contact_on",
        )
    demand_near(on, field="first_contact_on", today=today)


def _make_it_so(case: Case, staying: Staying, *, today: date) -> None:
    """Whoever is to call gets the file, and the first point of a schedule that runs gets its day."""
    caller = staying.contact_by
    if caller.pk != case.lead_worker_id and caller.role == Role.SOCIAL_WORKER:
        case.supporters.add(caller)
    first = case.follow_ups.planned().filter(milestone=FIRST)
    if first.update(due_on=staying.first_contact_on) and case.next_step == NextStep.FOLLOW_UP:
        set_next_contact(case, today=today)
        case.save(update_fields=["next_step", "next_due_on"])
