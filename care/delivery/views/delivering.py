"""Writing down what was given to one person: four kinds, one way."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care.delivery.forms.delivering import (
    AidForm,
    DeliveryForm,
    SessionForm,
    TrainingForm,
    VisitForm,
)
from care.delivery.services.delivering import record_delivery
from care.shared.finding import case_or_404
from clients.permissions import can_write
from clients.views.file_page import file_form
from common.access import demand
from common.http import sent, sent_files


TITLES = {
    SessionForm: gettext_lazy("Catat sesi"),
    VisitForm: gettext_lazy("Catat kunjungan rumah"),
    AidForm: gettext_lazy("Catat bantuan"),
    TrainingForm: gettext_lazy("Catat pelatihan"),
}


@require_http_methods(["GET", "POST"])
def deliver_session(request: Request, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, SessionForm)


@require_http_methods(["GET", "POST"])
def deliver_visit(request: Request, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, VisitForm)


@require_http_methods(["GET", "POST"])
def deliver_aid(request: Request, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, AidForm)


@require_http_methods(["GET", "POST"])
def deliver_training(request: Request, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, TrainingForm)


def _deliver(request: Request, case_pk: int, kind: type[DeliveryForm]) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_write(request.user, case.client_id))
    now = timezone.now()
    today = timezone.localdate(now)
    form = kind(sent(request), sent_files(request), user=request.user, case=case, today=today)
    act = partial(record_delivery, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(given=form.given(), part=form.part()),
        tab="delivery",
        said=_("Layanan dicatat."),
        back=reverse("care:deliveries", args=[case.client_id]),
        template="care/deliver.html",
        shows=lambda: {"title": TITLES[kind]},
    )
