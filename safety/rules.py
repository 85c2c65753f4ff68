"""What a danger holds up: `demand_*` a service enforces."""

from django.utils.translation import gettext as _

from clients.models import Case
from common.errors import DomainError
from safety.models import MedicalReferral


def demand_medical_results(case: Case) -> None:
    """Nobody is decided on or placed while a clinician's word is awaited."""
    if MedicalReferral.objects.open().filter(case=case).exists():
        raise DomainError(
            _("Hasil rujukan medis belum dicatat. Catat hasilnya lebih dahulu."),
            code="medical_open",
        )
