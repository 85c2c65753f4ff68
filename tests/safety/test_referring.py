"""Sent to a clinician: everything stops until the clinician's word is written down, and then goes on."""

import datetime as dt

import pytest
from django.db import connection

from clients.enums import CaseStatus, NextStep
from clients.models import Case
from common.errors import DomainError
from files.enums import FileKind
from files.inspection.content import Upload
from partners.enums import InstitutionKind
from safety.enums import Outcome, SafetyEvent
from safety.facts import Sending
from safety.models import MedicalReferral, MedicalResult
from safety.rules import demand_medical_results
from safety.services.referring import record_result, tell_sending
from tests import people
from tests.clients.factories import CaseFactory
from tests.partners.factories import InstitutionFactory
from tests.races import DONE, together
from tests.safety.factories import AT, LATER, found, heard, referred


pytestmark = pytest.mark.django_db


def stands(case):
    now = Case.objects.get(pk=case.pk)
    return now.status, now.next_step


def test_a_referral_stops_the_interview_until_its_result_is_due():
    case = referred(CaseFactory(screening=True), "suicide_intent").case

    assert stands(case) == (CaseStatus.MEDICAL_FIRST, NextStep.RETRIAGE)
    assert Case.objects.get().next_due_on == AT.date()


@pytest.mark.parametrize(
    ("flags", "hours"), [(["tuberculosis"], 72), (["tuberculosis", "overdose"], 8), (["x"], 24)]
)
def test_the_shortest_time_of_its_signs_counts(flags, hours):
    assert referred(None, *flags).due_at == AT + dt.timedelta(hours=hours)


def test_in_care_a_referral_leaves_the_case_where_it_is():
    case = CaseFactory(in_service=True)

    referred(case)

    assert stands(case) == (CaseStatus.IN_SERVICE, NextStep.REVIEW)


def test_it_says_where_to_with_whom_and_when():
    place = InstitutionFactory(name="RSUD Kota", kind=InstitutionKind.HOSPITAL)
    sending = Sending(place, "", "Ibu Siti", AT - dt.timedelta(minutes=5), "Alergi penisilin.")

    row = referred(sending=sending)

    event = row.case.events.get()
    assert (row.hospital, row.companion, row.left_at) == (place, "Ibu Siti", sending.left_at)
    assert (event.kind, event.note) == (SafetyEvent.REFERRED, "Alergi penisilin.")
    assert "RSUD Kota" in event.words


def test_nobody_leaves_in_the_future():
    with pytest.raises(DomainError) as refused:
        referred(sending=Sending(left_at=LATER))

    assert (refused.value.code, refused.value.field) == ("future_date", "left_at")


def test_without_a_sign_there_is_no_referral():
    with pytest.raises(DomainError) as refused:
        referred(flags=())

    assert refused.value.code == "no_sign"


def test_the_same_signs_are_not_referred_twice():
    case = referred().case

    with pytest.raises(DomainError) as refused:
        referred(case)

    assert refused.value.code == "referred_already"


def test_while_the_result_is_awaited_nobody_decides_or_places():
    case = referred().case

    with pytest.raises(DomainError) as refused:
        demand_medical_results(case)

    assert refused.value.code == "medical_open"


@pytest.mark.parametrize("outcome", [Outcome.CLEARED, Outcome.TREATMENT, Outcome.ADMITTED])
def test_with_the_result_the_interview_goes_on(outcome):
    case = heard(outcome=outcome).referral.case

    demand_medical_results(case)
    assert stands(case) == (CaseStatus.SCREENING, NextStep.FINISH_SCREENING)


def test_with_the_result_a_decision_goes_on():
    case = CaseFactory(decided=True)

    heard(referred(case))

    assert stands(case) == (CaseStatus.DECISION, NextStep.DECIDE)


def test_while_another_referral_waits_the_case_does():
    case = CaseFactory(screening=True)
    first = referred(case)
    referred(case, subject="note:2:")

    heard(first)

    assert stands(case) == (CaseStatus.MEDICAL_FIRST, NextStep.RETRIAGE)


def test_of_somebody_who_died_the_case_is_to_be_closed_today():
    case = heard(outcome=Outcome.DIED).referral.case

    assert stands(case) == (CaseStatus.MEDICAL_FIRST, NextStep.CLOSE)
    assert Case.objects.get().next_due_on == LATER.date()


def test_the_result_names_who_said_it_and_where():
    row = heard(note="Kontrol tiga hari lagi.")

    event = row.referral.case.events.order_by("-pk").first()
    assert (row.clinician, row.place) == ("dr. Sinta", "RSUD Kota")
    assert (event.kind, event.note) == (SafetyEvent.SCREENING_GOES_ON, "Kontrol tiga hari lagi.")
    assert str(Outcome.CLEARED.label) in event.title


@pytest.mark.parametrize("field", ["clinician", "place"])
def test_a_result_without_who_or_where_is_refused(field):
    with pytest.raises(DomainError) as refused:
        heard(**{field: "  "})

    assert refused.value.field == field


@pytest.mark.parametrize(("days", "code"), [(-1, "future_date"), (181, "too_early")])
def test_a_look_of_tomorrow_or_of_last_year_is_no_result(days, code):
    with pytest.raises(DomainError) as refused:
        heard(found_on=LATER.date() - dt.timedelta(days=days))

    assert (refused.value.code, refused.value.field) == (code, "found_on")


def test_a_paper_is_kept_with_the_person():
    row = heard(file=Upload(b"%PDF-1.7 surat", FileKind.PDF))

    assert row.file.key_id == row.referral.case.client.key_id


def test_where_somebody_was_taken_is_told_later_too():
    row = referred()

    tell_sending(referral=row, sending=Sending(companion="Ibu Siti"), actor=people.ani(), at=LATER)

    assert MedicalReferral.objects.get().companion == "Ibu Siti"
    assert row.case.events.filter(kind=SafetyEvent.SENT).count() == 1


def test_where_somebody_was_taken_is_not_changed_once_the_result_is_there():
    row = heard().referral

    with pytest.raises(DomainError) as refused:
        tell_sending(referral=row, sending=Sending(), actor=people.ani(), at=LATER)

    assert refused.value.code == "answered_already"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_record_a_result_at_once_one_is_told_that_it_is_there():
    referral = referred()

    def tell(person, outcome):
        return lambda: record_result(
            referral=MedicalReferral.objects.get(pk=referral.pk),
            found=found(outcome),
            actor=person,
            at=LATER,
        )

    told = together(tell(people.ani(), Outcome.CLEARED), tell(people.budi(), Outcome.ADMITTED))

    assert sorted(told) == ["answered_already", DONE]
    assert MedicalResult.objects.count() == 1


def test_what_people_wrote_is_sealed():
    heard(referred(sending=Sending(None, "Klinik Rahasia", "Rahasia", None, "Rahasia")))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sent.*, told.* FROM safety_medicalreferral sent JOIN safety_medicalresult told"
            " ON told.referral_id = sent.id"
        )
        kept = str([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])
    for word in ("Rahasia", "overdose", "Sinta", "RSUD"):
        assert word not in kept
