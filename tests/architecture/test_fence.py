"""Line 2 of who sees what: the database answers for one scope, and for nobody where none is open."""

import re
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, ProgrammingError, connection, transaction

from accounts.scopes import scope_of
from care.models import Placement
from clients.models import Case, CaseEvent, Client, Share
from common.fence import UNFENCED
from common.keeper import KEEPER
from common.roles import give_rights
from common.scope import LOGIN, READ, WEB, Scope, acting, nation
from tests import people
from tests.architecture.test_scope_walk import APPS
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory, ShareFactory


pytestmark = pytest.mark.django_db
PATHS = """
WITH RECURSIVE hangs_on AS (
    SELECT 'clients_client'::regclass::oid AS oid
    UNION
    SELECT conrelid FROM pg_constraint JOIN hangs_on ON hangs_on.oid = confrelid WHERE contype = 'f'
)
SELECT relname FROM hangs_on JOIN pg_class USING (oid) ORDER BY relname
"""


def about_people() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(PATHS)
        return [name for (name,) in cursor.fetchall()]


def fenced() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        return {name for (name,) in cursor.fetchall()}


@contextmanager
def the_database_as(role: str):
    """The role alone, without the scope that would come with it; nothing that it did stays."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [role])
        yield
        transaction.set_rollback(True)


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return cursor.fetchone()[0]


def test_every_table_with_a_path_to_a_client_is_fenced_or_says_why_not():
    assert set(about_people()) - fenced() - UNFENCED.keys() == set()


def test_no_reason_is_given_for_a_table_that_is_fenced():
    assert UNFENCED.keys() & fenced() == set()


def test_every_fenced_table_answers_to_the_same_roles():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, roles::text FROM pg_policies")
        policies = cursor.fetchall()

    for table in fenced():
        roles = {role.strip("{}") for name, role in policies if name == table}
        assert set(",".join(roles).split(",")) == {WEB, READ, "app_owner", KEEPER}, table


def test_outside_a_scope_the_sites_account_reads_no_fenced_table():
    for table in sorted(fenced()):
        with the_database_as(LOGIN), pytest.raises(ProgrammingError, match="permission denied"):
            count(table)


def test_the_web_role_without_a_scope_is_told_so_loudly():
    CaseFactory()
    for table in ("clients_client", "clients_case", "clients_share"):
        with the_database_as(WEB), pytest.raises(ProgrammingError, match="no scope is open"):
            count(table)


def test_an_institution_sees_its_own_and_what_is_shared_with_it():
    own, shared, other = ClientFactory(), ClientFactory(), ClientFactory()
    Client.objects.exclude(pk=own.pk).update(institution=people.kenanga())
    ShareFactory(client=shared, owner=people.kenanga(), institution=people.melati())

    with acting(scope_of(people.ani())):
        seen = set(Client.objects.values_list("pk", flat=True))

    assert seen == {own.pk, shared.pk}
    assert other.pk not in seen


def test_a_share_that_has_run_out_shows_nothing():
    client = ClientFactory(institution=people.kenanga())
    ShareFactory(
        client=client, owner=people.kenanga(), institution=people.melati(), ends_on="2020-01-01"
    )

    with acting(scope_of(people.ani())):
        assert not Client.objects.exists()


def test_nobody_gives_themselves_a_share():
    client = ClientFactory(institution=people.kenanga())

    with acting(scope_of(people.ani())), pytest.raises(ProgrammingError), transaction.atomic():
        Share.objects.create(
            client=client,
            owner=people.kenanga(),
            institution=people.melati(),
            granted_by=people.ani(),
        )


def test_a_share_names_the_clients_real_owner():
    """A foreign key looks past row security, so the owner stands in the key."""
    client = ClientFactory(institution=people.kenanga())

    with acting(scope_of(people.ani())):
        Share.objects.create(
            client=client,
            owner=people.melati(),
            institution=people.harapan(),
            granted_by=people.ani(),
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            check_at_once()
        transaction.set_rollback(True)


def check_at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_whoever_received_a_share_cannot_make_it_longer():
    share = ShareFactory(
        client=ClientFactory(institution=people.kenanga()),
        owner=people.kenanga(),
        institution=people.melati(),
        ends_on="2100-01-01",
    )

    with acting(scope_of(people.ani())):
        with pytest.raises(ProgrammingError), transaction.atomic():
            Share.objects.filter(pk=share.pk).update(ends_on="2200-01-01")
        Share.objects.filter(pk=share.pk).update(ends_on="2099-01-01")

    share.refresh_from_db()
    assert share.ends_on.year == 2099


def test_a_guest_does_not_change_the_persons_own_row():
    client = ClientFactory(institution=people.kenanga())
    ShareFactory(client=client, owner=people.kenanga(), institution=people.melati())

    with acting(scope_of(people.ani())), pytest.raises(ProgrammingError), transaction.atomic():
        Client.objects.filter(pk=client.pk).update(name="Diubah")


def test_nothing_is_hung_on_a_case_of_others():
    case = CaseFactory(client=ClientFactory(institution=people.kenanga()))

    with acting(scope_of(people.ani())), pytest.raises(ProgrammingError), transaction.atomic():
        CaseEvent.objects.create(
            case_id=case.pk, kind="note", actor=people.ani(), at="2026-03-02T00:00Z"
        )


def test_no_client_is_moved_to_another_institution():
    client = ClientFactory()

    with acting(scope_of(people.ani())), pytest.raises(ProgrammingError), transaction.atomic():
        Client.objects.filter(pk=client.pk).update(institution=people.kenanga())


def test_no_case_is_moved_to_another_institution_not_even_by_a_guest_who_works_on_it():
    case = CaseFactory(client=ClientFactory(institution=people.kenanga()))
    ShareFactory(client=case.client, owner=people.kenanga(), institution=people.melati())

    with acting(scope_of(people.ani())):
        Case.objects.filter(pk=case.pk).update(referral_source="police")
        with pytest.raises(ProgrammingError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(institution=people.melati())
    with (
        acting(Scope(WEB, (people.kenanga().pk,))),
        pytest.raises(ProgrammingError),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=case.pk).update(institution=people.melati())


def test_an_auditor_reads_the_nation_and_changes_nothing():
    case = CaseFactory()

    with acting(scope_of(people.gita())):
        assert Case.objects.filter(pk=case.pk).exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(risk="high")


def test_the_ministry_meets_no_person_but_where_the_nation_is_counted():
    CaseFactory()

    with acting(scope_of(people.fitri())):
        assert not Client.objects.exists()
        with acting(nation()):
            assert Client.objects.count() == 1
        assert not Client.objects.exists()


def test_a_scope_ends_with_its_block():
    CaseFactory()
    with acting(scope_of(people.citra())):
        assert not Client.objects.exists()

    assert Client.objects.exists()


def test_a_failed_block_leaves_its_first_error_and_no_scope():
    CaseFactory()

    with pytest.raises(ProgrammingError, match="nowhere"), acting(scope_of(people.citra())):
        count("nowhere")

    assert Client.objects.exists()


def test_places_are_counted_over_the_fence_and_their_holders_not_told():
    placement = PlacementFactory(active=True, institution=people.kenanga())
    stranger = Scope(WEB, (people.harapan().pk,), people.dewi().pk)

    with acting(stranger), connection.cursor() as cursor:
        cursor.execute("SELECT taken FROM app.occupancy")
        assert cursor.fetchall() == [(1,)]
        assert not Placement.objects.filter(pk=placement.pk).exists()


def test_the_rights_are_not_given_while_a_table_about_people_stands_open():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE diary (client_id bigint REFERENCES clients_client (id))")
        with pytest.raises(Exception, match="diary"):
            give_rights(cursor)


def test_a_new_table_is_closed_until_somebody_decides():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE brand_new (id int)")
    for role in (WEB, READ, LOGIN):
        with the_database_as(role), pytest.raises(ProgrammingError, match="permission denied"):
            count("brand_new")


def test_the_site_writes_the_trail_through_its_triggers_and_in_no_other_way():
    case = CaseFactory()
    with acting(scope_of(people.ani())):
        Case.objects.filter(pk=case.pk).update(referral_source="police")
        kept = apps.get_model("clients", "CaseHistory").objects.filter(id=case.pk)
        assert kept.latest("pgh_id").referral_source == "police"

        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            kept.create(id=case.pk, referral_source="self", pgh_label="update")


def test_every_model_of_ours_that_is_seen_by_somebody_is_fenced_or_holds_no_person():
    scoped = {
        model._meta.db_table
        for model in apps.get_models()
        if hasattr(model._default_manager, "visible_to")
    }

    # Figures of institutions, no persons.
    assert scoped - fenced() == {"reports_report", "reports_submission"}


def test_every_task_says_in_whose_name_it_asks():
    from atensi.celery import app

    app.loader.import_default_modules()
    ours = [task for name, task in app.tasks.items() if not name.startswith("celery.")]

    assert ours
    assert [t.name for t in ours if t.scope is None and not t.name.startswith("tests.")] == []


def test_a_task_that_says_nothing_is_refused():
    from atensi.celery import app

    silent = app.task(count, name="tests.silent")

    with pytest.raises(TypeError, match="declares no scope"):
        silent("clients_client")


def test_a_task_asks_in_the_name_that_it_declared():
    from atensi.celery import app

    CaseFactory()
    seen = app.task(Client.objects.count, name="tests.counting", scope=Scope(WEB, (0,)))

    assert seen() == 0


# The named ways over the fence. A new one needs a reason here.
OVER_THE_FENCE = {
    "accounts/scopes.py": "data officers and auditors: who looked at whom, as numbers",
    "care/aftercare/late.py": "which calls and triages are late, each then told in its institution's name",
    "care/delivery/services/held_proofs.py": "whose proof it is that the scanner found something in",
    "care/transfer/services/arrivals.py": "which journeys have lasted for days, each then asked after in its keeper's name",
    "care/waiting/sweeping.py": "which requests, starts and offers are overdue, and who is next in a queue",
    "clients/admin.py": "whether anybody has agreed to a text: yes or no",
    "clients/hanging.py": "how many rows hang on a worker or an institution, as numbers",
    "clients/services/emergency.py": "the client whose number somebody knows; whom to tell of it",
    "clients/services/reading.py": "the national match, which answers with a reference",
    "common/summary.py": "the figures of the nation that pages show, sums only",
    "files/services.py": "the file that the scanner is asked about, and which files wait for it",
    "exports/services/making.py": "whose exports have had their day, each then taken away in its asker's name",
    "files/strays.py": "which names in the storage are known",
    "reports/figures.py": "the report's figures",
    "reports/selectors.py": "which institutions keep cases",
    "reports/services/requesting.py": "which institutions owe a report",
    "reports/outcomes.py": "how people are after care, in counts that the rule of small cells lets out",
    "reports/overrides.py": "how often is decided otherwise, in counts of five and more",
    "safety/services/escalating.py": "whose clinicians' words are overdue, each then told in its institution's name",
    "screening/services/facts.py": "whether the same number has an open case anywhere, and nothing about it",
    "upkeep/looking.py": "in which files the scanner found something, by number",
    "screening/services/rescreening.py": "who is in care without a day to be screened again, and who left it",
}


# The trail is sealed and checked as a whole; its commands read ciphertexts and ids.
SEALING = {
    "common/sealing.py",
    "common/verifying.py",
    "common/comparing.py",
}


def test_every_way_over_the_fence_is_named():
    found = {
        path.relative_to(settings.BASE_DIR).as_posix()
        for app in ("atensi", "common", "ops", *APPS)
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if re.search(r"\b(?:whole_)?nation\(\)|scope import .*\bREAD\b", path.read_text())
    }

    assert found - {"common/scope.py"} - SEALING == OVER_THE_FENCE.keys()
