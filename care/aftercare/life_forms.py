"""Forms about what a life has become: prison, a new home, another institution, death."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.aftercare.facts import Asking, DeathFacts, Sentence
from care.aftercare_enums import DeathCause, DeathPlace, Known
from care.enums import AgreedHow
from care.models import AftercareHandover, Death
from common.forms import DateField, Form, Line, TextArea
from partners.models import Institution
from regions.forms import RegencyField


class SentenceForm(Form):
    began_on = DateField(label=_("Sejak"))
    prison = Line(
        label=_("Lapas atau rutan"),
        max_length=160,
        error_messages={"required": _("Tulis di mana klien menjalani pidana.")},
    )
    bapas = TextArea(
        label=_("Pembimbing kemasyarakatan (Bapas)"),
        required=False,
        max_length=500,
        help_text=_("Nama, kantor, dan nomor telepon."),
    )
    release_on = DateField(
        label=_("Perkiraan bebas"),
        required=False,
        help_text=_("Pada hari itu klien dihubungi: toleransinya turun, bahaya overdosis tinggi."),
    )

    def sentence(self) -> Sentence:
        return Sentence(**self.cleaned_data)


class ReleaseForm(Form):
    on = DateField(label=_("Bebas pada"))


class AfterPrisonForm(Form):
    note = TextArea(
        label=_("Mengapa klien masuk layanan kembali"),
        max_length=1000,
        error_messages={"required": _("Tulis mengapa klien masuk layanan kembali.")},
    )


class MovedForm(Form):
    regency = RegencyField(label=_("Kabupaten/kota yang baru"))
    address = Line(
        label=_("Alamat yang baru"),
        max_length=240,
        help_text=_("Jalan, RT/RW, kelurahan, kecamatan."),
        error_messages={"required": _("Tulis alamat yang baru.")},
    )


class DeathForm(Form):
    FACTS = ("on", "place", "cause", "by_overdose", "words")

    on = DateField(
        label=_("Meninggal pada"),
        required=False,
        help_text=_("Wajib, kecuali bila tanggalnya tidak diketahui."),
    )
    is_day_unknown = forms.BooleanField(label=_("Tanggalnya tidak diketahui"), required=False)
    place = forms.ChoiceField(label=_("Tempat"), choices=DeathPlace, widget=forms.RadioSelect)
    cause = forms.ChoiceField(label=_("Sebab"), choices=DeathCause, widget=forms.RadioSelect)
    by_overdose = forms.ChoiceField(
        label=_("Karena overdosis?"), choices=Known, widget=forms.RadioSelect
    )
    words = TextArea(
        label=_("Yang diceritakan"),
        required=False,
        max_length=2000,
        help_text=_("Dari siapa kabarnya, dan apa yang perlu diketahui keluarga dan petugas."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_told = given.get("on") is not None
        if "on" in given and is_told == given["is_day_unknown"]:
            self.add_error("on", _("Isi tanggalnya, atau tandai bahwa tanggalnya tidak diketahui."))
        return given

    def facts(self) -> DeathFacts:
        return DeathFacts(**{name: self.cleaned_data[name] for name in self.FACTS})

    @classmethod
    def initial_of(cls, row: Death) -> dict[str, Any]:
        told = {name: getattr(row, name) for name in cls.FACTS}
        return {**told, "is_day_unknown": row.on is None}


class HandoverForm(Form):
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Lembaga penerima"),
        empty_label=_("Pilih lembaga"),
        error_messages={"required": _("Pilih satu lembaga.")},
    )
    agreed_on = DateField(
        label=_("Klien setuju pada"),
        help_text=_("Tanpa persetujuan klien pascalayanan tidak diserahkan."),
    )
    agreed_how = forms.ChoiceField(
        label=_("Cara setuju"), choices=AgreedHow, widget=forms.RadioSelect
    )
    note = TextArea(
        label=_("Pesan kepada penerima"),
        max_length=2000,
        help_text=_("Alamat baru, yang sudah berjalan, dan yang perlu dijaga."),
        error_messages={"required": _("Tulis pesan kepada penerima.")},
    )

    def __init__(self, *args: Any, institutions: QuerySet[Institution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]
        field.queryset = institutions

    def asking(self) -> Asking:
        return Asking(**self.cleaned_data)


class HandoverAnswerForm(Form):
    ACCEPT, DECLINE = "accept", "decline"

    answer = forms.ChoiceField(
        label=_("Jawaban"),
        widget=forms.RadioSelect,
        choices=[(ACCEPT, _("Terima")), (DECLINE, _("Tidak diterima"))],
        error_messages={"required": _("Pilih salah satu.")},
    )
    worker = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Petugas yang melanjutkan"),
        required=False,
        empty_label=_("Pilih"),
        help_text=_("Wajib bila diterima."),
    )
    note = TextArea(
        label=_("Catatan"),
        required=False,
        max_length=1000,
        help_text=_("Wajib bila tidak diterima."),
    )

    def __init__(self, *args: Any, handover: AftercareHandover, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["worker"]
        field.queryset = (
            User.objects.who_carry_cases()
            .filter(institution=handover.institution_id, is_active=True, is_service=False)
            .order_by("name", "pk")
        )
        field.label_from_instance = lambda user: user.name

    @property
    def is_yes(self) -> bool:
        return self.cleaned_data["answer"] == self.ACCEPT

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") == self.ACCEPT and given.get("worker") is None:
            self.add_error("worker", _("Pilih petugas yang melanjutkan."))
        return given
