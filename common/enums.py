from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobStatus(TextChoices):
    QUEUED = "queued", _("menunggu")
    RUNNING = "running", _("berjalan")
    DONE = "done", _("selesai")
    FAILED = "failed", _("gagal")


class ReadAction(TextChoices):
    OPEN = "open", _("membuka berkas")
    LIST = "list", _("melihat dalam daftar")
    SEARCH = "search", _("mencari")
    NUMBER = "number", _("mencari NIK atau telepon")
    REVEAL = "reveal", _("menampilkan data yang disamarkan")
    PRINT = "print", _("mencetak")
    EXPORT = "export", _("mengunduh")
    TAKE = "take", _("mengambil berkas ekspor")
    MATCH = "match", _("memeriksa kemungkinan ganda")
    EMERGENCY = "break_glass", _("akses darurat")
    API = "api", _("melalui sistem lain")
