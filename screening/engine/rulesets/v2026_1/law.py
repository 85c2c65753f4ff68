"""Step B: court orders, legal process, minors, older clients, women."""

from screening.engine.cases import Case
from screening.engine.levels import BASE_OF
from screening.engine.rules import Effect, Rule
from screening.engine.texts import Text, same


ADULT_FROM = 18
VALIDATED_UP_TO = 60
LEGAL_LABELS = {
    "police": Text("penyidikan kepolisian", "police investigation"),
    "prosecution": Text("penuntutan", "prosecution"),
    "court_order": Text("putusan atau penetapan pengadilan", "court decision or order"),
    "prison": Text("menjalani pidana", "serving a sentence"),
    "diversion": Text("diversi", "diversion"),
}


def is_minor(case: Case) -> bool:
    return case.facts.age is not None and case.facts.age < ADULT_FROM


def _minor_screened(case: Case) -> bool:
    return is_minor(case) and case.assist is not None


def _over_validated_age(case: Case) -> bool:
    age = case.facts.age
    return age is not None and age > VALIDATED_UP_TO and case.assist is not None


def _ordered(case: Case) -> bool:
    return case.facts.court_order is not None and not case.flags


def _order_waits(case: Case) -> bool:
    return case.facts.court_order is not None and bool(case.flags)


def _order_differs(case: Case) -> bool:
    return _ordered(case) and case.own_base not in {None, case.facts.court_order}


def _order_unscreened(case: Case) -> bool:
    return _ordered(case) and not case.readings


def _legal_process(case: Case) -> bool:
    return case.facts.legal_status not in {None, "", "none"}


def _legal_words(case: Case) -> dict[str, Text]:
    status = case.facts.legal_status or ""
    return {"legal_status": LEGAL_LABELS.get(status, same(status))}


def _household_safe(case: Case) -> bool:
    """Safety of a child is never assumed: the worker must have judged the home safe."""
    facts = case.facts
    return (
        facts.home_safe is True
        and facts.active_user_in_household is not True
        and facts.family_support not in {"refuses", "violent"}
    )


def family_preferred(case: Case) -> bool:
    """For a child in a safe home, up to moderate; a court order goes before."""
    return (
        is_minor(case)
        and _household_safe(case)
        and case.facts.court_order is None
        and case.risk in {"low", "moderate"}
    )


def _woman_to_balai(case: Case) -> bool:
    woman = case.facts.sex == "female" or case.facts.pregnant is True
    return woman and case.base == BASE_OF["high"]


RULES = (
    Rule(
        "B1_COURT_ORDER",
        Effect.REASON,
        _ordered,
        Text(
            "Ada perintah hukum: tempat layanan mengikuti perintah itu, yaitu {order}.",
            "There is a legal order: care takes place where it says, {order}.",
        ),
        "UU 35/2009 art. 54, 103, 127; domain.md 4 B1",
    ),
    Rule(
        "B1_DIFFERS",
        Effect.WARNING,
        _order_differs,
        Text(
            "Hasil skrining sendiri (kelas {risk}) mengarah ke {own_base}, berbeda dari perintah "
            "hukum ({order}). Sampaikan kepada pihak yang memerintahkan; perintah tetap berlaku.",
            "The screening itself (class {risk}) points to {own_base}, unlike the legal order "
            "({order}). Let those who ordered know; the order stands.",
        ),
        "domain.md 4 B1 (product rule): routing may only warn",
    ),
    Rule(
        "B1_UNSCREENED",
        Effect.WARNING,
        _order_unscreened,
        Text(
            "Belum ada hasil skrining. Lengkapi skrining agar rencana layanan sesuai kebutuhan klien.",
            "There is no screening result yet. Complete it so that the plan fits the client's needs.",
        ),
        "domain.md 1 row 49 (RRI, 16-11-2020): screening comes before placement",
    ),
    Rule(
        "B1_WAITS",
        Effect.WARNING,
        _order_waits,
        Text(
            "Ada perintah hukum ({order}). Beri tahu pihak yang memerintahkan bahwa keselamatan klien "
            "ditangani lebih dahulu.",
            "There is a legal order ({order}). Let those who ordered know that the client's safety is "
            "dealt with first.",
        ),
        "domain.md 4 A1 before B1",
    ),
    Rule(
        "B1_LEGAL_PROCESS",
        Effect.WARNING,
        _legal_process,
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
        "B2_FAMILY_FIRST",
        Effect.PLACE,
        family_preferred,
        Text(
            "Klien berusia {age} tahun dan rumah dinilai aman: layanan berbasis keluarga diutamakan.",
            "The client is {age} years old and the home is judged safe: family-based care is preferred.",
        ),
        "domain.md 4 B2 (product rule)",
        base="family",
    ),
    Rule(
        "B2_GUARDIAN",
        Effect.WARNING,
        is_minor,
        Text(
            "Klien di bawah 18 tahun: perlu persetujuan orang tua atau wali dan kesediaan anak sendiri.",
            "The client is under 18: a parent's or guardian's consent and the child's own assent are "
            "needed.",
        ),
        "UU 27/2022 art. 25; domain.md 4 B2",
    ),
    Rule(
        "B2_CHILD_UNIT",
        Effect.WARNING,
        is_minor,
        Text(
            "Gunakan layanan yang ramah anak dan pisahkan dari orang dewasa.",
            "Use a child-friendly unit, apart from adults.",
        ),
        "domain.md 4 B2 (product rule)",
    ),
    Rule(
        "B2_ASSIST_UNDER_18",
        Effect.WARNING,
        _minor_screened,
        Text(
            "ASSIST diuji untuk usia 18-60 tahun; baca skor anak dengan hati-hati dan pakai alat ukur "
            "khusus anak.",
            "ASSIST was validated for ages 18-60; read a child's score with care and use tools made "
            "for children.",
        ),
        "WHO ASSIST v3.1 manual; domain.md 3.1",
    ),
    Rule(
        "B2_ASSIST_OVER_60",
        Effect.WARNING,
        _over_validated_age,
        Text(
            "ASSIST diuji untuk usia 18-60 tahun; baca skor klien lanjut usia dengan hati-hati.",
            "ASSIST was validated for ages 18-60; read an older client's score with care.",
        ),
        "WHO ASSIST v3.1 manual; domain.md 3.1",
    ),
    Rule(
        "B3_WOMEN_UNIT",
        Effect.WARNING,
        _woman_to_balai,
        Text(
            "Tawarkan balai/sentra yang memiliki unit khusus perempuan.",
            "Offer a residential centre that has a women's unit.",
        ),
        "domain.md 4 B3 (product rule)",
    ),
)
