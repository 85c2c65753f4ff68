"""What an auditor looks at first: who opened what, and what was made of the figures."""

from atensi.common.models import ReadLog
from reports.models import Report


def latest_reads(limit: int = 15) -> list[ReadLog]:
    # The log is only ever appended to, so its key is its time, with an index.
    return list(ReadLog.objects.select_related("user__institution").order_by("-pk")[:limit])


def latest_reports(limit: int = 5) -> list[Report]:
    return list(Report.objects.select_related("institution").order_by("-made_at", "-pk")[:limit])
