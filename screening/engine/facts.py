"""The facts about a client that routing may use. All are optional; a missing fact is not used.

| key | type | meaning |
|---|---|---|
| red_flags | iterable of codes, or {code: bool} | signs raised in the interview, see `red_flags` |
| age | int 0-130 | age in full years on the day of screening |
| sex | "male", "female" | for the unit offered |
| pregnant | bool | asks for joint obstetric and addiction care |
| court_order | None or a base | the base that a court, prosecutor or TAT paper orders |
| order_by | "judge", "prosecutor", "tat" | who gave the order |
| order_months | int 0-60 | how long the order says; 0 when it says nothing |
| other_open_case | bool | the same person has an open case elsewhere |
| possible_duplicate | bool | somebody with this number, or name and birth date, is registered twice |
| guardian_consent | bool | of a minor: a parent or guardian has consented |
| child_assent | bool | of a minor: the child itself agrees |
| legal_status | str | "none" or the stage of a legal process, from the case register |
| home_safe | bool | the worker judged the home safe |
| active_user_in_household | bool | someone at home uses at present |
| family_support | "strong", "fair", "weak", "refuses", "violent" | what the family can give |
| relapses_after_treatment | int >= 0 | relapses after earlier treatment |
| injecting_days_per_month | int 0-31 | average over the last three months |
| srq20 | int 0-20 | SRQ-20 score |
| asi_severity | int 0-9 | highest ASI severity of the psychiatric, family and legal domains |
| dsm_count | int 0-11 | DSM-5 criteria met |
| use_pattern | see PATTERNS | pattern of use, from light to heavy |
| stage_of_change | see STAGES | stage of change |
| case_conference_agreed | bool | a case conference agreed to lighter care |
| assessed | bool | the full assessment is done |
| works_or_studies | bool | there is work or school to protect |
| remote | bool | lives far from any institution |
| opioid_maintenance | bool | on methadone or buprenorphine as prescribed |

None counts as missing. Nothing here raises: what cannot be read is named in a warning.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from screening.engine.levels import BASES, Base


SEXES = ("male", "female")
SUPPORT = ("strong", "fair", "weak", "refuses", "violent")
STAGES = ("precontemplation", "contemplation", "preparation", "action", "maintenance", "relapse")
ORDERED_BY = ("judge", "prosecutor", "tat")
PATTERNS = ("experimental", "recreational", "situational", "habitual", "compulsive")


@dataclass(frozen=True, slots=True)
class Facts:
    red_flags: tuple[str, ...] = ()
    age: int | None = None
    sex: str | None = None
    pregnant: bool | None = None
    court_order: Base | None = None
    order_by: str | None = None
    order_months: int | None = None
    other_open_case: bool | None = None
    possible_duplicate: bool | None = None
    guardian_consent: bool | None = None
    child_assent: bool | None = None
    legal_status: str | None = None
    home_safe: bool | None = None
    active_user_in_household: bool | None = None
    family_support: str | None = None
    relapses_after_treatment: int | None = None
    injecting_days_per_month: int | None = None
    srq20: int | None = None
    asi_severity: int | None = None
    dsm_count: int | None = None
    use_pattern: str | None = None
    stage_of_change: str | None = None
    case_conference_agreed: bool | None = None
    assessed: bool | None = None
    works_or_studies: bool | None = None
    remote: bool | None = None
    opioid_maintenance: bool | None = None


@dataclass(frozen=True, slots=True)
class FactsRead:
    """The usable facts, and the names of those that were not."""

    facts: Facts
    unknown: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()


Check = Callable[[object], bool]


def _yes_no(value: object) -> bool:
    return isinstance(value, bool)


def _words(value: object) -> bool:
    return isinstance(value, str)


def _whole(low: int, high: int) -> Check:
    def check(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high

    return check


def _one_of(words: tuple[str, ...]) -> Check:
    def check(value: object) -> bool:
        return isinstance(value, str) and value in words

    return check


_CHECKS: dict[str, Check] = {
    "age": _whole(0, 130),
    "sex": _one_of(SEXES),
    "pregnant": _yes_no,
    "court_order": _one_of(BASES),
    "order_by": _one_of(ORDERED_BY),
    "order_months": _whole(0, 60),
    "other_open_case": _yes_no,
    "possible_duplicate": _yes_no,
    "guardian_consent": _yes_no,
    "child_assent": _yes_no,
    "legal_status": _words,
    "home_safe": _yes_no,
    "active_user_in_household": _yes_no,
    "family_support": _one_of(SUPPORT),
    "relapses_after_treatment": _whole(0, 1000),
    "injecting_days_per_month": _whole(0, 31),
    "srq20": _whole(0, 20),
    "asi_severity": _whole(0, 9),
    "dsm_count": _whole(0, 11),
    "use_pattern": _one_of(PATTERNS),
    "stage_of_change": _one_of(STAGES),
    "case_conference_agreed": _yes_no,
    "assessed": _yes_no,
    "works_or_studies": _yes_no,
    "remote": _yes_no,
    "opioid_maintenance": _yes_no,
}
KEYS = ("red_flags", *_CHECKS)


def read_facts(given: object) -> FactsRead:
    if given is None:
        return FactsRead(Facts())
    if not isinstance(given, Mapping):
        return FactsRead(Facts(), unusable=("facts",))
    known = {key: value for key, value in given.items() if key in KEYS and value is not None}
    flags, flags_usable = _read_flags(known.pop("red_flags", ()))
    usable: dict[str, Any] = {key: value for key, value in known.items() if _CHECKS[key](value)}
    unusable = sorted(known.keys() - usable.keys()) + ([] if flags_usable else ["red_flags"])
    return FactsRead(
        facts=Facts(red_flags=flags, **usable),
        unknown=tuple(sorted(str(key) for key in given if key not in KEYS)),
        unusable=tuple(unusable),
    )


def _read_flags(given: object) -> tuple[tuple[str, ...], bool]:
    """The codes raised, sorted, and whether all that was given could be read.

    What can be read is kept even beside what cannot: a danger must not be lost to a typing slip.
    """
    if isinstance(given, str):
        given = (given,)
    if isinstance(given, Mapping):
        readable = all(isinstance(answer, bool) for answer in given.values())
        codes, other = _split(code for code, answer in given.items() if answer is True)
        return codes, readable and not other
    if not isinstance(given, Iterable):
        return (), False
    codes, other = _split(given)
    return codes, not other


def _split(items: Iterable[object]) -> tuple[tuple[str, ...], bool]:
    """The words among the items, and whether there was anything but words."""
    everything = list(items)
    words = {item for item in everything if isinstance(item, str) and item.strip()}
    return tuple(sorted(words)), any(not isinstance(item, str) for item in everything)
