"""Asking for a role that takes two people, and answering."""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.enums import APPOINTMENT_NOTICE, EventKind
from accounts.models import Appointment, User
from accounts.permissions import can_answer_appointment
from accounts.services.events import record
from accounts.services.invitations import Sent, free_address, send_invitation
from accounts.services.managing import demand_other_place, give_role
from accounts.services.people import Person, demand_person
from common.errors import DomainError
from common.jobs import request_job


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom, as what, and why; `user` where the person has an account already."""

    person: Person
    reason: str
    user: User | None = None


@transaction.atomic
def ask_appointment(
    *, wanted: Wanted, actor: User, at: dt.datetime, ip: str | None = None
) -> Appointment:
    """Nothing changes until another person has granted it."""
    person, user = wanted.person, wanted.user
    _demand_reason(wanted.reason)
    if user is None:
        demand_person(person)
        free_address(person.email)
    else:
        demand_other_place(user, person.role, person.institution)
    row = Appointment(
        user=user,
        email=person.email.lower(),
        name=person.name,
        role=person.role,
        institution=person.institution,
        why=wanted.reason.strip(),
        asked_by=actor,
        asked_at=at,
    )
    _save_once(row)
    record(actor, EventKind.ROLE_ASKED, ip=ip, detail=_about(row))
    request_job(APPOINTMENT_NOTICE, str(row.pk), payload={}, requested_by=actor)
    return row


@transaction.atomic
def grant_appointment(
    *, appointment: Appointment, actor: User, at: dt.datetime, ip: str | None = None
) -> Sent | None:
    """The role holds from the next click; a newcomer is invited, by whoever asked."""
    row = _locked_open(appointment)
    if not can_answer_appointment(actor, row):
        raise DomainError(_("Penunjukan ini disetujui oleh orang lain."), code="not_another")
    _close(row, actor, at, granted=True)
    record(row.asked_by, EventKind.ROLE_GRANTED, actor=actor, ip=ip, detail=_about(row))
    if row.user is not None:
        give_role(user=row.user, role=row.role, institution=row.institution, actor=actor, ip=ip)
        return None
    person = Person(row.email, row.name, row.role, row.institution)
    return send_invitation(person=person, actor=row.asked_by, at=at, ip=ip)


@transaction.atomic
def refuse_appointment(
    *, appointment: Appointment, actor: User, at: dt.datetime, ip: str | None = None
) -> None:
    """By whoever may answer it; whoever asked takes it back in the same way."""
    row = _locked_open(appointment)
    _close(row, actor, at, granted=False)
    record(row.asked_by, EventKind.ROLE_REFUSED, actor=actor, ip=ip, detail=_about(row))


def _save_once(row: Appointment) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise DomainError(
            _("Penunjukan orang ini sudah menunggu orang kedua."), code="already_asked"
        ) from error


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError(
            _("Tulis mengapa orang ini memerlukan peran itu."), code="no_reason", field="reason"
        )


def _locked_open(appointment: Appointment) -> Appointment:
    rows = Appointment.objects.open().select_for_update(no_key=True, of=("self",))
    found = rows.select_related("asked_by", "user", "institution").filter(pk=appointment.pk).first()
    if found is None:
        raise DomainError(_("Penunjukan ini sudah dijawab atau ditarik."), code="answered")
    return found


def _close(row: Appointment, actor: User, at: dt.datetime, *, granted: bool) -> None:
    row.answered_by, row.answered_at, row.is_granted = actor, at, granted
    row.save(update_fields=["answered_by", "answered_at", "is_granted"])


def _about(row: Appointment) -> str:
    return f"{row.email}: {row.get_role_display()}"
