"""Groups, their members and the roll of a meeting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.delivery.facts import GroupFacts, Mark, SessionFacts, StepFacts
from care.delivery.forms.delivering import component_field, duration_field
from care.enums import (
    Cohesion,
    GroupExit,
    GroupKind,
    Level,
    Phase,
    Presence,
    SessionKind,
)
from care.models import CareGroup, Membership
from care.models.group_session import LONGEST_NOTES
from clients.forms.fields import ColleagueField, choice
from clients.forms.work import TimeInput
from clients.models import Case, Client
from common.forms import DateField, Form, Line, TextArea
from partners.enums import Component


class GroupForm(Form):
    name = Line(label=_("Nama kelompok"), max_length=80)
    kind = forms.ChoiceField(label=_("Jenis"), choices=GroupKind, widget=forms.RadioSelect)
    facilitator = ColleagueField(
        label=_("Fasilitator"), help_text=_("Melihat semua anggota dan mencatat pertemuannya.")
    )
    started_on = DateField(label=_("Dibentuk pada"))
    meets_on = forms.TypedChoiceField(
        label=_("Bertemu tiap"),
        required=False,
        choices=[("", _("Tidak tetap")), *WEEKDAYS.items()],
        coerce=int,
        empty_value=None,
        help_text=_("Tampil dalam jadwal dan kalender fasilitator."),
    )
    is_active = forms.BooleanField(label=_("Kelompok ini aktif"), required=False, initial=True)

    def __init__(self, *args: Any, user: User, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["facilitator"]
        field.offer_to(user)
        self.initial = {"started_on": today, "facilitator": user.pk, **self.initial}

    def facts(self) -> GroupFacts:
        return GroupFacts(**self.cleaned_data)


class CaseField(forms.ModelChoiceField):
    def label_from_instance(self, case: Case) -> str:  # type: ignore[override]
        return f"{case.client.name} ({case.client.registration_number})"


class JoinForm(Form):
    case = CaseField(queryset=Case.objects.none(), label=_("Klien"), empty_label=_("Pilih satu"))
    on = DateField(label=_("Masuk pada"))
    evidence = TextArea(
        label=_("Mengapa diterima"),
        max_length=1000,
        help_text=_("Kesiapan klien, kesediaannya mengikuti aturan, dan siapa yang mewawancarai."),
        error_messages={"required": _("Tulis mengapa klien ini diterima.")},
    )

    def __init__(self, *args: Any, offered: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["case"]
        field.queryset = offered
        self.initial = {"on": today, **self.initial}

    def step(self) -> StepFacts:
        return StepFacts(self.cleaned_data["on"], self.cleaned_data["evidence"])


class StepForm(Form):
    phase = forms.ChoiceField(label=_("Fase"), choices=Phase)
    level = forms.ChoiceField(label=_("Jenjang"), choices=Level)
    values_on = DateField(
        label=_("Modul nilai selesai pada"),
        required=False,
        help_text=_("Perlu sebelum jenjang kohesi kelompok dan di atasnya."),
    )
    on = DateField(label=_("Tanggal keputusan"))
    evidence = TextArea(
        label=_("Bukti"),
        max_length=1000,
        help_text=_("Apa yang terlihat pada anggota ini, baik kemajuan maupun pelanggaran."),
        error_messages={"required": _("Tulis bukti untuk keputusan ini.")},
    )

    def __init__(self, *args: Any, member: Membership, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        known = {name: getattr(member, name) for name in ("phase", "level", "values_on")}
        self.initial = {**known, "on": today, **self.initial}

    def step(self) -> StepFacts:
        return StepFacts(**self.cleaned_data)


class LeaveForm(Form):
    on = DateField(label=_("Keluar pada"))
    reason = choice(GroupExit, _("Alasan"))


@dataclass(frozen=True, slots=True)
class RollLine:
    """One member on the roll, with the two fields of theirs."""

    client: Client
    case_id: int
    status: BoundField
    remark: BoundField


class RollForm(Form):
    """For every member whether they came, and a word about them where there is one to say."""

    def __init__(
        self,
        *args: Any,
        members: Iterable[tuple[Case, str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.members = list(members)
        for case, status, note in self.members:
            self.fields[f"status_{case.pk}"] = forms.ChoiceField(
                label=_("Kehadiran"),
                choices=Presence,
                widget=forms.RadioSelect,
                initial=status,
                error_messages={"required": _("Pilih kehadiran setiap anggota.")},
            )
            self.fields[f"note_{case.pk}"] = TextArea(
                label=_("Catatan tentang anggota"),
                required=False,
                max_length=1000,
                initial=note,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def roll_lines(self) -> Iterator[RollLine]:
        for case, _status, _note in self.members:
            yield RollLine(case.client, case.pk, self[f"status_{case.pk}"], self[f"note_{case.pk}"])

    def roll(self) -> list[Mark]:
        given = self.cleaned_data
        return [
            Mark(case.pk, given[f"status_{case.pk}"], given[f"note_{case.pk}"])
            for case, _status, _note in self.members
        ]


USUAL_KIND = {
    GroupKind.COMMUNITY: (SessionKind.MORNING, Component.C4B),
    GroupKind.SELF_HELP: (SessionKind.SELF_HELP, Component.C4B),
    GroupKind.CLASS: (SessionKind.CLASS, Component.C4B),
    GroupKind.FAMILY: (SessionKind.FAMILY, Component.K6),
}


class MeetingForm(RollForm):
    """What the meeting was, and its roll."""

    kind = forms.ChoiceField(label=_("Jenis pertemuan"), choices=SessionKind)
    component = component_field()
    topic = Line(label=_("Topik"), max_length=160)
    on = DateField(label=_("Tanggal"))
    time = forms.TimeField(label=_("Pukul"), widget=TimeInput)
    duration = duration_field(initial=60)
    facilitator = ColleagueField(label=_("Fasilitator"))
    cohesion = forms.TypedChoiceField(
        label=_("Kohesi kelompok"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("Tidak dinilai")), *Cohesion.choices],
    )
    notes = TextArea(
        label=_("Catatan pertemuan"),
        required=False,
        max_length=LONGEST_NOTES,
        help_text=_("Tentang pertemuannya. Yang menyangkut orang ditulis pada anggotanya."),
    )
    ABOUT = ("kind", "component", "topic", "duration", "facilitator", "cohesion", "notes")

    def __init__(
        self, *args: Any, user: User, group: CareGroup, now: datetime, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["facilitator"]
        field.offer_to(user)
        kind, component = USUAL_KIND[GroupKind(group.kind)]
        local = timezone.localtime(now)
        usual = {
            "kind": kind,
            "component": component,
            "on": local.date(),
            "time": local.time(),
            "facilitator": group.facilitator_id,
        }
        self.initial = {**usual, **self.initial}

    def about(self) -> list[BoundField]:
        """The fields of the meeting itself, without the roll."""
        return [self[name] for name in MeetingForm.base_fields]

    def facts(self) -> SessionFacts:
        given = self.cleaned_data
        held_at = timezone.make_aware(datetime.combine(given["on"], given["time"]))
        return SessionFacts(held_at=held_at, **{name: given[name] for name in self.ABOUT})
