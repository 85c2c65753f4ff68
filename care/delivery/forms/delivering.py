"""What was given to one person: the facts that all kinds share, and the kinds' own."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from care.delivery.facts import AidFacts, Given, Part, TrainingFacts, VisitFacts
from care.enums import (
    SPOKEN_KINDS,
    DeliveryKind,
    DeliveryPlace,
    FundSource,
    HomeCondition,
    TrainingResult,
)
from care.models import PlanService
from care.models.delivery import LONGEST
from clients.forms.fields import ColleagueField, choice
from clients.models import Case
from common.forms import DateField, Line, TextArea
from files.forms import AsksForFilesAgain, UploadField
from partners.enums import (
    AFTERCARE_SERVICES,
    ATENSI_COMPONENTS,
    FAMILY_SERVICES,
    Component,
    InstitutionKind,
)
from partners.models import Institution


TRAINERS = (
    InstitutionKind.SCHOOL,
    InstitutionKind.BUSINESS,
    InstitutionKind.COMMUNITY,
    InstitutionKind.NGO,
)
CHOOSE = ("", gettext_lazy("Pilih satu"))
HIGHEST_VALUE = 10_000_000_000


class PlanServiceField(forms.ModelChoiceField):
    def label_from_instance(self, service: PlanService) -> str:  # type: ignore[override]
        return _("%(component)s, %(times)s kali %(per)s") % {
            "component": service.get_component_display(),
            "times": service.times,
            "per": service.get_per_display(),
        }


def component_field(**options: Any) -> forms.ChoiceField:
    """All of the catalogue, in the three groups that people know it by."""
    groups = (
        (gettext_lazy("Komponen ATENSI"), ATENSI_COMPONENTS),
        (gettext_lazy("Layanan keluarga"), FAMILY_SERVICES),
        (gettext_lazy("Pascalayanan"), AFTERCARE_SERVICES),
    )
    choices = [CHOOSE, *((title, list(_coded(codes))) for title, codes in groups)]
    return forms.ChoiceField(label=gettext_lazy("Komponen"), choices=choices, **options)


def _coded(codes: Iterable[Component]) -> Iterable[tuple[str, Any]]:
    return ((code.value, format_lazy("{} {}", code.value, code.label)) for code in codes)


def duration_field(**options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=gettext_lazy("Lama (menit)"), min_value=1, max_value=LONGEST, **options
    )


class DeliveryForm(AsksForFilesAgain):
    """`kind_of` is the kind of what is told here, unless the form asks for it."""

    kind_of = DeliveryKind.OTHER
    usual: Component | None = None
    has_file = False

    component = component_field()
    plan_service = PlanServiceField(
        queryset=PlanService.objects.none(),
        label=gettext_lazy("Layanan dalam rencana"),
        required=False,
        empty_label=gettext_lazy("Di luar rencana"),
    )
    held_on = DateField(label=gettext_lazy("Tanggal"))
    duration = duration_field(required=False)
    place = choice(DeliveryPlace, gettext_lazy("Tempat"), required=False)
    worker = ColleagueField(label=gettext_lazy("Petugas"))
    summary = TextArea(
        label=gettext_lazy("Ringkasan"),
        help_text=gettext_lazy("Apa yang dilakukan dan apa yang disepakati."),
        error_messages={"required": gettext_lazy("Tulis ringkasan layanan.")},
    )
    reaction = TextArea(
        label=gettext_lazy("Tanggapan dan kemajuan klien"), required=False, max_length=2000
    )
    next_on = DateField(label=gettext_lazy("Pertemuan berikut"), required=False)

    first_names: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def __init__(self, *args: Any, user: User, case: Case, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in self.left_out:
            del self.fields[name]
        self.order_fields([*self.first_names, *DeliveryForm.base_fields])
        worker: Any = self.fields["worker"]
        worker.offer_to(user)
        planned: Any = self.fields["plan_service"]
        planned.queryset = (
            PlanService.objects.visible_to(user).in_force().filter(plan__case=case).in_order()
        )
        if not len(planned.queryset):
            del self.fields["plan_service"]
        usual = {"held_on": today, "worker": user.pk, "component": self.usual}
        self.initial = {**usual, **self.initial}

    def given(self) -> Given:
        known = {name: self.cleaned_data.get(name) for name in DeliveryForm.base_fields}
        told = {name: value for name, value in known.items() if value not in {None, ""}}
        return Given(kind=self.cleaned_data.get("kind") or self.kind_of, **told)

    def part(self) -> Part:
        return None


class SessionForm(DeliveryForm):
    usual = Component.C4B
    first_names = ("kind",)

    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        choices=[(kind.value, kind.label) for kind in SPOKEN_KINDS],
        widget=forms.RadioSelect,
        initial=DeliveryKind.SESSION,
    )


class VisitForm(DeliveryForm):
    kind_of = DeliveryKind.HOME_VISIT
    usual = Component.K1
    left_out = ("place",)

    met = Line(
        label=gettext_lazy("Siapa yang ditemui"),
        max_length=240,
        help_text=gettext_lazy("Nama dan hubungannya dengan klien."),
    )
    condition = choice(HomeCondition, gettext_lazy("Keadaan rumah"))
    is_unsafe = forms.BooleanField(
        label=gettext_lazy("Ada kekhawatiran keselamatan"),
        required=False,
        help_text=gettext_lazy("Pekerja sosial dan pimpinan melihatnya sekarang."),
    )
    concern = TextArea(
        label=gettext_lazy("Apa yang mengkhawatirkan"), required=False, max_length=2000
    )

    def part(self) -> Part:
        names = ("met", "condition", "is_unsafe", "concern")
        return VisitFacts(**{name: self.cleaned_data[name] for name in names})


class AidForm(DeliveryForm):
    kind_of = DeliveryKind.AID
    usual = Component.C6
    has_file = True
    first_names = ("item", "tools", "quantity", "unit", "value", "source", "handed_to", "proof")
    left_out = ("duration", "next_on")

    item = Line(label=gettext_lazy("Bantuan"), max_length=160)
    tools = TextArea(
        label=gettext_lazy("Daftar alat"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Satu alat atau bahan tiap baris, dengan jumlahnya."),
    )
    quantity = forms.DecimalField(
        label=gettext_lazy("Jumlah"),
        max_digits=10,
        decimal_places=2,
        min_value=0.01,
        localize=False,
        initial=1,
    )
    unit = Line(
        label=gettext_lazy("Satuan"),
        max_length=30,
        help_text=gettext_lazy("Misalnya paket, lembar, kilogram."),
    )
    value = forms.IntegerField(
        label=gettext_lazy("Nilai seluruhnya (rupiah)"), min_value=0, max_value=HIGHEST_VALUE
    )
    source = choice(FundSource, gettext_lazy("Sumber dana"))
    handed_to = Line(label=gettext_lazy("Diterima oleh"), max_length=160)
    proof = UploadField(label=gettext_lazy("Bukti: kuitansi atau foto"))

    def part(self) -> Part:
        return AidFacts(**{name: self.cleaned_data[name] for name in self.first_names})


class TrainingForm(DeliveryForm):
    kind_of = DeliveryKind.TRAINING
    usual = Component.C5A
    has_file = True
    first_names = (
        "topic", "hours", "provider", "provider_name", "starts_on", "ends_on", "attained",
        "certificate", "proof",
    )  # fmt: skip
    left_out = ("duration", "next_on")

    topic = Line(label=gettext_lazy("Pelatihan"), max_length=160)
    hours = forms.IntegerField(label=gettext_lazy("Jam pelajaran"), min_value=1, max_value=2000)
    provider = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=gettext_lazy("Lembaga pelatih"),
        required=False,
        empty_label=gettext_lazy("Tidak ada dalam daftar"),
    )
    provider_name = Line(label=gettext_lazy("Penyelenggara lain"), max_length=160, required=False)
    starts_on = DateField(label=gettext_lazy("Mulai"))
    ends_on = DateField(label=gettext_lazy("Selesai"))
    attained = choice(TrainingResult, gettext_lazy("Hasil"))
    certificate = Line(label=gettext_lazy("Nomor sertifikat"), max_length=80, required=False)
    proof = UploadField(label=gettext_lazy("Sertifikat"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["provider"]
        field.queryset = Institution.objects.filter(is_active=True, kind__in=TRAINERS).order_by(
            "name", "pk"
        )

    def part(self) -> Part:
        return TrainingFacts(**{name: self.cleaned_data[name] for name in self.first_names})
