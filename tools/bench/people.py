"""Institutions with their staff, and their sessions: the bench signs nobody in by hand."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from accounts.enums import Role
from accounts.models import User
from accounts.sessions import SessionStore
from clients.views.searching import SEARCHES
from common.sealed.keyring import hide
from partners.enums import AgreementKind, InstitutionKind
from partners.models import Agreement, Institution
from regions.models import Regency


CLIENTS_PER_INSTITUTION = 500
WORKERS = 10
CAPACITY = 400
KINDS = (InstitutionKind.BALAI, InstitutionKind.IPWL)
A_YEAR = timedelta(days=365)


@dataclass
class Site:
    """An institution and whoever works there; balai and IPWL stand in pairs and send each other clients."""

    institution: Institution
    workers: list[User] = field(default_factory=list)
    heads: list[User] = field(default_factory=list)

    @property
    def is_balai(self) -> bool:
        return self.institution.kind == InstitutionKind.BALAI


def settle(clients: int, today: date) -> list[Site]:
    """One institution for every 500 clients, and never an odd one."""
    pairs = max(1, round(clients / CLIENTS_PER_INSTITUTION / 2))
    regencies = list(Regency.objects.order_by("code"))
    plans = [_institution(n, regencies[n % len(regencies)], today) for n in range(2 * pairs)]
    institutions = Institution.objects.bulk_create(plans)
    Agreement.objects.bulk_create(_agreement(row, today) for row in institutions)
    sites = [Site(row) for row in institutions]
    for site in sites:
        site.workers, site.heads = _staff(site)
    User.objects.bulk_create(person for site in sites for person in site.workers + site.heads)
    User.objects.bulk_create(_person(role, 0) for role in (Role.MINISTRY_ADMIN, Role.AUDITOR))
    return sites


def _institution(number: int, regency: Regency, today: date) -> Institution:
    kind = KINDS[number % 2]
    return Institution(
        name=f"{kind.label} Uji Beban {number + 1:04d}",
        kind=kind,
        regency=regency,
        capacity=CAPACITY,
        age_min=10,
        age_max=80,
        accreditation_grade="A",
        accreditation_expires_on=today + 2 * A_YEAR,
    )


def _agreement(institution: Institution, today: date) -> Agreement:
    return Agreement(
        kind=AgreementKind.PKS,
        number=f"PKS/{institution.pk}/UB",
        title="Layanan rehabilitasi sosial",
        institution=institution,
        first_party="Kementerian Sosial",
        scope="Layanan dan pascalayanan",
        signed_on=today - A_YEAR,
        starts_on=today - A_YEAR,
        # Some of them soon enough to be warned of.
        ends_on=today + timedelta(days=30 + 7 * (institution.pk % 60)),
    )


def _staff(site: Site) -> tuple[list[User], list[User]]:
    at = site.institution
    role = Role.SOCIAL_WORKER if site.is_balai else Role.IPWL_STAFF
    workers = [_person(role, n, at) for n in range(WORKERS)]
    heads = (Role.SUPERVISOR, Role.BALAI_MANAGER) if site.is_balai else ()
    return workers, [_person(head, 0, at) for head in heads]


def _person(role: str, number: int, institution: Institution | None = None) -> User:
    site = institution.pk if institution else 0
    return User(
        email=f"{role}-{site}-{number}@contoh.id",
        password="!",  # nobody signs in with one
        name=f"Petugas {number + 1} {Role(role).label}",
        role=role,
        institution=institution,
    )


def some(role: str, wanted: int) -> list[User]:
    """People of one role from as many different institutions as there are, spread over all of them."""
    everyone = User.objects.filter(role=role).order_by("institution_id", "pk")
    by_site = {person.institution_id: person for person in everyone}
    people = list(by_site.values())
    step = max(1, len(people) // wanted)
    return list(islice(people[::step], wanted))


def cookies(people: Iterable[User]) -> Iterator[str]:
    for person in people:
        yield f"{settings.SESSION_COOKIE_NAME}={_session(person)}"


def searching(person: User, words: str) -> str:
    """The cookie of somebody who has searched for these words: `?cari=bench` names them."""
    kept = {SEARCHES: {"bench": hide(words)}}
    return f"{settings.SESSION_COOKIE_NAME}={_session(person, **kept)}"


def _session(person: User, **kept: Any) -> Any:
    session = SessionStore()
    session.update(kept)
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["signed_in_at"] = session["seen_at"] = time.time()
    session.create()
    return session.session_key
