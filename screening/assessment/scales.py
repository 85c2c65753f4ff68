"""The engine's instruments as sections of the assessment.

An instrument that is answered from several views (worker, client, family) is a section for each.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, gettext_lazy as _

from screening import engine
from screening.assessment.questions import Choice, Question, Section, Words
from screening.assessment.sections.common import WORKER, WORKER_WITH_CLIENT
from screening.engine import Scale, ScaleResult
from screening.engine.scale import View
from screening.engine.texts import Text


# In the order of the task list.
ORDER = (
    "crafft", "dast10", "audit", "child_strengths", "srq20", "asq", "srq29", "readiness", "social_functioning", "whoqol_bref", "apgar",
)  # fmt: skip
FILLERS: dict[str, Words] = {
    "worker": WORKER,
    "client": _("Klien, dibantu bila perlu"),
    "family": _("Keluarga, dibantu bila perlu"),
    "child": _("Anak, dibantu bila perlu"),
    "carer": _("Orang tua, wali, atau pengasuh"),
}
# A part's code is at most twenty characters.
SHORT = {"social_functioning": "social_func", "child_strengths": "child"}


def say(text: Text) -> str:
    return text.in_language(get_language() or "id")


def scale_sections() -> tuple[Section, ...]:
    """Of the newest version of each instrument."""
    newest = {scale.code: scale for scale in engine.scales()}
    return tuple(
        section for code in ORDER if code in newest for section in _sections_of(newest[code])
    )


def scale_section(part_code: str, version: str) -> Section | None:
    """As it was published when a part was answered."""
    for code in ORDER:
        if part_code == code or part_code.startswith(f"{SHORT.get(code, code)}_"):
            sections = _sections_of(engine.get_scale(code, version or None))
            return next((section for section in sections if section.code == part_code), None)
    return None


def unanswered_of(section: Section, coded: Mapping[str, Any]) -> tuple[str, ...]:
    return engine.unanswered(section.scale, coded, section.version)


def result_of(section: Section, coded: Mapping[str, Any]) -> ScaleResult | None:
    """None while the instrument's own rule says that too much is missing."""
    if not section.scale or unanswered_of(section, coded):
        return None
    return engine.score_scale(section.scale, coded, section.version)


def contradictions_of(section: Section, coded: Mapping[str, Any]) -> tuple[engine.Note, ...]:
    """Answers that do not go together; none where no instrument says so."""
    return engine.contradictions(section.scale, coded) if section.scale else ()


def flags_of(section: Section, coded: Mapping[str, Any]) -> tuple[str, ...]:
    """The red flags among the answers, however far the section has come: danger does not wait."""
    if not section.scale:
        return ()
    return engine.get_scale(section.scale, section.version).flags(coded)


def _sections_of(scale: Scale) -> tuple[Section, ...]:
    if not scale.views:
        return (_section(scale, scale.code, say(scale.title), WORKER_WITH_CLIENT),)
    return tuple(
        _section(scale, _code_of(scale, view), _title_of(scale, view), FILLERS[view.code])
        for view in scale.views
    )


def _code_of(scale: Scale, view: View) -> str:
    return f"{SHORT.get(scale.code, scale.code)}_{view.code}"


def _title_of(scale: Scale, view: View) -> str:
    return f"{say(scale.title)}: {say(view.title)}"


def _section(scale: Scale, code: str, title: str, filler: Words) -> Section:
    return Section(
        code=code,
        slug=code.replace("_", "-"),
        title=title,
        intro=f"{say(scale.intro)} ({say(scale.period)})",
        filler=filler,
        questions=tuple(
            Question(
                code=item.code,
                label=say(item.prompt),
                choices=tuple(Choice(option.value, say(option.label)) for option in item.options),
                hint=say(item.hint) if item.hint else "",
            )
            for item in scale.items
        ),
        scale=scale.code,
        version=scale.version,
        credit=f"{scale.source}. {say(scale.licence)}",
    )
