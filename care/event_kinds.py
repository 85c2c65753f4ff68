"""What care writes into the timeline: one kind for each move of its workflows, and for what moves nothing."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CareEvent(TextChoices):
    PLACEMENT_REQUESTED = "placement_requested", _("Penempatan diajukan")
    PLACEMENT_AGREED = "placement_agreed", _("Layanan disepakati bersama keluarga")
    PLACEMENT_ACCEPTED = "placement_accepted", _("Penempatan diterima")
    PLACEMENT_DECLINED = "placement_declined", _("Penempatan ditolak")
    PLACEMENT_WITHDRAWN = "placement_withdrawn", _("Pengajuan penempatan ditarik")
    PLACEMENT_ESCALATED = "placement_escalated", _("Permintaan tanpa jawaban diteruskan")
    PLACEMENT_LAPSED = "placement_lapsed", _("Permintaan tanpa jawaban ditutup")
    START_OVERDUE = "start_overdue", _("Layanan belum dimulai")
    PLACE_RELEASED = "place_released", _("Tempat dilepas")
    PLACE_UNFIT = "place_unfit", _("Tempat tidak lagi sesuai")
    SERVICE_STARTED = "service_started", _("Layanan dimulai")
    SERVICE_REVIEWED = "service_reviewed", _("Tinjauan layanan")
    SERVICE_ENDED = "service_ended", _("Layanan berakhir")
    DIED_IN_CARE = "died_in_care", _("Meninggal dalam layanan")

    WAITING_STARTED = "waiting_started", _("Masuk daftar tunggu")
    WAITING_CONTACT = "waiting_contact", _("Kontak selama menunggu")
    INTERIM_CHANGED = "interim_changed", _("Layanan sementara selama menunggu diperbarui")
    WAITING_OFFERED = "waiting_offered", _("Ada tempat bagi yang menunggu")
    OFFER_PASSED_ON = "offer_passed_on", _("Tempat ditawarkan kepada yang berikutnya")
    WAITING_ENDED = "waiting_ended", _("Keluar dari daftar tunggu")

    TRANSFER_PROPOSED = "transfer_proposed", _("Pemindahan diajukan")
    TRANSFER_AGREED = "transfer_agreed", _("Pemindahan ke rumah keluarga disepakati")
    TRANSFER_ACCEPTED = "transfer_accepted", _("Pemindahan diterima")
    TRANSFER_DECLINED = "transfer_declined", _("Pemindahan ditolak")
    TRANSFER_WITHDRAWN = "transfer_withdrawn", _("Pemindahan ditarik")
    TRANSFER_DEPARTED = "transfer_departed", _("Klien berangkat")
    TRANSFER_ARRIVED = "transfer_arrived", _("Kedatangan dipastikan")
    TRANSFER_MISSED = "transfer_missed", _("Klien tidak tiba")

    SUPPORT_ASKED = "support_asked", _("Basis pendukung diminta")
    SUPPORT_AGREED = "support_agreed", _("Basis pendukung disepakati")
    SUPPORT_DECLINED = "support_declined", _("Basis pendukung tidak bersedia")
    SUPPORT_ENDED = "support_ended", _("Basis pendukung berakhir")
    SUPPORT_TASK = "support_task", _("Tugas untuk basis pendukung")

    PLAN_DRAFTED = "plan_drafted", _("Rencana layanan mulai disusun")
    PLAN_SUBMITTED = "plan_submitted", _("Rencana layanan diajukan")
    PLAN_RETURNED = "plan_returned", _("Rencana layanan dikembalikan")
    PLAN_APPROVED = "plan_approved", _("Rencana layanan disahkan")
    PLAN_AGREED = "plan_agreed", _("Rencana layanan disepakati klien")
    PLAN_REVIEWED = "plan_reviewed", _("Rencana layanan ditinjau")
    CONFERENCE = "conference", _("Konferensi kasus")

    DELIVERED = "delivered", _("Layanan diberikan")
    PROOF_HELD = "proof_held", _("Bukti layanan ditahan")
    SESSION_ATTENDED = "session_attended", _("Pertemuan kelompok diikuti")
    ROLL_CORRECTED = "roll_corrected", _("Kehadiran diperbaiki")
    GROUP_JOINED = "group_joined", _("Diterima dalam kelompok")
    LADDER_MOVED = "ladder_moved", _("Jenjang dalam kelompok berubah")
    GROUP_LEFT = "group_left", _("Keluar dari kelompok")

    TERMINATION_ASKED = "termination_asked", _("Terminasi diajukan")
    TERMINATION_RETURNED = "termination_returned", _("Terminasi dikembalikan")
    TERMINATION_CANCELLED = "termination_cancelled", _("Terminasi dibatalkan")

    AFTERCARE_PLANNED = "aftercare_planned", _("Rencana pascalayanan disusun")
    AFTERCARE_CHANGED = "aftercare_changed", _("Rencana pascalayanan diubah")
    FOLLOW_UP = "follow_up", _("Kontak pascalayanan")
    RELAPSE_NAMED = "relapse_named", _("Kambuh")
    SAFETY_PLANNED = "safety_planned", _("Rencana aman setelah kambuh disusun")
    RELAPSE_SETTLED = "relapse_settled", _("Langkah setelah kambuh diputuskan")
    DIED_AFTERWARDS = "died_afterwards", _("Meninggal setelah layanan")
