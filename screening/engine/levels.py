"""The three risk classes and the three care bases, in order from light to heavy.

Low to family is the ministry's own word (RRI, 16-11-2020); moderate to LKS/IPWL and high to balai is
this product's default, kept in one table so that it can change with a ruleset.
"""

from collections.abc import Iterable
from typing import Literal, TypeGuard

from screening.engine.texts import Text


Risk = Literal["low", "moderate", "high"]
Base = Literal["family", "institution", "balai"]

RISKS: tuple[Risk, ...] = ("low", "moderate", "high")
BASES: tuple[Base, ...] = ("family", "institution", "balai")
BASE_OF: dict[Risk, Base] = dict(zip(RISKS, BASES, strict=True))

RISK_LABELS: dict[Risk, Text] = {
    "low": Text("rendah", "low"),
    "moderate": Text("sedang", "moderate"),
    "high": Text("tinggi", "high"),
}
BASE_LABELS: dict[Base, Text] = {
    "family": Text("layanan berbasis keluarga", "family-based care"),
    "institution": Text("LKS/IPWL", "a social-welfare institution (LKS/IPWL)"),
    "balai": Text("balai/sentra", "a residential centre (balai/sentra)"),
}


def is_risk(value: object) -> TypeGuard[Risk]:
    return isinstance(value, str) and value in RISKS


def worst(risks: Iterable[Risk]) -> Risk:
    return max(risks, key=RISKS.index, default="low")


def distance(risks: Iterable[Risk]) -> int:
    """How many classes lie between the lightest and the heaviest."""
    places = [RISKS.index(risk) for risk in risks]
    return max(places) - min(places) if places else 0


def one_up(risk: Risk) -> Risk:
    return RISKS[min(RISKS.index(risk) + 1, len(RISKS) - 1)]


def one_down(risk: Risk) -> Risk:
    return RISKS[max(RISKS.index(risk) - 1, 0)]
