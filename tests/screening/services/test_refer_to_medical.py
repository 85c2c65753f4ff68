import pytest

from clients.enums import CaseStatus, NextStep
from common.errors import DomainError
from safety.enums import SafetyEvent
from safety.facts import Sending
from screening.danger import waiting
from screening.models import Screening
from screening.services.endings import finish_screening, record_earlier_look, refer_to_medical
from tests import people
from tests.safety.factories import found, heard
from tests.screening.factories import AT, CALM, NO_DANGER, ScreeningFactory


pytestmark = pytest.mark.django_db


def flagged(*codes, **more):
    return ScreeningFactory(red_flags={**NO_DANGER, **dict.fromkeys(codes, True)}, **more)


def refer(screening, **more):
    sending = Sending(**more)
    return refer_to_medical(screening=screening, sending=sending, actor=people.ani(), at=AT)


def finish(screening):
    row = Screening.objects.select_related("case__client").get(pk=screening.pk)
    return finish_screening(screening=row, actor=people.ani(), at=AT)


def test_a_red_flag_sends_the_case_to_medical_care_the_same_day():
    referral = refer(flagged("overdose"))

    case = referral.case
    assert (case.status, case.next_step) == (CaseStatus.MEDICAL_FIRST, NextStep.RETRIAGE)
    assert case.next_due_on == AT.date()
    assert referral.sign_codes == ["overdose"]


def test_the_interview_waits_with_its_answers():
    screening = flagged("overdose")
    refer(screening)

    screening = Screening.objects.get()
    assert screening.is_draft
    assert not screening.may_go_on
    assert screening.red_flags["overdose"] is True


def test_the_referral_leaves_one_event_that_names_the_signs_and_the_note():
    event = refer(flagged("overdose"), reason="Ke RSUD, diantar ibu.").case.events.get()

    assert event.kind == SafetyEvent.REFERRED
    assert (event.title, event.note) == ("dugaan overdosis", "Ke RSUD, diantar ibu.")


@pytest.mark.parametrize("codes", [(), ("violence_at_home",)])
def test_without_a_medical_sign_there_is_nothing_to_refer(codes):
    with pytest.raises(DomainError) as refused:
        refer(flagged(*codes))

    assert refused.value.code == "no_red_flag"


def test_referring_twice_is_refused():
    screening = flagged("overdose")
    refer(screening)

    with pytest.raises(DomainError) as refused:
        refer(screening)

    assert refused.value.code == "not_a_draft"


def test_with_the_result_the_same_interview_is_finished_with_its_truthful_answers():
    screening = ScreeningFactory(answered=True)
    screening.red_flags = {**NO_DANGER, "tuberculosis": True}
    screening.save()
    heard(refer(screening))

    done = finish(screening)

    assert done.red_flags["tuberculosis"] is True
    assert done.status == "finished"


def test_without_the_result_it_is_not_finished():
    screening = ScreeningFactory(answered=True)
    screening.red_flags = {**NO_DANGER, "tuberculosis": True}
    screening.save()

    with pytest.raises(DomainError) as refused:
        finish(screening)

    assert refused.value.code == "red_flag"


def test_a_danger_at_home_stops_no_interview():
    screening = ScreeningFactory(answered=True)
    screening.red_flags = {**NO_DANGER, "violence_at_home": True}
    screening.save()

    assert not waiting(screening)


def test_a_look_of_last_week_settles_the_sign_at_once():
    screening = flagged("tuberculosis")

    record_earlier_look(screening=screening, found=found("treatment"), actor=people.ani(), at=AT)

    screening.case.refresh_from_db()
    assert screening.case.status == CaseStatus.SCREENING
    assert not waiting(screening)


def test_an_older_look_does_not_answer_for_a_new_sign():
    screening = flagged("suicide_intent")
    heard(refer(screening))
    case = screening.case
    Screening.objects.all().delete()

    assert waiting(ScreeningFactory(case=case, red_flags={"suicide_intent": True}))


def expecting():
    """Pregnant, with a substance every day, and no red flag ticked."""
    return ScreeningFactory(
        case__client__sex="female",
        answered=True,
        red_flags={**NO_DANGER, "pregnancy": False},
        facts={**CALM, "pregnant": True},
    )


def test_pregnancy_with_daily_use_waits_for_the_clinic_although_nobody_ticked_it():
    with pytest.raises(DomainError) as refused:
        finish(expecting())

    assert refused.value.code == "red_flag"


def test_after_the_clinic_the_place_must_be_fit_for_pregnancy():
    screening = expecting()
    assert waiting(screening) == ("pregnancy_use",)
    heard(refer(screening), outcome="treatment")

    proposal = finish(screening).proposal
    assert (proposal["base"], proposal["holds"]) == ("balai", [])
    assert "pregnancy" in proposal["conditions"]


def test_grief_holds_no_interview_up_and_is_told():
    screening = ScreeningFactory(answered=True, red_flags={**NO_DANGER, "severe_loss": True})

    codes = [warning["code"] for warning in finish(screening).proposal["warnings"]]

    assert "A3_LOSS" in codes
