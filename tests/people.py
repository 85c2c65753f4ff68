"""The people that tests are told with; each behaviour reads as a sentence about one of them.

ani     social worker at Sentra Melati            budi    her supervisor
citra   social worker at Sentra Kenanga           dewi    staff of IPWL Harapan
eko     head of Sentra Kenanga (the balai that receives)
fitri   ministry admin                            gita    auditor
hadi    data officer (PPDP)
"""

from accounts.enums import Role
from accounts.models import User
from partners.enums import InstitutionKind
from partners.models import Institution
from tests.partners.factories import InstitutionFactory


PASSWORD = "kata-sandi-uji-2026"


def melati() -> Institution:
    return _institution("Sentra Melati", InstitutionKind.BALAI)


def kenanga() -> Institution:
    return _institution("Sentra Kenanga", InstitutionKind.BALAI)


def harapan() -> Institution:
    return _institution("IPWL Harapan", InstitutionKind.IPWL)


def ani() -> User:
    return _person("Ani Lestari", Role.SOCIAL_WORKER, melati())


def budi() -> User:
    return _person("Budi Santoso", Role.SUPERVISOR, melati())


def citra() -> User:
    return _person("Citra Ayu", Role.SOCIAL_WORKER, kenanga())


def dewi() -> User:
    return _person("Dewi Anjani", Role.IPWL_STAFF, harapan())


def eko() -> User:
    return _person("Eko Prasetyo", Role.BALAI_MANAGER, kenanga())


def fitri() -> User:
    return _person("Fitri Handayani", Role.MINISTRY_ADMIN, None)


def gita() -> User:
    return _person("Gita Maharani", Role.AUDITOR, None)


def hadi() -> User:
    return _person("Hadi Wijaya", Role.DATA_OFFICER, None)


def _institution(name: str, kind: str) -> Institution:
    found = Institution.objects.filter(name=name).first()
    return found or InstitutionFactory(name=name, kind=kind, with_agreement=True)


def _person(name: str, role: str, institution: Institution | None) -> User:
    email = f"{name.split(maxsplit=1)[0].lower()}@contoh.id"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(
        email, PASSWORD, name=name, role=role, institution=institution
    )
