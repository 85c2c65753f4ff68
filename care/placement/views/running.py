"""Care from its first day to its last."""

from datetime import date, timedelta
from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.models import Placement
from care.placement.forms.running import ReviewForm, StartForm
from care.placement.gates import missing_for_the_start
from care.placement.services.starting import review_placement, start_placement
from care.placement.views.step_page import placement_form
from care.shared.finding import placement_or_404
from clients.deadlines import BY_RISK
from clients.enums import NextStep
from common.access import demand
from common.http import sent


@require_http_methods(["GET", "POST"])
def start(request: Request, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    today = timezone.localdate()
    planned = placement.starts_on if placement.starts_on and placement.starts_on < today else today
    missing = missing_for_the_start(placement.case)
    form = StartForm(
        sent(request), gate_of=placement.case_id, missing=missing, initial={"starts_on": planned}
    )
    act = partial(start_placement, placement=placement, actor=request.user, at=timezone.now())
    return placement_form(
        request,
        placement,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Mulai layanan"),
        sentence=_("Catat hari pertama klien dilayani."),
        submit=_("Mulai layanan"),
        said=_("Layanan dimulai."),
        icon="player-play",
        above="screening/_gate.html",
    )


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_serve(request.user, placement.case))
    form = ReviewForm(sent(request), initial={"next_review_on": _next_review(placement)})
    act = partial(review_placement, placement=placement, actor=request.user, at=timezone.now())
    return placement_form(
        request,
        placement,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Catat tinjauan"),
        sentence=_("Hasil tinjauan masuk ke linimasa klien."),
        submit=_("Simpan tinjauan"),
        said=_("Tinjauan dicatat."),
    )


def _next_review(placement: Placement) -> date:
    days = BY_RISK[NextStep.REVIEW][placement.case.risk]
    return timezone.localdate() + timedelta(days=days)
