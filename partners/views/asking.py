"""How a form is put to a service."""

from collections.abc import Callable
from typing import TypeVar

from atensi.common.errors import DomainError
from atensi.common.forms import Form


Result = TypeVar("Result")


def attempt(form: Form, act: Callable[[], Result]) -> Result | None:
    """Do it when the form is whole; what a service refuses is shown in the form."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act()
    except DomainError as error:
        form.refuse(error)
        return None
