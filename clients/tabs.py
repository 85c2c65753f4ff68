"""The tabs of a client's file. Names of pages, not imports: some stand in apps further left."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from clients.models import Case
from clients.permissions import can_see_access_log


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    label: Any
    url_name: str


TABS = (
    Tab("timeline", _("Linimasa"), "clients:file"),
    Tab("profile", _("Profil"), "clients:profile"),
    Tab("screening", _("Skrining"), "screening:client"),
    Tab("care", _("Penempatan"), "care:client"),
    Tab("plan", _("Rencana layanan"), "care:plan"),
    Tab("delivery", _("Pelaksanaan"), "care:deliveries"),
    Tab("aftercare", _("Pascalayanan"), "care:aftercare"),
)
ACCESS = Tab("access", _("Riwayat akses"), "clients:access")
CHANGES = Tab("changes", _("Riwayat perubahan"), "clients:changes")


def tabs_for(user: User, case: Case, active: str) -> list[dict[str, Any]]:
    """The tabs that this person may open, as the tabs component takes them."""
    tabs = (*TABS, ACCESS, CHANGES) if can_see_access_log(user, case) else TABS
    return [
        {
            "label": tab.label,
            "url": reverse(tab.url_name, args=[case.client_id]),
            "active": tab.key == active,
        }
        for tab in tabs
    ]
