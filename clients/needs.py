"""What a place has to be ready for, as the client told it: language, papers, access, and where they feel safe.

Asked on the first day by whoever receives the person (the profile), and read when care is proposed. What nobody asked, or the client would not say, is no fact.
"""

from typing import Any

from clients.enums import Interpreter, Mobility, Nationality, Senses, UnitWish
from clients.models import Client


NEEDS = ("interpreter", "nationality", "mobility", "senses", "unit_wish")

TOLD: dict[str, dict[str, bool]] = {
    "interpreter": {
        Interpreter.NONE: False,
        Interpreter.REGIONAL: True,
        Interpreter.SIGN: True,
        Interpreter.FOREIGN: True,
    },
    "nationality": {
        Nationality.INDONESIAN: False,
        Nationality.FOREIGN: True,
        Nationality.STATELESS: True,
    },
    "mobility": {Mobility.STAIRS: False, Mobility.STEP_FREE: True},
    "senses": {Senses.NONE: False, Senses.HEARING: True, Senses.SIGHT: True, Senses.BOTH: True},
    "unit_wish": {UnitWish.AS_PAPERS: False, UnitWish.ANOTHER: True},
}
FACT_OF = {
    "interpreter": "language",
    "nationality": "foreigner",
    "mobility": "wheelchair",
    "unit_wish": "gender_diverse",
}
DISABILITY = {"mobility": "physical", "senses": "sensory"}


def facts_of_needs(client: Client, assessed: Any = None) -> dict[str, Any]:
    """`assessed` is the disability that an assessment found; neither of the two takes the other's word back."""
    told = {name: TOLD[name].get(getattr(client, name)) for name in NEEDS}
    facts: dict[str, Any] = {fact: told[name] for name, fact in FACT_OF.items()}
    return facts | {"disability": _disability(told, assessed)}


def _disability(told: dict[str, bool | None], assessed: Any) -> Any:
    kinds = {kind for name, kind in DISABILITY.items() if told[name]}
    if not kinds:
        return assessed if assessed is not None else _none(told)
    if isinstance(assessed, str) and assessed != "none":
        kinds.add(assessed)
    return "several" if len(kinds) > 1 else kinds.pop()


def _none(told: dict[str, bool | None]) -> str | None:
    """Both were asked and neither hinders; half an answer is none."""
    return "none" if all(told[name] is False for name in DISABILITY) else None
