"""Reads that leave a trace (UU 27/2022 art. 31), and the one question that crosses institutions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Case as DatabaseCase, Count, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, JSONObject, Now
from django.utils.translation import gettext as _

from accounts.models import User
from clients.duplicates import MOST_COMPARED, Known, Sought, match, with_family_phone
from clients.enums import RevealPurpose
from clients.field_rules import Field
from clients.models import Case, CaseEvent, Client
from clients.permissions import is_guest_by_emergency, remember_look
from clients.selectors import ONE_VISIT, clients_with, revealed
from clients.services.nik import refuse_too_many_numbers
from clients.wording import recorded
from common.enums import ReadAction
from common.errors import DomainError
from common.models import ReadLog
from common.reading import log_read, note_read, reads_of_the_hour
from common.scope import acting, nation
from common.visit import this_visit


NATIONAL_LOOKS_PER_HOUR = 10
REVEALS_PER_HOUR = 60
LONGEST_PURPOSE = 200
COMPARED = ("name", "birth_date", "birth_date_estimated", "nik_index", "phone_index")
FACTS = {"client": "pk", "owner": "institution_id", **{name: name for name in COMPARED}}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All that may be said of clients whom the asking person may not see: never who, never where.

    `reference` is the read log's row, by which the ministry finds what was matched.
    """

    reference: int | None = None
    at_own_institution: bool = False
    was_asked: bool = True


def log_opening(*, client: Client, actor: User) -> None:
    """Once for each visit, so that turning pages does not bury the log; in an emergency each page."""
    if is_guest_by_emergency(actor, client.pk):
        _note_page(client, actor)
        return
    seen = ReadLog.objects.filter(
        user=actor,
        action=ReadAction.OPEN,
        client_ids__contains=[client.pk],
        at__gte=Now() - ONE_VISIT,
    )
    if not seen.exists():
        note_read(actor.pk, ReadAction.OPEN, [client.pk])


def note_look(row: Any, *, client: Client, actor: User) -> None:
    """The same for a row that was found `with_look` (clients.selectors)."""
    remember_look(actor, client.pk, broken_open=row.broken_open, kept=row.kept)
    if row.broken_open:
        _note_page(client, actor)
    elif not row.opened:
        note_read(actor.pk, ReadAction.OPEN, [client.pk])


def _note_page(client: Client, actor: User) -> None:
    """Whoever judges the emergency sees what was read, not only that something was."""
    page = this_visit().page[:LONGEST_PURPOSE]
    note_read(actor.pk, ReadAction.OPEN, [client.pk], page)


def reveal(
    *, case: Case, field: Field, purpose: str, actor: User, event: CaseEvent | None = None
) -> list[tuple[str, str]]:
    """What stands behind a mask, each part with its name; which field it was and why is written down."""
    note_reveal(client_id=case.client_id, field=field, purpose=purpose, actor=actor)
    return [(str(label), str(value)) for label, value in revealed(case, field, event) if value]


@transaction.atomic
def note_reveal(*, client_id: int, field: Field, purpose: str, actor: User) -> None:
    """More than one a minute is no work on a file but a copy of many."""
    if reads_of_the_hour(actor.pk, ReadAction.REVEAL).count() >= REVEALS_PER_HOUR:
        raise DomainError(
            _("Anda sudah membuka banyak data yang disamarkan. Coba lagi satu jam kemudian."),
            code="too_many",
        )
    why = recorded(RevealPurpose(purpose).label)
    log_read(actor.pk, ReadAction.REVEAL, [client_id], f"{recorded(field.label)}: {why.lower()}")


@transaction.atomic
def look_for_number(
    *, actor: User, nik: str = "", phone: str = "", phone_end: str = ""
) -> list[Client]:
    """Whose it is, among those whom `actor` may see; written down before anybody is told, also for nobody."""
    refuse_too_many_numbers(actor)
    found = clients_with(actor, nik=nik, phone=phone, phone_end=phone_end)
    log_read(actor.pk, ReadAction.NUMBER, sorted(row.pk for row in found))
    return found


@transaction.atomic
def look_elsewhere(*, sought: Sought, actor: User) -> Elsewhere:
    """Ask the whole country for the same person, by the rule of `possible_duplicates`; every question is logged."""
    hidden = _hidden_from(actor, sought)
    if hidden is None:
        return Elsewhere(was_asked=False)
    row = log_read(actor.pk, ReadAction.MATCH, sorted(hidden))
    return Elsewhere(
        reference=row.pk
        if any(owner != actor.institution_id for owner in hidden.values())
        else None,
        at_own_institution=actor.institution_id in hidden.values(),
    )


@transaction.atomic
def may_be_elsewhere(*, sought: Sought, actor: User) -> bool | None:
    """The same question about somebody registered, as the routing asks it: whom it finds is written down.

    None where the country was not asked: whoever looks often gets no more by this way than by the other.
    """
    hidden = _hidden_from(actor, sought)
    if hidden:
        note_read(actor.pk, ReadAction.MATCH, sorted(hidden))
    return None if hidden is None else bool(hidden)


def _hidden_from(actor: User, sought: Sought) -> dict[int, int] | None:
    """The same person in rows that `actor` may not see, and whose they are; None where too much was asked."""
    asked, owners = _in_the_nation(sought, actor)
    if asked >= NATIONAL_LOOKS_PER_HOUR:
        return None
    visible = Client.objects.visible_to(actor).filter(pk__in=owners).values_list("pk", flat=True)
    return {pk: owners[pk] for pk in owners.keys() - set(visible)}


def _in_the_nation(sought: Sought, actor: User) -> tuple[int, dict[int, int]]:
    """How often `actor` has asked in the last hour, and whose those clients are; nobody is looked at once too often."""
    asked = reads_of_the_hour(actor.pk, ReadAction.MATCH)
    often = asked.values("user").annotate(n=Count("pk")).values("n")
    with acting(nation()):
        family = with_family_phone(sought.phone)
        found = ArraySubquery(_candidates(sought, family))
        may_ask = When(times__lt=NATIONAL_LOOKS_PER_HOUR, then=found)
        row = User.objects.filter(pk=actor.pk).annotate(times=Coalesce(Subquery(often), 0))
        times, facts = row.values_list("times", DatabaseCase(may_ask)).get()
    return times, {
        fact["client"]: fact["owner"] for fact in facts or () if match(sought, _known(fact, family))
    }


def _candidates(sought: Sought, family: list[int]) -> QuerySet[Client, Any]:
    rows = Client.objects.filter(sought.in_question(family))
    surest = rows.order_by(sought.surest_first(family), "-pk")[:MOST_COMPARED]
    return surest.values(fact=JSONObject(**FACTS))


def _known(fact: dict[str, Any], family: list[int]) -> Known:
    born = date.fromisoformat(fact["birth_date"])
    return Known(
        **{**{name: fact[name] for name in COMPARED}, "birth_date": born},
        family=fact["client"] in family,
    )
