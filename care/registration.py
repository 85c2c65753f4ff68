"""What care brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from care.looks import CARE_LOOKS
from common.looks import LOOKS
from common.menu import Place, register_pages, register_place


# These do the work of a group, from its list to one member's step.
GROUP_PAGES = (
    "care:groups",
    "care:group",
    "care:group_new",
    "care:group_edit",
    "care:group_join",
    "care:group_meet",
    "care:meeting",
    "care:meeting_correct",
    "care:member",
    "care:member_step",
    "care:member_leave",
    "care:delivery_log",
)
FILE_PAGES = (
    "care:client",
    "care:placement",
    "care:aftercare",
    "care:deliveries",
    "care:delivery",
    "care:deliver_session",
    "care:deliver_visit",
    "care:deliver_aid",
    "care:deliver_training",
)


def register() -> None:
    _register_places()
    for model, looks in CARE_LOOKS.items():
        LOOKS.add(model, looks)


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    placements = Place(
        _("Penempatan"), "care:placements", "building-community", 50, roles, on_phone=False
    )
    groups = Place(_("Kelompok"), "care:groups", "users-group", 60, roles, on_phone=False)
    calendar = Place(_("Jadwal"), "care:schedule", "calendar", 70, roles)
    register_place(placements)
    register_place(groups, *GROUP_PAGES)
    register_place(calendar, "care:schedule", "care:next_follow_up", "care:follow_up")
    register_pages("clients:list", *FILE_PAGES)
