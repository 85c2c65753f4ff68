"""Where each role can go, in the order that the work has."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Place:
    label: str | Promise
    url_name: str
    icon: str
    on_phone: bool = True

    @property
    def namespace(self) -> str:
        return self.url_name.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Item:
    label: str | Promise
    url: str
    icon: str
    active: bool
    on_phone: bool


HOME = Place(_("Beranda"), "desk:home", "home")
CLIENTS = Place(_("Klien"), "clients:list", "users")
SCREENING = Place(_("Skrining"), "screening:list", "clipboard-list")
PLACEMENTS = Place(_("Penempatan"), "care:placements", "building-community", on_phone=False)
TASKS = Place(_("Tugas"), "clients:tasks", "list-check", on_phone=False)
CALENDAR = Place(_("Jadwal"), "care:schedule", "calendar")
GROUPS = Place(_("Kelompok"), "care:groups", "users-group", on_phone=False)
PARTNERS = Place(_("Kemitraan"), "partners:list", "certificate", on_phone=False)
REPORTS = Place(_("Laporan"), "reports:list", "report", on_phone=False)
EMERGENCY = Place(_("Akses darurat"), "clients:emergency", "lock", on_phone=False)
EMERGENCIES = Place(_("Akses darurat"), "clients:emergencies", "lock")
ACCESSES = Place(_("Riwayat akses"), "audit:accesses", "history")

# Places that share an app with another one: these pages are theirs, the app's others are not.
PAGES_APART: dict[Place, frozenset[str]] = {
    CALENDAR: frozenset({"care:schedule", "care:next_follow_up", "care:follow_up"}),
    TASKS: frozenset({"clients:tasks"}),
    GROUPS: frozenset(
        {
            "care:groups", "care:group", "care:group_new", "care:group_edit", "care:group_join",
            "care:group_meet", "care:meeting", "care:meeting_correct", "care:member",
            "care:member_step", "care:member_leave", "care:delivery_log",
        }
    ),
}  # fmt: skip
# Tabs of a client's file that other apps fill.
FILE_PAGES = frozenset({"screening:client", "care:client", "care:placement", "care:aftercare"})
FILE_PAGES |= {
    "care:deliveries", "care:delivery", "care:deliver_session", "care:deliver_visit",
    "care:deliver_aid", "care:deliver_training",
}  # fmt: skip
CASE_WORK = (HOME, CLIENTS, TASKS, SCREENING, PLACEMENTS, GROUPS, CALENDAR, PARTNERS, REPORTS)
PLACES_OF = {
    "social_worker": CASE_WORK,
    "supervisor": CASE_WORK,
    "balai_manager": CASE_WORK,
    "ipwl_staff": CASE_WORK,
    "ministry_admin": (HOME, PARTNERS, REPORTS, EMERGENCY),
    "auditor": (HOME, CLIENTS, ACCESSES, PARTNERS, REPORTS),
    "data_officer": (HOME, EMERGENCIES, ACCESSES),
}
ROOM_ON_PHONE = 5
# These find the accounts of others in the menu behind their own name.
KEEP_ACCOUNTS = frozenset({"ministry_admin", "balai_manager", "supervisor"})


def items_for(role: str, here: str) -> list[Item]:
    """`here` is the name of the page's address; empty on a page that no address leads to."""
    places = PLACES_OF.get(role, (HOME,))
    room_for_all = len(places) <= ROOM_ON_PHONE
    return [
        Item(place.label, url, place.icon, is_at(place, here), room_for_all or place.on_phone)
        for place in places
        if (url := address(place.url_name))
    ]


def is_at(place: Place, here: str) -> bool:
    if here in FILE_PAGES:
        return place is CLIENTS
    for apart, pages in PAGES_APART.items():
        if here in pages:
            return place is apart
    return place not in PAGES_APART and here.startswith(f"{place.namespace}:")


@lru_cache(maxsize=64)
def address(url_name: str) -> str:
    """The address behind a name, or "" for a page that this installation does not have."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
