"""What is known of a person's safety: for the pages, and for the routing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from accounts.models import User
from clients.models import Case, FamilyContact
from clients.selectors import family_of
from partners.enums import InstitutionKind
from partners.models import Institution
from safety.enums import Source
from safety.models import Concern, HomeJudgement, MedicalReferral


HOSPITALS_TO_CALL = 3
Row = TypeVar("Row", MedicalReferral, Concern)


def _of(case: Case, rows: Iterable[Row]) -> list[Row]:
    """With the case at hand whose client's key opens what is sealed in them."""
    found = list(rows)
    for row in found:
        row.case = case
    return found


def referrals_of(case: Case, user: User) -> list[MedicalReferral]:
    rows = MedicalReferral.objects.visible_to(user).filter(case=case)
    people = ("hospital", "opened_by", "result__recorded_by", "result__file")
    return _of(case, rows.select_related(*people).newest_first())


def open_referrals(case: Case) -> list[MedicalReferral]:
    return _of(case, MedicalReferral.objects.open().filter(case=case).order_by("due_at", "pk"))


def concerns_of(case: Case, user: User) -> list[Concern]:
    rows = Concern.objects.visible_to(user).filter(case=case)
    people = ("raised_by", "settled_by")
    found = rows.select_related(*people).prefetch_related("steps__taken_by").newest_first()
    return _of(case, found)


def open_concerns(case: Case) -> list[Concern]:
    return _of(case, Concern.objects.open().filter(case=case).order_by("pk"))


@dataclass(frozen=True, slots=True)
class Protection:
    open_dangers: list[str]
    is_settled: bool | None
    """None where nobody ever raised a concern; else whether a leader called every one of them settled."""


def protection_of(case: Case) -> Protection:
    rows = Concern.objects.filter(case=case).order_by("pk").values_list("what", "settled_at")
    ends = list(rows)
    open_dangers = [what for what, settled_at in ends if settled_at is None]
    return Protection(open_dangers, is_settled=not open_dangers if ends else None)


@dataclass(frozen=True, slots=True)
class HomeKnown:
    is_safe: bool | None
    was_judged: bool
    was_visited: bool


def home_of(case: Case) -> HomeKnown:
    """The newest judgement wins; but that nobody knows any more makes an unsafe home no better."""
    rows = HomeJudgement.objects.filter(case=case).newest_first()
    looks = list(rows.values_list("is_safe", "source"))
    known = [safe for safe, _source in looks if safe is not None]
    is_lost = bool(looks) and looks[0][0] is None and known[:1] == [True]
    return HomeKnown(
        is_safe=known[0] if known and not is_lost else None,
        was_judged=bool(looks),
        was_visited=any(source == Source.VISIT for _safe, source in looks),
    )


@dataclass(frozen=True, slots=True)
class Referred:
    waiting: list[str]
    """Signs without a clinician's word."""
    outcomes: dict[str, str]
    """Of each other sign what the clinician said last."""


def referred(case: Case) -> Referred:
    rows = MedicalReferral.objects.filter(case=case).select_related("result")
    found = _of(case, rows.order_by("result__recorded_at", "pk"))
    open_ones = [row for row in found if row.answer is None and case.is_open]
    waiting = [flag for row in open_ones for flag in row.sign_codes]
    said = {flag: row.answer.outcome for row in found if row.answer for flag in row.sign_codes}
    return Referred(waiting, {flag: word for flag, word in said.items() if flag not in waiting})


def settled_flags(case: Case, subject: str) -> frozenset[str]:
    """The signs of this subject that a clinician has looked at since."""
    rows = MedicalReferral.objects.filter(case=case, result__isnull=False).about(subject)
    return frozenset(flag for row in _of(case, rows) for flag in row.sign_codes)


@dataclass(frozen=True, slots=True)
class Telephone:
    name: str
    number: str


def hospitals() -> QuerySet[Institution]:
    return Institution.objects.active().filter(kind=InstitutionKind.HOSPITAL)


def hospitals_near(case: Case) -> QuerySet[Institution]:
    """Partners, those of the institution's own regency first, then of its province."""
    here = case.institution.regency
    rows = hospitals().select_related("regency").order_by("name", "pk")
    near = rows.annotate(
        here=_is(Q(regency_id=here.pk)), around=_is(Q(regency__province_id=here.province_id))
    )
    return near.order_by("-here", "-around", "name", "pk")


def _is(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=BooleanField())


def hospitals_to_call(case: Case) -> list[Telephone]:
    rows = hospitals_near(case).exclude(phone="")[:HOSPITALS_TO_CALL]
    return [Telephone(row.name, row.phone) for row in rows]


def family_to_call(case: Case) -> list[FamilyContact]:
    return [one for one in family_of(case) if one.phone and one.may_be_contacted]
