"""The assessment of a case as it is stored, read into the pure words of `screening.assessment`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.hands import is_another
from accounts.models import User
from clients.enums import CaseStatus
from clients.models import Case, Client
from clients.models.task import subject_of
from safety.models import MedicalReferral
from screening.assessment.answers import Answers
from screening.assessment.plan import Plan, PlanFacts, Planned, plan_for
from screening.assessment.progress import Progress
from screening.assessment.questions import Section, Words
from screening.assessment.scales import flags_of, scale_section, scale_sections
from screening.assessment.sections import NARRATIVE, narrative
from screening.assessment.sections.summary import SUMMARY
from screening.engine.red_flags import RED_FLAGS, RedFlag
from screening.enums import AssessmentKind, AssessmentStatus
from screening.models import Assessment, AssessmentPart, Part, Screening
from screening.permissions import signers_of


ASSESSED_AT = (
    CaseStatus.DECISION,
    CaseStatus.PLACEMENT,
    CaseStatus.IN_SERVICE,
    CaseStatus.AFTERCARE,
)
Parts = dict[str, AssessmentPart]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An assessment with its parts, and how far it has come."""

    assessment: Assessment
    parts: Parts
    answers: dict[str, Answers]
    progress: Progress

    @property
    def flags(self) -> tuple[RedFlag, ...]:
        """The dangers among the answers, as they stand."""
        codes = {
            code
            for step in self.progress.steps
            for code in flags_of(step.section, step.answers.coded)
        }
        return tuple(flag for flag in RED_FLAGS if flag.code in codes)

    def revision(self, code: str) -> int:
        return self.parts[code].revision if code in self.parts else 0


def screening_behind(case: Case) -> Screening | None:
    """The finished screening that an assessment builds on: no assessment without it."""
    return case.screenings.finished().standing().exclude(proposed_base="").newest_first().first()


def sheet_of(assessment: Assessment, today: date) -> Sheet:
    parts = {part.code: part for part in assessment.parts.select_related("saved_by")}
    for part in parts.values():
        part.assessment = assessment  # the key of its sealed words hangs on the client
    answers = {code: answers_of(part) for code, part in parts.items()}
    plan = _plan_of(assessment, today, parts) if assessment.is_draft else _answered(parts.values())
    return Sheet(assessment, parts, answers, Progress(plan, answers))


def answers_of(part: Part) -> Answers:
    return Answers(part.answers, part.texts)


def assessments_of(client: Client, user: User) -> QuerySet[Assessment]:
    rows = Assessment.objects.visible_to(user).filter(case__client=client)
    people = ("started_by", "submitted_by", "signed_by")
    return rows.select_related("case__client", "corrects", "corrected_by", *people).newest_first()


def previous_signed(assessment: Assessment, user: User) -> Assessment | None:
    """What it is compared with: the one signed before it, in this case or an earlier one."""
    rows = assessments_of(assessment.case.client, user)
    return rows.filter(pk__lt=assessment.pk, status=AssessmentStatus.SIGNED).first()


def has_signer(assessment: Assessment) -> bool:
    """Whether the institution has anybody who may sign what this person submitted."""
    institution = assessment.case.institution
    people: QuerySet[User] = User.objects.filter(
        institution=institution, role__in=signers_of(institution), is_active=True
    )
    return any(is_another(user, assessment.hands) for user in people)


def open_danger(assessment: Assessment) -> QuerySet[MedicalReferral]:
    """The signs among its answers that a clinician's word is awaited on."""
    rows = MedicalReferral.objects.open().filter(case=assessment.case_id)
    return rows.filter(subject__startswith=subject_of(assessment))


def _plan_of(assessment: Assessment, today: date, parts: Parts) -> Plan:
    """A part begun with an older version of its instrument is finished with that one."""
    plan = plan_for(_plan_facts(assessment, today))
    codes = {planned.section.code for planned in plan}
    beside = (part for part in parts.values() if part.code not in codes)
    return (
        *(_as_begun(planned, parts.get(planned.section.code)) for planned in plan),
        *_planned_of(beside, _("Sudah dimulai sebelum keadaan klien berubah")),
    )


def _as_begun(planned: Planned, part: AssessmentPart | None) -> Planned:
    if part is None or part.version == planned.section.version:
        return planned
    return replace(planned, section=scale_section(part.code, part.version) or planned.section)


def _plan_facts(assessment: Assessment, today: date) -> PlanFacts:
    case = assessment.case
    screening = screening_behind(case)
    used = _substances_used(screening) if screening else set()
    return PlanFacts(
        kind=assessment.kind,
        age=case.client.age_on(today),
        has_family=case.client.has_family,
        no_family=case.client.no_family,
        uses_alcohol="alcohol" in used,
        uses_drugs=bool(used - {"alcohol", "tobacco"}),
    )


def _substances_used(screening: Screening) -> set[str]:
    """Ever, by question 1 of ASSIST."""
    return {code for code, used in screening.answers.get("q1", {}).items() if used}


def _answered(parts: Iterable[AssessmentPart]) -> Plan:
    """What was submitted is shown as it was asked, whatever the plan would say today."""
    order = [section.code for section in (*NARRATIVE, *scale_sections(), SUMMARY)]
    return _planned_of(sorted(parts, key=lambda part: _place(order, part.code)))


def _place(order: list[str], code: str) -> int:
    return order.index(code) if code in order else len(order)


def _planned_of(parts: Iterable[AssessmentPart], why: Words = "") -> Plan:
    """What was answered, whatever is asked today."""
    sections = (_section_of(part) for part in parts)
    return tuple(Planned(section, is_required=False, why=why) for section in sections if section)


def _section_of(part: AssessmentPart) -> Section | None:
    return narrative(part.code) or scale_section(part.code, part.version)


def may_begin_assessment(case: Case) -> bool:
    """The screening is behind it, and nothing is under way."""
    return case.status in ASSESSED_AT and not case.assessments.unfinished().exists()


def kinds_open(case: Case) -> list[str]:
    """The first assessment of a case is the initial one; every later one is not."""
    if case.assessments.signed().exists():
        return [AssessmentKind.REVIEW, AssessmentKind.EXIT]
    return [AssessmentKind.INITIAL]


def instrument_uses(user: User) -> dict[tuple[str, str], int]:
    """How many finished screenings and scored parts of assessments stand on each published version."""
    screenings = Screening.objects.visible_to(user).finished().filter(result__isnull=False)
    parts = AssessmentPart.objects.visible_to(user).filter(result__isnull=False)
    uses = Counter[tuple[str, str]]()
    for code, version, n in screenings.values_list("instrument", "version").annotate(n=Count("pk")):
        uses[code, version] += n
    for code, version, n in parts.values_list("code", "version").annotate(n=Count("pk")):
        if section := scale_section(code, version):
            uses[section.scale, version] += n
    return uses
