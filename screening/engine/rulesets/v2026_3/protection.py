"""Step A: what holds placement, what bars the family base, and whom to call by when."""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.red_flags import NEXT_DAY, SAME_DAY
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text, listed, same


_STANDARDS = "WHO/UNODC International Standards 2020 (least intensive safe setting)"
_PROTECTION = "UU 23/2004; UU 35/2014; domain.md 3.3"
_UNKNOWN = "decision 0044 (unknown is not safe)"
_BY_WHEN = {
    SAME_DAY: Text("hari ini juga", "this same day"),
    NEXT_DAY: Text("dalam 24 jam", "within 24 hours"),
}
_LATER = Text("dalam 72 jam", "within 72 hours")


def _by_when(case: Case) -> dict[str, Text]:
    soonest = min(flag.within_hours for flag in case.flags)
    return {"by_when": _BY_WHEN.get(soonest, _LATER)}


def _unclear_names(case: Case) -> dict[str, Text]:
    return {"unclear": same(", ".join(case.unclear))}


def _came_to(result: str) -> Callable[[Case], bool]:
    return lambda case: any(found == result for _flag, found in case.treated)


def _signs_that_came_to(result: str) -> Callable[[Case], dict[str, Text]]:
    return lambda case: {
        "signs": listed([flag.sign for flag, found in case.treated if found == result])
    }


def _ordered_home(case: Case) -> bool:
    """Only a verdict still leads to a family with an open protection sign."""
    return case.base == "family" and (signs.unprotected(case) or signs.home_unsafe(case))


def _barred_by_protection(case: Case) -> bool:
    return signs.unprotected(case) and not signs.verdict(case)


def _barred_by_home(case: Case) -> bool:
    return signs.home_unsafe(case) and not signs.verdict(case)


def _child_without_judged_home(case: Case) -> bool:
    return is_minor(case) and not signs.home_judged_safe(case) and not signs.verdict(case)


def _says_safe_and_violent(case: Case) -> bool:
    return case.facts.home_safe is True and signs.unprotected(case)


def _only_a_concern(case: Case) -> bool:
    named = signs.violence(case) or signs.child_in_danger(case) or signs.threatened(case)
    return signs.concern_open(case) and not named


def _signed_as_settled(case: Case) -> bool:
    return case.facts.protection_settled is True


def _home_to_visit(case: Case) -> bool:
    return case.base == "family" and signs.home_unknown(case)


def _grieving(case: Case) -> bool:
    return bool(case.notices)


RULES = (
    Rule(
        "A1_UNREADABLE",
        Effect.HOLD,
        lambda case: bool(case.unclear),
        Text(
            "Isian tentang keselamatan tidak terbaca ({unclear}). Usulan ditunda: isian yang tidak terbaca "
            "tidak pernah dianggap aman. Perbaiki isiannya, lalu hitung kembali.",
            "An entry about safety cannot be read ({unclear}). The proposal waits: what cannot be read is "
            "never taken as harmless. Mend the entry, then work it out again.",
        ),
        _UNKNOWN,
        own_words=_unclear_names,
    ),
    Rule(
        "A1_MEDICAL_FIRST",
        Effect.REASON,
        lambda case: bool(case.flags),
        Text(
            "Rujukan medis dahulu, {by_when}: usulan tempat layanan ditunda sampai hasil pemeriksaan dicatat "
            "(siapa, di mana, kapan, hasilnya). Kasus tetap terbuka.",
            "Medical referral first, {by_when}: placement waits until the result is recorded (who, where, "
            "when, what came of it). The case stays open.",
        ),
        "domain.md 4 A1 (24-72 hours); decision 0044",
        own_words=_by_when,
    ),
    Rule(
        "A1_CLEARED",
        Effect.REASON,
        _came_to("cleared"),
        Text(
            "Sudah diperiksa dan dinyatakan aman untuk layanan: {signs}.",
            "Looked at and cleared for care: {signs}.",
        ),
        "decision 0044",
        own_words=_signs_that_came_to("cleared"),
    ),
    Rule(
        "A1_TREATMENT",
        Effect.WARNING,
        _came_to("treatment"),
        Text(
            "Pengobatan sedang berjalan: {signs}. Sampaikan kepada penerima, dan pastikan obat serta kontrol "
            "tidak terputus.",
            "Treatment is running: {signs}. Tell the receiver, and make sure that medicine and check-ups go "
            "on.",
        ),
        "decision 0044",
        own_words=_signs_that_came_to("treatment"),
    ),
    Rule(
        "A1_ADMITTED",
        Effect.WARNING,
        _came_to("admitted"),
        Text(
            "Klien dirawat di rumah sakit: {signs}. Layanan dimulai setelah dokter memulangkan.",
            "The client is in hospital: {signs}. Care begins once the doctor lets them go.",
        ),
        "decision 0044",
        own_words=_signs_that_came_to("admitted"),
    ),
    Rule(
        "A2_NO_FAMILY",
        Effect.BAR,
        _barred_by_protection,
        Text(
            "Ada tanda bahwa klien atau anak belum terlindungi: layanan berbasis keluarga tidak diusulkan "
            "sampai pimpinan menandatangani bahwa perlindungan sudah selesai.",
            "There are signs that the client or a child is not protected yet: family-based care is not "
            "proposed until a leader signs that protection is settled.",
        ),
        f"{_PROTECTION}; {_STANDARDS}",
        base="family",
    ),
    Rule(
        "A2_NO_SAFE_HOME",
        Effect.BAR,
        _barred_by_home,
        Text(
            "Rumah dinilai tidak aman atau klien tidak mempunyai tempat tinggal tetap: layanan berbasis "
            "keluarga tidak diusulkan.",
            "The home is judged unsafe, or the client has no fixed place to live: family-based care is not "
            "proposed.",
        ),
        _STANDARDS,
        base="family",
    ),
    Rule(
        "A2_CHILD_HOME_UNJUDGED",
        Effect.BAR,
        _child_without_judged_home,
        Text(
            "Klien masih anak dan rumahnya belum dinilai aman: layanan berbasis keluarga belum diusulkan. "
            "Kunjungi rumahnya lebih dahulu.",
            "The client is a child and nobody has judged the home safe: family-based care is not proposed "
            "yet. Visit the home first.",
        ),
        _UNKNOWN,
        base="family",
    ),
    Rule(
        "A2_PROTECTION",
        Effect.WARNING,
        signs.violence,
        Text(
            "Ada kekerasan di rumah: tempuh jalur perlindungan dalam 24 jam, apa pun tempat layanannya. "
            "Hubungi UPTD PPA atau 129 (SAPA), 171, dan 112 bila mendesak; carikan tempat tinggal yang aman; "
            "jangan beri tahu rumah ke mana klien pergi.",
            "There is violence at home: take the path of protection within 24 hours, whatever the place of "
            "care. Call the UPTD PPA or 129 (SAPA), 171, and 112 if urgent; find a safe place to stay; do not "
            "tell the home where the client goes.",
        ),
        _PROTECTION,
    ),
    Rule(
        "A2_CHILD_HARM",
        Effect.WARNING,
        signs.child_in_danger,
        Text(
            "Ada anak dalam bahaya: lindungi anak itu hari ini juga. Hubungi peksos anak, UPTD PPA, atau 129 "
            "(SAPA), 171, dan 112 bila mendesak, sebelum layanan keluarga apa pun.",
            "A child is in danger: protect that child this same day. Call a child social worker, the UPTD PPA "
            "or 129 (SAPA), 171, and 112 if urgent, before any family-based care.",
        ),
        _PROTECTION,
    ),
    Rule(
        "A2_THREAT",
        Effect.WARNING,
        signs.threatened,
        Text(
            "Ada ancaman dari luar rumah: jangan tempatkan di dekat pengancam, jaga kerahasiaan alamat, dan "
            "bicarakan laporan polisi (112 bila mendesak) dalam 24 jam.",
            "Somebody outside the home threatens the client: do not place near them, keep the address secret, "
            "and talk about a report to the police (112 if urgent) within 24 hours.",
        ),
        "domain.md 4 D (safety threat in the area)",
    ),
    Rule(
        "A2_OPEN",
        Effect.WARNING,
        _only_a_concern,
        Text(
            "Ada kekhawatiran tentang keselamatan yang belum diselesaikan: lihat berkas klien, hubungi pihak "
            "yang melindungi dalam 24 jam, dan tulis tindakannya.",
            "A concern about safety is not settled: see the client's file, call those who protect within 24 "
            "hours, and write down what was done.",
        ),
        _PROTECTION,
    ),
    Rule(
        "A2_CONTRADICTION",
        Effect.WARNING,
        _says_safe_and_violent,
        Text(
            "Rumah dicatat aman, tetapi ada tanda kekerasan, anak dalam bahaya, atau ancaman. Tanda itu yang "
            "dipakai; nilai kembali rumahnya.",
            "The home is noted as safe, but there are signs of violence, a child in danger or a threat. Those "
            "signs count; judge the home again.",
        ),
        _UNKNOWN,
    ),
    Rule(
        "A2_SETTLED",
        Effect.WARNING,
        _signed_as_settled,
        Text(
            "Pimpinan menandatangani bahwa perlindungan sudah selesai. Tanyakan keadaan di rumah pada setiap "
            "kontak.",
            "A leader signed that protection is settled. Ask how things are at home at every contact.",
        ),
        _PROTECTION,
    ),
    Rule(
        "A2_COURT",
        Effect.WARNING,
        _ordered_home,
        Text(
            "Perintah hukum menempatkan klien di rumah yang tidak aman: hari ini juga mintalah perubahan "
            "perintah kepada {order_by}, dan amankan klien selama menunggu jawabannya.",
            "The legal order puts the client into a home that is not safe: this same day ask {order_by} to "
            "change it, and keep the client safe while waiting for the answer.",
        ),
        _PROTECTION,
    ),
    Rule(
        "A3_VISIT_HOME",
        Effect.WARNING,
        _home_to_visit,
        Text(
            "Belum ada yang menilai keamanan rumah: kunjungi rumah lebih dahulu. Layanan berbasis keluarga "
            "dimulai hanya sesudah rumah dinilai aman.",
            "Nobody has judged the safety of the home: visit the home first. Family-based care begins only "
            "once the home is judged safe.",
        ),
        _UNKNOWN,
    ),
    Rule(
        "A3_SHELTER",
        Effect.WARNING,
        lambda case: case.base == "institution" and signs.needs_shelter(case),
        Text(
            "Klien memerlukan tempat tinggal yang aman malam ini: pilih LKS/IPWL rawat inap, rumah aman, atau "
            "rumah singgah; rawat jalan saja tidak cukup.",
            "The client needs a safe place to sleep tonight: choose a residential LKS/IPWL, a safe house or a "
            "shelter; outpatient care alone is not enough.",
        ),
        _STANDARDS,
    ),
    Rule(
        "A3_LOSS",
        Effect.WARNING,
        _grieving,
        Text(
            "Klien mengalami kehilangan berat dalam tiga bulan ini: tanyakan keinginan mengakhiri hidup, "
            "sepakati siapa yang menemani, dan atur konseling duka. Layanan berjalan terus.",
            "The client suffered a severe loss in these three months: ask about a wish to end life, agree on "
            "who stays near, and arrange grief counselling. Care goes on.",
        ),
        "domain.md 3.3; decision 0044",
    ),
)
