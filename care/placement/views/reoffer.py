"""Asking the next institution after one came to nothing."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from care import permissions
from care.placement.forms.requesting import ReofferForm
from care.placement.matching.next_places import next_places
from care.placement.services.requesting import ask_next
from care.shared.finding import about, done, placement_or_404, sent
from common.access import demand
from common.http import render_form


@require_http_methods(["GET", "POST"])
def reoffer(request: HttpRequest, pk: int) -> HttpResponse:
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
    if done(form, lambda given: ask(**given)):
        messages.success(request, _("Penempatan diajukan. Lembaga penerima akan menjawab."))
        return redirect("care:open", case.pk)
    context = about(placement) | {"next_places": next_places(case, today=timezone.localdate())}
    return render_form(request, "care/reoffer.html", form, context)
