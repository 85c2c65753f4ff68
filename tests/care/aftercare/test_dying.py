import datetime as dt
import re
from dataclasses import replace

import pytest
from django.urls import reverse

from care.aftercare.facts import DeathFacts
from care.aftercare.services.dying import record_death
from care.aftercare.services.following_up import Contact, record_contact
from care.models import Death
from clients.enums import CaseStatus, CloseReason
from clients.models import Wait
from clients.services.erasing import erase_client
from common.errors import DomainError
from tests import people
from tests.care.factories import plan_aftercare
from tests.clients.factories import CaseFactory
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 2, 2, tzinfo=dt.UTC)
FACTS = DeathFacts(dt.date(2026, 7, 1), "home", "drugs", "yes", "Ditemukan ibunya.")


def told(facts=FACTS, reason=CloseReason.DIED):
    case = CaseFactory(closed=True, close_reason=reason)
    return record_death(case=case, facts=facts, actor=people.ani(), at=AT)


def refusal(**facts) -> str:
    with pytest.raises(DomainError) as refused:
        told(**facts)
    return refused.value.code


def test_a_death_has_its_own_day_and_a_cause_that_can_be_counted():
    death = told()

    assert (death.on, death.cause, death.by_overdose) == (FACTS.on, "drugs", "yes")
    assert death.case.events.get().title == "Meninggal pada 1 Jul 2026: Keracunan zat"


def test_a_day_that_nobody_knows_is_written_down_as_that(client):
    case = CaseFactory(closed=True, close_reason=CloseReason.DIED)
    client.force_login(people.ani())
    body = {"place": "unknown", "cause": "unknown", "by_overdose": "unknown"}

    client.post(reverse("care:death", args=[case.pk]), {**body, "is_day_unknown": "on"})

    assert Death.objects.get().on is None
    assert not Wait.objects.filter(kind="death").exists()
    title = case.events.get().title
    assert title == "Meninggal pada tanggal yang tidak diketahui: Tidak diketahui"
    page = client.get(reverse("care:aftercare", args=[case.client_id])).content.decode()
    assert "<dt>Meninggal pada</dt><dd>Tidak diketahui</dd>" in page


@pytest.mark.parametrize("given", [{}, {"on": "2026-07-01", "is_day_unknown": "on"}])
def test_the_day_of_a_death_is_told_or_said_to_be_unknown(client, given):
    case = CaseFactory(closed=True, close_reason=CloseReason.DIED)
    client.force_login(people.ani())
    body = {"place": "unknown", "cause": "unknown", "by_overdose": "unknown", **given}

    answer = client.post(reverse("care:death", args=[case.pk]), body)

    assert answer.status_code == 422
    assert 'id="id_on_error"' in answer.content.decode()
    assert not Death.objects.exists()


def test_a_day_that_was_unknown_stands_so_on_the_form(client):
    death = told(replace(FACTS, on=None))
    client.force_login(people.ani())

    page = client.get(reverse("care:death", args=[death.case_id])).content.decode()

    assert re.search(r'name="is_day_unknown"[^>]*checked', page)


def test_more_is_written_over_what_was_known():
    death = told(replace(FACTS, cause="unknown", by_overdose="unknown"))

    record_death(case=death.case, facts=FACTS, actor=people.ani(), at=AT)

    assert Death.objects.get().by_overdose == "yes"


def test_an_overdose_is_no_illness():
    assert refusal(facts=replace(FACTS, cause="illness")) == "contradiction"


def test_nothing_is_told_of_the_death_of_whoever_lives():
    assert refusal(reason=CloseReason.MOVED) == "wrong_status"


def test_a_death_lies_not_ahead():
    assert refusal(facts=replace(FACTS, on=dt.date(2026, 7, 3))) == "future_date"


def died_after_care():
    """Somebody tells of it on the telephone."""
    case = consenting_case(in_aftercare=True)
    plan_aftercare(case)
    first = case.follow_ups.soonest_first().first()
    contact = Contact(AT.date(), "phone", "died", "Kabar dari ibunya.")
    at = dt.datetime.combine(first.due_on, dt.time(3), dt.UTC)
    record_contact(
        follow_up=first, contact=replace(contact, on=first.due_on), actor=people.ani(), at=at
    )
    return type(case).objects.get()


def test_a_death_without_its_facts_waits_until_they_are_written_down():
    case = died_after_care()
    waits = Wait.objects.filter(case=case)

    hers = Wait.objects.visible_to(people.ani()).for_user(people.ani(), case.closed_on)
    assert [row.kind for row in hers.filter(case=case)] == ["death"]
    assert waits.get().due_on == case.closed_on + dt.timedelta(days=3)

    at = dt.datetime.combine(case.closed_on, dt.time(4), dt.UTC)
    record_death(case=case, facts=replace(FACTS, on=case.closed_on), actor=people.ani(), at=at)
    assert not waits.exists()


def test_late_facts_of_a_death_wait_for_whoever_answers_for_others():
    case = died_after_care()
    late = case.closed_on + dt.timedelta(days=4)

    rows = Wait.objects.visible_to(people.budi()).on_desk_of(people.budi(), late)

    assert [row.kind for row in rows.filter(case=case)] == ["death"]


def test_nobody_is_called_on_any_more_after_a_death():
    case = died_after_care()

    assert case.status == CaseStatus.CLOSED
    assert not case.follow_ups.planned().exists()
    assert not case.tasks.open().exists()


def test_of_whoever_lives_no_death_waits():
    CaseFactory(closed=True)

    assert not Wait.objects.filter(kind="death").exists()


def test_of_whoever_was_erased_nothing_more_is_written(settings, tmp_path):
    settings.ERASURE_LEDGER = str(tmp_path / "erasures")
    case = CaseFactory(closed=True, close_reason="died")
    assert Wait.objects.filter(kind="death").exists()

    erase_client(client=case.client, reason="Permintaan keluarga", actor=people.ani(), at=AT)

    assert not Wait.objects.filter(kind="death").exists()
