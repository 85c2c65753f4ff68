"""Who works where. One account for each role can be signed in to; their colleagues have no password."""

from dataclasses import dataclass

from accounts.enums import Role
from accounts.models import User
from partners.models import Institution


PASSWORD = "contoh-atensi-2026"  # noqa: S105  printed beside the accounts; the data is made up


@dataclass(frozen=True, slots=True)
class Account:
    key: str
    email: str
    name: str
    role: Role
    institution: str = ""


ACCOUNTS = (
    Account("sari", "peksos@contoh.id", "Sari Wulandari", Role.SOCIAL_WORKER, "galih"),
    Account("bambang", "supervisor@contoh.id", "Bambang Kusuma", Role.SUPERVISOR, "galih"),
    Account("retno", "kepala@contoh.id", "Retno Palupi", Role.BALAI_MANAGER, "galih"),
    Account("yusuf", "ipwl@contoh.id", "Yusuf Hidayat", Role.IPWL_STAFF, "harapan"),
    Account("dewi", "kementerian@contoh.id", "Dewi Lestari", Role.MINISTRY_ADMIN),
    Account("agus", "auditor@contoh.id", "Agus Pranoto", Role.AUDITOR),
    Account("rini", "ppdp@contoh.id", "Rini Astuti", Role.DATA_OFFICER),
)
WORKER, HEAD, STAFF = Role.SOCIAL_WORKER, Role.BALAI_MANAGER, Role.IPWL_STAFF
COLLEAGUES = (
    Account("made", "made.suartana@contoh.id", "I Made Suartana", WORKER, "galih"),
    Account("tiur", "tiurma.hutagalung@contoh.id", "Tiurma Hutagalung", WORKER, "insyaf"),
    Account("parlin", "parlindungan.s@contoh.id", "Parlindungan Siregar", HEAD, "insyaf"),
    Account("wahyu", "wahyu.nugroho@contoh.id", "Wahyu Nugroho", WORKER, "satria"),
    Account("endang", "endang.s@contoh.id", "Endang Sulistyowati", HEAD, "satria"),
    Account("daeng", "daeng.rala@contoh.id", "Muhammad Daeng Rala", WORKER, "pangurangi"),
    Account("andi", "andi.tenri@contoh.id", "Andi Tenri Ola", HEAD, "pangurangi"),
    Account("nia", "nia.kurniasih@contoh.id", "Nia Kurniasih", STAFF, "pulih"),
    Account("lamhot", "lamhot.s@contoh.id", "Lamhot Simanjuntak", STAFF, "cahaya"),
    Account("fajar", "fajar.prakoso@contoh.id", "Fajar Prakoso", STAFF, "sejahtera"),
    Account("luh", "luh.sukerti@contoh.id", "Ni Luh Sukerti", STAFF, "rahayu"),
    Account("yohana", "yohana.wenda@contoh.id", "Yohana Wenda", STAFF, "honai"),
)


def hire(institutions: dict[str, Institution]) -> dict[str, User]:
    """Everyone's account, by their key."""
    return {
        person.key: User.objects.create_user(
            person.email,
            PASSWORD if person in ACCOUNTS else None,
            name=person.name,
            role=person.role,
            institution=institutions.get(person.institution),
        )
        for person in (*ACCOUNTS, *COLLEAGUES)
    }
