"""What screening brings to those below."""

from django.utils.translation import gettext_lazy as _

from clients.waits import Kind, register_waits


def register() -> None:
    register_waits(
        {
            "override": Kind(_("Setujui penyimpangan usulan"), "screening:approval"),
            "screening": Kind(_("Lanjutkan skrining"), "screening:continue", "case_id"),
            "assessment": Kind(_("Lanjutkan asesmen"), "screening:assessment"),
            "signature": Kind(_("Sahkan asesmen"), "screening:assessment_sign"),
        }
    )
