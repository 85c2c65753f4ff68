from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import (
    Education,
    Interpreter,
    MaritalStatus,
    Mobility,
    Nationality,
    NikMissingReason,
    Senses,
    Sex,
    UnitWish,
)
from clients.facts import Identity
from clients.forms.fields import KkField, NameField, NikField, PhoneField, PlainForm, choice
from clients.nik import check_nik, regency_code
from clients.rules import birth_faults
from common.forms import DateField
from regions.forms import RegencyField
from regions.known import regencies


NOT_ASKED = _("Belum ditanyakan")


class IdentityFields(PlainForm):
    """Who the person is. A NIK or the reason for its absence; odd NIKs are confirmed, not refused."""

    name = NameField(
        label=_("Nama lengkap"), help_text=_("Seperti pada KTP, akta, atau kartu keluarga.")
    )
    nik = NikField(help_text=_("16 angka. Kosongkan bila tidak ada, lalu pilih alasannya."))
    nik_confirmed = forms.BooleanField(
        label=_("NIK sudah saya periksa pada kartunya, tetap simpan"), required=False
    )
    nik_missing_reason = choice(
        NikMissingReason, _("Alasan NIK tidak ada"), required=False, empty=_("NIK ada")
    )
    nomor_kk = KkField(help_text=_("16 angka pada kartu keluarga. Kosongkan bila tidak ada."))
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex, widget=forms.RadioSelect)
    birth_date = DateField(label=_("Tanggal lahir"))
    birth_date_estimated = forms.BooleanField(label=_("Tanggal lahir perkiraan"), required=False)
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False)
    marital_status = choice(MaritalStatus, _("Status perkawinan"), required=False, empty="—")
    education = choice(Education, _("Pendidikan terakhir"), required=False, empty="—")
    occupation = forms.CharField(label=_("Pekerjaan"), max_length=80, required=False)
    regency = RegencyField(label=_("Kabupaten/kota tempat tinggal"))
    address = forms.CharField(
        label=_("Alamat"),
        max_length=240,
        required=False,
        help_text=_("Jalan, RT/RW, kelurahan, kecamatan."),
    )
    phone = PhoneField()
    no_family = forms.BooleanField(
        label=_("Klien tidak mempunyai keluarga"),
        required=False,
        help_text=_(
            "Atau tidak ada yang dapat disebut. Orang dekat yang bukan keluarga tetap dapat dicatat."
        ),
    )

    interpreter = choice(Interpreter, _("Bahasa"), required=False, empty=NOT_ASKED)
    nationality = choice(Nationality, _("Kewarganegaraan"), required=False, empty=NOT_ASKED)
    mobility = choice(Mobility, _("Gerak"), required=False, empty=NOT_ASKED)
    senses = choice(Senses, _("Pendengaran dan penglihatan"), required=False, empty=NOT_ASKED)
    unit_wish = choice(
        UnitWish,
        _("Unit yang aman bagi klien"),
        required=False,
        empty=NOT_ASKED,
        help_text=_("Tanyakan berdua saja, dan hanya bila klien sendiri memulainya."),
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.nik_warnings: tuple[str, ...] = ()

    def clean_birth_date(self) -> date:
        birth_date: date = self.cleaned_data["birth_date"]
        for fault in birth_faults(birth_date, self.today).values():
            raise forms.ValidationError(str(fault))
        return birth_date

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "nik" in given:
            self._weigh_nik(given)
        return given

    def _weigh_nik(self, given: dict[str, Any]) -> None:
        nik = given["nik"]
        if not nik and not given.get("nik_missing_reason"):
            self.add_error("nik", _("Isi NIK, atau pilih alasan mengapa NIK tidak ada."))
        elif nik:
            given["nik_missing_reason"] = ""
            self.nik_warnings = self._doubts(nik, given)
            if self.nik_warnings and not given.get("nik_confirmed"):
                self.add_error("nik_confirmed", list(self.nik_warnings))

    def _doubts(self, nik: str, given: dict[str, Any]) -> tuple[str, ...]:
        known = regency_code(nik) in regencies()
        sex, birth_date = given.get("sex"), given.get("birth_date")
        return check_nik(nik, sex=sex, birth_date=birth_date, regency_known=known).warnings

    def identity(self) -> Identity:
        return Identity(**self.part(*Identity.__slots__))
