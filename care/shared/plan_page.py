"""One page for every form about a person's plan: it is put to a service, and one goes back to where one came from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from clients.models import Case
from clients.selectors import file_context
from common.forms import Form
from common.http import attempt, render_form


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the form; `said` is told when it is done."""

    title: str
    submit: str
    said: str
    back: str
    sentence: str = ""
    kind: str = "primary"
    tab: str = "plan"
    template: str = "care/plan_form.html"
    context: dict[str, Any] = field(default_factory=dict)


def answer(
    request: HttpRequest, case: Case, form: Form, act: Callable[[], Any], page: Page
) -> HttpResponse:
    """`act` returns the address to go to, or anything else for the way back."""
    made = attempt(form, act)
    if made is not None:
        messages.success(request, page.said)
        return redirect(made if isinstance(made, str) else page.back)
    context = file_context(case, request.user, timezone.localdate(), page.tab)
    return render_form(request, page.template, form, {**context, "page": page, **page.context})
