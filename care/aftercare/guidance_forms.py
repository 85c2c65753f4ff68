from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from care.aftercare.facts import GuidedContact, Programme, Summary
from care.aftercare_enums import Fellowship, GuidanceResult, GuidanceTrack
from common.forms import DateField, Form, TextArea


MOST_MEETINGS = 99


class ProgrammeForm(Form):
    starts_on = DateField(label=_("Mulai"))
    planned_until = DateField(label=_("Rencana sampai"))
    aims = TextArea(
        label=_("Tujuan bina lanjut"),
        max_length=2000,
        help_text=_("Pulih, bekerja, sekolah, keluarga: apa yang ingin dicapai klien."),
        error_messages={"required": _("Tulis tujuan bina lanjut.")},
    )
    cadre = TextArea(
        label=_("Kader atau agen pemulihan (IBM)"),
        required=False,
        max_length=500,
        help_text=_("Nama dan nomor telepon orang terlatih di dekat rumah klien."),
    )

    def programme(self) -> Programme:
        return Programme(**self.cleaned_data)


class GuidedContactForm(Form):
    on = DateField(label=_("Tanggal"))
    track = forms.ChoiceField(
        label=_("Dengan siapa"),
        choices=GuidanceTrack,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    fellowship = forms.ChoiceField(
        label=_("Kelompok"),
        required=False,
        choices=[("", _("Bukan kelompok")), *Fellowship.choices],
        help_text=_("Hanya untuk kelompok bantu diri di luar lembaga."),
    )
    times = forms.IntegerField(
        label=_("Berapa kali hadir"),
        required=False,
        min_value=1,
        max_value=MOST_MEETINGS,
        help_text=_("Sejak kontak terakhir tentang kelompok ini."),
    )
    note = TextArea(
        label=_("Isi kontak"),
        max_length=2000,
        error_messages={"required": _("Tulis isi kontak.")},
    )

    def contact(self) -> GuidedContact:
        given: dict[str, Any] = self.cleaned_data
        return GuidedContact(**given)


class SummaryForm(Form):
    on = DateField(label=_("Berakhir pada"))
    attained = forms.ChoiceField(
        label=_("Hasil"),
        choices=GuidanceResult,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih satu jawaban.")},
    )
    words = TextArea(
        label=_("Ringkasan akhir"),
        max_length=2000,
        help_text=_("Yang tercapai, yang masih perlu dijaga, dan siapa yang tetap mendampingi."),
        error_messages={"required": _("Tulis ringkasan akhir.")},
    )

    def ended(self) -> Summary:
        return Summary(**self.cleaned_data)
