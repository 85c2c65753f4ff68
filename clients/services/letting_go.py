"""What becomes of the rows of this app when a case is closed, stopped or handed over (clients/hanging.py)."""

from datetime import timedelta

from django.db.models import F, Value
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from clients.enums import TaskStatus
from clients.hanging import STOPPED, Hangs, Occasion, Passing, on_each
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


def leave_the_lead(case: Case, _passing: Passing) -> None:
    """Who leads a case does not support it as well."""
    case.supporters.remove(case.lead_worker)


def let_file_run_out(case: Case, passing: Passing) -> None:
    last = passing.on + FILE_AFTER_CLOSING
    shares = Share.objects.filter(client_id=case.client_id)
    shares.update(ends_on=Least(F("ends_on"), Value(last)))


RECORD = "what is known of the person stays with the file"

# Sight of the file before the rest, because it is let go of last.
TABLES = {
    "clients.Case": Hangs(
        label=_("Kasus terbuka"),
        stays="the case itself",
        at=lambda place: Case.objects.open().filter(institution=place).count(),
        by=lambda worker: Case.objects.open().filter(lead_worker=worker).count(),
    ),
    "clients.Share": Hangs(
        stays="the end of care is still worked on together",
        acts=on_each((Occasion.CLOSED, Occasion.DIED), let_file_run_out),
    ),
    "clients.Case_supporters": Hangs(
        label=_("Kasus yang didampingi"),
        stays="whoever supports still reads the file",
        acts={Occasion.HANDED_OVER: leave_the_lead},
        by=lambda worker: worker.supported_cases.open().count(),
    ),
    "clients.CaseTask": Hangs(
        label=_("Tugas kasus"),
        stays="planned anew when consent is given again",
        acts={**on_each(STOPPED, cancel_tasks), Occasion.HANDED_OVER: hand_tasks_over},
        at=lambda place: CaseTask.objects.open().filter(institution=place).count(),
        by=lambda worker: CaseTask.objects.open().filter(owner=worker).count(),
    ),
    "clients.CaseEvent": Hangs(stays=RECORD),
    "clients.Wait": Hangs(stays="written by the database from the other rows"),
    "clients.BreakGlass": Hangs(stays="ends by its own hour and is reviewed"),
    "clients.FamilyContact": Hangs(stays=RECORD),
    "clients.Consent": Hangs(stays=RECORD),
    "clients.VitalInterest": Hangs(stays=RECORD),
}
