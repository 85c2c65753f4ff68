"""The badges of placements and follow-ups, made once for each value and language."""

from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.db.models import TextChoices
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _, ngettext

from care.ending.selectors import Item
from care.enums import (
    ContactOutcome,
    FollowUpStatus,
    GoalStatus,
    Per,
    PlacementStatus,
    PlanStatus,
    SupportStatus,
    TerminationStatus,
    TransferStatus,
    WaitingStatus,
)
from care.models import FollowUp, Placement, PlanService, SupportingBase, Transfer
from clients.due import due_badge, until_it_falls
from clients.enums import Sex
from clients.field_rules import Field
from clients.models import Client
from clients.templatetags.clients import Shown, shown
from common.templatetags.ui import badge


register = template.Library()

PLACEMENT_LOOKS = {
    PlacementStatus.REQUESTED: ("warning", "hourglass"),
    PlacementStatus.ACCEPTED: ("info", "circle-check"),
    PlacementStatus.ACTIVE: ("success", "player-play"),
    PlacementStatus.DECLINED: ("neutral", "circle-x"),
    PlacementStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
    PlacementStatus.ENDED: ("neutral", "flag"),
    PlacementStatus.LAPSED: ("danger", "clock"),
    PlacementStatus.RELEASED: ("neutral", "clock"),
}
TRANSFER_LOOKS = {
    TransferStatus.PROPOSED: ("warning", "hourglass"),
    TransferStatus.ACCEPTED: ("info", "circle-check"),
    TransferStatus.TRAVELLING: ("warning", "send"),
    TransferStatus.ARRIVED: ("success", "circle-check"),
    TransferStatus.DECLINED: ("neutral", "circle-x"),
    TransferStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
    TransferStatus.NOT_ARRIVED: ("danger", "alert-triangle"),
}
SUPPORT_LOOKS = {
    SupportStatus.ASKED: ("warning", "hourglass"),
    SupportStatus.AGREED: ("success", "circle-check"),
    SupportStatus.DECLINED: ("neutral", "circle-x"),
    SupportStatus.ENDED: ("neutral", "flag"),
}
FOLLOW_UP_LOOKS = {
    FollowUpStatus.PLANNED: ("info", "calendar"),
    FollowUpStatus.REACHED: ("success", "circle-check"),
    FollowUpStatus.NOT_REACHED: ("warning", "circle-x"),
    FollowUpStatus.CANCELLED: ("neutral", "x"),
}
WAITING_LOOKS = {
    WaitingStatus.WAITING: ("warning", "hourglass"),
    WaitingStatus.OFFERED: ("success", "bed"),
    WaitingStatus.LEFT: ("neutral", "flag"),
}
OUTCOME_TONES = {
    ContactOutcome.WELL: "success",
    ContactOutcome.NEEDS_HELP: "danger",
    ContactOutcome.RELAPSE: "danger",
}
PLAN_LOOKS = {
    PlanStatus.DRAFT: ("info", "pencil"),
    PlanStatus.SUBMITTED: ("warning", "hourglass"),
    PlanStatus.APPROVED: ("info", "circle-check"),
    PlanStatus.AGREED: ("success", "check"),
    PlanStatus.SUPERSEDED: ("neutral", "history"),
    PlanStatus.ENDED: ("neutral", "flag"),
}
GOAL_LOOKS = {
    GoalStatus.OPEN: ("info", "circle-dot"),
    GoalStatus.MET: ("success", "circle-check"),
    GoalStatus.PARTLY: ("warning", "trending-up"),
    GoalStatus.DROPPED: ("neutral", "circle-x"),
}
TERMINATION_LOOKS = {
    TerminationStatus.PREPARED: ("info", "pencil"),
    TerminationStatus.ASKED: ("warning", "hourglass"),
    TerminationStatus.APPROVED: ("success", "circle-check"),
    TerminationStatus.CANCELLED: ("neutral", "circle-x"),
}


@register.simple_tag
def plan_badge(status: str) -> SafeString:
    return _looks_badge("plan", status, get_language())


@register.simple_tag
def goal_badge(status: str) -> SafeString:
    return _looks_badge("goal", status, get_language())


@register.simple_tag
def termination_badge(status: str) -> SafeString:
    return _looks_badge("termination", status, get_language())


@register.simple_tag
def gate_badge(item: Item) -> SafeString:
    if item.is_met:
        return badge(_("Terpenuhi"), "success", "circle-check")
    if item.waiver:
        return badge(_("Dikecualikan"), "neutral", "minus")
    return badge(_("Belum terpenuhi"), "warning", "alert-triangle")


@register.simple_tag
def how_often(service: PlanService) -> str:
    """ "2 kali per minggu"."""
    about = {"n": service.times, "per": Per(service.per).label}
    return ngettext("%(n)d kali %(per)s", "%(n)d kali %(per)s", service.times) % about


@register.simple_tag
def placement_badge(status: str) -> SafeString:
    return _placement_badge(status, get_language())


@register.simple_tag
def transfer_badge(status: str) -> SafeString:
    return _transfer_badge(status, get_language())


@register.simple_tag
def support_badge(status: str) -> SafeString:
    return _support_badge(status, get_language())


@register.simple_tag
def follow_up_badge(follow_up: FollowUp, today: date) -> SafeString:
    if follow_up.is_overdue_on(today):
        return late_badge()
    status = FollowUpStatus.CANCELLED if follow_up.is_left_behind else follow_up.status
    return _follow_up_badge(status, get_language())


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


@register.simple_tag
def waiting_badge(status: str) -> SafeString:
    return badge(str(WaitingStatus(status).label), *WAITING_LOOKS[WaitingStatus(status)])


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


LOOKS: dict[str, tuple[type[TextChoices], dict[Any, tuple[str, str]]]] = {
    "plan": (PlanStatus, PLAN_LOOKS),
    "goal": (GoalStatus, GOAL_LOOKS),
    "termination": (TerminationStatus, TERMINATION_LOOKS),
}


@lru_cache(maxsize=64)
def _looks_badge(noun: str, value: str, _language: str | None) -> SafeString:
    choices, looks = LOOKS[noun]
    tone, icon = looks[choices(value)]
    return badge(str(choices(value).label), tone, icon)


@lru_cache(maxsize=256)
def _time_left(days: int, _language: str | None) -> SafeString:
    if days < 0:
        words = ngettext("Lewat %(days)s hari", "Lewat %(days)s hari", -days)
        return badge(words % {"days": -days}, "danger", "clock")
    if days == 0:
        return badge(_("Hari ini"), "warning", "clock")
    words = ngettext("%(days)s hari lagi", "%(days)s hari lagi", days)
    return badge(words % {"days": days}, "info", "clock")


@lru_cache(maxsize=32)
def _placement_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = PLACEMENT_LOOKS[PlacementStatus(status)]
    return badge(str(PlacementStatus(status).label), tone, icon)


@lru_cache(maxsize=32)
def _transfer_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = TRANSFER_LOOKS[TransferStatus(status)]
    return badge(str(TransferStatus(status).label), tone, icon)


@lru_cache(maxsize=32)
def _support_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = SUPPORT_LOOKS[SupportStatus(status)]
    return badge(str(SupportStatus(status).label), tone, icon)


@lru_cache(maxsize=32)
def _follow_up_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = FOLLOW_UP_LOOKS[FollowUpStatus(status)]
    return badge(str(FollowUpStatus(status).label), tone, icon)


@lru_cache(maxsize=4)
def _late_badge(_language: str | None) -> SafeString:
    return badge(_("Terlambat"), "danger", "clock")
