"""When two people may be one: the rule by which a list is searched, with the day of birth and the numbers beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Q, TextChoices, When
from django.utils.translation import gettext_lazy as _

from clients.models import FamilyContact
from clients.naming import days
from clients.naming.keys import near_any
from clients.naming.likeness import likeness
from common.access import one_of
from common.sealed import index_of


# The nearer the day, the less the name has to say.
ON_THE_SAME_DAY, ON_A_NEAR_DAY = 0.6, 0.8
# Of a whole country no more are compared, the surest first.
MOST_COMPARED = 200
NOBODY = Q(pk__in=())


class Sign(TextChoices):
    """Why somebody is taken for the same person, the surest first."""

    NIK = "nik", _("NIK sama")
    PHONE = "phone", _("nomor telepon sama")
    FAMILY_PHONE = "family_phone", _("nomor telepon keluarga sama")
    SAME_DAY = "same_day", _("nama mirip, tanggal lahir sama")
    NEAR_DAY = "near_day", _("nama mirip, tanggal lahir berdekatan")


@dataclass(frozen=True, slots=True)
class Sought:
    """A person as they are told of at the door."""

    name: str
    birth_date: date
    nik: str = ""
    phone: str = ""
    birth_date_estimated: bool = False

    def in_question(self, family: Iterable[int] = ()) -> Q:
        """Among whom the same person is; `family`: whose relatives have this telephone."""
        asked = near_any(self.name)
        found = Q(self._about_the_day(), keys_index__found=asked) if asked else NOBODY
        return found | self._by_number(family)

    def surest_first(self, family: Iterable[int] = ()) -> Case:
        """Among those in question whoever has the number, then whoever was born on the day."""
        return Case(
            When(self._by_number(family), then=0),
            When(birth_date=self.birth_date, then=1),
            default=2,
        )

    def _by_number(self, family: Iterable[int]) -> Q:
        found = NOBODY
        if nik := index_of("nik", self.nik):
            found |= Q(nik_index=nik)
        if phone := index_of("tel", self.phone):
            found |= Q(phone_index=phone) | Q(one_of("pk", list(family)))
        return found

    def _about_the_day(self) -> Q:
        about = days.years_about(self.birth_date)
        if self.birth_date_estimated or days.looks_estimated(self.birth_date):
            return Q(birth_date__range=about)
        estimates = days.estimates_about(self.birth_date)
        known = Q(birth_date__in=days.near(self.birth_date) | estimates)
        return known | Q(birth_date_estimated=True, birth_date__range=about)


@dataclass(frozen=True, slots=True)
class Known:
    """Of a person who is registered, what they are compared by; `family` has the telephone that is sought."""

    name: str
    birth_date: date
    birth_date_estimated: bool
    nik_index: str
    phone_index: str
    family: bool = False

    @classmethod
    def of(cls, row: Any, family: Iterable[int] = ()) -> "Known":
        return cls(
            row.name,
            row.birth_date,
            row.birth_date_estimated,
            row.nik_index,
            row.phone_index,
            row.pk in family,
        )


@dataclass(frozen=True, slots=True)
class Match:
    """None of the signs: another person."""

    signs: list[Sign] = field(default_factory=list)
    worth: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.signs)


def match(sought: Sought, known: Known) -> Match:
    alike = likeness(sought.name, known.name)
    estimated = sought.birth_date_estimated or known.birth_date_estimated
    is_near = days.are_near(sought.birth_date, known.birth_date, estimated=estimated)
    is_same = sought.birth_date == known.birth_date
    nik, phone = index_of("nik", sought.nik), index_of("tel", sought.phone)
    told = {
        Sign.NIK: bool(nik) and known.nik_index == nik,
        Sign.PHONE: bool(phone) and known.phone_index == phone,
        Sign.FAMILY_PHONE: known.family,
        Sign.SAME_DAY: is_same and alike >= ON_THE_SAME_DAY,
        Sign.NEAR_DAY: not is_same and is_near and alike >= ON_A_NEAR_DAY,
    }
    signs = [sign for sign, is_so in told.items() if is_so]
    surest = len(Sign) - list(Sign).index(signs[0]) if signs else 0
    return Match(signs, surest + alike)


def with_family_phone(phone: str) -> list[int]:
    """Whose relatives have this telephone, as far as the scope sees them."""
    index = index_of("tel", phone)
    if not index:
        return []
    rows = FamilyContact.objects.filter(phone_index=index)
    return list(rows.order_by().values_list("client_id", flat=True))
