import threading

import pytest
from django.db import connection, transaction

from common.numbering import next_number


@pytest.mark.django_db
def test_numbers_count_up_from_one():
    assert [next_number("uji") for _time in range(3)] == [1, 2, 3]


@pytest.mark.django_db
def test_each_series_counts_for_itself():
    next_number("satu")

    assert next_number("dua") == 1


@pytest.mark.django_db(transaction=True)
def test_no_number_is_given_out_twice_when_many_ask_at_once():
    given: list[int] = []

    def ask() -> None:
        try:
            with transaction.atomic():
                given.append(next_number("ramai"))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(given) == list(range(1, 9))
