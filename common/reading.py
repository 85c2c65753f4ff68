"""The read log: who looked at whom (UU 27/2022 art. 31-32).

Its rows are written in the request's own transaction, before the answer leaves: what cannot be written down
is not shown.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from common.enums import ReadAction
from common.models import ReadLog
from common.postgres import insert_along, send_along
from common.visit import this_visit


IN_TURN = "SELECT pg_advisory_xact_lock(hashtextextended('atensi reads of ' || %s, 0))"


def log_read(
    user_id: int, action: ReadAction, client_ids: Iterable[int], purpose: str = ""
) -> ReadLog:
    entry = _entry(user_id, action, client_ids, purpose)
    entry.save()
    return entry


def note_read(
    user_id: int, action: ReadAction, client_ids: Iterable[int], purpose: str = ""
) -> None:
    """The same, where nobody asks for the row's number."""
    insert_along(_entry(user_id, action, client_ids, purpose))


def _entry(
    user_id: int, action: ReadAction, client_ids: Iterable[int], purpose: str = ""
) -> ReadLog:
    visit = this_visit()
    return ReadLog(
        user_id=user_id,
        action=action,
        client_ids=list(client_ids),
        purpose=purpose,
        role=visit.role,
        ip=visit.ip,
        request_id=visit.request_id,
    )


def log_shown(
    request: HttpRequest, action: ReadAction, client_ids: Iterable[int], purpose: str = ""
) -> None:
    """One row for a page and everybody on it; nothing for a page with nobody on it."""
    shown = sorted(set(client_ids))
    if shown:
        assert request.user.pk is not None  # noqa: S101 - LoginRequiredMiddleware sees to it
        log_read(request.user.pk, action, shown, purpose)


def stand_in_line(user_id: int) -> None:
    """Before any row is locked by what will ask `reads_of_the_hour`: everybody takes the two in this order."""
    send_along(IN_TURN, [str(user_id)])


def reads_of_the_hour(user_id: int, action: ReadAction) -> QuerySet[ReadLog]:
    """To be counted before another is allowed: from here to the end of the transaction that person stands in line.

    Without the lock, sixteen questions at one moment would all see that one is still left.
    """
    stand_in_line(user_id)
    rows = ReadLog.objects.filter(user_id=user_id, action=action)
    return rows.filter(at__gte=Now() - timedelta(hours=1)).order_by()
