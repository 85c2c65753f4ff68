"""Where the proceedings of a case stand: one register, and the case's status is what it says."""

import datetime as dt

import pytest
from django.db import InternalError, transaction

from clients.enums import LegalStatus
from clients.models import Case
from common.errors import DomainError, StaleVersion
from law.facts import OfficerFacts, StageFacts
from law.models import ProbationOfficer, Stage
from law.selectors import law_facts, stages_of
from law.services.stages import correct_stage, record_officer, record_stage
from tests import people
from tests.clients.factories import OPENED, CaseFactory
from tests.law.factories import StageFactory


pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 9, 1, 3, tzinfo=dt.UTC)
TODAY = AT.date()
DAY = dt.timedelta(days=1)


def told(case, status, since, **more):
    facts = StageFacts(status, since, **more)
    return record_stage(case=case, facts=facts, actor=people.ani(), at=AT)


def status_of(case):
    return Case.objects.get(pk=case.pk).legal_status


def test_what_was_answered_at_the_door_opens_the_register():
    case = CaseFactory(legal_status=LegalStatus.POLICE)

    (first,) = stages_of(case)

    assert (first.legal_status, first.since) == (LegalStatus.POLICE, case.opened_on)


def test_the_newest_stage_is_the_status_of_the_case_and_the_first_stays_readable():
    case = CaseFactory(legal_status=LegalStatus.POLICE)

    told(case, LegalStatus.PROSECUTION, OPENED + DAY)

    assert status_of(case) == LegalStatus.PROSECUTION
    assert [s.legal_status for s in stages_of(case)] == [
        LegalStatus.PROSECUTION,
        LegalStatus.POLICE,
    ]


def test_proceedings_that_began_before_the_case_take_the_place_of_the_answer_at_the_door():
    case = CaseFactory(legal_status=LegalStatus.NONE)

    told(case, LegalStatus.POLICE, OPENED - 30 * DAY)

    assert status_of(case) == LegalStatus.POLICE


def test_a_stage_of_the_past_written_down_late_leaves_the_status_as_it_is():
    case = CaseFactory(legal_status=LegalStatus.POLICE)
    told(case, LegalStatus.COURT, OPENED + 20 * DAY)

    told(case, LegalStatus.PROSECUTION, OPENED + 10 * DAY)

    assert status_of(case) == LegalStatus.COURT


def test_a_corrected_stage_corrects_the_status_too():
    stage = StageFactory(legal_status=LegalStatus.PRISON)
    facts = StageFacts(LegalStatus.DIVERSION, stage.since)

    correct_stage(stage=stage, facts=facts, version=1, actor=people.ani(), at=AT)

    assert status_of(stage.case) == LegalStatus.DIVERSION


def test_nobody_corrects_a_stage_that_somebody_else_has_just_corrected():
    stage = StageFactory()
    facts = StageFacts(LegalStatus.DIVERSION, stage.since)
    correct_stage(stage=stage, facts=facts, version=1, actor=people.budi(), at=AT)

    with pytest.raises(StaleVersion):
        correct_stage(
            stage=stage,
            facts=StageFacts(LegalStatus.COURT, stage.since),
            version=1,
            actor=people.ani(),
            at=AT,
        )


def test_saving_the_same_facts_again_leaves_no_trace():
    stage = StageFactory()
    facts = StageFacts(stage.legal_status, stage.since)

    correct_stage(stage=stage, facts=facts, version=1, actor=people.ani(), at=AT)

    assert not stage.case.events.exists()


def test_nobody_writes_the_status_past_its_register():
    case = CaseFactory()

    with pytest.raises(InternalError, match="register"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(legal_status=LegalStatus.POLICE)


@pytest.mark.parametrize(
    ("since", "code"), [(TODAY + DAY, "future_date"), (dt.date(1999, 1, 1), "too_early")]
)
def test_a_day_that_cannot_be_is_refused(since, code):
    with pytest.raises(DomainError) as refused:
        told(CaseFactory(), LegalStatus.POLICE, since)

    assert (refused.value.code, refused.value.field) == (code, "since")


def test_a_closed_case_is_read_and_not_written():
    with pytest.raises(DomainError) as refused:
        told(CaseFactory(closed=True), LegalStatus.POLICE, OPENED)

    assert refused.value.code == "closed"


def test_the_timeline_says_that_the_register_changed_and_not_what_stands_in_it():
    case = CaseFactory()

    told(case, LegalStatus.POLICE, OPENED, note="Ditahan di polres.")

    (event,) = case.events.all()
    assert (event.kind, event.facts, event.note) == ("law_stage", {}, "")


def test_routing_is_told_of_custody():
    free, held = CaseFactory(), CaseFactory()
    told(held, LegalStatus.POLICE, OPENED, is_detained=True)
    imprisoned = CaseFactory(legal_status=LegalStatus.PRISON)

    assert [law_facts(case, TODAY)["detained"] for case in (free, held, imprisoned)] == [
        False,
        True,
        True,
    ]


def test_the_next_officer_of_the_bapas_takes_the_place_of_the_one_before():
    case = CaseFactory()
    for name, version in (("Rudi", 0), ("Sari", 1)):
        facts = OfficerFacts("Bapas Bogor", name)
        record_officer(case=case, facts=facts, version=version, actor=people.ani(), at=AT)

    assert [officer.name for officer in ProbationOfficer.objects.filter(case=case)] == ["Sari"]


def test_stages_are_seen_by_whoever_sees_the_case():
    stage = StageFactory()

    assert Stage.objects.visible_to(people.ani()).get() == stage
    assert not Stage.objects.visible_to(people.citra()).exists()
