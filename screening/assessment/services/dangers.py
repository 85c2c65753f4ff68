"""What an assessment says of danger, for those who protect and for the routing: at once, not when it is signed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from accounts.models import User
from clients.models.task import subject_of
from safety.enums import Danger, Source
from safety.facts import Look, Raised, Seen, Sending
from safety.models import MedicalReferral
from safety.services.concerns import raise_concern
from safety.services.homes import judge_home
from safety.services.referring import open_referral
from screening.assessment.answers import Answers
from screening.models import Assessment


Told = Mapping[str, Any]
ON_THE_STREET = "street"
# Answers that are a danger, by section and question.
DANGERS = {
    ("family", "children", "at_risk"): Danger.CHILD,
    ("family", "family_support", "violent"): Danger.VIOLENCE,
    ("psychological", "hardship", "violence"): Danger.VIOLENCE,
}


def tell_dangers(
    assessment: Assessment,
    code: str,
    before: Answers,
    after: Answers,
    *,
    actor: User,
    at: datetime,
) -> None:
    """What this very saving of the section `code` brought to light; taking an answer back settles nothing."""
    case = assessment.case
    known = set(_dangers(code, before.coded))
    for what in dict.fromkeys(_dangers(code, after.coded)):
        if what not in known:
            raised = Raised(what=what, source=Source.ASSESSMENT)
            raise_concern(case=case, raised=raised, actor=actor, at=at)
    home = _home(code, after.coded)
    if home and home != _home(code, before.coded):
        look = Look(home[0], Source.ASSESSMENT, localdate(at))
        judge_home(case=case, look=look, actor=actor, at=at)


def refer_for(assessment: Assessment, flags: Iterable[str], *, actor: User, at: datetime) -> None:
    """A sign that a clinician has to look at; while one is awaited, the same sign asks for no second look."""
    for flag in flags:
        subject = subject_of(assessment, flag)
        if MedicalReferral.objects.open().about(subject).filter(case=assessment.case).exists():
            continue
        seen = Seen([flag], Source.ASSESSMENT, subject)
        open_referral(case=assessment.case, seen=seen, sending=Sending(), actor=actor, at=at)


def _dangers(code: str, coded: Told) -> Iterable[Danger]:
    return [
        what
        for (section, question, answer), what in DANGERS.items()
        if section == code and answer in _given(coded.get(question))
    ]


def _given(answer: Any) -> list[Any]:
    return answer if isinstance(answer, list) else [answer]


def _home(code: str, coded: Told) -> tuple[bool | None] | None:
    """Whether the home is safe, as far as somebody answered; nobody is safe without one."""
    if code != "social":
        return None
    if coded.get("housing") == ON_THE_STREET:
        return (False,)
    if "home_safe" not in coded:
        return None
    safe = coded["home_safe"]
    return (safe if isinstance(safe, bool) else None,)
