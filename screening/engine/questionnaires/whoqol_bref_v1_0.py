"""WHOQOL-BREF version 1.0: quality of life in the last two weeks.

Structure, reversal, domains, transformation and missing rule: WHO (1996), WHOQOL-BREF introduction,
administration, scoring and generic version of the assessment. The sentences are the project's own
wording; the published form and its translations are WHO's and need written permission.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Domain, Item, Reckoning, Scale
from screening.engine.texts import Text


def _options(*labels: Text) -> tuple[Option, ...]:
    return tuple(Option(str(n), label, n) for n, label in enumerate(labels, start=1))


_GOOD = _options(
    Text("Sangat buruk", "Very poor"),
    Text("Buruk", "Poor"),
    Text("Biasa saja", "Neither poor nor good"),
    Text("Baik", "Good"),
    Text("Sangat baik", "Very good"),
)
_CONTENT = _options(
    Text("Sangat tidak puas", "Very discontent"),
    Text("Tidak puas", "Discontent"),
    Text("Biasa saja", "Neither content nor discontent"),
    Text("Puas", "Content"),
    Text("Sangat puas", "Very content"),
)
_HOW_MUCH = _options(
    Text("Tidak sama sekali", "Not at all"),
    Text("Sedikit", "A little"),
    Text("Cukup", "Fairly"),
    Text("Sangat", "Very"),
    Text("Amat sangat", "Extremely"),
)
_ENOUGH = _options(
    Text("Tidak sama sekali", "Not at all"),
    Text("Sedikit", "A little"),
    Text("Cukup", "Enough to get by"),
    Text("Hampir sepenuhnya", "Nearly fully"),
    Text("Sepenuhnya", "Fully"),
)
_HOW_OFTEN = _options(
    Text("Tidak pernah", "Never"),
    Text("Jarang", "Seldom"),
    Text("Cukup sering", "Fairly often"),
    Text("Sangat sering", "Very often"),
    Text("Selalu", "Always"),
)


def _item(
    number: int,
    domain: str,
    options: tuple[Option, ...],
    indonesian: str,
    english: str,
    *,
    reverse: bool = False,
) -> Item:
    return Item(f"q{number}", Text(indonesian, english), options, domain, reverse)


def _domain(code: str, indonesian: str, english: str, at_least: int) -> Domain:
    return Domain(code, Text(indonesian, english), Reckoning.PERCENT, at_least)


WHOQOL_BREF_1_0 = Scale(
    code="whoqol_bref",
    version="1.0",
    title=Text("WHOQOL-BREF: kualitas hidup", "WHOQOL-BREF: quality of life"),
    intro=Text(
        "Klien menjawab menurut ukuran, harapan, dan kesenangannya sendiri. Tidak ada jawaban benar atau "
        "salah; butir yang tidak ingin dijawab boleh dilewati.",
        "The client answers by their own standards, hopes and pleasures. There is no right or wrong; an "
        "item may be passed over.",
    ),
    period=Text("2 minggu terakhir", "the last 2 weeks"),
    licence=Text(
        "Formulir resmi dan terjemahannya hak WHO: memerlukan izin tertulis dan tidak boleh dijual. "
        "Kalimat di sini susunan aplikasi ini sendiri.",
        "The official form and its translations are WHO's: they need written permission and are not for "
        "sale. The sentences here are this application's own.",
    ),
    source="WHO (1996), WHOQOL-BREF: Introduction, Administration, Scoring and Generic Version",
    scoring=Text(
        "Butir 3, 4, dan 26 dibalik (6 dikurangi jawaban). Rata-rata tiap ranah dikali 4 (4 sampai 20), "
        "lalu diubah menjadi 0 sampai 100: (nilai - 4) x 100 / 16. Sebuah ranah dihitung bila cukup "
        "terisi: fisik 6 dari 7, psikologis 5 dari 6, sosial 2 dari 3, lingkungan 6 dari 8. Bila kurang "
        "dari 21 butir terisi, tidak ada yang dihitung. Butir 1 dan 2 berdiri sendiri.",
        "Items 3, 4 and 26 are reversed (6 less the answer). The mean of each domain times 4 (4 to 20) is "
        "then transformed to 0 to 100: (value - 4) x 100 / 16. A domain is scored when enough of it is "
        "answered: physical 6 of 7, psychological 5 of 6, social 2 of 3, environment 6 of 8. With fewer "
        "than 21 items answered nothing is scored. Items 1 and 2 stand apart.",
    ),
    items=(
        _item(
            1,
            "quality",
            _GOOD,
            "Secara keseluruhan, bagaimana mutu hidup Anda?",
            "All in all, how good is your life?",
        ),
        _item(
            2,
            "health",
            _CONTENT,
            "Seberapa puas Anda dengan kesehatan Anda?",
            "How content are you with your health?",
        ),
        _item(
            3,
            "physical",
            _HOW_MUCH,
            "Seberapa jauh rasa sakit menghalangi apa yang harus Anda kerjakan?",
            "How far does pain keep you from what you have to do?",
            reverse=True,
        ),
        _item(
            4,
            "physical",
            _HOW_MUCH,
            "Seberapa jauh Anda memerlukan pengobatan agar sanggup menjalani hari?",
            "How far do you depend on treatment to get through the day?",
            reverse=True,
        ),
        _item(
            5,
            "psychological",
            _HOW_MUCH,
            "Seberapa jauh Anda menikmati hidup?",
            "How far do you enjoy life?",
        ),
        _item(
            6,
            "psychological",
            _HOW_MUCH,
            "Seberapa berarti hidup ini bagi Anda?",
            "How meaningful is life to you?",
        ),
        _item(
            7,
            "psychological",
            _HOW_MUCH,
            "Seberapa baik Anda dapat memusatkan pikiran?",
            "How well can you keep your mind on something?",
        ),
        _item(
            8,
            "environment",
            _HOW_MUCH,
            "Seberapa aman Anda merasa dalam hidup sehari-hari?",
            "How safe do you feel in daily life?",
        ),
        _item(
            9,
            "environment",
            _HOW_MUCH,
            "Seberapa sehat lingkungan tempat Anda tinggal?",
            "How healthy are your surroundings?",
        ),
        _item(
            10,
            "physical",
            _ENOUGH,
            "Apakah tenaga Anda cukup untuk kegiatan sehari-hari?",
            "Have you enough strength for daily life?",
        ),
        _item(
            11,
            "psychological",
            _ENOUGH,
            "Dapatkah Anda menerima penampilan tubuh Anda?",
            "Can you accept how you look?",
        ),
        _item(
            12,
            "environment",
            _ENOUGH,
            "Apakah uang Anda cukup untuk kebutuhan Anda?",
            "Have you enough money for what you need?",
        ),
        _item(
            13,
            "environment",
            _ENOUGH,
            "Apakah Anda mendapat informasi yang Anda perlukan?",
            "Do you get the information you need?",
        ),
        _item(
            14,
            "environment",
            _ENOUGH,
            "Apakah Anda punya kesempatan bersantai?",
            "Do you have the chance to relax?",
        ),
        _item(
            15,
            "physical",
            _GOOD,
            "Bagaimana kemampuan Anda bergerak dan bepergian?",
            "How well can you move and get about?",
        ),
        _item(
            16,
            "physical",
            _CONTENT,
            "Seberapa puas Anda dengan tidur Anda?",
            "How content are you with your sleep?",
        ),
        _item(
            17,
            "physical",
            _CONTENT,
            "Seberapa puas Anda dengan kesanggupan menjalankan kegiatan sehari-hari?",
            "How content are you with what you manage to do in a day?",
        ),
        _item(
            18,
            "physical",
            _CONTENT,
            "Seberapa puas Anda dengan kesanggupan Anda bekerja?",
            "How content are you with your fitness for work?",
        ),
        _item(
            19,
            "psychological",
            _CONTENT,
            "Seberapa puas Anda dengan diri sendiri?",
            "How content are you with yourself?",
        ),
        _item(
            20,
            "social",
            _CONTENT,
            "Seberapa puas Anda dengan hubungan Anda dengan orang lain?",
            "How content are you with your ties to other people?",
        ),
        _item(
            21,
            "social",
            _CONTENT,
            "Seberapa puas Anda dengan kehidupan seksual Anda?",
            "How content are you with your sexual life?",
        ),
        _item(
            22,
            "social",
            _CONTENT,
            "Seberapa puas Anda dengan dukungan teman-teman?",
            "How content are you with the support of friends?",
        ),
        _item(
            23,
            "environment",
            _CONTENT,
            "Seberapa puas Anda dengan tempat tinggal Anda?",
            "How content are you with the place where you live?",
        ),
        _item(
            24,
            "environment",
            _CONTENT,
            "Seberapa puas Anda dengan kemudahan mendapat layanan kesehatan?",
            "How content are you with how easily you get health care?",
        ),
        _item(
            25,
            "environment",
            _CONTENT,
            "Seberapa puas Anda dengan sarana angkutan yang Anda pakai?",
            "How content are you with the transport you use?",
        ),
        _item(
            26,
            "psychological",
            _HOW_OFTEN,
            "Seberapa sering Anda murung, cemas, putus asa, atau sedih?",
            "How often are you gloomy, anxious, in despair or sad?",
            reverse=True,
        ),
    ),
    total=Reckoning.NONE,
    domains=(
        Domain("quality", Text("Mutu hidup (1-5)", "Quality of life (1-5)"), Reckoning.MEAN, 1),
        Domain("health", Text("Kesehatan (1-5)", "Health (1-5)"), Reckoning.MEAN, 1),
        _domain("physical", "Fisik", "Physical", 6),
        _domain("psychological", "Psikologis", "Psychological", 5),
        _domain("social", "Hubungan sosial", "Social ties", 2),
        _domain("environment", "Lingkungan", "Environment", 6),
    ),
    may_miss=5,
)
