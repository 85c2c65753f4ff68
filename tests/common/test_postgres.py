"""What has no answer goes out with the next statement, and everything is as if it had gone by itself."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Exists
from psycopg2.extras import execute_values

from common.enums import ReadAction
from common.models import Counter, ReadLog
from common.postgres import insert_along, lock_along, send_along
from common.scope import MACHINERY, READ, Scope, acting
from tests import people
from tests.races import DONE, while_waiting


pytestmark = pytest.mark.django_db


def role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


def names() -> list[str]:
    return list(Counter.objects.order_by("name").values_list("name", flat=True))


def test_a_savepoint_costs_no_round_trip(django_assert_num_queries):
    with django_assert_num_queries(2):
        with transaction.atomic():
            Counter.objects.create(name="one")
        Counter.objects.create(name="two")


def test_a_savepoint_in_which_nothing_is_asked_is_never_sent(django_assert_num_queries):
    with transaction.atomic():
        pass

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert b"SAVEPOINT" not in cursor.cursor.query


@transaction.atomic
def break_off_after(act: Callable[[], object]) -> None:
    act()
    raise ZeroDivisionError


def test_what_was_done_after_a_savepoint_is_undone_with_it():
    Counter.objects.create(name="before")
    with pytest.raises(ZeroDivisionError):
        break_off_after(lambda: Counter.objects.create(name="inside"))

    assert names() == ["before"]


def test_an_inner_part_may_fail_and_the_outer_goes_on():
    with transaction.atomic():
        Counter.objects.create(name="outer")
        with pytest.raises(IntegrityError), transaction.atomic():
            Counter.objects.create(name="outer")
        Counter.objects.create(name="after")

    assert names() == ["after", "outer"]


def test_a_part_that_is_kept_is_undone_with_what_stands_around_it():
    inner = transaction.atomic(lambda: Counter.objects.create(name="inner"))
    with pytest.raises(ZeroDivisionError):
        break_off_after(inner)

    assert names() == []


def test_a_value_that_cannot_be_written_leaves_the_savepoint_in_order():
    with transaction.atomic():
        with pytest.raises(ValueError, match="NUL"), transaction.atomic():
            Counter.objects.create(name="\0")
        Counter.objects.create(name="after")

    assert names() == ["after"]


def test_the_first_statement_of_a_part_may_be_refused():
    with transaction.atomic():
        with pytest.raises(DataError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        Counter.objects.create(name="after")

    assert names() == ["after"]


def test_a_scope_holds_from_its_first_statement_and_ends_with_its_last():
    with acting(Scope(READ)):
        inside = role()

    assert (inside, role()) == ("app_read", "postgres")


def test_a_scope_inside_another_ends_where_the_other_goes_on():
    with acting(MACHINERY):
        with acting(Scope(READ)):
            pass
        between = role()
        with acting(Scope(READ)):
            inside = role()
        after = role()

    assert (between, inside, after) == ("app_login", "app_read", "app_login")


def test_what_is_undone_takes_its_scope_along():
    with acting(MACHINERY):
        with pytest.raises(ZeroDivisionError):
            break_off_after(acting(Scope(READ))(role))

        assert role() == "app_login"


def test_rows_by_hand_and_copies_come_after_what_waits():
    with acting(MACHINERY), connection.cursor() as cursor:
        execute_values(cursor.cursor, "SELECT v.n, current_user FROM (VALUES %s) v (n)", [(1,)])
        by_hand = cursor.fetchone()[1]
    with acting(MACHINERY), connection.cursor() as cursor:
        told = StringIO()
        cursor.cursor.copy_expert("COPY (SELECT current_user) TO STDOUT", told)

    assert (by_hand, told.getvalue().strip()) == ("app_login", "app_login")


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_transaction_waits_for_the_next_one():
    with transaction.atomic():
        send_along("SELECT set_config('role', 'app_login', true)")
    with transaction.atomic():
        send_along("SELECT set_config('role', 'app_login', true)")
        transaction.set_rollback(True)

    assert role() == "postgres"


@pytest.mark.django_db(transaction=True)
def test_a_scope_ends_with_its_transaction():
    with acting(MACHINERY):
        inside = role()

    assert (inside, role()) == ("app_login", "postgres")


def entry() -> ReadLog:
    return ReadLog(user=people.ani(), action=ReadAction.OPEN, client_ids=[1])


def test_a_row_that_nobody_reads_back_costs_no_round_trip(django_assert_num_queries):
    row = entry()
    with django_assert_num_queries(1), transaction.atomic():
        insert_along(row)
        found = list(ReadLog.objects.values_list("client_ids", flat=True))

    assert found == [[1]]


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_owed_is_there_after_the_commit_and_not_after_a_rollback():
    with transaction.atomic():
        insert_along(entry())
    with transaction.atomic():
        insert_along(entry())
        transaction.set_rollback(True)

    assert ReadLog.objects.count() == 1


def test_a_row_that_is_owed_is_undone_with_its_part():
    row = entry()
    with pytest.raises(ZeroDivisionError):
        break_off_after(lambda: insert_along(row))

    assert not ReadLog.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_a_row_is_saved_at_once():
    insert_along(entry())

    assert ReadLog.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_read_along_with_a_lock_is_as_the_one_before_left_it():
    one = Counter.objects.create(name="one")
    rows = Counter.objects.filter(pk=one.pk)
    beside = Exists(Counter.objects.filter(name="two"))
    found = []

    @transaction.atomic
    def read():
        lock_along(rows.select_for_update())
        found.append(rows.annotate(beside=beside).get().beside)

    def write():
        rows.select_for_update().get()
        Counter.objects.create(name="two")

    with while_waiting(write, read) as waited:
        assert not waited.done()

    assert (waited.result(), found) == (DONE, [True])


def test_a_lock_costs_no_round_trip(django_assert_num_queries):
    with django_assert_num_queries(1), transaction.atomic():
        lock_along(Counter.objects.select_for_update())
        assert names() == []
