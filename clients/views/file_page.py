"""A form inside a client's file."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from accounts.http import Request
from clients.models import Case
from clients.selectors import file_context
from common.forms import Form
from common.http import FormPage, form_page


def file_form(
    request: Request,
    case: Case,
    form: Form,
    act: Callable[[], object],
    *,
    tab: str = "",
    shows: Callable[[], Mapping[str, Any]] = dict,
    **words: Any,
) -> HttpResponse:
    """Put it to a service, on a page with the file's frame; `words` are those of a FormPage."""
    words = {"template": "clients/file_form.html", **words}
    page = FormPage(
        shows=lambda: file_context(case, request.user, timezone.localdate(), tab) | {**shows()},
        **words,
    )
    return form_page(request, form, act, page)
