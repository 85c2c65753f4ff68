"""Step B: a verdict, a recommendation, the register, custody; and what is asked of a child and of consent."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import LEGAL_LABELS, is_minor
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text, same


_LEGAL_LABELS = {**LEGAL_LABELS, "court": Text("persidangan", "trial")}
_REGISTER = "UU 35/2009 art. 54, 103, 127; decision 0044"


def _order_missing(case: Case) -> bool:
    facts = case.facts
    return (
        facts.legal_status == "court_order"
        and facts.court_order is None
        and facts.no_place_ordered is not True
    )


def _register_behind(case: Case) -> bool:
    return case.facts.court_order is not None and case.facts.legal_status == "none"


def _followed(case: Case) -> bool:
    return case.base is not None and case.base == case.facts.court_order


def _verdict(case: Case) -> bool:
    return signs.verdict(case) and not case.flags


def _recommended(case: Case) -> bool:
    return signs.recommended(case) and _followed(case)


def _differs(case: Case) -> bool:
    return case.own_base not in {None, case.facts.court_order}


def _authority_unknown(case: Case) -> bool:
    return case.facts.court_order is not None and case.facts.order_by is None


def _legal_words(case: Case) -> dict[str, Text]:
    status = case.facts.legal_status or ""
    return {"legal_status": _LEGAL_LABELS.get(status, same(status))}


def child_stays_home(case: Case) -> bool:
    """For a child in a home judged safe, up to moderate; an order goes before."""
    return (
        is_minor(case)
        and signs.child_home_safe(case)
        and case.facts.court_order is None
        and case.risk in {"low", "moderate"}
    )


ORDERS = (
    Rule(
        "B1_ORDER_MISSING",
        Effect.HOLD,
        _order_missing,
        Text(
            "Register mencatat putusan atau penetapan pengadilan, tetapi isi perintahnya tidak ada. Usulan "
            "ditunda: baca surat putusan, lalu catat tempat yang ditetapkan atau bahwa tidak ada tempat yang "
            "ditetapkan.",
            "The register notes a court decision, but not what it orders. The proposal waits: read the "
            "decision, then record the place it names, or that it names none.",
        ),
        _REGISTER,
    ),
    Rule(
        "B1_COURT_ORDER",
        Effect.REASON,
        _verdict,
        Text(
            "Ada perintah hukum: tempat layanan mengikuti perintah itu, yaitu {order}.",
            "There is a legal order: care takes place where it says, {order}.",
        ),
        "UU 35/2009 art. 54, 103, 127; domain.md 4 B1",
    ),
    Rule(
        "B1_RECOMMENDED",
        Effect.REASON,
        _recommended,
        Text(
            "Surat dari {order_by} mengarahkan ke {order}: usulan mengikutinya. Surat itu bukan putusan hakim "
            "dan dapat dibahas kembali.",
            "A paper of {order_by} points to {order}: the proposal follows it. It is not a judge's verdict and "
            "can be discussed again.",
        ),
        "UU 35/2009 art. 54; joint regulation on TAT (2014); decision 0044",
    ),
    Rule(
        "B1_NOT_FOLLOWED",
        Effect.WARNING,
        lambda case: signs.recommended(case) and case.base is not None and not _followed(case),
        Text(
            "Surat dari {order_by} mengarahkan ke {order}, tetapi tempat itu belum aman bagi klien. Beri tahu "
            "{order_by} hari ini dan mintalah surat yang baru.",
            "A paper of {order_by} points to {order}, but that place is not safe for the client yet. Let "
            "{order_by} know today and ask for a new paper.",
        ),
        "decision 0044",
    ),
    Rule(
        "B1_DIFFERS",
        Effect.WARNING,
        lambda case: _verdict(case) and _differs(case),
        Text(
            "Hasil skrining sendiri (kelas {risk}) mengarah ke {own_base}, berbeda dari perintah "
            "hukum ({order}). Sampaikan kepada pihak yang memerintahkan; perintah tetap berlaku.",
            "The screening itself (class {risk}) points to {own_base}, unlike the legal order "
            "({order}). Let those who ordered know; the order stands.",
        ),
        "domain.md 4 B1 (product rule): routing may only warn",
    ),
    Rule(
        "B1_DIFFERS_ADVICE",
        Effect.WARNING,
        lambda case: signs.recommended(case) and _differs(case),
        Text(
            "Hasil skrining sendiri (kelas {risk}) mengarah ke {own_base}, berbeda dari surat {order_by} "
            "({order}). Bahas dengan {order_by} sebelum memutuskan.",
            "The screening itself (class {risk}) points to {own_base}, unlike the paper of {order_by} "
            "({order}). Talk it over with {order_by} before deciding.",
        ),
        "decision 0044",
    ),
    Rule(
        "B1_REGISTER_BEHIND",
        Effect.WARNING,
        _register_behind,
        Text(
            "Ada perintah hukum, tetapi register masih mencatat tidak ada perkara. Perbarui status hukum "
            "klien.",
            "There is a legal order, but the register still says that there is no case. Bring the client's "
            "legal status up to date.",
        ),
        _REGISTER,
    ),
    Rule(
        "B1_LEGAL_PROCESS",
        Effect.WARNING,
        lambda case: case.facts.legal_status not in {None, "", "none"},
        Text(
            "Status hukum klien: {legal_status}. Koordinasikan dengan penyidik, TAT, atau Bapas sebelum "
            "penempatan; sebagian balai mensyaratkan perkara sudah jelas.",
            "Legal status of the client: {legal_status}. Coordinate with the police, TAT or Bapas "
            "before placement; some centres require a settled case.",
        ),
        "domain.md 4 B1, B3 (Satria admission example, 2018)",
        own_words=_legal_words,
    ),
    Rule(
        "B1_NOT_NOW",
        Effect.WARNING,
        signs.in_custody,
        Text(
            "Klien sedang ditahan atau menjalani pidana: belum dapat ditempatkan sekarang. Beri layanan di "
            "rutan atau lapas bila mungkin, dan siapkan tempat sebelum hari bebas.",
            "The client is in custody or serving a sentence: no placement now. Give care inside where "
            "possible, and prepare a place before the day of release.",
        ),
        "UU 22/2022; decision 0044",
    ),
)
CONSENT = (
    Rule(
        "B5_REFUSED",
        Effect.WARNING,
        lambda case: case.facts.consent_refused is True,
        Text(
            "Klien atau walinya tidak menyetujui layanan: jangan tempatkan. Beri informasi dan cara kembali "
            "kapan saja; hanya bahaya bagi nyawa yang ditangani tanpa persetujuan.",
            "The client or their guardian does not consent to care: no placement. Give information and a way "
            "back at any time; only a danger to life is dealt with without consent.",
        ),
        "UU 27/2022 art. 20; WHO/UNODC International Standards 2020 (voluntary care)",
    ),
)
CHILDREN = (
    Rule(
        "B2_FAMILY_FIRST",
        Effect.PLACE,
        child_stays_home,
        Text(
            "Klien berusia {age} tahun dan rumah dinilai aman: layanan berbasis keluarga diutamakan.",
            "The client is {age} years old and the home is judged safe: family-based care is preferred.",
        ),
        "domain.md 4 B2 (product rule)",
        base="family",
    ),
    Rule(
        "B2_NOT_WITH_ADULTS",
        Effect.WARNING,
        lambda case: is_minor(case) and case.base in {"institution", "balai"},
        Text(
            "Anak tidak boleh ditempatkan bersama orang dewasa: pilih lembaga dengan unit anak, bila klien "
            "tinggal di sana.",
            "A child is never placed with adults: choose a place that has a children's unit, where the client "
            "sleeps there.",
        ),
        "UU 35/2014; domain.md 4 B2",
    ),
    Rule(
        "B3_WOMEN_UNIT",
        Effect.WARNING,
        lambda case: signs.woman(case) and signs.lives_in(case),
        Text(
            "Tawarkan lembaga yang memiliki unit khusus perempuan.",
            "Offer a place that has a women's unit.",
        ),
        "domain.md 4 B3 (product rule)",
    ),
)
CHANGES = (
    Rule(
        "X_ORDER_BY",
        Effect.CHANGE,
        _authority_unknown,
        Text(
            "Catat siapa yang memberi perintah hukum: putusan hakim mengikat, surat jaksa atau TAT dapat "
            "dibahas kembali.",
            "Record who gave the legal order: a judge's verdict binds, a paper of a prosecutor or TAT can be "
            "discussed again.",
        ),
        _REGISTER,
    ),
)
