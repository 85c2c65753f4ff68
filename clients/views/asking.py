"""What every page of a client starts with, and how a form is put to a service."""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest

from atensi.common.errors import DomainError
from atensi.common.forms import Form
from clients.models import Case
from clients.selectors import newest_case


Result = TypeVar("Result")


def case_or_404(request: HttpRequest, client_pk: int) -> Case:
    """The newest case that this person may see of a client."""
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    return case


def attempt(form: Form, act: Callable[[], Result]) -> Result | None:
    """Do it when the form is whole; what a service refuses is shown in the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except DomainError as error:
        form.refuse(error)
        return None
