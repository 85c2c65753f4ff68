from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from clients.forms.fields import choice
from clients.forms.work import TimeInput
from clients.models import Case
from common.forms import DateField, Form, Line, TextArea
from files.forms import AsksForFilesAgain, UploadField
from partners.models import Institution
from safety.enums import Danger, Outcome, Source
from safety.facts import Found, Raised, Sending
from safety.models import MedicalReferral
from safety.selectors import hospitals_near
from safety.signs import medical_signs


class HospitalField(forms.ModelChoiceField):
    def label_from_instance(self, place: Institution) -> str:  # type: ignore[override]
        return f"{place.name}, {place.regency.name}"


class SendingForm(Form):
    """Nothing in it is demanded: whoever is in danger goes at once, and the rest is written later."""

    hospital = HospitalField(
        queryset=Institution.objects.none(),
        label=gettext_lazy("Rumah sakit atau puskesmas"),
        required=False,
        empty_label=gettext_lazy("Tidak ada dalam daftar"),
    )
    hospital_name = Line(
        label=gettext_lazy("Tempat lain"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Bila tempatnya tidak ada dalam daftar mitra."),
    )
    companion = Line(label=gettext_lazy("Siapa yang mendampingi?"), required=False, max_length=160)
    left_time = forms.TimeField(
        label=gettext_lazy("Berangkat pukul"), required=False, widget=TimeInput
    )
    reason = TextArea(
        label=gettext_lazy("Keterangan untuk tenaga kesehatan"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        case: Case,
        now: datetime,
        referral: MedicalReferral | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.now = now
        if referral is not None:
            self.initial = _as_known(referral)
        hospital: Any = self.fields["hospital"]
        hospital.queryset = hospitals_near(case)

    def sending(self) -> Sending:
        given = self.cleaned_data
        return Sending(
            hospital=given["hospital"],
            hospital_name="" if given["hospital"] else given["hospital_name"],
            companion=given["companion"],
            left_at=self._left_at(given["left_time"]),
            reason=given["reason"],
        )

    def _left_at(self, time: Any) -> datetime | None:
        """Today's; a time that has not come yet is refused by the service."""
        if time is None:
            return None
        return timezone.make_aware(datetime.combine(timezone.localdate(self.now), time))


def _as_known(referral: MedicalReferral) -> dict[str, Any]:
    left_at = referral.left_at and timezone.localtime(referral.left_at).time()
    names = ("hospital", "hospital_name", "companion", "reason")
    return {**{name: getattr(referral, name) for name in names}, "left_time": left_at}


class ReferralForm(SendingForm):
    """By a worker's own observation, outside of an interview."""

    field_order = ("flags",)

    flags = forms.MultipleChoiceField(
        label=gettext_lazy("Tanda bahaya yang terlihat"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih paling sedikit satu tanda bahaya.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["flags"]
        field.choices = [(sign.code, capfirst(sign.name())) for sign in medical_signs()]


class ResultForm(AsksForFilesAgain):
    outcome = forms.ChoiceField(
        label=gettext_lazy("Apa hasilnya?"),
        choices=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih satu hasil.")},
    )
    clinician = Line(
        label=gettext_lazy("Tenaga kesehatan yang menyatakannya"),
        max_length=160,
        help_text=gettext_lazy("Nama dan jabatannya."),
        error_messages={"required": gettext_lazy("Tulis nama tenaga kesehatan yang memeriksa.")},
    )
    place = Line(
        label=gettext_lazy("Di mana?"),
        max_length=160,
        error_messages={"required": gettext_lazy("Tulis di mana klien diperiksa.")},
    )
    found_on = DateField(label=gettext_lazy("Tanggal pemeriksaan"))
    note = TextArea(
        label=gettext_lazy("Anjuran dan catatan"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Misalnya obat, kontrol berikutnya, hal yang harus diawasi."),
    )
    file = UploadField(label=gettext_lazy("Surat hasil"))

    def __init__(self, *args: Any, today: date, place: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {"found_on": today, "place": place, **self.initial}

    def found(self) -> Found:
        return Found(**self.cleaned_data)


class ConcernForm(Form):
    what = forms.ChoiceField(
        label=gettext_lazy("Apa bahayanya?"), choices=Danger, widget=forms.RadioSelect
    )
    source = choice(Source, gettext_lazy("Dari mana diketahui?"))
    words = TextArea(
        label=gettext_lazy("Uraian"),
        max_length=2000,
        error_messages={"required": gettext_lazy("Tulis apa yang terlihat atau didengar.")},
    )
    to_call = Line(
        label=gettext_lazy("Siapa yang akan dihubungi?"),
        required=False,
        max_length=240,
        help_text=gettext_lazy("Misalnya UPTD PPA, pekerja sosial anak, polisi."),
    )

    def raised(self) -> Raised:
        return Raised(**self.cleaned_data)


class StepForm(Form):
    words = TextArea(
        label=gettext_lazy("Apa yang sudah dilakukan?"),
        max_length=2000,
        help_text=gettext_lazy("Siapa yang dihubungi, jam berapa, dan apa yang disepakati."),
        error_messages={"required": gettext_lazy("Tulis apa yang sudah dilakukan.")},
    )


class SettleForm(Form):
    words = TextArea(
        label=gettext_lazy("Mengapa pelindungan selesai?"),
        max_length=2000,
        help_text=gettext_lazy("Siapa yang memastikannya, dan dengan cara apa."),
        error_messages={
            "required": gettext_lazy(
                "Tulis mengapa pelindungan selesai, dan siapa yang memastikannya."
            )
        },
    )
