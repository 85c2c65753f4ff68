"""A form about a person's plan, a conference or the end of their care, inside their file."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from accounts.http import Request
from clients.models import Case
from clients.views.file_page import file_form
from common.forms import Form


def plan_form(
    request: Request,
    case: Case,
    form: Form,
    act: Callable[[], object],
    **words: Any,
) -> HttpResponse:
    words = {"tab": "plan", "template": "care/plan_form.html", **words}
    return file_form(request, case, form, act, **words)
