"""Who waits for a place, at which position, and who is to be told that one is free."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case as Switch,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from accounts.models import User
from care.enums import PlacementStatus, WaitingStatus
from care.models import Placement, Taken, Transfer, WaitingEntry, WaitingPlace
from care.placement.matching.conditions import Sought, suits
from care.placement.matching.needs import needs_of
from care.placement.selectors.tried import tried_since
from care.placement.services.fitting import KINDS
from clients.enums import CaseStatus, TaskStatus
from clients.models import Case, CaseTask, Client
from clients.models.visibility import without_emergencies
from partners.models import Institution


REST = timedelta(days=7)
Offer = tuple[WaitingEntry, Institution]


def entries(user: User) -> QuerySet[WaitingEntry]:
    """In the order in which places come to them."""
    rows = without_emergencies(WaitingEntry.objects.visible_to(user), user, "case__client_id")
    rows = rows.in_queue()
    return rows.select_related(
        "case__client",
        "case__institution",
        "institution",
        "province",
        "offered_institution",
        "place",
    ).first_come()


def waiting_for(institution: Institution) -> int:
    """How many in the whole country; who they are is told to nobody here."""
    return WaitingPlace.objects.filter(institution=institution).count()


def left_behind() -> QuerySet[WaitingEntry]:
    """In a queue, though the case waits for no place any more."""
    rows = WaitingEntry.objects.exclude(status=WaitingStatus.LEFT).select_related("case")
    return rows.exclude(case__status=CaseStatus.PLACEMENT)


def offers_over_on(day: date) -> QuerySet[WaitingEntry]:
    rows = WaitingEntry.objects.filter(status=WaitingStatus.OFFERED, offer_ends_on__lt=day)
    return rows.select_related("case")


def places_to_look_at() -> QuerySet[Case]:
    """Cases with a place asked for or kept, and those where one was told of as unfit."""
    asked = (PlacementStatus.REQUESTED, PlacementStatus.ACCEPTED)
    of_case = {"case": OuterRef("pk")}
    kept = Placement.objects.filter(status__in=asked, institution__isnull=False, **of_case)
    moving = Transfer.objects.open().filter(institution__isnull=False, **of_case)
    told = CaseTask.objects.filter(kind__in=KINDS, status=TaskStatus.OPEN, **of_case)
    return Case.objects.filter(Exists(kept) | Exists(moving) | Exists(told))


def next_offers(*, today: date) -> list[Offer]:
    """For every free place that nobody has been told of: the first in the queue whom it fits."""
    offers: list[Offer] = []
    waiting = list(_to_be_told(today))
    free = _free_places() if waiting else Counter()
    for entry in waiting:
        place = _place_for(entry, free, today) if free else None
        if place is not None:
            offers.append((entry, place))
            free = +Counter({**free, place.pk: free[place.pk] - 1})
    return offers


def _free_places() -> Counter[int]:
    """Free now, less those that somebody has been told of; only institutions with some."""
    rows = _with_free(Institution.objects.active()).filter(free__gt=0)
    free = Counter(dict(rows.values_list("pk", "free")))
    told = WaitingEntry.objects.filter(status=WaitingStatus.OFFERED).in_queue()
    return free - Counter(told.values_list("offered_institution_id", flat=True))


def _to_be_told(today: date) -> QuerySet[WaitingEntry]:
    """Not those who have asked somewhere, nor, for a week, those who let a place go by."""
    asked = Placement.objects.open().filter(case=OuterRef("case"))
    rested = Q(queued_at=F("entered_at")) | Q(queued_at__date__lte=today - REST)
    rows = WaitingEntry.objects.filter(rested, status=WaitingStatus.WAITING).in_queue()
    rows = rows.exclude(Exists(asked)).select_related("case__client__regency", "institution")
    return rows.first_come()


def _place_for(entry: WaitingEntry, free: Counter[int], today: date) -> Any:
    """The nearest that fits; whoever has refused this person since they wait is not asked again."""
    if entry.institution_id is not None and entry.institution_id not in free:
        return None
    rows = _that_take(entry.case, today).filter(pk__in=free)
    rows = rows.exclude(pk__in=tried_since(entry.case, entry.entered_at))
    if entry.institution_id is not None:
        rows = rows.filter(pk=entry.institution_id)
    if entry.province_id is not None:
        rows = rows.filter(regency__province_id=entry.province_id)
    return _nearest_first(rows, entry.case.client).first()


def _nearest_first(rows: QuerySet[Institution], client: Client) -> QuerySet[Institution]:
    nearness = Switch(
        When(regency_id=client.regency_id, then=Value(0)),
        When(regency__province_id=client.regency.province_id, then=Value(1)),
        default=Value(2),
    )
    return rows.order_by(nearness, "name", "pk")


def full_places(case: Case, *, today: date) -> QuerySet[Institution]:
    """Those that would take this person and have no place today."""
    rows = _with_free(_that_take(case, today)).filter(free__lte=0)
    return _nearest_first(rows, case.client)


def _that_take(case: Case, today: date) -> QuerySet[Institution]:
    client = case.client
    rows = Institution.objects.may_be_offered(
        base=case.base, sex=client.sex, age=client.age_on(today), on=today
    )
    sought = Sought(case, needs_of(case, today=today), today)
    return rows.filter(pk__in=[row.pk for row in rows if suits(row, sought)])


def _with_free(institutions: QuerySet[Institution]) -> QuerySet[Any]:
    """Today; one that is about to become free is asked for by hand, and not told of before."""
    sums = Taken.objects.filter(institution=OuterRef("pk")).values("taken")
    taken = Coalesce(Subquery(sums), 0, output_field=IntegerField())
    return institutions.annotate(free=F("capacity") - taken)
