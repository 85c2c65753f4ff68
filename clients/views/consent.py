"""Taking a consent back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.forms.consent import WithdrawConsentForm
from clients.permissions import can_edit_client
from clients.selectors import file_context
from clients.services.consent import withdraw_consent
from clients.views.asking import case_or_404
from common.access import demand
from common.http import attempt, render_form


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_client(request.user, case.client))
    now = timezone.now()
    today = timezone.localdate(now)
    form = WithdrawConsentForm(
        request.POST if request.method == "POST" else None, initial={"on": today}
    )
    facts = {"case": case, "actor": request.user, "at": now}
    if attempt(form, lambda: withdraw_consent(**form.cleaned_data, **facts)):
        messages.success(request, _("Penarikan persetujuan dicatat."))
        return redirect("clients:file", pk=pk)
    context = file_context(case, request.user, today, "profile")
    return render_form(request, "clients/withdraw_consent.html", form, context)
