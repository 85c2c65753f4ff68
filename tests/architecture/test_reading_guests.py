"""A share that is only to be read: the permissions say so, and the database does where they were forgotten."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from accounts.scopes import scope_of
from care.models import FollowUpContact
from clients.models import Case, CaseEvent, FamilyContact, Share
from clients.permissions import can_add_note, can_write
from common.guests import written_by_readers
from common.scope import acting
from tests import people
from tests.architecture.test_fence import about_people
from tests.care.factories import FollowUpFactory
from tests.clients.factories import CaseFactory, FamilyContactFactory, ShareFactory
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db
VERBS = {"INSERT", "UPDATE", "DELETE"}


def handed_over(**facts) -> Case:
    """A case of Sentra Melati whose file Sentra Kenanga may still read."""
    case = CaseFactory(**facts)
    ShareFactory(client=case.client, read_only=True)
    return case


def test_whoever_only_reads_sees_the_file_and_may_not_write():
    case = handed_over()

    assert Case.objects.visible_to(people.eko()).get() == case
    assert not can_write(people.eko(), case.client_id)
    assert not can_add_note(people.eko(), case)


def test_a_reader_of_one_file_writes_in_the_others():
    handed_over()
    other = CaseFactory()
    ShareFactory(client=other.client)

    assert can_write(people.eko(), other.client_id)


def test_a_file_that_is_only_read_is_seen_through_the_fence():
    case = handed_over()

    with acting(scope_of(people.eko())):
        assert Case.objects.get() == case


def test_the_database_refuses_what_a_reader_adds():
    case = handed_over()

    with acting(scope_of(people.eko())), pytest.raises(ProgrammingError), transaction.atomic():
        CaseEvent.objects.create(case=case, kind="note", actor=people.eko(), at=timezone.now())


def test_the_database_refuses_what_a_reader_adds_further_down():
    follow_up = FollowUpFactory(case=handed_over(in_aftercare=True))

    with acting(scope_of(people.eko())), pytest.raises(ProgrammingError), transaction.atomic():
        FollowUpContact.objects.create(
            follow_up=follow_up,
            on=follow_up.due_on,
            channel="phone",
            outcome="no_answer",
            recorded_by=people.eko(),
        )


def test_the_database_leaves_a_row_as_it_is_whatever_a_reader_changes():
    case = handed_over(decided=True)
    ScreeningFactory(case=case)

    with acting(scope_of(people.eko())), connection.cursor() as cursor:
        for table in ("clients_case", "screening_screening"):
            cursor.execute(f"UPDATE {table} SET id = id")
            assert cursor.rowcount == 0, table


def test_the_database_keeps_what_a_reader_would_throw_away():
    contact = FamilyContactFactory(client=handed_over().client)

    with acting(scope_of(people.eko())), connection.cursor() as cursor:
        cursor.execute("UPDATE clients_familycontact SET may_be_contacted = false")
        assert cursor.rowcount == 0
    with acting(scope_of(people.eko())), pytest.raises(ProgrammingError), transaction.atomic():
        contact.delete()

    assert FamilyContact.objects.filter(pk=contact.pk).exists()


def test_who_works_on_a_shared_file_still_writes():
    case = CaseFactory()
    ShareFactory(client=case.client)

    with acting(scope_of(people.eko())):
        CaseEvent.objects.create(case=case, kind="note", actor=people.eko(), at=timezone.now())
        Case.objects.filter(pk=case.pk).update(next_due_on="2026-07-01")

    assert CaseEvent.objects.filter(case=case).exists()


def test_a_reader_does_not_open_the_file_for_writing_again():
    case = handed_over()

    with acting(scope_of(people.eko())), pytest.raises(ProgrammingError), transaction.atomic():
        Share.objects.filter(client=case.client).update(read_only=False)


def test_a_reader_may_give_the_file_back_sooner():
    case = handed_over()

    with acting(scope_of(people.eko())):
        assert Share.objects.filter(client=case.client).update(ends_on="2020-01-01") == 1


def test_every_table_about_people_says_who_writes_in_it():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, cmd FROM pg_policies WHERE permissive = 'RESTRICTIVE'")
        said = cursor.fetchall()
    guarded = {
        table for table, _cmd in said if {cmd for name, cmd in said if name == table} >= VERBS
    }

    assert set(about_people()) - {"clients_client"} - written_by_readers() - guarded == set()
