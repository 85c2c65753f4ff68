"""Whoever leaves hands over what hangs on them; who is gone already leaves it to a leader."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.services.managing import deactivate, reactivate
from clients.enums import EventKind, TaskStatus
from clients.models import Case, CaseTask, Wait
from clients.services.cases import hand_over
from common.errors import DomainError
from partners.models import Institution
from tests import people
from tests.care.factories import PlacementFactory
from tests.clients.factories import CaseFactory
from tests.clients.task_factories import CaseTaskFactory
from tests.partners.factories import InstitutionFactory
from tests.screening.factories import ScreeningFactory


pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def handed_over():
    now = timezone.now()
    return hand_over(worker=people.ani(), to=people.budi(), actor=people.budi(), at=now)


def waiting_for(person):
    waits = Wait.objects.visible_to(person).for_user(person, TODAY)
    return list(waits.filter(kind="handover").values_list("case", flat=True))


def test_cases_and_tasks_go_to_the_colleague():
    case = CaseFactory()
    CaseTaskFactory(case=case, owner=people.ani())

    assert handed_over() == 1

    assert Case.objects.get().lead_worker == people.budi()
    assert CaseTask.objects.get().owner == people.budi()
    assert case.events.get().kind == EventKind.REASSIGNED


def test_whom_the_worker_supported_the_colleague_supports():
    case = CaseFactory(lead_worker=somebody())
    case.supporters.add(people.ani())

    handed_over()

    assert list(Case.objects.get().supporters.all()) == [people.budi()]
    assert case.events.get().kind == EventKind.SUPPORTER_CHANGED


def test_what_is_done_or_closed_stays_with_whoever_did_it():
    CaseFactory(closed=True)
    CaseTaskFactory(
        case=CaseFactory(lead_worker=somebody()),
        owner=people.ani(),
        status=TaskStatus.DONE,
        settled_at=timezone.now(),
    )

    assert handed_over() == 0
    assert CaseTask.objects.get().owner == people.ani()


def test_a_leader_does_it_on_one_page(client):
    CaseFactory()
    client.force_login(people.budi())
    url = reverse("clients:handover", args=[people.ani().pk])

    page = client.get(url).content.decode()
    answer = client.post(url, {"to": people.budi().pk})

    assert "Kasus terbuka" in page
    assert answer.url == reverse("clients:tasks")
    assert Case.objects.get().lead_worker == people.budi()


def test_the_page_of_an_account_says_what_hangs_on_it(client):
    CaseFactory()
    client.force_login(people.budi())

    page = client.get(reverse("accounts:user", args=[people.ani().pk])).content.decode()

    assert "Pekerjaan yang dipegang" in page
    assert reverse("clients:handover", args=[people.ani().pk]) in page


def test_the_cases_of_who_is_let_go_wait_for_a_leader():
    case = CaseFactory()
    assert waiting_for(people.budi()) == []

    deactivate(user=people.ani(), actor=people.budi(), at=timezone.now())

    assert waiting_for(people.budi()) == [case.pk]
    assert Wait.objects.filter(kind="handover").count() == 1


def test_whoever_is_let_in_again_keeps_their_cases():
    CaseFactory()
    deactivate(user=people.ani(), actor=people.budi(), at=timezone.now())

    reactivate(user=people.ani(), actor=people.budi())

    assert waiting_for(people.budi()) == []


def test_the_cases_of_who_works_elsewhere_now_wait_for_a_leader():
    case = CaseFactory()

    User.objects.filter(pk=people.ani().pk).update(institution=people.kenanga())

    assert waiting_for(people.budi()) == [case.pk]


# An institution is not closed over people.


def switch_off(client, institution):
    client.force_login(people.fitri())
    url = reverse("partners:institution_edit", args=[institution.pk])
    form = client.get(url).context["form"]
    body = {name: form[name].value() for name in form.fields if name != "is_active"}
    body = {name: value for name, value in body.items() if value not in (None, False)}
    return client.post(url, body)


def test_an_institution_that_keeps_a_case_or_cares_for_somebody_is_not_deactivated(client):
    placement = PlacementFactory(active=True)

    for institution in (placement.case.institution, placement.institution):
        answer = switch_off(client, institution)

        assert answer.status_code == 422
        assert "Lembaga ini masih memegang pekerjaan" in answer.content.decode()
    assert Institution.objects.filter(is_active=False).count() == 0


def test_an_institution_on_which_nothing_hangs_is_deactivated(client):
    institution = InstitutionFactory()

    switch_off(client, institution)

    assert not Institution.objects.get(pk=institution.pk).is_active


def test_the_page_of_an_institution_says_what_hangs_on_it(client):
    CaseFactory()
    client.force_login(people.fitri())

    page = client.get(reverse("partners:institution", args=[people.melati().pk])).content.decode()

    assert "Kasus terbuka" in page
    assert "Akun aktif" in page


def somebody():
    facts = {"role": "social_worker", "institution": people.melati()}
    return User.objects.create_user("indah@contoh.id", name="Indah", **facts)


def test_nothing_is_handed_to_somebody_of_another_institution():
    CaseFactory()

    with pytest.raises(DomainError) as refused:
        hand_over(worker=people.ani(), to=people.citra(), actor=people.budi(), at=timezone.now())

    assert refused.value.code == "no_colleague"


def test_a_draft_of_who_has_handed_over_waits_for_the_new_lead():
    draft = ScreeningFactory(case=CaseFactory(in_service=True))
    assert holder_of(draft) == people.ani()

    handed_over()

    assert holder_of(draft) == people.budi()


def holder_of(draft):
    return Wait.objects.get(kind="screening", row_id=draft.pk).person
