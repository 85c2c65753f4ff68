"""The door: a person becomes a client, or comes back."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from clients.deadlines import START_SCREENING_DAYS
from clients.enums import CaseStatus, CloseReason, EventKind, NextStep, ReentryReason
from clients.facts import Agreed, Family, Identity, Opening, Vital
from clients.hanging import Occasion, let_go
from clients.models import Case, Client, FamilyContact
from clients.rules import (
    birth_faults,
    consent_faults,
    demand_consent,
    family_faults,
    institution_of,
    refuse_erased,
    vital_faults,
)
from clients.services.consent import record_consent
from clients.services.nik import asking_for_nik, columns_of, refuse_nik_in_use, saving_nik
from clients.services.vital import end_vital_interest, record_vital_interest
from clients.transitions import lock_case, set_next, tell
from clients.workflow import CASE
from common.errors import DomainError
from common.faults import Fault, refuse
from common.numbering import next_number
from common.postgres import insert_along
from common.workflow import move


# A second click on a slow line, not a second person: twins do not share a name.
SAME_PERSON_AGAIN = timedelta(minutes=10)


# What a new case says of the one that it takes the place of.
CLOSES: dict[str, CloseReason] = {
    ReentryReason.RELAPSE: CloseReason.RELAPSED,
    ReentryReason.RELEASED: CloseReason.PRISON,
}


def register_client(
    *,
    identity: Identity,
    family: Family | None,
    opening: Opening,
    agreed: Agreed | Vital,
    actor: User,
    at: datetime,
) -> Client:
    """Create the client with family contact, consent and first case, all or nothing.

    In place of a consent somebody's life may be at stake: then triage is all that opens.

    `family` is None where there is nobody (`identity.no_family`).
    """
    today = timezone.localdate(at)
    refuse(birth_faults(identity.birth_date, today))
    refuse(_faults_of_ground(agreed, identity.birth_date, today))
    refuse(_faults_of_family(identity, family))
    with asking_for_nik(identity.nik, actor, misses=False):
        return _register(identity, family, opening, agreed, actor, at)


def _faults_of_ground(agreed: Agreed | Vital, birth_date: date, today: date) -> dict[str, Fault]:
    if isinstance(agreed, Vital):
        return vital_faults(agreed)
    return consent_faults(agreed, birth_date, today)


def _faults_of_family(identity: Identity, family: Family | None) -> dict[str, Fault]:
    if family is not None:
        return family_faults([family.relation], no_family=identity.no_family)
    if identity.no_family:
        return {}
    sentence = _("Isi kontak keluarga, atau centang bahwa klien tidak mempunyai keluarga.")
    return {"family_name": Fault(sentence, "family_missing")}


@transaction.atomic
def _register(
    identity: Identity,
    family: Family | None,
    opening: Opening,
    agreed: Agreed | Vital,
    actor: User,
    at: datetime,
) -> Client:
    today = timezone.localdate(at)
    number = _registration_number(today)
    # The number's lock makes registrations stand in line, so what is checked here holds until the commit.
    _refuse_second_click(identity, actor, at)
    refuse_nik_in_use(identity.nik, actor)
    with saving_nik():
        client = Client.objects.create(
            **columns_of(identity),
            registration_number=number,
            institution_id=institution_of(actor),
            registered_by=actor,
            registered_at=at,
        )
    if family is not None:
        insert_along(FamilyContact(client=client, **asdict(family)))
    case = _open_case(client, opening, actor, today)
    if isinstance(agreed, Vital):
        record_vital_interest(case, agreed, EventKind.REGISTERED_VITAL, actor=actor, at=at)
    else:
        record_consent(client, agreed, actor)
        tell(case, EventKind.REGISTERED, actor=actor, at=at)
    return client


@transaction.atomic
def reopen_case(
    *, client: Client, opening: Opening, agreed: Agreed | Vital, actor: User, at: datetime
) -> Case:
    """Re-entry: a new case of a client whose last one is closed.

    As at the first time, a life may be at stake before anybody can agree: then triage is all that opens.
    """
    today = timezone.localdate(at)
    refuse(_faults_of_ground(agreed, client.birth_date, today))
    if not opening.reentry_reason:
        raise DomainError(
            _("Pilih mengapa klien masuk kembali."), code="no_reason", field="reentry_reason"
        )
    client = _lock(client)
    refuse_erased(client)
    last = Case.objects.current().filter(client=client).first()
    if last is not None:
        if last.is_open:
            raise DomainError(_("Kasus klien ini masih terbuka."), code="still_open")
        last.is_current = False
        last.save(update_fields=["is_current"])
    case = _open_case(client, opening, actor, today, last)
    if isinstance(agreed, Vital):
        record_vital_interest(case, agreed, EventKind.VITAL_INTEREST, actor=actor, at=at)
    else:
        record_consent(client, agreed, actor)
        end_vital_interest(client, at)
    tell(case, EventKind.REOPENED, actor=actor, at=at)
    return case


@transaction.atomic
def enter_again(*, case: Case, reason: str, note: str, actor: User, at: datetime) -> Case:
    """A person whose after-care runs begins anew: the new case names why and closes the one before it.

    One person, two episodes: figures count neither a move nor a withdrawal.
    """
    today = timezone.localdate(at)
    case = lock_case(case)
    demand_consent(case.client)
    if case.status != CaseStatus.AFTERCARE:
        raise DomainError(_("Kasus ini tidak dalam pascalayanan."), code="wrong_status")
    move(case, "close", CASE)
    case.close_reason, case.closed_on, case.is_current = CLOSES[reason], today, False
    set_next(case, "", None)
    case.save()
    tell(case, EventKind.CLOSED, actor=actor, at=at, note=note, reason=case.close_reason)
    opening = Opening(
        case.referral_source, case.legal_status, case.lead_worker, case.referred_by, reason
    )
    again = _open_case(case.client, opening, actor, today, case)
    again.supporters.add(*case.supporters.all())
    tell(again, EventKind.REENTERED, actor=actor, at=at, why=reason)
    let_go(case, Occasion.REENTERED, actor=actor, at=at, into=again)
    return again


def _lock(client: Client) -> Client:
    """The case before the client, like every correction of the file: nobody waits for one who waits for them."""
    last = Case.objects.current().filter(client=client).first()
    if last is not None:
        lock_case(last)
    return Client.objects.select_for_update(no_key=True).get(pk=client.pk)


def _registration_number(today: date) -> str:
    series = f"{today:%y}"
    return f"KPN-{series}-{next_number(f'client:{series}'):05d}"


def _open_case(
    client: Client, opening: Opening, actor: User, today: date, before: Case | None = None
) -> Case:
    case = Case(
        client=client,
        institution_id=client.institution_id,
        opened_on=today,
        reentry_of=before,
        **_columns(opening),
    )
    set_next(case, NextStep.START_SCREENING, today + timedelta(days=START_SCREENING_DAYS))
    case.save()
    if opening.lead_worker != actor and actor.role == Role.SOCIAL_WORKER:
        case.supporters.add(actor)  # who received the person does not lose sight of them
    return case


def _columns(opening: Opening) -> dict[str, object]:
    # Not asdict(): it copies deeply, and the worker is a row.
    return {name: getattr(opening, name) for name in Opening.__slots__}


def _refuse_second_click(identity: Identity, actor: User, at: datetime) -> None:
    again = Client.objects.filter(
        registered_by=actor,
        registered_at__gte=at - SAME_PERSON_AGAIN,
        name__iexact=identity.name,
        birth_date=identity.birth_date,
    ).first()
    if again:
        raise DomainError(
            _("Klien ini baru saja didaftarkan dengan nomor %(number)s.")
            % {"number": again.registration_number},
            code="registered_twice",
        )
