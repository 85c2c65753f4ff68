"""Steps F and G: what speaks for each base and what against it, whichever is proposed.

They decide nothing: they let the person who decides see the other two bases as well.
"""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.levels import BASE_LABELS, BASE_OF, BASES, RISKS, Base
from screening.engine.rules import Effect, Rule
from screening.engine.rulesets.v2026_1.adjusters import RELAPSES_FROM, injects_now
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.texts import Text


When = Callable[[Case], bool]
_SOURCE = "domain.md 4 (product rule)"


def _place(case: Case) -> int | None:
    """Where the class stands among the three, light to heavy."""
    return RISKS.index(case.risk) if case.risk else None


def _class_fits(base: Base) -> When:
    return lambda case: case.risk is not None and BASE_OF[case.risk] == base


def _class_heavier(base: Base) -> When:
    return lambda case: (_place(case) or 0) > BASES.index(base)


def _class_lighter(base: Base) -> When:
    return lambda case: case.risk is not None and RISKS.index(case.risk) < BASES.index(base)


def _ordered(base: Base) -> When:
    return lambda case: case.facts.court_order == base


def _ordered_elsewhere(base: Base) -> When:
    return lambda case: case.facts.court_order not in {None, base}


def _yes(fact: str) -> When:
    return lambda case: getattr(case.facts, fact) is True


def _no(fact: str) -> When:
    return lambda case: getattr(case.facts, fact) is False


def _family(*support: str) -> When:
    return lambda case: case.facts.family_support in support


def _relapsed(case: Case) -> bool:
    return (case.facts.relapses_after_treatment or 0) >= RELAPSES_FROM


def _woman(case: Case) -> bool:
    return case.facts.sex == "female" or case.facts.pregnant is True


def _of_each_base(base: Base) -> tuple[Rule, ...]:
    """The class and the law, said of every base alike."""
    name, label = base.upper(), BASE_LABELS[base]
    return (
        _pro(f"CLASS_{name}", base, _class_fits(base), "Kelas risiko {risk} mengarah ke {base_named}.",
             "The class {risk} points to {base_named}.", label),
        _pro(f"ORDER_{name}", base, _ordered(base), "Perintah hukum menetapkan {base_named}.",
             "The legal order names {base_named}.", label),
        _con(f"ORDER_{name}", base, _ordered_elsewhere(base), "Perintah hukum menetapkan {order}.",
             "The legal order names {order}."),
        *_against_class(base),
    )  # fmt: skip


def _against_class(base: Base) -> tuple[Rule, ...]:
    """No base is too light for the lowest class, and none too heavy for the highest."""
    found = []
    if base != BASES[-1]:
        found.append(
            _con(f"HEAVIER_{base.upper()}", base, _class_heavier(base),
                 "Kelas risiko {risk} memerlukan layanan yang lebih intensif.",
                 "The class {risk} needs more intensive care.")
        )  # fmt: skip
    if base != BASES[0]:
        found.append(
            _con(f"LIGHTER_{base.upper()}", base, _class_lighter(base),
                 "Kelas risiko {risk} belum memerlukan layanan seintensif ini.",
                 "The class {risk} does not need care as intensive as this.")
        )  # fmt: skip
    return tuple(found)


def _pro(
    code: str, base: Base, when: When, said: str, english: str, label: Text | None = None
) -> Rule:
    return _rule(f"F_{code}", Effect.FOR, base, when, _named(said, english, label))


def _con(code: str, base: Base, when: When, said: str, english: str) -> Rule:
    return _rule(f"G_{code}", Effect.AGAINST, base, when, Text(said, english))


def _rule(code: str, effect: Effect, base: Base, when: When, text: Text) -> Rule:
    return Rule(code, effect, when, text, _SOURCE, base=base)


def _named(said: str, english: str, label: Text | None) -> Text:
    if label is None:
        return Text(said, english)
    return Text(said.replace("{base_named}", label.id), english.replace("{base_named}", label.en))


RULES = (
    *_of_each_base("family"),
    _pro("SAFE_HOME", "family", _yes("home_safe"), "Rumah dinilai aman.",
         "The home is judged safe."),
    _pro("STRONG_FAMILY", "family", _family("strong"), "Dukungan keluarga kuat.",
         "The family's support is strong."),
    _pro("WORK_AT_HOME", "family", _yes("works_or_studies"),
         "Pekerjaan atau sekolah dapat terus berjalan.", "Work or school can go on."),
    _pro("CHILD_AT_HOME", "family", is_minor, "Anak sedapat mungkin tetap bersama keluarganya.",
         "A child stays with the family wherever possible."),
    _pro("REMOTE_HOME", "family", _yes("remote"),
         "Lembaga layanan jauh; keluarga dan kader ada di dekat klien.",
         "Institutions are far away; family and volunteers are near."),
    _con("UNSAFE_HOME", "family", _no("home_safe"), "Belum ada rumah yang aman.",
         "There is no safe home yet."),
    _con("USER_AT_HOME", "family", _yes("active_user_in_household"),
         "Orang serumah masih memakai zat.", "Someone at home still uses."),
    _con("WEAK_FAMILY", "family", _family("weak", "refuses"),
         "Keluarga belum dapat mendampingi sendiri.", "The family cannot give support alone yet."),
    _con("VIOLENT_FAMILY", "family", _family("violent"),
         "Ada kekerasan dalam keluarga.", "There is violence in the family."),
    *_of_each_base("institution"),
    _pro("WORK_OUTPATIENT", "institution", _yes("works_or_studies"),
         "Rawat jalan dapat dijalani sambil bekerja atau bersekolah.",
         "Outpatient care leaves room for work or school."),
    _pro("FAMILY_HELPED", "institution", _family("weak", "fair"),
         "Keluarga dapat mendampingi dengan bantuan lembaga.",
         "The family can give support with an institution's help."),
    _con("REMOTE_INSTITUTION", "institution", _yes("remote"),
         "Tempat tinggal jauh dari lembaga; kunjungan rutin sulit.",
         "The home is far from any institution; regular visits are hard."),
    *_of_each_base("balai"),
    _pro("NO_HOME", "balai", _no("home_safe"),
         "Balai/sentra memberi tempat tinggal yang aman.", "A centre gives a safe place to live."),
    _pro("RELAPSES", "balai", _relapsed,
         "Kambuh {relapses} kali setelah layanan: lingkungan terstruktur dapat membantu.",
         "{relapses} relapses after treatment: a structured setting may help."),
    _pro("INJECTING", "balai", injects_now, "Penyuntikan memerlukan pendampingan intensif.",
         "Injecting calls for intensive support."),
    _con("WORK_LOST", "balai", _yes("works_or_studies"),
         "Tinggal di balai/sentra memutus pekerjaan atau sekolah untuk sementara.",
         "Living in a centre interrupts work or school."),
    _con("CHILD_AWAY", "balai", is_minor, "Anak akan terpisah dari keluarganya.",
         "A child would be apart from the family."),
    _con("WOMAN_UNIT", "balai", _woman,
         "Hanya dapat ditempatkan di balai/sentra yang memiliki unit perempuan.",
         "Only a centre with a women's unit can be offered."),
)  # fmt: skip
