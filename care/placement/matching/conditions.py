"""What has to be so before an institution may be asked at all. Everything else is weighed in `aspects`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from care.placement.matching.rows import free_soon
from clients.models import Case
from partners.enums import KINDS_FOR_BASE, CareBase, InstitutionKind


@dataclass(frozen=True, slots=True)
class Condition:
    code: str
    sentence: Promise
    holds: Callable[[Any, Case, date], bool]


def _on_this_base(row: Any, case: Case, _today: date) -> bool:
    return row.is_active and row.kind in KINDS_FOR_BASE[CareBase(case.base)]


def _has_agreement(row: Any, _case: Case, _today: date) -> bool:
    return row.agreement_until is not None


def _is_accredited(row: Any, _case: Case, today: date) -> bool:
    """None recorded counts as none needed for a balai only."""
    expires = row.accreditation_expires_on
    return row.kind == InstitutionKind.BALAI or (expires is not None and expires >= today)


def _takes(row: Any, case: Case, today: date) -> bool:
    client = case.client
    fits = row.age_min <= client.age_on(today) <= row.age_max
    return fits and bool(getattr(row, f"takes_{client.sex}"))


def _has_place(row: Any, _case: Case, _today: date) -> bool:
    """Today or within 14 days; whoever accepts needs a free one on that day (`services.answering`)."""
    return row.capacity > 0 and free_soon(row) > 0


CONDITIONS = (
    Condition(
        "not_this_base", _("%(institution)s tidak melayani basis layanan ini."), _on_this_base
    ),
    Condition(
        "no_agreement",
        _("%(institution)s tidak mempunyai perjanjian yang berlaku hari ini."),
        _has_agreement,
    ),
    Condition(
        "not_accredited", _("Akreditasi %(institution)s sudah tidak berlaku."), _is_accredited
    ),
    Condition(
        "sex_age", _("%(institution)s tidak melayani jenis kelamin atau usia klien ini."), _takes
    ),
    Condition(
        "full",
        _("%(institution)s sedang penuh. Pilih lembaga lain yang masih mempunyai tempat."),
        _has_place,
    ),
)


def first_unmet(row: Any, case: Case, today: date) -> Condition | None:
    return next((each for each in CONDITIONS if not each.holds(row, case, today)), None)
