"""The people that tests are told with; each behaviour reads as a sentence about one of them.

ani     social worker at Sentra Melati            budi    her supervisor
citra   social worker at Sentra Kenanga           dewi    staff of IPWL Harapan
eko     head of Sentra Kenanga (the balai that receives)
fitri   ministry admin                            gita    auditor
hadi    data officer (PPDP)

They and their institutions live in the template database (tests/database.py): to name one is to look them up. Where
nobody_yet (tests/conftest.py) has been, they come when they are named.
"""

from accounts.enums import Role
from accounts.models import User
from partners.enums import InstitutionKind
from partners.models import Institution
from tests.partners.factories import AgreementFactory, InstitutionFactory


PASSWORD = "kata-sandi-uji-2026"
MELATI, KENANGA, HARAPAN = "Sentra Melati", "Sentra Kenanga", "IPWL Harapan"
INSTITUTIONS = {
    MELATI: InstitutionKind.BALAI,
    KENANGA: InstitutionKind.BALAI,
    HARAPAN: InstitutionKind.IPWL,
}
PEOPLE = {
    "ani": ("Ani Lestari", Role.SOCIAL_WORKER, MELATI),
    "budi": ("Budi Santoso", Role.SUPERVISOR, MELATI),
    "citra": ("Citra Ayu", Role.SOCIAL_WORKER, KENANGA),
    "dewi": ("Dewi Anjani", Role.IPWL_STAFF, HARAPAN),
    "eko": ("Eko Prasetyo", Role.BALAI_MANAGER, KENANGA),
    "fitri": ("Fitri Handayani", Role.MINISTRY_ADMIN, None),
    "gita": ("Gita Maharani", Role.AUDITOR, None),
    "hadi": ("Hadi Wijaya", Role.DATA_OFFICER, None),
}


def settle() -> None:
    """Into an empty database: the institutions with an agreement each, and everybody."""
    for name in INSTITUTIONS:
        _institution(name)
    for called in PEOPLE:
        _person(called)


def melati() -> Institution:
    return _institution(MELATI)


def kenanga() -> Institution:
    return _institution(KENANGA)


def harapan() -> Institution:
    return _institution(HARAPAN)


def ani() -> User:
    return _person("ani")


def budi() -> User:
    return _person("budi")


def citra() -> User:
    return _person("citra")


def dewi() -> User:
    return _person("dewi")


def eko() -> User:
    return _person("eko")


def fitri() -> User:
    return _person("fitri")


def gita() -> User:
    return _person("gita")


def hadi() -> User:
    return _person("hadi")


def _institution(name: str) -> Institution:
    return Institution.objects.filter(name=name).first() or _opened(name)


def _opened(name: str) -> Institution:
    row = InstitutionFactory(name=name, kind=INSTITUTIONS[name])
    AgreementFactory(institution=row, number=f"PKS/{name}/2020")
    return row


def _person(called: str) -> User:
    everybody = User.objects.select_related("institution")
    return everybody.filter(email=_email(called)).first() or _hired(called)


def _hired(called: str) -> User:
    name, role, works_at = PEOPLE[called]
    institution = _institution(works_at) if works_at else None
    return User.objects.create_user(
        _email(called), PASSWORD, name=name, role=role, institution=institution
    )


def _email(called: str) -> str:
    return f"{called}@contoh.id"
