"""Beginning, saving, submitting, returning, signing, correcting."""

from datetime import date

import pytest
from django.db import IntegrityError

from clients.enums import CaseStatus
from clients.models import Case, CaseEvent, Client
from clients.services.consent import withdraw_consent
from common.errors import DomainError
from safety.enums import SafetyEvent
from safety.models import Concern, MedicalReferral
from safety.selectors import home_of
from safety.services.referring import record_result
from screening.assessment.services.signing import return_assessment, sign_assessment
from screening.assessment.services.starting import correct_assessment, start_assessment
from screening.enums import ScreeningEvent
from screening.models import Assessment
from tests import people
from tests.clients.factories import CaseFactory
from tests.safety.factories import found
from tests.screening.assessment_factories import (
    LATER,
    SIGNED_AT,
    bare,
    begun,
    filled,
    saved,
    screened_case,
    section_of,
    signed,
    submitted,
    whole,
)
from tests.screening.factories import AT, ScreeningFactory, consenting_case, finished


pytestmark = pytest.mark.django_db


def refused(act) -> str:
    with pytest.raises(DomainError) as caught:
        act()
    return caught.value.code


def start(case, kind="initial", actor=None):
    return start_assessment(case=case, kind=kind, actor=actor or people.ani(), at=AT)


def sign(row, actor=None):
    return sign_assessment(assessment=row, actor=actor or people.budi(), at=SIGNED_AT)


def kinds_of_events():
    return list(CaseEvent.objects.order_by("pk").values_list("kind", flat=True))


def test_beginning_leaves_one_event():
    case = screened_case()
    before = CaseEvent.objects.count()

    start(case)

    assert kinds_of_events()[before:] == [ScreeningEvent.ASSESSMENT_STARTED]


def test_without_a_finished_screening_there_is_no_assessment():
    assert refused(lambda: start(consenting_case())) == "no_screening"


def test_without_consent_there_is_no_assessment():
    assert refused(lambda: start(finished().case)) == "no_consent"


def withdraw(case):
    asked = {"asked_by": "self", "on": AT.date(), "note": "", "actor": people.ani(), "at": AT}
    withdraw_consent(case=case, **asked)


def test_an_assessment_stops_where_its_consent_is_taken_back():
    draft = begun()

    withdraw(draft.case)

    assert refused(lambda: saved(draft, "srq20", {"q1": ["yes"]})) == "no_consent"


def test_what_was_filled_in_is_not_submitted_after_consent_is_taken_back():
    draft = filled(begun())

    withdraw(draft.case)

    assert refused(lambda: submitted(draft)) == "no_consent"


def test_what_was_submitted_is_not_signed_after_consent_is_taken_back():
    row = submitted()

    withdraw(row.case)

    assert refused(lambda: sign(row)) == "no_consent"


def test_a_signed_assessment_is_not_corrected_after_consent_is_taken_back():
    row = signed()

    withdraw(row.case)

    asked = {"assessment": row, "reason": "Salah baris.", "actor": people.ani(), "at": AT}
    assert refused(lambda: correct_assessment(**asked)) == "no_consent"


def test_of_a_closed_case_there_is_no_assessment():
    assert refused(lambda: start(CaseFactory(closed=True))) == "case_closed"


def test_a_second_start_joins_what_is_under_way():
    row = begun()

    assert start(row.case, actor=people.budi()) == row


def test_the_first_of_a_case_is_the_initial_one_and_no_later_one_is():
    case = screened_case()
    assert refused(lambda: start(case, "exit")) == "kind"

    signed(submitted(filled(start(case))))

    assert refused(lambda: start(case, "initial")) == "kind"
    assert start(case, "review").kind == "review"


def test_a_section_is_kept_with_its_answers_words_and_who_saved_it():
    row = begun()

    saved(row, "health", {"general": ["fair"], "story": ["Batuk lama."]}, actor=people.budi())

    part = row.parts.get()
    assert (part.answers, part.texts) == ({"general": "fair"}, {"story": "Batuk lama."})
    assert (part.revision, part.is_complete, part.saved_by) == (1, False, people.budi())


def test_a_whole_instrument_is_scored_at_once():
    row = begun()

    saved(row, "srq20", {f"q{n}": ["yes" if n < 4 else "no"] for n in range(1, 21)})

    assert row.parts.get().result["total"] == 3


def test_saving_the_same_again_changes_nothing():
    row = begun()
    saved(row, "health", {"general": ["fair"]})

    saved(row, "health", {"general": ["fair"]}, revision=0)

    assert row.parts.get().revision == 1


def test_an_older_page_is_refused_and_nothing_is_lost():
    row = begun()
    saved(row, "health", {"general": ["fair"]}, revision=0)

    code = refused(lambda: saved(row, "health", {"general": ["bad"]}, revision=0))

    assert code == "stale_draft"
    assert row.parts.get().answers == {"general": "fair"}


def test_saving_a_section_is_no_event():
    row = begun()
    before = CaseEvent.objects.count()

    saved(row, "health", {"general": ["fair"]})

    assert CaseEvent.objects.count() == before


def flagged() -> Assessment:
    row = begun()
    saved(row, "srq20", {"q17": ["yes"]})
    return row


def test_a_wish_to_die_is_referred_the_same_day_from_the_first_answer_on():
    row = flagged()

    referral = MedicalReferral.objects.get()
    assert (referral.sign_codes, referral.due_on) == (["suicide_intent"], LATER.date())
    assert kinds_of_events()[-1] == SafetyEvent.REFERRED
    assert Case.objects.get(pk=row.case_id).status == CaseStatus.MEDICAL_FIRST


def test_taking_the_answer_back_ends_no_referral():
    row = flagged()

    saved(row, "srq20", {"q17": ["no"]})

    assert MedicalReferral.objects.open().exists()


@pytest.mark.parametrize("answers", [{"q1": ["yes"]}, {"q17": ["no"]}])
def test_answering_on_refers_nobody_twice(answers):
    row = flagged()

    saved(row, "srq20", answers)
    saved(row, "srq20", {"q17": ["yes"]}, revision=199)

    assert MedicalReferral.objects.count() == 1


def test_nobody_signs_while_a_result_is_awaited():
    row = begun()
    saved(row, "srq20", {"q17": ["yes"]})
    row.parts.all().delete()
    submitted(filled(row))

    assert refused(lambda: sign(row)) == "medical_open"

    record_result(
        referral=MedicalReferral.objects.get(),
        found=found(found_on=LATER.date()),
        actor=people.ani(),
        at=SIGNED_AT,
    )
    assert sign(row).is_signed


@pytest.mark.parametrize(
    ("section", "answer", "what"),
    [
        ("family", {"children": ["at_risk"]}, "child_harm"),
        ("family", {"family_support": ["violent"]}, "violence_at_home"),
        ("psychological", {"hardship": ["loss", "violence"]}, "violence_at_home"),
    ],
)
def test_what_an_assessment_says_of_danger_waits_for_a_leader_at_once(section, answer, what):
    row = begun()

    saved(row, section, answer)

    concern = Concern.objects.get()
    assert (concern.what, concern.source) == (what, "assessment")
    assert row.case.waits.filter(kind="protection", urgency=0).exists()


def test_a_danger_that_was_settled_is_not_raised_by_saving_on():
    row = begun()
    saved(row, "family", {"children": ["at_risk"]})
    Concern.objects.all().delete()

    saved(row, "family", {"relations": ["tense"]}, revision=199)

    assert not Concern.objects.exists()


@pytest.mark.parametrize(
    ("answers", "safe"),
    [
        ({"home_safe": ["unknown"]}, None),
        ({"home_safe": ["no"]}, False),
        ({"home_safe": ["yes"], "housing": ["street"]}, False),
        ({"home_safe": ["yes"], "housing": ["own"]}, True),
    ],
)
def test_what_an_assessment_says_of_the_home_is_known_at_once(answers, safe):
    row = begun()  # its interview called the home safe

    saved(row, "social", answers)

    assert home_of(row.case).is_safe is safe


def test_what_is_incomplete_is_not_submitted():
    row = begun()

    with pytest.raises(DomainError) as caught:
        submitted(row)

    assert caught.value.code == "incomplete"
    assert "Jejaring sosial" in caught.value.message


def test_an_optional_instrument_may_stay_empty_but_not_half_done():
    Client.objects.filter(pk=screened_case().client_id).update(birth_date=date(2010, 1, 1))
    row = filled(begun(Case.objects.get()))
    row.parts.get(code="srq20").delete()
    saved(row, "srq20", {"q1": ["yes"]})
    assert refused(lambda: submitted(row)) == "incomplete"

    saved(row, "srq20", {"q1": [""]})

    assert submitted(row).is_submitted


def test_while_it_waits_for_a_signature_nobody_changes_it():
    row = submitted()

    assert refused(lambda: saved(row, "health", {"general": ["bad"]})) == "wrong_status"


def test_submitting_carries_the_conclusion_to_the_front():
    assert submitted().summary == "Calm and open."


def test_nobody_signs_or_returns_their_own_work():
    row = submitted(actor=people.budi())

    assert refused(lambda: sign(row)) == "not_another"
    assert (
        refused(
            lambda: return_assessment(assessment=row, note="Lengkapi.", actor=people.budi(), at=AT)
        )
        == "not_another"
    )


def test_the_database_refuses_a_signature_by_who_submitted():
    row = submitted()

    with pytest.raises(IntegrityError, match="signed_by_another"):
        Assessment.objects.filter(pk=row.pk).update(
            status="signed", signed_by=row.submitted_by, signed_at=AT
        )


def test_what_is_returned_is_a_draft_again_with_the_note():
    row = return_assessment(
        assessment=submitted(), note=" Lengkapi keluarga. ", actor=people.budi(), at=LATER
    )

    assert (row.is_draft, row.return_note, row.submitted_by) == (True, "Lengkapi keluarga.", None)
    assert kinds_of_events()[-1] == ScreeningEvent.ASSESSMENT_RETURNED


def test_a_return_without_a_note_is_refused():
    act = lambda: return_assessment(  # noqa: E731
        assessment=submitted(), note=" ", actor=people.budi(), at=LATER
    )

    assert refused(act) == "no_note"


def test_a_signature_keeps_what_the_engine_makes_of_it_all():
    row = signed()

    assert row.proposed_base == "balai"
    assert row.risk == "high"
    assert row.proposal["state"] == "proposed"
    assert CaseEvent.objects.latest("pk").words.startswith("Risiko tinggi")


def test_answers_of_the_assessment_weigh_in_the_proposal():
    calm, hard = signed(), signed(submitted(filled(family={"family_support": ["violent"]})))

    assert {n["code"] for n in calm.proposal["reasons"] + calm.proposal["warnings"]} != {
        n["code"] for n in hard.proposal["reasons"] + hard.proposal["warnings"]
    }


def test_the_risk_of_a_case_that_waits_for_its_decision_follows():
    row = submitted()
    Case.objects.filter(pk=row.case_id).update(risk="low")

    sign(row)

    row.case.refresh_from_db()
    assert row.case.risk == "high"


def test_the_risk_of_a_case_that_was_decided_stays():
    row = submitted()
    Case.objects.filter(pk=row.case_id).update(risk="low", status="placement", base="family")

    sign(row)

    row.case.refresh_from_db()
    assert row.case.risk == "low"


def correct(row, reason="Jawaban keluarga tertukar."):
    return correct_assessment(assessment=row, reason=reason, actor=people.ani(), at=SIGNED_AT)


def test_a_correction_names_the_old_and_starts_with_its_answers():
    old = signed()

    new = correct(old)

    assert (new.corrects, new.kind, new.is_draft) == (old, old.kind, True)
    for part in old.parts.all():
        copy = new.parts.get(code=part.code)
        assert (copy.answers, copy.texts, copy.is_complete) == (part.answers, part.texts, True)


def test_correcting_leaves_the_signed_one_as_it_was():
    old = signed()
    new = correct(old)

    saved(new, "health", {"general": ["bad"]})

    assert old.parts.get(code="health").answers["general"] == "good"


def test_only_the_newest_is_corrected_and_only_with_a_reason():
    old = signed()
    assert refused(lambda: correct(old, " ")) == "no_reason"
    new = correct(old)
    assert refused(lambda: correct(new)) == "not_signed"
    signed(submitted(new))

    assert refused(lambda: correct(old)) == "corrected"


def test_a_correction_waits_for_what_is_under_way():
    old = signed()
    start(old.case, "review")

    assert refused(lambda: correct(old)) == "under_way"


def test_a_section_begun_with_an_instrument_stays_though_the_plan_drops_it():
    row = begun()
    saved(row, "dast10", whole(section_of(row, "dast10")))
    screening = row.case.screenings.get()
    screening.answers = {"q1": {}}
    screening.save()

    assert section_of(row, "dast10").code == "dast10"


def test_an_interview_that_is_only_a_draft_is_no_gate():
    case = ScreeningFactory(answered=True).case

    assert refused(lambda: start(consenting_case(screening=True))) == "no_screening"
    assert not bare(case).case.screenings.finished().exists()


def test_instruments_two_classes_apart_ask_the_case_for_a_second_assessor():
    """ASSIST says high, and DAST-10 of a calm sheet says low."""
    row = submitted()
    Case.objects.filter(pk=row.case_id).update(next_step="decide")

    sign(row)

    row.case.refresh_from_db()
    assert row.case.next_step == "second_assessment"


def test_what_waits_for_approval_goes_on_waiting_after_a_signature():
    row = submitted()
    Case.objects.filter(pk=row.case_id).update(next_step="approve_override")

    sign(row)

    row.case.refresh_from_db()
    assert row.case.next_step == "approve_override"
