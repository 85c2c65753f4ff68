"""What a place must offer this person (review R-7: conditions, not only rank)."""

from screening.engine.cases import Case
from screening.engine.conditions import Condition
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text


def _at_a_place(case: Case) -> bool:
    return case.base in {"institution", "balai"}


def _without_steps(case: Case) -> bool:
    facts = case.facts
    moves_badly = facts.disability in {"physical", "several"} and facts.wheelchair is not False
    return _at_a_place(case) and (facts.wheelchair is True or moves_badly)


def _keeps_maintenance(case: Case) -> bool:
    """A pregnant client with opioids is to be offered it as well (WHO 2014)."""
    expecting = case.facts.pregnant is True and signs.used_now(case, "opioids")
    return _at_a_place(case) and (case.facts.opioid_maintenance is True or expecting)


CONDITIONS = (
    Condition(
        "children",
        Text("unit anak, terpisah dari orang dewasa", "a children's unit, apart from adults"),
        lambda case: is_minor(case) and _at_a_place(case),
        "UU 35/2014; domain.md 4 B2",
        living_in=True,
    ),
    Condition(
        "women",
        Text("unit khusus perempuan", "a women's unit"),
        lambda case: signs.woman(case) and _at_a_place(case),
        "domain.md 4 B3",
        living_in=True,
    ),
    Condition(
        "pregnancy",
        Text(
            "terhubung dengan layanan kebidanan dan adiksi",
            "linked to obstetric and addiction care",
        ),
        lambda case: case.facts.pregnant is True and _at_a_place(case),
        "WHO 2014, substance use in pregnancy",
    ),
    Condition(
        "mother_child",
        Text("menerima orang tua bersama anaknya", "takes a parent together with the child"),
        lambda case: case.facts.cares_for_infant is True and _at_a_place(case),
        "WHO/UNODC International Standards 2020",
        living_in=True,
    ),
    Condition(
        "wheelchair",
        Text("ruang tanpa anak tangga", "rooms without steps"),
        _without_steps,
        "UU 8/2016",
    ),
    Condition(
        "opioid",
        Text("terapi rumatan opioid diberikan di tempat", "opioid maintenance dispensed on site"),
        _keeps_maintenance,
        "WHO 2009, opioid dependence",
        living_in=True,
    ),
    Condition(
        "detox",
        Text(
            "detoks medis sebelum tanggal masuk",
            "medical detoxification before the day of admission",
        ),
        lambda case: signs.dependent_on_downers(case) and _at_a_place(case),
        "WHO mhGAP 2016",
    ),
    Condition(
        "shelter",
        Text("tempat tinggal yang aman", "a safe place to sleep"),
        lambda case: case.base == "institution" and signs.needs_shelter(case),
        "WHO/UNODC International Standards 2020",
    ),
    Condition(
        "home_visit",
        Text("rumah dikunjungi dan dinilai aman", "the home visited and judged safe"),
        lambda case: case.base == "family" and not signs.home_judged_safe(case),
        "decision 0044 (unknown is not safe)",
    ),
    Condition(
        "release",
        Text("sesudah klien bebas dari tahanan", "after release from custody"),
        lambda case: case.base is not None and signs.in_custody(case),
        "decision 0044",
    ),
)
