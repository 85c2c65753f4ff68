"""The steps of a transfer, each a short form: answer, withdraw, leave, arrive, or not."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from care import permissions
from care.models import Transfer
from care.placement.forms.answering import AcceptForm, DeclineForm, WithdrawForm
from care.placement.selectors.places import occupancy
from care.shared.finding import done, sent
from care.shared.step_page import Words
from care.transfer.forms.transferring import ArriveForm, DepartForm, NotArrivedForm
from care.transfer.services.asking import accept_transfer, decline_transfer, withdraw_transfer
from care.transfer.services.journey import Departure, confirm_arrival, depart, report_missing
from care.transfer.views.lists import transfer_or_404
from common.access import demand
from common.forms import Form
from common.http import render_form


@require_http_methods(["GET", "POST"])
def transfer_accept(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_answer_transfer(request.user, transfer))
    words = Words(
        title=_("Terima pemindahan"),
        sentence=_("Satu tempat dipegang untuk klien ini sampai ia tiba."),
        submit=_("Terima pemindahan"),
        said=_("Pemindahan diterima. Tempatnya sudah dipegang."),
        icon="check",
    )
    form = AcceptForm(sent(request), user=request.user)
    context = {"occupancy": occupancy(request.user.institution)}
    return _step(request, transfer, words, form, _by(accept_transfer), context)


@require_http_methods(["GET", "POST"])
def transfer_decline(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_answer_transfer(request.user, transfer))
    words = Words(
        title=_("Tolak pemindahan"),
        sentence=_("Klien tetap dilayani di tempatnya sekarang."),
        submit=_("Tolak pemindahan"),
        said=_("Pemindahan ditolak. Pengirim akan mencari tempat lain."),
        icon="x",
        kind="danger",
        warning=_("Setelah ditolak, lembaga Anda tidak lagi melihat berkas klien ini."),
        leaves=True,
    )
    form = DeclineForm(sent(request))
    return _step(request, transfer, words, form, _by(decline_transfer))


@require_http_methods(["GET", "POST"])
def transfer_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_request(request.user, transfer.case))
    words = Words(
        title=_("Tarik pemindahan"),
        sentence=_("Klien tetap dilayani di tempatnya sekarang."),
        submit=_("Tarik pemindahan"),
        said=_("Pemindahan ditarik."),
        icon="arrow-back-up",
        kind="danger",
        warning=_("Tempat yang dipegang dilepas, dan penerima tidak lagi melihat berkas klien."),
    )
    form = WithdrawForm(sent(request))
    return _step(request, transfer, words, form, _by(withdraw_transfer))


@require_http_methods(["GET", "POST"])
def transfer_depart(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_serve(request.user, transfer.case))
    words = Words(
        title=_("Catat keberangkatan"),
        sentence=_(
            "Penerima memastikan kedatangan. Sampai saat itu klien tercatat di tempat lama."
        ),
        submit=_("Catat keberangkatan"),
        said=_("Keberangkatan dicatat. Penerima akan memastikan kedatangan."),
        icon="send",
    )
    today = timezone.localdate()
    form = DepartForm(sent(request), initial={"on": today, "contact_on": today})

    def act(transfer: Transfer, given: dict[str, Any], **who: Any) -> Transfer:
        return depart(transfer=transfer, departure=Departure(**given), **who)

    return _step(request, transfer, words, form, act)


@require_http_methods(["GET", "POST"])
def transfer_arrive(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_receive(request.user, transfer))
    words = Words(
        title=_("Pastikan kedatangan"),
        sentence=_("Penempatan lama berakhir dan penempatan baru mulai pada hari klien tiba."),
        submit=_("Klien sudah tiba"),
        said=_("Kedatangan dipastikan. Layanan berlanjut di tempat baru."),
        icon="circle-check",
    )
    form = ArriveForm(sent(request), initial={"arrived_on": timezone.localdate()})
    return _step(request, transfer, words, form, _by(confirm_arrival))


@require_http_methods(["GET", "POST"])
def transfer_missing(request: HttpRequest, pk: int) -> HttpResponse:
    transfer = transfer_or_404(request, pk)
    demand(permissions.can_report_missing(request.user, transfer))
    words = Words(
        title=_("Catat klien tidak tiba"),
        sentence=_("Klien kembali tercatat di tempat lama, dan pengelola kasus menindaklanjuti."),
        submit=_("Klien tidak tiba"),
        said=_("Dicatat bahwa klien tidak tiba."),
        icon="alert-triangle",
        kind="danger",
        warning=_("Tempat yang dipegang dilepas, dan penerima tidak lagi melihat berkas klien."),
        leaves=request.user.institution_id != transfer.case.institution_id,
    )
    form = NotArrivedForm(sent(request))
    return _step(request, transfer, words, form, _by(report_missing))


def _by(service: Callable[..., Transfer]) -> Callable[..., Transfer]:
    """A service whose words are the names of the form's fields."""

    def act(transfer: Transfer, given: dict[str, Any], **who: Any) -> Transfer:
        return service(transfer=transfer, **given, **who)

    return act


def _step(
    request: HttpRequest,
    transfer: Transfer,
    words: Words,
    form: Form,
    act: Callable[..., Transfer],
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    who = {"actor": request.user, "at": timezone.now()}
    if done(form, lambda given: act(transfer, given, **who)):
        messages.success(request, words.said)
        return (
            redirect("care:transfers") if words.leaves else redirect("care:transfer", transfer.pk)
        )
    shown = {"transfer": transfer, "words": words, "today": timezone.localdate()}
    return render_form(request, "care/transfer_step.html", form, {**shown, **(context or {})})
