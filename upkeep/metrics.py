"""The same for Prometheus, in its text format; a few lines, so no library."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count

from common.models import Job
from upkeep import looking
from upkeep.models import Pulse
from upkeep.selectors import is_bad


def text(at: dt.datetime) -> str:
    return "\n".join([*_pulses(at), *_jobs(), *_broker()]) + "\n"


def _pulses(at: dt.datetime) -> Iterator[str]:
    rows = list(Pulse.objects.order_by("what"))
    yield "# TYPE atensi_well gauge"
    yield from (f'atensi_well{{what="{row.what}"}} {int(not is_bad(row, at))}' for row in rows)
    yield "# TYPE atensi_last_well_timestamp_seconds gauge"
    for row in rows:
        if row.well_at:
            yield f'atensi_last_well_timestamp_seconds{{what="{row.what}"}} {row.well_at.timestamp():.0f}'


def _jobs() -> Iterator[str]:
    yield "# TYPE atensi_jobs gauge"
    for status, count in Job.objects.values_list("status").annotate(Count("pk")).order_by("status"):
        yield f'atensi_jobs{{status="{status}"}} {count}'


def _broker() -> Iterator[str]:
    waiting = looking.messages_waiting()
    yield "# TYPE atensi_broker_up gauge"
    yield f"atensi_broker_up {int(waiting is not None)}"
    if waiting is not None:
        yield "# TYPE atensi_broker_messages gauge"
        yield f"atensi_broker_messages {waiting}"
