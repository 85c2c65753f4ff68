"""The figures of the nation on a page: those of a direct count, a minute old at most, and it says how old."""

from dataclasses import astuple
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.scopes import scope_of
from clients.models import Case
from clients.selectors import BY_STATUS, cases_by_status
from common import summary
from common.models import Summary
from common.scope import acting
from common.small_cells import told
from common.tasks import count_the_nation
from desk.selectors import nation
from tests import people
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.clients.factories import CaseFactory
from tests.partners.factories import AgreementFactory
from tests.reports.factories import SubmissionFactory


pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def world():
    """Something of everything that is counted."""
    for traits in ({}, {"decided": True}, {"in_aftercare": True}, {"closed": True}):
        CaseFactory(**traits)
    FollowUpFactory(reached=True)
    PlacementFactory(active=True)
    AgreementFactory(ends_on=TODAY + timedelta(days=30))
    SubmissionFactory(sent=True)


def home(client):
    client.force_login(people.fitri())
    return client.get(reverse("desk:home"))


def test_the_summary_is_the_direct_count():
    summary.count_all(NOW)

    kept = {row.name: row.figures for row in Summary.objects.all()}
    shown = nation.Nation.of(kept[nation.SUMMARY])

    assert kept[BY_STATUS] == cases_by_status(TODAY)
    assert sum(kept[BY_STATUS].values()) == Case.objects.current().count()
    assert kept[nation.SUMMARY]["totals"] == nation.totals(TODAY)
    assert shown.totals == {name: told(count) for name, count in nation.totals(TODAY).items()}
    assert shown.reach == nation.aftercare_reach(TODAY)
    assert shown.gaps == {name: told(count) for name, count in nation.data_gaps().items()}
    counted = nation.active_by_province(TODAY)
    assert [row.code for row in shown.provinces] == [row.code for row in counted]
    assert [tuple(row) for row in kept[nation.SUMMARY]["provinces"]] == [
        astuple(row) for row in counted
    ]
    assert shown.statuses == nation.report_statuses(shown.month)
    assert shown.submissions_waiting == nation.submissions_waiting() == 1
    assert [row.ends_on for row in shown.agreements] == [TODAY + timedelta(days=30)]


def test_the_queues_clock_counts_often_enough():
    clock = settings.CELERY_BEAT_SCHEDULE["count-the-nation"]

    assert clock["task"] == count_the_nation.name
    assert timedelta(seconds=clock["schedule"]) <= summary.LONGEST / 2


def test_the_task_counts_what_every_app_registered():
    count_the_nation()

    assert set(Summary.objects.values_list("name", flat=True)) == set(summary.COUNTS)


def test_a_page_shows_what_was_counted_and_when(client):
    summary.count_all(timezone.now())
    CaseFactory()

    page = home(client)

    assert page.context["nation"].totals["active"] == Case.objects.open().count() - 1
    assert "Angka nasional per" in page.content.decode()


def test_figures_older_than_a_minute_are_never_shown_as_current(client):
    summary.count_all(timezone.now() - timedelta(seconds=61))

    text = home(client).content.decode()

    assert "Angka nasional belum diperbarui sejak" in text
    assert "Angka nasional per" not in text


def test_what_was_never_counted_is_counted_at_once(client):
    assert home(client).context["nation"].totals["active"] == Case.objects.open().count()


def test_the_ministrys_home_costs_the_same_however_many_cases_there_are(
    client, django_assert_max_num_queries
):
    summary.count_all(timezone.now())
    home(client)
    with django_assert_max_num_queries(7):
        client.get(reverse("desk:home"))


def test_the_auditors_list_is_counted_by_the_summary_and_says_so(client):
    summary.count_all(timezone.now())
    CaseFactory()
    client.force_login(people.gita())

    page = client.get(reverse("clients:list"))

    assert page.context["page"].paginator.count == Case.objects.current().count() - 1
    assert "Angka nasional per" in page.content.decode()


def test_a_worker_counts_what_they_see_and_not_the_nation(client):
    summary.count_all(timezone.now())
    CaseFactory(client__registered_by=people.citra())
    client.force_login(people.citra())

    page = client.get(reverse("clients:list"))

    assert page.context["page"].paginator.count == 1
    assert "Angka nasional" not in page.content.decode()


def test_whoever_works_with_clients_cannot_change_the_figures():
    summary.count_all(NOW)

    with acting(scope_of(people.ani())), pytest.raises(Exception, match="permission denied"):
        Summary.objects.update(figures={})
