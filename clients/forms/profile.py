from typing import Any

from django.forms import model_to_dict

from atensi.common.conflicts import EditForm
from clients.facts import Family, Identity
from clients.forms.family import FamilyFields
from clients.forms.identity import IdentityFields
from clients.models import Client, FamilyContact
from clients.nik import mask_nik


class ProfileForm(EditForm, IdentityFields):
    """The same questions as at the door, with what is known filled in."""

    masked = {"nik": mask_nik, "nomor_kk": mask_nik}

    def known(self, row: Client) -> dict[str, Any]:
        return model_to_dict(row, Identity.__slots__)


class FamilyForm(EditForm, FamilyFields):
    """One person close to the client."""

    def known(self, row: FamilyContact) -> dict[str, Any]:
        return {f"family_{name}": getattr(row, name) for name in Family.__slots__}
