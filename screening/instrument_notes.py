"""What a reader of an instrument's page should know beside its own words.

Notes are about all versions and change nothing that was asked, so they are no part of a published one.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


NOTES: dict[str, tuple[str | Promise, ...]] = {
    "assist": (
        _(
            "Butir 6 dan 7 menanyakan seumur hidup: orang yang sudah berhenti tetap dapat mencapai"
            " kelas sedang. Manual menghitungnya demikian; untuk keadaan sekarang lihat butir 2."
        ),
        _(
            "Batas 4 hari menyuntik dalam sebulan pada butir 8 belum ditemukan pada sumber terbuka;"
            " dipakai sampai ada yang lebih pasti."
        ),
        _(
            "Batas nilainya disusun untuk usia 18 tahun ke atas. Pada anak, kelasnya ditampilkan menurut"
            " manual, sedangkan usulan layanan menghitung pemakaian apa pun sebelum usia 15 tahun"
            " paling sedikit sedang."
        ),
    ),
    "dast10": (
        _(
            "Butir 3 memakai rumusan Skinner (1982), mampu berhenti, yang nilainya dibalik. Ada formulir"
            " lain dengan rumusan tidak mampu berhenti yang tidak dibalik: jangan mencampur keduanya."
        ),
    ),
    "audit": (
        _(
            "Untuk perempuan dan orang berusia 65 tahun ke atas banyak yang memakai 7 sebagai batas"
            " zona II. Zona di sini tetap menurut manual; perhatikan nilai 7 pada mereka."
        ),
    ),
    "srq20": (
        _(
            "Batas 6 adalah yang dipakai di Indonesia (Riskesdas). Panduan WHO tidak menetapkan satu"
            " batas, dan 7/8 yang paling sering dipakai di negara lain. Nilai di atas batas berarti"
            " perlu diperiksa, bukan diagnosis."
        ),
    ),
    "srq29": (
        _(
            "Satu ya pada butir 22–24 berarti perlu diperiksa tenaga kesehatan jiwa, bukan diagnosis."
            " Sabu dan ganja pun dapat menimbulkan tanda yang sama; waktu pemakaian terakhir perlu disampaikan."
        ),
    ),
    "asq": (
        _(
            "Percobaan lebih dari tiga bulan lalu tanpa tanda lain tetap positif, tetapi tidak menahan"
            " layanan. Keinginan mati dan pikiran mengakhiri hidup selalu menunggu tenaga kesehatan."
        ),
    ),
    "readiness": (
        _(
            "Kemajuan ditampilkan dari subskala aksi dan pemeliharaan, bukan dari jumlahnya."
            " Batas 8 dan 11 hanyalah kebiasaan, dan jumlahnya dapat turun ketika klien sudah berubah."
        ),
    ),
    "whoqol_bref": (
        _(
            "Nilai 0–100 dihitung tanpa pembulatan di tengah, seperti cara dengan komputer. Tabel kertas"
            " membulatkan nilai 4–20 lebih dahulu, sehingga hasilnya dapat berbeda sampai 3 angka."
        ),
        _(
            "Lima butir kosong dari 26 masih dihitung: 19%, di bawah batas seperlima. Sebagian rumus"
            " komputer meminta 22 butir terisi."
        ),
    ),
    "crafft": (
        _(
            "Risiko tinggi menurut CRAFFT berarti perlu asesmen menyeluruh, bukan layanan yang paling"
            " berat; karena itu di sini dihitung sebagai kelas sedang, dan risiko sedangnya sebagai rendah."
        ),
        _("Jumlah hari ditanyakan dalam rentang, bukan angka; tidak memengaruhi nilai."),
    ),
    "child_strengths": (
        _(
            "Skala sendiri yang belum divalidasi: bahan percakapan dan pembanding bagi anak itu sendiri,"
            " bukan alat diagnosis."
        ),
        _(
            "SDQ tidak dipakai karena pemakaian elektroniknya memerlukan lisensi Youthinmind. Lembaga"
            " dapat memakai formulir kertasnya dan menulis hasilnya dalam uraian."
        ),
    ),
    "social_functioning": (
        _(
            "Mulai versi 1.1 butir tentang uang, peran dalam keluarga, dan kewajiban sekolah, kerja,"
            " atau rumah dapat dijawab “Tidak berlaku” dan tidak ikut dihitung."
        ),
    ),
}


def notes_on(code: str) -> tuple[str, ...]:
    return tuple(str(note) for note in NOTES.get(code, ()))
