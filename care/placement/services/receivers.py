"""Who takes somebody over, or helps to: an institution, or a member of the family."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clients.models import Case, FamilyContact
from common.errors import DomainError
from partners.models import Institution


@dataclass(frozen=True, slots=True)
class Receiver:
    base: str
    institution: Institution | None = None
    family_contact: FamilyContact | None = None


def relative_of(case: Case, receiver: Receiver) -> FamilyContact:
    contact = receiver.family_contact
    if contact is None or contact.client_id != case.client_id:
        raise DomainError(
            _("Pilih anggota keluarga klien ini."), code="not_family", field="family_contact"
        )
    return contact
