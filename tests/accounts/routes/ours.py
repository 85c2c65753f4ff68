"""Accounts, invitations, keys of machines, and what one sets for oneself."""

from collections.abc import Callable

from django.urls import reverse

from tests import people
from tests.access import (
    EVERYBODY,
    OK,
    always,
    of_institution,
    only,
    said,
)
from tests.accounts.factories import appointed, invited, signed_in_elsewhere
from tests.api.calling import asked_key, granted_key, key_of
from tests.partners.factories import InstitutionFactory
from tests.route import Door, Form, Route


def _invite() -> Door:
    people.melati()
    body = {"email": "rina@contoh.id", "name": "Rina Wulandari"}
    return Door(people.fitri(), reverse("accounts:invite"), body)


def _appointment_answer() -> Door:
    url = reverse("accounts:appointment_answer", args=[appointed(role="auditor").pk])
    return Door(people.hadi(), url, {"verdict": "agree"})


def _appointment_withdraw() -> Door:
    url = reverse("accounts:appointment_withdraw", args=[appointed().pk])
    return Door(people.fitri(), url, page=reverse("accounts:users"))


def _accept() -> Door:
    url = reverse("accounts:accept", args=[invited().token])
    return Door(None, url, {"password": people.PASSWORD, "again": people.PASSWORD})


def _waiting(name: str) -> Callable[[], Door]:
    def door() -> Door:
        url = reverse(f"accounts:{name}", args=[invited().invitation.pk])
        return Door(people.budi(), url, page=reverse("accounts:users"))

    return door


def _unlock() -> Door:
    url = reverse("accounts:unlock")
    return Door(people.ani(), url, {"password": people.PASSWORD}, session={"locked": True})


def _role() -> Door:
    url = reverse("accounts:role", args=[people.ani().pk])
    body = {"role": "ipwl_staff", "institution": people.melati().pk}
    return Door(people.fitri(), url, body)


def _act() -> Door:
    pk = people.ani().pk
    url = reverse("accounts:act", args=[pk, "nonaktifkan"])
    return Door(people.budi(), url, page=reverse("accounts:user", args=[pk]))


def _own(name: str) -> Callable[[], Door]:
    def door() -> Door:
        elsewhere = signed_in_elsewhere(people.ani())
        given = [elsewhere.pk] if name == "end_session" else []
        page = reverse("accounts:preferences" if name == "lock" else "accounts:security")
        return Door(people.ani(), reverse(f"accounts:{name}", args=given), page=page)

    return door


def _service_key_new() -> Door:
    people.melati()
    body = {
        "name": "SIKS Melati",
        "purpose": "Laporan bulanan",
        "role": "supervisor",
        "institution": people.melati().pk,
        "scopes": "clients:read",
        "networks": "10.20.0.0/16",
    }
    return Door(people.fitri(), reverse("accounts:service_key_new"), body)


def _service_key_answer() -> Door:
    url = reverse("accounts:service_key_answer", args=[asked_key().pk])
    return Door(people.hadi(), url, {"verdict": "agree"})


def _service_key_make() -> Door:
    row = granted_key()
    return Door(row.created_by, reverse("accounts:service_key_make", args=[row.pk]))


def _service_key_revoke() -> Door:
    row, _key = key_of()
    return Door(people.fitri(), reverse("accounts:service_key_revoke", args=[row.pk]))


# Keys of one's own house; the ministry and the data officers see all.
KEYS = of_institution(
    own=said("manager ministry officer", default="403"),
    other=said("ministry officer", default="403", manager="404"),
)
# Whoever asked is told the key.
FETCH = of_institution(own=said("manager", default="403"), other=said(default="403", manager="404"))
# Those of one's own institution; the ministry's are everywhere; data officers answer for those who watch.
STAFF = of_institution(
    own=said("supervisor manager ministry", default="403", officer="404"),
    other=said("ministry", default="403", supervisor="404", manager="404", officer="404"),
)
# A supervisor whom the ministry asked for: granted by the head, taken back by whoever asked.
GRANTED = of_institution(
    own=said("manager", default="403", supervisor="404", officer="404"),
    other=said(default="403", supervisor="404", manager="404", officer="404"),
)
TAKEN_BACK = of_institution(
    own=said("ministry", default="403", supervisor="404", officer="404"),
    other=said("ministry", default="403", supervisor="404", manager="404", officer="404"),
)

ROUTES = [
    Route(
        "accounts:preferences",
        door=lambda: Door(people.ani(), reverse("accounts:preferences")),
        statuses={"GET POST": EVERYBODY},
    ),
    Route(
        "accounts:service_keys",
        statuses={"GET": only("manager ministry officer")},
    ),
    Route(
        "accounts:service_key_new",
        door=_service_key_new,
        statuses={"GET POST": only("manager ministry")},
        strangers={"institution": lambda: InstitutionFactory(is_active=False)},
    ),
    Route(
        "accounts:service_key_answer",
        about="asked_key",
        door=_service_key_answer,
        statuses={"GET POST": only("officer")},
    ),
    Route(
        "accounts:service_key_make",
        about="granted_key",
        door=_service_key_make,
        form=Form.SHOWN_ONCE,
        statuses={"GET POST": FETCH},
        answers={"POST": "200"},
    ),
    Route(
        "accounts:service_key_revoke",
        about="service_key",
        door=_service_key_revoke,
        statuses={"GET POST": KEYS},
    ),
    Route(
        "accounts:security",
        statuses={"GET": EVERYBODY},
    ),
    Route(
        "accounts:enrol",
        statuses={"GET": EVERYBODY},
    ),
    Route(
        "accounts:end_other_sessions",
        door=_own("end_other_sessions"),
        statuses={"POST": EVERYBODY},
    ),
    Route(
        "accounts:end_session",
        about="user",
        door=_own("end_session"),
        statuses={"POST": always("404")},
    ),
    Route(
        "accounts:lock",
        door=_own("lock"),
        form=Form.FORGIVING,
        statuses={"POST": EVERYBODY},
    ),
    Route(
        "accounts:unlock",
        door=_unlock,
        statuses={"GET POST": EVERYBODY},
        answers={"GET": "302"},
    ),
    Route(
        "accounts:accept",
        # The same for everybody, whoever stands on the link.
        bodies={"POST": lambda _world: {"password": people.PASSWORD, "again": people.PASSWORD}},
        about="invitation",
        door=_accept,
        form=Form.INVITATION,
        open=True,
        statuses={"GET POST": always("403", outside=OK)},
    ),
    Route(
        "accounts:users",
        statuses={"GET": only("supervisor manager ministry officer")},
        asked="cari halaman",
    ),
    Route(
        "accounts:invite",
        door=_invite,
        statuses={
            "GET": only("supervisor manager ministry officer"),
            # The form invites a social worker, whom data officers do not.
            "POST": only("supervisor manager ministry", officer="422"),
        },
    ),
    Route(
        "accounts:appointment_answer",
        about="appointment",
        door=_appointment_answer,
        statuses={"GET POST": GRANTED},
    ),
    Route(
        "accounts:appointment_withdraw",
        about="appointment",
        door=_appointment_withdraw,
        form=Form.FORGIVING,
        statuses={"POST": TAKEN_BACK},
    ),
    Route(
        "accounts:resend",
        about="invitation",
        door=_waiting("resend"),
        form=Form.FORGIVING,
        statuses={"POST": STAFF},
    ),
    Route(
        "accounts:revoke",
        about="invitation",
        door=_waiting("revoke"),
        form=Form.FORGIVING,
        statuses={"POST": STAFF},
    ),
    Route(
        "accounts:user",
        about="user",
        statuses={"GET": STAFF},
    ),
    Route(
        "accounts:role",
        about="user",
        door=_role,
        statuses={"GET POST": STAFF},
    ),
    Route(
        "accounts:act",
        about="user",
        arguments={"name": "aktif"},
        door=_act,
        form=Form.FORGIVING,
        statuses={"POST": STAFF},
    ),
]
