"""One institution and its social workers, each with an account of their own."""

from accounts.enums import Role
from accounts.models import User
from partners.enums import InstitutionKind
from partners.models import Institution
from regions.models import Regency
from tools.drills.person import Account


PASSWORD = "sandi-latihan-padam-2026"


def settle(count: int) -> list[Account]:
    """Social workers."""
    return [_person(Role.SOCIAL_WORKER, number) for number in range(count)]


def account_of(pk: int) -> Account:
    return Account(User.objects.get(pk=pk).email, PASSWORD, str(pk))


def head() -> Account:
    return _person(Role.BALAI_MANAGER, 0)


def _institution() -> Institution:
    regency = Regency.objects.get(code="3271")
    facts = {"kind": InstitutionKind.BALAI, "regency": regency}
    return Institution.objects.get_or_create(name="Sentra Latihan", defaults=facts)[0]


def _person(role: Role, number: int) -> Account:
    user = User.objects.create_user(
        f"{role}-{number}@contoh.id",
        PASSWORD,
        name=f"Petugas Latihan {number}",
        role=role,
        institution=_institution(),
    )
    return Account(user.email, PASSWORD, str(user.pk))
