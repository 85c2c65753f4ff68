"""What an agreement covers is a condition of a place, who pays is a rank (decision 0054)."""

import datetime as dt

import pytest

from care.placement.matching import ranking
from care.placement.services.answering import accept_placement
from clients.enums import Sex
from common.errors import DomainError
from partners.enums import AgreementKind, CareBase, ClientGroup, InstitutionKind
from partners.models import Agreement, Institution
from tests import people
from tests.care.factories import PlacementFactory
from tests.care.matching_factories import sentra
from tests.clients.factories import CaseFactory
from tests.partners.factories import AgreementFactory


pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 3)
AT = dt.datetime(2026, 6, 3, 3, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
MAN, WOMAN = {"client__sex": Sex.MALE}, {"client__sex": Sex.FEMALE}
CHILD = {"client__birth_date": dt.date(2012, 1, 1)}


def seeking(base=CareBase.BALAI, **facts):
    """A case; nobody but who is made later receives anybody."""
    case = CaseFactory(to_place=True, base=base, **facts)
    people.kenanga()
    Institution.objects.update(capacity=0)
    return case


def why_not(case):
    return {each.institution.name: each for each in ranking.survey(case, today=TODAY).left_out}


def order(case):
    return [each.institution.name for each in ranking.ranked(case, today=TODAY)]


def ipwl(name, kind=AgreementKind.PKS):
    row = sentra(name, kind=InstitutionKind.IPWL, accreditation_expires_on=TODAY + 900 * DAY)
    Agreement.objects.filter(institution=row).update(kind=kind)
    return row


def for_all(name):
    """Takes everybody, so that only the agreement says for whom."""
    return sentra(name, age_min=5, age_max=80, special_needs=["children", "women"])


@pytest.mark.parametrize(
    ("facts", "code", "words"),
    [
        ({"ends_on": TODAY - DAY}, "agreement_ended", "sudah berakhir"),
        (
            {"terminated_on": TODAY, "termination_reason": "Izin dicabut."},
            "agreement_terminated",
            "diakhiri lebih awal",
        ),
        ({"signed_on": None}, "agreement_unsigned", "belum ditandatangani"),
        ({"starts_on": TODAY + DAY}, "agreement_upcoming", "belum mulai berlaku"),
    ],
)
def test_why_nobody_is_placed_on_an_agreement_is_said(facts, code, words):
    case = seeking()
    sentra("Rumah")
    Agreement.objects.filter(institution__name="Rumah").update(**facts)

    assert order(case) == []
    assert why_not(case)["Rumah"].code == code
    assert words in why_not(case)["Rumah"].sentence


def test_of_two_agreements_the_one_that_began_last_says_how_it_stands():
    case = seeking()
    sentra("Rumah")
    first = Agreement.objects.filter(institution__name="Rumah")
    first.update(terminated_on=TODAY - 100 * DAY, termination_reason="Izin dicabut.")
    began = first.get().starts_on + DAY
    AgreementFactory(institution=first.get().institution, starts_on=began, ends_on=TODAY - DAY)

    assert why_not(case)["Rumah"].code == "agreement_ended"


def test_an_old_agreement_is_not_told_of_beside_one_in_force():
    case = seeking()
    AgreementFactory(institution=sentra("Rumah"), ends_on=TODAY - DAY)

    assert order(case) == ["Rumah"]


@pytest.mark.parametrize(
    ("client", "groups", "is_offered"),
    [
        (MAN, [], True),
        (MAN, [ClientGroup.MEN], True),
        (MAN, [ClientGroup.WOMEN, ClientGroup.CHILDREN], False),
        (WOMAN, [ClientGroup.MEN], False),
        (WOMAN, [ClientGroup.WOMEN], True),
        (CHILD, [ClientGroup.MEN, ClientGroup.WOMEN], False),
        (CHILD, [ClientGroup.CHILDREN], True),
    ],
)
def test_whom_no_agreement_covers_is_not_sent_there(client, groups, is_offered):
    case = seeking(**client)
    for_all("Rumah")
    Agreement.objects.filter(institution__name="Rumah").update(groups=groups)

    assert order(case) == (["Rumah"] if is_offered else [])
    assert [each.code for each in why_not(case).values()] == ([] if is_offered else ["not_covered"])


def test_one_of_two_agreements_covers():
    case = seeking(**CHILD)
    rumah = for_all("Rumah")
    Agreement.objects.update(groups=[ClientGroup.MEN])
    AgreementFactory(institution=rumah, groups=[ClientGroup.CHILDREN])

    assert order(case) == ["Rumah"]


def test_a_place_whose_agreement_no_longer_covers_the_client_does_not_accept():
    placement = PlacementFactory(case__client__sex=Sex.MALE)
    Agreement.objects.update(groups=[ClientGroup.CHILDREN])

    with pytest.raises(DomainError) as refused:
        accept_placement(placement=placement, note="", worker=None, actor=people.eko(), at=AT)

    assert refused.value.code == "not_covered"


def test_who_is_paid_by_a_contract_stands_before_its_equal():
    case = seeking(base=CareBase.INSTITUTION)
    ipwl("Anyelir", AgreementKind.MOU)
    ipwl("Bakung")

    first, second = ranking.ranked(case, today=TODAY)

    assert order(case) == ["Bakung", "Anyelir"]
    assert "biayanya sudah dijamin perjanjian kerja sama" in first.standing
    assert any("menunggu perjanjian kerja sama" in each for each in second.cautions)


def test_a_balai_is_paid_by_the_state():
    case = seeking()
    sentra("Rumah")
    Agreement.objects.update(kind=AgreementKind.MOU)

    (only,) = ranking.ranked(case, today=TODAY)
    assert not any("perjanjian kerja sama" in each for each in only.cautions)
