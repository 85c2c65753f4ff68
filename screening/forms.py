"""The pages of the interview as forms, made from what each section asks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import Form, Line, TextArea
from screening.engine import Note
from screening.enums import Missing, ScreeningReason, StepCondition, UrgentReason
from screening.gates import Urgent, faults
from screening.interview.asks import Ask
from screening.interview.drafts import Draft
from screening.interview.sections import Section
from screening.models import StepChange


LARGEST_REVISION = 2**31 - 1


class DraftForm(Form):
    """A page of a draft: what it was opened on, and which warnings stood on it when it was sent."""

    use_required_attribute = False  # the browser must not keep a half-filled page from being saved

    revision = forms.IntegerField(
        required=False, min_value=0, max_value=LARGEST_REVISION, widget=forms.HiddenInput
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def opened_at(self) -> int:
        """The draft's revision when the page was opened; an unreadable one counts as the oldest."""
        return self.cleaned_data.get("revision") or 0

    def has_seen(self, notes: Iterable[Note]) -> bool:
        seen = self.cleaned_data.get("seen", "").split()
        return all(note.code in seen for note in notes)


class SectionForm(DraftForm):
    """One section. Not `complete`, it takes a page that is answered in part.

    `before` is what was told at an earlier interview.
    """

    def __init__(
        self,
        section: Section,
        data: Any = None,
        *,
        draft: Draft,
        complete: bool = True,
        before: Draft | None = None,
    ) -> None:
        self.section, self.draft, self.complete = section, draft, complete
        self.asks = section.asks(draft)
        super().__init__(data, initial={ask.field: _said(ask, draft, before) for ask in self.asks})
        for ask in self.asks:
            self.fields[ask.field] = _field(ask, required=complete)

    def clean(self) -> dict[str, Any]:
        """A whole page also has to hold together; what is half answered is kept as it is."""
        given = super().clean() or {}
        if self.complete and not self.errors:
            self.show(self.section.faults(self.draft.with_words(self.asks, self.entered())))
        return given

    def entered(self) -> dict[str, str]:
        """The answers that can be read, as the interview writes them."""
        fields = [ask.field for ask in self.asks if ask.field in self.cleaned_data]
        found = {field: self.cleaned_data[field] for field in fields}
        return {field: "" if word is None else str(word) for field, word in found.items()}

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for title, asks in groupby(self.asks, key=lambda ask: ask.group):
            yield title, [self[ask.field] for ask in asks]


def _said(ask: Ask, draft: Draft, before: Draft | None) -> str:
    """What was answered, else what was told earlier: there it waits to be confirmed."""
    return draft.word(ask) or (before.word(ask) if before else "")


def _field(ask: Ask, *, required: bool) -> forms.Field:
    if ask.is_number:
        return forms.IntegerField(
            label=ask.label,
            help_text=ask.hint,
            required=required,
            min_value=ask.lowest,
            max_value=ask.highest,
            error_messages={"required": _("Isi dengan angka.")},
        )
    if ask.is_words:
        return Line(
            label=ask.label,
            help_text=ask.hint,
            required=required,
            max_length=ask.longest,
            error_messages={"required": _("Tulis dalam beberapa kata.")},
        )
    return forms.ChoiceField(
        label=ask.label,
        help_text=ask.hint,
        required=required,
        choices=[(choice.word, choice.label) for choice in ask.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu jawaban.")},
    )


class StartForm(Form):
    """In care the worker says why now, after it what happened; before that there is nothing to ask."""

    def __init__(self, data: Any = None, *, again: bool, has_days: bool) -> None:
        super().__init__(data)
        if again:
            by_day = [("", _("Sesuai jadwal"))] if has_days else []
            self.fields["reason"] = forms.ChoiceField(
                label=_("Mengapa klien diskrining ulang sekarang?"),
                required=not has_days,
                choices=[*by_day, *ScreeningReason.choices],
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih apa yang terjadi.")},
            )


class CorrectionForm(Form):
    reason = TextArea(
        label=_("Apa yang keliru?"),
        max_length=1000,
        help_text=_("Tersimpan bersama koreksi dan terbaca oleh siapa pun yang membuka hasilnya."),
        error_messages={"required": _("Tulis apa yang keliru.")},
    )


class StepForm(Form):
    """The four conditions are asked only where lighter care is proposed."""

    ACCEPT, REFUSE = "accept", "refuse"

    answer = forms.ChoiceField(
        label=_("Keputusan Anda"),
        widget=forms.RadioSelect,
        choices=[(ACCEPT, _("Terima perubahan")), (REFUSE, _("Jangan ubah sekarang"))],
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    conditions = forms.MultipleChoiceField(
        label=_("Syarat yang sudah dipastikan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=StepCondition.choices,
        help_text=_("Layanan diringankan hanya bila semuanya terpenuhi."),
    )
    note = TextArea(
        label=_("Penjelasan"),
        required=False,
        max_length=1000,
        help_text=_("Wajib bila tingkat layanan tidak diubah."),
    )

    def __init__(self, data: Any = None, *, step: StepChange) -> None:
        super().__init__(data)
        if step.is_up:
            del self.fields["conditions"]


class UrgentFields(Form):
    """Beside a step that something is missing for: nothing is asked where all is there."""

    urgent_reason = forms.ChoiceField(
        label=_("Alasan mendesak"),
        required=False,
        choices=[("", _("Tidak mendesak: saya lengkapi dahulu")), *UrgentReason.choices],
    )
    urgent_words = TextArea(
        label=_("Mengapa tidak dapat menunggu"),
        required=False,
        max_length=1000,
        help_text=_("Paling sedikit 20 huruf. Tercatat di linimasa klien."),
    )

    def __init__(
        self, *args: Any, gate_of: int = 0, missing: Sequence[Missing] = (), **options: Any
    ) -> None:
        """`gate_of` is the case's id, for the links to what is missing; where nothing can be, there is none."""
        super().__init__(*args, **options)
        self.gate_of, self.missing = gate_of, missing
        if not missing:
            del self.fields["urgent_reason"], self.fields["urgent_words"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        words = (given.pop("urgent_reason", ""), given.pop("urgent_words", ""))
        self.show(faults(self.missing, Urgent(*words)))
        return {**given, "urgent": Urgent(*words)}
