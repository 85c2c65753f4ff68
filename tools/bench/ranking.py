"""How long the order of 500 institutions takes for one case, inside the fence, as a page asks for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from statistics import median
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Value

from accounts.scopes import scope_of
from care.models import HOLDS_A_PLACE, Placement
from care.placement.matching import ranking
from clients.enums import CaseStatus, Sex
from clients.models import Case
from common.scope import acting
from partners.enums import AgreementKind, CareBase, Component, InstitutionKind
from partners.models import Agreement, Institution
from regions.languages import Language
from regions.models import Regency


INSTITUTIONS = 500
FULL = 60  # places; the clients of the bench are spread over the institutions
TIMES = 60
SHOWN = 12  # as on the page


@dataclass(frozen=True, slots=True)
class Cost:
    institutions: int
    candidates: int
    queries: int
    order_ms: float
    of_queries_ms: float
    slowest_ms: float
    sentences_ms: float


def cost(today: date) -> Cost:
    """In a transaction that is taken back, so that nothing else is measured with these institutions."""
    asking = Case.objects.filter(status=CaseStatus.PLACEMENT, base=CareBase.BALAI)
    case = asking.filter(client__sex=Sex.MALE).earliest("pk")  # half of them take no women
    with transaction.atomic():
        _found(today)
        found = _measured(case, today)
        transaction.set_rollback(True)
    return found


def line(found: Cost) -> str:
    return (
        f"ranking: {found.institutions} institutions, {found.candidates} candidates, {found.queries} queries: "
        f"median {found.order_ms:.1f} ms ({found.of_queries_ms:.1f} of them in queries), slowest of {TIMES} "
        f"{found.slowest_ms:.1f} ms; sentences of the first {SHOWN} {found.sentences_ms:.1f} ms more"
    )


def _found(today: date) -> None:
    Institution.objects.update(is_active=False)
    regencies = cycle(Regency.objects.order_by("code"))
    made = Institution.objects.bulk_create(
        Institution(
            name=f"Sentra Bench {number}",
            kind=InstitutionKind.BALAI,
            regency=next(regencies),
            capacity=FULL,
            age_min=12 + number % 10,
            takes_female=number % 2 == 0,
            components=list(Component)[: 4 + number % 12],
            languages=list(Language)[number % 20 : number % 20 + 3],
            social_workers=number % 9,
            counsellors=number % 7,
        )
        for number in range(INSTITUTIONS)
    )
    Agreement.objects.bulk_create(
        Agreement(
            kind=AgreementKind.PKS,
            number=f"BENCH/{each.pk}",
            title="Bench",
            institution=each,
            first_party="Bench",
            scope="Bench",
            signed_on=today - timedelta(days=300),
            starts_on=today - timedelta(days=300),
            ends_on=today + timedelta(days=20 + each.pk % 400),
        )
        for each in made
    )
    somewhere = Value(made[0].pk) + F("pk") % Value(INSTITUTIONS)
    held = Placement.objects.filter(status__in=HOLDS_A_PLACE, institution__isnull=False)
    held.update(institution_id=somewhere)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE partners_institution, partners_agreement, care_placement")


def _measured(case: Case, today: date) -> Cost:
    whole, asking, saying = [], [], []
    with acting(scope_of(case.lead_worker)):
        case = Case.objects.select_related("client__regency").get(pk=case.pk)
        for _time in range(TIMES):
            with _timed_queries() as spent:
                begun = time.perf_counter()
                survey = ranking.survey(case, today=today)
                whole.append(_ms_since(begun))
            asking.append(sum(spent))
            begun = time.perf_counter()
            for each in survey.candidates[:SHOWN]:
                _told = each.fits, each.cautions, each.standing
            saying.append(_ms_since(begun))
    return Cost(
        institutions=INSTITUTIONS,
        candidates=len(survey.candidates),
        queries=len(spent),
        order_ms=median(whole),
        of_queries_ms=median(asking),
        slowest_ms=max(whole),
        sentences_ms=median(saying),
    )


@contextmanager
def _timed_queries() -> Iterator[list[float]]:
    spent: list[float] = []

    def timed(execute: Any, *given: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(*given)
        finally:
            spent.append(_ms_since(begun))

    with connection.execute_wrapper(timed):
        yield spent


def _ms_since(begun: float) -> float:
    return 1000 * (time.perf_counter() - begun)
