"""Tasks of a case: added once, seen by whom they are for, done with a word on what came of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from care.enums import CareTask
from clients.enums import EventKind, TaskStatus
from clients.models import CaseEvent, CaseTask
from clients.models.wait import TASK
from clients.services.case_tasks import NewTask, add_task, finish_task, settle_tasks
from common.errors import DomainError
from tests import people
from tests.clients.factories import CaseFactory, ShareFactory
from tests.clients.task_factories import CaseTaskFactory


pytestmark = pytest.mark.django_db
NOW = timezone.now()


def new(case, subject="transfer:1:3", **facts):
    usual = {"kind": CareTask.ARRIVAL, "due_on": NOW.date(), "institution": case.institution}
    return NewTask(subject=subject, **{**usual, **facts})


def test_the_same_task_is_added_once():
    case = CaseFactory()

    add_task(case, new(case), actor=people.ani(), at=NOW)
    add_task(case, new(case), actor=people.budi(), at=NOW)

    assert CaseTask.objects.get().added_by == people.ani()


def test_a_task_may_be_added_by_nobody_in_person():
    case = CaseFactory()

    assert add_task(case, new(case), actor=None, at=NOW).added_by is None


def test_a_finished_task_leaves_its_outcome_and_one_event():
    task = CaseTaskFactory()

    finish_task(task=task, outcome=" Sudah tiba. ", actor=people.ani(), at=NOW)

    task.refresh_from_db()
    assert (task.status, task.outcome, task.settled_by) == (
        TaskStatus.DONE,
        "Sudah tiba.",
        people.ani(),
    )
    assert CaseEvent.objects.get().kind == EventKind.TASK_DONE


def test_a_task_is_not_finished_without_a_word():
    with pytest.raises(DomainError) as refused:
        finish_task(task=CaseTaskFactory(), outcome=" ", actor=people.ani(), at=NOW)

    assert refused.value.field == "outcome"


def test_a_task_is_finished_once():
    task = CaseTaskFactory()
    finish_task(task=task, outcome="Sudah.", actor=people.ani(), at=NOW)

    with pytest.raises(DomainError):
        finish_task(task=task, outcome="Lagi.", actor=people.budi(), at=NOW)


def test_the_service_that_makes_tasks_needless_settles_them():
    case = CaseFactory()
    for subject in ("transfer:1:3", "transfer:1:7", "transfer:2:3"):
        add_task(case, new(case, subject), actor=None, at=NOW)

    assert settle_tasks(case, "transfer:1:", actor=people.ani(), at=NOW) == 2
    assert CaseTask.objects.open().get().subject == "transfer:2:3"


def test_nothing_is_left_to_do_in_a_closed_case():
    CaseTaskFactory(case=CaseFactory(closed=True))

    assert not CaseTask.objects.open().exists()


def tasks_of(client, person, query=""):
    client.force_login(person)
    answer = client.get(reverse("clients:tasks") + query)
    assert answer.status_code == 200
    return [item.row_id for item in answer.context["items"] if item.kind == TASK]


def test_the_list_has_ones_own_tasks_and_those_of_the_institution_soonest_first(client):
    case = CaseFactory()
    later = CaseTaskFactory(case=case, owner=people.ani(), due_on=NOW.date() + timedelta(days=9))
    sooner = CaseTaskFactory(case=case)
    CaseTaskFactory(case=case, owner=people.budi())
    CaseTaskFactory(case=case, status=TaskStatus.DONE, settled_at=NOW)

    assert tasks_of(client, people.ani()) == [sooner.pk, later.pk]


def test_a_leader_also_sees_the_tasks_of_colleagues(client):
    task = CaseTaskFactory(owner=people.ani())

    assert tasks_of(client, people.budi()) == []
    assert tasks_of(client, people.budi(), "?milik=lembaga") == [task.pk]


def test_a_worker_who_asks_for_all_gets_their_own(client):
    CaseTaskFactory(owner=people.budi())

    assert tasks_of(client, people.ani(), "?milik=lembaga") == []


def test_a_task_of_a_supporting_institution_is_on_its_list(client):
    case = CaseFactory()
    ShareFactory(client=case.client, institution=people.kenanga())
    task = CaseTaskFactory(case=case, institution=people.kenanga())

    assert tasks_of(client, people.eko()) == [task.pk]
    assert tasks_of(client, people.budi()) == []


def test_the_list_costs_the_same_for_one_as_for_many(client, django_assert_max_num_queries):
    CaseTaskFactory.create_batch(25, owner=people.ani())
    client.force_login(people.ani())
    client.get(reverse("clients:tasks"))

    with django_assert_max_num_queries(12):
        client.get(reverse("clients:tasks"))


def test_a_task_is_ticked_off_on_its_page(client):
    task = CaseTaskFactory()
    client.force_login(people.ani())

    answer = client.post(
        reverse("clients:task", args=[task.pk]), {"outcome": "Keluarga sudah dihubungi."}
    )

    assert answer.status_code == 302
    task.refresh_from_db()
    assert task.status == TaskStatus.DONE


def test_the_task_of_a_colleague_is_not_mine_to_tick_off(client):
    task = CaseTaskFactory(owner=people.budi())
    client.force_login(people.ani())

    assert client.post(reverse("clients:task", args=[task.pk]), {"outcome": "x"}).status_code == 403


def test_the_file_shows_what_is_open_in_the_case(client):
    task = CaseTaskFactory()
    client.force_login(people.ani())

    page = client.get(reverse("clients:file", args=[task.case.client_id])).content.decode()

    assert reverse("clients:task", args=[task.pk]) in page


def test_the_home_shows_my_tasks(client):
    task = CaseTaskFactory(owner=people.ani())
    client.force_login(people.ani())

    page = client.get(reverse("desk:home")).content.decode()

    assert reverse("clients:task", args=[task.pk]) in page
