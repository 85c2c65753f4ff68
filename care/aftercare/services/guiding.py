"""Bina lanjut: begun with aims, kept up with the person and those around them, ended with a summary."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.aftercare.facts import GuidedContact, Programme, Summary
from care.aftercare_enums import GuidanceResult, GuidanceTrack
from care.enums import CareTask
from care.event_kinds import CareEvent
from care.models import Guidance, GuidanceContact
from clients.enums import CaseStatus
from clients.models import Case
from clients.models.task import subject_of
from clients.rules import demand_consent
from clients.services.case_tasks import NewTask, add_task, settle_tasks
from clients.transitions import lock_case, tell
from common import dates
from common.errors import DomainError
from common.faults import demand_day


LONGEST = timedelta(days=3 * 365)


@transaction.atomic
def start_guidance(*, case: Case, programme: Programme, actor: User, at: datetime) -> Guidance:
    case = lock_case(case)
    today = timezone.localdate(at)
    if case.status != CaseStatus.AFTERCARE or case.service_ended_on is None:
        raise DomainError(_("Bina lanjut dimulai setelah layanan berakhir."), code="wrong_status")
    demand_consent(case.client)
    if case.guidances.running().exists():
        raise DomainError(_("Bina lanjut klien ini sedang berjalan."), code="repeated")
    demand_day(programme.starts_on, field="starts_on", today=today, first=case.service_ended_on)
    until = programme.planned_until
    if not programme.starts_on < until <= programme.starts_on + LONGEST:
        raise DomainError(
            _("Bina lanjut berakhir sesudah mulai, dan paling lama tiga tahun kemudian."),
            code="out_of_range",
            field="planned_until",
        )
    row = Guidance.objects.create(case=case, recorded_by=actor, recorded_at=at, **asdict(programme))
    end = NewTask(
        kind=CareTask.GUIDANCE_END,
        subject=subject_of(row, "end"),
        due_on=until,
        institution=case.care_institution or case.institution,
        owner=case.lead_worker,
    )
    add_task(case, end, actor=actor, at=at)
    tell(case, CareEvent.GUIDANCE_STARTED, actor=actor, at=at, until=until)
    return row


@transaction.atomic
def record_guided_contact(
    *, guidance: Guidance, contact: GuidedContact, actor: User, at: datetime
) -> GuidanceContact:
    case, row = _lock(guidance)
    _demand_in_time(row, contact.on, at)
    in_group = contact.track == GuidanceTrack.SELF_HELP
    if in_group and not (contact.fellowship and contact.times):
        raise DomainError(
            _("Pilih kelompoknya, dan isi berapa kali hadir."), code="no_group", field="fellowship"
        )
    made = GuidanceContact.objects.create(
        guidance=row,
        on=contact.on,
        track=contact.track,
        note=contact.note,
        fellowship=contact.fellowship if in_group else "",
        times=contact.times if in_group else None,
        recorded_by=actor,
        recorded_at=at,
    )
    kind = CareEvent.GUIDANCE_CONTACT
    tell(case, kind, actor=actor, at=at, track=made.track, on=made.on)
    return made


@transaction.atomic
def end_guidance(*, guidance: Guidance, summary: Summary, actor: User, at: datetime) -> Guidance:
    case, row = _lock(guidance)
    _demand_in_time(row, summary.on, at)
    row.ended_on, row.attained = summary.on, summary.attained
    row.summary, row.ended_by = summary.words, actor
    row.save()
    settle_tasks(case, subject_of(row), actor=actor, at=at)
    tell(case, CareEvent.GUIDANCE_ENDED, actor=actor, at=at, result=row.attained)
    return row


def stop_guidance(row: Guidance, *, why: str, actor: User, at: datetime) -> None:
    """Part of the service that closes or stops the case."""
    row.ended_on = max(timezone.localdate(at), row.starts_on)
    row.attained, row.summary, row.ended_by = GuidanceResult.STOPPED, why, actor
    row.save()
    settle_tasks(row.case, subject_of(row), actor=actor, at=at, cancelled=True)
    tell(row.case, CareEvent.GUIDANCE_ENDED, actor=actor, at=at, result=row.attained)


def _lock(guidance: Guidance) -> tuple[Case, Guidance]:
    case = lock_case(guidance.case)
    row = Guidance.objects.select_for_update(no_key=True).get(pk=guidance.pk)
    if not case.is_open or not row.is_running:
        raise DomainError(_("Bina lanjut ini sudah berakhir."), code="wrong_status")
    return case, row


def _demand_in_time(row: Guidance, on: date, at: datetime) -> None:
    early = _("Bina lanjut ini baru dimulai pada %(day)s.") % {"day": dates.day(row.starts_on)}
    demand_day(on, field="on", today=timezone.localdate(at), first=row.starts_on, early=early)
