"""What waits for somebody has one source, kept by the database, and one meaning of late on every page."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from accounts.scopes import scope_of
from care.enums import CareTask, PlacementStatus
from care.models import Placement
from care.permissions import ANSWERERS
from clients.deadlines import APPROVE_DAYS
from clients.enums import Audience, TaskStatus
from clients.models import Case, CaseTask, VitalInterest, Wait
from clients.models.wait import AUDIENCES
from clients.waits import KINDS, label_of, page_of
from common.scope import acting
from desk.selectors import team, work
from safety.models import MedicalReferral
from screening.enums import ScreeningTask
from tests import people
from tests.care import outcome_factories as outcomes
from tests.care.aftercare.life_factories import ImprisonmentFactory
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.plan_factories import ServicePlanFactory, TerminationFactory
from tests.care.transfer_factories import TransferFactory
from tests.clients.factories import (
    BreakGlassFactory,
    CaseFactory,
    ConsentFactory,
    ShareFactory,
)
from tests.clients.task_factories import CaseTaskFactory
from tests.exports.factories import ExportFactory
from tests.law.factories import OrderFactory
from tests.partners.factories import AgreementFactory
from tests.reports.factories import SubmissionFactory
from tests.safety.factories import raised, referred
from tests.screening.assessment_factories import begun, submitted
from tests.screening.factories import ScreeningFactory, consenting_case
from tests.screening.routing_factories import asked_for_approval


pytestmark = pytest.mark.django_db
FAR = timedelta(days=400)
KEPT = "SELECT {columns} FROM clients_wait EXCEPT SELECT {columns} FROM app.waits_now"
DEFINED = "SELECT {columns} FROM app.waits_now EXCEPT SELECT {columns} FROM clients_wait"
COLUMNS = (
    "kind, row_id, what, client_id, case_id, institution_id, at_institution_id, also_at_id, person_id, audience, "
    "not_people, due_on, late_from, falls_on, from_on, until_on, urgency"
)


def difference() -> list:
    with connection.cursor() as cursor:
        rows = []
        for question in (KEPT, DEFINED):
            cursor.execute(question.format(columns=COLUMNS))
            rows += cursor.fetchall()
        return rows


def of(person, day=None, **facts):
    return (
        Wait.objects.visible_to(person)
        .for_user(person, day or timezone.localdate())
        .filter(**facts)
    )


def somebody_gone() -> User:
    facts = {"role": Role.SOCIAL_WORKER, "institution": people.melati(), "is_active": False}
    return User.objects.create_user("mega@contoh.id", name="Mega", **facts)


def one_of_every_kind() -> None:
    PlacementFactory()
    of_danger()
    CaseTaskFactory()
    asked_for_approval()
    ScreeningFactory(case=CaseFactory(in_service=True))
    begun()
    submitted()
    for trait in ({}, {"submitted": True}, {"approved": True}):
        ServicePlanFactory(**trait)
    TerminationFactory()
    TerminationFactory(asked=True)
    TransferFactory(travelling=True)
    RelapseFactory()
    FollowUpFactory(milestone="W4", reached=True)
    outcomes.begun(CaseFactory(in_aftercare=True))
    after_care()
    BreakGlassFactory()
    AgreementFactory()
    SubmissionFactory()
    of_the_law()
    ExportFactory(waiting=True)


def after_care() -> None:
    """Asked of the time before care, and of the day of release; and a death of which nothing is known yet."""
    ImprisonmentFactory(case=consenting_case(in_aftercare=True))
    CaseFactory(closed=True, close_reason="died")


def of_danger() -> None:
    sent = referred()
    MedicalReferral.objects.filter(pk=sent.pk).update(told_at=timezone.now())
    raised()
    VitalInterest.objects.create(
        client=CaseFactory().client,
        reason="unconscious",
        words="Pingsan.",
        recorded_by=people.ani(),
        recorded_at=timezone.now(),
    )


def of_the_law() -> None:
    OrderFactory(report_due_on=date(2026, 11, 1))
    child = {"client__birth_date": date(2012, 1, 1), "legal_status": "court_order"}
    CaseFactory(lead_worker=somebody_gone())
    case = CaseFactory(**child)  # no order is written down, and nobody of the Bapas
    ConsentFactory(client=case.client, given_by="guardian", guardian_name="Wati")


# The table is the definition.


def test_every_kind_of_what_waits_is_kept_as_it_is_defined():
    one_of_every_kind()

    assert set(Wait.objects.values_list("kind", flat=True)) == set(KINDS)
    assert difference() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda case: Case.objects.filter(pk=case.pk).update(next_due_on="2026-09-09"),
        lambda case: Case.objects.filter(pk=case.pk).update(lead_worker=people.budi()),
        lambda case: Case.objects.filter(pk=case.pk).update(risk="low"),
        lambda case: CaseTask.objects.update(due_on="2026-09-09"),
        lambda case: CaseTask.objects.update(owner=people.budi()),
        lambda case: CaseTask.objects.all().delete(),
        lambda case: CaseTask.objects.update(status=TaskStatus.DONE, settled_at=timezone.now()),
        lambda case: Placement.objects.update(answer_due_on="2026-09-09"),
        lambda case: Placement.objects.update(falls_on="2026-09-10"),
        lambda case: Placement.objects.update(status=PlacementStatus.WITHDRAWN),
    ],
)
def test_what_changes_changes_what_waits(change):
    case = PlacementFactory().case
    CaseTaskFactory(case=case)
    before = list(Wait.objects.order_by("kind").values_list())

    change(case)

    assert list(Wait.objects.order_by("kind").values_list()) != before
    assert difference() == []


def test_nothing_waits_in_a_closed_case():
    case = CaseFactory()
    CaseTaskFactory(case=case)

    Case.objects.filter(pk=case.pk).update(
        status="closed", closed_on="2026-07-01", close_reason="withdrew"
    )

    assert not Wait.objects.filter(case=case).exists()


def test_the_site_reads_what_waits_and_writes_none_of_it():
    CaseFactory()

    with acting(scope_of(people.ani())):
        assert Wait.objects.exists()
        for write in (Wait.objects.all().delete, lambda: Wait.objects.update(urgency=0)):
            with pytest.raises(ProgrammingError), transaction.atomic():
                write()


def test_what_the_site_itself_writes_is_kept():
    case = CaseFactory()

    with acting(scope_of(people.ani())):
        Case.objects.filter(pk=case.pk).update(next_due_on="2026-09-09")

    assert Wait.objects.get(case=case).due_on == date(2026, 9, 9)


@pytest.mark.parametrize("person", [people.ani, people.budi, people.citra, people.eko, people.dewi])
def test_the_fence_lets_through_what_waits_in_the_cases_that_it_lets_through(person):
    for traits in ({}, {"client__registered_by": people.citra()}):
        CaseTaskFactory(case=CaseFactory(**traits))
    ShareFactory(client=CaseFactory().client, institution=people.kenanga())

    with acting(scope_of(person())):
        seen = set(Wait.objects.exclude(case=None).values_list("case_id", flat=True))
        cases = set(Case.objects.values_list("pk", flat=True))

    assert seen == cases


# For whom.


def test_a_step_waits_for_who_leads_the_case_and_for_who_supports_it():
    case = CaseFactory()
    case.supporters.add(helper := colleague(Role.SOCIAL_WORKER))

    assert of(people.ani()).exists()
    assert of(helper).exists()
    assert not of(colleague(Role.SOCIAL_WORKER, "lain")).exists()


def test_a_request_waits_for_who_answers_at_the_receiver():
    PlacementFactory()

    assert of(people.eko(), kind="request").exists()
    for stranger in (people.citra(), people.ani(), people.budi(), people.dewi()):
        assert not of(stranger, kind="request").exists()


@pytest.mark.parametrize(
    ("factory", "kind"), [(ServicePlanFactory, "plan"), (TerminationFactory, "ending")]
)
def test_nobody_approves_what_they_asked_for_themselves(factory, kind):
    asked = {"submitted": True, "submitted_by": people.budi()}
    if factory is TerminationFactory:
        asked = {"asked": True, "asked_by": people.budi()}
    row = factory(**asked)
    head = colleague(Role.BALAI_MANAGER, institution=row.case.institution)

    assert not of(people.budi(), kind=kind).exists()
    assert of(head, kind=kind).exists()


def test_an_emergency_waits_for_who_reviews_it_and_not_for_who_broke_the_glass():
    BreakGlassFactory(user=colleague(Role.SUPERVISOR, "sendiri"))

    assert of(people.hadi(), kind="emergency").exists()
    assert of(people.budi(), kind="emergency").exists()
    for other in (User.objects.get(name="sendiri"), people.ani(), people.eko(), people.fitri()):
        assert not of(other, kind="emergency").exists()


def test_nothing_waits_for_an_institution_that_only_reads_the_file():
    case = CaseFactory()
    ShareFactory(client=case.client, institution=people.kenanga(), read_only=True)
    CaseTaskFactory(case=case, institution=people.kenanga())

    assert not of(people.eko()).exists()


def test_where_nobody_leads_an_override_waits_for_the_staff():
    Wait.objects.all().delete()
    row = Wait(kind="override", row_id=1, case=CaseFactory(), audience=Audience.LEADERS, urgency=1)
    row.client = row.case.client
    row.institution = row.at_institution = people.harapan()
    Case.objects.filter(pk=row.case_id).update(institution=people.harapan())
    Wait.objects.filter(case=row.case_id).delete()
    row.save()
    assert of(people.dewi()).exists()

    colleague(Role.BALAI_MANAGER, institution=people.harapan())

    assert not of(people.dewi()).exists()


def test_those_who_answer_are_those_whom_the_permissions_name():
    assert set(AUDIENCES[Audience.ANSWERERS]) == set(ANSWERERS)


def test_a_leader_finds_what_is_late_with_a_colleague_and_not_what_is_still_far(today):
    late = CaseFactory(next_due_on=today - timedelta(days=1))
    CaseFactory(next_due_on=today + FAR)

    items = work.work(people.budi(), today).items

    assert [(item.client_id, item.is_mine, item.holder) for item in items] == [
        (late.client_id, False, people.ani().name)
    ]


# In which order, and how many.


def test_safety_comes_before_everything(today):
    CaseFactory(next_due_on=today - timedelta(days=90))
    CaseTaskFactory(kind=CareTask.SAFETY, owner=people.ani(), due_on=today + timedelta(days=1))

    first = work.work(people.ani(), today).items[0]

    assert first.label == CareTask.SAFETY.label


def test_what_waits_for_a_leader_comes_before_what_is_late_with_a_colleague(today):
    CaseFactory(next_due_on=today - timedelta(days=90))
    plan = ServicePlanFactory(submitted=True, submitted_at=f"{today}T02:00Z")

    first = work.work(people.budi(), today).items[0]

    assert (first.kind, first.row_id) == ("plan", plan.pk)


def test_a_home_says_how_many_there_are_and_leads_to_all_of_them(client):
    CaseFactory.create_batch(12)
    client.force_login(people.ani())

    home = client.get(reverse("desk:home"))
    listed = client.get(reverse("clients:tasks"))

    assert "Menampilkan 10 dari 12." in home.content.decode()
    assert f'href="{reverse("clients:tasks")}">Lihat semua' in home.content.decode()
    assert len(listed.context["items"]) == home.context["work"].total == 12


@pytest.mark.parametrize("person", [people.ani, people.budi, people.eko, people.dewi])
def test_the_list_of_all_begins_with_what_the_home_shows(client, person):
    one_of_every_kind()
    CaseFactory.create_batch(3)
    client.force_login(person())

    home = client.get(reverse("desk:home")).context["work"]
    listed = client.get(reverse("clients:tasks")).context

    assert listed["items"][: len(home.items)] == home.items
    assert listed["page"].paginator.count == home.total


def test_every_kind_has_a_name_and_a_page():
    one_of_every_kind()

    for wait in Wait.objects.all():
        assert label_of(wait)
        assert page_of(wait).startswith("/")


def test_whoever_it_waits_for_finds_the_page_of_each_kind(client):
    one_of_every_kind()

    for person in (people.ani(), people.budi(), people.eko(), people.dewi()):
        client.force_login(person)
        for wait in of(person, date(2026, 11, 1)):
            assert client.get(page_of(wait)).status_code in {200, 302, 422}, (person, wait)


# Late: one meaning.


def late_everywhere(client, case, person, today) -> dict[str, bool]:
    """What each page says of the case: is it late?"""
    client.force_login(person)
    file = client.get(reverse("clients:file", args=[case.client_id])).content.decode()
    row = client.get(reverse("clients:list")).context["rows"][0]
    filtered = client.get(reverse("clients:list") + "?terlambat=on").context["rows"]
    leader = people.budi()
    return {
        "home": any(
            "Lewat" in item.due.text for item in work.work(person, today).items if item.due
        ),
        "leader's home": any(
            "Lewat" in item.due.text for item in work.work(leader, today).items if item.due
        ),
        "bell": "Lewat" in client.get(reverse("desk:notices")).content.decode(),
        "tasks": "Lewat" in client.get(reverse("clients:tasks")).content.decode(),
        "file": "Tindak lanjut terlambat" in file,
        "list": bool(row["overdue"]),
        "filter": bool(filtered),
        "loads": team.case_loads(leader, today)[0].overdue == 1,
    }


def test_a_rescreening_that_is_108_days_late_is_late_everywhere(client):
    today = timezone.localdate()
    case = CaseFactory(in_service=True, next_due_on=today + timedelta(days=15))
    CaseTaskFactory(
        case=case,
        kind=ScreeningTask.RESCREEN,
        owner=case.lead_worker,
        due_on=today - timedelta(days=108),
    )

    said = late_everywhere(client, case, people.ani(), today)

    assert all(said.values()), said
    assert "Lewat 108 hari" in client.get(reverse("clients:list")).content.decode()


def test_a_call_within_its_window_is_late_nowhere(client):
    today = timezone.localdate()
    case = CaseFactory(in_aftercare=True, next_due_on=today - timedelta(days=13))
    FollowUpFactory(
        case=case, due_on=case.next_due_on, window_ends_on=today + timedelta(days=1), milestone="M6"
    )

    said = late_everywhere(client, case, people.ani(), today)

    assert not any(said.values()), said


def test_a_call_is_late_on_the_day_after_its_window(client):
    today = timezone.localdate()
    case = CaseFactory(in_aftercare=True, next_due_on=today - timedelta(days=13))
    FollowUpFactory(
        case=case, due_on=case.next_due_on, window_ends_on=today - timedelta(days=1), milestone="M6"
    )

    said = late_everywhere(client, case, people.ani(), today)

    assert all(said.values()), said
    assert "Lewat 1 hari" in client.get(reverse("clients:list")).content.decode()


@pytest.mark.parametrize("page", ["care:placements", "desk:home", "desk:notices", "clients:tasks"])
def test_an_escalated_request_stays_late_and_says_when_it_ends_by_itself(client, page):
    today = timezone.localdate()
    falls = today + timedelta(days=1)
    PlacementFactory(answer_due_on=today - timedelta(days=2), escalated_on=today, falls_on=falls)
    client.force_login(people.eko())

    text = client.get(reverse(page)).content.decode()

    assert f"Lewat 2 hari – ditutup sendiri {falls.day} " in text
    assert "1 hari lagi" not in text


def test_who_was_told_of_a_request_without_an_answer_is_late_from_then_on():
    today = timezone.localdate()
    task = CaseTaskFactory(kind=CareTask.ESCALATION, due_on=today + timedelta(days=1))

    wait = Wait.objects.get(kind="task", row_id=task.pk)

    assert (wait.late_from, wait.falls_on) == (today, task.due_on)


def test_an_answer_that_nobody_set_a_day_for_is_due_like_an_override():
    plan = ServicePlanFactory(submitted=True)

    wait = Wait.objects.get(kind="plan", row_id=plan.pk)

    asked = timezone.localdate(plan.submitted_at)
    assert wait.due_on - asked == timedelta(days=APPROVE_DAYS)
    assert wait.late_from == wait.due_on + timedelta(days=1)


def test_a_draft_waits_and_is_never_late():
    draft = begun()

    wait = Wait.objects.get(kind="assessment", row_id=draft.pk)

    assert (wait.person_id, wait.late_from) == (draft.started_by_id, None)


def colleague(role, name="Rekan", institution=None):
    return User.objects.create_user(
        f"{name}{role}@contoh.id",
        "x",
        name=name,
        role=role,
        institution=institution or people.melati(),
    )
