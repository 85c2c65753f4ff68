"""Every status is a word with a tone and an icon."""

from datetime import date, timedelta

import pytest

from partners.looks import accreditation_look, agreement_look, standing_look
from tests.partners.factories import AgreementFactory


TODAY = date(2026, 3, 2)


def in_days(days):
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("facts", "text", "tone"),
    [
        ({}, "Berlaku", "success"),
        ({"ends_on": in_days(30)}, "30 hari lagi", "warning"),
        ({"ends_on": in_days(0)}, "Berakhir hari ini", "warning"),
        ({"ends_on": in_days(-1)}, "Berakhir", "danger"),
        ({"terminated_on": in_days(-1)}, "Diakhiri lebih awal", "danger"),
        ({"signed_on": None}, "Belum ditandatangani", "neutral"),
        ({"starts_on": in_days(5)}, "Belum berlaku", "info"),
    ],
)
def test_an_agreement_says_how_it_stands(facts, text, tone):
    look = agreement_look(AgreementFactory.build(institution=None, **facts), TODAY)

    assert (look.text, look.tone) == (text, tone)


@pytest.mark.parametrize(
    ("until", "had", "text"),
    [
        (in_days(91), False, "Berlaku"),
        (in_days(90), False, "90 hari lagi"),
        (None, True, "Berakhir"),
        (None, False, "Tidak ada"),
    ],
)
def test_an_institution_says_how_it_stands(until, had, text):
    assert standing_look(until, TODAY, had_agreement=had).text == text


@pytest.mark.parametrize(
    ("days", "tone"),
    [(180, "info"), (91, "info"), (90, "warning"), (31, "warning"), (30, "danger"), (-1, "danger")],
)
def test_accreditation_warns_in_three_steps(days, tone):
    assert accreditation_look(in_days(days), TODAY).tone == tone


@pytest.mark.parametrize("expires_on", [None, in_days(181)])
def test_accreditation_is_quiet_while_there_is_time(expires_on):
    assert accreditation_look(expires_on, TODAY) is None
