"""How pages put a form to a service, and how they answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.conflicts import EditForm
from common.errors import DomainError
from common.forms import Form


Result = TypeVar("Result")


def attempt(form: Form, act: Callable[[], Result]) -> Result | None:
    """Do it when the form was sent and is whole; what a service refuses is shown in the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except DomainError as error:
        form.refuse(error)
        return None


def render_form(
    request: HttpRequest, template: str, form: BaseForm, context: dict[str, Any] | None = None
) -> HttpResponse:
    """Render a page with its form: 422 when the form was sent and refused, with the input kept.

    When somebody else saved the row meanwhile: 409 with both sides, field by field.
    """
    if isinstance(form, EditForm) and form.stale:
        return render(request, "conflict.html", {"conflict": form.conflict()}, status=409)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **(context or {})}, status=status)
