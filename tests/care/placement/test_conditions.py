"""What a place must offer somebody: without it the place is not asked, not given, and care does not begin there."""

import datetime as dt

import pytest

from care.enums import CareTask, PlacementStatus
from care.event_kinds import CareEvent
from care.placement.matching import ranking
from care.placement.services.answering import accept_placement, withdraw_placement
from care.waiting.sweeping import sweep
from clients.enums import Sex, TaskStatus
from clients.facts import Identity
from clients.models import CaseTask, Client, Wait
from clients.services.profile import edit_client
from common.errors import DomainError
from partners.enums import CareBase, InstitutionKind
from partners.models import Institution
from screening.enums import OverrideCode
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.matching_factories import overridden, screened, sentra
from tests.care.papers import request_placement, start_placement
from tests.care.transfer_factories import TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.races import together, while_waiting


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 4)
AT = dt.datetime(2026, 6, 4, 2, tzinfo=dt.UTC)
CHILD = dt.date(2010, 6, 5)
WARNED = {"warnings": [{"code": "W_DETOX_ALCOHOL", "id": "Bahaya.", "en": "Danger."}]}


def of_a_child():
    return CaseFactory(to_place=True, client__birth_date=CHILD)


def of_a_woman(**facts):
    case = CaseFactory(to_place=True, client__sex=Sex.FEMALE)
    if facts:
        screened(case, **facts)
    return case


def of_a_man(**facts):
    case = CaseFactory(to_place=True)
    screened(case, **facts)
    return case


def overriding(code, **client):
    case = CaseFactory(to_place=True, **client)
    overridden(screened(case), code)
    return case


def who_must_be_detoxed():
    case = CaseFactory(to_place=True)
    screening = screened(case)
    screening.proposal = WARNED
    screening.save()
    return case


def mother():
    return overriding(OverrideCode.CHILD_CARE, client__sex=Sex.FEMALE)


def wheelchair_user():
    return overriding(OverrideCode.DISABILITY)


def on_maintenance():
    return of_a_man(opioid_maintenance=True)


def pregnant():
    return of_a_woman(pregnant=True)


NEEDS = [
    (of_a_child, "children", ()),
    (of_a_woman, "women", ()),
    (pregnant, "pregnancy", ("women",)),
    (mother, "mother_child", ("women",)),
    (wheelchair_user, "wheelchair", ()),
    (on_maintenance, "opioid", ()),
    (who_must_be_detoxed, "detox", ()),
]


def place(*needs, **facts):
    return sentra("Rumah", special_needs=list(needs), age_min=10, **facts)


def ask(case, institution):
    return request_placement(case=case, institution=institution, note="", actor=people.ani(), at=AT)


@pytest.mark.parametrize(("person", "need", "beside"), NEEDS)
def test_a_place_without_what_somebody_needs_is_left_out_and_refused_with_a_sentence(
    person, need, beside
):
    case, institution = person(), place(*beside)

    left_out = {e.institution: e for e in ranking.survey(case, today=TODAY).left_out}
    with pytest.raises(DomainError, match=r"Rumah belum tercatat") as refused:
        ask(case, institution)

    assert left_out[institution].code == refused.value.code == need
    assert left_out[institution].sentence == refused.value.message


@pytest.mark.parametrize(("person", "need", "beside"), NEEDS)
def test_where_it_is_offered_the_place_may_be_asked(person, need, beside):
    case = person()

    assert ask(case, place(need, *beside)).status == PlacementStatus.REQUESTED


@pytest.mark.parametrize("kind", [InstitutionKind.LKS, InstitutionKind.IPWL])
def test_where_children_sleep_at_an_lks_they_need_a_unit_of_their_own_too(kind):
    case = CaseFactory(to_place=True, client__birth_date=CHILD, base=CareBase.INSTITUTION)
    open_house, by_day = place(kind=kind), sentra("Siang", kind=kind, age_min=10)
    Institution.objects.filter(pk=by_day.pk).update(is_residential=False)

    assert ranking.refusal(case, open_house, today=TODAY)[0] == "children"
    assert ranking.refusal(case, by_day, today=TODAY) is None


def test_whoever_comes_by_day_still_has_to_come_in_with_a_wheelchair():
    case = overriding(OverrideCode.DISABILITY, base=CareBase.INSTITUTION)
    by_day = place(kind=InstitutionKind.IPWL, is_residential=False)

    assert ranking.refusal(case, by_day, today=TODAY)[0] == "wheelchair"


def test_a_balai_houses_people_whatever_is_ticked():
    assert ranking.refusal(of_a_child(), place(is_residential=False), today=TODAY)[0] == "children"


def test_a_new_institution_takes_no_women_until_somebody_says_so():
    assert Institution().takes_female is False


@pytest.mark.parametrize(
    ("condition", "facts", "told"),
    [
        ("opioid", {}, "Rumah belum tercatat memberi obat rumatan opioid"),
        ("shelter", {"is_residential": False}, "Rumah tidak menyediakan tempat tinggal"),
        ("release", {}, "Klien masih ditahan"),
    ],
)
def test_a_condition_of_the_proposal_is_a_condition_of_the_place(condition, facts, told):
    case = CaseFactory(to_place=True, base=CareBase.INSTITUTION)
    screening = screened(case)
    screening.proposal = {"conditions": [condition]}
    screening.save()

    code, sentence = ranking.refusal(case, place(kind=InstitutionKind.IPWL, **facts), today=TODAY)

    assert code == condition
    assert sentence.startswith(told)


# Given, and begun


def asked_at(institution, **case):
    placement = PlacementFactory(case=CaseFactory(to_place=True, **case), institution=institution)
    ConsentFactory(client=placement.client)
    return placement


def accept(placement):
    return accept_placement(placement=placement, note="", worker=None, actor=people.eko(), at=AT)


def start(placement):
    return start_placement(
        placement=placement, starts_on=TODAY, planned_end_on=None, actor=people.ani(), at=AT
    )


def test_a_place_is_not_given_once_the_person_is_known_to_need_more():
    placement = asked_at(place())
    screened(placement.case, opioid_maintenance=True)

    with pytest.raises(DomainError) as refused:
        accept(placement)

    assert refused.value.code == "opioid"


def test_care_does_not_begin_where_the_unit_was_closed_meanwhile():
    institution = place("children")
    placement = asked_at(institution, client__birth_date=CHILD)
    accept(placement)
    Institution.objects.filter(pk=institution.pk).update(special_needs=[])

    with pytest.raises(DomainError) as refused:
        start(placement)

    assert refused.value.code == "children"


@pytest.mark.django_db(transaction=True)
def test_a_unit_that_closes_while_somebody_accepts_is_seen_by_the_second_of_both():
    institution = place("children")
    placement = asked_at(institution, client__birth_date=CHILD)

    def close_the_unit():
        row = Institution.objects.select_for_update().get(pk=institution.pk)
        row.special_needs = []
        row.save()

    with while_waiting(close_the_unit, lambda: accept(placement)) as answer:
        pass

    assert answer.result() == "children"


@pytest.mark.django_db(transaction=True)
def test_of_a_corrected_birth_date_and_an_acceptance_at_once_neither_is_lost():
    placement = asked_at(place())

    together(lambda: accept(placement), lambda: correct(placement, birth_date=CHILD))

    placement.refresh_from_db()
    given = placement.status == PlacementStatus.ACCEPTED
    assert Client.objects.get().birth_date == CHILD
    assert work(placement) or not given


# What changes later


def correct(placement, **changes):
    client = Client.objects.get(pk=placement.client_id)
    facts = {name: getattr(client, name) for name in Identity.__slots__} | changes
    edit_client(
        case=placement.case,
        identity=Identity(**facts),
        version=client.version,
        actor=people.ani(),
        at=AT,
    )


def work(placement):
    tasks = CaseTask.objects.filter(case=placement.case_id, status=TaskStatus.OPEN)
    return [task.explanation for task in tasks.filter(kind=CareTask.UNFIT_PLACE)]


TOO_YOUNG = "Rumah belum tercatat mempunyai unit anak: anak tidak tinggal bersama orang dewasa."


@pytest.mark.parametrize("stage", [{}, {"accepted": True}, {"active": True}])
def test_a_corrected_birth_date_makes_an_unfit_place_the_workers_work(stage):
    placement = PlacementFactory(institution=place(), **stage)

    correct(placement, birth_date=CHILD)

    assert work(placement) == [TOO_YOUNG]
    wait = Wait.objects.get(what=CareTask.UNFIT_PLACE)
    assert wait.person == placement.case.lead_worker
    assert placement.case.events.get(kind=CareEvent.PLACE_UNFIT).words == TOO_YOUNG


def test_it_is_said_once_and_is_no_work_any_more_when_it_fits_again():
    placement = PlacementFactory(institution=place())
    correct(placement, birth_date=CHILD)
    correct(placement, occupation="Penjahit")
    assert len(work(placement)) == 1

    correct(placement, birth_date=dt.date(2000, 1, 1))

    assert work(placement) == []


def test_another_sex_is_another_place():
    placement = PlacementFactory(institution=place(takes_female=False))

    correct(placement, sex=Sex.FEMALE)

    assert work(placement) == [
        "Rumah tidak melayani jenis kelamin atau usia klien ini.",
        "Rumah belum tercatat mempunyai unit perempuan.",
    ]


def test_a_request_that_is_withdrawn_takes_its_work_along():
    placement = PlacementFactory(institution=place())
    correct(placement, birth_date=CHILD)

    withdraw_placement(placement=placement, note="", actor=people.ani(), at=AT)

    assert work(placement) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"capacity": 0}, "Rumah sedang penuh. Pilih lembaga lain yang masih mempunyai tempat."),
        ({"is_active": False}, "Rumah tidak melayani basis layanan ini."),
        ({"takes_male": False}, "Rumah tidak melayani jenis kelamin atau usia klien ini."),
    ],
)
def test_what_an_institution_offers_no_more_is_work_by_the_next_round(changes, told):
    placement = PlacementFactory(institution=place(), accepted=True, answered_at=AT)
    Institution.objects.filter(pk=placement.institution_id).update(**changes)

    sweep(at=AT)

    assert work(placement) == [told]


def test_papers_that_run_out_are_no_work_of_somebody_who_lives_there():
    placement = PlacementFactory(institution=place(), active=True)
    placement.institution.agreements.update(ends_on=TODAY - dt.timedelta(days=1))

    correct(placement, occupation="Penjahit")

    assert work(placement) == []


def test_where_somebody_is_to_move_is_looked_at_too():
    ipwl = place(kind=InstitutionKind.IPWL)
    transfer = TransferFactory(institution=ipwl, accepted=True)

    correct(transfer.from_placement, birth_date=CHILD)

    told = CaseTask.objects.get(kind=CareTask.UNFIT_TRANSFER)
    assert told.explanation == TOO_YOUNG


def test_the_waiting_are_told_of_no_place_that_does_not_suit():
    entry = WaitingEntryFactory(case=of_a_child())
    place()

    sweep(at=AT)

    entry.refresh_from_db()
    assert entry.offers == 0
