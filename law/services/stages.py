"""Where the proceedings of a case stand, and the Bapas officer who goes along."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from clients.models import Case
from clients.transitions import lock_case
from common.faults import refuse
from law.enums import LawEvent
from law.facts import OfficerFacts, StageFacts
from law.models import ProbationOfficer, Stage
from law.rules import stage_faults
from law.selectors import opening_of
from law.services.changing import change_row, demand_open_case, tell_change


@transaction.atomic
def record_stage(*, case: Case, facts: StageFacts, actor: User, at: datetime) -> Stage:
    """The first change also writes down what was answered at the door, unless it reaches further back."""
    case = lock_case(case)
    demand_open_case(case)
    _demand_sound(case, facts, at)
    if not case.legal_stages.exists() and facts.since > case.opened_on:
        opening_of(case).save()
    stage = Stage.objects.create(
        case=case,
        legal_status=facts.legal_status,
        since=facts.since,
        is_detained=facts.is_detained,
        note=facts.note,
        recorded_by=actor,
        recorded_at=at,
    )
    tell_change(case, LawEvent.STAGE_RECORDED, actor=actor, at=at)
    return stage


@transaction.atomic
def correct_stage(
    *, stage: Stage, facts: StageFacts, version: int, actor: User, at: datetime
) -> Stage:
    case = lock_case(stage.case)
    demand_open_case(case)
    _demand_sound(case, facts, at)
    stage = Stage.objects.select_for_update(no_key=True).get(pk=stage.pk)
    if change_row(stage, facts, version=version, actor=actor, at=at):
        tell_change(case, LawEvent.STAGE_CORRECTED, actor=actor, at=at)
    return stage


@transaction.atomic
def record_officer(
    *, case: Case, facts: OfficerFacts, version: int = 0, actor: User, at: datetime
) -> ProbationOfficer:
    """One for each case: whoever comes next takes the place of the one before, whom the trail keeps."""
    case = lock_case(case)
    demand_open_case(case)
    officer = ProbationOfficer.objects.select_for_update(no_key=True).filter(case=case).first()
    if officer is None:
        officer = ProbationOfficer.objects.create(
            case=case,
            office=facts.office,
            name=facts.name,
            phone=facts.phone,
            recorded_by=actor,
            recorded_at=at,
        )
    elif not change_row(officer, facts, version=version, actor=actor, at=at):
        return officer
    tell_change(case, LawEvent.OFFICER_RECORDED, actor=actor, at=at)
    return officer


def _demand_sound(case: Case, facts: StageFacts, at: datetime) -> None:
    today = timezone.localdate(at)
    refuse(stage_faults(facts, birth_date=case.client.birth_date, today=today))
