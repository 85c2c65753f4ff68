"""Step B: the terms of an order, a minor's consent and assent, the same person twice."""

from screening.engine.cases import Case
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.texts import Text


SEMA_MONTHS = 1 + 6 + 6  # SEMA 4/2010: detox, primary programme, re-entry
TAT_MONTHS = {"high": 6}  # what TAT papers say of a severe case; lighter ones three months
TAT_MONTHS_LIGHTER = 3
_PRODUCT = "domain.md 4 B2 (product rule)"


def _ordered(case: Case) -> bool:
    return case.facts.court_order is not None and not case.flags


def _has_terms(case: Case) -> bool:
    return _ordered(case) and bool(case.facts.order_months)


def _term_unknown(case: Case) -> bool:
    return _ordered(case) and not case.facts.order_months


def _term_long(case: Case) -> bool:
    return _has_terms(case) and (case.facts.order_months or 0) > SEMA_MONTHS


def _term_short(case: Case) -> bool:
    usual = TAT_MONTHS.get(case.risk or "", TAT_MONTHS_LIGHTER)
    return _has_terms(case) and case.risk is not None and (case.facts.order_months or 0) < usual


def _hospital_first(case: Case) -> bool:
    return case.facts.order_by == "tat" and case.facts.court_order is not None and bool(case.flags)


def _child_in_process(case: Case) -> bool:
    return is_minor(case) and case.facts.legal_status not in {None, "", "none"}


def _guardian_open(case: Case) -> bool:
    return is_minor(case) and case.facts.guardian_consent is not True


def _assent_open(case: Case) -> bool:
    return is_minor(case) and case.facts.child_assent is None


def _assent_refused(case: Case) -> bool:
    return is_minor(case) and case.facts.child_assent is False


def _agreed(case: Case) -> bool:
    facts = case.facts
    return is_minor(case) and facts.guardian_consent is True and facts.child_assent is True


def _child_to_balai(case: Case) -> bool:
    return is_minor(case) and case.base == "balai"


RULES = (
    Rule(
        "B1_TERMS",
        Effect.REASON,
        _has_terms,
        Text(
            "Perintah diberikan oleh {order_by} untuk {order_months} bulan.",
            "The order was given by {order_by} for {order_months} months.",
        ),
        "UU 35/2009 art. 103; domain.md 4 B1",
    ),
    Rule(
        "B1_TERM_LONG",
        Effect.WARNING,
        _term_long,
        Text(
            "Lama dalam perintah ({order_months} bulan) melebihi 13 bulan menurut SEMA 4/2010 (detoks 1, "
            "primer 6, re-entry 6). Tanyakan kepada {order_by}; perintah tetap berlaku.",
            "The length ordered ({order_months} months) is above the 13 months of SEMA 4/2010 (detox 1, "
            "primary 6, re-entry 6). Ask {order_by}; the order stands.",
        ),
        "SEMA 4/2010; domain.md 4 B1",
    ),
    Rule(
        "B1_TERM_SHORT",
        Effect.WARNING,
        _term_short,
        Text(
            "Lama dalam perintah ({order_months} bulan) lebih pendek dari kebiasaan untuk kelas {risk} "
            "(berat 6 bulan, ringan dan sedang 3 bulan). Siapkan layanan lanjutan.",
            "The length ordered ({order_months} months) is shorter than usual for the class {risk} (severe "
            "6 months, mild and moderate 3 months). Prepare care that follows.",
        ),
        "Practice of TAT papers; domain.md 4 B1",
    ),
    Rule(
        "B1_HOSPITAL",
        Effect.WARNING,
        _hospital_first,
        Text(
            "Hasil TAT dengan tanda bahaya: layanan medis dilakukan di rumah sakit pemerintah.",
            "A TAT paper with a red flag: medical care is given in a government hospital.",
        ),
        "Joint regulation on TAT; domain.md 4 B1",
    ),
    Rule(
        "B2_AGREED",
        Effect.REASON,
        _agreed,
        Text(
            "Orang tua atau wali sudah menyetujui dan anak sendiri bersedia.",
            "A parent or guardian has consented and the child agrees.",
        ),
        "UU 27/2022 art. 25; domain.md 4 B2",
    ),
    Rule(
        "B2_GUARDIAN_OPEN",
        Effect.WARNING,
        _guardian_open,
        Text(
            "Klien di bawah 18 tahun: persetujuan orang tua atau wali belum dicatat.",
            "The client is under 18: a parent's or guardian's consent is not recorded yet.",
        ),
        "UU 27/2022 art. 25; domain.md 4 B2",
    ),
    Rule(
        "B2_ASSENT_OPEN",
        Effect.WARNING,
        _assent_open,
        Text(
            "Tanyakan kesediaan anak sendiri dengan bahasa yang ia pahami.",
            "Ask the child's own assent, in words that the child understands.",
        ),
        _PRODUCT,
    ),
    Rule(
        "B2_ASSENT_REFUSED",
        Effect.WARNING,
        _assent_refused,
        Text(
            "Anak belum bersedia: dengarkan alasannya sebelum memutuskan, dan libatkan pendamping anak.",
            "The child does not agree yet: listen to why before deciding, and involve a child's advocate.",
        ),
        _PRODUCT,
    ),
    Rule(
        "B2_NOT_WITH_ADULTS",
        Effect.WARNING,
        _child_to_balai,
        Text(
            "Anak tidak boleh ditempatkan bersama orang dewasa: pilih balai/sentra dengan unit anak.",
            "A child is never placed with adults: choose a centre that has a children's unit.",
        ),
        _PRODUCT,
    ),
    Rule(
        "B2_BAPAS",
        Effect.WARNING,
        _child_in_process,
        Text(
            "Anak berhadapan dengan hukum: libatkan Bapas dan tempuh jalur ABH.",
            "A child in conflict with the law: involve Bapas and follow the path for children (ABH).",
        ),
        "UU 11/2012; domain.md 4 B2",
    ),
    Rule(
        "B4_OTHER_CASE",
        Effect.WARNING,
        lambda case: case.facts.other_open_case is True,
        Text(
            "Orang yang sama masih memiliki kasus terbuka di lembaga lain. Hubungi lembaga itu sebelum "
            "memutuskan.",
            "The same person still has an open case at another institution. Contact it before deciding.",
        ),
        "domain.md 4 B4",
    ),
    Rule(
        "B4_DUPLICATE",
        Effect.WARNING,
        lambda case: case.facts.possible_duplicate is True,
        Text(
            "Klien mungkin terdaftar dua kali. Pastikan identitasnya sebelum memutuskan.",
            "The client may be registered twice. Make sure who it is before deciding.",
        ),
        "domain.md 4 B4",
    ),
)

CHANGES = (
    Rule(
        "X_ORDER_TERM",
        Effect.CHANGE,
        _term_unknown,
        Text(
            "Catat lama layanan menurut perintah hukum, agar lama program mengikutinya.",
            "Record how long the legal order says, so that the programme follows it.",
        ),
        "domain.md 4 B1",
    ),
)
