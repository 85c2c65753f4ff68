"""What the interview asks about the substances a person struggles with: which, how, since when, how often.

The facts are those of the treatment demand indicator (EMCDDA, TDI standard protocol 3.0): main substance
and up to three beside it, route, age at first use, days of the last 30, injecting and sharing, treated
before. HIV and hepatitis tests are not asked: they would need a rule of their own on who reads them.

Kept in `substances`: `role`, `route`, `age`, `days` by substance, `other_name` in the person's words,
`injected_at` (age in years), `sharing`, `treated`.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from clients.ages import OLDEST
from common.faults import WHOLE, Fault, Faults
from screening.enums import Role, Route, Sharing, Treated
from screening.interview.asks import Ask, Choice, say
from screening.interview.drafts import Draft


MOST_BESIDE = 3
LAST_DAYS = 30
NOT_WEIGHED = "tobacco"
MAIN_KEYS = ("role", "other_name")
LASTING = ("other_name", "age", "injected_at", "treated")
"""What stays as it was told once: a re-screening shows it again, to be confirmed."""


@dataclass(frozen=True, slots=True)
class Problems:
    """The substances chosen: the main one, empty while nobody knows, and those beside it."""

    main: str
    beside: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (self.main, *self.beside) if self.main else self.beside


def problems_of(draft: Draft) -> Problems:
    """Of a single substance nobody asks whether it is the main one."""
    used = _used(draft)
    if len(used) == 1:
        return Problems(used[0], ())
    roles = draft.substances.get("role", {})
    main = [substance for substance in used if roles.get(substance) == Role.MAIN]
    beside = tuple(substance for substance in used if roles.get(substance) == Role.BESIDE)
    return Problems(main[0] if len(main) == 1 else "", beside)


def asks_of_main(draft: Draft) -> tuple[Ask, ...]:
    used = _used(draft)
    roles = tuple(_role(draft, substance) for substance in used) if len(used) > 1 else ()
    return (*roles, *(_other_name() if "other" in used else ()))


def asks_of_use(draft: Draft) -> tuple[Ask, ...]:
    """For each substance chosen, then once about injecting and treatment."""
    chosen = problems_of(draft).all
    rows = tuple(ask for substance in chosen for ask in _details(draft, substance))
    if not rows:
        return ()
    return (*rows, *(_injecting(draft) if _has_injected(draft) else ()), _treated())


def faults_of_main(draft: Draft) -> Faults:
    roles = [draft.substances.get("role", {}).get(code) for code in _used(draft)]
    if len(roles) < 2:
        return {}
    if roles.count(Role.MAIN) != 1:
        return {WHOLE: Fault(_("Pilih tepat satu zat utama."), "one_main")}
    if roles.count(Role.BESIDE) > MOST_BESIDE:
        return {WHOLE: Fault(_("Selain zat utama, pilih paling banyak tiga zat."), "too_many")}
    return {}


def faults_of_use(draft: Draft) -> Faults:
    if _has_injected(draft):
        return {}
    routes = draft.substances.get("route", {})
    sentence = _("Bertentangan dengan jawaban tentang penyuntikan: klien tidak pernah menyuntik.")
    fault = Fault(sentence, "never_injected")
    chosen = problems_of(draft).all
    return {f"route-{code}": fault for code in chosen if routes.get(code) == Route.INJECT}


def names_of(draft: Draft) -> dict[str, str]:
    """How each substance is called here; the other one by the name that the person gave it."""
    names = {one.code: say(one.label) for one in draft.instrument.substances}
    if other := draft.substances.get("other_name"):
        names["other"] = f"{names['other']}: {other}"
    return names


def _used(draft: Draft) -> tuple[str, ...]:
    """Ever used, but for tobacco."""
    ever: dict[str, Any] = draft.answers.get("q1", {})
    order = (one.code for one in draft.instrument.substances)
    return tuple(code for code in order if ever.get(code) is True and code != NOT_WEIGHED)


def _used_lately(draft: Draft, substance: str) -> bool:
    return bool(draft.answers.get("q2", {}).get(substance) != "never")


def _has_injected(draft: Draft) -> bool:
    return draft.answers.get("q8") in ("past_3_months", "earlier")


def _role(draft: Draft, substance: str) -> Ask:
    path = ("substances", "role", substance)
    return Ask(path, names_of(draft)[substance], choices=_choices(Role))


def _other_name() -> tuple[Ask, ...]:
    return (
        Ask(
            ("substances", "other_name"),
            _("Zat lain apa yang dipakai?"),
            _("Tulis namanya, misalnya tembakau gorila atau kratom. Tersimpan tersandi."),
            longest=80,
        ),
    )


def _details(draft: Draft, substance: str) -> tuple[Ask, ...]:
    name = names_of(draft)[substance]
    days = Ask(
        ("substances", "days", substance),
        _("%(name)s: berapa hari dipakai dalam 30 hari terakhir?") % {"name": name},
        _("Isi 0 bila tidak memakai."),
        group=name,
        highest=LAST_DAYS,
    )
    return (
        Ask(
            ("substances", "age", substance),
            _("%(name)s: usia pertama kali memakai (tahun)") % {"name": name},
            group=name,
            lowest=1,
            highest=_age(draft),
        ),
        *((days,) if _used_lately(draft, substance) else ()),
        Ask(
            ("substances", "route", substance),
            _("%(name)s: cara memakai yang paling sering") % {"name": name},
            group=name,
            choices=_choices(Route),
        ),
    )


def _injecting(draft: Draft) -> tuple[Ask, ...]:
    group = _("Penyuntikan dan perawatan")
    return (
        Ask(
            ("substances", "injected_at"),
            _("Usia pertama kali menyuntik (tahun)"),
            group=group,
            lowest=1,
            highest=_age(draft),
        ),
        Ask(
            ("substances", "sharing"),
            _("Pernahkah memakai jarum atau alat suntik bersama orang lain?"),
            group=group,
            choices=_choices(Sharing),
        ),
    )


def _treated() -> Ask:
    return Ask(
        ("substances", "treated"),
        _("Pernahkah klien dirawat atau direhabilitasi karena zat sebelum ini?"),
        group=_("Penyuntikan dan perawatan"),
        choices=_choices(Treated),
    )


def _choices(kinds: type[TextChoices]) -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, kind.value, str(kind.label)) for kind in kinds)


def _age(draft: Draft) -> int:
    return OLDEST if draft.age is None else draft.age
