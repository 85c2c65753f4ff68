from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InstitutionKind(TextChoices):
    BALAI = "balai", _("Balai/Sentra")
    LKS = "lks", _("LKS")
    IPWL = "ipwl", _("IPWL")
    SOCIAL_OFFICE = "social_office", _("Dinas Sosial")
    HOSPITAL = "hospital", _("Rumah sakit/puskesmas")
    BNN = "bnn", _("BNN")
    SCHOOL = "school", _("Lembaga pendidikan")
    BUSINESS = "business", _("Dunia usaha")
    DONOR = "donor", _("Donatur")
    COMMUNITY = "community", _("Kelompok masyarakat")
    NGO = "ngo", _("LSM")


class CareBase(TextChoices):
    """The three bases of care; the words of `screening.engine` proposals."""

    FAMILY = "family", _("Berbasis keluarga")
    INSTITUTION = "institution", _("LKS/IPWL")
    BALAI = "balai", _("Balai/Sentra")


# Which kinds of institution can lead care on which base.
KINDS_FOR_BASE: dict[str, tuple[str, ...]] = {
    CareBase.FAMILY: (),
    CareBase.INSTITUTION: (InstitutionKind.LKS, InstitutionKind.IPWL),
    CareBase.BALAI: (InstitutionKind.BALAI,),
}


class AccreditationGrade(TextChoices):
    A = "A", _("A (5 tahun)")
    B = "B", _("B (3 tahun)")
    C = "C", _("C (2 tahun)")


class AgreementKind(TextChoices):
    MOU = "mou", _("Nota Kesepahaman (MoU)")
    PKS = "pks", _("Perjanjian Kerja Sama (PKS)")


class AgreementState(TextChoices):
    """Where an agreement stands on a day; only VALID and EXPIRING let people be placed."""

    UNSIGNED = "unsigned", _("Belum ditandatangani")
    UPCOMING = "upcoming", _("Belum berlaku")
    VALID = "valid", _("Berlaku")
    EXPIRING = "expiring", _("Segera berakhir")
    ENDED = "ended", _("Berakhir")
    TERMINATED = "terminated", _("Diakhiri lebih awal")
