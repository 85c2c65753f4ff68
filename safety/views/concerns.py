"""A danger at home: raised, acted on, settled."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.views.file_page import file_form
from common.access import demand
from common.http import sent
from safety.forms import ConcernForm, SettleForm, StepForm
from safety.permissions import can_act, can_settle
from safety.services.concerns import add_step, raise_concern, settle_concern
from safety.views.asking import case_or_404, concern_or_404


@require_http_methods(["GET", "POST"])
def new(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_act(request.user, case))
    form = ConcernForm(sent(request))
    act = partial(raise_concern, case=case, actor=request.user, at=timezone.now())
    return file_form(
        request,
        case,
        form,
        lambda: act(raised=form.raised()),
        title=_("Catat kekhawatiran keselamatan"),
        sentence=_("Hubungi 112 bila mendesak. Layanan berbasis keluarga ditahan sampai selesai."),
        submit=_("Simpan"),
        said=_("Kekhawatiran dicatat. Pimpinan dan pekerja sosial melihatnya sekarang."),
        back=reverse("safety:case", args=[case.pk]),
    )


@require_http_methods(["GET", "POST"])
def step(request: Request, pk: int) -> HttpResponse:
    concern = concern_or_404(request, pk)
    demand(can_act(request.user, concern.case))
    form = StepForm(sent(request))
    act = partial(add_step, concern=concern, actor=request.user, at=timezone.now())
    return file_form(
        request,
        concern.case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Catat langkah pelindungan"),
        sentence=concern.get_what_display(),
        submit=_("Simpan langkah"),
        said=_("Langkah pelindungan dicatat."),
        back=reverse("safety:case", args=[concern.case_id]),
    )


@require_http_methods(["GET", "POST"])
def settle(request: Request, pk: int) -> HttpResponse:
    concern = concern_or_404(request, pk)
    demand(can_settle(request.user, concern))
    form = SettleForm(sent(request))
    act = partial(settle_concern, concern=concern, actor=request.user, at=timezone.now())
    return file_form(
        request,
        concern.case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Nyatakan pelindungan selesai"),
        sentence=_(
            "Sesudah ini layanan berbasis keluarga tidak lagi ditahan oleh kekhawatiran ini."
        ),
        submit=_("Nyatakan selesai"),
        said=_("Pelindungan dinyatakan selesai."),
        back=reverse("safety:case", args=[concern.case_id]),
    )
