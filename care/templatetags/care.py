"""The badges of placements and follow-ups, made once for each value and language."""

from datetime import date
from functools import lru_cache

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from atensi.common.templatetags.ui import badge
from care.enums import (
    ContactOutcome,
    FollowUpStatus,
    PlacementStatus,
    SupportState,
    TransferState,
)
from care.models import FollowUp, Placement, SupportingBase, Transfer
from clients.enums import Sex
from clients.field_rules import Field
from clients.models import Client
from clients.templatetags.clients import Shown, shown


register = template.Library()

PLACEMENT_LOOKS = {
    PlacementStatus.REQUESTED: ("warning", "hourglass"),
    PlacementStatus.ACCEPTED: ("info", "circle-check"),
    PlacementStatus.ACTIVE: ("success", "player-play"),
    PlacementStatus.DECLINED: ("neutral", "circle-x"),
    PlacementStatus.WITHDRAWN: ("neutral", "arrow-back-up"),
    PlacementStatus.ENDED: ("neutral", "flag"),
}
TRANSFER_LOOKS = {
    TransferState.PROPOSED: ("warning", "hourglass"),
    TransferState.ACCEPTED: ("info", "circle-check"),
    TransferState.TRAVELLING: ("warning", "send"),
    TransferState.ARRIVED: ("success", "circle-check"),
    TransferState.DECLINED: ("neutral", "circle-x"),
    TransferState.WITHDRAWN: ("neutral", "arrow-back-up"),
    TransferState.NOT_ARRIVED: ("danger", "alert-triangle"),
}
SUPPORT_LOOKS = {
    SupportState.ASKED: ("warning", "hourglass"),
    SupportState.AGREED: ("success", "circle-check"),
    SupportState.DECLINED: ("neutral", "circle-x"),
    SupportState.ENDED: ("neutral", "flag"),
}
FOLLOW_UP_LOOKS = {
    FollowUpStatus.PLANNED: ("info", "calendar"),
    FollowUpStatus.REACHED: ("success", "circle-check"),
    FollowUpStatus.NOT_REACHED: ("warning", "circle-x"),
    FollowUpStatus.CANCELLED: ("neutral", "x"),
}
OUTCOME_TONES = {
    ContactOutcome.WELL: "success",
    ContactOutcome.NEEDS_HELP: "danger",
    ContactOutcome.RELAPSE: "danger",
}


@register.simple_tag
def placement_badge(status: str) -> SafeString:
    return _placement_badge(status, get_language())


@register.simple_tag
def transfer_badge(state: str) -> SafeString:
    return _transfer_badge(state, get_language())


@register.simple_tag
def support_badge(state: str) -> SafeString:
    return _support_badge(state, get_language())


@register.simple_tag
def follow_up_badge(follow_up: FollowUp, today: date) -> SafeString:
    if follow_up.is_overdue_on(today):
        return late_badge()
    status = FollowUpStatus.CANCELLED if follow_up.is_left_behind else follow_up.status
    return _follow_up_badge(status, get_language())


@register.simple_tag
def late_badge() -> SafeString:
    return _late_badge(get_language())


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


@lru_cache(maxsize=32)
def _placement_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = PLACEMENT_LOOKS[PlacementStatus(status)]
    return badge(str(PlacementStatus(status).label), tone, icon)


@lru_cache(maxsize=32)
def _transfer_badge(state: str, _language: str | None) -> SafeString:
    tone, icon = TRANSFER_LOOKS[TransferState(state)]
    return badge(str(TransferState(state).label), tone, icon)


@lru_cache(maxsize=32)
def _support_badge(state: str, _language: str | None) -> SafeString:
    tone, icon = SUPPORT_LOOKS[SupportState(state)]
    return badge(str(SupportState(state).label), tone, icon)


@lru_cache(maxsize=32)
def _follow_up_badge(status: str, _language: str | None) -> SafeString:
    tone, icon = FOLLOW_UP_LOOKS[FollowUpStatus(status)]
    return badge(str(FollowUpStatus(status).label), tone, icon)


@lru_cache(maxsize=4)
def _late_badge(_language: str | None) -> SafeString:
    return badge(_("Terlambat"), "danger", "clock")
