"""The receiving institution's answer, and the sender's change of mind."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.placement.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.placement.selectors.places import occupancy_for
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.views.step_page import placement_form
from care.shared.finding import placement_or_404
from common.access import demand
from common.http import sent


@require_http_methods(["GET", "POST"])
def accept(request: Request, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_answer(request.user, placement))
    form = AcceptForm(sent(request), user=request.user)
    act = partial(accept_placement, placement=placement, actor=request.user, at=timezone.now())
    return placement_form(
        request,
        placement,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Terima penempatan"),
        sentence=_("Klien mendapat satu tempat di lembaga Anda."),
        submit=_("Terima penempatan"),
        said=_("Penempatan diterima."),
        icon="check",
        shows={"occupancy": occupancy_for(request.user)},
    )


@require_http_methods(["GET", "POST"])
def decline(request: Request, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_answer(request.user, placement))
    form = DeclineForm(sent(request))
    act = partial(decline_placement, placement=placement, actor=request.user, at=timezone.now())
    return placement_form(
        request,
        placement,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Tolak penempatan"),
        sentence=_("Pengirim melihat alasan ini dan mencari tempat lain."),
        warning=_("Setelah ditolak, berkas klien tidak lagi terlihat oleh lembaga Anda."),
        submit=_("Tolak penempatan"),
        said=_("Penempatan ditolak. Pengirim akan mencari tempat lain."),
        icon="x",
        kind="danger",
        then=reverse("care:placements"),  # the file has just gone out of sight
    )


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, pk: int) -> HttpResponse:
    placement = placement_or_404(request, pk)
    demand(permissions.can_withdraw(request.user, placement))
    form = WithdrawForm(sent(request))
    act = partial(withdraw_placement, placement=placement, actor=request.user, at=timezone.now())
    return placement_form(
        request,
        placement,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Tarik pengajuan"),
        sentence=_("Gunakan bila klien tidak jadi ditempatkan di sini."),
        warning=_(
            "Setelah ditarik, lembaga penerima tidak lagi melihat berkas klien, dan tempat lain dapat diajukan."
        ),
        submit=_("Tarik pengajuan"),
        said=_("Pengajuan ditarik. Tempat lain dapat diajukan."),
        icon="arrow-back-up",
        kind="danger",
    )
