"""Every night: who has been on the way for days and nobody has said that they came."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from care.enums import CareTask, TransferStatus
from care.models import Transfer
from care.transitions.transfer import lock_transfer
from clients.models import Case
from clients.models.task import subject_of
from clients.services.case_tasks import NewTask, add_task
from common.scope import WEB, Scope, acting, nation
from partners.models import Institution


def ask_after_arrivals(*, today: date, at: datetime) -> int:
    """Look over the whole country, then write in the name of each institution that keeps a case."""
    first = today - timedelta(days=min(settings.ARRIVAL_ALERT_DAYS))
    with acting(nation()):
        waiting = Transfer.objects.travelling().filter(departed_on__lte=first)
        late = list(waiting.values_list("pk", "case__institution_id"))
    for pk, keeper in late:
        with acting(Scope(WEB, (keeper,))):
            ask_after_arrival(transfer=Transfer.objects.get(pk=pk), at=at)
    return len(late)


@transaction.atomic
def ask_after_arrival(*, transfer: Transfer, at: datetime) -> None:
    """A task on every desk concerned, once for each of the days; asking again adds nothing."""
    case, _institution, transfer = lock_transfer(transfer)
    if transfer.status != TransferStatus.TRAVELLING or transfer.departed_on is None:
        return
    for days in settings.ARRIVAL_ALERT_DAYS:
        due = transfer.departed_on + timedelta(days=days)
        if due > timezone.localdate(at):
            continue
        for institution in _concerned(case, transfer):
            task = NewTask(
                kind=CareTask.ARRIVAL,
                subject=subject_of(transfer, days, institution),
                due_on=due,
                institution=institution,
                owner=case.lead_worker if institution.pk == case.institution_id else None,
            )
            add_task(case, task, actor=None, at=at)


def _concerned(case: Case, transfer: Transfer) -> set[Institution]:
    """Who keeps the case, who sent the person, who receives them."""
    sender = transfer.from_placement.institution
    return {one for one in (case.institution, sender, transfer.institution) if one is not None}
