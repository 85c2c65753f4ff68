"""Notes, a new lead worker, the end of a case, and the return of its client."""

from datetime import timedelta

import pytest

from clients.enums import (
    CaseStatus,
    CloseReason,
    EventKind,
    NextStep,
    NoteKind,
)
from clients.models import CaseEvent
from clients.services.cases import add_note, close_case, reassign_case
from clients.services.intake import reopen_case
from common.errors import DomainError
from tests import people
from tests.clients.factories import CaseFactory
from tests.clients.registering import facts, returning


pytestmark = pytest.mark.django_db


@pytest.fixture
def at(at):
    return at + timedelta(days=180)  # after the factories' cases were opened


def note(case, at, **changes):
    usual = {"kind": NoteKind.HOME_VISIT, "text": "Ibu hadir.", "happened_at": at}
    return add_note(case=case, actor=people.ani(), at=at, **(usual | changes))


def close(case, at, reason=CloseReason.WITHDREW, text="Pulang ke desa."):
    return close_case(case=case, reason=reason, note=text, actor=people.ani(), at=at)


def reopen(case, at):
    return reopen_case(client=case.client, **returning(people.ani()), at=at)


def code_of(refusal) -> str:
    return refusal.value.code


def test_a_note_is_a_line_of_the_timeline(at):
    event = note(CaseFactory(), at)

    assert (event.kind, event.title, event.note) == (
        EventKind.NOTE,
        "Kunjungan rumah",
        "Ibu hadir.",
    )


def test_a_note_of_yesterday_stands_at_yesterday(at):
    event = note(CaseFactory(), at, happened_at=at - timedelta(days=1))

    assert event.at == at - timedelta(days=1)


def test_a_note_cannot_come_from_the_future(at):
    with pytest.raises(DomainError) as refusal:
        note(CaseFactory(), at, happened_at=at + timedelta(minutes=1))

    assert code_of(refusal) == "future_date"


def test_a_note_cannot_be_years_older_than_its_case(at):
    with pytest.raises(DomainError) as refusal:
        note(CaseFactory(), at, happened_at=at - timedelta(days=900))

    assert code_of(refusal) == "too_early"


def test_a_closed_case_takes_no_note(at):
    with pytest.raises(DomainError) as refusal:
        note(CaseFactory(closed=True), at)

    assert code_of(refusal) == "closed"


def test_a_case_goes_to_a_colleague_who_carries_cases(at):
    case = CaseFactory()

    reassign_case(case=case, to=people.budi(), actor=people.budi(), at=at)

    case.refresh_from_db()
    assert case.lead_worker == people.budi()
    assert CaseEvent.objects.get().words == "Dari Ani Lestari kepada Budi Santoso."


def test_a_case_does_not_go_to_another_institution(at):
    with pytest.raises(DomainError) as refusal:
        reassign_case(case=CaseFactory(), to=people.citra(), actor=people.budi(), at=at)

    assert code_of(refusal) == "no_colleague"


def test_a_case_does_not_go_to_whoever_has_it(at):
    with pytest.raises(DomainError) as refusal:
        reassign_case(case=CaseFactory(), to=people.ani(), actor=people.budi(), at=at)

    assert code_of(refusal) == "same_worker"


@pytest.mark.parametrize("trait", ["", "screening", "decided", "to_place", "in_aftercare"])
def test_a_case_may_end_early_with_an_explanation(trait, at):
    case = CaseFactory(**{trait: True} if trait else {})

    closed = close(case, at)

    assert (closed.status, closed.close_reason, closed.closed_on) == (
        CaseStatus.CLOSED,
        CloseReason.WITHDREW,
        at.date(),
    )
    assert (closed.next_step, closed.next_due_on) == ("", None)
    assert CaseEvent.objects.get().kind == EventKind.CLOSED


def test_an_early_end_is_explained(at):
    with pytest.raises(DomainError) as refusal:
        close(CaseFactory(), at, text="")

    assert (code_of(refusal), refusal.value.field) == ("note_missing", "note")


def test_a_running_service_is_ended_before_its_case(at):
    with pytest.raises(DomainError) as refusal:
        close(CaseFactory(in_service=True), at)

    assert code_of(refusal) == "in_service"


def test_aftercare_is_not_done_while_contacts_are_due(at):
    with pytest.raises(DomainError) as refusal:
        close(CaseFactory(in_aftercare=True), at, CloseReason.AFTERCARE_DONE)

    assert code_of(refusal) == "aftercare_open"


def test_a_case_ends_with_its_aftercare_and_needs_no_words(at):
    case = CaseFactory(in_aftercare=True, next_step=NextStep.CLOSE)

    assert close(case, at, CloseReason.AFTERCARE_DONE, text="").status == CaseStatus.CLOSED


def test_a_closed_case_cannot_be_closed(at):
    with pytest.raises(DomainError) as refusal:
        close(CaseFactory(closed=True), at)

    assert code_of(refusal) == "closed"


def test_a_client_who_comes_back_gets_a_new_case(at):
    old = CaseFactory(closed=True)

    new = reopen(old, at)

    old.refresh_from_db()
    assert (old.is_current, new.is_current, new.status) == (False, True, CaseStatus.INTAKE)
    assert new.events.get().kind == EventKind.REOPENED


def test_an_open_case_is_not_opened_again(at):
    case = CaseFactory()

    with pytest.raises(DomainError) as refusal:
        reopen(case, at)

    assert code_of(refusal) == "still_open"


def test_coming_back_takes_a_new_consent(at):
    case = CaseFactory(closed=True)

    reopen(case, at)

    assert case.client.consents.count() == 1


def test_who_comes_back_says_why(at):
    case = CaseFactory(closed=True)
    silent = {**returning(people.ani()), "opening": facts(people.ani())["opening"]}

    with pytest.raises(DomainError) as refusal:
        reopen_case(client=case.client, **silent, at=at)

    assert refusal.value.field == "reentry_reason"


def test_a_relapse_is_no_reason_to_close_by_hand(at):
    with pytest.raises(DomainError) as refusal:
        close(CaseFactory(in_aftercare=True), at, reason=CloseReason.RELAPSED)

    assert code_of(refusal) == "not_by_hand"
