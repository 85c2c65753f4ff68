import datetime as dt

import pytest

from accounts.scopes import scope_of
from care.aftercare.facts import Asking, Sentence
from care.aftercare.selectors.aftercare import institutions_to_go_on
from care.aftercare.services.handing_over import (
    accept_handover,
    ask_handover,
    decline_handover,
    withdraw_handover,
)
from care.aftercare.services.imprisoning import record_imprisonment, release
from care.enums import CareTask
from care.models import AftercareHandover, Placement
from clients.models import Case, CaseTask, Share
from common.errors import DomainError
from common.scope import acting
from partners.enums import ClientGroup
from partners.models import Agreement
from tests import people
from tests.care.factories import ENDED, PlacementFactory, plan_aftercare
from tests.care.plan_factories import AftercarePlanFactory
from tests.clients.factories import ConsentFactory
from tests.screening.factories import consenting_case


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = dt.datetime.combine(ENDED + 9 * DAY, dt.time(3), dt.UTC)


@pytest.fixture
def case():
    case = consenting_case(in_aftercare=True)
    plan_aftercare(case)
    return case


def by(person=people.ani):
    return {"actor": person(), "at": AT}


def asked(case, institution=None):
    asking = Asking(institution or people.kenanga(), ENDED, "signed", "Pindah ikut kakaknya.")
    return ask_handover(case=case, asking=asking, **by())


def accepted(case, person=people.eko, worker=people.citra):
    row = asked(case)
    return accept_handover(handover=row, worker=worker(), note="", **by(person))


def refusal(act, *args, **facts) -> str:
    with pytest.raises(DomainError) as refused:
        act(*args, **facts)
    return refused.value.code


def test_the_other_institution_is_asked_and_may_read_the_file(case):
    row = asked(case)

    task = CaseTask.objects.get()
    assert (task.kind, task.institution) == (CareTask.HANDOVER, people.kenanga())
    assert Share.objects.live().filter(client=case.client, institution=row.institution).exists()
    assert Case.objects.get().care_institution is None


def test_an_institution_whose_agreement_does_not_cover_the_client_is_not_asked(case):
    made_for = Agreement.objects.filter(institution=people.kenanga())
    made_for.update(groups=[ClientGroup.CHILDREN])

    assert people.kenanga() not in institutions_to_go_on(case, today=AT.date())
    assert refusal(asked, case) == "not_covered"


def test_accepted_the_receiver_goes_on_until_the_last_call(case):
    AftercarePlanFactory(case=case)

    accepted(case)

    case.refresh_from_db()
    assert case.care_institution == people.kenanga()
    assert people.citra() in case.supporters.all()
    assert case.aftercare_plan.contact_by == people.citra()
    last = case.follow_ups.order_by("due_on").last()
    assert Share.objects.get(institution=people.kenanga()).ends_on == last.due_on + 30 * DAY
    assert not CaseTask.objects.open().exists()


def seen_until() -> dt.date:
    return Share.objects.get(institution=people.kenanga()).ends_on


def test_accepted_during_a_sentence_the_file_is_seen_until_the_last_call_after_it(case):
    sentence = Sentence(ENDED + DAY, "Lapas Cibinong")
    row = record_imprisonment(case=case, sentence=sentence, **by())
    accepted(case)
    on = ENDED + 300 * DAY

    with acting(scope_of(people.citra())):
        at = dt.datetime.combine(on, dt.time(3), dt.UTC)
        release(imprisonment=row, on=on, actor=people.citra(), at=at)

    last = case.follow_ups.planned().order_by("due_on").last()
    assert last.milestone == "M24"
    assert seen_until() == last.due_on + 30 * DAY


def test_whoever_receives_answers_with_their_own_rights(case):
    row = asked(case)

    with acting(scope_of(people.eko())):
        accept_handover(handover=row, worker=people.citra(), note="", **by(people.eko))

    last = case.follow_ups.order_by("due_on").last()
    assert seen_until() == last.due_on + 30 * DAY


def test_who_was_only_asked_sees_the_file_no_longer_than_anybody_who_is(case):
    asked(case)
    before = seen_until()

    case.follow_ups.filter(milestone="M24").update(due_on=before + 900 * DAY)

    assert seen_until() == before


def test_what_was_done_before_stays_where_it_was_done():
    stay = PlacementFactory(ended=True)
    ConsentFactory(client=stay.client)

    row = asked(stay.case, institution=people.harapan())
    accept_handover(handover=row, worker=people.dewi(), note="", **by(people.dewi))

    assert Placement.objects.get().institution == people.kenanga()


def test_whoever_asked_does_not_answer(case):
    assert refusal(accepted, case, person=people.ani) == "not_another"


def test_whoever_goes_on_works_at_the_receiver(case):
    assert refusal(accepted, case, worker=people.ani) == "not_ours"


def test_a_refusal_says_why_and_closes_the_file(case):
    row = asked(case)
    facts = {"handover": row, **by(people.eko)}
    assert refusal(decline_handover, note=" ", **facts) == "no_note"

    decline_handover(note="Belum ada petugas.", **facts)

    assert not Share.objects.live().filter(institution=row.institution).exists()


def test_one_institution_is_asked_at_a_time(case):
    asked(case)

    assert refusal(asked, case) == "already_requested"


def test_taken_back_another_may_be_asked(case):
    withdraw_handover(handover=asked(case), **by())

    asked(case)

    assert AftercareHandover.objects.asked().count() == 1


def test_nobody_hands_over_to_whoever_does_it_already(case):
    assert refusal(asked, case, institution=people.melati()) == "same_place"


def test_without_consent_nothing_is_handed_over(case):
    case.client.consents.update(withdrawn_at=AT)

    assert refusal(asked, case) == "no_consent"
