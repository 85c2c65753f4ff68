from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrderedBy(TextChoices):
    """Who gave an order; in the words of the routing. A TAT recommends and binds nobody."""

    JUDGE = "judge", _("Hakim (putusan atau penetapan)")
    PROSECUTOR = "prosecutor", _("Jaksa (surat perintah atau penetapan)")
    TAT = "tat", _("Tim Asesmen Terpadu (rekomendasi)")


class OrderEnd(TextChoices):
    """Why an order is no longer looked after."""

    FULFILLED = "fulfilled", _("Selesai dijalani")
    CONSENT = "consent", _("Masa habis, layanan diteruskan atas persetujuan klien")
    REPLACED = "replaced", _("Diganti perintah lain")
    REVOKED = "revoked", _("Dicabut")
    CASE_CLOSED = "case_closed", _("Kasus ditutup")


class LawEvent(TextChoices):
    """The timeline says that the register changed and never what stands in it: fewer people may read that."""

    STAGE_RECORDED = "law_stage", _("Register hukum: tahap perkara dicatat")
    STAGE_CORRECTED = "law_stage_corrected", _("Register hukum: tahap perkara diperbaiki")
    ORDER_RECORDED = "law_order", _("Register hukum: surat dicatat")
    ORDER_CORRECTED = "law_order_corrected", _("Register hukum: surat diperbaiki")
    ORDER_EXTENDED = "law_order_extended", _("Register hukum: masa diperpanjang")
    ORDER_REPORTED = "law_order_reported", _("Register hukum: laporan dikirim")
    ORDER_CLOSED = "law_order_closed", _("Register hukum: surat selesai")
    OFFICER_RECORDED = "law_officer", _("Register hukum: pendamping Bapas dicatat")
    PAPER_HELD = "law_paper_held", _("Register hukum: berkas ditahan pemindai")
