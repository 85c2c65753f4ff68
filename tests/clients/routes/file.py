"""The file of a client."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from accounts.models import User
from tests import people
from tests.access import (
    CARING,
    FILE,
    OK,
    of_institution,
    said,
    within,
)
from tests.clients.factories import (
    CaseFactory,
    ClientFactory,
    FamilyContactFactory,
)
from tests.route import TODAY, Door, Form, Route
from tests.screening.factories import consenting_case


def _case_form(name: str, **body: Any) -> Callable[[], Door]:
    def door() -> Door:
        case = CaseFactory(client=ClientFactory(with_nik=True))
        return Door(people.budi(), reverse(f"clients:{name}", args=[case.client_id]), body)

    return door


def _note() -> Door:
    case = CaseFactory()
    body = {"kind": "contact", "on": TODAY, "time": "00:00"}
    return Door(people.ani(), reverse("clients:note", args=[case.client_id]), body)


def _reassign() -> Door:
    case, other = (
        CaseFactory(),
        User.objects.create_user(
            "indah@contoh.id", "x", name="Indah", role="supervisor", institution=people.melati()
        ),
    )
    return Door(people.budi(), reverse("clients:reassign", args=[case.client_id]), {"to": other.pk})


def _handover() -> Door:
    CaseFactory()
    url = reverse("clients:handover", args=[people.ani().pk])
    return Door(people.budi(), url, {"to": people.budi().pk})


def _edit() -> Door:
    case = CaseFactory(client=ClientFactory(with_nik=True))
    url = reverse("clients:edit", args=[case.client_id])
    return Door(people.ani(), url, {"nik_confirmed": "on", "no_family": ""})


def _edit_family() -> Door:
    case = CaseFactory()
    contact = FamilyContactFactory(client=case.client)
    url = reverse("clients:edit_family", args=[case.client_id, contact.pk])
    return Door(people.ani(), url, {"family_name": "Aminah Baru"})


def _reopen() -> Door:
    case = CaseFactory(closed=True)
    body = {
        "reentry_reason": "other",
        "referral_source": "family",
        "legal_status": "none",
        "given_by": "self",
        "given_on": TODAY,
        "vital_reason": "",
    }
    url = reverse("clients:reopen", args=[case.client_id])
    return Door(people.ani(), url, {**body, "lead_worker": people.ani().pk})


def _close() -> Door:
    url = reverse("clients:close", args=[CaseFactory().pk])
    return Door(people.ani(), url, {"reason": "withdrew"})


def _reveal() -> Door:
    case = CaseFactory(client=ClientFactory(with_nik=True))
    url = reverse("clients:reveal", args=[case.client_id, "nik"])
    return Door(people.ani(), url, {"purpose": "letter"})


def _give_consent() -> Door:
    url = reverse("clients:give_consent", args=[CaseFactory().client_id])
    body = {"given_by": "self", "method": "oral", "given_on": TODAY, "was_read_out": "on"}
    return Door(people.ani(), url, body)


def _vital() -> Door:
    url = reverse("clients:vital", args=[CaseFactory().client_id])
    return Door(people.ani(), url, {"vital_reason": "danger", "vital_words": "Pingsan di jalan."})


def _withdraw_consent() -> Door:
    case = consenting_case()
    url = reverse("clients:withdraw_consent", args=[case.client_id])
    return Door(people.ani(), url)


NOT_STAFF = dict.fromkeys(("ministry", "auditor", "officer"), "403")
HANDS_OVER = said("supervisor manager", worker="403", ipwl="403", **NOT_STAFF)

ROUTES = [
    Route(
        "clients:close",
        about="client",
        door=_close,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "clients:file",
        about="client",
        statuses={"GET": FILE},
        asked="jenis sebelum",
    ),
    Route(
        "clients:reveal",
        about="client",
        arguments={"field": "nik"},
        door=_reveal,
        form=Form.SHOWN_ONCE,
        statuses={"GET POST": FILE},
        answers={"POST": "200"},
    ),
    Route(
        "clients:profile",
        about="client",
        statuses={"GET": FILE},
    ),
    Route(
        "clients:edit",
        about="client",
        door=_edit,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "clients:give_consent",
        about="client",
        door=_give_consent,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "clients:vital",
        about="client",
        door=_vital,
        # In the matrix everybody has agreed: there is no need of another ground.
        answers={"POST": "422"},
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "clients:withdraw_consent",
        about="client",
        door=_withdraw_consent,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "clients:add_family",
        about="client",
        door=_case_form("add_family", family_name="Aminah"),
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "clients:edit_family",
        about="client",
        door=_edit_family,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "clients:access",
        about="client",
        statuses={"GET": within("worker supervisor manager", auditor=OK)},
        found_only=True,
        asked="halaman tindakan sejak sampai",
    ),
    Route(
        "clients:changes",
        about="client",
        statuses={"GET": within("worker supervisor manager", auditor=OK)},
        found_only=True,
        asked="sebelum",
    ),
    Route(
        "clients:note",
        about="client",
        door=_note,
        statuses={"GET POST": within(CARING, CARING)},
    ),
    Route(
        "clients:reassign",
        about="client",
        door=_reassign,
        statuses={"GET POST": within("supervisor manager")},
        found_only=True,
        strangers={"to": people.citra},
    ),
    Route(
        "clients:handover",
        about="user",
        door=_handover,
        statuses={"GET POST": of_institution(HANDS_OVER, said(**NOT_STAFF))},
        strangers={"to": people.citra},
        blind="asked for by the colleague's institution",
    ),
    Route(
        "clients:reopen",
        about="client",
        stage="closed",
        door=_reopen,
        statuses={"GET POST": within(CARING)},
        found_only=True,
        strangers={"lead_worker": people.citra},
    ),
]
