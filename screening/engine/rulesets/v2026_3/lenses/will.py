"""Will and preference: what the person wants, and what they agree to."""

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.levels import BASE_LABELS
from screening.engine.rulesets.v2026_1.law import is_minor
from screening.engine.texts import Text


STAGES = {
    "precontemplation": Text("belum ingin berubah", "no wish to change yet"),
    "contemplation": Text("menimbang perubahan", "weighing a change"),
    "preparation": Text("bersiap berubah", "preparing to change"),
    "action": Text("sedang berubah", "changing"),
    "maintenance": Text("memelihara perubahan", "keeping up the change"),
    "relapse": Text("kembali memakai", "using again"),
}
_LEVELS = {"precontemplation": 2, "contemplation": 1, "relapse": 1}


def _stage(case: Case) -> dict[str, Text]:
    return {"stage": STAGES[case.facts.stage_of_change or "contemplation"]}


def _wish(case: Case) -> dict[str, Text]:
    return {"wish": BASE_LABELS[case.facts.wants or "family"]}


def _of_stage(level: int) -> Sign:
    return Sign(
        f"WILL_STAGE_{level}",
        level,
        lambda case: (
            case.facts.stage_of_change is not None
            and _LEVELS.get(case.facts.stage_of_change, 0) == level
        ),
        Text("Tahap: {stage}", "Stage: {stage}"),
        _stage,
    )


def _wants_otherwise(case: Case) -> bool:
    return case.facts.wants is not None and case.base is not None and case.facts.wants != case.base


SIGNS = (
    Sign("WILL_REFUSES", 3, lambda case: case.facts.consent_refused is True,
         Text("Tidak menyetujui layanan", "Does not consent to care")),
    Sign("WILL_CHILD_REFUSES", 2, lambda case: is_minor(case) and case.facts.child_assent is False,
         Text("Anak belum bersedia", "The child does not agree yet")),
    _of_stage(2),
    _of_stage(1),
    Sign("WILL_OTHERWISE", 1, _wants_otherwise,
         Text("Ingin {wish}, berbeda dari usulan", "Wishes for {wish}, unlike the proposal"), _wish),
    _of_stage(0),
    Sign("WILL_LIKEWISE", 0,
         lambda case: case.facts.wants is not None and not _wants_otherwise(case),
         Text("Ingin {wish}", "Wishes for {wish}"), _wish),
    Sign("WILL_WORK", 0, lambda case: case.facts.works_or_studies is True,
         Text("Ada pekerjaan atau sekolah yang ingin dijaga", "Work or school to keep")),
)  # fmt: skip
GAPS = (
    Gap("WILL_WISH", lambda case: case.facts.wants is None,
        Text("Keinginan klien sendiri", "The client's own wish")),
    Gap("WILL_STAGE", lambda case: case.facts.stage_of_change is None,
        Text("Kesiapan berubah", "Readiness to change")),
    Gap("WILL_GUARDIAN",
        lambda case: is_minor(case) and case.facts.guardian_consent is not True,
        Text("Persetujuan orang tua atau wali", "Consent of a parent or guardian")),
    Gap("WILL_ASSENT", lambda case: is_minor(case) and case.facts.child_assent is None,
        Text("Kesediaan anak sendiri", "The child's own assent")),
)  # fmt: skip
