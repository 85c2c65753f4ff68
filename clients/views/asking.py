"""What every page of a client starts with."""

from django.http import Http404, HttpRequest

from clients.models import Case
from clients.selectors import newest_case


def case_or_404(request: HttpRequest, client_pk: int) -> Case:
    """The newest case that this person may see of a client."""
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    return case
