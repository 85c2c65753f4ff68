"""Asking an institution for a place, or agreeing with the family."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from care import sharing
from care.enums import PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from care.placement.gates import missing_for_a_place
from care.placement.matching.ranking import refusal
from care.transitions import waiting
from care.transitions.placement import lock_institution
from clients.deadlines import BY_RISK
from clients.enums import CaseStatus, NextStep
from clients.models import Case, FamilyContact
from clients.rules import demand_consent
from clients.transitions import lock_case, set_next, tell
from common.errors import DomainError
from partners.enums import CareBase
from partners.models import Institution
from safety.rules import demand_medical_results
from screening.enums import Stage
from screening.gates import Urgent
from screening.models import UrgentStep
from screening.services.gates import pass_gate
from screening.services.home import demand_family_allowed


LATEST_FAMILY_START = timedelta(days=90)


@transaction.atomic
def request_placement(
    *,
    case: Case,
    institution: Institution,
    note: str,
    actor: User,
    at: datetime,
    urgent: Urgent | None = None,
) -> Placement:
    """Ask; without assessment or plan only for an `urgent` reason."""
    today = timezone.localdate(at)
    case = lock_case(case)
    _demand_ready(case)
    institution = lock_institution(institution.pk)
    refused = refusal(case, institution, today=today)
    if refused:
        code, sentence = refused
        raise DomainError(sentence, code=code, field="institution")
    missing = missing_for_a_place(case)
    pass_gate(case, Stage.REQUEST, missing, urgent, actor=actor, at=at)
    due = today + timedelta(days=BY_RISK[NextStep.AWAIT_ANSWER][case.risk])
    placement = Placement.objects.create(
        case=case,
        client_id=case.client_id,
        base=case.base,
        institution=institution,
        request_note=note,
        requested_by=actor,
        requested_at=at,
        answer_due_on=due,
    )
    sharing.open_file(case, institution, actor=actor, today=today)
    waiting.take_up_offer(case, actor=actor, at=at)
    case.care_institution = institution
    set_next(case, NextStep.AWAIT_ANSWER, due)
    case.save(update_fields=["care_institution", "next_step", "next_due_on"])
    tell(case, CareEvent.PLACEMENT_REQUESTED, actor=actor, at=at, note=note, place=institution.name)
    return placement


def ask_next(
    *, failed: Placement, institution: Institution, actor: User, at: datetime
) -> Placement:
    """The same words to another institution, after one came to nothing; what was urgent then still is."""
    before = UrgentStep.objects.of(failed.case, Stage.REQUEST)
    return request_placement(
        case=failed.case,
        institution=institution,
        note=failed.request_note,
        actor=actor,
        at=at,
        urgent=Urgent(before.reason, before.words) if before else None,
    )


@transaction.atomic
def place_with_family(
    *,
    case: Case,
    family_contact: FamilyContact,
    starts_on: date,
    actor: User,
    at: datetime,
    urgent: Urgent | None = None,
) -> Placement:
    """The family takes the person in: nobody else has to answer, so it is accepted at once."""
    case = lock_case(case)
    _demand_ready(case)
    _demand_family(case, family_contact, starts_on, today=timezone.localdate(at))
    demand_family_allowed(case)
    missing = missing_for_a_place(case)
    pass_gate(case, Stage.REQUEST, missing, urgent, actor=actor, at=at)
    placement = Placement.objects.create(
        case=case,
        client_id=case.client_id,
        base=CareBase.FAMILY,
        family_contact=family_contact,
        status=PlacementStatus.ACCEPTED,
        requested_by=actor,
        requested_at=at,
        answered_by=actor,
        answered_at=at,
        starts_on=starts_on,
    )
    waiting.leave_with_a_place(case, actor=actor, at=at)
    set_next(case, NextStep.START_SERVICE, starts_on)
    case.save(update_fields=["next_step", "next_due_on"])
    tell(case, CareEvent.PLACEMENT_AGREED, actor=actor, at=at, relation=family_contact.relation)
    return placement


def _demand_ready(case: Case) -> None:
    demand_consent(case.client)
    demand_medical_results(case)
    if case.status != CaseStatus.PLACEMENT:
        raise DomainError(
            _("Kasus ini sudah tidak menunggu penempatan. Muat ulang halaman untuk melihatnya."),
            code="wrong_status",
        )
    if Placement.objects.open().filter(case=case).exists():
        raise DomainError(
            _("Kasus ini sudah mempunyai pengajuan penempatan yang belum selesai."),
            code="already_requested",
        )


def _demand_family(
    case: Case, family_contact: FamilyContact, starts_on: date, *, today: date
) -> None:
    if case.base != CareBase.FAMILY:
        raise DomainError(
            _("Keputusan kasus ini bukan layanan berbasis keluarga."), code="not_this_base"
        )
    if family_contact.client_id != case.client_id:
        raise DomainError(
            _("Pilih anggota keluarga klien ini."), code="not_family", field="family_contact"
        )
    if not case.opened_on <= starts_on <= today + LATEST_FAMILY_START:
        raise DomainError(
            _("Rencana mulai harus sejak kasus dibuka dan paling lama 90 hari dari hari ini."),
            code="start_out_of_range",
            field="starts_on",
        )
