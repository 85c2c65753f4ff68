"""Review row A-9: the day and the person agreed on before care ends are those of the schedule."""

import datetime as dt

import pytest

from accounts.enums import Role
from accounts.models import User
from care.aftercare.services.planning import plan_aftercare as plan_contacts
from care.models import FollowUp
from care.plan.facts import Staying
from clients.models import Case
from clients.models.wait import Wait
from common.errors import DomainError
from tests import people
from tests.care.factories import ENDED, plan_aftercare
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = dt.datetime.combine(ENDED + DAY, dt.time(3), dt.UTC)


def plan(case, on, by=None):
    staying = Staying(by or people.ani(), on, "Sulit tidur.", "Ibu.")
    return plan_contacts(case=case, staying=staying, actor=people.ani(), at=AT)


def test_a_day_agreed_on_after_care_ended_moves_the_first_point():
    case = CaseFactory(in_aftercare=True)
    plan_aftercare(case)

    plan(case, ENDED + 3 * DAY)

    assert FollowUp.objects.get(milestone="W1").due_on == ENDED + 3 * DAY
    assert Case.objects.get().next_due_on == ENDED + 3 * DAY


def test_the_first_contact_is_in_the_first_week():
    case = CaseFactory(in_aftercare=True)
    plan_aftercare(case)

    with pytest.raises(DomainError) as refused:
        plan(case, ENDED + 8 * DAY)

    assert refused.value.field == "first_contact_on"
    assert "6 Okt 2026 sampai 13 Okt 2026" in refused.value.message


def test_whoever_is_to_call_gets_the_file_and_the_calls():
    case = CaseFactory(in_aftercare=True)
    plan_aftercare(case)
    colleague = User.objects.create_user(
        "sari@contoh.id",
        people.PASSWORD,
        name="Sari Dewi",
        role=Role.SOCIAL_WORKER,
        institution=people.melati(),
    )
    assert not FollowUp.objects.visible_to(colleague).exists()

    plan(case, ENDED + 3 * DAY, by=colleague)

    assert FollowUp.objects.visible_to(colleague).exists()
    assert FollowUp.objects.carried_by(colleague).count() == 10
    assert not FollowUp.objects.carried_by(people.ani()).exists()
    assert Wait.objects.get(kind="step").person == colleague
