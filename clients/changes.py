"""The history of changes of one client, in words: who, when, which field, from what to what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.events import title_of
from clients.field_rules import Field, Rule, delicate_columns
from clients.models import Case, CaseEvent, Client, ConsentText
from clients.showing import rule_of
from common.changes import Change, changes
from common.dates import day
from common.templatetags.ui import moment
from partners.models import Institution
from regions.models import Regency


PAGE = 25
DONE = {
    "insert": _("ditambah"),
    "update": _("diubah"),
    "delete": _("dihapus"),
}
# Values are shown of exactly these; of anything else (notes, answers, sealed fields) only that it changed.
PLAIN = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.DateTimeField,
    models.EmailField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
)
NOTHING: tuple[Any, ...] = (
    "",
    None,
    {},
    [],
    "\\x",
)  # the last is a sealed field in which nothing was written
# The key of the sealed fields, and whose row it is: that never changes, and it is this client's.
SILENT = {"key_id", "client", "case"}
# Rows that a change may call by their name: none of them is a person in care.
NAMED = (ConsentText, Institution, Regency, User)
Names = dict[tuple[Any, Any], str]
Rules = dict[Field, Rule]


@dataclass(frozen=True, slots=True)
class FieldChange:
    label: str
    is_shown: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    who: str
    table: str
    done: Any
    fields: list[FieldChange]
    is_update: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    entries: list[Entry]
    older: str  # what the next page's address says; nothing on the last


def client_changes(user: User, client: Client, *, older_than: tuple[str, int]) -> ChangesPage:
    """Changes of the client and of whatever hangs from the cases that `user` may see, newest first."""
    cases = Case.objects.visible_to(user).filter(client=client).values_list("pk", flat=True)
    roots = {Client: [client.pk], Case: list(cases)}
    found = changes(roots, limit=PAGE + 1, older_than=older_than)
    shown = found[:PAGE]
    names = _names(shown)
    older = shown[-1].key if len(found) > PAGE else ""
    rules = {field: rule_of(user, client, field) for field in Field}
    return ChangesPage([_entry(change, names, rules) for change in shown], older)


def _entry(change: Change, names: Names, rules: Rules) -> Entry:
    return Entry(
        at=change.at,
        who=names.get((User, change.user_id), ""),
        table=str(change.model._meta.verbose_name),  # noqa: SLF001
        done=DONE[change.label],
        fields=[_field_change(field, change, names, rules) for field in _changed(change)],
        is_update=change.label == "update",
    )


def _changed(change: Change) -> list[Any]:
    """The fields that are not as they were; of a row that came or went, those that say something."""
    fields = [field for field in _fields(change) if not field.primary_key]
    if change.label == "update" and change.before is not None:
        return [f for f in fields if change.after[f.column] != change.before.get(f.column)]
    return [f for f in fields if change.after[f.column] not in NOTHING]


def _fields(change: Change) -> list[Any]:
    """Those of the table that the trail keeps, without what is the machinery's own."""
    fields: tuple[Any, ...] = change.model._meta.concrete_fields  # noqa: SLF001
    silent = {*SILENT, change.hangs_by, *getattr(change.model, "VERSION_COLUMNS", ())}
    return [field for field in fields if field.column in change.after and field.name not in silent]


def _field_change(field: Any, change: Change, names: Names, rules: Rules) -> FieldChange:
    label, delicate = _label(field), delicate_columns(change.model)
    if change.model is CaseEvent and field.name == "facts":
        told = title_of(change.after["kind"], change.after["facts"])
        return FieldChange(label, is_shown=True, after=told)
    is_closed = field.name in delicate and not rules[delicate[field.name]].is_open
    if is_closed or not (type(field) in PLAIN or field.related_model in NAMED):
        return FieldChange(label, is_shown=False)
    old = (change.before or {}).get(field.column) if change.label == "update" else None
    return FieldChange(
        label,
        is_shown=True,
        before=_text(field, old, names),
        after=_text(field, change.after[field.column], names),
    )


def _label(field: Any) -> str:
    """Links of many-to-many fields have no labels of their own; they bear those of what they link."""
    is_bare = field.verbose_name == field.name.replace("_", " ") and field.related_model
    name = str(field.related_model._meta.verbose_name if is_bare else field.verbose_name)  # noqa: SLF001
    return name[:1].upper() + name[1:]


def _text(field: Any, value: Any, names: Names) -> str:
    if value in ("", None):
        return ""
    if field.related_model:
        return names.get((field.related_model, value), f"#{value}")
    if isinstance(field, models.BooleanField):
        return str(_("ya") if value else _("tidak"))
    if isinstance(field, models.DateTimeField):
        return moment(parse_datetime(value))
    if isinstance(field, models.DateField):
        return day(parse_date(value))
    return str(dict(field.flatchoices).get(value, value))


def _names(found: Iterable[Change]) -> Names:
    """One question for each kind of row that is named, however many changes name it."""
    wanted: dict[Any, set[Any]] = defaultdict(set)
    for change in found:
        wanted[User].add(change.user_id)
        for field in _fields(change):
            if field.related_model in NAMED:
                rows = (change.after, change.before or {})
                wanted[field.related_model].update(row.get(field.column) for row in rows)
    return {
        (model, row.pk): str(row)
        for model, ids in wanted.items()
        for row in model._base_manager.filter(pk__in=ids - {None})  # noqa: SLF001
    }
