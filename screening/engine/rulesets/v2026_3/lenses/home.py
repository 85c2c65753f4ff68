"""Home and safety: who lives there, what they can give, and who threatens."""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.lenses.flags import denied, unasked
from screening.engine.texts import Text


_FLAGS = ("child_harm", "violence_at_home")


def _family(*support: str) -> Callable[[Case], bool]:
    return lambda case: case.facts.family_support in support and not signs.violence(case)


def _safe(case: Case) -> bool:
    return signs.home_judged_safe(case) and not signs.unprotected(case)


def _no_word_of_family(case: Case) -> bool:
    return case.facts.family_support is None and not signs.no_family(case)


SIGNS = (
    Sign("HOME_VIOLENCE", 3, signs.violence,
         Text("Kekerasan di rumah", "Violence at home")),
    Sign("HOME_CHILD", 3, signs.child_in_danger,
         Text("Anak dalam bahaya", "A child in danger")),
    Sign("HOME_THREAT", 3, signs.threatened,
         Text("Ancaman dari luar rumah", "A threat from outside the home")),
    Sign("HOME_CONCERN", 3, signs.concern_open,
         Text("Kekhawatiran yang belum diselesaikan", "A concern that is not settled")),
    Sign("HOME_NONE", 3, lambda case: case.facts.homeless is True,
         Text("Tidak mempunyai tempat tinggal tetap", "No fixed place to live")),
    Sign("HOME_UNSAFE", 2, lambda case: case.facts.home_safe is False,
         Text("Rumah dinilai tidak aman", "The home is judged unsafe")),
    Sign("HOME_USER", 2, lambda case: case.facts.active_user_in_household is True,
         Text("Orang serumah masih memakai zat", "Someone at home still uses")),
    Sign("HOME_REFUSES", 2, _family("refuses"),
         Text("Keluarga belum bersedia mendampingi", "The family is not ready to give support")),
    Sign("HOME_NO_FAMILY", 2, signs.no_family,
         Text("Tidak ada keluarga", "There is no family")),
    Sign("HOME_CUSTODY", 2, signs.in_custody,
         Text("Sedang ditahan atau menjalani pidana", "In custody or serving a sentence")),
    Sign("HOME_WEAK", 1, _family("weak"),
         Text("Dukungan keluarga lemah", "Family support is weak")),
    Sign("HOME_LAW", 1,
         lambda case: (
             case.facts.legal_status not in {None, "", "none"} and not signs.in_custody(case)
         ),
         Text("Ada perkara hukum", "A legal case is open")),
    Sign("HOME_REMOTE", 1, lambda case: case.facts.remote is True,
         Text("Tinggal jauh dari lembaga", "Lives far from any institution")),
    Sign("HOME_SETTLED", 1, lambda case: case.facts.protection_settled is True,
         Text("Perlindungan dinyatakan selesai oleh pimpinan", "Protection signed as settled by a leader")),
    Sign("HOME_SAFE", 0, _safe, Text("Rumah dinilai aman", "The home is judged safe")),
    Sign("HOME_SUPPORT", 0, _family("strong", "fair"),
         Text("Keluarga mendampingi", "The family gives support")),
    denied("HOME", Text("Tidak ada kekerasan atau anak dalam bahaya",
                        "No violence and no child in danger"), *_FLAGS),
)  # fmt: skip
GAPS = (
    unasked("HOME", Text("Kekerasan dan keselamatan anak", "Violence and safety of children"), *_FLAGS),
    Gap("HOME_UNJUDGED", signs.home_unknown, Text("Penilaian keamanan rumah", "Whether the home is safe")),
    Gap("HOME_UNVISITED",
        lambda case: signs.home_judged_safe(case) and case.facts.home_visited is not True,
        Text("Kunjungan rumah", "A visit to the home")),
    Gap("HOME_FAMILY", _no_word_of_family, Text("Dukungan keluarga", "What the family can give")),
    Gap("HOME_USERS", lambda case: case.facts.active_user_in_household is None,
        Text("Pemakai di rumah", "Use by others at home")),
)  # fmt: skip
