from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Watched(TextChoices):
    """What is looked at by itself, and remembered."""

    ROUNDS = "rounds", _("Putaran pemeriksaan")
    QUEUE = "queue", _("Antrean pekerjaan")
    BACKUP = "backup", _("Cadangan data")
    RESTORE = "restore", _("Uji pemulihan")
    SEALS = "seals", _("Segel jejak")
    HISTORY = "history", _("Riwayat perubahan")
    DISK = "disk", _("Ruang penyimpanan")
    MAIL = "mail", _("Server surel")
    CERTIFICATE = "certificate", _("Sertifikat situs")
    SCANNER = "scanner", _("Pemindai berkas")
    FILES = "files", _("Berkas yang ditahan")
    RETENTION = "retention", _("Keputusan masa simpan")
