"""Body: illness, pregnancy, disability, and what medicine must not be interrupted."""

from screening.engine.cases import Case
from screening.engine.lenses import Gap, Sign
from screening.engine.rulesets.v2026_1.law import VALIDATED_UP_TO
from screening.engine.rulesets.v2026_3 import signs
from screening.engine.rulesets.v2026_3.lenses.flags import denied, held, seen_to, unasked
from screening.engine.texts import Text, same


_URGENT = (
    "stimulant_crisis",
    "injury",
    "methanol",
    "infection",
    "pregnancy",
    "pregnancy_use",
    "unlisted",
)
FLAGS = (*_URGENT, "tuberculosis")
_ASKED = ("stimulant_crisis", "injury", "methanol", "infection", "tuberculosis")
MAY_BE_PREGNANT = range(12, 51)


def _age(case: Case) -> dict[str, Text]:
    return {"age": same(case.facts.age)}


def _coughs(case: Case) -> bool:
    return any(flag.code == "tuberculosis" for flag in case.flags)


def _may_be_pregnant(case: Case) -> bool:
    facts = case.facts
    return (
        facts.sex == "female"
        and facts.pregnant is None
        and (facts.age is None or facts.age in MAY_BE_PREGNANT)
    )


SIGNS = (
    held("BODY", *_URGENT),
    Sign("BODY_ADMITTED", 3, lambda case: any(result == "admitted" for _flag, result in case.treated),
         Text("Dirawat di rumah sakit", "In hospital")),
    Sign("BODY_COUGH", 2, _coughs,
         Text("Batuk dua minggu atau lebih", "Coughing for two weeks or longer")),
    Sign("BODY_PREGNANT", 2, lambda case: case.facts.pregnant is True,
         Text("Hamil", "Pregnant")),
    Sign("BODY_TB", 2, lambda case: case.facts.tb_treatment is True,
         Text("Dalam pengobatan TB", "On TB medicine")),
    Sign("BODY_HIV", 1, lambda case: case.facts.hiv_art is True,
         Text("Minum obat antiretroviral", "On antiretroviral medicine")),
    Sign("BODY_CHRONIC", 1, lambda case: case.facts.chronic_disease is True,
         Text("Penyakit menahun dengan obat rutin", "A lasting illness with regular medicine")),
    Sign("BODY_DISABILITY", 1, signs.disabled,
         Text("Ada disabilitas yang perlu disesuaikan", "A disability that care adapts to")),
    Sign("BODY_WHEELCHAIR", 1, lambda case: case.facts.wheelchair is True,
         Text("Memerlukan ruang tanpa anak tangga", "Needs rooms without steps")),
    Sign("BODY_INFANT", 1, lambda case: case.facts.cares_for_infant is True,
         Text("Mengasuh bayi atau anak kecil", "Cares for a baby or small child")),
    Sign("BODY_OLD", 1,
         lambda case: case.facts.age is not None and case.facts.age > VALIDATED_UP_TO,
         Text("Usia {age} tahun", "{age} years old"), _age),
    Sign("BODY_INJECTS", 1, signs.injects,
         Text("Berisiko HIV dan hepatitis karena menyuntik", "At risk of HIV and hepatitis from injecting")),
    seen_to("BODY", *FLAGS),
    denied("BODY", Text("Tidak ada tanda bahaya medis", "No medical red flag"), *_ASKED),
)  # fmt: skip
GAPS = (
    unasked("BODY", Text("Tanda bahaya medis", "Medical red flags"), *_ASKED),
    Gap("BODY_COUGH_RESULT", _coughs, Text("Hasil pemeriksaan TB", "Result of the TB test")),
    Gap("BODY_PREGNANCY", _may_be_pregnant, Text("Kehamilan", "Pregnancy")),
    Gap("BODY_HEALTH",
        lambda case: case.facts.assessed is not True,
        Text("Riwayat penyakit dan obat (asesmen)", "Illnesses and medicine (assessment)")),
)  # fmt: skip
