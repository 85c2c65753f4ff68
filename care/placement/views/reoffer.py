"""Asking the next institution after one came to nothing."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.placement.forms.requesting import ReofferForm
from care.placement.matching.next_places import next_places
from care.placement.services.requesting import ask_next
from care.shared.finding import about, placement_or_404
from common.access import demand
from common.http import FormPage, form_page, sent


@require_http_methods(["GET", "POST"])
def reoffer(request: Request, pk: int) -> HttpResponse:
    """One click: the same words to the receiver, by the same service as any request."""
    placement = placement_or_404(request, pk)
    case = placement.case
    demand(permissions.can_request(request.user, case))
    form = ReofferForm(sent(request))
    ask = partial(
        ask_next,
        failed=placement,
        actor=request.user,
        at=timezone.now(),
    )
    page = FormPage(
        said=_("Penempatan diajukan. Lembaga penerima akan menjawab."),
        back=reverse("care:open", args=[case.pk]),
        template="care/reoffer.html",
        shows=lambda: (
            about(placement) | {"next_places": next_places(case, today=timezone.localdate())}
        ),
    )
    return form_page(request, form, lambda: ask(**form.cleaned_data), page)
