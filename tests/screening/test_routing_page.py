"""docs/routing.md is what the rules say."""

from django.conf import settings

from screening.engine import rulesets
from screening.management.commands.draw_routing import drawn


PAGE = settings.BASE_DIR / "docs" / "routing.md"


def test_the_page_is_drawn_from_the_current_rules():
    """After a change of a rule: `manage.py draw_routing`."""
    assert PAGE.read_text() == drawn()


def test_every_rule_and_red_flag_stands_on_it():
    ruleset, page = rulesets.get(), PAGE.read_text()
    codes = [rule.code for rule in ruleset.rules] + [flag.code for flag in ruleset.flags]

    assert not [code for code in codes if f"| {code} |" not in page]


def test_it_names_no_paper_that_a_clinician_could_not_look_up():
    assert "domain.md" not in PAGE.read_text()
