"""Care from its first day to its last."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from atensi.common.access import demand
from atensi.common.http import render_form
from care import permissions, services
from care.forms import EndForm, ReviewForm, StartForm
from care.models import Placement, Termination
from care.views.asking import about, done, placement_or_404, sent
from clients.deadlines import BY_RISK
from clients.enums import NextStep


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    today = timezone.localdate()
    planned = placement.starts_on if placement.starts_on and placement.starts_on < today else today
    form = StartForm(sent(request), initial={"starts_on": planned})
    act = partial(
        services.start_placement, placement=placement, actor=request.user, at=timezone.now()
    )
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Layanan dimulai."))
        return redirect("care:placement", placement.pk)
    return render_form(request, "care/start.html", form, about(placement))


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    form = ReviewForm(sent(request), initial={"next_review_on": _next_review(placement)})
    act = partial(
        services.review_placement, placement=placement, actor=request.user, at=timezone.now()
    )
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Tinjauan dicatat."))
        return redirect("care:placement", placement.pk)
    return render_form(request, "care/review.html", form, about(placement))


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """When and why; the gate that follows says what is still missing."""
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    form = EndForm(sent(request), initial=_ending(placement))

    def act(given: dict[str, Any]) -> Termination:
        ending = services.Ending(given["on"], given["reason"], given["note"])
        return services.prepare_termination(
            placement=placement, ending=ending, actor=request.user, at=timezone.now()
        )

    if done(form, act):
        return redirect("care:termination", placement.case_id)
    return render_form(request, "care/end.html", form, about(placement))


def _ending(placement: Placement) -> dict[str, Any]:
    prepared = placement.terminations.undecided().first()
    if prepared is None:
        return {"on": timezone.localdate()}
    return {"on": prepared.on, "reason": prepared.reason, "note": prepared.note}


def _next_review(placement: Placement) -> date:
    days = BY_RISK[NextStep.REVIEW][placement.case.risk]
    return timezone.localdate() + timedelta(days=days)
