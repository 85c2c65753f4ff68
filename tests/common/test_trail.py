"""The change trail: who changed what, in the same transaction as the change."""

import pytest
from django.apps import apps
from django.db import InternalError, ProgrammingError, connection, transaction

from accounts.models import User
from accounts.scopes import scope_of
from clients.models import Case, Client, ConsentText
from common.comparing import mismatches
from common.models import AuditSeal
from common.scope import LOGIN, READ, WEB, Scope, acting
from common.trail import histories
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.guards.append_only import triggers_off


pytestmark = pytest.mark.django_db


def history_of(model):
    return apps.get_model(model._meta.app_label, f"{model.__name__}History").objects


def act_as(user_id: int) -> None:
    """What a scope tells the trail, without the fence."""
    told = Scope(LOGIN, user_id=user_id).settings()["pghistory.context_metadata"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_metadata', %s, true)", [told])


def labels(model, pk) -> list[str]:
    rows = history_of(model).filter(id=pk).order_by("pgh_id")
    return list(rows.values_list("pgh_label", flat=True))


def test_every_write_leaves_a_copy_of_the_row():
    client = ClientFactory(name="Rian")
    client.name = "Rian Saputra"
    client.save()

    names = history_of(Client).filter(id=client.pk).order_by("pgh_id")

    assert list(names.values_list("name", flat=True)) == ["Rian", "Rian Saputra"]


def test_a_deleted_row_stays_in_the_trail():
    client = ClientFactory()
    pk = client.pk

    client.delete()

    assert labels(Client, pk) == ["insert", "delete"]


def test_saving_without_a_change_leaves_nothing():
    client = ClientFactory()

    client.save()

    assert labels(Client, client.pk) == ["insert"]


def test_a_change_knows_its_author():
    client = ClientFactory()
    ani = people.ani()
    act_as(ani.pk)

    Client.objects.filter(pk=client.pk).update(name="Rian")

    assert history_of(Client).latest("pgh_id").pgh_context["user"] == ani.pk


def test_a_scope_gives_its_changes_an_author_and_a_request():
    case = CaseFactory()
    scope = scope_of(people.ani())

    with acting(scope):
        Case.objects.filter(pk=case.pk).update(next_due_on="2026-08-01")

    context = history_of(Case).latest("pgh_id").pgh_context
    assert context == {"user": people.ani().pk, "request": str(scope.request_id)}


def test_the_web_role_reads_the_history_of_its_own_institution_only():
    CaseFactory()
    with acting(scope_of(people.ani())):
        assert history_of(Client).exists()
        assert history_of(Case).exists()
    with acting(scope_of(people.citra())):
        assert not history_of(Client).exists()
        assert not history_of(Case).exists()


@pytest.mark.parametrize("role", [WEB, READ, LOGIN])
@pytest.mark.parametrize(
    "table", ["clients_clienthistory", "accounts_userhistory", "common_auditseal"]
)
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"])
def test_nobody_at_the_site_has_the_right_to_change_the_trail(role, table, act):
    column = "number" if table == "common_auditseal" else "pgh_id"
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        acting(Scope(role, (people.melati().pk,))),
        connection.cursor() as cursor,
    ):
        cursor.execute(act.format(table, column, column))


def test_the_web_role_cannot_write_a_seal():
    with pytest.raises(ProgrammingError, match="permission denied"), acting(Scope(WEB, (0,))):
        AuditSeal.objects.create(
            number=1,
            at="2026-03-02T00:00Z",
            table="x",
            columns=[],
            after_id=0,
            upto_id=1,
            rows=0,
            previous="",
            sha256="",
        )


def test_raw_sql_is_told_apart_as_well():
    client = ClientFactory()
    ani = people.ani()
    act_as(ani.pk)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_client SET name = 'Rian' WHERE id = %s", [client.pk])

    assert history_of(Client).latest("pgh_id").pgh_context["user"] == ani.pk


def test_a_change_outside_a_request_has_no_author():
    ClientFactory()

    assert history_of(Client).get().pgh_context is None


def test_a_supporter_added_and_taken_off_is_in_the_trail():
    case = CaseFactory()
    budi = people.budi()
    case.supporters.add(budi)
    case.supporters.remove(budi)

    rows = apps.get_model("clients", "CaseSupporterHistory").objects.order_by("pgh_id")

    assert list(rows.values_list("pgh_label", "user_id")) == [
        ("insert", budi.pk),
        ("delete", budi.pk),
    ]


def test_a_password_never_reaches_the_trail():
    names = {field.name for field in history_of(User).model._meta.get_fields()}

    assert not names & {"password", "last_login"}


def test_no_history_has_a_blind_index():
    fields = [field.name for history in histories() for field in history._meta.get_fields()]

    assert [name for name in fields if name.endswith("_index")] == []


def test_a_change_and_its_copy_go_back_together():
    with transaction.atomic():
        ClientFactory()
        transaction.set_rollback(True)

    assert not history_of(Client).exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clients_clienthistory SET name = 'Lain'",
        "DELETE FROM clients_clienthistory",
        "TRUNCATE clients_clienthistory",
        "UPDATE common_readlog SET purpose = 'lain'",
        "DELETE FROM common_readlog",
        "TRUNCATE common_readlog",
        "DELETE FROM common_auditseal",
        "TRUNCATE common_auditseal",
    ],
)
def test_even_the_owner_of_the_tables_only_adds_to_them(statement):
    with (
        pytest.raises(InternalError, match="only ever added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_after_ordinary_work_every_row_is_as_its_last_change_left_it():
    case = CaseFactory()
    case.supporters.add(people.budi())
    Case.objects.update(next_due_on="2026-08-01")

    assert mismatches() == []


def sabotaged(statement: str, *values) -> list[str]:
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    return [found.what for found in mismatches()]


def test_a_row_changed_with_the_triggers_off_is_found():
    pk = ClientFactory().pk

    assert sabotaged("UPDATE clients_client SET name = 'Lain' WHERE id = %s", pk) == [
        "differs from its last change"
    ]


def test_a_row_removed_with_the_triggers_off_is_found():
    pk = ClientFactory().pk

    assert sabotaged("DELETE FROM clients_client WHERE id = %s", pk) == ["is gone without a trace"]


def test_a_row_added_with_the_triggers_off_is_found():
    pk = ClientFactory().pk
    copied = """INSERT INTO clients_consenttext (version, body, published_on)
                SELECT 'palsu', 'x', registered_at::date FROM clients_client WHERE id = %s"""

    assert sabotaged(copied, pk) == ["has no history"]


def test_a_removed_row_put_back_with_the_triggers_off_is_found():
    text = ConsentText.objects.create(version="lama", body="x", published_on="2020-01-01")
    pk = text.pk
    text.delete()
    back = """INSERT INTO clients_consenttext (id, version, body, published_on)
              SELECT id, version, body, published_on FROM clients_consenttexthistory
              WHERE id = %s AND pgh_label = 'delete'"""

    assert sabotaged(back, pk) == ["is back without a trace"]


def test_a_sample_finds_what_it_looks_at():
    pk = ClientFactory().pk
    with triggers_off():
        Client.objects.filter(pk=pk).update(name="Lain")

    assert [found.id for found in mismatches(sample=5)] == [pk]
