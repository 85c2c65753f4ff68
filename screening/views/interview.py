"""The interview: start, task list, one page for each section, autosave."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request
from clients.enums import CaseStatus
from common.access import demand
from common.errors import DomainError
from common.http import FormPage, form_page, render_form, sent
from screening.danger import raised, waiting
from screening.finding import case_or_404, interview_or_404, when_over
from screening.forms import SectionForm, StartForm
from screening.interview.asks import notes_of
from screening.interview.contradicting import contradictions_in
from screening.interview.drafts import Draft
from screening.interview.progress import Progress
from screening.interview.sections import Section, find
from screening.models import Screening
from screening.permissions import can_screen
from screening.selectors import told_before
from screening.services.drafts import (
    SCREENED_AGAIN,
    Entry,
    StaleDraft,
    save_section,
    start_screening,
)


@require_http_methods(["GET", "POST"])
def start(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_screen(request.user, case))
    again = case.status in SCREENED_AGAIN
    has_days = case.status == CaseStatus.IN_SERVICE
    form = StartForm(sent(request), again=again, has_days=has_days)
    act = partial(start_screening, case=case, actor=request.user, at=timezone.now())
    page = FormPage(
        said="",  # the interview that opens shows it
        back=reverse("screening:client", args=[case.client_id]),
        then=_onward,
        template="screening/start.html",
        shows=lambda: {
            "case": case,
            "draft": case.screenings.drafts().first(),
            "again": again,
            "has_days": has_days,
        },
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


@require_GET
def resume(request: Request, case_pk: int) -> HttpResponse:
    """Where the interview of a case was left, or where it begins."""
    case = case_or_404(request, case_pk)
    demand(can_screen(request.user, case))
    draft = case.screenings.drafts().select_related("case__client").first()
    if draft is None:
        return redirect("screening:start", case.pk)
    return when_over(draft) or redirect(_onward(draft))


@require_GET
def sections(request: Request, pk: int) -> HttpResponse:
    screening = interview_or_404(request, pk)
    if over := when_over(screening):
        return over
    draft = Draft.of(screening)
    context = {
        "screening": screening,
        "progress": Progress(draft),
        "is_referral": bool(waiting(screening)),
    }
    return render(request, "screening/sections.html", context)


@require_http_methods(["GET", "POST"])
def section(request: Request, pk: int, slug: str) -> HttpResponse:
    screening, part = interview_or_404(request, pk), _find(slug)
    if elsewhere := _elsewhere(request, screening, part):
        return elsewhere
    if request.method == "POST":
        return _save(request, screening, part)
    draft = Draft.of(screening)
    before = told_before(screening, draft) if part.tells_substances else None
    return _page(request, screening, part, SectionForm(part, draft=draft, before=before))


def _save(request: Request, screening: Screening, part: Section) -> HttpResponse:
    later = request.POST.get("action") == "later"
    draft = Draft.of(screening)
    form = SectionForm(part, request.POST, draft=draft, complete=not later)
    complete = form.is_valid()
    entry = Entry(part, form.entered(), form.opened_at)
    try:
        saved = save_section(
            screening=screening, entry=entry, actor=request.user, at=timezone.now()
        )
    except StaleDraft as stale:
        return _conflict(request, stale, part, form)
    except DomainError as error:
        form.refuse(error)
        return _page(request, screening, part, form)
    if saved.dropped:
        messages.info(request, _("Jawaban yang tidak lagi ditanyakan sudah dihapus dari draf."))
    if waiting(saved.screening) or (part.code == "danger" and raised(saved.screening)):
        return redirect("screening:refer", screening.pk)
    told = contradictions_in(part, Draft.of(saved.screening))
    if not complete or not (later or form.has_seen(told)):
        return _page(request, saved.screening, part, form)
    if later:
        messages.success(request, _("Draf tersimpan. Anda dapat melanjutkannya kapan saja."))
        return redirect("screening:sections", screening.pk)
    return redirect(_onward(saved.screening, part))


def _page(request: Request, screening: Screening, part: Section, form: SectionForm) -> HttpResponse:
    return render_form(
        request, "screening/section.html", form, _section_context(screening, part, form)
    )


def _conflict(
    request: Request, stale: StaleDraft, part: Section, form: SectionForm
) -> HttpResponse:
    """Both sets of answers side by side; saving again from here is a choice made knowingly."""
    form.refuse(stale)
    theirs, words = Draft.of(stale.screening), form.entered()
    differing = [
        (ask.label, ask.label_of(theirs.word(ask)), ask.label_of(words.get(ask.field, "")))
        for ask in form.asks
        if theirs.word(ask) != words.get(ask.field, "")
    ]
    context = {**_section_context(stale.screening, part, form), "differing": differing}
    return render(request, "screening/section.html", {"form": form, **context}, status=409)


def _section_context(screening: Screening, part: Section, form: SectionForm) -> dict[str, object]:
    draft = Draft.of(screening)
    progress = Progress(draft)
    prompt, hint = part.lead(draft)
    return {
        "screening": screening,
        "section": part,
        "progress": progress,
        "place": progress.place_of(part),
        "bar": progress.bar(part),
        "prompt": prompt,
        "hint": hint,
        "groups": list(form.groups()),
        "contradictions": notes_of(contradictions_in(part, draft)),
        "differing": (),
    }


@require_POST
def autosave(request: Request, pk: int, slug: str) -> JsonResponse:
    """What the page sends by itself two seconds after a change; see static/atensi/autosave.js."""
    screening, part = interview_or_404(request, pk), _find(slug)
    draft = Draft.of(screening)
    form = SectionForm(part, request.POST, draft=draft, complete=False)
    if not form.is_valid():
        return _refusal(_("Ada isian yang belum benar, jadi draf belum tersimpan."), 422)
    entry = Entry(part, form.entered(), form.opened_at, passing=True)
    at = timezone.now()
    try:
        saved = save_section(screening=screening, entry=entry, actor=request.user, at=at).screening
    except DomainError as error:
        return _refusal(error.message, 409)
    moment = timezone.localtime(saved.saved_at or at)
    return JsonResponse({"saved_at": time_format(moment, "H.i"), "revision": saved.revision})


def _refusal(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


def _find(slug: str) -> Section:
    part = find(slug)
    if part is None:
        raise Http404
    return part


def _elsewhere(request: Request, screening: Screening, part: Section) -> HttpResponse | None:
    """Danger first; and no page where there is nothing to ask."""
    if over := when_over(screening):
        return over
    if part.code != "danger" and waiting(screening):
        return redirect("screening:refer", screening.pk)
    if Progress(Draft.of(screening)).step(part).may_be_opened:
        return None
    messages.info(request, _("Bagian itu belum perlu diisi. Jawab bagian ini lebih dahulu."))
    return redirect(_onward(screening))


def _onward(screening: Screening, after: Section | None = None) -> str:
    """The next page of an interview: the first open section, or its review."""
    if waiting(screening):
        return reverse("screening:refer", args=[screening.pk])
    part = Progress(Draft.of(screening)).next_open(after)
    if part is None:
        return reverse("screening:review", args=[screening.pk])
    return reverse("screening:section", args=[screening.pk, part.slug])
