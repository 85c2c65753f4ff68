"""Use and relapse: how much at present, and what came after earlier care."""

from collections.abc import Callable

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.levels import RISK_LABELS, Risk, worst
from screening.engine.rulesets.v2026_1.adjusters import RELAPSES_FROM
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.texts import Text, listed, same
from screening.engine.wording import label_of, name_of


def _found(case: Case) -> Risk | None:
    """Also while a red flag leaves the class open."""
    return worst(reading.risk for reading in case.readings) if case.readings else None


def _is(risk: Risk) -> Callable[[Case], bool]:
    return lambda case: _found(case) == risk and (risk != "low" or signs.uses_now(case))


def _evidence(case: Case) -> dict[str, Text]:
    risk = _found(case) or "low"
    bands = [(label_of(b.substance), b.score) for b in case.bands_at(risk) if b.score > 0]
    said = [Text(f"{label.id} {score}", f"{label.en} {score}") for label, score in bands]
    others = [r for r in case.readings if r.risk == risk and r.instrument != "assist"]
    said += [name_of(reading.instrument) for reading in others]
    return {"evidence": listed(said or [Text("skor", "score")]), "risk": RISK_LABELS[risk]}


def _relapses(case: Case) -> int:
    return case.facts.relapses_after_treatment or 0


def _times(case: Case) -> dict[str, Text]:
    return {"relapses": same(_relapses(case))}


_CLASS = Text("{evidence}: kelas {risk}", "{evidence}: class {risk}")
SIGNS = (
    Sign("USE_HIGH", 3, _is("high"), _CLASS, _evidence),
    Sign("USE_MODERATE", 2, _is("moderate"), _CLASS, _evidence),
    Sign("USE_RELAPSES", 2, lambda case: _relapses(case) >= RELAPSES_FROM,
         Text("Kambuh {relapses} kali sesudah layanan", "{relapses} relapses after care"), _times),
    Sign("USE_LOW", 1, _is("low"), _CLASS, _evidence),
    Sign("USE_RELAPSE", 1, lambda case: _relapses(case) == 1,
         Text("Pernah kambuh sekali sesudah layanan", "One relapse after care")),
    Sign("USE_UNPLANNED", 1, lambda case: case.facts.unplanned_end is True,
         Text("Layanan sebelumnya berakhir tanpa rencana", "The last care ended without a plan")),
    Sign("USE_NONE", 0, lambda case: case.assist is not None and not signs.uses_now(case),
         Text("Tidak memakai dalam tiga bulan terakhir", "No use within the last three months")),
    Sign("USE_NEVER_RELAPSED", 0, lambda case: case.facts.relapses_after_treatment == 0,
         Text("Belum pernah kambuh sesudah layanan", "Never relapsed after care")),
)  # fmt: skip
GAPS = (
    Gap("USE_UNSCREENED", lambda case: case.assist is None, Text("ASSIST", "ASSIST (all substances)")),
    Gap("USE_HISTORY", lambda case: case.facts.relapses_after_treatment is None,
        Text("Riwayat kambuh", "History of relapse")),
)  # fmt: skip
