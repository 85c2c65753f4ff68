"""SRQ-29 items 21 to 29, version 1.0: what stands beside SRQ-20, over the last thirty days, yes or no.

Structure: WHO, A user's guide to the Self Reporting Questionnaire (1994), which names further items beside
the twenty, and the form of 29 items in use in Indonesia: 21 alcohol or drugs, 22-24 signs of psychosis,
25-29 signs of trauma. Any yes to 22-24 tells of serious symptoms and a need for help, any yes to 25-29 asks
for follow-up; there is no sum over all nine. The sentences are the project's own; the published form is
(c) WHO.
"""

from screening.engine.instrument import Option
from screening.engine.scale import Domain, Item, Reckoning, Scale
from screening.engine.texts import Text


_YES_NO = (Option("yes", Text("Ya", "Yes"), 1), Option("no", Text("Tidak", "No"), 0))
_PSYCHOSIS = "psychosis"
_TRAUMA = "trauma"


def _voice(number: int, prompt: Text, hint: Text | None = None) -> Item:
    """Any yes is a red flag: somebody of mental health has to look."""
    return Item(f"q{number}", prompt, _YES_NO, domain=_PSYCHOSIS, flag="psychiatric", hint=hint)


def _trace(number: int, indonesian: str, english: str) -> Item:
    return Item(f"q{number}", Text(indonesian, english), _YES_NO, domain=_TRAUMA)


SRQ29_1_0 = Scale(
    code="srq29",
    version="1.0",
    title=Text("SRQ-29 butir 21–29: jiwa dan trauma", "SRQ-29 items 21-29: mind and trauma"),
    intro=Text(
        "Lanjutan SRQ-20, bila klien sanggup. Ia boleh berhenti kapan saja; jangan minta ia menceritakan "
        "kejadiannya.",
        "Goes on from SRQ-20, if the client is able to. They may stop at any time; do not ask them to tell "
        "what happened.",
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
        "Tidak ada jumlah keseluruhan. Satu ya pada butir 22 sampai 24 adalah tanda bahaya: tenaga kesehatan "
        "jiwa perlu melihat klien. Satu ya pada butir 25 sampai 29 perlu ditindaklanjuti dalam rencana "
        "layanan. Butir 21 dibandingkan dengan ASSIST.",
        "There is no sum over all. One yes to items 22 to 24 is a red flag: a mental-health worker has to see "
        "the client. One yes to items 25 to 29 is followed up in the service plan. Item 21 is compared with "
        "ASSIST.",
    ),
    items=(
        Item(
            "q21",
            Text(
                "Apakah Anda minum alkohol lebih banyak daripada biasanya, atau memakai napza?",
                "Have you been drinking more alcohol than you used to, or taking drugs?",
            ),
            _YES_NO,
        ),
        _voice(
            22,
            Text(
                "Apakah Anda yakin ada orang yang diam-diam berusaha mencelakai Anda?",
                "Are you certain that somebody is secretly trying to do you harm?",
            ),
            Text(
                "Ancaman yang nyata, misalnya dari bandar atau penagih utang, dijawab tidak di sini dan "
                "dicatat pada skrining.",
                "A real threat, from a dealer or a debt collector for instance, is answered no here and "
                "written down in the screening.",
            ),
        ),
        _voice(
            23,
            Text(
                "Apakah ada sesuatu yang mengatur atau mengganggu pikiran Anda dengan cara yang tidak biasa?",
                "Is something steering or disturbing your thoughts in a way that is out of the ordinary?",
            ),
        ),
        _voice(
            24,
            Text(
                "Apakah Anda mendengar suara yang tidak jelas asalnya, atau tidak didengar orang lain?",
                "Do you hear voices that come from nowhere, or that others do not hear?",
            ),
        ),
        _trace(
            25,
            "Apakah kejadian yang mengerikan datang lagi dalam mimpi, atau terasa seperti terulang?",
            "Does something terrible come back in dreams, or feel as if it were happening again?",
        ),
        _trace(
            26,
            "Apakah Anda menjauhi tempat, orang, kegiatan, atau pikiran yang mengingatkan pada kejadian itu?",
            "Do you keep away from places, people, activities or thoughts that remind you of it?",
        ),
        _trace(
            27,
            "Apakah teman dan kegiatan yang dulu Anda sukai tidak lagi menarik bagi Anda?",
            "Do friends and activities that you once liked no longer interest you?",
        ),
        _trace(
            28,
            "Apakah Anda sangat terganggu bila sesuatu mengingatkan pada kejadian itu?",
            "Are you very upset when something reminds you of it?",
        ),
        _trace(
            29,
            "Apakah perasaan Anda sulit Anda kenali atau ungkapkan?",
            "Is it hard for you to know or to show what you feel?",
        ),
    ),
    total=Reckoning.NONE,
    domains=(
        Domain(
            _PSYCHOSIS,
            Text("Tanda gangguan jiwa berat (0–3)", "Signs of psychosis (0-3)"),
            Reckoning.SUM,
            3,
        ),
        Domain(_TRAUMA, Text("Tanda trauma (0–5)", "Signs of trauma (0-5)"), Reckoning.SUM, 5),
    ),
)
