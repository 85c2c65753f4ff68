"""Questions whose SQL is made once: the same rows as Django's own, or an error, never a wrong row."""

from datetime import UTC, date, datetime, timedelta
from inspect import signature
from threading import Thread

import pytest
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import DataError, connection, transaction
from django.db.models import F, Value
from django.urls import get_resolver
from django.utils import timezone

from clients.enums import EventKind, NoteKind
from clients.models import Case, CaseEvent, Share, Wait
from clients.transitions import tell
from common.access import one_of
from common.prepared import QUESTIONS, CannotPrepare, Question
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory, ClientFactory, ConsentFactory, FamilyContactFactory


get_resolver().url_patterns  # noqa: B018  all pages are there, and with them what they ask
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
pytestmark = pytest.mark.django_db

SOME_PEOPLE = ("ani", "citra", "budi", "dewi", "eko", "fitri", "gita", "hadi")


@pytest.fixture
def world():
    """Cases at every stage at two institutions, one of them shared, with all that a file shows."""
    for traits in ({}, {"screening": True}, {"decided": True}, {"in_aftercare": True}):
        case = CaseFactory(**traits)
        ConsentFactory(client=case.client)
        FamilyContactFactory(client=case.client)
        tell(case, EventKind.NOTE, actor=people.ani(), at=NOW, about=NoteKind.CONTACT)
    CaseFactory(closed=True)
    CaseFactory(client=ClientFactory(registered_by=people.citra()), in_service=True)
    PlacementFactory()
    PlacementFactory(active=True, planned_end_on=TODAY + timedelta(days=3))


def everybody():
    invited = people.budi()
    invited.invited_by = people.eko()
    return [*(getattr(people, name)() for name in SOME_PEOPLE), invited]


def arguments(question, person):
    """One set of values for what a question is asked with, by the names of its parameters."""
    case = Case.objects.order_by("pk").first()
    last = CaseEvent.objects.latest("at")
    known = {
        "user": person,
        "today": TODAY,
        "month": TODAY.replace(day=1),
        "institution_id": person.institution_id or people.melati().pk,
        "case_id": case.pk,
        "client_id": case.client_id,
        "ids": list(Case.objects.values_list("pk", flat=True)),
        "at": last.at + timedelta(seconds=1),
        "pk": last.pk,
    }
    forms = {"limit": 5, "kinds": ()}
    given = signature(question.asked).parameters.values()
    values = [known[each.name] for each in given if each.kind is not each.KEYWORD_ONLY]
    return values, {each.name: forms[each.name] for each in given if each.kind is each.KEYWORD_ONLY}


def told(row):
    """Everything a row says, whoever made it."""
    if not hasattr(row, "_meta"):
        return row
    facts = {name: value for name, value in vars(row).items() if name != "_state"}
    joined = {name: other and told(other) for name, other in row._state.fields_cache.items()}
    return facts, joined


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked.__qualname__)
def test_a_prepared_question_answers_everybody_as_its_queryset_does(question, world):
    for person in everybody():
        values, form = arguments(question, person)

        rows = question.asked(*values, **form)
        asked, answered = list(map(told, rows)), list(map(told, question(*values, **form)))
        if not rows.ordered:
            asked, answered = sorted(asked), sorted(answered)
        assert answered == asked


def test_the_questions_of_the_world_have_answers(world):
    """Or the test above would compare nothing with nothing."""
    empty = []
    for question in QUESTIONS:
        asked = [arguments(question, person) for person in everybody()]
        if not any(question(*values, **form) for values, form in asked):
            empty.append(question.asked.__qualname__)

    assert not empty


def late_by(today: date):
    return Wait.objects.filter(late_from__lte=today + timedelta(days=1)).values_list(
        "pk", flat=True
    )


def test_a_day_counted_from_a_value_follows_it(world):
    question = Question(late_by)

    for day in (TODAY - timedelta(days=1000), TODAY, TODAY + timedelta(days=1000)):
        assert question(day) == list(late_by(day))


def test_what_is_not_asked_with_a_value_of_its_own_is_part_of_the_form(world):
    def first(*, limit: int):
        return Case.objects.order_by("pk")[:limit]

    question = Question(first)

    assert len(question(limit=1)) == 1
    assert len(question(limit=3)) == 3


def test_sql_that_hangs_on_a_value_is_an_error():
    def sometimes(pk: int):
        return Case.objects.filter(pk=pk) if pk % 2 else Case.objects.all()

    with pytest.raises(CannotPrepare, match="differs from value to value"):
        Question(sometimes)(1)


def test_a_value_that_was_worked_out_is_an_error():
    def first_of_month(today: date):
        return Case.objects.filter(opened_on=today.replace(day=today.day // 2 + 1))

    with pytest.raises(CannotPrepare, match="none of its values"):
        Question(first_of_month)(TODAY)


def test_a_clock_read_on_the_way_is_an_error():
    def by_now():
        return CaseEvent.objects.filter(at__lte=datetime.now(UTC))

    with pytest.raises(CannotPrepare, match="none of its values"):
        Question(by_now)()


def test_a_question_that_hangs_on_more_of_a_person_is_an_error():
    def namesakes(user):
        return Case.objects.filter(client__name=user.name)

    with pytest.raises(type(people.ani()).DoesNotExist):
        Question(namesakes)(people.ani())


def test_text_is_refused():
    def named(name: str):
        return Case.objects.filter(client__name=name)

    with pytest.raises(TypeError, match="takes no str"):
        Question(named)("Sari")


def test_a_form_that_never_has_an_answer_asks_nobody(django_assert_num_queries):
    def nobody(pk: int):
        return Case.objects.filter(pk=pk).none()

    question = Question(nobody)

    with django_assert_num_queries(0):
        assert question(1) == question(2) == []


def test_a_list_of_ids_may_be_of_any_length(world):
    def statuses(ids: list[int]):
        rows = Case.objects.filter(one_of("pk", ids)).order_by()
        return rows.values_list("is_current").annotate(pks=ArrayAgg("pk", order_by=F("pk")))

    question = Question(statuses)
    ids = sorted(Case.objects.values_list("pk", flat=True))

    assert question(ids) == [(True, ids)]
    assert question(ids[:1]) == [(True, ids[:1])]
    assert question([]) == []


def test_a_prepared_question_is_one_query(world, django_assert_num_queries):
    def current(today: date):
        return Case.objects.filter(opened_on__lte=today).select_related("client")

    question = Question(current)

    with django_assert_num_queries(1):
        assert all(case.client.name for case in question(TODAY))


def test_the_day_of_a_reader_elsewhere_begins_there():
    def shared(user):
        return Share.objects.live()

    question, person = Question(shared), people.ani()
    question(person)
    with timezone.override("Asia/Jayapura"):
        question(person)

    asked = [each.statement for each in question._prepared.values()]
    assert ["Asia/Jakarta" in asked[0], "Asia/Jayapura" in asked[1]] == [True, True]


def known_to_the_server() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall() if "server" in statement]


def own(word="own"):
    def one(pk: int):
        return Case.objects.filter(pk=pk).exclude(close_reason=f"100% of its '{word}'")

    return Question(one)


def test_the_server_plans_a_question_once(world):
    question = own("server")

    for pk in Case.objects.values_list("pk", flat=True):
        assert [case.pk for case in question(pk)] == [pk]

    (statement,) = known_to_the_server()
    assert "'100% of its ''server'''" in statement
    assert "$1::bigint" in statement


def test_a_number_beyond_every_column_is_nobodys(world):
    question = own()

    assert question(10**20) == question(-(10**20)) == []


def test_a_question_whose_first_asking_fails_is_asked_again(world):
    def named(pk: int):
        return Case.objects.filter(pk=pk).annotate(ratio=Value(1.0) / (F("pk") - pk))

    question, pk = Question(named), Case.objects.earliest("pk").pk

    with pytest.raises(DataError), transaction.atomic():
        question(pk)

    assert question(pk + 10_000) == []


def test_a_question_goes_on_after_its_part_of_a_transaction_is_undone(world):
    question, pk = own(), Case.objects.earliest("pk").pk

    with transaction.atomic():
        question(pk)
        transaction.set_rollback(True)

    assert [case.pk for case in question(pk)] == [pk]


def test_another_connection_is_told_anew(world):
    question, pk = own(), Case.objects.earliest("pk").pk
    question(pk)
    found = []

    def elsewhere():
        found.append(len(question(pk)))
        connection.close()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()

    assert found == [0]  # it sees nothing of this test's transaction, but it could ask


def test_a_name_that_was_undone_before_it_was_sent_is_told_again(world):
    question, pk = own("undone"), Case.objects.earliest("pk").pk
    statement = (question(pk), next(iter(question._prepared.values())).statement)[1] + " "

    with transaction.atomic():
        connection.name_of(statement)
        transaction.set_rollback(True)
    Case.objects.count()
    name = connection.name_of(statement)

    with connection.cursor() as cursor:
        cursor.execute(f"EXECUTE {name}(%s)", [pk])
        assert len(cursor.fetchall()) == 1
