"""Corrections of what is known about the person. The timeline names the fields, never the values."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from clients.enums import EventKind, FamilyRelation
from clients.facts import Family, Identity
from clients.models import Case, Client, FamilyContact
from clients.rules import birth_faults, family_faults, refuse_erased
from clients.services.nik import asking_for_nik, columns_of, refuse_nik_in_use, saving_nik
from clients.transitions import lock_case, tell
from common.faults import refuse


def edit_client(
    *, case: Case, identity: Identity, version: int, actor: User, at: datetime
) -> Client:
    """Save the changed columns; saving the same facts again leaves no trace.

    Another NIK is also a question about everybody at the institution.
    """
    refuse(birth_faults(identity.birth_date, timezone.localdate(at)))
    tried = identity.nik if identity.nik != case.client.nik else ""
    with asking_for_nik(tried, actor, misses=True):
        return _save(case, identity, version, actor, at)


@transaction.atomic
def _save(case: Case, identity: Identity, version: int, actor: User, at: datetime) -> Client:
    case = lock_case(case)
    client = Client.objects.select_for_update(no_key=True).get(pk=case.client_id)
    refuse_erased(client)
    changed = [
        name for name, value in columns_of(identity).items() if getattr(client, name) != value
    ]
    if not changed:
        return client
    client.become_next_version(version, actor=actor, at=at)
    if identity.no_family:
        relations = client.family_contacts.values_list("relation", flat=True)
        refuse(family_faults(relations, no_family=True))
    refuse_nik_in_use(identity.nik, actor, but=client)
    for name in changed:
        setattr(client, name, getattr(identity, name))
    with saving_nik():
        client.save(update_fields=[*changed, *client.VERSION_COLUMNS])
    tell(case, EventKind.PROFILE_CHANGED, actor=actor, at=at, fields=changed)
    return client


@transaction.atomic
def add_family_contact(*, case: Case, family: Family, actor: User, at: datetime) -> FamilyContact:
    case = lock_case(case)
    refuse_erased(case.client)
    contact = FamilyContact.objects.create(client=case.client, **asdict(family))
    _has_family_now(case.client, family)
    tell(case, EventKind.FAMILY_ADDED, actor=actor, at=at)
    return contact


def _has_family_now(client: Client, family: Family) -> None:
    """Somebody of the family was found: nobody says any more that there is none."""
    if family.relation != FamilyRelation.OTHER:
        Client.objects.filter(pk=client.pk, no_family=True).update(no_family=False)


@transaction.atomic
def edit_family_contact(
    *,
    case: Case,
    contact: FamilyContact,
    family: Family,
    version: int,
    actor: User,
    at: datetime,
) -> FamilyContact:
    case = lock_case(case)
    refuse_erased(case.client)
    contact = FamilyContact.objects.select_for_update(no_key=True).get(pk=contact.pk)
    changed = [name for name, value in asdict(family).items() if getattr(contact, name) != value]
    if not changed:
        return contact
    contact.become_next_version(version, actor=actor, at=at)
    for name in changed:
        setattr(contact, name, getattr(family, name))
    contact.save(update_fields=[*changed, *contact.VERSION_COLUMNS])
    _has_family_now(case.client, family)
    tell(case, EventKind.FAMILY_CHANGED, actor=actor, at=at, fields=changed)
    return contact
