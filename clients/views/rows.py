"""The rows of the client list, made ready for a template that only prints them.

The list is the page people wait for most, so nothing here resolves an address or renders a component for
each row, and every text that repeats is made once.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import formats
from django.utils.translation import get_language, gettext as _

from clients.ages import age_on
from clients.enums import CaseStatus, NextStep, Sex
from clients.models import Case
from clients.models.wait import late_from
from clients.templatetags.clients import overdue_badge, risk_of
from common.access import one_of
from common.names import short_name
from common.prepared import prepared


COLUMNS = (
    "client_id",
    "client__name",
    "client__registration_number",
    "client__birth_date",
    "client__sex",
    "status",
    "risk",
    "found_risk",
    "is_undecided",
    "lead_worker__name",
    "next_step",
    "next_due_on",
    "late_from",
)


def list_rows(ids: list[int]) -> list[tuple[Any, ...]]:
    """What the list prints of these cases, in their order."""
    place = {pk: n for n, pk in enumerate(ids)}
    rows = sorted(_of_cases(ids), key=lambda row: place[row[0]])
    return [row[1:] for row in rows]


@prepared
def _of_cases(ids: list[int]) -> QuerySet[Case, tuple[Any, ...]]:
    rows = Case.objects.filter(one_of("pk", ids)).annotate(late_from=late_from())
    return rows.values_list("pk", *COLUMNS)


def rows_of(records: Iterable[tuple[Any, ...]], today: date) -> list[dict[str, Any]]:
    language, root = get_language() or "", reverse("clients:list")
    return [_row(record, today, language, root) for record in records]


def _row(record: tuple[Any, ...], today: date, language: str, root: str) -> dict[str, Any]:
    pk, name, number, born, sex, status, *risk, worker, step, due, late = record
    return {
        "href": f"{root}{pk}/",
        "name": name,
        "about": f"{number} · {_age_and_sex(age_on(born, today), sex, language)}",
        "stage": _label(CaseStatus, status, language),
        "risk": risk_of(status, *risk),
        "worker": short_name(worker),
        "step": _step(step, due, language),
        "overdue": overdue_badge((today - late).days + 1) if late and late <= today else "",
    }


@lru_cache(maxsize=512)
def _age_and_sex(age: int, sex: str, _language: str) -> str:
    letter = _("P") if sex == Sex.FEMALE else _("L")
    # The comma and what follows stay on one line in a narrow column.
    return (_("%(age)d th, %(sex)s") % {"age": age, "sex": letter}).replace(
        " ", "\N{NO-BREAK SPACE}"
    )


@lru_cache(maxsize=256)
def _label(choices: type[CaseStatus] | type[NextStep], value: str, _language: str) -> str:
    return str(choices(value).label)


@lru_cache(maxsize=4096)
def _step(step: str, due: date | None, language: str) -> str:
    parts = [_label(NextStep, step, language)] if step else []
    if due:
        parts.append(formats.date_format(due, "j\N{NO-BREAK SPACE}M"))
    return " · ".join(parts)
