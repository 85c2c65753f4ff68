"""ASSIST version 3.1: alcohol, smoking and substance involvement, for an interview by a trained worker.

Source of structure, weights, skips and cut-offs: WHO ASSIST v3.1 manual for use in primary care (2010).
The scoring facts are the instrument's; every sentence here is the project's own wording, since the
published forms and translations are (c) WHO. Street names: domain.md section 2.11.
"""

from screening.engine.instrument import Asked, Instrument, Option, Question, Section, Substance
from screening.engine.texts import Text


def _how_often(once_twice: int, monthly: int, weekly: int, daily: int) -> tuple[Option, ...]:
    return (
        Option("never", Text("Tidak pernah", "Never"), 0),
        Option("once_twice", Text("1 atau 2 kali", "1 or 2 times"), once_twice),
        Option("monthly", Text("Kira-kira tiap bulan", "About every month"), monthly),
        Option("weekly", Text("Kira-kira tiap minggu", "About every week"), weekly),
        Option("daily", Text("Tiap hari atau hampir tiap hari", "Every day or nearly so"), daily),
    )


def _how_recently(past_3_months: int, earlier: int) -> tuple[Option, ...]:
    return (
        Option("never", Text("Tidak pernah", "Never"), 0),
        Option(
            "past_3_months",
            Text("Ya, dalam 3 bulan terakhir", "Yes, within the last 3 months"),
            past_3_months,
        ),
        Option(
            "earlier",
            Text("Ya, tetapi sebelum 3 bulan terakhir", "Yes, but longer than 3 months ago"),
            earlier,
        ),
    )


def _substance(
    code: str, label: Text, hint: Text, *, moderate_from: int = 4, counts_for_risk: bool = True
) -> Substance:
    return Substance(code, label, hint, moderate_from, 27, counts_for_risk)


SUBSTANCES = (
    _substance(
        "tobacco",
        Text("Tembakau", "Tobacco"),
        Text(
            "rokok, kretek, tembakau linting, vape bernikotin, tembakau kunyah",
            "cigarettes, clove cigarettes, rolling tobacco, nicotine vapes, chewing tobacco",
        ),
        counts_for_risk=False,
    ),
    _substance(
        "alcohol",
        Text("Alkohol", "Alcohol"),
        Text(
            "miras, bir, anggur, arak, ciu, tuak, oplosan",
            "spirits, beer, wine, arak, ciu, palm wine, home-mixed drinks (oplosan)",
        ),
        moderate_from=11,
    ),
    _substance(
        "cannabis",
        Text("Kanabis", "Cannabis"),
        Text(
            "ganja, cimeng, hasis; tembakau gorila atau sinte dicatat pada zat lain",
            "ganja, cimeng, hashish; record synthetic cannabinoids (gorila, sinte) under other",
        ),
    ),
    _substance(
        "cocaine",
        Text("Kokain", "Cocaine"),
        Text("kokain bubuk, crack", "powder cocaine, crack"),
    ),
    _substance(
        "amphetamine",
        Text("Amfetamin dan sejenisnya", "Amphetamine-type stimulants"),
        Text("sabu, inex, ekstasi", "crystal methamphetamine (sabu), inex, ecstasy"),
    ),
    _substance(
        "inhalants",
        Text("Zat hirup", "Inhalants"),
        Text("lem, bensin, tiner yang dihirup", "glue, petrol, thinner, when sniffed"),
    ),
    _substance(
        "sedatives",
        Text("Obat penenang atau obat tidur", "Sedatives or sleeping pills"),
        Text(
            "BK, dumolid (nitrazepam), xanax (alprazolam), lexotan, riklona, di luar anjuran dokter",
            "BK, dumolid (nitrazepam), xanax (alprazolam), lexotan, riklona, not as prescribed",
        ),
    ),
    _substance(
        "hallucinogens",
        Text("Halusinogen", "Hallucinogens"),
        Text("LSD, jamur, kecubung, ketamin", "LSD, mushrooms, thornapple (kecubung), ketamine"),
    ),
    _substance(
        "opioids",
        Text("Opioid", "Opioids"),
        Text(
            "putaw (heroin), morfin, kodein, tramadol; metadon atau buprenorfin di luar anjuran dokter",
            "heroin (putaw), morphine, codeine, tramadol; methadone or buprenorphine not as prescribed",
        ),
    ),
    _substance(
        "other",
        Text("Zat lain", "Other substances"),
        Text(
            "tembakau gorila atau sinte, dekstro, pil koplo (triheksifenidil), PCC (karisoprodol), "
            "kratom, zat baru lain",
            "synthetic cannabinoids (gorila, sinte), dextromethorphan, trihexyphenidyl (pil koplo), "
            "carisoprodol (PCC), kratom, other new substances",
        ),
    ),
)

_Q1 = Question(
    "q1",
    Text(
        "Sepanjang hidup, apakah Anda sempat memakai zat ini, walau hanya satu kali?",
        "At any point in life so far, did you take this, even a single time?",
    ),
    Text(
        "Obat yang diminum sesuai anjuran dokter tidak dihitung. Bila semua jawaban tidak, pastikan "
        "sekali lagi dengan lembut, misalnya tentang masa sekolah.",
        "Medicine taken the way a doctor advised does not count. If every answer is no, gently make "
        "sure once more, for example about the school years.",
    ),
    (
        Option(value=True, label=Text("Ya", "Yes"), points=3),
        Option(value=False, label=Text("Tidak", "No"), points=0),
    ),
    Asked.ALWAYS,
    counted=False,
)
_Q2 = Question(
    "q2",
    Text(
        "Tiga bulan belakangan ini, sesering apa Anda memakainya?",
        "These last three months, how regularly did you take it?",
    ),
    Text(
        "Patokan: tiap bulan = 1-3 kali sebulan; tiap minggu = 1-4 kali seminggu; hampir tiap hari = "
        "5-7 hari seminggu.",
        "As a guide: every month = 1-3 times a month; every week = 1-4 times a week; nearly every "
        "day = 5-7 days a week.",
    ),
    _how_often(2, 3, 4, 6),
    Asked.EVER_USED,
)
_Q3 = Question(
    "q3",
    Text(
        "Selama itu, sesering apa muncul rasa ingin memakai yang sulit ditahan?",
        "Over that time, how regularly did a wish for it come up that was hard to resist?",
    ),
    Text(
        "Rasa ingin yang kuat itu wajar diceritakan; dengarkan tanpa menilai.",
        "Such a wish is nothing to be ashamed of; listen without judging.",
    ),
    _how_often(3, 4, 5, 6),
    Asked.USED_RECENTLY,
)
_Q4 = Question(
    "q4",
    Text(
        "Selama itu, sesering apa pemakaiannya menimbulkan kesulitan bagi Anda?",
        "Over that time, how regularly did taking it bring you trouble?",
    ),
    Text(
        "Contoh: jatuh sakit, bertengkar di rumah, berurusan dengan polisi, uang habis atau berutang.",
        "For example: falling ill, quarrels at home, dealings with the police, money gone or debts.",
    ),
    _how_often(4, 5, 6, 7),
    Asked.USED_RECENTLY,
)
_Q5 = Question(
    "q5",
    Text(
        "Selama itu, sesering apa tugas sehari-hari terbengkalai karenanya?",
        "Over that time, how regularly did everyday duties go undone because of it?",
    ),
    Text(
        "Contoh: sekolah, pekerjaan, mengurus anak, urusan rumah. Tidak ditanyakan untuk tembakau.",
        "For example: school, work, care of children, the household. Not asked for tobacco.",
    ),
    _how_often(5, 6, 7, 8),
    Asked.USED_RECENTLY,
    not_for=("tobacco",),
)
_Q6 = Question(
    "q6",
    Text(
        "Adakah keluarga, teman, atau orang lain yang mengungkapkan rasa khawatir soal pemakaian ini?",
        "Has anyone in the family, a friend or another person told you they worry about this use?",
    ),
    Text(
        "Kekhawatiran tenaga kesehatan, guru, atau atasan juga dihitung.",
        "Worry voiced by a health worker, teacher or employer counts too.",
    ),
    _how_recently(6, 3),
    Asked.EVER_USED,
)
_Q7 = Question(
    "q7",
    Text(
        "Pernahkah Anda berusaha mengurangi atau menghentikannya, tetapi belum berhasil?",
        "Did you ever set out to take less of it or stop, without managing to yet?",
    ),
    Text(
        "Hargai setiap usaha; yang dicatat adalah usaha sungguh-sungguh yang belum berhasil.",
        "Honour every effort; what is recorded is a serious effort that did not hold yet.",
    ),
    _how_recently(6, 3),
    Asked.EVER_USED,
)
_Q8 = Question(
    "q8",
    Text(
        "Apakah Anda pernah menyuntikkan zat ke tubuh, selain untuk pengobatan?",
        "Did you ever inject any substance, apart from medical treatment?",
    ),
    Text(
        "Bila ya dalam 3 bulan terakhir, tanyakan juga berapa hari dalam sebulan.",
        "If yes within the last 3 months, also ask on how many days a month.",
    ),
    _how_recently(2, 1),
    Asked.ANY_EVER_USED,
    counted=False,
    per_substance=False,
    accepted_unasked="never",
)

ASSIST_3_1 = Instrument(
    code="assist",
    version="3.1",
    title=Text(
        "ASSIST 3.1: keterlibatan dengan alkohol, tembakau, dan zat lain",
        "ASSIST 3.1: involvement with alcohol, tobacco and other substances",
    ),
    licence=Text(
        "Struktur dan penilaian: ASSIST v3.1, (c) WHO 2010. Kalimat pertanyaan disusun sendiri oleh "
        "ATENSI dan bukan terjemahan resmi WHO.",
        "Structure and scoring: ASSIST v3.1, (c) WHO 2010. The questions are worded by ATENSI itself "
        "and are not an official WHO text or translation.",
    ),
    source="WHO, The ASSIST version 3.1: manual for use in primary care (2010)",
    substances=SUBSTANCES,
    sections=(
        Section(
            "ever",
            Text("Zat yang pernah dipakai", "Substances ever taken"),
            Text(
                "Jawaban dijaga kerahasiaannya dan dipakai untuk memilih bantuan yang cocok.",
                "Answers are kept confidential and help to choose fitting support.",
            ),
            (_Q1,),
        ),
        Section(
            "recent",
            Text("Tiga bulan terakhir", "The last three months"),
            Text(
                "Hanya zat yang pernah dipakai yang ditanyakan.",
                "Only substances ever taken are asked about.",
            ),
            (_Q2, _Q3, _Q4, _Q5),
        ),
        Section(
            "over_time",
            Text("Kekhawatiran dan usaha berhenti", "Worries and efforts to stop"),
            Text(
                "Ditanyakan untuk setiap zat yang pernah dipakai, juga bila kini tidak dipakai lagi.",
                "Asked for every substance ever taken, also when it is no longer taken.",
            ),
            (_Q6, _Q7),
        ),
        Section(
            "injecting",
            Text("Penyuntikan", "Injecting"),
            Text(
                "Satu pertanyaan untuk semua zat.",
                "One question about all substances together.",
            ),
            (_Q8,),
        ),
    ),
    ever_question="q1",
    recent_question="q2",
    injecting_question="q8",
)
