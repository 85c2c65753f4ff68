"""What the register knows about a client, for the routing beside what was asked."""

from datetime import date
from typing import Any

from accounts.models import User
from clients.enums import ConsentGiver
from clients.models import Case, Client
from clients.selectors import possible_duplicates
from common.scope import acting, nation


def facts_of_register(case: Case, actor: User, today: date) -> dict[str, Any]:
    """Facts of screening.engine.facts: who the client is, the law, consent, and whether they are here twice."""
    client = case.client
    return {
        "age": client.age_on(today),
        "sex": client.sex,
        "no_family": client.no_family,
        "legal_status": case.legal_status,
        "guardian_consent": _guardian_consents(client),
        "other_open_case": _has_another_case(client),
        "possible_duplicate": _may_be_here_twice(client, actor),
    }


def _guardian_consents(client: Client) -> bool:
    return client.consents.in_force().filter(given_by=ConsentGiver.GUARDIAN).exists()


def _has_another_case(client: Client) -> bool:
    """Anywhere in the country, by the number: that there is one, and nothing about it."""
    if not client.nik_index:
        return False
    with acting(nation()):
        others = Case.objects.current().open().filter(client__nik_index=client.nik_index)
        return others.exclude(client_id=client.pk).exists()


def _may_be_here_twice(client: Client, actor: User) -> bool:
    """By name and birth date, among those whom the worker sees."""
    found = possible_duplicates(
        actor, name=client.name, birth_date=client.birth_date, nik=client.nik
    )
    return any(row.pk != client.pk for row in found)
