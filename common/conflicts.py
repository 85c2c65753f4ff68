"""Forms over rows that somebody else may save meanwhile, and what the two sides then say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from common.dates import day
from common.errors import DomainError, StaleVersion
from common.forms import Form
from common.models import Versioned


PICK, SAVED, MINE = "pick-", "saved", "mine"


class VersionField(forms.IntegerField):
    """The version that the form was opened on. None, or a broken one, is older than every row: nothing is lost."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except ValidationError:
            return 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One field on which the saved row and what was sent disagree."""

    name: str
    label: str
    saved: str
    mine: str
    keep: str


@dataclass(frozen=True, slots=True)
class Conflict:
    row: Versioned
    differences: list[Difference]
    sent: list[tuple[str, str]]
    files: list[BoundField]


class EditForm(Form):
    """A form over an existing row: it carries the row's version, and what each field said when it was opened.

    The latter tells, in a conflict, which fields the sender touched: theirs are kept where they did, the
    saved ones where they did not, until they choose otherwise. `row` is None where a form also creates.
    """

    version = VersionField(required=False)

    def __init__(self, *args: Any, row: Any = None, **options: Any) -> None:
        known = {} if row is None else self.known(row)
        options["initial"] = {**known, **options.get("initial", {})}
        super().__init__(*args, **options)
        self.stale: StaleVersion | None = None
        self._keep_what_was_known(row, known)
        if self.is_bound and any(name.startswith(PICK) for name in self.data):
            self.data = self._chosen(known)

    def known(self, row: Any) -> dict[str, Any]:
        """What the fields say for `row` as it is saved."""
        raise NotImplementedError

    @property
    def version_seen(self) -> int:
        seen: int = self.cleaned_data["version"]
        return seen

    def refuse(self, error: DomainError) -> None:
        if isinstance(error, StaleVersion):
            self.stale = error
        else:
            super().refuse(error)

    def conflict(self) -> Conflict:
        """Both sides, field by field, with all that was sent: nothing has to be typed again."""
        if self.stale is None:
            raise ValueError("Nobody else has saved this row.")
        now = self.known(self.stale.row)
        different = [self._difference(name, now[name]) for name in now if self._differs(name, now)]
        kept = [name for name in self.fields if name not in {"version", *self.files}]
        data: Any = self.data
        sent = [(name, value) for name in kept for value in data.getlist(name)]
        sent.append(("version", str(self.stale.row.version)))
        return Conflict(self.stale.row, different, sent, self._files_to_choose_again())

    def _keep_what_was_known(self, row: Any, known: Mapping[str, Any]) -> None:
        if row is None:
            del self.fields["version"]
            return
        self.initial["version"] = row.version
        for name in known:
            self.fields[name].show_hidden_initial = True

    def _files_to_choose_again(self) -> list[BoundField]:
        """A browser never sends a chosen file back to its page."""
        for name in self.files:
            self.add_error(name, _("Pilih kembali berkasnya."))
        return [self[name] for name in self.files]

    def _chosen(self, known: Mapping[str, Any]) -> Any:
        """What was sent from the page of differences, with the saved value wherever that one was picked."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        for name in known:
            pick = data.get(f"{PICK}{name}", "")
            if pick == SAVED:
                data.setlist(name, self._sent_as(name, known[name]))
            if pick != MINE:
                data.setlist(self.add_initial_prefix(name), data.getlist(name))
        return data

    def _differs(self, name: str, now: Mapping[str, Any]) -> bool:
        mine = self._sent_as(name, self.cleaned_data[name])
        return sorted(mine) != sorted(self._sent_as(name, now[name]))

    def _difference(self, name: str, saved: Any) -> Difference:
        told = self._told(name, saved)
        mine = self._told(name, self.cleaned_data[name])
        if told == mine:  # alike once they are masked
            mine = _("%(value)s (berbeda)") % {"value": mine}
        keep = MINE if name in self.changed_data else SAVED
        return Difference(name, str(self[name].label), told, mine, keep)

    def _sent_as(self, name: str, value: Any) -> list[str]:
        """The value as a browser would send it."""
        value = self.fields[name].prepare_value(value)
        values = value if isinstance(value, list | tuple) else [value]
        return [_in_a_body(each) for each in values]

    def _told(self, name: str, value: Any) -> str:
        sent = self._sent_as(name, value)
        return in_words(self.fields[name], value, sent) or "—"


def in_words(field: forms.Field, value: Any, sent: list[str]) -> str:
    """A field's value as a person reads it."""
    if isinstance(field, forms.BooleanField):
        return _("Ya") if sent == ["on"] else _("Tidak")
    if isinstance(field, forms.DateField):
        return day(value)
    if isinstance(field, forms.ModelChoiceField):
        rows: Any = field.queryset
        chosen = rows.filter(pk__in=[pk for pk in sent if pk])
        return ", ".join(str(field.label_from_instance(row)) for row in chosen)
    if isinstance(field, forms.ChoiceField):
        labels: Any = dict(field.choices)  # type: ignore[arg-type]
        return ", ".join(str(labels.get(each, "")) for each in sent if each)
    return ", ".join(sent)


def _in_a_body(value: Any) -> str:
    if value is True:
        return "on"
    return "" if value is None or value is False else str(value)
