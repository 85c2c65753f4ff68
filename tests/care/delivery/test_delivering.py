"""What was given to one person is written down once, with what its kind needs."""

import datetime as dt
from decimal import Decimal

import pytest

from care.delivery.facts import AidFacts, Given, TrainingFacts, VisitFacts
from care.delivery.services.delivering import record_delivery
from care.enums import DeliveryKind, FundSource, HomeCondition, TrainingResult
from care.event_kinds import CareEvent
from care.models import Delivery
from clients.models import Case, CaseEvent
from common.errors import DomainError
from files import keeping
from files.enums import FileKind
from files.inspection.content import Upload
from partners.enums import Component
from safety.models import Concern
from safety.selectors import home_of
from tests import people
from tests.care.delivery_factories import HELD
from tests.clients.factories import CaseFactory, ConsentFactory


pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
AT = dt.datetime.combine(HELD + DAY, dt.time(3), dt.UTC)
VISIT = VisitFacts("Ibu klien", HomeCondition.ADEQUATE)
AID = AidFacts("Sembako", Decimal(2), "paket", 300_000, FundSource.STATE, "Ibu klien")
TRAINING = TrainingFacts(
    "Barista", 40, HELD - DAY, HELD, TrainingResult.PASSED, provider_name="LKP Contoh"
)


@pytest.fixture
def case():
    return CaseFactory(in_service=True)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def give(case, part=None, kind=DeliveryKind.SESSION, **facts) -> Delivery:
    usual = {
        "component": Component.C4B,
        "held_on": HELD,
        "worker": people.ani(),
        "summary": "Mengenali pemicu.",
    }
    given = Given(kind=kind, **(usual | facts))
    return record_delivery(case=case, given=given, part=part, actor=people.ani(), at=AT)


def refused(case, *args, **facts) -> str:
    with pytest.raises(DomainError) as refusal:
        give(case, *args, **facts)
    return refusal.value.code


def test_a_session_is_of_the_institution_that_gave_it(case):
    row = give(case, duration=45)

    assert (row.institution, row.worker, row.duration) == (people.melati(), people.ani(), 45)


def test_it_leaves_one_line_in_the_timeline(case):
    give(case)

    event = CaseEvent.objects.get()
    assert event.kind == CareEvent.DELIVERED
    assert event.title == "Sesi individu pada 21 Jun 2026: Terapi psikososial"


def test_the_words_of_a_session_stay_out_of_the_timeline(case):
    give(case, summary="Rahasia konseling", reaction="Menangis", next_on=HELD + 7 * DAY)

    assert CaseEvent.objects.get().words == "Pertemuan berikut 28 Jun 2026."


def test_a_visit_keeps_whom_one_met_and_how_the_home_is(case):
    row = give(case, VISIT, DeliveryKind.HOME_VISIT)

    assert (row.visit.met, row.visit.condition) == ("Ibu klien", HomeCondition.ADEQUATE)


UNSAFE = VisitFacts("Ibu", HomeCondition.UNSAFE, concern="Ada kekerasan.")
TICKED = VisitFacts("Ibu", HomeCondition.STRAINED, is_unsafe=True, concern="Ada kekerasan.")


@pytest.mark.parametrize("seen", [UNSAFE, TICKED])
def test_an_unsafe_home_waits_for_protection_with_the_tick_and_without(case, seen):
    give(case, seen, DeliveryKind.HOME_VISIT)

    concern = Concern.objects.get()
    assert (concern.what, concern.source, concern.words) == ("unsafe_home", "visit", seen.concern)
    assert case.waits.filter(kind="concern", person=people.ani(), urgency=0).exists()
    assert home_of(case).is_safe is False


@pytest.mark.parametrize(
    ("condition", "safe"),
    [
        (HomeCondition.SUPPORTIVE, True),
        (HomeCondition.ADEQUATE, True),
        (HomeCondition.STRAINED, None),
    ],
)
def test_a_visit_without_a_worry_raises_none_and_says_how_the_home_is(case, condition, safe):
    give(case, VisitFacts("Ibu", condition), DeliveryKind.HOME_VISIT)

    assert not Concern.objects.exists()
    assert home_of(case).is_safe is safe


def test_a_worry_is_told_in_words(case):
    facts = VisitFacts("Ibu", HomeCondition.UNSAFE, concern=" ")

    assert refused(case, facts, DeliveryKind.HOME_VISIT) == "no_concern"


def test_aid_says_what_it_was_worth_and_who_received_it(case):
    row = give(case, AID, DeliveryKind.AID, component=Component.C6)

    assert (row.aid.value, row.aid.handed_to) == (300_000, "Ibu klien")


def test_a_proof_is_unreadable_on_the_disk_and_whole_for_those_who_may_see_it(case, files):
    content = b"%PDF-1.7 kuitansi Rian"
    facts = AidFacts(
        "Sembako",
        Decimal(1),
        "paket",
        1,
        FundSource.STATE,
        "Ibu",
        Upload(content, FileKind.PDF),
    )

    row = give(case, facts, DeliveryKind.AID)

    [kept] = [path for path in files.rglob("*") if path.is_file()]
    assert b"kuitansi" not in kept.read_bytes()
    assert keeping.take(row.aid.file) == content


def test_a_training_may_be_given_by_an_institution_of_the_network_or_by_another(case):
    by_an_institution = TrainingFacts(
        "Barista", 40, HELD - DAY, HELD, TrainingResult.PASSED, provider=people.harapan()
    )

    assert give(case, by_an_institution, DeliveryKind.TRAINING).training.held_by == "IPWL Harapan"
    assert give(case, TRAINING, DeliveryKind.TRAINING).training.held_by == "LKP Contoh"


def test_somebody_has_to_have_given_the_training(case):
    facts = TrainingFacts("Barista", 40, HELD, HELD, TrainingResult.PASSED)

    assert refused(case, facts, DeliveryKind.TRAINING) == "no_provider"


def test_a_training_does_not_end_before_it_begins(case):
    facts = TrainingFacts(
        "Barista", 40, HELD, HELD - DAY, TrainingResult.PASSED, provider_name="LKP"
    )

    assert refused(case, facts, DeliveryKind.TRAINING) == "ends_too_early"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(HELD - 300 * DAY, HELD, "too_early"), (HELD, HELD + 9 * DAY, "future_date")],
)
def test_a_training_lies_within_the_case_and_is_over(case, first, last, code):
    facts = TrainingFacts("Barista", 40, first, last, TrainingResult.PASSED, provider_name="LKP")

    assert refused(case, facts, DeliveryKind.TRAINING) == code


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"held_on": HELD + 2 * DAY}, "future_date"),
        ({"held_on": HELD - 300 * DAY}, "too_early"),
        ({"next_on": HELD - DAY}, "next_out_of_range"),
        ({"next_on": HELD + 400 * DAY}, "next_out_of_range"),
    ],
)
def test_days_that_cannot_be_are_refused(case, facts, code):
    assert refused(case, **facts) == code


def test_aid_without_its_facts_is_refused(case):
    assert refused(case, None, DeliveryKind.AID) == "wrong_part"


def test_a_session_with_the_facts_of_aid_is_refused(case):
    assert refused(case, AID) == "wrong_part"


def test_a_closed_case_is_given_nothing():
    assert refused(CaseFactory(closed=True)) == "wrong_status"


def test_nothing_is_given_once_consent_was_taken_back(case):
    ConsentFactory(client=case.client, withdrawn_at=AT, withdrawal_note="Tidak mau lagi")

    assert refused(Case.objects.get()) == "no_consent"
