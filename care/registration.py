"""What care brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.waits import Kind, register_waits


def register() -> None:
    register_waits(
        {
            "request": Kind(_("Jawab permintaan penempatan"), "care:placement"),
            "plan_draft": Kind(_("Lanjutkan rencana layanan"), "care:open_plan", "case_id"),
            "plan": Kind(_("Sahkan rencana layanan"), "care:plan_answer", "case_id"),
            "plan_agreement": Kind(_("Sepakati rencana layanan"), "care:plan_agree", "case_id"),
            "ending_draft": Kind(_("Lanjutkan terminasi"), "care:termination", "case_id"),
            "ending": Kind(_("Jawab terminasi"), "care:termination", "case_id"),
            "arrival": Kind(_("Pastikan kedatangan"), "care:transfer"),
        }
    )
