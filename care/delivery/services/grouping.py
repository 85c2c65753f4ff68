"""Groups, who is in them, and where each member stands."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care.delivery.facts import GroupFacts, StepFacts
from care.delivery.services.delivering import demand_day_in_case
from care.enums import Level, Phase
from care.event_kinds import CareEvent
from care.models import CareGroup, LadderStep, Membership
from care.models.groups import IN_CARE
from clients.models import Case
from clients.rules import demand_consent, institution_of
from clients.transitions import lock_case, tell
from common.errors import DomainError


OLDEST_GROUP = date(1990, 1, 1)
AFTER_VALUES = (Level.COHESION, Level.STATUS, Level.GROUP_WORK)


@transaction.atomic
def open_group(*, facts: GroupFacts, actor: User, at: datetime) -> CareGroup:
    group = CareGroup(institution_id=institution_of(actor))
    _write(group, facts, today=timezone.localdate(at))
    return group


@transaction.atomic
def change_group(*, group: CareGroup, facts: GroupFacts, actor: User, at: datetime) -> CareGroup:
    group = CareGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if facts.kind != group.kind and group.memberships.exists():
        raise DomainError(
            _("Jenis kelompok tidak dapat diubah setelah ada anggotanya."),
            code="kind_fixed",
            field="kind",
        )
    if not facts.is_active and group.memberships.running().exists():
        raise DomainError(
            _("Kelompok ini masih mempunyai anggota. Catat keluarnya mereka lebih dahulu."),
            code="has_members",
            field="is_active",
        )
    _write(group, facts, today=timezone.localdate(at))
    return group


@transaction.atomic
def admit_member(
    *, group: CareGroup, case: Case, step: StepFacts, actor: User, at: datetime
) -> Membership:
    """Never of itself: somebody lets a person in and says why (seed 6)."""
    case = lock_case(case)
    _demand_fit(group, case)
    demand_day_in_case(case, step.on, today=timezone.localdate(at), field="on")
    member = Membership(group=group, case=case, joined_on=step.on)
    if group.has_ladder:
        member.phase, member.level = Phase.INDUCTION, Level.ADMISSION
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError as error:
        raise DomainError(
            _("Klien ini sudah menjadi anggota kelompok ini."), code="already", field="case"
        ) from error
    LadderStep.objects.create(
        membership=member,
        on=step.on,
        to_phase=member.phase,
        to_level=member.level,
        evidence=step.evidence,
        decided_by=actor,
    )
    tell(case, CareEvent.GROUP_JOINED, actor=actor, at=at, group=group.name)
    return member


@transaction.atomic
def move_member(*, member: Membership, step: StepFacts, actor: User, at: datetime) -> Membership:
    """Up or down the ladder, or on to another phase; always with what it was seen by."""
    lock_case(member.case)
    member = _lock_running(member)
    _demand_step(member, step, today=timezone.localdate(at))
    LadderStep.objects.create(
        membership=member,
        on=step.on,
        from_phase=member.phase,
        to_phase=step.phase,
        from_level=member.level,
        to_level=step.level,
        evidence=step.evidence,
        decided_by=actor,
    )
    member.phase, member.level = step.phase, step.level
    member.values_on = step.values_on or member.values_on
    member.save(update_fields=["phase", "level", "values_on"])
    moved = {"group": member.group.name, "phase": step.phase, "level": step.level}
    tell(member.case, CareEvent.LADDER_MOVED, actor=actor, at=at, **moved)
    return member


@transaction.atomic
def release_member(
    *, member: Membership, on: date, reason: str, actor: User, at: datetime
) -> Membership:
    lock_case(member.case)
    member = _lock_running(member)
    _demand_between(member, on, today=timezone.localdate(at))
    member.left_on, member.leave_reason = on, reason
    member.save(update_fields=["left_on", "leave_reason"])
    left = {"group": member.group.name, "reason": reason}
    tell(member.case, CareEvent.GROUP_LEFT, actor=actor, at=at, **left)
    return member


def _write(group: CareGroup, facts: GroupFacts, *, today: date) -> None:
    if not OLDEST_GROUP <= facts.started_on <= today:
        raise DomainError(
            _("Tanggal tidak boleh setelah hari ini, dan paling lama tahun 1990."),
            code="day_out_of_range",
            field="started_on",
        )
    if facts.facilitator.institution_id != group.institution_id:
        raise DomainError(
            _("Fasilitator harus petugas lembaga ini."), code="stranger", field="facilitator"
        )
    group.name, group.kind = facts.name, facts.kind
    group.facilitator, group.started_on = facts.facilitator, facts.started_on
    group.is_active, group.meets_on = facts.is_active, facts.meets_on
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError as error:
        raise DomainError(
            _("Nama ini sudah dipakai kelompok lain di lembaga Anda."), code="taken", field="name"
        ) from error


def _lock_running(member: Membership) -> Membership:
    rows = Membership.objects.select_related("group").select_for_update(no_key=True, of=("self",))
    locked = rows.get(pk=member.pk)
    if not locked.is_running:
        raise DomainError(_("Anggota ini sudah keluar dari kelompok."), code="has_left")
    return locked


def _demand_fit(group: CareGroup, case: Case) -> None:
    if not group.is_active:
        raise DomainError(_("Kelompok ini sudah tidak aktif."), code="inactive")
    if case.status not in IN_CARE:
        raise DomainError(
            _("Klien ini belum atau tidak lagi dalam layanan."), code="wrong_status", field="case"
        )
    demand_consent(case.client)


def _demand_between(member: Membership, day: date, *, today: date) -> None:
    if not member.joined_on <= day <= today:
        raise DomainError(
            _("Tanggalnya antara masuk kelompok dan hari ini."), code="day_out_of_range", field="on"
        )


def _demand_step(member: Membership, step: StepFacts, *, today: date) -> None:
    _demand_between(member, step.on, today=today)
    if not member.group.has_ladder:
        raise DomainError(_("Kelompok ini tidak mempunyai jenjang."), code="no_ladder")
    if (step.phase, step.level) == (member.phase, member.level):
        raise DomainError(
            _("Fase dan jenjangnya tetap. Ubah salah satunya."), code="no_change", field="level"
        )
    last = member.steps.order_by("-on").values_list("on", flat=True).first()
    if last is not None and step.on < last:
        raise DomainError(
            _("Perubahan terakhir lebih baru daripada tanggal ini."), code="too_early", field="on"
        )
    if step.values_on is not None and not member.joined_on <= step.values_on <= step.on:
        raise DomainError(
            _("Modul nilai selesai antara masuk kelompok dan tanggal keputusan ini."),
            code="values_out_of_range",
            field="values_on",
        )
    if step.level in AFTER_VALUES and not (step.values_on or member.values_on):
        raise DomainError(
            _("Jenjang ini memerlukan modul nilai yang sudah selesai. Isi tanggal selesainya."),
            code="values_first",
            field="values_on",
        )
