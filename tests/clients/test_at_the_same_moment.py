"""Two people at one door, one file, one case: one of them wins, the other is told so in words."""

import datetime as dt
from dataclasses import replace

import pytest

from clients.duplicates import Sought
from clients.enums import CaseStatus
from clients.models import BreakGlass, Case, CaseEvent, Client, ConsentText
from clients.services.cases import close_case, reassign_case
from clients.services.emergency import TRIES_PER_HOUR, open_in_emergency
from clients.services.intake import register_client, reopen_case
from clients.services.nik import NUMBERS_PER_HOUR
from clients.services.profile import edit_client
from clients.services.reading import NATIONAL_LOOKS_PER_HOUR, look_elsewhere
from clients.transitions import lock_case
from common.enums import ReadAction
from common.models import ReadLog
from common.sealed import index_of
from tests import people
from tests.clients.factories import CaseFactory, ClientFactory
from tests.clients.registering import NIK, facts, identity, returning
from tests.races import DONE, together, while_waiting


pytestmark = pytest.mark.django_db(transaction=True)
AT = dt.datetime(2026, 6, 4, 2, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def consent_text():
    """Tests with transactions of their own empty every table behind them."""
    ConsentText.objects.get_or_create(
        version="uji", defaults={"body": "…", "published_on": "2026-01-01"}
    )


def register(actor, **changes):
    intake = facts(actor, identity=identity(**changes))
    return lambda: register_client(**intake, at=AT)


def case_of_last_year():
    return CaseFactory(client=ClientFactory(registration_number="KPN-25-00001"))


def reopen(case):
    intake = returning(people.ani())
    return lambda: reopen_case(client=case.client, **intake, at=AT)


def give_nik(case):
    return lambda: edit_client(
        case=case, identity=identity(name="Nama Lain"), version=1, actor=people.ani(), at=AT
    )


def test_of_sixteen_who_edit_what_they_all_saw_one_wins():
    case = CaseFactory(client=ClientFactory(nik=NIK, nik_missing_reason=""))
    known = identity()

    def edit(number):
        facts = replace(known, address=f"Jalan {number}")
        return lambda: edit_client(case=case, identity=facts, version=1, actor=people.ani(), at=AT)

    answers = together(*(edit(number) for number in range(16)))

    assert sorted(answers) == [DONE, *["stale_version"] * 15]
    assert Client.objects.get().address == f"Jalan {answers.index(DONE)}"
    assert CaseEvent.objects.count() == 1


def test_of_two_who_register_the_same_nik_one_is_told_the_number():
    answers = together(register(people.ani()), register(people.budi(), name="Nama Lain"))

    assert sorted(answers) == [DONE, "nik_in_use"]
    assert Client.objects.get().nik == NIK
    assert CaseEvent.objects.count() == 1


def test_a_nik_that_is_being_corrected_elsewhere_cannot_be_registered_beside_it():
    case = case_of_last_year()

    with while_waiting(give_nik(case), register(people.budi())) as answer:
        pass

    assert answer.result() == "nik_in_use"
    assert Client.objects.filter(nik_index=index_of("nik", NIK)).count() == 1


def test_a_nik_that_is_being_registered_cannot_be_corrected_into_another_file():
    case = case_of_last_year()

    with while_waiting(register(people.budi()), give_nik(case)) as answer:
        pass

    assert answer.result() == "nik_in_use"
    assert Client.objects.filter(nik_index=index_of("nik", NIK)).count() == 1


def test_of_two_who_open_the_case_again_one_is_told_that_it_is_open():
    case = CaseFactory(closed=True)

    answers = together(reopen(case), reopen(case))

    assert sorted(answers) == [DONE, "still_open"]
    assert Case.objects.current().get().status == CaseStatus.INTAKE


def test_opening_again_and_correcting_the_file_never_block_each_other_for_good():
    case = CaseFactory(closed=True)

    with while_waiting(lambda: lock_case(case), reopen(case)) as answer:
        give_nik(case)()

    assert answer.result() == DONE
    assert Client.objects.get().nik == NIK


def test_of_two_who_close_a_case_one_is_told_that_it_is_closed():
    case = CaseFactory()

    def close():
        close_case(case=case, reason="withdrew", note="Menolak.", actor=people.ani(), at=AT)

    assert set(together(close, close)) == {DONE, "closed"}
    assert CaseEvent.objects.count() == 1


def test_a_case_is_not_handed_over_while_it_is_being_closed():
    case = CaseFactory()
    people.budi()

    def close():
        close_case(case=case, reason="withdrew", note="Menolak.", actor=people.ani(), at=AT)

    def hand_over():
        reassign_case(case=case, to=people.budi(), actor=people.budi(), at=AT)

    with while_waiting(close, hand_over) as answer:
        pass

    assert answer.result() == "closed"
    assert Case.objects.get().lead_worker == people.ani()


def test_sixteen_national_questions_at_once_are_answered_ten_times():
    asker = people.ani()
    born = dt.date(2000, 3, 15)

    together(*[lambda: look_elsewhere(sought=Sought("X", born), actor=asker) for _ in range(16)])

    asked = ReadLog.objects.filter(action=ReadAction.MATCH)
    assert asked.count() == NATIONAL_LOOKS_PER_HOUR


def break_glass(sought, actor):
    return lambda: open_in_emergency(
        sought=sought,
        reason_code="life",
        reason="Klien dibawa pingsan ke sentra kami.",
        actor=actor,
    )


def test_with_one_try_left_one_of_many_files_is_opened():
    reader = people.eko()
    for _ in range(TRIES_PER_HOUR - 1):
        ReadLog.objects.create(user=reader, action=ReadAction.EMERGENCY, client_ids=[])
    numbers = [CaseFactory().client.registration_number for _ in range(8)]

    answers = together(*(break_glass(number, reader) for number in numbers))

    assert sorted(answers) == [DONE, *["too_many"] * 7]
    assert BreakGlass.objects.count() == 1


def test_wrong_numbers_at_one_moment_are_no_more_than_the_hour_allows():
    reader = people.eko()

    answers = together(*[break_glass("KPN-26-99999", reader)] * 16)

    assert sorted(answers) == [*["too_many"] * 6, *["unknown"] * 10]


def test_many_niks_tried_at_once_in_a_file_are_no_more_than_the_hour_allows():
    taken = "3271011503000005"
    ClientFactory(nik=taken, nik_missing_reason="", registered_by=people.budi())
    for _ in range(NUMBERS_PER_HOUR - 1):
        ReadLog.objects.create(user=people.ani(), action=ReadAction.NUMBER, client_ids=[])
    cases = [
        CaseFactory(client=ClientFactory(registration_number=f"KPN-25-0000{n}")) for n in range(8)
    ]

    def try_out(case):
        return lambda: edit_client(
            case=case, identity=identity(nik=taken), version=1, actor=people.ani(), at=AT
        )

    answers = together(*(try_out(case) for case in cases))

    assert sorted(answers) == ["nik_in_use", *["too_many"] * 7]
