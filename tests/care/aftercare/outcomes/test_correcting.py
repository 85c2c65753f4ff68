"""A finished interview is corrected like a screening: a new one names the old, which stays readable."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.models import User
from care.aftercare.outcomes.themes import HEALTH, LAPSE, USE
from care.aftercare.selectors.change import change_of
from care.aftercare.selectors.outcomes import points_of
from care.aftercare.services.correcting import correct_interview, discard_correction
from care.aftercare.services.interviewing import finish_interview
from care.aftercare_enums import OutcomePoint
from care.event_kinds import CareEvent
from care.models import OutcomeInterview, Relapse
from clients.models import Case
from clients.models.wait import Wait
from common.errors import DomainError
from tests import people
from tests.care.factories import ENDED, FollowUpFactory
from tests.care.outcome_factories import begun, fill, finished
from tests.clients.factories import CaseFactory


pytestmark = pytest.mark.django_db
WHY = "Hari memakai salah dicatat."
NOW = dt.datetime.combine(ENDED + dt.timedelta(days=40), dt.time(3), dt.UTC)


@pytest.fixture
def old():
    return finished(CaseFactory(in_aftercare=True), OutcomePoint.W4)


def correct(interview, reason=WHY):
    return correct_interview(interview=interview, reason=reason, actor=people.ani(), at=NOW)


def finish(interview):
    return finish_interview(interview=interview, actor=people.ani(), at=NOW)


def test_a_correction_names_the_old_one_and_begins_with_its_answers(old):
    new = correct(old)

    assert (new.corrects, new.point, new.asked_on) == (old, old.point, old.asked_on)
    assert (new.is_draft, new.correction_reason) == (True, WHY)
    assert {part.code: part.answers for part in new.parts.all()} == {
        part.code: part.answers for part in old.parts.all()
    }
    assert Case.objects.get().events.newest_first()[0].kind == CareEvent.OUTCOME_REOPENED


def test_a_correction_needs_a_reason(old):
    with pytest.raises(DomainError) as refused:
        correct(old, " ")

    assert refused.value.field == "reason"


def test_the_old_one_stands_until_its_correction_is_finished(old):
    new = correct(old)
    assert list(OutcomeInterview.objects.finished().standing()) == [old]

    finish(new)

    assert list(OutcomeInterview.objects.finished().standing()) == [new]


def test_the_change_since_care_is_drawn_of_the_correction(old):
    new = correct(old)
    fill(new, HEALTH, body=["3"])
    finish(new)

    body = next(one for one in change_of(old.case).drawn if one.most == 20)

    assert body.known == [3]


def test_whoever_begins_a_correction_twice_goes_on_with_the_first(old):
    assert correct(old) == correct(old)


def test_what_was_corrected_already_is_not_corrected_again(old):
    new = finish(correct(old))

    with pytest.raises(DomainError) as refused:
        correct(old)

    assert refused.value.code == "not_correctable"
    assert correct(new).corrects == new


def test_a_correction_under_way_waits_for_whoever_began_it(old):
    new = correct(old)

    waits = Wait.objects.filter(kind="outcome_draft")
    assert (waits.get().row_id, waits.get().due_on) == (new.pk, NOW.date() + dt.timedelta(days=7))


def test_a_relapse_that_was_told_already_is_not_named_again():
    lapse = {"lapse": ["relapse"], "lapse_on": ["2026-10-20"], "triggers": ["people"]}
    told = {"use": {"any": ["9"], "opioids": ["9"]}, "lapse": lapse}
    old = finished(CaseFactory(in_aftercare=True), OutcomePoint.W4, **told)
    Relapse.objects.update(
        status="settled", answer="support", settled_at=NOW, settled_by=people.ani()
    )

    finish(correct(old))

    assert Relapse.objects.count() == 1


def test_a_relapse_that_was_taken_out_and_put_back_is_not_named_again():
    lapse = {"lapse": ["relapse"], "lapse_on": ["2026-10-20"], "triggers": ["people"]}
    used = {"any": ["9"], "opioids": ["9"]}
    old = finished(CaseFactory(in_aftercare=True), OutcomePoint.W4, use=used, lapse=lapse)
    Relapse.objects.update(
        status="settled", answer="support", settled_at=NOW, settled_by=people.ani()
    )
    without = correct(old)
    fill(without, LAPSE, 1, lapse=["none"])
    finish(without)
    back = correct(without)
    fill(back, LAPSE, 1, **lapse)

    finish(back)

    assert Relapse.objects.count() == 1


def test_a_relapse_that_the_correction_tells_is_named(old):
    new = correct(old)
    fill(new, USE, any=["9"], opioids=["9"])
    fill(new, LAPSE, lapse=["relapse"], lapse_on=["2026-10-20"], triggers=["people"])

    finish(new)

    assert Relapse.objects.get().on == dt.date(2026, 10, 20)


def test_the_list_of_points_shows_what_stands_and_what_is_being_corrected(old):
    new = correct(old)

    point = next(one for one in points_of(old.case, NOW.date()) if one.code == OutcomePoint.W4)

    assert (point.interview, point.correction) == (old, new)


def test_the_old_one_stays_readable_and_leads_to_its_correction(signed_in, old):
    new = finish(correct(old))

    page = signed_in(people.ani()).get(reverse("care:outcome", args=[old.pk]))

    assert page.status_code == 200
    assert reverse("care:outcome", args=[new.pk]) in page.content.decode()


def text_of(browser, name, *args):
    return browser.get(reverse(f"care:{name}", args=args)).content.decode()


def test_whoever_only_reads_is_led_past_a_correction_under_way(signed_in, old):
    point = FollowUpFactory(case=old.case, milestone=OutcomePoint.W4, reached=True)
    new = correct(old)
    url = reverse("care:outcome_of", args=[point.pk])

    assert signed_in(people.gita()).get(url).url == reverse("care:outcome", args=[old.pk])
    assert signed_in(people.ani()).get(url).url == reverse("care:outcome", args=[new.pk])


def test_a_correction_under_way_is_linked_for_those_who_may_go_on_with_it(signed_in, old):
    link = f'href="{reverse("care:outcome", args=[correct(old).pk])}"'
    pages = (("outcomes", old.case_id), ("outcome", old.pk))

    ani, gita = signed_in(people.ani()), signed_in(people.gita())
    assert [link in text_of(ani, *page) for page in pages] == [True, True]
    assert [link in text_of(gita, *page) for page in pages] == [False, False]


def test_a_first_draft_is_linked_for_those_who_may_go_on_with_it(signed_in):
    draft = begun(CaseFactory(in_aftercare=True), OutcomePoint.W4)
    link = f'href="{reverse("care:outcome", args=[draft.pk])}"'

    assert link in text_of(signed_in(people.ani()), "outcomes", draft.case_id)
    assert link not in text_of(signed_in(people.gita()), "outcomes", draft.case_id)


def test_a_correction_whose_beginner_is_gone_waits_for_whoever_leads_the_case(old):
    new = correct_interview(interview=old, reason=WHY, actor=people.budi(), at=NOW)
    waits = Wait.objects.filter(kind="outcome_draft", row_id=new.pk)
    assert waits.get().person == people.budi()

    User.objects.filter(pk=people.budi().pk).update(is_active=False)

    assert waits.get().person == people.ani()


def discard(interview):
    discard_correction(interview=interview, actor=people.ani(), at=NOW)


def test_a_correction_begun_by_mistake_is_discarded_and_may_be_begun_again(old):
    discard(correct(old))

    assert list(OutcomeInterview.objects.all()) == [old]
    assert Case.objects.get().events.newest_first()[0].kind == CareEvent.OUTCOME_DISCARDED
    assert not Wait.objects.filter(kind="outcome_draft").exists()
    assert correct(OutcomeInterview.objects.get()).corrects == old


def test_a_finished_correction_is_not_discarded(old):
    new = finish(correct(old))

    with pytest.raises(DomainError) as refused:
        discard(new)

    assert refused.value.code == "wrong_status"


def test_a_first_interview_is_not_discarded():
    draft = begun(CaseFactory(in_aftercare=True), OutcomePoint.W4)

    with pytest.raises(DomainError) as refused:
        discard(draft)

    assert refused.value.code == "no_correction"


def test_the_page_of_a_correction_lets_it_be_discarded(signed_in, old):
    new = correct(old)
    url = reverse("care:outcome_discard", args=[new.pk])
    browser = signed_in(people.ani())

    assert url in text_of(browser, "outcome", new.pk)
    assert browser.post(url).url == reverse("care:outcome", args=[old.pk])
    assert not OutcomeInterview.objects.filter(pk=new.pk).exists()
