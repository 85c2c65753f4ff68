"""Template tags for what every page shows; cheap enough for table rows."""

import datetime as dt
from functools import lru_cache
from uuid import uuid4
from zoneinfo import ZoneInfo

from django import template
from django.db.models import Model
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from common import dates
from common.chips import PAGE
from common.listings import LISTINGS
from common.looks import LOOKS, label_of
from common.menu import LINKS
from common.small_cells import HIDDEN, Told


register = template.Library()

ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, css: str = "icon") -> SafeString:
    """A drawing beside a word; never the only carrier of a meaning."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        css,
        static("atensi/icons.svg"),
        name,
    )


@register.simple_tag
def badge(text: str, tone: str = "neutral", icon_name: str = "") -> SafeString:
    """A word with a tone ("neutral", "info", "success", "warning", "danger") and an icon."""
    return _badge(str(text), tone, icon_name)


@lru_cache(maxsize=1024)
def _badge(text: str, tone: str, icon_name: str) -> SafeString:
    drawing = icon(icon_name) if icon_name else ""
    return format_html('<span class="badge badge-{}">{}{}</span>', tone, drawing, text)


@register.simple_tag
def status_badge(row: Model) -> SafeString:
    """The status of a row, with the look that its app registered for it (common/looks.py)."""
    return badge_of(type(row), row.status)  # type: ignore[attr-defined]


def badge_of(model: type[Model], status: str) -> SafeString:
    return _status_badge(model, str(status), get_language())


@lru_cache(maxsize=512)
def _status_badge(model: type[Model], status: str, _language: str | None) -> SafeString:
    return badge(capfirst(label_of(model, status)), *LOOKS[model][status])


@register.simple_tag
def idempotency_key() -> SafeString:
    """New on every page: a corrected form is a new sending; the same page sent twice is one."""
    return format_html('<input type="hidden" name="idempotency_key" value="{}">', uuid4())


@register.filter
def initials(name: str) -> str:
    """ "Rian Saputra" -> "RS"."""
    return "".join(word[0] for word in str(name).split()[:2]).upper()


@register.filter
def dotted_initials(name: str) -> str:
    """ "Rian Saputra" -> "R.S."."""
    return "".join(f"{word[0]}." for word in str(name).split()[:2]).upper()


day = register.filter("day", dates.day)


@register.filter
def unbroken(text: str) -> str:
    """A short text that stays on one line, such as a date inside a sentence."""
    return str(text).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def moment(value: dt.datetime | None) -> str:
    """21 Nov 2026, 14.20 WIB."""
    if not value:
        return ""
    zone = timezone.get_current_timezone_name()
    local = value.astimezone(ZoneInfo(zone))
    return f"{dates.day(local)}, {local:%H.%M} {ZONE_NAMES.get(zone, zone)}"


@register.filter
def clock(value: dt.datetime | None) -> str:
    """14.20."""
    return f"{timezone.localtime(value):%H.%M}" if value else ""


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """The address of this page with some query parameters changed (None removes one)."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None:
            parameters.pop(name, None)
        else:
            parameters[name] = str(value)
    encoded = parameters.urlencode()
    return f"?{encoded}" if encoded else "?"


@register.inclusion_tag("shell/export.html", takes_context=True)
def export_button(context: template.Context, listing: str) -> dict[str, str]:
    """The way out of a list, with the questions of its address; nothing for whom the list is not."""
    request = context["request"]
    if not LISTINGS[listing].may(request.user):
        return {"url": ""}
    asked = request.GET.copy()
    asked.pop(PAGE, None)
    way = reverse(LINKS["export"].url_name, args=[listing])
    return {"url": f"{way}?{asked.urlencode()}".rstrip("?")}


@register.filter
def few(count: Told) -> Told | str:
    """A star for a figure that is hidden (common/small_cells.py)."""
    return HIDDEN if count is None else count
