"""The change trail: who changed what, in the same transaction as the change."""

import pytest
from django.apps import apps
from django.db import InternalError, connection, transaction

from accounts.models import User
from atensi.common.comparing import mismatches
from atensi.common.trail import context_settings, histories
from clients.models import Case, Client
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.guards.append_only import triggers_off


pytestmark = pytest.mark.django_db


def history_of(model):
    return apps.get_model(model._meta.app_label, f"{model.__name__}History").objects


def act_as(user_id: int) -> None:
    told = context_settings(user_id=user_id, request_id="r-1", institutions=[7])
    with connection.cursor() as cursor:
        for name, value in told.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


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

    context = history_of(Client).latest("pgh_id").pgh_context
    assert context == {"user": ani.pk, "request": "r-1", "institutions": [7]}


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
    Case.objects.update(referred_by="Puskesmas")

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
    client = ClientFactory()
    columns = [field.column for field in Client._meta.concrete_fields]
    listed = ", ".join(f'"{name}"' for name in columns)
    pk = client.pk
    client.delete()

    back = f"INSERT INTO clients_client ({listed}) SELECT {listed} FROM clients_clienthistory WHERE id = %s AND pgh_label = 'delete'"

    assert sabotaged(back, pk) == ["is back without a trace"]


def test_a_sample_finds_what_it_looks_at():
    pk = ClientFactory().pk
    with triggers_off():
        Client.objects.filter(pk=pk).update(name="Lain")

    assert [found.id for found in mismatches(sample=5)] == [pk]


def test_rows_from_before_the_trail_have_their_first_entry():
    """The text of the first consent is older than the trail (clients 0002)."""
    first = apps.get_model("clients", "ConsentTextHistory").objects.order_by("pgh_id").first()

    assert first.pgh_label == "begin"
