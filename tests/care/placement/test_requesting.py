import datetime as dt

import pytest
from django.utils import timezone

from care.enums import PlacementStatus
from care.event_kinds import CareEvent
from care.models import Placement
from clients.enums import CaseStatus, NextStep, Risk, Sex
from clients.models import Client, Share
from common.errors import DomainError
from partners.enums import CareBase, InstitutionKind
from partners.models import Agreement
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.papers import place_with_family, request_placement
from tests.clients.factories import OPENED, CaseFactory, FamilyContactFactory, ShareFactory
from tests.partners.factories import InstitutionFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 3)
AT = dt.datetime(2026, 6, 3, 2, tzinfo=dt.UTC)


def ask(case, institution, at=AT, note="Mohon dijemput."):
    return request_placement(
        case=case, institution=institution, note=note, actor=people.ani(), at=at
    )


def place_at_home(case, contact, starts_on=TODAY):
    return place_with_family(
        case=case, family_contact=contact, starts_on=starts_on, actor=people.ani(), at=AT
    )


@pytest.mark.parametrize(
    ("risk", "due"),
    [(Risk.HIGH, "2026-06-04"), (Risk.MODERATE, "2026-06-06"), (Risk.LOW, "2026-06-10")],
)
def test_a_request_waits_for_an_answer_by_a_day_that_depends_on_the_risk(risk, due):
    case = CaseFactory(to_place=True, risk=risk)

    placement = ask(case, people.kenanga())

    case.refresh_from_db()
    assert placement.status == PlacementStatus.REQUESTED
    assert placement.answer_due_on.isoformat() == due
    assert (case.next_step, case.next_due_on) == (NextStep.AWAIT_ANSWER, placement.answer_due_on)
    assert case.care_institution == people.kenanga()


def test_a_request_leaves_one_line_in_the_timeline():
    case = CaseFactory(to_place=True)

    ask(case, people.kenanga())

    event = case.events.get()
    assert event.kind == CareEvent.PLACEMENT_REQUESTED
    assert (event.title, event.note) == (
        "Penempatan diajukan ke Sentra Kenanga",
        "Mohon dijemput.",
    )


def test_the_receiving_institution_sees_the_file_from_the_request_on():
    case = CaseFactory(to_place=True)
    assert not Client.objects.visible_to(people.eko()).exists()

    ask(case, people.kenanga(), at=timezone.now())

    assert Client.objects.visible_to(people.eko()).get() == case.client


def test_a_request_prolongs_a_file_that_is_shared_already():
    case = CaseFactory(to_place=True)
    share = ShareFactory(client=case.client, ends_on=dt.date(2026, 6, 5))

    ask(case, people.kenanga())

    share.refresh_from_db()
    assert share.ends_on == TODAY + dt.timedelta(days=400)


def test_an_institution_needs_no_share_of_its_own_clients():
    case = CaseFactory(to_place=True)

    ask(case, people.melati())

    assert not Share.objects.exists()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"kind": InstitutionKind.IPWL}, "not_this_base"),
        ({"is_active": False}, "not_this_base"),
        ({"with_agreement": False}, "no_agreement"),
        ({"kind": InstitutionKind.BALAI, "takes_male": False}, "sex_age"),
        ({"age_max": 20}, "sex_age"),
        ({"capacity": 0}, "full"),
    ],
)
def test_a_request_is_refused_with_its_reason(facts, code):
    case = CaseFactory(to_place=True, client__sex=Sex.MALE, client__birth_date=dt.date(2000, 1, 1))
    institution = InstitutionFactory(**{"with_agreement": True, **facts})

    with pytest.raises(DomainError) as refused:
        ask(case, institution)

    assert refused.value.code == code
    assert refused.value.field == "institution"
    assert not Placement.objects.exists()


def test_an_ipwl_whose_accreditation_has_lapsed_is_refused():
    case = CaseFactory(to_place=True, base=CareBase.INSTITUTION)
    ipwl = InstitutionFactory(
        kind=InstitutionKind.IPWL,
        accreditation_expires_on=TODAY - dt.timedelta(days=1),
        with_agreement=True,
    )

    with pytest.raises(DomainError) as refused:
        ask(case, ipwl)

    assert refused.value.code == "not_accredited"


def test_an_agreement_that_ended_yesterday_is_no_agreement():
    kenanga = people.kenanga()
    Agreement.objects.filter(institution=kenanga).update(ends_on=TODAY - dt.timedelta(days=1))

    with pytest.raises(DomainError) as refused:
        ask(CaseFactory(to_place=True), kenanga)

    assert refused.value.code == "agreement_ended"


def test_a_full_institution_cannot_be_asked():
    tiny = InstitutionFactory(capacity=1, with_agreement=True)
    PlacementFactory(accepted=True, institution=tiny)

    with pytest.raises(DomainError, match="penuh") as refused:
        ask(CaseFactory(to_place=True), tiny)

    assert refused.value.code == "full"


def test_a_case_has_one_open_request_at_a_time():
    case = CaseFactory(to_place=True)
    ask(case, people.kenanga())

    with pytest.raises(DomainError) as refused:
        ask(case, people.melati())

    assert refused.value.code == "already_requested"


@pytest.mark.parametrize("stage", ["decided", "in_service", "in_aftercare", "closed"])
def test_only_a_case_that_waits_for_a_place_can_ask_for_one(stage):
    with pytest.raises(DomainError) as refused:
        ask(CaseFactory(**{stage: True}), people.kenanga())

    assert refused.value.code == "wrong_status"


def test_a_family_needs_no_agreement_and_no_answer():
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)
    mother = FamilyContactFactory(client=case.client)
    Agreement.objects.all().delete()

    placement = place_at_home(case, mother)

    case.refresh_from_db()
    assert placement.status == PlacementStatus.ACCEPTED
    assert placement.receiver == mother.name
    assert (case.next_step, case.next_due_on) == (NextStep.START_SERVICE, TODAY)
    assert case.status == CaseStatus.PLACEMENT
    assert case.events.get().kind == CareEvent.PLACEMENT_AGREED


def test_the_family_is_the_clients_own():
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)

    with pytest.raises(DomainError) as refused:
        place_at_home(case, FamilyContactFactory())

    assert refused.value.field == "family_contact"


def test_a_case_decided_for_a_balai_does_not_go_home():
    case = CaseFactory(to_place=True)

    with pytest.raises(DomainError) as refused:
        place_at_home(case, FamilyContactFactory(client=case.client))

    assert refused.value.code == "not_this_base"


@pytest.mark.parametrize(
    "starts_on", [OPENED - dt.timedelta(days=1), TODAY + dt.timedelta(days=91), dt.date.max]
)
def test_care_at_home_is_planned_between_the_opening_and_ninety_days_from_now(starts_on):
    case = CaseFactory(to_place=True, base=CareBase.FAMILY)

    with pytest.raises(DomainError) as refused:
        place_at_home(case, FamilyContactFactory(client=case.client), starts_on)

    assert refused.value.field == "starts_on"
