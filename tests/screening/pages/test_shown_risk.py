"""The risk of a case is the newest that was found, everywhere; that nobody has decided upon it stands beside."""

from datetime import timedelta

import pytest
from django.urls import reverse

from care.models import WaitingEntry
from care.placement.views.exported import PLACEMENTS
from clients.models import Case, Wait
from clients.views.exported import CLIENTS
from reports.figures import by_risk
from screening.services.steps import StepAnswer, settle_step
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.screening.assessment_factories import begun, filled, signed, submitted
from tests.screening.factories import AT, finished
from tests.screening.review_factories import in_care, rescreened


pytestmark = pytest.mark.django_db
NOTE = "Keluarga dan klien sepakat menunggu satu minggu lagi."


def relapsed(before="low", now="high"):
    case = in_care(before, "family")
    rescreened(case, now, reason="relapse")
    return Case.objects.get(pk=case.pk)


def answer(case, *, accepted):
    step = case.screenings.get().proposed_change
    given = StepAnswer(accepted=accepted, note=NOTE)
    settle_step(step=step, answer=given, actor=people.ani(), at=AT)
    case.refresh_from_db()
    return case


def test_what_is_found_in_care_is_shown_at_once_and_decided_later():
    case = relapsed()

    assert (case.risk, case.shown_risk, case.awaits_decision) == ("low", "high", True)


def test_when_it_is_accepted_it_is_the_class_decided():
    case = answer(relapsed(), accepted=True)

    assert (case.risk, case.shown_risk, case.awaits_decision) == ("high", "high", False)


def test_when_it_is_not_followed_it_is_still_what_was_found():
    case = answer(relapsed(), accepted=False)

    assert (case.risk, case.shown_risk, case.awaits_decision) == ("low", "high", False)


def test_a_lighter_class_is_shown_though_one_review_changes_nothing():
    case = relapsed(before="high", now="low")

    assert (case.risk, case.shown_risk, case.awaits_decision) == ("high", "low", False)


def test_the_next_finding_takes_the_place_of_the_last():
    case = relapsed()

    rescreened(case, "low", at=AT + timedelta(days=3))

    case.refresh_from_db()
    assert (case.shown_risk, case.awaits_decision) == ("low", False)


def test_before_the_first_decision_it_is_told_that_nobody_has_decided():
    case = finished().case

    assert (case.shown_risk, case.awaits_decision) == ("high", True)


def test_a_signed_assessment_that_finds_more_is_shown_where_a_place_is_sought():
    case = signed(_sheet_of_much_harm(to_be_placed("moderate"))).case
    case.refresh_from_db()

    assert (case.risk, case.shown_risk) == ("moderate", "high")


def to_be_placed(risk):
    case = finished().case
    ConsentFactory(client=case.client)
    base = {"status": "placement", "risk": risk, "base": "institution"}
    Case.objects.filter(pk=case.pk).update(next_step="request_placement", **base)
    return Case.objects.get(pk=case.pk)


def _sheet_of_much_harm(case):
    return submitted(filled(begun(case)))


# Everywhere


@pytest.fixture
def case():
    return relapsed()


def page(sign_in, name, *args):
    return sign_in(people.ani()).get(reverse(name, args=args)).content.decode()


def test_the_file_shows_both_and_says_that_nobody_has_decided(sign_in, case):
    text = page(sign_in, "clients:file", case.client_id)

    assert "Risiko rendah" in text
    assert 'class="visually-hidden"> menjadi </span>' in text
    assert "menunggu keputusan" in text


def test_the_list_shows_both_and_finds_it_by_the_newest(sign_in, case):
    client = sign_in(people.ani())

    high = client.get(reverse("clients:list"), {"risiko": "high"}).content.decode()
    low = client.get(reverse("clients:list"), {"risiko": "low"}).content.decode()

    assert "belum diputuskan" in high
    assert case.client.registration_number in high
    assert case.client.registration_number not in low


def test_lists_that_leave_the_house_say_it_in_words(case):
    PlacementFactory(case=case, active=True, base="balai")
    told = [
        str(cell)
        for listing in (CLIENTS, PLACEMENTS)
        for _pk, (cells) in listing.rows(people.ani(), _ids(listing), AT)
        for cell in cells
    ]

    assert told.count("Risiko tinggi, belum diputuskan") == 2


def _ids(listing):
    return [pk for pk, _clients in listing.found(people.ani(), {}, AT)]


def test_reports_count_it_as_it_is_shown(case):
    month = AT.date().replace(day=1)

    assert by_risk(None, month)["high"] == 1


def test_what_waits_is_as_urgent_as_the_newest_risk(case):
    assert {wait.urgency for wait in Wait.objects.filter(case=case)} == {1}


def test_whose_risk_has_risen_stands_before_others_in_the_queue():
    first = WaitingEntryFactory(case=CaseFactory(to_place=True, risk="moderate"))
    second = WaitingEntryFactory(
        case=CaseFactory(to_place=True, risk="low", found_risk="high"),
        institution=first.institution,
        queued_at=first.queued_at + timedelta(hours=1),
    )

    assert list(WaitingEntry.objects.first_come()) == [second, first]
    assert WaitingEntry.objects.select_related("place").get(pk=second.pk).place.position == 1


# An assessment in care


def in_care_and_assessed(before, **sections):
    case = in_care(before, {"low": "family", "moderate": "institution"}[before])
    rescreened(case, "low")  # with the rest of a calm assessment that is moderate
    sheet = filled(begun(Case.objects.get(pk=case.pk)), **sections)
    assessment = signed(submitted(sheet))
    return assessment, Case.objects.get(pk=case.pk)


DAST_HIGH = {"dast10": {f"q{n}": ["no" if n == 3 else "yes"] for n in range(1, 11)}}


def test_an_assessment_signed_in_care_may_speak_for_another_level():
    assessment, case = in_care_and_assessed("low", **DAST_HIGH)

    step = assessment.step_changes.get()
    assert (step.direction, step.from_risk, step.to_risk) == ("step_up", "low", assessment.risk)
    assert (case.shown_risk, case.awaits_decision) == (assessment.risk, True)
    assert case.tasks.get(kind="step").status == "open"


def test_an_assessment_that_finds_the_same_proposes_nothing():
    assessment, case = in_care_and_assessed("moderate")

    assert not assessment.step_changes.exists()
    assert (case.shown_risk, case.awaits_decision) == ("moderate", False)


def test_the_facts_of_a_proposal_are_kept_with_it():
    assessment, _case = in_care_and_assessed("low")

    assert assessment.facts["assessed"] is True
    assert "age" in assessment.facts
