from datetime import date

from django import template
from django.utils.safestring import SafeString

from common.templatetags.ui import badge
from partners.looks import Look, accreditation_look, agreement_look, standing_look
from partners.models import Agreement, Institution


register = template.Library()


@register.simple_tag
def agreement_badge(agreement: Agreement, today: date) -> SafeString:
    return _badge(agreement_look(agreement, today))


@register.simple_tag
def standing_badge(institution: Institution, today: date) -> SafeString:
    """Of a row from `selectors.with_agreement`."""
    until, had = institution.agreement_until, institution.had_agreement  # type: ignore[attr-defined]
    return _badge(standing_look(until, today, had_agreement=had))


@register.simple_tag
def accreditation_badge(institution: Institution, today: date) -> SafeString:
    look = accreditation_look(institution.accreditation_expires_on, today)
    return _badge(look) if look else SafeString("")


def _badge(look: Look) -> SafeString:
    return badge(look.text, look.tone, look.icon)
