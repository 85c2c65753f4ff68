"""SRQ-20 version 1.0: signs of mental distress in the last thirty days, yes or no.

Structure and points: WHO, A user's guide to the Self Reporting Questionnaire (1994); the cut of six is
the one in use in Indonesia. The sentences are the project's own wording; the published form is (c) WHO.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Item, Reckoning, Scale, ScaleBand
from screening.engine.texts import Text


_YES_NO = (Option("yes", Text("Ya", "Yes"), 1), Option("no", Text("Tidak", "No"), 0))


def _item(number: int, indonesian: str, english: str, *, flag: str = "") -> Item:
    return Item(f"q{number}", Text(indonesian, english), _YES_NO, flag=flag)


SRQ20_1_0 = Scale(
    code="srq20",
    version="1.0",
    title=Text("SRQ-20: tekanan jiwa", "SRQ-20: mental distress"),
    intro=Text(
        "Tunda bila klien dalam keadaan darurat atau kesakitan. Yang dicatat adalah keluhan yang "
        "dirasakan selama 30 hari ini.",
        "Wait when the client is in an emergency or in pain. Record what has been felt over these 30 days.",
    ),
    period=Text("30 hari terakhir", "the last 30 days"),
    licence=Text(
        "Formulir resmi © WHO, boleh diperbanyak untuk keperluan nonkomersial. Kalimat di sini susunan "
        "aplikasi ini sendiri.",
        "The official form is © WHO and may be copied for non-commercial use. The sentences here are this "
        "application's own.",
    ),
    source="WHO (1994), A User's Guide to the Self Reporting Questionnaire, WHO/MNH/PSF/94.8",
    scoring=Text(
        "Setiap jawaban ya bernilai 1, jumlahnya 0 sampai 20. Enam atau lebih perlu dilihat lebih lanjut. "
        "Jawaban ya pada butir 17 adalah tanda bahaya, berapa pun jumlahnya.",
        "Each yes counts 1, the sum is 0 to 20. Six or more needs a closer look. A yes to item 17 is a "
        "red flag whatever the sum.",
    ),
    items=(
        _item(1, "Apakah kepala Anda sering sakit?", "Does your head often ache?"),
        _item(2, "Apakah selera makan Anda berkurang?", "Do you have little appetite?"),
        _item(3, "Apakah tidur Anda kurang nyenyak?", "Do you sleep poorly?"),
        _item(4, "Apakah Anda mudah merasa takut?", "Are you quickly afraid?"),
        _item(5, "Apakah tangan Anda gemetar?", "Do your hands tremble?"),
        _item(
            6,
            "Apakah Anda tegang, gelisah, atau banyak khawatir?",
            "Are you tense, uneasy or full of worries?",
        ),
        _item(7, "Apakah pencernaan Anda terganggu?", "Is your digestion upset?"),
        _item(8, "Apakah Anda sulit berpikir jernih?", "Is it hard for you to think clearly?"),
        _item(9, "Apakah Anda merasa sedih?", "Are you unhappy?"),
        _item(
            10,
            "Apakah Anda menangis lebih sering daripada biasanya?",
            "Do you weep more often than you used to?",
        ),
        _item(
            11,
            "Apakah kegiatan sehari-hari sulit Anda nikmati?",
            "Is it hard for you to take pleasure in what you do each day?",
        ),
        _item(12, "Apakah Anda sulit mengambil keputusan?", "Is it hard for you to decide?"),
        _item(
            13,
            "Apakah pekerjaan atau tugas harian Anda terbengkalai?",
            "Does your daily work suffer?",
        ),
        _item(
            14,
            "Apakah Anda merasa tidak mampu berperan dengan berguna dalam hidup?",
            "Do you feel unable to be of use in life?",
        ),
        _item(
            15,
            "Apakah minat Anda pada banyak hal menghilang?",
            "Have you lost interest in many things?",
        ),
        _item(16, "Apakah Anda merasa tidak berharga?", "Do you feel that you are worth nothing?"),
        _item(
            17,
            "Apakah terlintas dalam pikiran Anda untuk mengakhiri hidup?",
            "Has it crossed your mind to end your life?",
            flag="suicide_intent",
        ),
        _item(18, "Apakah Anda lelah sepanjang waktu?", "Are you tired all the time?"),
        _item(
            19,
            "Apakah perut Anda terasa tidak enak?",
            "Does your stomach feel uncomfortable?",
        ),
        _item(20, "Apakah Anda cepat lelah?", "Do you tire easily?"),
    ),
    total=Reckoning.SUM,
    bands=(
        ScaleBand("below", Text("di bawah ambang", "below the cut"), 0),
        ScaleBand(
            "distress",
            Text("tekanan jiwa: perlu pemeriksaan lanjutan", "distress: needs a closer look"),
            6,
        ),
    ),
)
