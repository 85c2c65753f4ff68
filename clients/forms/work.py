"""Forms about a case in hand."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.enums import CLOSED_BY_HAND, CloseReason, NoteKind
from clients.forms.fields import CHOOSE, ColleagueField, PlainForm
from clients.models import Client
from clients.showing import field_of_kind, may_write
from common.forms import DateField, TextArea


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class NoteForm(PlainForm):
    """Offers only the kinds of notes that this person may write."""

    kind = forms.ChoiceField(label=_("Jenis kegiatan"), choices=NoteKind, widget=forms.RadioSelect)
    on = DateField(label=_("Tanggal"))
    time = forms.TimeField(label=_("Pukul"), widget=TimeInput)
    text = TextArea(label=_("Catatan"), help_text=_("Apa yang terjadi, apa yang disepakati."))

    def __init__(
        self, *args: Any, now: datetime, client: Client, user: User, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        kind: Any = self.fields["kind"]
        kind.choices = [
            (value, label)
            for value, label in NoteKind.choices
            if may_write(user, client, field_of_kind(value))
        ]
        local = timezone.localtime(now)
        self.initial = {"on": local.date(), "time": local.time(), **self.initial}

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        happened_at = timezone.make_aware(datetime.combine(given["on"], given["time"]))
        return {"kind": given["kind"], "text": given["text"], "happened_at": happened_at}


class ReassignForm(PlainForm):
    to = ColleagueField(label=_("Pekerja sosial yang baru"))
    reason = TextArea(label=_("Alasan"), required=False, max_length=500)

    def __init__(self, *args: Any, user: User, without: User | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["to"]
        assert isinstance(field, ColleagueField)  # noqa: S101  told to the type checker
        field.offer_to(user, without=without)


class CloseForm(PlainForm):
    """A mistake leaves every figure, so only some may call it one."""

    reason = forms.ChoiceField(
        label=_("Alasan penutupan"),
        choices=[("", CHOOSE), *((reason.value, reason.label) for reason in CLOSED_BY_HAND)],
    )
    note = TextArea(
        label=_("Penjelasan"),
        required=False,
        help_text=_("Wajib bila kasus berakhir sebelum pascalayanan selesai."),
    )

    def __init__(self, *args: Any, may_be_mistake: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not may_be_mistake:
            reason: Any = self.fields["reason"]
            reason.choices = [one for one in reason.choices if one[0] != CloseReason.MISTAKE]


class TaskForm(PlainForm):
    outcome = TextArea(
        label=_("Hasil"),
        help_text=_("Apa yang sudah dilakukan, dan apa hasilnya."),
        max_length=1000,
    )
