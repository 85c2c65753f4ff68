"""Two people, two devices, one interview."""

import pytest

from clients.models import Case, CaseEvent, ConsentText
from clients.services.consent import withdraw_consent
from common.enums import ReadAction
from common.reading import reads_of_the_hour
from screening.assessment.services.signing import sign_assessment
from screening.decision.services import deciding
from screening.decision.services.deciding import Answer
from screening.interview.sections import find
from screening.models import RoutingDecision, Screening
from screening.services.drafts import Entry, save_section, start_screening
from screening.services.endings import finish_screening
from tests import people
from tests.care.papers import with_assessment
from tests.clients.factories import OPENED
from tests.races import DONE, together, while_waiting
from tests.screening.assessment_factories import SIGNED_AT, submitted
from tests.screening.factories import AT, ScreeningFactory, consenting_case, finished


pytestmark = pytest.mark.django_db(transaction=True)
TIMES = range(3)


@pytest.fixture(autouse=True)
def consent_text():
    """Tests with transactions of their own empty every table behind them."""
    ConsentText.objects.get_or_create(version="uji", defaults={"body": "…", "published_on": OPENED})


@pytest.fixture
def draft():
    people.budi()
    return ScreeningFactory(answered=True)


def finish(draft, actor):
    return lambda: finish_screening(screening=draft, actor=actor, at=AT)


def finishing():
    draft = ScreeningFactory(answered=True)
    return draft.case, finish(draft, people.ani())


def signing():
    row = submitted()
    row.submitted_by, row.started_by, row.writers = people.budi(), people.budi(), []
    row.save()
    row.parts.update(saved_by=people.budi())
    return row.case, lambda: sign_assessment(assessment=row, actor=people.ani(), at=SIGNED_AT)


@pytest.mark.parametrize("_time", TIMES)
def test_an_interview_is_finished_once(draft, _time):
    answers = together(finish(draft, people.ani()), finish(draft, people.budi()))

    assert sorted(answers) == [DONE, "not_a_draft"]
    assert CaseEvent.objects.count() == 1


@pytest.mark.parametrize("_time", TIMES)
def test_a_proposal_is_decided_once(_time):
    screening = finished()

    with_assessment(screening.case)

    def decide(actor, base):
        answer = Answer(base, "distance", "Rumah klien jauh sekali dari balai.")
        return lambda: deciding.decide(screening=screening, answer=answer, actor=actor, at=AT)

    answers = together(decide(people.ani(), "balai"), decide(people.budi(), "balai"))

    assert sorted(answers) == [DONE, "wrong_status"]
    decision = RoutingDecision.objects.get()
    screening.case.refresh_from_db()
    assert screening.case.base == decision.base


@pytest.mark.parametrize("_time", TIMES)
def test_two_who_begin_at_once_share_one_interview(_time):
    case = consenting_case()

    def begin(actor):
        return lambda: start_screening(case=case, actor=actor, at=AT)

    assert together(begin(people.ani()), begin(people.budi())) == [DONE, DONE]
    assert Screening.objects.count() == 1


@pytest.mark.parametrize("_time", TIMES)
def test_of_two_devices_that_differ_one_is_told(draft, _time):
    def save(word):
        entry = Entry(find("keadaan"), {"home_safe": word}, draft.revision)
        return lambda: save_section(screening=draft, entry=entry, actor=people.ani(), at=AT)

    assert sorted(together(save("no"), save("unknown"))) == [DONE, "stale_draft"]


@pytest.mark.parametrize("_time", TIMES)
def test_an_answer_that_comes_while_the_interview_is_finished_is_in_it_or_refused(draft, _time):
    entry = Entry(find("keadaan"), {"home_safe": "no"}, draft.revision)

    def save():
        save_section(screening=draft, entry=entry, actor=people.ani(), at=AT)

    saved, done = together(save, finish(draft, people.ani()))

    assert done == DONE
    draft.refresh_from_db()
    assert draft.facts["home_safe"] is (saved != DONE)


def test_an_answer_that_waits_for_the_withdrawal_of_consent_is_refused():
    case = consenting_case(screening=True)
    draft = ScreeningFactory(case=case, safe=True)
    asking = {"asked_by": "self", "on": AT.date(), "note": "", "actor": people.ani(), "at": AT}
    entry = Entry(find("q1"), {"q1-alcohol": "yes"}, draft.revision)

    def save():
        save_section(screening=draft, entry=entry, actor=people.ani(), at=AT)

    with while_waiting(lambda: withdraw_consent(case=case, **asking), save) as saved:
        assert not saved.done()

    assert saved.result() == "no_consent"


@pytest.mark.parametrize("act", [finishing, signing], ids=["an interview", "an assessment"])
def test_whoever_stands_in_line_for_a_look_at_the_country_holds_no_case_meanwhile(act):
    """A correction of a NIK takes the line first and the case after it: the other way round both would wait for ever."""
    case, ends = act()

    def correct():
        reads_of_the_hour(people.ani().pk, ReadAction.NUMBER).count()

    with while_waiting(correct, ends) as ended:
        assert Case.objects.select_for_update(no_key=True, nowait=True).get(pk=case.pk)

    assert ended.result() == DONE
