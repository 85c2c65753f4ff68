"""The page of one section, of an assessment or of any other interview made of sections: shown, saved, kept by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from accounts.http import Request
from common.errors import DomainError
from common.http import render_form
from screening.assessment.answers import Answers
from screening.assessment.forms import PartForm
from screening.assessment.progress import Progress, Step
from screening.assessment.questions import Section, Words
from screening.assessment.scales import contradictions_of, flags_of
from screening.assessment.selectors import answers_of
from screening.assessment.services.writing import PartEntry, StalePart
from screening.interview.asks import notes_of
from screening.models import Part


class Sheet(Protocol):
    """An interview as it is stored, and how far it has come."""

    @property
    def parts(self) -> Mapping[str, Part]: ...
    @property
    def progress(self) -> Progress: ...
    def revision(self, code: str) -> int: ...


@dataclass(frozen=True, slots=True)
class Filling:
    """An interview that somebody fills in: how it is read and kept, and the names of its pages.

    `shows` is what its kind shows beside; `turns` leads elsewhere after a saving, where something is more urgent.
    """

    pk: int
    template: str
    list_page: str
    section_page: str
    last_page: str
    read: Callable[[], Sheet]
    keep: Callable[[PartEntry], Part]
    shows: Callable[[], Mapping[str, Any]]
    turns: Callable[[Step], str] = lambda _step: ""

    def step(self, slug: str) -> tuple[Sheet, Step]:
        sheet = self.read()
        step = sheet.progress.step(slug)
        if step is None:
            raise Http404
        return sheet, step

    def onward(self, sheet: Sheet, step: Step) -> str:
        following = sheet.progress.next_open(step.section)
        if following is None:
            return reverse(self.last_page, args=[self.pk])
        return reverse(self.section_page, args=[self.pk, following.slug])


def answer_section(request: Request, filling: Filling, slug: str) -> HttpResponse:
    sheet, step = filling.step(slug)
    if request.method != "POST":
        return _page(request, filling, sheet, step, PartForm(step.section, answers=step.answers))
    form = PartForm(step.section, request.POST, answers=step.answers)
    readable = form.is_valid()
    try:
        filling.keep(_entry(step, form))
    except StalePart as stale:
        return _conflict(request, filling, sheet, step, form, stale)
    except DomainError as error:
        form.refuse(error)
        return _page(request, filling, sheet, step, form)
    return _go_on(request, filling, slug, form, readable=readable)


def _go_on(
    request: Request, filling: Filling, slug: str, form: PartForm, *, readable: bool
) -> HttpResponse:
    """What was sent is kept; whoever goes on answers all of it first, and whoever stops may leave it."""
    sheet, step = filling.step(slug)
    if elsewhere := filling.turns(step):
        return redirect(elsewhere)
    later = request.POST.get("action") == "later"
    told = contradictions_of(step.section, step.answers.coded)
    if not readable or not (later or (form.has_seen(told) and not step.missing)):
        form.demand(() if later else step.missing)
        return _page(request, filling, sheet, step, form)
    if later:
        messages.success(request, _("Isian tersimpan. Anda dapat melanjutkannya kapan saja."))
        return redirect(filling.list_page, filling.pk)
    return redirect(filling.onward(sheet, step))


def keep_by_itself(request: Request, filling: Filling, slug: str) -> JsonResponse:
    """What the page sends by itself two seconds after a change; see static/atensi/autosave.js."""
    _sheet, step = filling.step(slug)
    form = PartForm(step.section, request.POST, answers=step.answers)
    if not form.is_valid():
        return _refused(_("Ada isian yang belum benar, jadi belum tersimpan."), 422)
    try:
        part = filling.keep(_entry(step, form))
    except DomainError as error:
        return _refused(error.message, 409)
    moment = timezone.localtime(part.saved_at)
    danger = bool(flags_of(step.section, part.answers))
    return JsonResponse(
        {"saved_at": time_format(moment, "H.i"), "revision": part.revision, "danger": danger}
    )


def _entry(step: Step, form: PartForm) -> PartEntry:
    return PartEntry(step.section, form.given(), form.opened_at)


def _refused(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


def _page(
    request: Request, filling: Filling, sheet: Sheet, step: Step, form: PartForm
) -> HttpResponse:
    return render_form(request, filling.template, form, _context(filling, sheet, step, form))


def _conflict(
    request: Request,
    filling: Filling,
    sheet: Sheet,
    step: Step,
    form: PartForm,
    stale: StalePart,
) -> HttpResponse:
    """Both sets of answers side by side; saving again from here is a choice made knowingly."""
    form.refuse(stale)
    context = {
        **_context(filling, sheet, step, form),
        "form": form,
        "revision": stale.part.revision,
        "differing": _differing(step.section, stale.part, form),
    }
    return render(request, filling.template, context, status=409)


def _differing(section: Section, part: Part, form: PartForm) -> list[tuple[Words, str, str]]:
    """The questions that the part on the server answers otherwise than the page: question, theirs, mine."""
    theirs, mine = answers_of(part), Answers().with_entry(section, form.given())
    asked = [one for one in section.questions if theirs.given(one) != mine.given(one)]
    return [(one.label, theirs.said(one), mine.said(one)) for one in asked]


def _context(filling: Filling, sheet: Sheet, step: Step, form: PartForm) -> dict[str, Any]:
    progress, section = sheet.progress, step.section
    return {
        "section": section,
        "part": sheet.parts.get(section.code),
        "revision": sheet.revision(section.code),
        "progress": progress,
        "place": progress.place_of(section),
        "bar": progress.bar(section),
        "groups": list(form.groups()),
        "contradictions": notes_of(contradictions_of(section, step.answers.coded)),
        "differing": (),
        **filling.shows(),
    }
