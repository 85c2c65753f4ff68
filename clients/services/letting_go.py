"""What becomes of the rows of this app when a case is closed, stopped or handed over (clients/hanging.py)."""

from datetime import timedelta

from django.db.models import F, Value
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from clients.enums import TaskStatus
from clients.hanging import OVER, STOPPED, Hangs, Occasion, Passing, on_each
from clients.models import Case, CaseTask, Share
from clients.work import TASKS


# Whoever worked on a file writes down what is left to write.
FILE_AFTER_CLOSING = timedelta(days=30)


def cancel_tasks(case: Case, passing: Passing) -> None:
    """What keeps somebody alive goes on, whatever became of the consent (UU 27/2022 art. 20 (2) d)."""
    tasks = CaseTask.objects.filter(case=case, status=TaskStatus.OPEN)
    if passing.occasion == Occasion.WITHDRAWN:
        tasks = tasks.exclude(kind__in=[kind for kind, entry in TASKS.items() if entry.is_urgent])
    tasks.update(status=TaskStatus.CANCELLED, settled_by=passing.actor, settled_at=passing.at)


def hand_tasks_over(case: Case, passing: Passing) -> None:
    tasks = CaseTask.objects.filter(case=case, status=TaskStatus.OPEN, owner=passing.worker)
    tasks.update(owner=passing.to)


def leave_the_lead(case: Case, passing: Passing) -> None:
    """Who leads a case does not support it as well."""
    if passing.to:
        case.supporters.remove(passing.to)


def let_file_run_out(case: Case, passing: Passing) -> None:
    last = passing.on + FILE_AFTER_CLOSING
    shares = Share.objects.filter(client_id=case.client_id)
    shares.update(ends_on=Least(F("ends_on"), Value(last)))


RECORD = _("Catatan tentang klien; disimpan bersama berkasnya.")

# Sight of the file first, because it is let go of last.
TABLES = {
    "clients.Share": Hangs(
        _("Akses lembaga lain ke berkas"),
        stays=_("Penyelesaian kasus masih dikerjakan bersama."),
        acts=on_each(OVER, let_file_run_out),
    ),
    "clients.Case_supporters": Hangs(
        _("Pendamping kasus"),
        stays=_("Yang mendampingi masih membaca berkasnya."),
        acts={Occasion.HANDED_OVER: leave_the_lead},
        by=lambda worker: worker.supported_cases.open().count(),
    ),
    "clients.CaseTask": Hangs(
        _("Tugas kasus"),
        stays=_("Rencana disusun lagi bila persetujuan diberikan lagi."),
        acts={**on_each(STOPPED, cancel_tasks), Occasion.HANDED_OVER: hand_tasks_over},
        at=lambda place: CaseTask.objects.open().filter(institution=place).count(),
        by=lambda worker: CaseTask.objects.open().filter(owner=worker).count(),
    ),
    "clients.Case": Hangs(
        _("Kasus terbuka"),
        stays=_("Kasus itu sendiri."),
        at=lambda place: Case.objects.open().filter(institution=place).count(),
        by=lambda worker: Case.objects.open().filter(lead_worker=worker).count(),
    ),
    "clients.CaseEvent": Hangs(_("Linimasa"), stays=RECORD),
    "clients.Wait": Hangs(
        _("Yang menunggu"), stays=_("Ditulis basis data dari baris yang lain, dan ikut berubah.")
    ),
    "clients.BreakGlass": Hangs(
        _("Akses darurat"), stays=_("Berakhir sendiri menurut jamnya, lalu ditinjau.")
    ),
    "clients.FamilyContact": Hangs(_("Kontak keluarga"), stays=RECORD),
    "clients.Consent": Hangs(_("Persetujuan data"), stays=RECORD),
}
