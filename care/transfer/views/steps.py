"""The steps of a transfer, each a short form: answer, withdraw, leave, arrive, or not."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from accounts.models import User
from care import permissions
from care.models import Transfer
from care.placement.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.placement.selectors.places import occupancy_for
from care.transfer.forms.transferring import ArriveForm, DepartForm, NotArrivedForm
from care.transfer.services.asking import accept_transfer, decline_transfer, withdraw_transfer
from care.transfer.services.journey import Departure, confirm_arrival, depart, report_missing
from care.transfer.views.lists import transfer_or_404
from common.access import demand
from common.forms import Form
from common.http import FormPage, form_page, sent


@require_http_methods(["GET", "POST"])
def transfer_accept(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_answer_transfer(request.user, transfer))
    form = AcceptForm(sent(request), user=request.user)
    context = {"occupancy": occupancy_for(request.user)}
    return _step(
        request,
        transfer,
        form,
        accept_transfer,
        shows=context,
        title=_("Terima pemindahan"),
        sentence=_("Satu tempat dipegang untuk klien ini sampai ia tiba."),
        submit=_("Terima pemindahan"),
        said=_("Pemindahan diterima. Tempatnya sudah dipegang."),
        icon="check",
    )


@require_http_methods(["GET", "POST"])
def transfer_decline(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_answer_transfer(request.user, transfer))
    form = DeclineForm(sent(request))
    return _step(
        request,
        transfer,
        form,
        decline_transfer,
        title=_("Tolak pemindahan"),
        sentence=_("Klien tetap dilayani di tempatnya sekarang."),
        submit=_("Tolak pemindahan"),
        said=_("Pemindahan ditolak. Pengirim akan mencari tempat lain."),
        icon="x",
        kind="danger",
        warning=_("Setelah ditolak, lembaga Anda tidak lagi melihat berkas klien ini."),
        leaves=True,
    )


@require_http_methods(["GET", "POST"])
def transfer_withdraw(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_request(request.user, transfer.case))
    form = WithdrawForm(sent(request))
    return _step(
        request,
        transfer,
        form,
        withdraw_transfer,
        title=_("Tarik pemindahan"),
        sentence=_("Klien tetap dilayani di tempatnya sekarang."),
        submit=_("Tarik pemindahan"),
        said=_("Pemindahan ditarik."),
        icon="arrow-back-up",
        kind="danger",
        warning=_("Tempat yang dipegang dilepas, dan penerima tidak lagi melihat berkas klien."),
    )


@require_http_methods(["GET", "POST"])
def transfer_depart(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_serve(request.user, transfer.case))
    today = timezone.localdate()
    form = DepartForm(sent(request), initial={"on": today, "contact_on": today})

    def act(*, transfer: Transfer, actor: User, at: datetime, **given: Any) -> Transfer:
        return depart(transfer=transfer, departure=Departure(**given), actor=actor, at=at)

    return _step(
        request,
        transfer,
        form,
        act,
        title=_("Catat keberangkatan"),
        sentence=_(
            "Penerima memastikan kedatangan. Sampai saat itu klien tercatat di tempat lama."
        ),
        submit=_("Catat keberangkatan"),
        said=_("Keberangkatan dicatat. Penerima akan memastikan kedatangan."),
        icon="send",
    )


@require_http_methods(["GET", "POST"])
def transfer_arrive(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_receive(request.user, transfer))
    form = ArriveForm(sent(request), initial={"arrived_on": timezone.localdate()})
    return _step(
        request,
        transfer,
        form,
        confirm_arrival,
        title=_("Pastikan kedatangan"),
        sentence=_("Penempatan lama berakhir dan penempatan baru mulai pada hari klien tiba."),
        submit=_("Klien sudah tiba"),
        said=_("Kedatangan dipastikan. Layanan berlanjut di tempat baru."),
        icon="circle-check",
    )


@require_http_methods(["GET", "POST"])
def transfer_missing(request: Request, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_report_missing(request.user, transfer))
    form = NotArrivedForm(sent(request))
    return _step(
        request,
        transfer,
        form,
        report_missing,
        title=_("Catat klien tidak tiba"),
        sentence=_("Klien kembali tercatat di tempat lama, dan pengelola kasus menindaklanjuti."),
        submit=_("Klien tidak tiba"),
        said=_("Dicatat bahwa klien tidak tiba."),
        icon="alert-triangle",
        kind="danger",
        warning=_("Tempat yang dipegang dilepas, dan penerima tidak lagi melihat berkas klien."),
        leaves=request.user.institution_id != transfer.case.institution_id,
    )


def _step(
    request: Request,
    transfer: Transfer,
    form: Form,
    act: Callable[..., Transfer],
    *,
    leaves: bool = False,  # the file has just gone out of sight
    shows: dict[str, Any] | None = None,
    **words: Any,
) -> HttpResponse:
    who = {"transfer": transfer, "actor": request.user, "at": timezone.now()}
    back, transfers = reverse("care:transfer", args=[transfer.pk]), reverse("care:transfers")
    number = transfer.client.registration_number
    page = FormPage(
        about=number,
        back=back,
        then=transfers if leaves else "",
        crumbs=((transfers, _("Pemindahan")), (back, number)),
        beside="care/_transfer_beside.html",
        shows=lambda: {"transfer": transfer, "today": timezone.localdate(), **(shows or {})},
        **words,
    )
    return form_page(request, form, lambda: act(**form.cleaned_data, **who), page)
