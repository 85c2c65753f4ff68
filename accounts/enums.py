from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


KEY_NOTICE, APPOINTMENT_NOTICE = "key_notice", "appointment_notice"


class Role(TextChoices):
    SOCIAL_WORKER = "social_worker", _("Pekerja sosial")
    SUPERVISOR = "supervisor", _("Supervisor")
    BALAI_MANAGER = "balai_manager", _("Kepala balai/sentra")
    IPWL_STAFF = "ipwl_staff", _("Petugas IPWL")
    MINISTRY_ADMIN = "ministry_admin", _("Admin kementerian")
    AUDITOR = "auditor", _("Auditor")
    DATA_OFFICER = "data_officer", _("Petugas pelindungan data")


# These work for one institution; the others for the whole country.
INSTITUTION_ROLES = (Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.BALAI_MANAGER, Role.IPWL_STAFF)
# These answer for the work of others.
LEADS_PEOPLE = (Role.SUPERVISOR, Role.BALAI_MANAGER)

# What the head or a supervisor of an institution may give at home.
CARING_ROLES = (Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.IPWL_STAFF)
BELOW_SUPERVISORS = (Role.SOCIAL_WORKER, Role.IPWL_STAFF)
# These watch over everybody, the ministry too, which therefore neither appoints nor changes them alone.
WATCHERS = (Role.AUDITOR, Role.DATA_OFFICER)
# These see a nation, or approve what others do: one person asks for them and another grants.
TAKES_TWO = (Role.SUPERVISOR, Role.BALAI_MANAGER, Role.MINISTRY_ADMIN, *WATCHERS)
# Which roles each may give, and whose accounts each may change; in an institution only its own.
GIVES: dict[str, tuple[Role, ...]] = {
    Role.MINISTRY_ADMIN: tuple(Role),
    Role.BALAI_MANAGER: CARING_ROLES,
    Role.SUPERVISOR: BELOW_SUPERVISORS,
    Role.DATA_OFFICER: WATCHERS,
}
CHANGES: dict[str, tuple[Role, ...]] = {
    **GIVES,
    Role.MINISTRY_ADMIN: tuple(role for role in Role if role not in WATCHERS),
}


class KeyScope(TextChoices):
    """What a service key opens; each says the API it is about, and the direction."""

    CLIENTS_READ = "clients:read", _("Membaca klien (NIK, telepon, dan alamat disamarkan)")
    CLIENTS_IDENTITY = "clients:identity", _("Melihat telepon, alamat, dan keluarga secara utuh")
    CLIENTS_WRITE = "clients:write", _("Mendaftarkan dan mengubah klien")
    CASES_READ = "cases:read", _("Membaca kasus")
    CASES_WRITE = "cases:write", _("Mencatat kegiatan pada kasus")
    SCREENINGS_READ = "screenings:read", _("Membaca skrining")
    PLACEMENTS_READ = "placements:read", _("Membaca penempatan")
    PLACEMENTS_WRITE = "placements:write", _("Mengajukan dan menjawab penempatan")
    AGREEMENTS_READ = "agreements:read", _("Membaca perjanjian")
    REPORTS_READ = "reports:read", _("Membaca laporan")
    REPORTS_WRITE = "reports:write", _("Meminta laporan")
    SUBMISSIONS_READ = "submissions:read", _("Membaca kiriman bulanan IPWL/LKS")
    SUBMISSIONS_WRITE = "submissions:write", _("Mengirim kegiatan dan uang IPWL/LKS")


# What says who a person is, or changes something about one: asked for by the head of the house alone, since nobody
# else may do as much themselves.
AT_HOME_SCOPES = frozenset(
    {
        KeyScope.CLIENTS_IDENTITY,
        KeyScope.CLIENTS_WRITE,
        KeyScope.CASES_WRITE,
        KeyScope.PLACEMENTS_WRITE,
    }
)
# A machine works for one institution like its people, or reads like an auditor.
KEY_ROLES = (*INSTITUTION_ROLES, Role.AUDITOR)


# The kind of job that sends a link for a new password.
NEW_PASSWORD = "new_password"  # noqa: S105


class Theme(TextChoices):
    SYSTEM = "system", _("Ikuti perangkat")
    LIGHT = "light", _("Terang")
    DARK = "dark", _("Gelap")


class EventKind(TextChoices):
    """What the security log of an account tells."""

    SIGNED_IN = "signed_in", _("Masuk")
    SIGN_IN_FAILED = "sign_in_failed", _("Gagal memastikan identitas")
    SIGNED_OUT = "signed_out", _("Keluar")
    FACTOR_ADDED = "factor_added", _("Faktor kedua ditambahkan")
    FACTOR_REMOVED = "factor_removed", _("Faktor kedua dihapus")
    CODES_MADE = "codes_made", _("Kode pemulihan baru dibuat")
    PASSWORD_CHANGED = "password_changed", _("Kata sandi diubah")
    JOINED = "joined", _("Akun dibuat dari undangan")
    ROLE_CHANGED = "role_changed", _("Peran diubah")
    DEACTIVATED = "deactivated", _("Akun dinonaktifkan")
    REACTIVATED = "reactivated", _("Akun diaktifkan kembali")
    SESSIONS_ENDED = "sessions_ended", _("Sesi diakhiri")
    INVITED = "invited", _("Mengundang orang lain")
    INVITATION_REVOKED = "invitation_revoked", _("Membatalkan undangan")
    RESET_ASKED = "reset_asked", _("Penghapusan faktor kedua diminta")
    RESET_CONFIRMED = "reset_confirmed", _("Faktor kedua dihapus atas persetujuan dua orang")
    RESET_DROPPED = "reset_dropped", _("Penghapusan faktor kedua dibatalkan")
    LOCKED = "locked", _("Layar dikunci")
    ROLE_ASKED = "role_asked", _("Meminta peran yang perlu dua orang")
    ROLE_GRANTED = "role_granted", _("Peran disetujui orang kedua")
    ROLE_REFUSED = "role_refused", _("Permintaan peran ditolak atau ditarik")
    KEY_ASKED = "key_asked", _("Meminta kunci layanan")
    KEY_GRANTED = "key_granted", _("Kunci layanan disetujui")
    KEY_REFUSED = "key_refused", _("Kunci layanan ditolak")
    KEY_MADE = "key_made", _("Kunci layanan dibuat")
    KEY_REVOKED = "key_revoked", _("Kunci layanan dicabut")
