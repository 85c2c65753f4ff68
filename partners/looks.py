"""How validity reads: a word, a tone and an icon, the same on every page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _, ngettext

from partners.enums import AgreementStatus
from partners.models import EXPIRING_DAYS, Agreement


@dataclass(frozen=True, slots=True)
class Look:
    text: str
    tone: str
    icon: str


STATUS_LOOKS = {
    AgreementStatus.UNSIGNED: ("neutral", "pencil"),
    AgreementStatus.UPCOMING: ("info", "hourglass"),
    AgreementStatus.VALID: ("success", "circle-check"),
    AgreementStatus.ENDED: ("danger", "alert-circle"),
    AgreementStatus.TERMINATED: ("danger", "circle-x"),
}
# Accreditation warns earlier than an agreement does: an audit takes months (domain facts, section 2.5).
NOTICE, WARNING, URGENT = 180, 90, 30


def agreement_look(agreement: Agreement, today: date) -> Look:
    status = agreement.status_on(today)
    if status == AgreementStatus.EXPIRING:
        return _days_left(agreement.ends_on, today)
    return Look(str(status.label), *STATUS_LOOKS[status])


def standing_look(until: date | None, today: date, *, had_agreement: bool) -> Look:
    """An institution's: the last day under an agreement in force, if there is one."""
    if until is not None:
        if until <= today + EXPIRING_DAYS:
            return _days_left(until, today)
        return Look(str(AgreementStatus.VALID.label), *STATUS_LOOKS[AgreementStatus.VALID])
    if had_agreement:
        return Look(str(AgreementStatus.ENDED.label), *STATUS_LOOKS[AgreementStatus.ENDED])
    return Look(_("Tidak ada"), "neutral", "minus")


def accreditation_look(expires_on: date | None, today: date) -> Look | None:
    """None while there is nothing to warn of."""
    if expires_on is None:
        return None
    days = (expires_on - today).days
    if days < 0:
        return Look(_("Berakhir"), "danger", "alert-circle")
    if days > NOTICE:
        return None
    left = _days_left(expires_on, today)
    if days > WARNING:
        return Look(left.text, "info", left.icon)
    return Look(left.text, "danger", left.icon) if days <= URGENT else left


def _days_left(until: date, today: date) -> Look:
    days = (until - today).days
    if days == 0:
        return Look(_("Berakhir hari ini"), "warning", "clock")
    text = ngettext("%(days)s hari lagi", "%(days)s hari lagi", days) % {"days": days}
    return Look(text, "warning", "clock")
