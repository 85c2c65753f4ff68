"""Badges of attendance and of where a member stands, made once for each value and language."""

from functools import lru_cache

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from care.enums import HomeCondition, Level
from care.models import LadderStep
from common.templatetags.ui import badge


register = template.Library()

CONDITION_LOOKS = {
    HomeCondition.SUPPORTIVE: ("success", "circle-check"),
    HomeCondition.ADEQUATE: ("info", "eye"),
    HomeCondition.STRAINED: ("warning", "alert-triangle"),
    HomeCondition.UNSAFE: ("danger", "alert-octagon"),
}


@register.simple_tag
def condition_badge(condition: str) -> SafeString:
    tone, drawing = CONDITION_LOOKS[HomeCondition(condition)]
    return badge(str(HomeCondition(condition).label), tone, drawing)


@register.simple_tag
def level_badge(level: str) -> SafeString:
    return _level_badge(level, get_language()) if level else SafeString("")


@register.simple_tag
def step_badge(step: LadderStep) -> SafeString:
    if step.is_first:
        return badge(_("Diterima"), "info", "user-plus")
    if step.is_down:
        return badge(_("Turun"), "warning", "chevron-down")
    return badge(_("Naik"), "success", "chevron-up")


@lru_cache(maxsize=16)
def _level_badge(level: str, _language: str | None) -> SafeString:
    return badge(str(Level(level).label), "info", "star")
