"""What every page of a client starts with."""

from django.http import Http404

from accounts.http import Request
from clients.models import Case
from clients.selectors import newest_case
from clients.services.reading import note_look


def case_or_404(request: Request, client_pk: int) -> Case:
    """The newest case that this person may see of a client; that they looked is written down."""
    case = newest_case(request.user, client_pk)
    if case is None:
        raise Http404
    note_look(case, client=case.client, actor=request.user)
    return case
