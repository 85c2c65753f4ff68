"""How pages put a form to a service, and how they answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django_htmx.middleware import HtmxDetails

from common.conflicts import EditForm
from common.errors import DomainError
from common.forms import Form


Person = TypeVar("Person")
Result = TypeVar("Result")
Told = str | Callable[[Any], str]


class RequestOf(HttpRequest, Generic[Person]):
    """Every page stands behind the sign-in, so there is always a person; of which kind is said by the app that knows people."""

    user: Person  # type: ignore[assignment]
    htmx: HtmxDetails


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around one form, what is told when it is done, and where one goes then.

    `said` and `then` may hang on what the service made. `shows` is asked only when the page is shown. A page
    with a template of its own says its title and its button there.
    """

    said: Told
    back: str
    then: Told = ""  # back, where it is empty
    title: str = ""
    sentence: str = ""
    submit: str = ""
    warning: str = ""
    kind: str = "primary"
    icon: str = ""
    about: str = ""  # whom or what it is about: behind the title in the browser's own
    crumbs: Sequence[tuple[str, str]] = ()  # addresses and names of the pages above it
    above: str = ""  # a template of what has to be read first
    beside: str = ""  # a template of the facts beside the form
    template: str = "form_page.html"
    shows: Callable[[], Mapping[str, Any]] = dict


def sent(request: HttpRequest) -> QueryDict | None:
    """The data for a form: none while the page is only looked at."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> "MultiValueDict[str, UploadedFile[Any]] | None":
    return request.FILES if request.method == "POST" else None


def attempt(form: Form, act: Callable[[], Result]) -> Result | None:
    """Do it when the form was sent and is whole; what a service refuses is shown in the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except DomainError as error:
        form.refuse(error)
        return None


def form_page(
    request: HttpRequest, form: Form, act: Callable[[], object], page: FormPage
) -> HttpResponse:
    """Put a form to a service: told and led on when it is done, else shown with what is wrong in it."""
    done = attempt(form, lambda: (act(),))
    if done is None:
        return render_form(request, page.template, form, {"page": page, **page.shows()})
    if said := _told(page.said, *done):
        messages.success(request, said)
    return redirect(_told(page.then, *done) or page.back)


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


def _told(words: Told, made: object) -> str:
    return words if isinstance(words, str) else words(made)
