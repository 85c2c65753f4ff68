from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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


class KeyScope(TextChoices):
    """What a service key opens; each says the API it is about, and the direction."""

    CLIENTS_READ = "clients:read", _("Membaca klien (NIK, telepon, dan alamat disamarkan)")
    CLIENTS_IDENTITY = "clients:identity", _("Melihat NIK, telepon, dan alamat secara utuh")
    CLIENTS_WRITE = "clients:write", _("Mendaftarkan dan mengubah klien")
    CASES_READ = "cases:read", _("Membaca kasus")
    CASES_WRITE = "cases:write", _("Mencatat kegiatan pada kasus")
    SCREENINGS_READ = "screenings:read", _("Membaca skrining")
    PLACEMENTS_READ = "placements:read", _("Membaca penempatan")
    PLACEMENTS_WRITE = "placements:write", _("Mengajukan dan menjawab penempatan")
    AGREEMENTS_READ = "agreements:read", _("Membaca perjanjian")
    REPORTS_READ = "reports:read", _("Membaca laporan")
    REPORTS_WRITE = "reports:write", _("Meminta laporan")


# A machine works for one institution like its people, or reads like an auditor.
KEY_ROLES = (*INSTITUTION_ROLES, Role.AUDITOR)


class Theme(TextChoices):
    SYSTEM = "system", _("Ikuti perangkat")
    LIGHT = "light", _("Terang")
    DARK = "dark", _("Gelap")
