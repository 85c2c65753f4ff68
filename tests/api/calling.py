"""How tests call the API: as a machine with a key, or as a person with a session."""

import json
from datetime import timedelta
from uuid import uuid4

from django.test import Client as Browser
from django.utils import timezone

from accounts.enums import KeyScope, Role
from accounts.models import ServiceKey
from accounts.service_keys.services import Machine, make_key
from tests import people


HERE = "127.0.0.1"
EVERYTHING = tuple(KeyScope.values)
READS = tuple(scope for scope in EVERYTHING if scope.endswith(":read"))


def key_of(
    role=Role.SUPERVISOR, institution=None, *, scopes=EVERYTHING, networks=(HERE,), days=30
) -> tuple[ServiceKey, str]:
    """A key of Sentra Melati's supervisor unless told; an auditor belongs to nobody."""
    if role != Role.AUDITOR:
        institution = institution or people.melati()
    else:
        scopes = [scope for scope in scopes if not scope.endswith(":write")]
    now = timezone.now()
    machine = Machine(
        name=f"Mesin {role}",
        role=role,
        institution=institution,
        scopes=scopes,
        networks=networks,
        expires_on=timezone.localdate(now) + timedelta(days=days),
    )
    return make_key(machine=machine, actor=people.fitri(), at=now)


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
