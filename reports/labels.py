"""Words for frozen figures: the report keeps codes, and whoever shows it says them in their language."""

from datetime import date, datetime
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from clients.enums import Risk, Sex
from common.small_cells import HIDDEN, Told
from partners.enums import CareBase, InstitutionKind
from reports.enums import AgeBand
from reports.months import last_day, month_name


Figures = dict[str, Any]
Rows = list[tuple[str, Told]]


def scope_name(figures: Figures) -> str:
    return str(figures["institution"]["name"]) if figures["institution"] else _("Nasional")


def base_rows(figures: Figures) -> Rows:
    return _rows(figures["by_base"], [*CareBase.choices, ("", _("Belum ditentukan"))])


def risk_rows(figures: Figures) -> Rows:
    return _rows(figures["by_risk"], [*Risk.choices, ("", _("Belum dinilai"))])


def alternatives(figures: Figures) -> dict[str, str]:
    """What each chart says, for those who do not see it."""
    active = _("%(count)s klien aktif.") % {"count": said(figures["active"])}
    history = [
        _("%(month)s: %(new)s baru, %(ended)s berakhir.")
        % {
            "month": month_name(date.fromisoformat(row["month"])),
            "new": said(row["new"]),
            "ended": said(row["ended"]),
        }
        for row in figures["history"]
    ]
    return {
        "aktif": " ".join([active, *_sentences([*base_rows(figures), *risk_rows(figures)])]),
        "perkembangan": " ".join(history),
    }


def tables(figures: Figures) -> list[dict[str, Any]]:
    """The small tables of active clients: one title, rows, and a sum that is the same in each."""
    total = figures["active"]
    return [
        {"title": _("Basis layanan"), "rows": base_rows(figures), "total": total},
        {"title": _("Risiko"), "rows": risk_rows(figures), "total": total},
        {
            "title": _("Jenis kelamin"),
            "rows": _rows(figures["by_sex"], Sex.choices),
            "total": total,
        },
        {"title": _("Usia"), "rows": _rows(figures["by_age"], AgeBand.choices), "total": total},
    ]


def aftercare_rows(figures: Figures) -> Rows:
    found = figures["aftercare"]
    return [
        (_("Terhubung"), found["reached"]),
        (_("Tidak terhubung"), found["not_reached"]),
        (_("Belum ditutup"), found["open"]),
    ]


def sheet(figures: Figures) -> dict[str, Any]:
    """What page and paper both show, ready to be written down."""
    month = date.fromisoformat(figures["month"])
    figures = {**_totals(figures), **figures}
    return {
        "figures": starred({name: figures[name] for name in ("institution", *TOLD)}),
        "is_covered": HIDDEN in str(starred(figures)),
        "scope": scope_name(figures),
        "month": month,
        "month_name": month_name(month),
        "month_end": last_day(month),
        "as_of": datetime.fromisoformat(figures["as_of"]),
        "tables": starred(tables(figures)),
        "history": starred(
            [{**row, "name": month_name(_day(row["month"]))} for row in figures["history"]]
        ),
        "institutions": starred([_with_kind(row) for row in figures["by_institution"]]),
        "provinces": starred(figures["by_province"]),
        "placements": starred([_with_kind(row) for row in figures["placements"]]),
        "placements_total": shown(figures["placements_total"]),
        "aftercare": starred(aftercare_rows(figures)),
        "aftercare_total": shown(figures["aftercare_total"]),
        "agreements": [{**row, "ends_on": _day(row["ends_on"])} for row in figures["agreements"]],
        "alternatives": alternatives(figures),
        "without_cases": figures["without_cases"],
    }


TOLD = ("new", "active", "ended")
COUNTED = {*TOLD, "count", "total"}


def said(count: Told) -> str:
    """In a sentence, for those who listen."""
    return _("disembunyikan") if count is None else number_format(count)


def shown(count: Told) -> Told | str:
    return HIDDEN if count is None else count


def starred(part: Any) -> Any:
    """A star for every count that is hidden, however deep it stands."""
    if isinstance(part, dict):
        return {
            name: shown(value) if name in COUNTED else starred(value)
            for name, value in part.items()
        }
    if isinstance(part, tuple):
        label, count = part
        return label, shown(count)
    return [starred(each) for each in part] if isinstance(part, list) else part


def _totals(figures: Figures) -> dict[str, Told]:
    """Sums that whoever covers figures has covered too."""
    if "placements_total" in figures:
        return {}
    return {
        "placements_total": sum(row["count"] for row in figures["placements"]),
        "aftercare_total": sum(figures["aftercare"].values()),
    }


def _sentences(rows: Rows) -> list[str]:
    return [f"{label}: {said(count)}." for label, count in rows]


def _rows(counts: dict[str, Told], choices: list[tuple[Any, Any]]) -> Rows:
    return [(str(label), counts[value]) for value, label in choices]


def _with_kind(row: dict[str, Any]) -> dict[str, Any]:
    """A placement without an institution is one in the family."""
    if row["id"] is None:
        return {**row, "name": _("Keluarga"), "kind": ""}
    return {**row, "kind": InstitutionKind(row["kind"]).label}


def _day(text: str) -> date:
    return date.fromisoformat(text)
