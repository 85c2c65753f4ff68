"""Every kind of event, and every task that says more than its label, has words in both languages."""

from functools import partial

import pytest
from django.utils.translation import override

from care.event_kinds import CareEvent
from care.event_texts import TASKS as OF_CARE
from clients import events
from clients.enums import EventKind, NoteKind
from clients.models import CaseEvent
from clients.texts import day, label_of, labels_of, text
from clients.transitions import tell
from law.enums import LawEvent
from safety.enums import SafetyEvent
from screening.engine.red_flags import RED_FLAGS
from screening.enums import ScreeningEvent
from screening.event_texts import TASKS as OF_SCREENING
from tests import people
from tests.clients.factories import CaseFactory


KINDS = [value for value, _label in events.event_kinds()]
# The names of a meeting and of what it was about are all that is read of it.
ONLY_NAMES = {CareEvent.SESSION_ATTENDED}
# What a fact that is no choice and no day may be.
LIKE = {
    "milestone": "W1",
    "target": ["balai", "Jawa Barat"],
    "decision": ["balai", "family"],
    "how": "signed",
    "signs": [RED_FLAGS[0].code],
    "danger": RED_FLAGS[0].code,
    "task": "arrival",
    "why": ["women", "Melati"],
    "fields": ["phone", "address"],
}


def like(name, show):
    if isinstance(show, partial):
        value = show.args[0].values[0]
        return {label_of: value, labels_of: [value]}[show.func]
    return "2026-06-02" if show is day else LIKE.get(name, "Melati")


def facts_like(words):
    return {name: like(name, show) for name, show in words.facts.items()}


def read(kind, language):
    facts = facts_like(events.text_of(kind))
    with override(language):
        return [events.title_of(kind, facts), *events.text_of(kind).told(facts)]


def test_every_kind_that_an_app_names_is_registered():
    kinds = (EventKind, LawEvent, SafetyEvent, ScreeningEvent, CareEvent)
    assert set(KINDS) == {value for kind in kinds for value in kind.values}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_read_in_both_languages(kind):
    ours, theirs = read(kind, "id"), read(kind, "en")

    assert all(ours)
    assert len(ours) == len(theirs)
    same = [line for line in ours if line in theirs]
    assert same == ([ours[0]] if kind in ONLY_NAMES else [])


@pytest.mark.parametrize(
    "words", [*map(events.text_of, KINDS), *OF_CARE.values(), *OF_SCREENING.values()]
)
def test_a_text_speaks_of_each_of_its_facts_and_of_no_other(words):
    assert words.named() == words.facts.keys()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if events.text_of(kind).facts])
def test_a_missing_fact_is_an_error_and_no_blank(kind):
    with pytest.raises(KeyError):
        events.title_of(kind, {})


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{}, {"about": NoteKind.LAW, "place": "Sentra"}])
def test_an_event_is_told_with_all_its_facts_and_no_other(facts, at):
    with pytest.raises(TypeError, match="about"):
        tell(CaseFactory(), EventKind.NOTE, actor=people.ani(), at=at, **facts)


@pytest.mark.django_db
def test_what_is_stored_is_plain(at):
    facts = {"place": "Sentra", "start": at.date(), "end": at.date()}
    tell(CaseFactory(), CareEvent.SERVICE_STARTED, actor=people.ani(), at=at, **facts)

    today = at.date().isoformat()
    assert CaseEvent.objects.get().facts == {"place": "Sentra", "start": today, "end": today}


def test_a_row_is_no_fact():
    with pytest.raises(TypeError, match="plain"):
        text("%(who)s", who=str).kept({"who": object()})


def test_a_line_without_anything_to_say_is_left_out():
    words = text("", "Sampai %(until)s.", until=day)

    assert list(words.told({"until": None})) == []
    assert list(words.told({"until": "2026-06-02"})) == ["Sampai 2 Jun 2026."]
