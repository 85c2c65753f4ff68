"""One institution and its social workers, each with an account of their own."""

from accounts.enums import Role
from accounts.models import User
from drills.person import Account
from partners.enums import InstitutionKind
from partners.models import Institution
from regions.models import Regency


PASSWORD = "sandi-latihan-padam-2026"


def settle(count: int) -> list[Account]:
    house = Institution.objects.create(
        name="Sentra Latihan", kind=InstitutionKind.BALAI, regency=Regency.objects.get(code="3271")
    )
    return [_worker(number, house) for number in range(count)]


def _worker(number: int, house: Institution) -> Account:
    user = User.objects.create_user(
        f"petugas-{number}@contoh.id",
        PASSWORD,
        name=f"Petugas Latihan {number}",
        role=Role.SOCIAL_WORKER,
        institution=house,
    )
    return Account(user.email, PASSWORD, str(user.pk))
