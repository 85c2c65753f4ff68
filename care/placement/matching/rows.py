"""The one query behind the order: each institution with what the conditions and the order look at."""

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case as Switch,
    CharField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from care.models import Freeing
from care.placement.selectors.places import with_taken
from clients.ages import ADULT
from clients.enums import Sex
from clients.models import Case
from partners.enums import AgreementKind, AgreementStatus, ClientGroup, SpecialNeed
from partners.models import Agreement, Institution


SAME_REGENCY, SAME_PROVINCE, COVERED, ELSEWHERE = range(4)
SOON_FREE = timedelta(days=14)


def surveyed(case: Case, rows: QuerySet[Institution], *, today: date) -> QuerySet[Any]:
    """Add `taken`, `freeing` (within 14 days), `nearness` and how its agreements stand to each row.

    `agreement_until`: of those in force that are made for this client; `is_contracted`: one of them is a PKS;
    `has_agreement`: any in force; `agreement_left`: how the last one stands where none is.
    """
    own = Agreement.objects.filter(institution=OuterRef("pk"))
    valid = own.valid_on(today)
    covering = valid.covering(group_of(case, today))
    seen: QuerySet[Any] = with_taken(rows).annotate(
        freeing=_freeing(today),
        nearness=_nearness(case),
        agreement_until=Subquery(covering.order_by("-ends_on").values("ends_on")[:1]),
        is_contracted=Exists(covering.filter(kind=AgreementKind.PKS)),
        has_agreement=Exists(valid),
        agreement_left=Subquery(
            own.annotate(left=_how_it_stands(today))
            .order_by("-starts_on", "-pk")
            .values("left")[:1]
        ),
    )
    return seen.select_related("regency")


def free(row: Any) -> int:
    """Places that nobody holds today; none where more are held than there are."""
    return max(0, int(row.capacity - row.taken))


def free_soon(row: Any) -> int:
    return max(0, int(row.capacity - row.taken + row.freeing))


def serves(row: Any, need: str) -> bool:
    """An institution for women alone, or for children alone, is a unit of its own."""
    if need == SpecialNeed.WOMEN and row.takes_female and not row.takes_male:
        return True
    if need == SpecialNeed.CHILDREN and row.age_max < ADULT:
        return True
    return need in row.special_needs


def group_of(case: Case, today: date) -> ClientGroup:
    client = case.client
    if client.age_on(today) < ADULT:
        return ClientGroup.CHILDREN
    return ClientGroup.MEN if client.sex == Sex.MALE else ClientGroup.WOMEN


def _how_it_stands(today: date) -> Switch:
    """Read only where no agreement is in force."""
    return Switch(
        When(terminated_on__lte=today, then=Value(AgreementStatus.TERMINATED)),
        When(signed_on__isnull=True, then=Value(AgreementStatus.UNSIGNED)),
        When(ends_on__lt=today, then=Value(AgreementStatus.ENDED)),
        default=Value(AgreementStatus.UPCOMING),
        output_field=CharField(),
    )


def _freeing(today: date) -> Coalesce:
    ends = Freeing.objects.filter(
        institution_id=OuterRef("pk"), day__range=(today, today + SOON_FREE)
    )
    places = ends.order_by().values("institution_id").annotate(n=Sum("places")).values("n")
    return Coalesce(Subquery(places), 0, output_field=IntegerField())


def _nearness(case: Case) -> Switch:
    home = case.client.regency
    covers = Q(Exists(_covering("covers_regencies", regency_id=home.pk))) | Q(
        Exists(_covering("covers_provinces", province_id=home.province_id))
    )
    return Switch(
        When(regency_id=home.pk, then=Value(SAME_REGENCY)),
        When(regency__province_id=home.province_id, then=Value(SAME_PROVINCE)),
        When(covers, then=Value(COVERED)),
        default=Value(ELSEWHERE),
        output_field=IntegerField(),
    )


def _covering(relation: str, **area: str) -> QuerySet[Any]:
    through: Any = getattr(Institution, relation).through
    links: QuerySet[Any] = through.objects.filter(institution_id=OuterRef("pk"), **area)
    return links
