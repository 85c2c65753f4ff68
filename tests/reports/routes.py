"""Reports, and what institutions tell of their month."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from partners.enums import InstitutionKind
from reports.models import Submission
from tests import people
from tests.access import (
    CARING,
    EVERYBODY,
    of_institution,
    only,
    said,
)
from tests.partners.factories import InstitutionFactory
from tests.reports.factories import SubmissionFactory
from tests.route import LAST_MONTH, Door, Route


def _report() -> Door:
    people.melati()
    return Door(people.fitri(), reverse("reports:new"), {"month": LAST_MONTH})


def _submission_new() -> Door:
    return Door(people.dewi(), reverse("reports:submission_new"), {"month": LAST_MONTH})


def _month_of_its_own() -> date:
    """An institution tells each month once, and some tests go through every door."""
    back = Submission.objects.count()
    return date(2026 - back // 10, 10 - back % 10, 1)


def _submission(
    name: str, person: Callable[[], User] = people.dewi, body: Any = None, **facts: Any
) -> Callable[[], Door]:
    def door() -> Door:
        row = SubmissionFactory(**facts, month=_month_of_its_own())
        url = reverse(f"reports:submission_{name}", args=[row.pk])
        return Door(person(), url, body or {})

    return door


def _remove_line(lines: str) -> Callable[[], Door]:
    def door() -> Door:
        row = SubmissionFactory(month=_month_of_its_own())
        line = getattr(row, "money" if lines == "money" else "activities").get()
        url = reverse(f"reports:submission_remove_{lines}", args=[row.pk, line.pk])
        return Door(people.dewi(), url)

    return door


RECEIPT = {"amount": "250000", "receipt_number": "NOTA/8", "on": "2026-10-01"}


READ = of_institution(own=said(f"{CARING} ministry auditor"), other=said("ministry auditor"))
# What an IPWL tells of its month; Sentra Melati of the country is none.
SENT = of_institution(
    own=said(default="403", officer="404", moved="404"),
    other=said(ministry="403", auditor="403"),
)
ANSWERED = of_institution(
    own=said("ministry", default="403", officer="404", moved="404"),
    other=said("ministry", auditor="403"),
)

ROUTES = [
    Route(
        "reports:list",
        statuses={"GET": EVERYBODY},
        asked="bulan lembaga halaman",
    ),
    Route(
        "reports:new",
        door=_report,
        statuses={"GET POST": only("manager ipwl ministry")},
        asked="lembaga bulan",
        strangers={"institution": lambda: InstitutionFactory(kind=InstitutionKind.DONOR)},
    ),
    Route(
        "reports:overrides",
        statuses={"GET": only("supervisor manager ipwl ministry auditor")},
    ),
    Route(
        "reports:outcomes",
        statuses={"GET": only("supervisor manager ipwl ministry auditor")},
    ),
    Route(
        "reports:job",
        about="job",
        statuses={"GET": READ},
    ),
    Route(
        "reports:report",
        about="report",
        statuses={"GET": READ},
    ),
    Route(
        "reports:check",
        about="report",
        statuses={"GET": READ},
    ),
    Route(
        "reports:pdf",
        about="report",
        statuses={"GET": READ},
    ),
    Route(
        "reports:chart",
        about="report",
        arguments={"name": "aktif"},
        statuses={"GET": READ},
    ),
    Route(
        "reports:submissions",
        statuses={"GET": EVERYBODY},
        asked="status bulan lembaga halaman",
    ),
    Route(
        "reports:submission_new",
        door=_submission_new,
        statuses={"GET POST": only("")},
        asked="bulan",
    ),
    Route(
        "reports:submission",
        about="submission",
        statuses={"GET": READ},
    ),
    Route(
        "reports:submission_note",
        about="submission",
        door=_submission("note"),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_activity",
        about="submission",
        door=_submission("activity"),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_remove_activity",
        about="submission",
        arguments={"line_pk": lambda row: row.activities.get().pk},
        door=_remove_line("activity"),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_money",
        about="submission",
        door=_submission("money", body=RECEIPT),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_remove_money",
        about="submission",
        arguments={"line_pk": lambda row: row.money.get().pk},
        door=_remove_line("money"),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_send",
        about="submission",
        door=_submission("send"),
        statuses={"GET POST": SENT},
    ),
    Route(
        "reports:submission_accept",
        about="sent",
        door=_submission("accept", people.fitri, sent=True),
        statuses={"GET POST": ANSWERED},
    ),
    Route(
        "reports:submission_return",
        about="sent",
        door=_submission("return", people.fitri, sent=True),
        statuses={"GET POST": ANSWERED},
    ),
]
