from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from accounts.models import User
from clients.filters import in_order, narrow
from clients.models import Case
from clients.naming.words import heard, words_of
from clients.permissions import can_list_clients
from clients.selectors import overview
from common.enums import ReadAction
from common.menu import PLACES, address
from common.models import ReadLog
from partners.filters import AgreementFilter, InstitutionFilter
from partners.models import Agreement, Institution


MOST = 5
RECENT = 8
# So many looks are gone through for the files that were opened last.
LOOKS = 60


@dataclass(frozen=True, slots=True)
class Cases:
    """The first of them, and how many there are."""

    ids: list[int]
    total: int


@dataclass(frozen=True, slots=True)
class PageOfSite:
    label: str
    url: str


def cases_of(user: User, words: str, now: datetime) -> Cases:
    if not can_list_clients(user):
        return Cases([], 0)
    asked = MultiValueDict({"cari": [words]})
    found, _chosen = narrow(overview(user, now).cases, asked, timezone.localdate(now))
    ids = list(in_order(found, "", words).values_list("pk", flat=True)[: MOST + 1])
    return Cases(ids[:MOST], len(ids) if len(ids) <= MOST else found.count())


def recent_cases(user: User) -> list[int]:
    """The newest case of the files that `user` opened last, the last one first."""
    if not can_list_clients(user):
        return []
    looks = ReadLog.objects.filter(user=user, action=ReadAction.OPEN).order_by("-pk")
    opened = chain.from_iterable(looks.values_list("client_ids", flat=True)[:LOOKS])
    clients = list(islice(dict.fromkeys(opened), RECENT))
    rows = Case.objects.visible_to(user).current().filter(client_id__in=clients)
    case_of = dict(rows.values_list("client_id", "pk"))
    return [case_of[client] for client in clients if client in case_of]


def institutions(words: str, now: datetime) -> list[Institution]:
    rows = Institution.objects.select_related("regency").order_by("-is_active", "name", "pk")
    asked = MultiValueDict({"cari": [words]})
    return list(InstitutionFilter(asked, rows, today=timezone.localdate(now)).qs[:MOST])


def agreements(words: str) -> list[Agreement]:
    rows = Agreement.objects.select_related("institution").order_by("-ends_on", "pk")
    return list(AgreementFilter(MultiValueDict({"cari": [words]}), rows).qs[:MOST])


def pages(user: User, words: str) -> list[PageOfSite]:
    """The places of one's menu that begin with each of the words."""
    asked = [heard(word) for word in words_of(words)]
    return [page for page in _pages_of(user) if asked and _says(page.label, asked)]


def _pages_of(user: User) -> Iterator[PageOfSite]:
    for place in PLACES.values():
        if user.role in place.roles:
            yield PageOfSite(str(place.label), address(place.url_name))


def _says(label: str, asked: list[str]) -> bool:
    said = [heard(word) for word in words_of(label)]
    return all(any(one.startswith(word) for one in said) for word in asked)
