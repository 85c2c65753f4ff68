"""The facts about a client that routing may use. All are optional; a missing fact is not used.

| key | type | meaning |
|---|---|---|
| red_flags | iterable of codes, or {code: bool} | signs raised in the interview, see `red_flags` |
| medical_results | {flag code: a word of MEDICAL_RESULTS} | what came of a medical flag; it no longer holds |
| protection_settled | bool | a leader signed that protection is settled |
| age | int 0-130 | age in full years on the day of screening |
| sex | "male", "female" | for the unit offered |
| pregnant | bool | asks for joint obstetric and addiction care |
| court_order | None or a base | the base that a court, prosecutor or TAT paper orders |
| order_by | "judge", "prosecutor", "tat" | who gave the order |
| order_months | int 0-60 | how long the order says; 0 when it says nothing |
| no_place_ordered | bool | the legal papers were read and name no place of care |
| detained | bool | in custody or prison today |
| other_open_case | bool | the same person has an open case elsewhere |
| possible_duplicate | bool | somebody with this number, or name and birth date, is registered twice |
| guardian_consent | bool | of a minor: a parent or guardian has consented |
| child_assent | bool | of a minor: the child itself agrees |
| legal_status | str | "none" or the stage of a legal process, from the case register |
| home_safe | bool | the worker judged the home safe |
| home_visited | bool | somebody of the service was there |
| homeless | bool | no fixed place to live |
| threat | bool | somebody outside the household threatens the client |
| active_user_in_household | bool | someone at home uses at present |
| family_support | a word of SUPPORT | what the family can give; "none" when there is no family |
| no_family | bool | the register knows no family |
| relapses_after_treatment | int >= 0 | relapses after earlier treatment |
| first_screening | bool | the first interview of this episode |
| previous_provider | bool | somebody else cared for the client before |
| days_since_exit | int >= 0 | days since the last care, prison or hospital ended |
| unplanned_end | bool | that end was a drop-out, a discharge for breach, or lost contact |
| drinking_stopped_suddenly | bool | daily alcohol or sedatives stopped all at once |
| severe_loss | bool | bereavement or another heavy loss within three months |
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
| tb_tested | bool | a long cough was tested and is not infectious |
| tb_treatment | bool | on tuberculosis medicine |
| hiv_art | bool | on antiretroviral medicine |
| chronic_disease | bool | regular medicine for another lasting illness |
| disability | bool, or a word of DISABILITIES | what care has to be adapted to |
| wheelchair | bool | needs rooms without steps |
| cares_for_infant | bool | breastfeeds, or a child under three comes along |
| gender_diverse | bool | does not want the unit of the sex in their papers |
| foreigner | bool | not an Indonesian national |
| language | bool | needs an interpreter |
| consent_refused | bool | the client, or a guardian, said no to care |
| wants | a base | where the client wishes to be cared for |

None counts as missing. Nothing here raises: what cannot be read is named in a warning. A fact of SAFETY
that cannot be read is never taken as harmless: since 2026.3 there is no base until it is read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from screening.engine.levels import BASES, Base


SEXES = ("male", "female")
SUPPORT = ("strong", "fair", "weak", "refuses", "violent", "none")
MEDICAL_RESULTS = ("cleared", "treatment", "admitted")
DISABILITIES = ("none", "physical", "sensory", "intellectual", "several")
STAGES = ("precontemplation", "contemplation", "preparation", "action", "maintenance", "relapse")
ORDERED_BY = ("judge", "prosecutor", "tat")
PATTERNS = ("experimental", "recreational", "situational", "habitual", "compulsive")


@dataclass(frozen=True, slots=True)
class Facts:
    """`denied` are the flags asked about and answered no."""

    red_flags: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    medical_results: Mapping[str, str] = field(default_factory=dict)
    protection_settled: bool | None = None
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
    no_place_ordered: bool | None = None
    detained: bool | None = None
    home_visited: bool | None = None
    homeless: bool | None = None
    threat: bool | None = None
    no_family: bool | None = None
    first_screening: bool | None = None
    previous_provider: bool | None = None
    days_since_exit: int | None = None
    unplanned_end: bool | None = None
    drinking_stopped_suddenly: bool | None = None
    severe_loss: bool | None = None
    tb_tested: bool | None = None
    tb_treatment: bool | None = None
    hiv_art: bool | None = None
    chronic_disease: bool | None = None
    disability: str | bool | None = None
    wheelchair: bool | None = None
    cares_for_infant: bool | None = None
    gender_diverse: bool | None = None
    foreigner: bool | None = None
    language: bool | None = None
    consent_refused: bool | None = None
    wants: Base | None = None


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


def _either(*checks: Check) -> Check:
    return lambda value: any(check(value) for check in checks)


def _results_by_flag(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(code, str) and _one_of(MEDICAL_RESULTS)(result) for code, result in value.items()
    )


CHECKS_UNTIL_2026_2: dict[str, Check] = {
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
    "family_support": _one_of(SUPPORT[:-1]),
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
SINCE_2026_3 = (
    *("protection_settled", "no_place_ordered", "detained", "home_visited", "homeless", "threat"),
    *("no_family", "first_screening", "previous_provider", "unplanned_end"),
    *("drinking_stopped_suddenly", "severe_loss", "tb_tested", "tb_treatment", "hiv_art"),
    *("chronic_disease", "wheelchair", "cares_for_infant", "gender_diverse", "foreigner"),
    *("language", "consent_refused"),
)
CHECKS: dict[str, Check] = {
    **CHECKS_UNTIL_2026_2,
    "medical_results": _results_by_flag,
    "family_support": _one_of(SUPPORT),
    **dict.fromkeys(SINCE_2026_3, _yes_no),
    "days_since_exit": _whole(0, 40000),
    "disability": _either(_yes_no, _one_of(DISABILITIES)),
    "wants": _one_of(BASES),
}
KEYS = ("red_flags", *CHECKS)
SAFETY = frozenset(
    {
        *("facts", "red_flags", "medical_results", "protection_settled", "age", "pregnant"),
        *("home_safe", "homeless", "active_user_in_household", "family_support", "threat"),
        *("injecting_days_per_month", "drinking_stopped_suddenly"),
        *("court_order", "legal_status", "detained"),
    }
)
"""Where a value that cannot be read may hide a danger or an order of a court."""


def read_facts(given: object, checks: Mapping[str, Check] = CHECKS) -> FactsRead:
    """The facts that a ruleset with these checks knows; every other key is unknown to it."""
    if given is None:
        return FactsRead(Facts())
    if not isinstance(given, Mapping):
        return FactsRead(Facts(), unusable=("facts",))
    keys = {"red_flags", *checks}
    known = {key: value for key, value in given.items() if key in keys and value is not None}
    flags, denied, flags_usable = _read_flags(known.pop("red_flags", ()))
    usable: dict[str, Any] = {key: value for key, value in known.items() if checks[key](value)}
    unusable = sorted(known.keys() - usable.keys()) + ([] if flags_usable else ["red_flags"])
    return FactsRead(
        facts=Facts(red_flags=flags, denied=denied, **usable),
        unknown=tuple(sorted(str(key) for key in given if key not in keys)),
        unusable=tuple(unusable),
    )


def _read_flags(given: object) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The codes raised, those denied, sorted, and whether all that was given could be read.

    What can be read is kept even beside what cannot: a danger must not be lost to a typing slip.
    """
    if isinstance(given, str):
        given = (given,)
    if isinstance(given, Mapping):
        readable = all(isinstance(answer, bool) for answer in given.values())
        codes, other = _split(code for code, answer in given.items() if answer is True)
        denied, _ = _split(code for code, answer in given.items() if answer is False)
        return codes, denied, readable and not other
    if not isinstance(given, Iterable):
        return (), (), False
    codes, other = _split(given)
    return codes, (), not other


def _split(items: Iterable[object]) -> tuple[tuple[str, ...], bool]:
    """The words among the items, and whether there was anything but words."""
    everything = list(items)
    words = {item for item in everything if isinstance(item, str) and item.strip()}
    return tuple(sorted(words)), any(not isinstance(item, str) for item in everything)
