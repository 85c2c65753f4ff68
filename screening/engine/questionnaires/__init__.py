"""The published scales. A published module is never edited: a change is a new version (docs/instruments.md)."""

from screening.engine.errors import UnknownInstrument
from screening.engine.questionnaires.apgar_v1_0 import APGAR_1_0
from screening.engine.questionnaires.asq_v1_0 import ASQ_1_0
from screening.engine.questionnaires.audit_v1_0 import AUDIT_1_0
from screening.engine.questionnaires.audit_v1_1 import AUDIT_1_1
from screening.engine.questionnaires.child_strengths_v1_0 import CHILD_STRENGTHS_1_0
from screening.engine.questionnaires.crafft_v2_1 import CRAFFT_2_1
from screening.engine.questionnaires.dast10_v1_0 import DAST10_1_0
from screening.engine.questionnaires.dast10_v1_1 import DAST10_1_1
from screening.engine.questionnaires.readiness_v1_0 import READINESS_1_0
from screening.engine.questionnaires.readiness_v1_1 import READINESS_1_1
from screening.engine.questionnaires.social_functioning_v1_0 import SOCIAL_FUNCTIONING_1_0
from screening.engine.questionnaires.social_functioning_v1_1 import SOCIAL_FUNCTIONING_1_1
from screening.engine.questionnaires.srq20_v1_0 import SRQ20_1_0
from screening.engine.questionnaires.srq29_v1_0 import SRQ29_1_0
from screening.engine.questionnaires.whoqol_bref_v1_0 import WHOQOL_BREF_1_0
from screening.engine.scale import Scale


_PUBLISHED: tuple[Scale, ...] = (  # oldest first within one code
    DAST10_1_0,
    DAST10_1_1,
    AUDIT_1_0,
    AUDIT_1_1,
    SRQ20_1_0,
    READINESS_1_0,
    READINESS_1_1,
    WHOQOL_BREF_1_0,
    SOCIAL_FUNCTIONING_1_0,
    SOCIAL_FUNCTIONING_1_1,
    APGAR_1_0,
    CRAFFT_2_1,
    CHILD_STRENGTHS_1_0,
    SRQ29_1_0,
    ASQ_1_0,
)


def published() -> tuple[Scale, ...]:
    return _PUBLISHED


def newest() -> tuple[Scale, ...]:
    return tuple({scale.code: scale for scale in _PUBLISHED}.values())


def get(code: str, version: str | None = None) -> Scale:
    """The newest published version of a scale, or exactly the version named."""
    matches = [s for s in _PUBLISHED if s.code == code and version in {None, s.version}]
    if not matches:
        raise UnknownInstrument(f"{code} {version or ''}".strip())
    return matches[-1]
