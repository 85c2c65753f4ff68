"""A form in the tab of after-care."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from accounts.http import Request
from clients.models import Case
from clients.views.file_page import file_form
from common.forms import Form


def aftercare_form(
    request: Request, case: Case, form: Form, act: Callable[[], object], **words: Any
) -> HttpResponse:
    """Back to the tab, unless it says otherwise; `words` are those of a FormPage."""
    words = {"back": reverse("care:aftercare", args=[case.client_id]), **words}
    return file_form(request, case, form, act, tab="aftercare", **words)
