"""A published ruleset says for ever what it said: a proposal under it does not change by a letter.

`goldens.json` holds the digest of each frozen proposal as it was on the day before 2026.3.
"""

import hashlib
import json
from pathlib import Path
from random import Random

import pytest

from screening.engine import route
from tests.screening.engine.cases import FIRING, assist, rated
from tests.screening.engine.firing import FIRING_2026_2
from tests.screening.engine.sheets import HEAVIEST, HIGH, LOW, MODERATE, SUBSTANCES


GOLDENS = json.loads((Path(__file__).parent / "goldens.json").read_text())
FLAGS = (
    *("overdose", "stimulant_crisis", "injury", "methanol", "infection", "tuberculosis"),
    *("withdrawal", "sudden_stop", "suicide_intent", "suicide_attempt", "psychiatric"),
    *("pregnancy", "child_harm", "violence_at_home", "snakebite"),
)
VALUES = {
    "home_safe": (True, False),
    "active_user_in_household": (True, False),
    "family_support": ("strong", "weak", "refuses", "violent", "none", "VIOLENT"),
    "relapses_after_treatment": (0, 1, 2, 5),
    "injecting_days_per_month": (0, 2, 4, 5, 31),
    "srq20": (0, 5, 6, 20, 21),
    "asi_severity": (5, 6),
    "dsm_count": (3, 4, 6),
    "use_pattern": ("recreational", "habitual", "compulsive"),
    "age": (8, 15, 30, 61),
    "sex": ("male", "female", "other"),
    "pregnant": (True, False),
    "court_order": ("family", "institution", "balai"),
    "order_by": ("judge", "tat"),
    "order_months": (0, 5, 14),
    "legal_status": ("none", "police", "prison"),
    "stage_of_change": ("action", "maintenance"),
    "opioid_maintenance": (True, False),
    "remote": (True, False),
    "homeless": (True,),
    "medical_results": ({"overdose": "cleared"},),
}
WORDS = (LOW, MODERATE, HIGH, HEAVIEST, "never - - - past_3_months earlier")


def _digest(*proposals):
    told = json.dumps([proposal.to_dict() for proposal in proposals], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _by_chance():
    rng = Random(20261)
    for _ in range(400):
        used = rng.sample([s for s in SUBSTANCES if s != "tobacco"], rng.randint(0, 3))
        results = assist(**{substance: rng.choice(WORDS) for substance in used})
        if rng.random() < 0.3:
            results |= rated(dast10=rng.choice(["low", "moderate", "high", "odd"]))
        names = rng.sample(sorted(VALUES), rng.randint(0, 7))
        yield results, {name: rng.choice(VALUES[name]) for name in names}


def found():
    """All that `goldens.json` holds, worked out again."""
    goldens = {}
    for version, cases in (("2026.1", FIRING), ("2026.2", FIRING_2026_2)):
        rows = [(code, results, facts) for code, results, facts in cases]
        rows += [(f"flag {flag}", assist(), {"red_flags": [flag]}) for flag in FLAGS]
        digests = {row: _digest(route(results, facts, version)) for row, results, facts in rows}
        digests["by chance"] = _digest(*(route(*case, version) for case in _by_chance()))
        goldens[version] = digests
    return goldens


FOUND = found()
ROWS = [(version, row) for version, rows in GOLDENS.items() for row in rows]


@pytest.mark.parametrize(("version", "row"), ROWS, ids=str)
def test_a_proposal_under_a_published_ruleset_does_not_change_by_a_letter(version, row):
    assert FOUND[version][row] == GOLDENS[version][row]
