"""Four real sentra (domain facts, section 7) and made-up partners, each with an agreement in another state.

Of the sentra, names, places and the capacities of Galih Pakuan and Pangurangi are real; whom they take,
their coverage and their agreements are values for the demonstration.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from partners.enums import AccreditationGrade, AgreementKind, InstitutionKind
from partners.models import Agreement, Institution
from regions.models import Province, Regency


K = InstitutionKind


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name: str
    kind: InstitutionKind
    regency: str
    capacity: int = 0
    covers: tuple[str, ...] = ()
    address: str = ""
    mentor: str = ""
    age_min: int = 18
    accredited_for: int | None = None
    """Days from today until its accreditation runs out."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An agreement: where it ends, counted in days from today, and how it stands."""

    place: str
    ends_in: int
    lasts: int = 1826
    kind: AgreementKind = AgreementKind.PKS
    title: str = "Layanan ATENSI bagi korban penyalahgunaan NAPZA"
    is_signed: bool = True
    terminated_ago: int | None = None


WEST = ("31", "32", "36", "18", "16", "15", "17", "19", "61")
PLACES = (
    Place(
        "galih",
        "Sentra Galih Pakuan",
        K.BALAI,
        "3201",
        150,
        WEST,
        "Putat Nutug, Ciseeng",
        age_min=15,
    ),
    # Its beds are not known from a public source: 100 is a value for the demonstration.
    Place(
        "insyaf",
        "Sentra Insyaf Medan",
        K.BALAI,
        "1207",
        100,
        ("11", "12", "13", "14", "21"),
        "Lau Bakeri, Kutalimbaru",
    ),
    # Eight dormitories, beds not known; 75 people lived there in 2019: 80 is a value for the demonstration.
    Place(
        "satria",
        "Sentra Satria",
        K.BALAI,
        "3302",
        80,
        ("33", "34", "35", "51", "52", "53", "62", "63", "64"),
        "Baturraden",
    ),
    Place(
        "pangurangi",
        "Sentra Pangurangi Takalar",
        K.BALAI,
        "7305",
        44,
        ("73", "74", "76", "91", "92", "93", "94", "95", "96"),
        "Takalar",
    ),
    Place(
        "harapan",
        "IPWL Yayasan Harapan Contoh",
        K.IPWL,
        "3271",
        24,
        ("32",),
        "Jalan Contoh Raya 12",
        "galih",
        age_min=15,
        accredited_for=75,
    ),
    Place(
        "pulih",
        "IPWL Rumah Pulih Contoh",
        K.IPWL,
        "3273",
        16,
        ("32",),
        "Jalan Contoh Asri 8",
        "galih",
        accredited_for=700,
    ),
    Place(
        "cahaya",
        "IPWL Cahaya Baru Contoh",
        K.IPWL,
        "1271",
        20,
        ("12",),
        "Jalan Contoh Damai 3",
        "insyaf",
        accredited_for=400,
    ),
    Place(
        "tunas",
        "IPWL Tunas Bangkit Contoh",
        K.IPWL,
        "3374",
        12,
        ("33",),
        "Jalan Contoh Permai 5",
        "satria",
        accredited_for=150,
    ),
    Place(
        "bina",
        "IPWL Bina Warga Contoh",
        K.IPWL,
        "7371",
        10,
        ("73",),
        "Jalan Contoh Bahari 1",
        "pangurangi",
        accredited_for=-20,
    ),
    Place(
        "sejahtera",
        "LKS Pondok Sejahtera Contoh",
        K.LKS,
        "3276",
        15,
        ("31", "32"),
        "Jalan Contoh Lestari 27",
        "galih",
        accredited_for=25,
    ),
    Place(
        "rahayu",
        "LKS Bale Rahayu Contoh",
        K.LKS,
        "5171",
        12,
        ("51", "52"),
        "Jalan Contoh Sejuk 9",
        "satria",
        accredited_for=500,
    ),
    Place(
        "honai",
        "LKS Honai Harapan Contoh",
        K.LKS,
        "9171",
        8,
        ("91", "95"),
        "Jalan Contoh Sentani 4",
        "pangurangi",
        accredited_for=600,
    ),
    Place("dinsos", "Dinas Sosial Kota Bogor", K.SOCIAL_OFFICE, "3271"),
    Place("bnnk", "BNNK Bogor", K.BNN, "3201"),
    Place("lido", "Balai Besar Rehabilitasi BNN Lido", K.BNN, "3201"),
    Place("rumah_sakit", "RSUD Contoh Sehat", K.HOSPITAL, "3271"),
    Place("puskesmas", "Puskesmas Contoh Tegal", K.HOSPITAL, "3276"),
    Place("sekolah", "SMK Contoh Karya", K.SCHOOL, "3271"),
    Place("bengkel", "PT Bengkel Contoh Mandiri", K.BUSINESS, "3276"),
    Place("donatur", "Yayasan Peduli Contoh", K.DONOR, "3171"),
    Place("karang_taruna", "Karang Taruna Contoh RW 05", K.COMMUNITY, "3271"),
    Place("lsm", "Jejaring Pulih Contoh", K.NGO, "3171"),
)
PAPERS = (
    Paper("galih", 620),
    Paper("insyaf", 540),
    Paper("satria", 700),
    Paper("pangurangi", 480),
    Paper("harapan", 30),
    Paper("pulih", 365),
    Paper("cahaya", 80),
    Paper("tunas", -12, 1095),
    Paper("bina", 250),
    Paper("sejahtera", 410),
    Paper("rahayu", 300),
    Paper("honai", 330),
    Paper("dinsos", 560, 1095, AgreementKind.MOU, "Pendataan dan penjangkauan bersama"),
    Paper("bnnk", -18, 730, AgreementKind.MOU, "Rujukan dan asesmen terpadu"),
    Paper("lido", 58, 1095, AgreementKind.MOU, "Rehabilitasi medis sebelum layanan sosial"),
    Paper("rumah_sakit", 30, 730, title="Detoksifikasi dan pemeriksaan jiwa"),
    Paper("puskesmas", 390, 1095, title="Rawat jalan dan terapi rumatan"),
    Paper(
        "sekolah", 700, 730, AgreementKind.MOU, "Lanjut belajar sesudah layanan", is_signed=False
    ),
    Paper("bengkel", 200, 730, title="Magang dan penempatan kerja"),
    Paper("donatur", 120, 730, AgreementKind.MOU, "Modal usaha penerima manfaat"),
    Paper(
        "karang_taruna", 150, 730, AgreementKind.MOU, "Kelompok dukungan warga", terminated_ago=40
    ),
)


def found(today: date) -> dict[str, Institution]:
    """Every institution with coverage and agreement, by its key."""
    made: dict[str, Institution] = {}
    for place in PLACES:
        made[place.key] = _institution(place, made.get(place.mentor), today)
    for number, paper in enumerate(PAPERS, start=1):
        _agreement(paper, made[paper.place], number, today)
    return made


def _institution(place: Place, mentor: Institution | None, today: date) -> Institution:
    expires_on = None
    if place.accredited_for is not None:
        expires_on = today + timedelta(days=place.accredited_for)
    institution = Institution.objects.create(
        name=place.name,
        kind=place.kind,
        regency=Regency.objects.get(pk=place.regency),
        address=place.address,
        age_min=place.age_min,
        capacity=place.capacity,
        accreditation_grade=AccreditationGrade.B if expires_on else "",
        accreditation_expires_on=expires_on,
        mentor=mentor,
    )
    institution.covers_provinces.set(Province.objects.filter(pk__in=place.covers))
    return institution


def _agreement(paper: Paper, institution: Institution, number: int, today: date) -> None:
    ends_on = today + timedelta(days=paper.ends_in)
    starts_on = ends_on - timedelta(days=paper.lasts)
    terminated_on = None
    if paper.terminated_ago is not None:
        terminated_on = today - timedelta(days=paper.terminated_ago)
    Agreement.objects.create(
        kind=paper.kind,
        number=f"{number:02d}/{paper.kind.upper()}/CONTOH/{starts_on.year}",
        title=paper.title,
        institution=institution,
        first_party="Kementerian Sosial Republik Indonesia",
        first_signer="Direktur Contoh",
        second_signer="Pimpinan Lembaga Contoh",
        scope="Penerimaan, layanan, dan pelaporan klien; pertukaran data seperlunya; evaluasi tahunan.",
        signed_on=starts_on - timedelta(days=3) if paper.is_signed else None,
        starts_on=starts_on,
        ends_on=ends_on,
        terminated_on=terminated_on,
        termination_reason="Kepengurusan lembaga berganti." if terminated_on else "",
    )
