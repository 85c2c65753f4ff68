"""Institutions and agreements as the ministry fills them in."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from common.conflicts import EditForm
from common.forms import DateField, Form, Line, TextArea, check_telephone
from files.enums import FileKind
from files.forms import AsksForFilesAgain, UploadField
from partners.enums import (
    AccreditationGrade,
    AgreementKind,
    ClientGroup,
    Component,
    InstitutionKind,
    SpecialNeed,
    WorkDays,
)
from partners.facts import AgreementFacts, Coverage, InstitutionFacts
from partners.models import CLOSES, OPENS, Agreement, Institution
from partners.rules import agreement_faults, institution_faults, termination_faults
from regions.forms import RegenciesField, RegencyField
from regions.languages import Language
from regions.models import Province


CHOOSE = ("", _("Pilih satu"))
USUAL = {
    "is_active": True,
    "takes_male": True,
    "is_residential": True,
    "age_min": 18,
    "age_max": 65,
    "capacity": 0,
    "social_workers": 0,
    "counsellors": 0,
    "opens_at": OPENS,
    "closes_at": CLOSES,
    "work_days": WorkDays.FIVE,
}
DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class CodesField(forms.MultipleChoiceField):
    """Any number of boxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)


class StaffField(forms.IntegerField):
    """How many people; left empty it is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, min_value=0, max_value=500, **options)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class HourField(forms.TimeField):
    """Left empty it is the usual hour."""

    def __init__(self, usual: time, **options: Any) -> None:
        self.usual = usual
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(required=False, widget=widget, **options)

    def clean(self, value: Any) -> time:
        return super().clean(value) or self.usual


class WorkDaysField(forms.TypedChoiceField):
    """Left empty it is the usual week."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=WorkDays.choices, coerce=int, required=False, **options)

    def clean(self, value: Any) -> int:
        return super().clean(value) or WorkDays.FIVE


class DomainsField(forms.CharField):
    """Domains of mail addresses, with commas or spaces between them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=500, **options)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        words = super().clean(value).lower().replace(",", " ").split()
        domains = [word.removeprefix("@") for word in words]
        for domain in domains:
            self._demand_domain(domain)
        return sorted(set(domains))

    def _demand_domain(self, domain: str) -> None:
        if not DOMAIN.fullmatch(domain):
            raise forms.ValidationError(
                _("“%(domain)s” bukan domain surel. Contoh: kemensos.go.id.")
                % {"domain": domain[:60]}
            )


class InstitutionForm(EditForm):
    name = Line(label=_("Nama lembaga"), max_length=160)
    kind = forms.ChoiceField(label=_("Jenis"), choices=[CHOOSE, *InstitutionKind.choices])
    regency = RegencyField(label=_("Kabupaten/kota"))
    address = Line(label=_("Alamat"), max_length=240, required=False)
    phone = Line(
        label=_("Telepon"),
        max_length=30,
        required=False,
        validators=[check_telephone],
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    email = forms.EmailField(label=_("Surel"), max_length=254, required=False)
    capacity = forms.IntegerField(
        label=_("Daya tampung"),
        min_value=0,
        max_value=5000,
        help_text=_("Jumlah tempat untuk klien; 0 bila tidak menerima penempatan."),
    )
    takes_male = forms.BooleanField(label=_("Menerima laki-laki"), required=False)
    takes_female = forms.BooleanField(label=_("Menerima perempuan"), required=False)
    is_residential = forms.BooleanField(
        label=_("Klien tinggal di dalam"),
        required=False,
        help_text=_("Kosongkan bila hanya rawat jalan. Balai dan sentra selalu tinggal di dalam."),
    )
    age_min = forms.IntegerField(label=_("Usia terendah"), min_value=0, max_value=120)
    age_max = forms.IntegerField(label=_("Usia tertinggi"), min_value=0, max_value=120)
    accreditation_grade = forms.ChoiceField(
        label=_("Akreditasi"),
        choices=[("", _("Tidak ada atau belum dicatat")), *AccreditationGrade.choices],
        required=False,
    )
    accreditation_expires_on = DateField(label=_("Akreditasi berlaku sampai"), required=False)
    mentor = forms.ModelChoiceField(
        label=_("Balai pendamping"),
        queryset=Institution.objects.none(),
        empty_label=_("Tidak ada"),
        required=False,
    )
    covers_provinces = forms.ModelMultipleChoiceField(
        label=_("Cakupan provinsi"),
        queryset=Province.objects.order_by("code"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    covers_regencies = RegenciesField(
        label=_("Cakupan kabupaten/kota"),
        help_text=_(
            "Isi bila cakupannya lebih sempit dari satu provinsi. Tekan Ctrl untuk memilih beberapa."
        ),
        required=False,
    )
    components = CodesField(label=_("Layanan yang diberikan"), choices=Component.choices)
    special_needs = CodesField(
        label=_("Kebutuhan khusus yang dilayani"),
        choices=SpecialNeed.choices,
        help_text=_(
            "Anak, perempuan, ibu hamil, dan yang memerlukan obat atau kursi roda hanya dapat diajukan ke lembaga yang menandainya di sini."
        ),
    )
    languages = CodesField(label=_("Bahasa daerah yang dikuasai"), choices=Language.choices)
    social_workers = StaffField(
        label=_("Jumlah pekerja sosial"), help_text=_("Patokan: satu orang untuk tujuh klien.")
    )
    counsellors = StaffField(
        label=_("Jumlah konselor adiksi"), help_text=_("Patokan: satu orang untuk sepuluh klien.")
    )
    admission_criteria = TextArea(
        label=_("Syarat masuk"),
        max_length=2000,
        required=False,
        help_text=_(
            "Misalnya surat yang dibawa, pendamping, atau keadaan yang belum dapat dilayani."
        ),
    )
    mail_domains = DomainsField(
        label=_("Domain surel petugas"),
        help_text=_(
            "Misalnya kemensos.go.id. Hanya orang dengan surel di domain ini yang dapat diundang; kosongkan bila boleh semua."
        ),
    )
    opens_at = HourField(OPENS, label=_("Buka pukul"))
    closes_at = HourField(CLOSES, label=_("Tutup pukul"))
    work_days = WorkDaysField(
        label=_("Hari kerja"),
        help_text=_("Menurut jam setempat. Yang mendesak diingatkan kepada pimpinan pada jam ini."),
    )
    is_active = forms.BooleanField(label=_("Lembaga ini aktif"), required=False)

    def __init__(self, *args: Any, institution: Institution | None = None, **options: Any) -> None:
        if institution is None:
            options["initial"] = USUAL
        super().__init__(*args, row=institution, **options)
        balai = Institution.objects.active().filter(kind=InstitutionKind.BALAI)
        if institution is not None:
            balai = balai.exclude(pk=institution.pk)
        mentors: Any = self.fields["mentor"]
        mentors.queryset = balai.order_by(Lower("name"), "pk")

    def known(self, row: Institution) -> dict[str, Any]:
        facts = {name: getattr(row, name) for name in InstitutionFacts.__slots__}
        return facts | {
            "regency": row.regency_id,
            "mentor": row.mentor_id,
            "covers_provinces": [each.pk for each in row.covers_provinces.all()],
            "covers_regencies": [each.pk for each in row.covers_regencies.all()],
        }

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.show(institution_faults(self.facts()))
        return self.cleaned_data

    def facts(self) -> InstitutionFacts:
        given = self.cleaned_data
        return InstitutionFacts(**{name: given[name] for name in InstitutionFacts.__slots__})

    def coverage(self) -> Coverage:
        return Coverage(
            tuple(self.cleaned_data["covers_provinces"]),
            tuple(self.cleaned_data["covers_regencies"]),
        )


class AgreementForm(AsksForFilesAgain, EditForm):
    institution = forms.ModelChoiceField(
        label=_("Mitra"),
        queryset=Institution.objects.active().order_by(Lower("name"), "pk"),
        empty_label=_("Pilih mitra"),
    )
    kind = forms.ChoiceField(
        label=_("Jenis"), choices=AgreementKind.choices, widget=forms.RadioSelect
    )
    number = Line(label=_("Nomor"), max_length=80)
    title = Line(label=_("Tentang"), max_length=200)
    scope = TextArea(label=_("Ruang lingkup"))
    groups = forms.MultipleChoiceField(
        label=_("Berlaku untuk"),
        required=False,
        choices=ClientGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kosongkan bila naskahnya tidak membatasi kelompok klien."),
    )
    first_party = Line(label=_("Pihak pertama"), max_length=160)
    first_signer = Line(label=_("Penanda tangan pihak pertama"), max_length=120, required=False)
    second_signer = Line(label=_("Penanda tangan mitra"), max_length=120, required=False)
    starts_on = DateField(label=_("Berlaku mulai"))
    ends_on = DateField(label=_("Berlaku sampai"))
    signed_on = DateField(
        label=_("Ditandatangani pada"),
        help_text=_("Kosongkan bila belum ditandatangani; perjanjian itu belum berlaku."),
        required=False,
    )
    document = UploadField(FileKind.PDF, label=_("Naskah"))

    def __init__(
        self, *args: Any, today: date, agreement: Agreement | None = None, **options: Any
    ) -> None:
        super().__init__(*args, row=agreement, **options)
        self.today = today
        if agreement is not None:  # a partner that has left stays the partner of its old agreements
            partners: Any = self.fields["institution"]
            partners.queryset |= Institution.objects.filter(pk=agreement.institution_id)

    def known(self, row: Agreement) -> dict[str, Any]:
        facts = {name: getattr(row, name) for name in AgreementFacts.__slots__}
        return facts | {"institution": row.institution_id}

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.show(agreement_faults(self.facts(), self.today))
        return self.cleaned_data

    def facts(self) -> AgreementFacts:
        given = self.cleaned_data
        return AgreementFacts(**{name: given[name] for name in AgreementFacts.__slots__})


class TerminationForm(Form):
    on = DateField(label=_("Diakhiri pada"))
    reason = TextArea(label=_("Alasan"), max_length=1000)

    def __init__(self, *args: Any, agreement: Agreement, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.agreement, self.today = agreement, today

    def clean(self) -> dict[str, Any]:
        if "on" in self.cleaned_data:
            self.show(termination_faults(self.agreement, self.cleaned_data["on"], self.today))
        return self.cleaned_data
