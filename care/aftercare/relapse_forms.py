from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from care.aftercare.facts import SafetyPlan
from care.aftercare_enums import RelapseAnswer
from common.forms import DateField, Form, TextArea


class NameForm(Form):
    on = DateField(label=_("Kambuh pada"), help_text=_("Kira-kira saja bila tidak tahu pasti."))
    words = TextArea(
        label=_("Apa yang terjadi"),
        help_text=_("Zat apa, seberapa sering, apa pemicunya. Tanpa menyalahkan."),
        error_messages={"required": _("Tulis apa yang terjadi.")},
    )


class PlanForm(Form):
    warning_signs = TextArea(
        label=_("Tanda yang mendahului"),
        max_length=1000,
        help_text=_("Yang dirasakan atau terlihat sebelum memakai lagi."),
        error_messages={"required": _("Tulis tanda yang mendahului.")},
    )
    what_to_do = TextArea(
        label=_("Yang dilakukan bila muncul"),
        max_length=1000,
        help_text=_("Langkah yang sanggup dilakukan klien sendiri dan keluarganya."),
        error_messages={"required": _("Tulis apa yang dilakukan.")},
    )
    whom_to_call = TextArea(
        label=_("Yang dihubungi"),
        max_length=1000,
        help_text=_("Nama, hubungan, dan nomor telepon; juga 112 bila nyawa terancam."),
        error_messages={"required": _("Tulis siapa yang dihubungi.")},
    )

    def plan(self) -> SafetyPlan:
        return SafetyPlan(**self.cleaned_data)


class SettleForm(Form):
    answer = forms.ChoiceField(
        label=_("Langkah sesudahnya"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih langkah sesudahnya.")},
    )
    note = TextArea(
        label=_("Penjelasan"),
        max_length=1000,
        help_text=_("Dukungan apa yang ditambah, atau mengapa tingkat layanan naik."),
        error_messages={"required": _("Jelaskan langkah ini.")},
    )

    def __init__(self, *args: Any, answers: tuple[RelapseAnswer, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["answer"]
        field.choices = [(answer.value, answer.label) for answer in answers]


class ReentryForm(Form):
    note = TextArea(
        label=_("Mengapa klien masuk layanan kembali"),
        max_length=1000,
        error_messages={"required": _("Tulis mengapa klien masuk layanan kembali.")},
    )
