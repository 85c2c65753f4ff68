"""What the page of a section answers, of an assessment or of any other interview made of sections."""

from django.http import JsonResponse
from django.utils import timezone
from django.utils.formats import time_format

from screening.assessment.answers import Answers
from screening.assessment.forms import PartForm
from screening.assessment.questions import Section, Words
from screening.assessment.selectors import answers_of
from screening.models import Part


def differing(section: Section, part: Part, form: PartForm) -> list[tuple[Words, str, str]]:
    """The questions that the part on the server answers otherwise than the page: question, theirs, mine."""
    theirs, mine = answers_of(part), Answers().with_entry(section, form.given())
    asked = [one for one in section.questions if theirs.given(one) != mine.given(one)]
    return [(one.label, theirs.said(one), mine.said(one)) for one in asked]


def kept_answer(part: Part, *, danger: bool = False) -> JsonResponse:
    """For static/atensi/autosave.js."""
    moment = timezone.localtime(part.saved_at)
    return JsonResponse(
        {"saved_at": time_format(moment, "H.i"), "revision": part.revision, "danger": danger}
    )


def refused_answer(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)
