"""One question in two forms: the QuerySet asks the database, its twin on the model asks the row in hand."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from partners.enums import AgreementStatus
from partners.models import Agreement
from partners.selectors import agreement_statuses
from tests.partners.factories import AgreementFactory, InstitutionFactory


pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
VALID = {AgreementStatus.VALID, AgreementStatus.EXPIRING}
NEAR = st.integers(-120, 120).map(lambda days: DAY + timedelta(days=days))
IN_ONE_TRANSACTION = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def agreements(draw):
    starts_on = draw(NEAR)
    terminated_on = draw(st.none() | NEAR)
    return {
        "starts_on": starts_on,
        "ends_on": starts_on + timedelta(days=draw(st.integers(0, 200))),
        "signed_on": draw(st.none() | NEAR),
        "terminated_on": terminated_on,
        "termination_reason": "Tidak dilanjutkan" if terminated_on else "",
    }


@pytest.fixture
def institution():
    return InstitutionFactory()


@IN_ONE_TRANSACTION
@given(facts=agreements(), day=NEAR)
def test_the_database_and_the_row_agree_on_validity(institution, facts, day):
    agreement = AgreementFactory(institution=institution, **facts)

    found = Agreement.objects.valid_on(day).filter(pk=agreement.pk).exists()

    assert found == (agreement.status_on(day) in VALID)


@IN_ONE_TRANSACTION
@given(facts=agreements())
def test_the_status_agrees_with_the_chips(institution, facts):
    agreement = AgreementFactory(institution=institution, **facts)
    rows = Agreement.objects.filter(pk=agreement.pk)
    chips = {name for name, test in agreement_statuses(DAY).items() if rows.filter(test).exists()}

    status = agreement.status_on(DAY)

    assert ("valid" in chips) == (status in VALID)
    assert ("unsigned" in chips) == (agreement.signed_on is None)
    if status == AgreementStatus.ENDED:
        assert "over" in chips


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"signed_on": None}, AgreementStatus.UNSIGNED),
        ({"starts_on": DAY + timedelta(days=1)}, AgreementStatus.UPCOMING),
        ({"signed_on": DAY + timedelta(days=1)}, AgreementStatus.UPCOMING),
        ({"ends_on": DAY + timedelta(days=91)}, AgreementStatus.VALID),
        ({"ends_on": DAY + timedelta(days=90)}, AgreementStatus.EXPIRING),
        ({"ends_on": DAY}, AgreementStatus.EXPIRING),
        ({"ends_on": DAY - timedelta(days=1)}, AgreementStatus.ENDED),
        ({"terminated_on": DAY}, AgreementStatus.TERMINATED),
        ({"terminated_on": DAY + timedelta(days=1)}, AgreementStatus.VALID),
    ],
)
def test_an_agreement_is_in_one_status_each_day(facts, status):
    assert AgreementFactory.build(institution=None, **facts).status_on(DAY) == status
