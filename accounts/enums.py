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


class Theme(TextChoices):
    SYSTEM = "system", _("Ikuti perangkat")
    LIGHT = "light", _("Terang")
    DARK = "dark", _("Gelap")
