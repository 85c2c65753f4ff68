"""The risk of a case as pages show it."""

from django.utils.translation import override

from clients.models import Case
from clients.templatetags.clients import case_risk


def test_a_badge_speaks_the_language_of_each_reader():
    case = Case(status="intake", risk="", found_risk="")

    with override("id"):
        ours = case_risk(case)
    with override("en"):
        theirs = case_risk(case)

    assert "Belum dinilai" in ours
    assert "Not assessed yet" in theirs
