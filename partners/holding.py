"""What still hangs on an institution that is to be let go: counted by the apps above, each for its own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from common.registry import Registry
from partners.models import Institution


if TYPE_CHECKING:
    from django.utils.functional import Promise

Count = Callable[[Institution], "Mapping[str | Promise, int]"]
HELD: Registry[str, Count] = Registry("what hangs on an institution")


def held(institution: Institution) -> "dict[str | Promise, int]":
    """How many of what, by what people call them."""
    return {label: n for count in HELD.values() for label, n in count(institution).items()}


def in_words(counts: "Mapping[str | Promise, int]") -> str:
    return ", ".join(f"{label}: {n}" for label, n in counts.items())
