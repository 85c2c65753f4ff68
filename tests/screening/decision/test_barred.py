"""Home where something speaks of danger, or where nobody has looked: who goes there all the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from care.placement.services.receivers import Receiver
from care.transfer.services.asking import Handover, propose_transfer
from clients.enums import TaskStatus
from clients.models import Case
from common.errors import DomainError
from partners.enums import CareBase
from screening.decision.services.approvals import approve_override
from screening.decision.services.deciding import Answer
from screening.enums import ScreeningTask
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.papers import decide, place_with_family
from tests.clients.factories import ConsentFactory, FamilyContactFactory
from tests.screening.factories import AT, CALM
from tests.screening.review_factories import rescreened
from tests.screening.routing_factories import LATER, low


pytestmark = pytest.mark.django_db
REASON = "Ayah sudah pindah; ibu dan paman menjaga klien di rumah."
HOME = Answer("family", "family_capacity", REASON)


def barred(screening):
    """Violence at home: the family base waits for a leader, whatever the class."""
    screening.proposal = {**screening.proposal, "barred": ["family"]}
    screening.save()
    return screening


def home(screening, answer=HOME):
    code = answer.override_code if screening.proposed_base != "family" else ""
    given = Answer("family", code, answer.reason)
    return decide(screening=screening, answer=given, actor=people.ani(), at=AT)


def go_home(case):
    contact = FamilyContactFactory(client=case.client)
    return place_with_family(
        case=Case.objects.get(pk=case.pk),
        family_contact=contact,
        starts_on=localdate(AT),
        actor=people.ani(),
        at=AT,
    )


def test_the_family_against_a_sign_of_danger_waits_for_a_leader():
    decision = home(barred(low()))

    assert decision.is_awaiting
    assert Case.objects.get().status == "decision"


def test_it_takes_a_reason_even_where_the_family_was_proposed():
    with pytest.raises(DomainError) as refused:
        home(barred(low()), Answer("family"))

    assert refused.value.field == "reason"


def test_another_base_needs_no_leader():
    screening = barred(low())
    answer = Answer("institution", "distance", REASON)

    assert decide(screening=screening, answer=answer, actor=people.ani(), at=AT).is_settled


def test_with_the_leaders_approval_the_family_takes_the_person_in():
    decision = home(barred(low()))
    approve_override(decision=decision, note="", actor=people.budi(), at=LATER)

    assert go_home(decision.screening.case).receiver


def test_without_it_nobody_goes_home_however_it_was_decided():
    screening = low()
    home(screening)
    barred(screening)

    with pytest.raises(DomainError) as refused:
        go_home(screening.case)

    assert refused.value.code == "protection"


def test_nobody_is_moved_home_against_it_either():
    screening = barred(low())
    case = screening.case
    Case.objects.filter(pk=case.pk).update(
        status="in_service", base="balai", service_started_on=localdate(AT)
    )
    PlacementFactory(case=Case.objects.get(pk=case.pk), active=True, base="balai")
    ConsentFactory(client=case.client)

    with pytest.raises(DomainError) as refused:
        propose_transfer(
            case=case,
            receiver=Receiver(
                CareBase.FAMILY, family_contact=FamilyContactFactory(client=case.client)
            ),
            handover=Handover("step_down", localdate(AT), "Sudah tenang."),
            actor=people.ani(),
            at=AT,
        )

    assert refused.value.code == "protection"


def test_the_page_says_that_a_leader_has_to_agree(client):
    screening = barred(low())
    client.force_login(people.ani())

    page = client.get(reverse("screening:decide", args=[screening.case_id])).content.decode()

    assert "Ada tanda bahaya di rumah" in page


# Nobody has looked


def visits(case):
    return case.tasks.filter(kind=ScreeningTask.VISIT_HOME, status=TaskStatus.OPEN)


def unknown(**facts):
    return low(facts={**CALM, "home_safe": None, **facts})


def test_a_home_that_nobody_judged_is_visited_first():
    screening = unknown()
    home(screening)

    task = visits(screening.case).get()
    assert (task.owner, task.due_on) == (people.ani(), localdate(AT) + timedelta(days=3))


def test_a_home_that_was_judged_is_not():
    screening = unknown(home_safe=True)
    home(screening)

    assert not visits(screening.case).exists()


def test_the_page_of_the_family_says_that_nobody_has_looked(client):
    screening = unknown()
    home(screening)
    client.force_login(people.ani())

    page = client.get(reverse("care:request", args=[screening.case_id])).content.decode()

    assert "Kunjungi rumahnya dahulu" in page


def test_a_later_screening_that_knows_settles_the_visit():
    screening = unknown()
    home(screening)
    case = screening.case
    Case.objects.filter(pk=case.pk).update(status="in_service", service_started_on=localdate(AT))

    ConsentFactory(client=case.client)
    rescreened(Case.objects.get(pk=case.pk), "low", facts={"home_safe": True}, at=LATER)

    assert not visits(case).exists()
