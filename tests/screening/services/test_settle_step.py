import pytest

from clients.enums import TaskStatus
from common.errors import DomainError
from screening.enums import ScreeningEvent, ScreeningTask, StepCondition, StepStatus
from screening.services.steps import StepAnswer, settle_step
from tests import people
from tests.screening.factories import AT
from tests.screening.review_factories import proposed_down, proposed_up


pytestmark = pytest.mark.django_db

YES = StepAnswer(accepted=True)
NO = StepAnswer(accepted=False, note="Keluarga sudah memperketat pendampingan.")
ALL_MET = StepAnswer(accepted=True, conditions=tuple(StepCondition.values))


def settle(step, answer=YES):
    return settle_step(step=step, answer=answer, actor=people.budi(), at=AT)


def test_accepting_gives_the_case_its_new_class_and_base():
    step = settle(proposed_up())

    case = step.screening.case
    case.refresh_from_db()
    assert (case.risk, case.base) == ("high", "balai")
    assert (step.status, step.decided_by) == (StepStatus.ACCEPTED, people.budi())


def test_refusing_leaves_the_case_and_keeps_the_reason():
    step = settle(proposed_up(), NO)

    case = step.screening.case
    case.refresh_from_db()
    assert (case.risk, case.base, step.note) == ("low", "family", NO.note)


@pytest.mark.parametrize(
    ("answer", "kind"), [(YES, ScreeningEvent.STEP_ACCEPTED), (NO, ScreeningEvent.STEP_REFUSED)]
)
def test_an_answer_leaves_one_event_and_settles_the_task(answer, kind):
    step = settle(proposed_up(), answer)

    case = step.screening.case
    assert case.events.filter(kind=kind).count() == 1
    assert case.tasks.get(kind=ScreeningTask.STEP).status == TaskStatus.DONE


def test_a_refusal_says_why():
    with pytest.raises(DomainError) as refused:
        settle(proposed_up(), StepAnswer(accepted=False, note="tidak"))

    assert refused.value.field == "note"


@pytest.mark.parametrize("left_out", StepCondition.values)
def test_lighter_care_needs_every_condition(left_out):
    met = tuple(code for code in StepCondition.values if code != left_out)

    with pytest.raises(DomainError) as refused:
        settle(proposed_down(), StepAnswer(accepted=True, conditions=met))

    assert refused.value.field == "conditions"


def test_lighter_care_with_every_condition_is_accepted():
    step = settle(proposed_down(), ALL_MET)

    assert (step.status, sorted(step.conditions)) == (
        StepStatus.ACCEPTED,
        sorted(StepCondition.values),
    )


def test_whoever_comes_second_is_told_so():
    step = proposed_up()
    settle(step)

    with pytest.raises(DomainError) as refused:
        settle(step, NO)

    assert refused.value.code == "step_settled"
