"""The receiving institution's answer, and the sender's change of mind."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from care import permissions
from care.placement.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.placement.selectors.places import occupancy
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.shared.finding import about, done, placement_or_404, sent
from common.access import demand
from common.http import render_form


@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_answer(request.user, placement))
    form = AcceptForm(sent(request), user=request.user)
    act = partial(accept_placement, placement=placement, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Penempatan diterima."))
        return redirect("care:placement", placement.pk)
    context = about(placement) | {"occupancy": occupancy(request.user.institution)}
    return render_form(request, "care/accept.html", form, context)


@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_answer(request.user, placement))
    form = DeclineForm(sent(request))
    act = partial(decline_placement, placement=placement, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Penempatan ditolak. Pengirim akan mencari tempat lain."))
        return redirect("care:placements")  # the file has just gone out of sight
    return render_form(request, "care/decline.html", form, about(placement))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_withdraw(request.user, placement))
    form = WithdrawForm(sent(request))
    act = partial(withdraw_placement, placement=placement, actor=request.user, at=timezone.now())
    if done(form, lambda given: act(**given)):
        messages.success(request, _("Pengajuan ditarik. Tempat lain dapat diajukan."))
        return redirect("care:placement", placement.pk)
    return render_form(request, "care/withdraw.html", form, about(placement))
