"""What is known of a case: of interview and assessment the newer one's word, asked for together."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clients.models import Case
from common.sealed import datakeys
from screening.enums import AssessmentStatus
from screening.known import known_of
from screening.models import Assessment
from tests import people
from tests.clients.factories import CaseFactory
from tests.screening.factories import AT, finished


pytestmark = pytest.mark.django_db


def assessed(case, at, **facts):
    Assessment.objects.create(
        case=case,
        kind="initial",
        status=AssessmentStatus.SIGNED,
        started_by=people.ani(),
        started_at=at,
        submitted_by=people.ani(),
        submitted_at=at,
        signed_by=people.budi(),
        signed_at=at,
        facts=facts,
    )


@pytest.mark.parametrize(("later", "word"), [(1, "weak"), (-1, "fair")])
def test_the_newer_word_counts_and_what_it_leaves_out_stands(later, word):
    case = finished().case
    assessed(case, AT + dt.timedelta(days=later), family_support="weak", wheelchair=True)

    facts = known_of(case).facts

    assert facts["family_support"] == word
    assert (facts["wheelchair"], facts["home_safe"]) == (True, True)


def test_it_is_one_question_and_the_key():
    case = Case.objects.select_related("client").get(pk=finished().case.pk)
    datakeys.forget_all()

    with CaptureQueriesContext(connection) as asked:
        known_of(case)

    assert len(asked) == 2


def test_nothing_is_known_of_somebody_who_was_asked_nothing():
    assert known_of(CaseFactory()).facts == {}
