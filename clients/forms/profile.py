from clients.forms.family import FamilyFields
from clients.forms.identity import IdentityFields


class ProfileForm(IdentityFields):
    """The same questions as at the door, with what is known filled in."""


class FamilyForm(FamilyFields):
    """One person close to the client."""
