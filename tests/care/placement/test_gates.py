"""Decision, place and start ask for assessment and plan; going on without is urgent, named and kept."""

import datetime as dt

import pytest
from django.urls import reverse

from care.models import Placement
from care.placement.services.answering import accept_placement
from care.placement.services.requesting import ask_next, place_with_family, request_placement
from care.placement.services.starting import start_placement
from clients.models import Case
from common.errors import DomainError
from partners.enums import CareBase
from screening.decision.services.deciding import Answer, decide
from screening.enums import ScreeningEvent
from screening.gates import Urgent
from screening.models import UrgentStep
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.papers import FIELDS, URGENT, with_assessment, with_papers
from tests.care.plan_factories import ServicePlanFactory
from tests.clients.factories import CaseFactory, FamilyContactFactory
from tests.screening.factories import AT as SCREENED_AT, finished


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 4)
AT = dt.datetime(2026, 6, 4, 2, tzinfo=dt.UTC)


def deciding(case=None, **more):
    screening = finished() if case is None else case.screenings.get()
    return decide(
        screening=screening, answer=Answer("balai"), actor=people.ani(), at=SCREENED_AT, **more
    )


def asking(case=None, **more):
    return request_placement(
        case=case or CaseFactory(to_place=True),
        institution=people.kenanga(),
        note="",
        actor=people.ani(),
        at=AT,
        **more,
    )


def going_home(case=None, **more):
    case = case or CaseFactory(to_place=True, base=CareBase.FAMILY)
    return place_with_family(
        case=case,
        family_contact=FamilyContactFactory(client=case.client),
        starts_on=TODAY,
        actor=people.ani(),
        at=AT,
        **more,
    )


def starting(case=None, **more):
    placement = PlacementFactory(accepted=True, answered_at=AT, **({"case": case} if case else {}))
    return start_placement(
        placement=placement,
        starts_on=TODAY,
        planned_end_on=None,
        actor=people.ani(),
        at=AT,
        **more,
    )


STEPS = [deciding, asking, going_home, starting]
BOTH = "asesmen lengkap yang disahkan, rencana layanan yang diajukan"
MISSING = {
    deciding: "asesmen lengkap yang disahkan",
    asking: BOTH,
    going_home: BOTH,
    starting: "asesmen lengkap yang disahkan, rencana layanan yang disepakati klien",
}


@pytest.mark.parametrize("step", STEPS)
def test_nobody_goes_on_without_and_is_told_what_is_missing(step):
    with pytest.raises(DomainError, match=f"Belum ada: {MISSING[step]}") as refused:
        step()

    assert (refused.value.code, refused.value.field) == ("gate", "urgent_reason")
    assert not UrgentStep.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_an_urgent_reason_leads_on_and_is_kept_and_told(step):
    step(urgent=URGENT)

    kept = UrgentStep.objects.get()
    assert (kept.reason, kept.words) == ("no_bed", URGENT.words)
    event = kept.case.events.get(kind=ScreeningEvent.URGENT_STEP)
    assert "Klien tidak mempunyai tempat tidur malam ini." in event.words
    assert f"belum ada: {MISSING[step].replace(',', ';')}." in event.words.lower()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("urgent", "field"),
    [
        (Urgent("whim", URGENT.words), "urgent_reason"),
        (Urgent("life", "Gawat."), "urgent_words"),
        (Urgent("life", " " * 30), "urgent_words"),
    ],
)
def test_it_has_to_be_a_reason_from_the_list_with_a_sentence(step, urgent, field):
    with pytest.raises(DomainError) as refused:
        step(urgent=urgent)

    assert refused.value.field == field


def test_with_everything_there_nothing_is_kept():
    deciding(with_assessment(finished().case), urgent=URGENT)
    asking(with_papers(CaseFactory(to_place=True)))
    going_home(with_papers(CaseFactory(to_place=True, base=CareBase.FAMILY)))
    starting(with_papers(CaseFactory(to_place=True)))

    assert not UrgentStep.objects.exists()


def test_a_plan_that_is_handed_in_is_enough_to_ask_and_not_to_begin():
    case = with_assessment(CaseFactory(to_place=True))
    ServicePlanFactory(case=case, submitted=True)
    asked = asking(case)
    accept_placement(placement=asked, note="", worker=None, actor=people.eko(), at=AT)

    with pytest.raises(DomainError, match="disepakati klien"):
        start_placement(
            placement=asked, starts_on=TODAY, planned_end_on=None, actor=people.ani(), at=AT
        )


def test_a_draft_is_no_plan():
    case = with_assessment(CaseFactory(to_place=True))
    ServicePlanFactory(case=case)

    with pytest.raises(DomainError, match="rencana layanan yang diajukan"):
        asking(case)


def test_the_next_institution_is_asked_for_the_same_reason():
    asking(urgent=URGENT)
    placement = Placement.objects.get()
    placement.status, placement.decline_reason = "declined", "full"
    placement.save()

    ask_next(failed=placement, institution=people.melati(), actor=people.ani(), at=AT)

    assert [step.reason for step in UrgentStep.objects.all()] == ["no_bed", "no_bed"]


# The pages


def the_page(signed_in, name, *args):
    return signed_in(people.ani()), reverse(name, args=args)


def test_the_pages_name_what_is_missing_with_links_and_ask_for_the_reason(signed_in):
    case = CaseFactory(to_place=True)
    ani, url = the_page(signed_in, "care:request", case.pk)

    text = ani.get(url).content.decode()

    assert reverse("screening:assessment_start", args=[case.pk]) in text
    assert reverse("care:open_plan", args=[case.pk]) in text
    assert 'name="urgent_reason"' in text


def test_where_all_is_there_the_pages_ask_for_no_reason(signed_in):
    case = with_papers(CaseFactory(to_place=True))
    ani, url = the_page(signed_in, "care:request", case.pk)

    assert "urgent_reason" not in ani.get(url).content.decode()


def test_the_page_of_a_decision_takes_the_urgent_reason(signed_in):
    case = finished().case
    ani, url = the_page(signed_in, "screening:decide", case.pk)

    refused = ani.post(url, {"base": "balai"})
    taken = ani.post(url, {"base": "balai", **FIELDS})

    assert refused.status_code == 422
    assert "Belum ada: asesmen lengkap yang disahkan." in refused.content.decode()
    assert taken.status_code == 302
    assert Case.objects.get().status == "placement"


def test_the_page_of_a_start_takes_the_urgent_reason(signed_in):
    placement = PlacementFactory(accepted=True)
    ani, url = the_page(signed_in, "care:start", placement.pk)

    assert ani.post(url, {"starts_on": "2026-06-04"}).status_code == 422
    assert ani.post(url, {"starts_on": "2026-06-04", **FIELDS}).status_code == 302
