"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from accounts.enums import INSTITUTION_ROLES
from common.looks import LOOKS, Look
from common.menu import Place, register_pages, register_place
from screening.enums import AssessmentStatus
from screening.models import Assessment


ASSESSMENT_LOOKS: dict[str, Look] = {
    AssessmentStatus.DRAFT: ("info", "pencil"),
    AssessmentStatus.SUBMITTED: ("warning", "clock"),
    AssessmentStatus.SIGNED: ("success", "circle-check"),
}


def register() -> None:
    _register_places()
    LOOKS.add(Assessment, ASSESSMENT_LOOKS)


def _register_places() -> None:
    roles = frozenset(INSTITUTION_ROLES)
    register_place(Place(_("Skrining"), "screening:list", "clipboard-list", 40, roles))
    register_pages("clients:list", "screening:client")
