"""What stands behind a mask, and the table that says for whom there is one."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import Request
from accounts.reauth import confirm_first
from clients.field_rules import REASONS, TABLE, Field, Rule, Viewer
from clients.forms.reveal import RevealForm
from clients.models import Case, CaseEvent
from clients.selectors import file_context
from clients.services import reading
from clients.showing import field_of_note, rule_of
from clients.views.asking import case_or_404
from common.access import demand, visible_or_404
from common.forms import row_id
from common.http import attempt, render_form, sent


OF_A_NOTE = {Field.NOTES, Field.COUNSELLING, Field.LAW_NOTES}
# Files, which the page that has them hands over.
HANDED_OVER = {Field.PAPERS}


@require_http_methods(["GET", "POST"])
@confirm_first
def reveal(request: Request, pk: int, field: str) -> HttpResponse:
    """Asked with a purpose, shown once: the value stands on this one answer only."""
    if field not in Field.values or field in HANDED_OVER:
        raise Http404
    case, about = case_or_404(request, pk), Field(field)
    demand(rule_of(request.user, case.client, about).is_masked)
    event = _note(request, case, about) if about in OF_A_NOTE else None
    form = RevealForm(sent(request))
    context: dict[str, Any] = file_context(case, request.user, timezone.localdate())
    context |= {"field": about, "event": event}
    facts: dict[str, Any] = {"case": case, "field": about, "event": event, "actor": request.user}
    found = attempt(form, lambda: reading.reveal(**form.cleaned_data, **facts))
    return render_form(request, "clients/reveal.html", form, context | {"found": found})


@require_GET
def rules(request: Request) -> HttpResponse:
    """Five columns at a time: ten do not fit a screen."""
    parts = [
        (_("Yang melayani klien"), list(Viewer)[:5]),
        (_("Yang mengawasi, dan sistem lain"), list(Viewer)[5:]),
    ]
    context = {
        "parts": [(title, viewers, _lines(viewers)) for title, viewers in parts],
        "reasons": REASONS.items(),
    }
    return render(request, "clients/field_rules.html", context)


def _lines(viewers: list[Viewer]) -> list[tuple[Field, list[tuple[Viewer, Rule]]]]:
    return [
        (field, [(viewer, rules[viewer]) for viewer in viewers]) for field, rules in TABLE.items()
    ]


def _note(request: Request, case: Case, about: Field) -> CaseEvent:
    events = CaseEvent.objects.filter(case__client=case.client)
    event = visible_or_404(events, request.user, pk=row_id(request.GET.get("catatan", "")))
    if field_of_note(event) is not about:
        raise Http404
    return event
