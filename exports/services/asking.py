"""Asking for a list, and agreeing to it; who makes the file is in `making`."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.enums import LEADS_PEOPLE, WATCHERS, Role
from accounts.hands import demand_another
from accounts.models import User
from common.errors import DomainError
from common.jobs import request_job
from common.listings import LISTINGS, Found, Query
from common.scope import WEB, Scope, acting
from common.sealed.keyring import hide, hide_again
from exports.enums import EXPORT_NOTICE, MAKE_EXPORT
from exports.models import ALONE, Export


# Rows of one file: what somebody can work with where they stand.
MOST_ROWS = dict.fromkeys((Role.SOCIAL_WORKER, Role.IPWL_STAFF), 2_000)
MOST_ROWS |= dict.fromkeys(LEADS_PEOPLE, 10_000)
MOST_ROWS |= dict.fromkeys((Role.MINISTRY_ADMIN, *WATCHERS), 20_000)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which list, narrowed to what, as which file, and what for."""

    listing: str
    query: Query
    file_format: str
    purpose: str
    reason: str


def as_themselves(user_id: int) -> Scope:
    """Nothing but what this person asked for: also those who only read take a list along and sign for it."""
    return Scope(WEB, user_id=user_id)


def people_in(found: list[Found]) -> set[int]:
    return {client for _row, clients in found for client in clients}


@transaction.atomic
def ask_export(*, wanted: Wanted, actor: User, at: datetime, ip: str | None = None) -> Export:
    """The list as it is now says how many people leave, and whether somebody has to agree."""
    found = list(LISTINGS[wanted.listing].found(actor, wanted.query, at))
    demand_bearable(actor, found)
    people = len(people_in(found))
    with acting(as_themselves(actor.pk)):
        export = Export.objects.create(
            listing=wanted.listing,
            query=hide(json.dumps(dict(wanted.query))),
            file_format=wanted.file_format,
            purpose=wanted.purpose,
            reason=wanted.reason,
            asked_by=actor,
            asked_at=at,
            institution_id=actor.institution_id,
            role=actor.role,
            ip=ip,
            rows=len(found),
            people=people,
            needs_consent=people > ALONE,
        )
        if export.needs_consent:
            request_job(EXPORT_NOTICE, str(export.pk), payload={}, requested_by=actor)
        else:
            _begin(export)
    return export


@transaction.atomic
def answer_export(*, export: Export, agree: bool, note: str, actor: User, at: datetime) -> Export:
    rows = Export.objects.select_for_update(no_key=True, of=("self",)).select_related("asked_by")
    row = rows.get(pk=export.pk)
    if not row.waits_at(at):
        raise DomainError(_("Permintaan ini sudah dijawab atau lewat waktunya."), code="answered")
    demand_another(actor, row.hands)
    if not agree and not note:
        raise DomainError(_("Tulis alasan menolak."), code="needs_note", field="note")
    row.agreed = agree
    row.take_answer(note, actor=actor, at=at)
    row.save(update_fields=["agreed", *Export.ANSWER_COLUMNS])
    if agree:
        _begin(row)
    return row


def _begin(export: Export) -> None:
    export.job = request_job(
        MAKE_EXPORT, str(export.pk), payload={"export": export.pk}, requested_by=export.asked_by
    )
    export.save(update_fields=["job"])


def demand_bearable(user: User, found: list[Found]) -> None:
    most = MOST_ROWS[Role(user.role)]
    if not found:
        raise DomainError(_("Daftar ini kosong: tidak ada yang dapat diekspor."), code="empty")
    if len(found) > most:
        raise DomainError(
            _(
                "Daftar ini lebih dari %(most)s baris, batas untuk peran Anda. Persempit saringannya, lalu ekspor per bagian."
            )
            % {"most": number_format(most)},
            code="too_many",
        )


def hide_questions_again() -> int:
    """Under the newest key of the key file; how many were under another."""
    changed = 0
    for row in Export.objects.select_for_update().exclude(query="").order_by("pk"):
        hidden = hide_again(row.query)
        if hidden != row.query:
            changed += Export.objects.filter(pk=row.pk).update(query=hidden)
    return changed
