from typing import Any

from django import forms
from django.forms import model_to_dict
from django.utils.translation import gettext, gettext_lazy as _

from accounts.models import User
from clients.facts import Family, Identity
from clients.field_rules import delicate_columns
from clients.forms.family import FamilyFields
from clients.forms.identity import IdentityFields
from clients.models import Client, FamilyContact
from clients.showing import rule_of, under
from common.conflicts import EditForm


class ProfileForm(EditForm, IdentityFields):
    """The same questions as at the door, with what is known filled in, as far as `user` is shown it.

    What is masked is asked for anew: an empty answer leaves what is there. What `user` may not write is
    not asked for at all.
    """

    nomor_kk_removed = forms.BooleanField(label=_("Hapus nomor KK yang tercatat"), required=False)

    def __init__(self, *args: Any, row: Client, user: User, **options: Any) -> None:
        self.row = row
        rules = {name: rule_of(user, row, field) for name, field in delicate_columns(row).items()}
        self.unseen = {name: rule for name, rule in rules.items() if rule.is_masked}
        self.closed = {name for name, rule in rules.items() if not rule.may_write}
        super().__init__(*args, row=row, **options)
        for name in self.closed:
            del self.fields[name]
        for name in self.unseen.keys() - self.closed:
            if getattr(row, name):
                self.fields[name].help_text = self._about_the_kept(name)
        if "nomor_kk" not in self.unseen.keys() - self.closed or not row.nomor_kk:
            del self.fields["nomor_kk_removed"]

    def known(self, row: Client) -> dict[str, Any]:
        """What stands in the inputs: nothing of what is masked."""
        open_ones = [name for name in Identity.__slots__ if name not in self.closed]
        return model_to_dict(row, open_ones) | dict.fromkeys(self.unseen.keys() - self.closed, "")

    def identity(self) -> Identity:
        """What was given, and of everything else what is there already."""
        given = {name: getattr(self.row, name) for name in Identity.__slots__}
        given |= {name: self.cleaned_data[name] for name in given.keys() & self.cleaned_data.keys()}
        for name in self.unseen.keys() - self.closed:
            if not given[name] and not self._is_removed(name):
                given[name] = getattr(self.row, name)
        return Identity(**given)

    def _is_removed(self, name: str) -> bool:
        """A NIK goes by the reason for its absence, the number of the family card by a box of its own."""
        word = {"nik": "nik_missing_reason", "nomor_kk": "nomor_kk_removed"}.get(name, "")
        return bool(self.cleaned_data.get(word))

    def _weigh_nik(self, given: dict[str, Any]) -> None:
        if given["nik"] or not (self.row.nik and "nik" in self.unseen):
            super()._weigh_nik(given)

    def _about_the_kept(self, name: str) -> str:
        told = gettext("Tercatat: %(value)s. Kosongkan bila tidak berubah.")
        if name == "nik":
            told = gettext(
                "Tercatat: %(value)s. Kosongkan bila tidak berubah. Untuk menghapusnya, pilih alasan di bawah."
            )
        return told % {"value": under(self.unseen[name], name, getattr(self.row, name))}

    def _differs(self, name: str, now: Any) -> bool:
        if name not in self.unseen:
            return super()._differs(name, now)
        return self.cleaned_data[name] not in ("", getattr(self._saved, name))

    def _told(self, name: str, value: Any) -> str:
        """Neither side of a conflict is told in clear; an empty one stands for what is saved."""
        if name not in self.unseen:
            return super()._told(name, value)
        return under(self.unseen[name], name, value or getattr(self._saved, name)) or "—"

    @property
    def _saved(self) -> Any:
        return self.stale.row if self.stale else self.row


class FamilyForm(EditForm, FamilyFields):
    """One person close to the client: whoever may write about the family also sees it (clients/field_rules.py)."""

    def known(self, row: FamilyContact) -> dict[str, Any]:
        return {f"family_{name}": getattr(row, name) for name in Family.__slots__}
