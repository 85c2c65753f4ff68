"""Care from its first day to its last."""

from datetime import date, timedelta
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from care import permissions
from care.models import Placement
from care.placement.forms.running import ReviewForm, StartForm
from care.placement.services.starting import review_placement, start_placement
from care.shared.finding import about, done, placement_or_404, sent
from clients.deadlines import BY_RISK
from clients.enums import NextStep
from common.access import demand
from common.http import render_form


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    today = timezone.localdate()
    planned = placement.starts_on if placement.starts_on and placement.starts_on < today else today
    form = StartForm(sent(request), initial={"starts_on": planned})
    act = partial(start_placement, placement=placement, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Layanan dimulai."))
        return redirect("care:placement", placement.pk)
    return render_form(request, "care/start.html", form, about(placement))


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    form = ReviewForm(sent(request), initial={"next_review_on": _next_review(placement)})
    act = partial(review_placement, placement=placement, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Tinjauan dicatat."))
        return redirect("care:placement", placement.pk)
    return render_form(request, "care/review.html", form, about(placement))


def _next_review(placement: Placement) -> date:
    days = BY_RISK[NextStep.REVIEW][placement.case.risk]
    return timezone.localdate() + timedelta(days=days)
