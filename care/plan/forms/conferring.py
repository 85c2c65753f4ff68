from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from care.plan.facts import Minutes
from care.plan.selectors import workers
from care.shared.people import PersonField
from clients.models import Case
from common.forms import DateField, Form, Line, TextArea


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ConferenceForm(Form):
    on = DateField(label=_("Tanggal"))
    time = forms.TimeField(label=_("Pukul"), widget=TimeInput)
    place = Line(
        label=_("Tempat"),
        max_length=160,
        help_text=_("Misalnya ruang rapat sentra, rumah klien, atau pertemuan daring."),
    )
    attendees = TextArea(
        label=_("Peserta dan perannya"),
        help_text=_("Satu orang per baris, misalnya: Sri Wahyuni, ibu klien."),
    )
    agenda = TextArea(label=_("Pokok bahasan"), max_length=1000)
    minutes = TextArea(label=_("Jalannya pembahasan"), max_length=8000)
    agrees_to_lighter_care = forms.BooleanField(
        label=_("Konferensi menyetujui layanan yang lebih ringan"),
        required=False,
        help_text=_("Dipakai saat usulan basis layanan dipertimbangkan kembali."),
    )

    def facts(self) -> Minutes:
        given = dict(self.cleaned_data)
        moment = datetime.combine(given.pop("on"), given.pop("time"))
        return Minutes(held_at=timezone.make_aware(moment), **given)


class DecisionForm(Form):
    words = TextArea(
        label=_("Keputusan"),
        max_length=1000,
        error_messages={"required": _("Tulis keputusannya.")},
    )
    owner = PersonField(
        queryset=User.objects.none(),
        label=_("Pelaksana"),
        required=False,
        empty_label=_("Siapa saja di lembaga ini"),
    )
    due_on = DateField(label=_("Paling lambat"))

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = workers(case, user)
