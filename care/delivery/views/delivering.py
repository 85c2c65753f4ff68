"""Writing down what was given to one person: four kinds, one way."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_http_methods

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
from clients.selectors import file_context
from common.access import demand
from common.http import attempt, render_form


TITLES = {
    SessionForm: gettext_lazy("Catat sesi"),
    VisitForm: gettext_lazy("Catat kunjungan rumah"),
    AidForm: gettext_lazy("Catat bantuan"),
    TrainingForm: gettext_lazy("Catat pelatihan"),
}


@require_http_methods(["GET", "POST"])
def deliver_session(request: HttpRequest, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, SessionForm)


@require_http_methods(["GET", "POST"])
def deliver_visit(request: HttpRequest, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, VisitForm)


@require_http_methods(["GET", "POST"])
def deliver_aid(request: HttpRequest, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, AidForm)


@require_http_methods(["GET", "POST"])
def deliver_training(request: HttpRequest, case_pk: int) -> HttpResponse:
    return _deliver(request, case_pk, TrainingForm)


def _deliver(request: HttpRequest, case_pk: int, kind: type[DeliveryForm]) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(can_write(request.user, case.client_id))
    now = timezone.now()
    today = timezone.localdate(now)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = kind(*sent, user=request.user, case=case, today=today)
    facts = {"case": case, "actor": request.user, "at": now}
    made = attempt(form, lambda: record_delivery(given=form.given(), part=form.part(), **facts))
    if made:
        messages.success(request, _("Layanan dicatat."))
        return redirect("care:deliveries", case.client_id)
    context = file_context(case, request.user, today, "delivery")
    return render_form(request, "care/deliver.html", form, {**context, "title": TITLES[kind]})
