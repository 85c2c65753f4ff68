"""Row B29: every figure that leaves those who may open the files, and none of them a small cell.

A new page, paper or answer with figures of people belongs into FIGURES, or into OTHERS with the reason.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.enums import Role
from common.small_cells import FEWEST
from reports.figures import figures
from reports.models import Report
from reports.months import days_of_quarter, quarters_before
from reports.outside import for_others
from reports.paper import paper
from reports.selectors import may_have_paper
from screening.models import RoutingDecision, Screening
from tests import people
from tests.api.calling import Caller, machine, person
from tests.care.factories import FollowUpFactory
from tests.care.outcome_factories import asked
from tests.clients.factories import CaseFactory, ClientFactory
from tests.regions.factories import RegencyFactory
from tests.reports.factories import ReportFactory
from tests.urls import PATTERNS


pytestmark = pytest.mark.django_db

MONTH = date(2026, 6, 1)
# How many live where: small ones, an exact five, and more.
LIVING = ((people.ani, (1, 3, 5, 8)), (people.citra, (2, 6)), (people.dewi, (3,)))
SMALL = {str(number) for number in range(1, FEWEST)}
CELL = re.compile(
    r'<(?:td class="number"|dd class="tabular"|dd|div class="stat-value")[^>]*>(.*?)</(?:td|dd|div)'
)


@pytest.fixture
def country(at):
    """With a decision unlike the proposal for each of the smallest, in the quarter that is over."""
    quarter = days_of_quarter(quarters_before(timezone.localdate())[0])[0]
    codes = iter(("11", "12", "13", "14", "15", "16", "17"))
    for worker, counts in LIVING:
        for count in counts:
            code = next(codes)
            regency = RegencyFactory(code=f"{code}01", province__code=code, province__name=code)
            for number in range(count):
                client = ClientFactory(registered_by=worker(), regency=regency)
                risk = "high" if number == 0 and count > 4 else "low"
                case = CaseFactory(client=client, opened_on=MONTH, to_place=True, risk=risk)
                _decided(case, worker(), quarter, unlike=number == 0)
    return at


def _decided(case: Any, worker: Any, day: date, *, unlike: bool) -> None:
    facts = {"version": "3.1", "started_by": worker, "proposed_base": "institution"}
    RoutingDecision.objects.create(
        screening=Screening.objects.create(case=case, **facts),
        proposed_base="institution",
        base="balai" if unlike else "institution",
        override_code="distance" if unlike else "",
        reason="Sesuai keadaan klien." if unlike else "",
        status="settled",
        decided_by=worker,
        decided_at=datetime.combine(day, time(3), UTC),
    )


def report_of(institution: Any, at: datetime) -> Report:
    found = Report.objects.filter(institution=institution).first()
    return found or ReportFactory(
        institution=institution, month=MONTH, figures=figures(institution, MONTH, at)
    )


def page(address: str, who: Any = people.fitri) -> str:
    browser = Browser()
    browser.force_login(who())
    return str(browser.get(address).content.decode())


def cells(html: str) -> set[str]:
    return {re.sub(r"<[^>]*>", "", cell).strip() for cell in CELL.findall(html)}


def _home(_at: datetime) -> set[str]:
    html = page(reverse("desk:home"))
    # Submissions that wait are papers, and no people.
    tiles = {text.strip() for text in re.findall(r"<text[^>]*>(.*?)</text>", html)}
    return cells(html) | tiles


def _archive(at: datetime) -> set[str]:
    for place in (None, people.melati(), people.harapan()):
        report_of(place, at)
    return cells(page(reverse("reports:list")))


def _reports(at: datetime) -> set[str]:
    found: set[str] = set()
    for place in (None, people.melati(), people.kenanga(), people.harapan()):
        report = report_of(place, at)
        found |= cells(page(reverse("reports:report", args=[report.pk])))
        found |= cells(page(reverse("reports:check", args=[report.pk])))
    return found


def _charts(at: datetime) -> set[str]:
    report = report_of(None, at)
    drawn = [page(reverse("reports:chart", args=[report.pk, n])) for n in ("aktif", "perkembangan")]
    return {word.strip() for svg in drawn for word in re.findall(r"<text[^>]*>(.*?)</text>", svg)}


def _paper(at: datetime) -> set[str]:
    lines: list[str] = []
    for place in (None, people.melati()):
        pdf = paper(for_others(figures(place, MONTH, at)), "001", at)
        for leaf in PdfReader(BytesIO(pdf)).pages:
            lines += leaf.extract_text().splitlines()
    rows = [line for line in lines if " " in line and "Halaman" not in line]
    return {row.rsplit(" ", 1)[-1] for row in rows}


def _api(at: datetime) -> set[str]:
    callers = (person(people.fitri()), machine(Role.AUDITOR))
    reports = [report_of(place, at) for place in (None, people.melati())]
    return {n for who in callers for report in reports for n in _answered(who, report)}


def _answered(who: Caller, report: Report) -> Iterator[str]:
    told = who.get(f"laporan/{report.pk}/").json()["figures"]
    named = {"new", "active", "ended", "count"}
    yield from _numbers(
        {k: told[k] for k in ("by_risk", "by_base", "by_sex", "by_age", "aftercare")}
    )
    for row in (told, *told["by_province"], *told["by_institution"], *told["history"]):
        yield from _numbers({k: v for k, v in row.items() if k in named})


def _numbers(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for each in part.values():
            yield from _numbers(each)
    else:
        yield "*" if part is None else str(part)


def _overrides(_at: datetime) -> set[str]:
    return cells(page(reverse("reports:overrides")))


def _outcomes(_at: datetime) -> set[str]:
    """Nine who were reached at month 3, two of whom use."""
    due = days_of_quarter(quarters_before(timezone.localdate())[0])[0]
    for place in range(9):
        case = CaseFactory(in_aftercare=True)
        facts = {"milestone": "M3", "due_on": due, "status": "reached", "closed_on": due}
        FollowUpFactory(case=case, **facts)
        asked(case, "M3", days_used=3 if place < 2 else 0)
    return cells(page(reverse("reports:outcomes")))


# What is shown there to those who may open no file.
FIGURES: dict[str, Callable[[datetime], set[str]]] = {
    "desk:home": _home,
    "reports:list": _archive,
    "reports:report": _reports,
    "reports:check": _reports,
    "reports:chart": _charts,
    "reports:pdf": _paper,
    "reports:overrides": _overrides,
    "reports:outcomes": _outcomes,
    "api:reports-detail": _api,
}
OTHERS = {
    "desk:notices": "what waits for oneself",
    "desk:search": "whom one may see, by name",
    "desk:guide": "help, without a figure",
    "desk:topic": "help, without a figure",
    "reports:new": "a form",
    "reports:job": "how far a report is",
    "api:reports-list": "which reports there are",
    "api:reports-job": "how far a report is",
}
SUBMISSIONS = "reports:submission"  # what an institution tells of itself, by hand


@pytest.mark.parametrize("name", FIGURES)
def test_to_others_no_small_cell_is_shown(name, country):
    shown = FIGURES[name](country)

    assert shown & SMALL == set()
    assert "*" in shown


def test_every_page_about_figures_is_one_of_them():
    spaces = ("reports:", "desk:", "api:reports-")
    pages = {name for name in PATTERNS if name.startswith(spaces)}
    asked = {name for name in pages if not name.startswith(SUBMISSIONS)}

    assert asked == FIGURES.keys() | OTHERS.keys()


@pytest.mark.parametrize("who", [people.budi, people.gita])
def test_whoever_may_open_the_files_reads_every_figure(who, country):
    report = report_of(people.melati(), country)

    shown = cells(page(reverse("reports:report", args=[report.pk]), who))

    assert {"1", "3"} <= shown
    assert "*" not in shown


def test_a_report_about_one_person_tells_others_nothing_of_them(country):
    """The review's: male, 25 to 34, high risk, lives in Aceh."""
    alone = {
        "active": 1,
        "by_sex": {"male": 1, "female": 0},
        "by_province": [{"code": "11", "name": "Aceh", "count": 1}],
    }
    told = for_others(figures(people.harapan(), MONTH, country) | alone)

    assert (told["active"], told["by_province"]) == (None, [])
    assert set(told["by_sex"].values()) == {None}


def test_what_the_nation_hides_of_an_institution_its_own_report_does_not_tell(country):
    """Else whoever reads both reckons the small one beside it."""
    nation = for_others(figures(None, MONTH, country))
    hidden = [row["id"] for row in nation["by_institution"] if row["active"] is None]

    assert len(hidden) > 1
    for place in (people.melati(), people.kenanga(), people.harapan()):
        if place.pk in hidden:
            assert for_others(figures(place, MONTH, country))["active"] is None


@pytest.mark.parametrize(
    ("who", "may"), [(people.fitri, False), (people.budi, True), (people.gita, True)]
)
def test_a_paper_of_before_stays_with_those_who_read_it_all(who, may):
    report = ReportFactory(institution=people.melati())
    Report.objects.update(figures={**report.figures, "version": 1})
    report.refresh_from_db()

    html = page(reverse("reports:report", args=[report.pk]), who)

    assert (reverse("reports:pdf", args=[report.pk]) in html) is may
    assert may_have_paper(who(), report) is may


def test_the_paper_of_before_is_not_found_by_others(client):
    report = ReportFactory(institution=people.melati())
    Report.objects.update(figures={**report.figures, "version": 1})
    client.force_login(people.fitri())

    assert client.get(reverse("reports:pdf", args=[report.pk])).status_code == 404
