"""The badges that say risk, stage and lateness the same way on every page.

Made once for each value and language: lists print hundreds of them.
"""

from functools import lru_cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _, ngettext

from accounts.enums import Role
from atensi.common.models import ReadLog
from atensi.common.templatetags.ui import badge
from clients.enums import CaseStatus, Risk


register = template.Library()

RISK_LOOKS = {
    Risk.LOW: ("success", "circle-check"),
    Risk.MODERATE: ("warning", "alert-triangle"),
    Risk.HIGH: ("danger", "alert-octagon"),
    "": ("neutral", "help-octagon"),
}


@register.simple_tag
def risk_badge(risk: str) -> SafeString:
    return _risk_badge(risk, get_language())


@register.simple_tag
def stage_badge(status: str) -> SafeString:
    return _stage_badge(status, get_language())


@register.simple_tag
def overdue_badge(days: int) -> SafeString:
    return _overdue_badge(days, get_language())


@register.inclusion_tag("clients/_reader.html")
def reader(entry: ReadLog) -> dict[str, object]:
    """Who looked, in the role they had then."""
    role = Role(entry.role).label if entry.role else entry.user.get_role_display()
    return {"name": entry.user.name, "role": role, "institution": entry.user.institution}


@lru_cache(maxsize=16)
def _risk_badge(risk: str, _language: str | None) -> SafeString:
    tone, icon = RISK_LOOKS[risk]
    return badge(str(Risk(risk).label) if risk else _("Belum dinilai"), tone, icon)


@lru_cache(maxsize=32)
def _stage_badge(status: str, _language: str | None) -> SafeString:
    text = _("Tahap: %(stage)s") % {"stage": CaseStatus(status).label}
    return badge(text, "info", "route")


@lru_cache(maxsize=512)
def _overdue_badge(days: int, _language: str | None) -> SafeString:
    text = ngettext("Lewat %(days)d hari", "Lewat %(days)d hari", days) % {"days": days}
    return badge(text, "danger", "clock")
