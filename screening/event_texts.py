"""How the events of screening, assessment and decision are read."""

from collections.abc import Iterable

from django.utils.translation import gettext, gettext_lazy as _

from clients.enums import Risk
from clients.events import EventGroup
from clients.texts import Show, Text, Words, as_is, one_of, some_of, text
from partners.enums import CareBase
from screening.engine.red_flags import ALL
from screening.enums import (
    AssessmentKind,
    Missing,
    ReviewOutcome,
    ScreeningEvent as E,
    ScreeningKind,
    ScreeningTask,
    Stage,
    StepDirection,
    UrgentReason,
)
from screening.interview.asks import say


FLAGS = {flag.code: flag for flag in ALL}


def signs_of(codes: Iterable[str]) -> str:
    return ", ".join(say(FLAGS[code].sign) for code in codes)


def danger(code: str) -> str:
    return f"{say(FLAGS[code].sign)}. {say(FLAGS[code].do_now)}" if code else ""


def decision_of(bases: list[str]) -> str:
    """The base, and whether it is the one that was proposed."""
    base, proposed = (CareBase(one).label for one in bases)
    if base == proposed:
        return gettext("%(base)s, sesuai usulan") % {"base": base}
    words = {"base": base, "proposed": proposed}
    return gettext("%(base)s, berbeda dari usulan %(proposed)s") % words


def _of_an_assessment(title: Words, /, *lines: Words, **facts: Show) -> Text:
    return text(title, *lines, which=one_of(AssessmentKind), **facts)


OUTCOME = {"risk": one_of(Risk), "base": one_of(CareBase)}
PROPOSES = _("%(risk)s. Usulan: %(base)s.")
STEP = _("Perubahan yang diusulkan: %(step)s.")

TEXTS: dict[E, Text] = {
    E.SCREENING_STARTED: text(),
    E.RESCREENING_STARTED: text("%(occasion)s", occasion=one_of(ScreeningKind)),
    E.CORRECTION_STARTED: text(),
    E.SCREENING_FINISHED: text("", PROPOSES, STEP, **OUTCOME, step=one_of(StepDirection)),
    E.SCREENING_CORRECTED: text("", PROPOSES, STEP, **OUTCOME, step=one_of(StepDirection)),
    E.MEDICAL_FIRST: text("%(signs)s", signs=signs_of).in_tone("danger"),
    E.SECOND_ASSESSED: text("%(risk)s", risk=one_of(Risk)),
    E.DECIDED: text("%(decision)s", decision=decision_of),
    E.DECIDED_OTHERWISE: text("%(decision)s", decision=decision_of),
    E.OVERRIDE_REQUESTED: text("%(decision)s", decision=decision_of),
    E.OVERRIDE_APPROVED: text(_("%(decision)s, disetujui"), decision=decision_of),
    E.OVERRIDE_REFUSED: text(_("%(decision)s, tidak disetujui"), decision=decision_of),
    E.OVERRIDE_WITHDRAWN: text(_("Permintaan persetujuan ditarik")),
    E.OVERRIDE_REVIEWED: text("%(outcome)s", outcome=one_of(ReviewOutcome)),
    E.ASSESSMENT_STARTED: _of_an_assessment(_("%(which)s dimulai")),
    E.ASSESSMENT_REOPENED: _of_an_assessment(_("Koreksi: %(which)s")),
    E.ASSESSMENT_SUBMITTED: _of_an_assessment(_("%(which)s diajukan")),
    E.ASSESSMENT_RETURNED: _of_an_assessment(_("%(which)s dikembalikan")),
    E.ASSESSMENT_SIGNED: _of_an_assessment(
        _("%(which)s disahkan"), _("%(risk)s, usulan %(base)s."), **OUTCOME
    ),
    E.DANGER_FOUND: text(_("Tanda bahaya: %(signs)s"), signs=signs_of).in_tone("danger"),
    E.STEP_ACCEPTED: text(
        _("%(direction)s diterima: %(risk)s, %(base)s"), direction=one_of(StepDirection), **OUTCOME
    ),
    E.URGENT_STEP: text(
        _("Dilanjutkan karena mendesak: %(stage)s"),
        "%(reason)s.",
        _("Belum ada: %(missing)s."),
        stage=one_of(Stage),
        reason=one_of(UrgentReason),
        missing=some_of(Missing),
    ).in_tone("danger"),
    E.PROPOSAL_OVERTAKEN: text("", PROPOSES, **OUTCOME).in_tone("danger"),
    E.STEP_REFUSED: text(_("%(direction)s tidak diterima"), direction=one_of(StepDirection)),
}
TASKS = {
    ScreeningTask.NEW_PROPOSAL: text(
        "",
        PROPOSES,
        _("Tarik permintaan tempat yang sedang berjalan, lalu putuskan kembali."),
        **OUTCOME,
    ),
    ScreeningTask.FULL_ASSESSMENT: text(
        "", _("Asesmen lengkap bulan ke-%(month)s layanan."), month=as_is
    ),
    ScreeningTask.RETRIAGE: text("", _("Tanda bahaya dalam asesmen: %(danger)s"), danger=danger),
}
EVENTS = ((EventGroup("screening", _("Skrining"), order=20), TEXTS),)
