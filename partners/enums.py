from django.db.models import IntegerChoices, TextChoices
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
    """The three bases of care; the words of proposals, too."""

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


class ClientGroup(TextChoices):
    """For whom an agreement is made, as its text may say; each client is in exactly one."""

    CHILDREN = "children", _("Anak (di bawah 18 tahun)")
    MEN = "men", _("Laki-laki dewasa")
    WOMEN = "women", _("Perempuan dewasa")


class AgreementStatus(TextChoices):
    """Where an agreement stands on a day; only VALID and EXPIRING let people be placed."""

    UNSIGNED = "unsigned", _("Belum ditandatangani")
    UPCOMING = "upcoming", _("Belum berlaku")
    VALID = "valid", _("Berlaku")
    EXPIRING = "expiring", _("Segera berakhir")
    ENDED = "ended", _("Berakhir")
    TERMINATED = "terminated", _("Diakhiri lebih awal")


class Component(TextChoices):
    """The seven components of ATENSI (Permensos 7/2021) with the kinds of therapy and training told apart,
    the family services of family-based care, and after-care: the codes of plans and of the delivery log.
    """

    C1 = "C1", _("Pemenuhan kebutuhan hidup layak")
    C2 = "C2", _("Perawatan sosial dan/atau pengasuhan anak")
    C3 = "C3", _("Dukungan keluarga")
    C4A = "C4a", _("Terapi fisik")
    C4B = "C4b", _("Terapi psikososial")
    C4C = "C4c", _("Terapi mental spiritual")
    C5A = "C5a", _("Pelatihan vokasional")
    C5B = "C5b", _("Pembinaan kewirausahaan")
    C6 = "C6", _("Bantuan dan asistensi sosial")
    C7 = "C7", _("Dukungan aksesibilitas")
    K1 = "K1", _("Perawatan di rumah (home care)")
    K2 = "K2", _("Preservasi keluarga")
    K3 = "K3", _("Keterampilan pengasuhan")
    K4 = "K4", _("Psikoedukasi keluarga")
    K5 = "K5", _("Konseling keluarga")
    K6 = "K6", _("Dialog keluarga atau kelompok dukungan keluarga")
    A1 = "A1", _("Konseling pascalayanan")
    A2 = "A2", _("Kunjungan rumah pascalayanan")
    A3 = "A3", _("Bimbingan lanjut")
    A4 = "A4", _("Kelompok bantu diri")


FAMILY_SERVICES = (
    Component.K1,
    Component.K2,
    Component.K3,
    Component.K4,
    Component.K5,
    Component.K6,
)
ATENSI_COMPONENTS = (
    Component.C1,
    Component.C2,
    Component.C3,
    Component.C4A,
    Component.C4B,
    Component.C4C,
    Component.C5A,
    Component.C5B,
    Component.C6,
    Component.C7,
)
AFTERCARE_SERVICES = (Component.A1, Component.A2, Component.A3, Component.A4)


class SpecialNeed(TextChoices):
    """What an institution is set up for beside the ordinary; the words follow "melayani"."""

    CHILDREN = "children", _("anak, di unit tersendiri")
    WOMEN = "women", _("perempuan, di unit tersendiri")
    PREGNANCY = "pregnancy", _("ibu hamil")
    MOTHER_CHILD = "mother_child", _("ibu yang membawa anak")
    WHEELCHAIR = "wheelchair", _("pengguna kursi roda")
    MENTAL_ILLNESS = "mental_illness", _("gangguan jiwa penyerta")
    OPIOID_MAINTENANCE = "opioid", _("terapi rumatan opioid")
    DETOX = "detox", _("putus zat dengan tenaga medis")


class WorkDays(IntegerChoices):
    """How many days of a week somebody is there, from Monday on."""

    FIVE = 5, _("Senin sampai Jumat")
    SIX = 6, _("Senin sampai Sabtu")
    SEVEN = 7, _("Setiap hari")
