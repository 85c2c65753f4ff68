"""The read log: who looked at whom (UU 27/2022 art. 31-32)."""

from collections.abc import Iterable

from atensi.common.enums import ReadAction
from atensi.common.models import ReadLog


def log_read(
    user_id: int, action: ReadAction, client_ids: Iterable[int], purpose: str = ""
) -> ReadLog:
    return ReadLog.objects.create(
        user_id=user_id, action=action, client_ids=list(client_ids), purpose=purpose
    )
