"""The filter of the timeline: the kinds of event in words that a reader would choose from."""

from django.utils.translation import gettext_lazy as _

from clients.enums import EventKind


K = EventKind
GROUPS = {
    "notes": (_("Catatan"), (K.NOTE,)),
    "screening": (
        _("Skrining"),
        (
            K.SCREENING_STARTED,
            K.SCREENING_FINISHED,
            K.SCREENING_CORRECTED,
            K.MEDICAL_FIRST,
            K.SECOND_ASSESSED,
            K.OVERRIDE_REQUESTED,
            K.OVERRIDE_REFUSED,
            K.OVERRIDE_REVIEWED,
            K.DECIDED,
            K.ASSESSMENT_STARTED,
            K.ASSESSMENT_SUBMITTED,
            K.ASSESSMENT_RETURNED,
            K.ASSESSMENT_SIGNED,
            K.RESCREEN_DUE,
            K.STEP_SETTLED,
        ),
    ),
    "care": (
        _("Penempatan dan layanan"),
        (
            K.PLACEMENT_REQUESTED,
            K.PLACEMENT_ACCEPTED,
            K.PLACEMENT_DECLINED,
            K.PLACEMENT_WITHDRAWN,
            K.PLACEMENT_ESCALATED,
            K.PLACEMENT_LAPSED,
            K.WAITING_STARTED,
            K.WAITING_CONTACT,
            K.WAITING_ENDED,
            K.WAITING_OFFERED,
            K.START_OVERDUE,
            K.TRANSFER_STARTED,
            K.TRANSFER_ARRIVED,
            K.TRANSFER_CANCELLED,
            K.SUPPORT_AGREED,
            K.SUPPORT_ENDED,
            K.SERVICE_STARTED,
            K.SERVICE_ENDED,
        ),
    ),
    "plan": (
        _("Rencana dan pelaksanaan"),
        (
            K.PLAN_DRAFTED,
            K.PLAN_APPROVED,
            K.PLAN_AGREED,
            K.PLAN_REVIEWED,
            K.CONFERENCE,
            K.DELIVERED,
            K.TERMINATION_ASKED,
            K.TERMINATION_RETURNED,
        ),
    ),
    "aftercare": (_("Pascalayanan"), (K.FOLLOW_UP,)),
    "case": (
        _("Kasus"),
        (K.REGISTERED, K.CONSENT, K.CONSENT_WITHDRAWN, K.TASK_DONE, K.REASSIGNED, K.CLOSED),
    ),
}


def kinds_in(group: str) -> tuple[str, ...]:
    """None named, all meant."""
    return GROUPS[group][1] if group in GROUPS else ()
