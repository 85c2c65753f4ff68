"""Everything that the routing is told beside the scores: what was asked, the register, and safety.

Whoever routes asks `facts_for`, so that no danger is known to one page and not to another.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from accounts.models import User
from clients.duplicates import Sought
from clients.enums import ConsentGiver
from clients.models import Case, Client
from clients.needs import facts_of_needs
from clients.selectors import possible_duplicates
from clients.services.reading import may_be_elsewhere
from common.scope import acting, nation
from law.selectors import law_facts
from safety import selectors as safety
from safety.enums import Danger
from screening.engine import red_flags
from screening.told import told_of


def facts_for(case: Case, told: Mapping[str, Any], actor: User, today: date) -> dict[str, Any]:
    """`told` is what was asked; facts of screening.engine.facts come out."""
    known = {**told, **facts_of_register(case, actor, today)}
    known |= facts_of_needs(case.client, assessed=told.get("disability"))
    return {**known, **facts_of_safety(case, known)}


def facts_of_safety(case: Case, told: Mapping[str, Any]) -> dict[str, Any]:
    """Open dangers beside those that were told, what clinicians and leaders said, and the newest look at the home."""
    protection, referred = safety.protection_of(case), safety.referred(case)
    home = safety.home_of(case)
    open_codes = [*protection.open_dangers, *referred.waiting]
    found: dict[str, Any] = {
        "red_flags": _with(told.get("red_flags") or {}, open_codes),
        "medical_results": referred.outcomes,
        "protection_settled": protection.is_settled,
        "home_visited": home.was_visited,
    }
    if home.was_judged:
        found["home_safe"] = home.is_safe
    if Danger.HOME in open_codes:
        found["home_safe"] = False
    return found


def _with(raised: Mapping[str, bool] | Iterable[str], codes: Iterable[str]) -> dict[str, bool]:
    """What is open is raised, whatever was answered; a danger that is no sign of the list speaks by itself."""
    answers = dict(raised) if isinstance(raised, Mapping) else dict.fromkeys(raised, True)
    return answers | {code: True for code in codes if red_flags.is_listed(code)}


def facts_of_register(case: Case, actor: User, today: date) -> dict[str, Any]:
    """Facts of screening.engine.facts: who the client is, the law, consent, and whether they are here twice."""
    client = case.client
    return {
        "age": client.age_on(today),
        "sex": client.sex,
        **law_facts(case, today),
        "no_family": client.no_family,
        "guardian_consent": _guardian_consents(client),
        "other_open_case": _has_another_case(client),
        "possible_duplicate": _may_be_here_twice(client, actor),
        **told_of(case, today),
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


def _may_be_here_twice(client: Client, actor: User) -> bool | None:
    """By name, birth date and NIK: among those whom the worker sees, else as the door asks the whole country.

    Whoever was found elsewhere is written into the read log and told to nobody; None where the country was
    not asked, because the worker has asked often within the hour.
    """
    sought = Sought(
        client.name,
        client.birth_date,
        nik=client.nik,
        birth_date_estimated=client.birth_date_estimated,
    )
    if any(row.pk != client.pk for row in possible_duplicates(actor, sought)):
        return True
    return may_be_elsewhere(sought=sought, actor=actor)
