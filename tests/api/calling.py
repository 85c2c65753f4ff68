"""How tests call the API: as a machine with a key, or as a person with a session."""

import json
from datetime import timedelta
from uuid import uuid4

from django.test import Client as Browser
from django.utils import timezone

from accounts.enums import KeyScope, Role
from accounts.models import ServiceKey, User
from accounts.service_keys.services import Machine, ask_key, grant_key, make_key
from partners.models import Institution
from tests import people


HERE = "127.0.0.1"
EVERYTHING = tuple(KeyScope.values)
NO_AUDITORS = {KeyScope.CLIENTS_IDENTITY, *(s for s in EVERYTHING if s.endswith(":write"))}
READS = tuple(scope for scope in EVERYTHING if scope.endswith(":read"))


def key_of(role=Role.SUPERVISOR, institution=None, **facts) -> tuple[ServiceKey, str]:
    """A key of Sentra Melati's supervisor unless told; an auditor belongs to nobody."""
    key = granted_key(role, institution, **facts)
    return make_key(key=key, actor=key.created_by)


def granted_key(role=Role.SUPERVISOR, institution=None, **facts) -> ServiceKey:
    key = asked_key(role, institution, **facts)
    return grant_key(key=key, actor=people.hadi(), at=timezone.now())


def asked_key(
    role=Role.SUPERVISOR, institution=None, *, scopes=EVERYTHING, networks=(HERE,), days=30
) -> ServiceKey:
    if role != Role.AUDITOR:
        institution = institution or people.melati()
    else:
        scopes = [scope for scope in scopes if scope not in NO_AUDITORS]
    now = timezone.now()
    machine = Machine(
        name=f"Mesin {role}",
        role=role,
        institution=institution,
        scopes=scopes,
        networks=networks,
        expires_on=timezone.localdate(now) + timedelta(days=days),
    )
    maker = people.fitri() if role == Role.AUDITOR else head_of(institution)
    return ask_key(machine=machine, actor=maker, at=now)


def head_of(institution: Institution) -> User:
    """Who asks for the keys of their house."""
    heads = User.objects.filter(institution=institution, role=Role.BALAI_MANAGER)
    email = f"kepala-{institution.pk}@contoh.id"
    return heads.first() or User.objects.create_user(
        email, name="Kepala", role=Role.BALAI_MANAGER, institution=institution
    )


class Caller:
    """One machine or one person; every write carries a fresh idempotency key."""

    def __init__(self, key="", person=None) -> None:
        self.browser = Browser()
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}
        if person:
            self.browser.force_login(person)

    def get(self, path, **headers):
        return self.browser.get(f"/api/v1/{path}", headers={**self.headers, **headers})

    def write(self, path, body=None, *, method="post", **headers):
        sent = {"Idempotency-Key": str(uuid4()), **self.headers, **headers}
        return getattr(self.browser, method)(
            f"/api/v1/{path}",
            data=body if isinstance(body, str) else json.dumps({} if body is None else body),
            content_type="application/json",
            headers=sent,
        )


def machine(role=Role.SUPERVISOR, institution=None, **facts) -> Caller:
    return Caller(key_of(role, institution, **facts)[1])


def person(user) -> Caller:
    return Caller(person=user)
