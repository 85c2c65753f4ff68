import pytest

from common.errors import DomainError
from screening.interview.sections import find
from screening.services.drafts import Entry, StaleDraft, save_section
from tests import people
from tests.screening.factories import AT, ScreeningFactory, finished


pytestmark = pytest.mark.django_db


def save(screening, slug, words, *, revision=0, **more):
    entry = Entry(find(slug), words, revision, **more)
    return save_section(screening=screening, entry=entry, actor=people.ani(), at=AT)


def test_an_answer_is_kept_with_its_time_and_its_person():
    screening = ScreeningFactory(safe=True)

    save(screening, "q1", {"q1-cannabis": "yes", "q1-alcohol": "no"})

    screening.refresh_from_db()
    assert screening.answers == {"q1": {"cannabis": True, "alcohol": False}}
    assert (screening.saved_at, screening.saved_by) == (AT, people.ani())


def test_saving_leaves_the_timeline_quiet():
    screening = ScreeningFactory(safe=True)

    save(screening, "q1", {"q1-cannabis": "yes"})

    assert not screening.case.events.exists()


def test_an_answer_not_known_is_kept_as_such():
    screening = ScreeningFactory(safe=True)

    save(screening, "keadaan", {"home_safe": "unknown", "court_order": "none"})

    screening.refresh_from_db()
    assert screening.facts == {"home_safe": None, "court_order": None}


def test_an_empty_word_takes_an_answer_back():
    screening = ScreeningFactory(safe=True, facts={"relapses_after_treatment": 3})

    save(screening, "keadaan", {"relapses_after_treatment": ""})

    screening.refresh_from_db()
    assert screening.facts == {}


def test_a_row_that_is_not_sent_stays():
    screening = ScreeningFactory(safe=True, answers={"q1": {"alcohol": True}})

    save(screening, "q1", {"q1-cannabis": "yes"})

    screening.refresh_from_db()
    assert screening.answers["q1"] == {"alcohol": True, "cannabis": True}


def test_a_changed_answer_drops_what_is_no_longer_asked():
    screening = ScreeningFactory(answered=True)

    saved = save(screening, "q1", {"q1-amphetamine": "no"})

    assert saved.dropped
    assert set(saved.screening.answers) == {"q1"}


def test_no_longer_injecting_drops_the_days_of_injecting():
    screening = ScreeningFactory(answered=True)
    screening.answers["q8"] = "past_3_months"
    screening.facts = {**screening.facts, "injecting_days_per_month": 6}
    screening.save()

    saved = save(screening, "q8", {"q8": "earlier"})

    assert saved.dropped
    assert "injecting_days_per_month" not in saved.screening.facts


def test_an_autosave_takes_nothing_away():
    screening = ScreeningFactory(answered=True)

    saved = save(screening, "q1", {"q1-amphetamine": "no"}, passing=True)

    assert not saved.dropped
    assert saved.screening.answers["q2"] == {"amphetamine": "daily"}


def test_a_full_save_after_an_autosave_still_drops():
    screening = ScreeningFactory(answered=True)
    save(screening, "q1", {"q1-amphetamine": "no"}, passing=True)

    saved = save(screening, "q1", {"q1-amphetamine": "no"}, revision=1)

    assert saved.dropped
    assert "q2" not in saved.screening.answers


def test_two_devices_on_different_sections_both_keep_their_answers():
    screening = ScreeningFactory(safe=True, answers={"q1": {"alcohol": True}})

    save(screening, "q2", {"q2-alcohol": "daily"})
    save(screening, "q6", {"q6-alcohol": "never"})

    screening.refresh_from_db()
    assert screening.answers["q2"] == {"alcohol": "daily"}
    assert screening.answers["q6"] == {"alcohol": "never"}


def test_the_same_section_changed_elsewhere_is_a_conflict_and_nothing_is_written():
    screening = ScreeningFactory(safe=True, answers={"q1": {"alcohol": True}})
    save(screening, "q2", {"q2-alcohol": "daily"})

    with pytest.raises(StaleDraft):
        save(screening, "q2", {"q2-alcohol": "never"})

    screening.refresh_from_db()
    assert screening.answers["q2"] == {"alcohol": "daily"}


def test_the_same_answers_from_an_old_page_are_no_conflict():
    screening = ScreeningFactory(safe=True, answers={"q1": {"alcohol": True}})
    save(screening, "q2", {"q2-alcohol": "daily"})

    saved = save(screening, "q2", {"q2-alcohol": "daily"})

    assert saved.screening.revision == 1


def test_a_section_emptied_by_another_section_counts_as_changed():
    screening = ScreeningFactory(answered=True)
    screening.answers["q1"]["alcohol"] = True
    screening.save()
    save(screening, "q1", {"q1-amphetamine": "no"})

    with pytest.raises(StaleDraft):
        save(screening, "q2", {"q2-alcohol": "daily"})


def test_a_word_that_is_no_answer_is_refused():
    screening = ScreeningFactory(safe=True)

    with pytest.raises(DomainError) as refused:
        save(screening, "q1", {"q1-alcohol": "sometimes"})

    assert refused.value.code == "unreadable_answer"


def test_a_number_out_of_range_is_refused():
    screening = ScreeningFactory(safe=True)

    with pytest.raises(DomainError):
        save(screening, "keadaan", {"relapses_after_treatment": "51"})


def test_a_finished_screening_takes_no_more_answers():
    screening = finished()

    with pytest.raises(DomainError) as refused:
        save(screening, "q2", {"q2-amphetamine": "never"})

    assert refused.value.code == "not_a_draft"


def test_a_closed_case_takes_no_more_answers():
    screening = ScreeningFactory(safe=True, case__screening=False, case__closed=True)

    with pytest.raises(DomainError) as refused:
        save(screening, "q1", {"q1-alcohol": "yes"})

    assert refused.value.code == "not_a_draft"
