"""The filter of the timeline: sixteen kinds of event in words that a reader would choose from."""

from django.utils.translation import gettext_lazy as _

from clients.enums import EventKind


K = EventKind
GROUPS = {
    "notes": (_("Catatan"), (K.NOTE,)),
    "screening": (
        _("Skrining"),
        (K.SCREENING_STARTED, K.SCREENING_FINISHED, K.MEDICAL_FIRST, K.DECIDED),
    ),
    "care": (
        _("Penempatan dan layanan"),
        (
            K.PLACEMENT_REQUESTED,
            K.PLACEMENT_ACCEPTED,
            K.PLACEMENT_DECLINED,
            K.PLACEMENT_WITHDRAWN,
            K.SERVICE_STARTED,
            K.SERVICE_ENDED,
        ),
    ),
    "aftercare": (_("Pascalayanan"), (K.FOLLOW_UP,)),
    "case": (_("Kasus"), (K.REGISTERED, K.CONSENT, K.CONSENT_WITHDRAWN, K.REASSIGNED, K.CLOSED)),
}


def kinds_in(group: str) -> tuple[str, ...]:
    """None named, all meant."""
    return GROUPS[group][1] if group in GROUPS else ()
