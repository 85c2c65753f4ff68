"""`check --deploy --database default`: row-level security holds for the site's account alone."""

import pytest
from django.db import connection

from common.checks import the_site_is_nobody_by_itself
from common.scope import LOGIN


pytestmark = pytest.mark.django_db


def test_an_owner_or_superuser_is_refused():
    (error,) = the_site_is_nobody_by_itself(["default"])

    assert "sees every person's row" in error.msg
    assert LOGIN in error.hint


def test_the_sites_own_account_passes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [LOGIN])

    assert the_site_is_nobody_by_itself(["default"]) == []


def test_without_a_database_nothing_is_asked():
    assert the_site_is_nobody_by_itself(None) == []


def test_a_copied_database_in_which_it_may_make_tables_of_its_own_is_refused():
    with connection.cursor() as cursor:
        cursor.execute(
            f'GRANT TEMPORARY ON DATABASE "{connection.settings_dict["NAME"]}" TO PUBLIC'
        )
        cursor.execute("SELECT set_config('role', %s, true)", [LOGIN])

    (error,) = the_site_is_nobody_by_itself(["default"])

    assert "of its own" in error.msg
