"""What is looked for in a place, from what is known of the case; each need says where it comes from.

Read are the register (age, sex, occupation, province of residence), what the newest finished screening or signed
assessment found, and the decision's reason. What nobody has said is no need.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clients.ages import ADULT
from clients.enums import Sex
from clients.models import Case
from partners.enums import CareBase, Component, SpecialNeed
from regions.languages import Language, spoken_in
from screening.enums import OverrideCode
from screening.known import known_of


SRQ_CUT = 6  # SRQ-20: signs of a mental illness from here on
WORKING_AGE = range(ADULT, 60)
WITHOUT_WORK = frozenset({"belum bekerja", "tidak bekerja", "menganggur", "pengangguran"})
NEEDS_FAMILY_WORK = frozenset({"weak", "refuses", "violent"})


@dataclass(frozen=True, slots=True)
class Known:
    """The facts that the rules below look at."""

    age: int
    sex: str
    base: str
    has_no_work: bool
    facts: Mapping[str, Any]
    codes: frozenset[str]
    conditions: frozenset[str]
    override: str

    def warned_of(self, *codes: str) -> bool:
        return not self.codes.isdisjoint(codes)


@dataclass(frozen=True, slots=True)
class Rule:
    code: Component | SpecialNeed
    why: Promise
    holds: Callable[[Known], bool]


@dataclass(frozen=True, slots=True)
class Need:
    code: str
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Needs:
    components: tuple[Need, ...] = ()
    special: tuple[Need, ...] = ()
    languages: tuple[Language, ...] = field(default=())
    required: frozenset[str] = field(default=frozenset())
    """The special needs, and whatever else the proposal makes a condition of a place."""


def _is_condition(need: SpecialNeed) -> Callable[[Known], bool]:
    return lambda known: need in known.conditions


COMPONENTS = (
    Rule(Component.C1, _("layanan tinggal di balai"), lambda k: k.base == CareBase.BALAI),
    Rule(Component.C2, _("klien masih anak"), lambda k: k.age < ADULT),
    Rule(Component.C3, _("klien masih anak"), lambda k: k.age < ADULT),
    Rule(
        Component.C3,
        _("dukungan keluarganya belum kuat"),
        lambda k: k.facts.get("family_support") in NEEDS_FAMILY_WORK,
    ),
    Rule(Component.C4B, _("bagian dari setiap layanan di lembaga"), lambda _k: True),
    Rule(
        Component.C5A,
        _("klien usia kerja dan belum bekerja atau bersekolah"),
        lambda k: k.age in WORKING_AGE and k.has_no_work,
    ),
    Rule(
        Component.C7,
        _("keputusan menyebut akses disabilitas"),
        lambda k: k.override == OverrideCode.DISABILITY,
    ),
)
SPECIAL = (
    Rule(SpecialNeed.CHILDREN, _("klien belum 18 tahun"), lambda k: k.age < ADULT),
    Rule(SpecialNeed.WOMEN, _("klien perempuan"), lambda k: k.sex == Sex.FEMALE),
    Rule(SpecialNeed.PREGNANCY, _("menurut skrining"), lambda k: k.facts.get("pregnant") is True),
    Rule(
        SpecialNeed.MOTHER_CHILD,
        _("keputusan menyebut pengasuhan anak"),
        lambda k: k.sex == Sex.FEMALE and k.override == OverrideCode.CHILD_CARE,
    ),
    Rule(
        SpecialNeed.WHEELCHAIR,
        _("keputusan menyebut akses disabilitas"),
        lambda k: k.override == OverrideCode.DISABILITY,
    ),
    Rule(
        SpecialNeed.WHEELCHAIR,
        _("menurut asesmen"),
        lambda k: k.facts.get("wheelchair") is True,
    ),
    Rule(
        SpecialNeed.MENTAL_ILLNESS,
        _("SRQ-20 menunjukkan tanda gangguan jiwa"),
        lambda k: (k.facts.get("srq20") or 0) >= SRQ_CUT,
    ),
    Rule(
        SpecialNeed.OPIOID_MAINTENANCE,
        _("menurut skrining"),
        lambda k: k.facts.get("opioid_maintenance") is True,
    ),
    Rule(
        SpecialNeed.DETOX,
        _("usulan menyebut putus zat yang berbahaya"),
        lambda k: k.warned_of("W_DETOX_ALCOHOL", "W_DETOX_SEDATIVES"),
    ),
    *(Rule(need, _("syarat dari usulan"), _is_condition(need)) for need in SpecialNeed),
)


def needs_of(case: Case, *, today: date) -> Needs:
    known = _known(case, today)
    special = _those_that_hold(SPECIAL, known)
    return Needs(
        components=_those_that_hold(COMPONENTS, known),
        special=special,
        languages=spoken_in(case.client.regency.province_id),
        required=known.conditions | {need.code for need in special},
    )


def _those_that_hold(rules: tuple[Rule, ...], known: Known) -> tuple[Need, ...]:
    """Each need once, with the first reason for it."""
    found: dict[str, Need] = {}
    for rule in rules:
        if rule.holds(known):
            found.setdefault(rule.code, Need(rule.code, str(rule.code.label), str(rule.why)))
    return tuple(found.values())


def _known(case: Case, today: date) -> Known:
    client, found = case.client, known_of(case)
    return Known(
        age=client.age_on(today),
        sex=client.sex,
        base=case.base,
        has_no_work=found.facts.get("works_or_studies") is False
        or client.occupation.strip().casefold() in WITHOUT_WORK,
        facts=found.facts,
        codes=found.codes,
        conditions=found.conditions,
        override=found.override,
    )
