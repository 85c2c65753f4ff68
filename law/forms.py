"""The forms of the register. One form writes a new row and mends an old one."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.enums import LegalStatus
from clients.forms.fields import NameField, PhoneField, PlainForm, choice
from common.conflicts import EditForm
from common.forms import DateField, Line, TextArea
from files.forms import AsksForFilesAgain, UploadField
from law.enums import OrderedBy, OrderEnd
from law.facts import ExtensionFacts, OfficerFacts, OrderFacts, StageFacts
from law.models import LONGEST_MONTHS, Order, ProbationOfficer, Stage
from law.rules import order_faults, stage_faults
from partners.enums import CareBase


NUMBER = _("Nomor surat")


class StageForm(EditForm, PlainForm):
    legal_status = choice(LegalStatus, _("Tahap perkara"))
    since = DateField(label=_("Sejak"), help_text=_("Hari perkara memasuki tahap ini."))
    is_detained = forms.BooleanField(
        label=_("Klien sedang ditahan di rutan, lapas, atau kantor polisi"), required=False
    )
    note = TextArea(
        label=_("Keterangan"),
        required=False,
        max_length=1000,
        help_text=_("Misalnya: Polres Bogor, penyidik Bripka Danu."),
    )

    def __init__(
        self, *args: Any, birth_date: date, today: date, row: Stage | None = None, **options: Any
    ) -> None:
        super().__init__(*args, row=row, **options)
        self.birth_date, self.today = birth_date, today

    def known(self, row: Stage) -> dict[str, Any]:
        return {name: getattr(row, name) for name in StageFacts.__slots__}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not {"legal_status", "since", "note"} & set(self.errors):
            self.show(stage_faults(self.facts(), birth_date=self.birth_date, today=self.today))
        return given

    def facts(self) -> StageFacts:
        return StageFacts(**self.part(*StageFacts.__slots__))


class OrderForm(AsksForFilesAgain, EditForm, PlainForm):
    ordered_by = forms.ChoiceField(
        label=_("Diberikan oleh"), choices=OrderedBy, widget=forms.RadioSelect
    )
    office = Line(
        label=_("Pengadilan atau kantor"),
        max_length=160,
        help_text=_("Misalnya: PN Bogor, Kejari Bogor, atau TAT BNNK Bogor."),
    )
    letter_number = Line(
        label=NUMBER, max_length=120, help_text=_("Misalnya: 123/Pid.Sus/2026/PN Bgr.")
    )
    given_on = DateField(label=_("Tanggal surat"))
    articles = Line(
        label=_("Pasal"),
        max_length=240,
        required=False,
        help_text=_("Misalnya: pasal 127 ayat (1) huruf a UU 35/2009."),
    )
    ordered_base = choice(
        CareBase,
        _("Tempat yang ditetapkan"),
        required=False,
        empty=_("Surat tidak menyebut tempat"),
    )
    months = forms.IntegerField(
        label=_("Lama (bulan)"), min_value=1, max_value=LONGEST_MONTHS, required=False
    )
    begins_on = DateField(label=_("Mulai"), required=False)
    ends_on = DateField(
        label=_("Berakhir"),
        required=False,
        help_text=_("Kosongkan bila surat hanya menyebut lamanya; tanggalnya dihitung."),
    )
    report_due_on = DateField(
        label=_("Laporan berikut paling lambat"),
        required=False,
        help_text=_("Bila pengadilan, jaksa, atau TAT meminta laporan perkembangan."),
    )
    note = TextArea(label=_("Keterangan"), required=False, max_length=1000)
    paper = UploadField(label=_("Berkas surat"))

    def __init__(
        self, *args: Any, birth_date: date, today: date, row: Order | None = None, **options: Any
    ) -> None:
        super().__init__(*args, row=row, **options)
        self.birth_date, self.today = birth_date, today

    def known(self, row: Order) -> dict[str, Any]:
        return {name: getattr(row, name) for name in OrderFacts.__slots__}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not set(OrderFacts.__slots__) & set(self.errors):
            self.show(order_faults(self.facts(), birth_date=self.birth_date, today=self.today))
        return given

    def facts(self) -> OrderFacts:
        return OrderFacts(**self.part(*OrderFacts.__slots__))


class ExtensionForm(PlainForm):
    letter_number = Line(label=NUMBER, max_length=120)
    given_on = DateField(label=_("Tanggal surat"))
    until_on = DateField(label=_("Diperpanjang sampai"))

    def facts(self) -> ExtensionFacts:
        return ExtensionFacts(**self.part(*ExtensionFacts.__slots__))


class ReportForm(PlainForm):
    sent_on = DateField(label=_("Laporan dikirim pada"))
    next_due_on = DateField(
        label=_("Laporan berikut paling lambat"),
        required=False,
        help_text=_("Kosongkan bila tidak ada laporan lagi."),
    )


class CloseOrderForm(PlainForm):
    reason = choice(OrderEnd, _("Selesai karena"))
    on = DateField(label=_("Pada tanggal"))


class OfficerForm(EditForm, PlainForm):
    office = Line(label=_("Bapas"), max_length=160, help_text=_("Misalnya: Bapas Kelas II Bogor."))
    name = NameField(label=_("Nama PK"), help_text=_("Pembimbing kemasyarakatan yang ditunjuk."))
    phone = PhoneField(label=_("Telepon PK"))

    def known(self, row: ProbationOfficer) -> dict[str, Any]:
        return {name: getattr(row, name) for name in OfficerFacts.__slots__}

    def facts(self) -> OfficerFacts:
        return OfficerFacts(**self.part(*OfficerFacts.__slots__))
