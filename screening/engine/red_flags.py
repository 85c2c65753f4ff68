"""Red flags: signs that come before any placement. The interview asks them first.

The list is this product's own (domain.md 3.3) and waits for review by a clinician. A medical flag holds
placement until somebody records what came of it; a protection flag bars the family base until a leader
signs that protection is settled; a notice warns.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from screening.engine.texts import Text


Kind = Literal["medical", "protection", "notice"]

SAME_DAY = 8  # hours: before this working day ends
NEXT_DAY = 24
THREE_DAYS = 72


@dataclass(frozen=True, slots=True)
class Hotline:
    """`tel` is what a telephone dials: a comma waits before the extension."""

    number: str
    label: Text
    tel: str


@dataclass(frozen=True, slots=True)
class FlagGroup:
    code: str
    title: Text


@dataclass(frozen=True, slots=True)
class RedFlag:
    """`ask` is the yes/no question, `sign` its short name, `do_now` the first step on a yes.

    `within_hours`: how soon somebody has to have looked (24-72 h for most, domain.md 4 A1).
    """

    code: str
    group: str
    ask: Text
    sign: Text
    do_now: Text
    hotlines: tuple[str, ...] = ("112",)
    within_hours: int = SAME_DAY
    kind: Kind = "medical"

    @property
    def same_day(self) -> bool:
        return self.within_hours <= SAME_DAY


HOTLINES = (
    Hotline("112", Text("Keadaan darurat", "Emergency services"), "112"),
    Hotline(
        "119 ext. 8",
        Text("Kesehatan jiwa (Kemenkes)", "Mental health (Ministry of Health)"),
        "119,8",
    ),
    Hotline(
        "129",
        Text(
            "SAPA: kekerasan terhadap perempuan dan anak",
            "SAPA: violence against women and children",
        ),
        "129",
    ),
    Hotline(
        "184", Text("Pusat panggilan BNN", "National Narcotics Board (BNN) call centre"), "184"
    ),
    Hotline(
        "171", Text("Pusat panggilan Kemensos", "Ministry of Social Affairs call centre"), "171"
    ),
)

GROUPS = (
    FlagGroup("medical", Text("Bahaya medis", "Medical danger")),
    FlagGroup("withdrawal", Text("Putus zat", "Withdrawal")),
    FlagGroup("suicide", Text("Keselamatan diri", "Risk of suicide")),
    FlagGroup("psychiatric", Text("Kedaruratan jiwa", "Psychiatric emergency")),
    FlagGroup("pregnancy", Text("Kehamilan", "Pregnancy")),
    FlagGroup("protection", Text("Perlindungan", "Protection")),
)

RED_FLAGS = (
    RedFlag(
        "overdose",
        "medical",
        Text(
            "Apakah klien sulit dibangunkan, napasnya lambat, atau bibirnya kebiruan?",
            "Is the client hard to wake, breathing slowly, or blue at the lips?",
        ),
        Text("dugaan overdosis", "possible overdose"),
        Text(
            "Hubungi 112 sekarang. Baringkan miring, jaga jalan napas, jangan tinggalkan sendirian; "
            "beri nalokson bila tersedia dan Anda terlatih.",
            "Call 112 now. Lay the client on the side, keep the airway open, do not leave them alone; "
            "give naloxone if it is at hand and you are trained.",
        ),
    ),
    RedFlag(
        "stimulant_crisis",
        "medical",
        Text(
            "Apakah ada nyeri dada, badan sangat panas, atau gelisah hebat setelah memakai zat?",
            "Is there chest pain, a very hot body, or severe restlessness after taking a substance?",
        ),
        Text("krisis akibat stimulan", "stimulant crisis"),
        Text(
            "Hubungi 112, bawa ke IGD. Tempatkan di ruang tenang dan sejuk; bicara pelan.",
            "Call 112, go to an emergency department. Keep the room calm and cool; speak softly.",
        ),
    ),
    RedFlag(
        "injury",
        "medical",
        Text(
            "Apakah ada cedera kepala, perdarahan, atau muntah terus sampai lemas?",
            "Is there a head injury, bleeding, or vomiting to the point of weakness?",
        ),
        Text("cedera, perdarahan, atau dehidrasi berat", "injury, bleeding or severe dehydration"),
        Text(
            "Beri pertolongan pertama, hubungi 112 atau antar ke IGD terdekat.",
            "Give first aid, call 112 or go to the nearest emergency department.",
        ),
    ),
    RedFlag(
        "methanol",
        "medical",
        Text(
            "Apakah penglihatan mendadak kabur atau hilang setelah minum oplosan?",
            "Did eyesight suddenly blur or fail after drinking home-mixed alcohol?",
        ),
        Text("dugaan keracunan metanol", "possible methanol poisoning"),
        Text(
            "Segera ke IGD dan hubungi 112; bawa sisa minuman, cari tahu siapa lagi yang meminumnya.",
            "Go to an emergency department at once and call 112; bring what is left of the drink and "
            "find out who else drank it.",
        ),
    ),
    RedFlag(
        "infection",
        "medical",
        Text(
            "Apakah kulit atau mata menguning, demam tinggi, atau ada bisul di bekas suntikan?",
            "Is the skin or are the eyes yellow, is there high fever, or an abscess where they inject?",
        ),
        Text("infeksi berat atau sakit kuning", "severe infection or jaundice"),
        Text(
            "Rujuk hari ini ke puskesmas atau rumah sakit; hubungi 112 bila kesadaran menurun.",
            "Refer today to a health centre or hospital; call 112 if they become drowsy.",
        ),
        within_hours=NEXT_DAY,
    ),
    RedFlag(
        "tuberculosis",
        "medical",
        Text(
            "Apakah klien batuk dua minggu atau lebih?",
            "Has the client been coughing for two weeks or longer?",
        ),
        Text("dugaan tuberkulosis", "possible tuberculosis"),
        Text(
            "Beri masker, pindah ke ruang terbuka, rujuk ke puskesmas untuk pemeriksaan TB sebelum "
            "masuk asrama.",
            "Give a mask, move to open air, refer to a health centre for a TB test before any "
            "dormitory.",
        ),
        hotlines=(),
        within_hours=THREE_DAYS,
    ),
    RedFlag(
        "withdrawal",
        "withdrawal",
        Text(
            "Apakah ada kejang, bingung berat, atau gemetar disertai demam atau penglihatan aneh?",
            "Are there fits, severe confusion, or trembling with fever or strange visions?",
        ),
        Text("putus zat berat", "severe withdrawal"),
        Text(
            "Hubungi 112; ini keadaan darurat. Lindungi dari cedera, jangan beri makan atau minum saat "
            "kejang.",
            "Call 112; this is an emergency. Protect from injury, give no food or drink during a fit.",
        ),
    ),
    RedFlag(
        "sudden_stop",
        "withdrawal",
        Text(
            "Apakah klien yang tiap hari minum banyak alkohol atau obat penenang mendadak berhenti?",
            "Has a client who drank heavily or took sedatives every day stopped all at once?",
        ),
        Text("berhenti mendadak dari alkohol atau penenang", "sudden stop of alcohol or sedatives"),
        Text(
            "Rujuk hari ini untuk detoks medis; jangan minta klien berhenti sekaligus. Bila kejang: 112.",
            "Refer today for medical detox; do not ask the client to stop at once. In case of fits: 112.",
        ),
        within_hours=NEXT_DAY,
    ),
    RedFlag(
        "suicide_intent",
        "suicide",
        Text(
            "Apakah klien sekarang ingin mengakhiri hidup, punya rencana atau cara, atau mendengar "
            "suara yang menyuruhnya?",
            "Does the client now wish to end their life, have a plan or means, or hear voices telling "
            "them to?",
        ),
        Text("keinginan mengakhiri hidup", "wish to end life"),
        Text(
            "Temani terus, jauhkan benda berbahaya, hubungi 119 ext. 8 atau 112; temui tenaga "
            "kesehatan jiwa hari ini juga.",
            "Stay with them, remove dangerous objects, call 119 ext. 8 or 112; see a mental-health "
            "clinician this same day.",
        ),
        hotlines=("119 ext. 8", "112"),
    ),
    RedFlag(
        "suicide_attempt",
        "suicide",
        Text(
            "Apakah klien mencoba mengakhiri hidup dalam tiga bulan ini?",
            "In these three months, did the client attempt suicide?",
        ),
        Text("percobaan bunuh diri", "suicide attempt"),
        Text(
            "Jangan biarkan sendirian; atur pertemuan dengan tenaga kesehatan jiwa hari ini. "
            "Hubungi 119 ext. 8, bila mendesak 112.",
            "Do not leave them alone; arrange a mental-health clinician today. Call 119 ext. 8, if urgent "
            "112.",
        ),
        hotlines=("119 ext. 8", "112"),
    ),
    RedFlag(
        "severe_loss",
        "suicide",
        Text(
            "Apakah klien mengalami kehilangan berat, misalnya orang terdekat meninggal, dalam tiga bulan "
            "ini?",
            "In these three months, did the client suffer a severe loss, such as the death of someone "
            "close?",
        ),
        Text("kehilangan berat", "severe recent loss"),
        Text(
            "Tanyakan keinginan mengakhiri hidup, dengarkan, dan sepakati siapa yang menemani. Layanan "
            "berjalan terus; 119 ext. 8 dapat dihubungi kapan saja.",
            "Ask about a wish to end life, listen, and agree on who stays near. Care goes on; 119 ext. 8 "
            "can be called at any time.",
        ),
        hotlines=("119 ext. 8",),
        within_hours=THREE_DAYS,
        kind="notice",
    ),
    RedFlag(
        "psychiatric",
        "psychiatric",
        Text(
            "Apakah klien kehilangan pegangan pada kenyataan atau tampak akan melukai orang lain?",
            "Has the client lost hold of reality, or do they seem about to hurt someone?",
        ),
        Text("gejala psikotik atau risiko kekerasan", "psychotic signs or risk of violence"),
        Text(
            "Jaga jarak aman, bicara tenang, hubungi 112; dampingi ke IGD atau layanan jiwa. 119 ext. 8.",
            "Keep a safe distance, speak calmly, call 112; go along to emergency or psychiatric care. "
            "119 ext. 8.",
        ),
        hotlines=("112", "119 ext. 8"),
    ),
    RedFlag(
        "pregnancy",
        "pregnancy",
        Text(
            "Apakah klien hamil dan mengalami perdarahan, nyeri hebat, atau berhenti opioid mendadak?",
            "Is the client pregnant with bleeding, severe pain, or a sudden stop of opioids?",
        ),
        Text("bahaya pada kehamilan", "danger in pregnancy"),
        Text(
            "Rujuk sekarang ke rumah sakit dengan layanan kebidanan dan adiksi; hubungi 112. Opioid "
            "jangan dihentikan tanpa dokter.",
            "Refer now to a hospital with obstetric and addiction care; call 112. Opioids must not be "
            "stopped without a doctor.",
        ),
    ),
    RedFlag(
        "child_harm",
        "protection",
        Text(
            "Apakah ada anak yang disakiti, ditelantarkan, atau terancam di rumah klien?",
            "Is any child being hurt, neglected or threatened in the client's home?",
        ),
        Text("anak dalam bahaya", "a child in danger"),
        Text(
            "Amankan anak hari ini juga: hubungi 129 (SAPA) atau 171, bila mendesak 112; libatkan peksos "
            "anak dan UPTD PPA sebelum layanan keluarga apa pun.",
            "Bring the child to safety this same day: call 129 (SAPA) or 171, if urgent 112; involve a "
            "child social worker and the UPTD PPA before any family-based care.",
        ),
        hotlines=("112", "129", "171"),
        kind="protection",
    ),
    RedFlag(
        "violence_at_home",
        "protection",
        Text(
            "Apakah klien atau pasangannya mengalami kekerasan di rumah saat ini?",
            "Is the client or their partner living with violence at home at present?",
        ),
        Text("kekerasan di rumah", "violence at home"),
        Text(
            "Bicarakan berdua di tempat aman; hubungi 129 (SAPA) atau 171 dalam 24 jam, bila mendesak 112. "
            "Periksa luka, cari tempat tinggal sementara yang aman.",
            "Talk alone in a safe place; call 129 (SAPA) or 171 within 24 hours, if urgent 112. Have "
            "injuries checked, find a safe place to stay.",
        ),
        hotlines=("112", "129", "171"),
        within_hours=NEXT_DAY,
        kind="protection",
    ),
)

PREGNANCY_USE = RedFlag(
    "pregnancy_use",
    "pregnancy",
    ask=Text(
        "Apakah klien hamil dan memakai zat hampir setiap hari?",
        "Is the client pregnant and using a substance nearly every day?",
    ),
    sign=Text("hamil dan memakai zat hampir setiap hari", "pregnant and using nearly every day"),
    do_now=Text(
        "Rujuk dalam 24 jam ke rumah sakit dengan layanan kebidanan dan adiksi. Jangan berhenti mendadak: "
        "pada opioid, terapi rumatan lebih aman daripada detoks. Bila perdarahan atau nyeri hebat: 112.",
        "Refer within 24 hours to a hospital with obstetric and addiction care. No sudden stop: with "
        "opioids, maintenance is safer than detoxification. In case of bleeding or severe pain: 112.",
    ),
    within_hours=NEXT_DAY,
)
"""Never asked: the rules raise it from the answers (WHO 2014, substance use in pregnancy)."""

ALL = (*RED_FLAGS, PREGNANCY_USE)
_BY_CODE = {flag.code: flag for flag in ALL}


def by_group() -> tuple[tuple[FlagGroup, tuple[RedFlag, ...]], ...]:
    return tuple(
        (group, tuple(flag for flag in RED_FLAGS if flag.group == group.code)) for group in GROUPS
    )


def flagged(answers: Mapping[str, bool]) -> tuple[str, ...]:
    """The codes answered yes, ready for the fact `red_flags`."""
    return tuple(code for code, answer in answers.items() if answer is True)


def following(*, is_pregnant: bool, uses_daily: bool, stopped_drinking: bool) -> tuple[str, ...]:
    """The medical flags that nobody asks about: they follow from other answers."""
    found = {PREGNANCY_USE.code: is_pregnant and uses_daily, "sudden_stop": stopped_drinking}
    return tuple(code for code, follows in found.items() if follows)


def is_listed(code: str) -> bool:
    return code in _BY_CODE


def by_code(code: str) -> RedFlag | None:
    """Also a flag that only the rules raise."""
    return _BY_CODE.get(code)


def raised(codes: Iterable[str], flags: Iterable[RedFlag] = RED_FLAGS) -> tuple[RedFlag, ...]:
    """The flags of these codes, listed ones first and in list order.

    A code that is not listed still stops the routing: someone saw a danger, and safety comes first.
    """
    listed = {flag.code: flag for flag in flags}
    given = set(codes)
    known = [flag for code, flag in listed.items() if code in given]
    return (*known, *map(_unlisted, sorted(given - listed.keys())))


def _unlisted(code: str) -> RedFlag:
    sign = Text(f"tanda bahaya lain ({code})", f"another red flag ({code})")
    return RedFlag(
        "unlisted",
        "medical",
        ask=sign,
        sign=sign,
        do_now=Text(
            "Minta penilaian tenaga kesehatan hari ini; bila mendesak hubungi 112.",
            "Ask a health worker to look today; if urgent call 112.",
        ),
    )
