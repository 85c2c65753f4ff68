"""A closed file ends by a decision once a year, and a year without one is an alarm."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from clients.models import Client
from common.errors import DomainError
from tests import people
from tests.clients.factories import CaseFactory
from upkeep.checks import somebody_decided_how_long
from upkeep.enums import Watched
from upkeep.models import Pulse
from upkeep.retention import end_retention, past_retention
from upkeep.rounds import make_rounds
from upkeep.selectors import is_bad


pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _ten_years(settings, tmp_path):
    settings.RETENTION_YEARS = 10
    settings.ERASURE_LEDGER = str(tmp_path / "erasures")


def closed(years: float, **told) -> Client:
    on = TODAY - dt.timedelta(days=int(years * 365.25))
    case = CaseFactory(closed=True, **told)
    type(case).objects.filter(pk=case.pk).update(closed_on=on)
    return case.client


def said(**options) -> str:
    out = io.StringIO()
    call_command("end_retention", stdout=out, **options)
    return out.getvalue()


def test_only_files_closed_longer_than_that_are_past_it():
    old, _young, _open = closed(10.1), closed(9.9), CaseFactory()

    assert [client.pk for client in past_retention(TODAY)] == [old.pk]


def test_whoever_has_come_back_is_not():
    CaseFactory(client=closed(12, is_current=False))

    assert not past_retention(TODAY).exists()


def test_the_last_closing_counts():
    CaseFactory(client=closed(12, is_current=False), closed=True)

    assert not past_retention(TODAY).exists()


def test_without_a_name_the_command_only_says_who():
    old = closed(11)

    assert old.registration_number in said()
    assert Client.objects.get(pk=old.pk).erased_at is None


def test_a_data_officer_ends_all_but_those_who_stay_another_year():
    old, disputed, young = closed(11), closed(12), closed(1)

    told = said(by=people.hadi().email, keep=[disputed.registration_number], yes=True)

    assert "1 erased, 1 kept" in told
    ended = {client.pk: client.erased_at is not None for client in Client.objects.all()}
    assert ended == {old.pk: True, disputed.pk: False, young.pk: False}


@pytest.mark.parametrize("who", ["fitri", "budi"])
def test_nobody_else_decides(who):
    old = closed(11)

    with pytest.raises(DomainError, match="pelindungan data"):
        end_retention(keep=(), actor=getattr(people, who)(), at=timezone.now())
    assert Client.objects.get(pk=old.pk).erased_at is None


def test_a_number_that_is_not_among_them_is_a_mistake_and_ends_nobody():
    old = closed(11)

    with pytest.raises(CommandError, match="KPN-99-1"):
        said(by=people.hadi().email, keep=["KPN-99-1"], yes=True)
    assert Client.objects.get(pk=old.pk).erased_at is None


def test_where_nobody_has_decided_how_long_nothing_ends_and_a_deployment_is_warned(settings):
    settings.RETENTION_YEARS = 0

    with pytest.raises(CommandError, match="RETENTION_YEARS"):
        said()
    assert [each.id for each in somebody_decided_how_long()] == ["upkeep.W003"]


def test_a_year_without_a_decision_is_an_alarm_and_a_decision_ends_it():
    make_rounds(at=timezone.now())
    later = timezone.now() + dt.timedelta(days=401)
    before = is_bad(Pulse.objects.get(what=Watched.RETENTION), later)
    end_retention(keep=(), actor=people.hadi(), at=later)

    assert before
    assert not is_bad(Pulse.objects.get(what=Watched.RETENTION), later)
