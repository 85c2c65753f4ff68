# ruff: noqa: E402  the settings have to be there before Django's models are imported
"""Make two monthly reports, one after the other, and tell in one line of JSON what they cost.

python -m tools.bench.report_worker national
python -m tools.bench.report_worker 12          the institution with this id
"""

import json
import resource
import shutil
import sys
import time
from datetime import date

import django


django.setup()

from django.conf import settings
from django.db import connection
from django.utils import timezone

from common.jobs import perform
from partners.models import Institution
from reports.models import Report
from reports.months import month_before, month_of
from reports.services.requesting import request_report
from tools.bench.middleware import Tally


def _make(scope: str) -> dict[str, object]:
    institution = None if scope == "national" else Institution.objects.get(pk=int(scope))
    last = month_before(month_of(timezone.localdate()))
    try:
        first, _queries, _size = _report(institution, last)
        seconds, queries, size = _report(institution, month_before(last))
    finally:
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "first_seconds": first,
        "seconds": seconds,
        "queries": queries,
        "peak_mb": peak_kb / 1024,
        "kilobytes": size // 1024,
    }


def _report(institution: Institution | None, month: date) -> tuple[float, int, int]:
    today = timezone.localdate()
    job = request_report(institution=institution, month=month, actor=None, today=today)
    tally, begun = Tally(), time.perf_counter()
    with connection.execute_wrapper(tally):
        perform(job.pk)
    seconds = time.perf_counter() - begun
    return seconds, tally.queries, Report.objects.get(job=job).pdf.size


if __name__ == "__main__":
    print(json.dumps(_make(sys.argv[1])))
