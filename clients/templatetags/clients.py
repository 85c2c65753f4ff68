"""Badges that say risk, stage and lateness the same way on every page, and the way to delicate facts.

Badges are made once for each value and language: lists print hundreds of them.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _, gettext_lazy as _lazy, ngettext

from accounts.enums import Role
from clients import due as due_
from clients.enums import CaseStatus, Risk
from clients.field_rules import Field, Rule
from clients.models import Case, CaseEvent, Client, Wait
from clients.models.case import awaits_decision
from clients.showing import field_of_note, rule_of, under
from clients.waits import Words, label_of, page_of, red_of
from clients.work import BEGINNINGS
from common.dates import day
from common.models import ReadLog
from common.templatetags.ui import badge, icon


register = template.Library()

RISK_LOOKS = {
    Risk.LOW: ("success", "circle-check"),
    Risk.MODERATE: ("warning", "alert-triangle"),
    Risk.HIGH: ("danger", "alert-octagon"),
    "": ("neutral", "help-octagon"),
}

RISK_WORDS: dict[str, Words] = {
    Risk.LOW: _lazy("rendah"),
    Risk.MODERATE: _lazy("sedang"),
    Risk.HIGH: _lazy("tinggi"),
}


@register.simple_tag
def risk_badge(risk: str) -> SafeString:
    return _risk_badge(risk, get_language())


@register.simple_tag
def case_risk(case: Case, *, at_head: bool = False) -> SafeString:
    """The risk of a case wherever it is shown: the newest found, what was decided before it, and whether anybody has."""
    waits = _("menunggu keputusan") if at_head else _("belum diputuskan")
    told = waits if case.awaits_decision else ""
    return _case_risk(case.risk, case.found_risk, told, get_language())


def risk_of(status: str, risk: str, found: str, undecided: bool) -> SafeString:  # noqa: FBT001  a row of a list
    """`case_risk` of a list's columns."""
    waits = _("belum diputuskan") if awaits_decision(status, undecided=undecided) else ""
    return _case_risk(risk, found, waits, get_language())


@register.simple_tag
def stage_badge(status: str) -> SafeString:
    return _stage_badge(status, get_language())


@register.simple_tag
def overdue_badge(days: int) -> SafeString:
    return _overdue_badge(days, get_language())


@register.simple_tag
def wait_label(wait: Wait) -> Words:
    return label_of(wait)


@register.simple_tag
def wait_page(wait: Wait) -> str:
    return page_of(wait)


@register.simple_tag
def red_words(wait: Wait) -> Words:
    """What stands in red above the file, "" where nothing does."""
    return red_of(wait)


@register.simple_tag
def due_of(wait: Wait, today: date) -> SafeString | str:
    due = due_.due_of(wait, today)
    return badge(due.text, due.tone, due.icon) if due else ""


@register.inclusion_tag("clients/_reader.html")
def reader(entry: ReadLog) -> dict[str, object]:
    """Who looked, in the role they had then."""
    role = Role(entry.role).label if entry.role else entry.user.get_role_display()
    return {"name": entry.user.name, "role": role, "institution": entry.user.institution}


@register.simple_tag
def beginning_url(what: str, case_id: int) -> str:
    """Where something begins that an app above brings."""
    return reverse(BEGINNINGS[what], args=[case_id])


@register.simple_tag(takes_context=True)
def shown(context: Context, client: Client, field: str, value: object = None) -> "Shown":
    """A delicate fact, as far as whoever asks may see it: `{% shown client "phone" %}`.

    What is not a column of the client is given: `{% shown client "family" contact.phone %}`; one link for
    all of it is `{% reveal client "family" %}`. Nothing else prints these facts (a test reads the templates).
    """
    rule = rule_of(context["request"].user, client, field)
    if value is not None:
        return Shown(rule, field, under(rule, field, value))
    found = getattr(client, field)
    text = under(rule, field, day(found) if isinstance(found, date) else found)
    return Shown(rule, field, text, _link(client, field) if rule.is_masked and text else "")


@register.simple_tag(takes_context=True)
def shown_note(context: Context, event: CaseEvent, client: Client) -> "Shown":
    field = field_of_note(event)
    rule = rule_of(context["request"].user, client, field)
    link = f"{_link(client, field)}?catatan={event.pk}" if rule.is_masked else ""
    return Shown(rule, field, under(rule, field, event.words), link)


@register.simple_tag(takes_context=True)
def reveal(context: Context, client: Client, field: str) -> SafeString:
    """The way behind the mask, where there is one."""
    rule = rule_of(context["request"].user, client, field)
    return _ask(_link(client, field), field) if rule.is_masked else SafeString("")


@dataclass(frozen=True, slots=True)
class Shown:
    rule: Rule
    field: str
    text: str
    reveal_url: str = ""

    @property
    def is_open(self) -> bool:
        return self.rule.is_open and bool(self.text)

    def __str__(self) -> str:
        """Kept with `as` and printed later, it reads as where it is printed at once."""
        return self.__html__()

    def __html__(self) -> SafeString:
        if self.rule is Rule.NONE:
            return format_html('<span class="muted">{}</span>', _("tidak ditampilkan"))
        if not self.reveal_url:
            return conditional_escape(self.text or "—")
        return format_html(
            '<span class="tabular">{}</span> {}', self.text, _ask(self.reveal_url, self.field)
        )


def _link(client: Client, field: str) -> str:
    return reverse("clients:reveal", args=[client.pk, field])


def _ask(url: str, field: str) -> SafeString:
    what = _("%(field)s; pembukaan ini dicatat") % {"field": Field(field).label}
    hidden = format_html('<span class="visually-hidden"> {}</span>', what)
    return format_html('<a href="{}">{}{}</a>', url, _("Tampilkan"), hidden)


@lru_cache(maxsize=16)
def _risk_badge(risk: str, _language: str | None) -> SafeString:
    tone, icon = RISK_LOOKS[risk]
    return badge(str(Risk(risk).label) if risk else _("Belum dinilai"), tone, icon)


@lru_cache(maxsize=128)
def _case_risk(risk: str, found: str, waits: str, _language: str | None) -> SafeString:
    newest = found or risk
    is_pair = waits and risk and found and found != risk
    shown = _risk_pair(risk, found) if is_pair else risk_badge(newest)
    if not waits:
        return shown
    told = format_html('<span class="state state-waits">{}{}</span>', icon("hourglass"), waits)
    return format_html('<span class="case-risk">{} {}</span>', shown, told)


def _risk_pair(was: str, now: str) -> SafeString:
    """One pill: what was decided, then what has been found since; heard as "… menjadi …"."""
    was_tone, was_icon = RISK_LOOKS[was]
    tone, drawing = RISK_LOOKS[now]
    return format_html(
        '<span class="badge badge-{} risk-pair"><span class="risk-was badge-{}">{}{}</span>'
        '<span class="visually-hidden"> {} </span><span class="risk-now">{}{}</span></span>',
        tone,
        was_tone,
        icon(was_icon),
        Risk(was).label,
        _("menjadi"),
        icon(drawing),
        RISK_WORDS[now],
    )


@lru_cache(maxsize=32)
def _stage_badge(status: str, _language: str | None) -> SafeString:
    text = _("Tahap: %(stage)s") % {"stage": CaseStatus(status).label}
    return badge(text, "info", "route")


@lru_cache(maxsize=512)
def _overdue_badge(days: int, _language: str | None) -> SafeString:
    text = ngettext("Lewat %(days)d hari", "Lewat %(days)d hari", days) % {"days": days}
    return badge(text, "danger", "clock")
