"""How this app's own events are read."""

from collections.abc import Callable, Iterable

from django.apps import apps
from django.utils.text import get_text_list
from django.utils.translation import gettext, gettext_lazy as _

from clients.enums import CloseReason, ConsentGiver, EventKind, NoteKind, ReentryReason, VitalReason
from clients.events import EventGroup
from clients.texts import Text, as_is, one_of, text
from clients.work import task_label


def columns_of(model: str) -> Callable[[Iterable[str]], str]:
    """The columns by what people call them: "nama, alamat dan telepon"."""

    def show(names: Iterable[str]) -> str:
        columns = apps.get_model(model)._meta  # noqa: SLF001  Django's way to ask a model
        labels = [str(columns.get_field(name).verbose_name) for name in names]  # type: ignore[union-attr]
        return get_text_list(labels, gettext("dan"))

    return show


FROM_TO = _("Dari %(old)s kepada %(new)s.")
CHANGED = _("Yang diubah: %(fields)s.")

OF_NOTES: dict[EventKind, Text] = {
    EventKind.NOTE: text("%(about)s", about=one_of(NoteKind)),
}
OF_THE_CASE: dict[EventKind, Text] = {
    EventKind.REGISTERED: text(),
    EventKind.REGISTERED_VITAL: text("", "%(reason)s.", reason=one_of(VitalReason)).in_tone(
        "danger"
    ),
    EventKind.REOPENED: text(),
    EventKind.VITAL_INTEREST: text("", "%(reason)s.", reason=one_of(VitalReason)).in_tone("danger"),
    EventKind.CONSENT_GIVEN: text("", "%(giver)s", giver=one_of(ConsentGiver)),
    EventKind.REENTERED: text(_("Masuk layanan kembali: %(why)s"), why=one_of(ReentryReason)),
    EventKind.CONSENT_WITHDRAWN: text("", "%(giver)s", giver=one_of(ConsentGiver)),
    EventKind.PROFILE_CHANGED: text("", CHANGED, fields=columns_of("clients.Client")),
    EventKind.FAMILY_ADDED: text(),
    EventKind.FAMILY_CHANGED: text("", CHANGED, fields=columns_of("clients.FamilyContact")),
    EventKind.ERASED: text(_("Data pribadi dihapus: %(reason)s"), reason=as_is),
    EventKind.TASK_DONE: text("%(task)s", task=task_label),
    EventKind.REASSIGNED: text("", FROM_TO, old=as_is, new=as_is),
    EventKind.SUPPORTER_CHANGED: text("", FROM_TO, old=as_is, new=as_is),
    EventKind.CLOSED: text(_("Kasus ditutup: %(reason)s"), reason=one_of(CloseReason)).in_tone(
        "success"
    ),
}
EVENTS = (
    (EventGroup("notes", _("Catatan"), order=10), OF_NOTES),
    (EventGroup("case", _("Kasus"), order=60), OF_THE_CASE),
)
