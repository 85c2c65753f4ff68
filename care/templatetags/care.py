"""What pages of care say the same way everywhere: days left, follow-ups, who takes a person in."""

from datetime import date
from functools import lru_cache

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _, ngettext

from care.ending.selectors import Item
from care.enums import (
    ContactOutcome,
    FollowUpStatus,
    Per,
    PlacementStatus,
)
from care.models import FollowUp, Guidance, Placement, PlanService, SupportingBase, Transfer
from clients.due import due_badge, until_it_falls
from clients.enums import Sex
from clients.field_rules import Field
from clients.models import Client
from clients.templatetags.clients import Shown, shown
from common.templatetags.ui import badge, badge_of


register = template.Library()

OUTCOME_TONES = {
    ContactOutcome.WELL: "success",
    ContactOutcome.NEEDS_HELP: "danger",
    ContactOutcome.RELAPSE: "danger",
    ContactOutcome.PRISON: "warning",
}


@register.simple_tag
def gate_badge(item: Item) -> SafeString:
    if item.is_met:
        return badge(_("Terpenuhi"), "success", "circle-check")
    if item.waiver:
        return badge(_("Dikecualikan"), "warning", "minus")
    return badge(_("Belum terpenuhi"), "warning", "alert-triangle")


@register.simple_tag
def guidance_badge(guidance: Guidance) -> SafeString:
    if guidance.is_running:
        return badge(_("Berjalan"), "success", "player-play")
    return badge(_("Berakhir"), "neutral", "flag")


@register.simple_tag
def done_badge(done: object) -> SafeString:
    if done:
        return badge(_("Sudah"), "success", "circle-check")
    return badge(_("Belum"), "warning", "alert-triangle")


@register.simple_tag
def how_often(service: PlanService) -> str:
    """ "2 kali per minggu"."""
    about = {"n": service.times, "per": Per(service.per).label}
    return ngettext("%(n)d kali %(per)s", "%(n)d kali %(per)s", service.times) % about


@register.simple_tag
def follow_up_badge(follow_up: FollowUp, today: date) -> SafeString:
    if follow_up.is_overdue_on(today):
        return late_badge()
    status = FollowUpStatus.CANCELLED if follow_up.is_left_behind else follow_up.status
    return badge_of(FollowUp, status)


@register.simple_tag
def timing(follow_up: FollowUp) -> str:
    """How far outside its window a contact was; nothing for one in time."""
    days = follow_up.days_off
    if not days or follow_up.status not in (FollowUpStatus.REACHED, FollowUpStatus.MISSED):
        return ""
    if days < 0:
        words = ngettext("%(days)d hari lebih awal", "%(days)d hari lebih awal", -days)
    else:
        words = ngettext("%(days)d hari terlambat", "%(days)d hari terlambat", days)
    return words % {"days": abs(days)}


@register.simple_tag
def late_badge() -> SafeString:
    return _late_badge(get_language())


@register.simple_tag
def deadline_badge(placement: Placement, today: date) -> "SafeString | str":
    """How long there is to answer, or to begin, and how late it is; when it ends by itself."""
    due = placement.start_due_on or (
        placement.answer_due_on if placement.status == PlacementStatus.REQUESTED else None
    )
    if due is None:
        return ""
    if not placement.falls_on or due >= today:
        return time_left(due, today)
    late = until_it_falls(due_badge(due, today), placement.falls_on)
    return badge(late.text, late.tone, late.icon)


@register.simple_tag
def time_left(due: date, today: date) -> SafeString:
    return _time_left((due - today).days, get_language())


@register.simple_tag(takes_context=True)
def receiver(context: Context, placement: "Placement | Transfer | SupportingBase") -> "str | Shown":
    """Who takes the person in: an institution is called by its name, a member of the family as the rules say."""
    if placement.institution_id:
        return placement.receiver
    return shown(context, placement.client, Field.FAMILY, placement.receiver)


@register.filter
def outcome_tone(outcome: str) -> str:
    """The tone of a contact in a timeline."""
    return OUTCOME_TONES.get(ContactOutcome(outcome), "neutral")


@register.simple_tag
def age_and_sex(client: Client, today: date) -> str:
    """ "24 th, L"."""
    letter = _("L") if client.sex == Sex.MALE else _("P")
    return _("%(age)s th, %(sex)s") % {"age": client.age_on(today), "sex": letter}


@lru_cache(maxsize=256)
def _time_left(days: int, _language: str | None) -> SafeString:
    if days < 0:
        words = ngettext("Lewat %(days)s hari", "Lewat %(days)s hari", -days)
        return badge(words % {"days": -days}, "danger", "clock")
    if days == 0:
        return badge(_("Hari ini"), "warning", "clock")
    words = ngettext("%(days)s hari lagi", "%(days)s hari lagi", days)
    return badge(words % {"days": days}, "info", "clock")


@lru_cache(maxsize=4)
def _late_badge(_language: str | None) -> SafeString:
    return badge(_("Terlambat"), "danger", "clock")
