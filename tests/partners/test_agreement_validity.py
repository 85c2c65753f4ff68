"""One question in two forms: the QuerySet asks the database, its twin on the model asks the row in hand."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from partners.enums import AgreementState
from partners.models import Agreement
from partners.selectors import agreement_states
from tests.partners.factories import AgreementFactory, InstitutionFactory


pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
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

    assert found == agreement.is_valid_on(day)


@IN_ONE_TRANSACTION
@given(facts=agreements())
def test_the_state_agrees_with_the_chips(institution, facts):
    agreement = AgreementFactory(institution=institution, **facts)
    rows = Agreement.objects.filter(pk=agreement.pk)
    chips = {name for name, test in agreement_states(DAY).items() if rows.filter(test).exists()}

    state = agreement.state_on(DAY)

    assert ("valid" in chips) == (state in {AgreementState.VALID, AgreementState.EXPIRING})
    assert ("unsigned" in chips) == (agreement.signed_on is None)
    if state == AgreementState.ENDED:
        assert "over" in chips


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"signed_on": None}, AgreementState.UNSIGNED),
        ({"starts_on": DAY + timedelta(days=1)}, AgreementState.UPCOMING),
        ({"signed_on": DAY + timedelta(days=1)}, AgreementState.UPCOMING),
        ({"ends_on": DAY + timedelta(days=91)}, AgreementState.VALID),
        ({"ends_on": DAY + timedelta(days=90)}, AgreementState.EXPIRING),
        ({"ends_on": DAY}, AgreementState.EXPIRING),
        ({"ends_on": DAY - timedelta(days=1)}, AgreementState.ENDED),
        ({"terminated_on": DAY}, AgreementState.TERMINATED),
        ({"terminated_on": DAY + timedelta(days=1)}, AgreementState.VALID),
    ],
)
def test_an_agreement_is_in_one_state_each_day(facts, state):
    assert AgreementFactory.build(institution=None, **facts).state_on(DAY) == state
