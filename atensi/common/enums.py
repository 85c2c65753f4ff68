from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    QUEUED = "queued", _("menunggu")
    RUNNING = "running", _("berjalan")
    DONE = "done", _("selesai")
    FAILED = "failed", _("gagal")


class ReadAction(TextChoices):
    OPEN = "open", _("membuka berkas")
    REVEAL = "reveal", _("menampilkan NIK")
    PRINT = "print", _("mencetak")
    MATCH = "match", _("memeriksa kemungkinan ganda")
    API = "api", _("membaca melalui API")
