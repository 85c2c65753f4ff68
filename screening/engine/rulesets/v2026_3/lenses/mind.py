"""Mind: risk of suicide, psychosis, distress, loss."""

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.rulesets.v2026_2.care import ASI_FROM
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.lenses.flags import denied, held, seen_to, unasked
from screening.engine.texts import Text, same


FLAGS = ("suicide_intent", "suicide_attempt", "psychiatric")


def _srq_known(case: Case) -> bool:
    return case.facts.srq20 is not None or case.scale("srq20") is not None


def _srq(case: Case) -> dict[str, Text]:
    return {"srq": same(signs.srq20(case))}


SIGNS = (
    held("MIND", *FLAGS),
    Sign("MIND_SRQ", 2, lambda case: signs.srq20(case) >= signs.SRQ20_FROM,
         Text("SRQ {srq} dari 20", "SRQ {srq} of 20"), _srq),
    Sign("MIND_ASI", 2, lambda case: (case.facts.asi_severity or 0) >= ASI_FROM,
         Text("Keparahan ASI tinggi", "High ASI severity")),
    Sign("MIND_LOSS", 1, lambda case: bool(case.notices),
         Text("Kehilangan berat dalam tiga bulan ini", "A severe loss in these three months")),
    seen_to("MIND", *FLAGS),
    Sign("MIND_CALM", 0,
         lambda case: _srq_known(case) and signs.srq20(case) < signs.SRQ20_FROM,
         Text("SRQ {srq} dari 20, di bawah ambang", "SRQ {srq} of 20, below the cut"), _srq),
    denied("MIND", Text("Tidak ada keinginan mengakhiri hidup atau gejala psikotik",
                        "No wish to end life and no psychotic signs"), *FLAGS),
)  # fmt: skip
GAPS = (
    unasked("MIND", Text("Keselamatan diri dan gejala jiwa berat", "Risk of suicide and severe signs"),
            *FLAGS),
    Gap("MIND_UNSCREENED", lambda case: not _srq_known(case) and not is_minor(case),
        Text("SRQ-20", "SRQ-20 (distress)")),
    Gap("MIND_CHILD", lambda case: not _srq_known(case) and is_minor(case),
        Text("Penapisan jiwa untuk anak", "A mental-health screen for children")),
)  # fmt: skip
