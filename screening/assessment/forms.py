"""The pages of the assessment as forms, made from what each section asks."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, Form, TextArea
from screening.assessment.answers import Answers
from screening.assessment.questions import Kind, Question, Section
from screening.enums import AssessmentKind
from screening.forms import DraftForm


NOTHING_OF_IT = "none"


class PartForm(DraftForm):
    """One section. It takes a page that is answered in part: what is missing is told, and kept."""

    def __init__(self, section: Section, data: Any = None, *, answers: Answers) -> None:
        self.section = section
        super().__init__(data, initial={q.code: _initial(q, answers) for q in section.questions})
        for question in section.questions:
            self.fields[question.code] = _field(question)

    def full_clean(self) -> None:
        """What is missing is for the section to say (`demand`): some instruments can do without."""
        for question in self.section.questions:
            self.fields[question.code].required = False
        super().full_clean()
        for question in self.section.questions:
            self.fields[question.code].required = question.required

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in self.section.questions:
            chosen = given.get(question.code)
            if (
                question.kind is Kind.MANY
                and chosen
                and len(chosen) > 1
                and NOTHING_OF_IT in chosen
            ):
                message = _("“%(none)s” tidak dapat dipilih bersama jawaban lain.")
                self.add_error(question.code, message % {"none": question.said([NOTHING_OF_IT])})
        return given

    def given(self) -> dict[str, list[str]]:
        """What can be read of the page, as the section understands it."""
        found = {}
        for question in self.section.questions:
            if question.code in self.cleaned_data:
                word = self.cleaned_data[question.code]
                found[question.code] = word if isinstance(word, list) else [_word(word)]
        return found

    def demand(self, missing: tuple[Question, ...]) -> None:
        for question in missing:
            if question.code not in self.errors:
                self.add_error(question.code, _MISSING[question.kind])

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for title, questions in groupby(self.section.questions, key=lambda q: str(q.group)):
            yield title, [self[question.code] for question in questions]


_MISSING = {
    Kind.ONE: _("Pilih satu jawaban."),
    Kind.MANY: _("Pilih paling sedikit satu jawaban."),
    Kind.NUMBER: _("Isi dengan angka."),
    Kind.DATE: _("Isi tanggalnya."),
    Kind.WORDS: _("Tulis dalam beberapa kata."),
}


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _initial(question: Question, answers: Answers) -> object:
    given = answers.given(question)
    if question.is_words:
        return given
    words = question.words_of(given)
    return words if question.kind is Kind.MANY else "".join(words)


def _field(question: Question) -> forms.Field:
    common: dict[str, Any] = {
        "label": question.label,
        "help_text": question.hint,
        "required": question.required,
    }
    if question.kind is Kind.WORDS:
        return TextArea(**common)
    if question.kind is Kind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=question.highest, **common)
    if question.kind is Kind.DATE:
        return DateField(**common)
    return _choice_field(question, common)


def _choice_field(question: Question, common: dict[str, Any]) -> forms.Field:
    choices = [(choice.word, choice.label) for choice in question.choices]
    if question.kind is Kind.MANY:
        widget: forms.Widget = forms.CheckboxSelectMultiple()
        return forms.MultipleChoiceField(choices=choices, widget=widget, **common)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)


class KindForm(Form):
    """Without a choice where there is but one kind to choose."""

    kind = forms.ChoiceField(
        label=_("Jenis asesmen"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih jenis asesmen.")},
    )

    def __init__(self, kinds: list[str], data: Any = None) -> None:
        super().__init__(data, initial={"kind": kinds[0]} if len(kinds) == 1 else None)
        self.fields["kind"].choices = [(kind, AssessmentKind(kind).label) for kind in kinds]  # type: ignore[attr-defined]


class ReturnForm(Form):
    note = TextArea(
        label=_("Apa yang perlu dilengkapi atau diperbaiki?"),
        max_length=2000,
        error_messages={"required": _("Tulis apa yang perlu dilengkapi atau diperbaiki.")},
    )


class CorrectionForm(Form):
    reason = TextArea(
        label=_("Apa yang dikoreksi, dan mengapa?"),
        max_length=2000,
        error_messages={"required": _("Tulis apa yang dikoreksi.")},
    )
