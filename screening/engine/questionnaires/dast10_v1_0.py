"""DAST-10 version 1.0: problems with drugs in the last twelve months, yes or no.

Structure, points and cut-offs: Skinner (1982), Drug Abuse Screening Test, ten items. The sentences are
the project's own wording; the published form is (c) H. Skinner and CAMH.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Item, Reckoning, Scale, ScaleBand
from screening.engine.texts import Text


_YES_NO = (Option("yes", Text("Ya", "Yes"), 1), Option("no", Text("Tidak", "No"), 0))


def _item(number: int, indonesian: str, english: str, *, reverse: bool = False) -> Item:
    return Item(f"q{number}", Text(indonesian, english), _YES_NO, reverse=reverse)


DAST10_1_0 = Scale(
    code="dast10",
    version="1.0",
    title=Text("DAST-10: masalah karena zat", "DAST-10: problems with drugs"),
    intro=Text(
        "Tentang obat dan zat selain alkohol dan tembakau: zat terlarang, dan obat yang dipakai tanpa "
        "resep atau melebihi anjuran.",
        "About drugs other than alcohol and tobacco: illegal ones, and medicines taken without a "
        "prescription or beyond it.",
    ),
    period=Text("12 bulan terakhir", "the last 12 months"),
    licence=Text(
        "Formulir resmi © H. Skinner/CAMH, bebas dipakai untuk keperluan nonkomersial dengan menyebut "
        "sumber. Kalimat di sini susunan aplikasi ini sendiri.",
        "The official form is © H. Skinner/CAMH, free for non-commercial use with credit. The sentences "
        "here are this application's own.",
    ),
    source="Skinner HA (1982), The Drug Abuse Screening Test, Addictive Behaviors 7(4):363-371",
    scoring=Text(
        "Setiap jawaban ya bernilai 1; pada butir 3 jawaban tidak yang bernilai 1. Jumlahnya 0 sampai 10.",
        "Each yes counts 1; for item 3 it is the no that counts. The sum is 0 to 10.",
    ),
    items=(
        _item(
            1,
            "Pernahkah Anda memakai zat atau obat bukan untuk pengobatan?",
            "Have you taken drugs for other than medical reasons?",
        ),
        _item(
            2,
            "Pernahkah Anda memakai lebih dari satu jenis zat pada waktu yang sama?",
            "Have you taken more than one drug at the same time?",
        ),
        _item(
            3,
            "Bila Anda ingin berhenti memakai, apakah Anda selalu berhasil?",
            "When you wanted to stop taking drugs, did you always manage to?",
            reverse=True,
        ),
        _item(
            4,
            "Pernahkah ada waktu yang hilang dari ingatan Anda, atau kejadian yang tiba-tiba terbayang "
            "kembali, karena pemakaian zat?",
            "Have drugs left you with lost stretches of memory, or with scenes that came back suddenly?",
        ),
        _item(
            5,
            "Pernahkah Anda menyesal atau merasa bersalah karena memakai zat?",
            "Have you felt sorry or guilty about taking drugs?",
        ),
        _item(
            6,
            "Apakah pasangan atau orang tua Anda pernah mengeluhkan pemakaian zat Anda?",
            "Has your partner or a parent complained about your taking drugs?",
        ),
        _item(
            7,
            "Pernahkah keluarga Anda terabaikan karena Anda memakai zat?",
            "Has your family been neglected because you took drugs?",
        ),
        _item(
            8,
            "Pernahkah Anda melanggar hukum untuk mendapatkan zat?",
            "Have you broken the law to get drugs?",
        ),
        _item(
            9,
            "Pernahkah badan Anda terasa sakit atau tidak keruan ketika berhenti memakai?",
            "Have you felt ill or out of sorts in your body when you stopped taking drugs?",
        ),
        _item(
            10,
            "Pernahkah kesehatan Anda terganggu karena zat, misalnya kejang, perdarahan, hepatitis, atau "
            "hilang ingatan?",
            "Have drugs harmed your health, such as seizures, bleeding, hepatitis or loss of memory?",
        ),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("none", Text("tidak ada masalah", "no problem"), 0, "low"),
        ScaleBand("low", Text("ringan: pantau", "low: monitor"), 1, "low"),
        ScaleBand("moderate", Text("sedang: telusuri", "moderate: look further"), 3, "moderate"),
        ScaleBand("substantial", Text("cukup berat", "substantial"), 6, "high"),
        ScaleBand(
            "severe", Text("berat: penanganan intensif", "severe: intensive care"), 9, "high"
        ),
    ),
)
