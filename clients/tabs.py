"""The tabs of a client's file, each brought by the app whose page it is."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from clients.models import Case
from common.registry import Registry


def _everybody(_user: User, _case: Case) -> bool:
    """Whoever may open the file at all."""
    return True


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the file; its address takes the client's id."""

    key: str
    label: str | Promise
    url_name: str
    order: int
    may_see: Callable[[User, Case], bool] = _everybody


TABS: Registry[str, Tab] = Registry("tabs of the file", order=attrgetter("order"))


def register_tab(tab: Tab) -> None:
    TABS.add(tab.key, tab)


def tabs_for(user: User, case: Case, active: str) -> list[dict[str, Any]]:
    """The tabs that this person may open, as the tabs component takes them."""
    return [
        {
            "label": tab.label,
            "url": reverse(tab.url_name, args=[case.client_id]),
            "active": tab.key == active,
        }
        for tab in TABS.values()
        if tab.may_see(user, case)
    ]
