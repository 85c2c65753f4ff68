"""Breaking the glass of a file, and the review that follows."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import Request
from accounts.reauth import confirm_first
from accounts.scopes import watching
from clients.accesses import facts_at_sight, read_under
from clients.forms.emergency import EmergencyForm, ReviewEmergencyForm
from clients.models import BreakGlass
from clients.permissions import can_break_glass, can_review_emergencies
from clients.selectors import emergencies_to_review
from clients.services.emergency import close_emergency, open_in_emergency, review_emergency
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import FormPage, attempt, form_page, render_form, sent
from common.reading import log_shown
from common.scope import acting
from common.sealed import preload


PER_PAGE = 25


@require_http_methods(["GET", "POST"])
@confirm_first
def open_file(request: Request) -> HttpResponse:
    demand(can_break_glass(request.user))
    form = EmergencyForm(
        sent(request),
        initial={"sought": request.GET.get("acuan", "")},
    )
    opened = attempt(form, lambda: _open(request, form))
    if opened:
        messages.warning(
            request, _("Berkas terbuka selama satu jam, hanya untuk dibaca. Akses ini ditinjau.")
        )
        return redirect("clients:file", pk=opened.client_id)
    return render_form(request, "clients/emergency.html", form)


def _open(request: Request, form: EmergencyForm) -> BreakGlass:
    return open_in_emergency(
        **form.part("sought", "reason_code", "reason"),
        actor=request.user,
    )


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    mine = BreakGlass.objects.filter(user=request.user.pk)
    emergency = visible_or_404(mine, request.user, pk=pk)
    close_emergency(emergency=emergency, actor=request.user)
    messages.success(request, _("Akses darurat ditutup."))
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_GET
def index(request: Request) -> HttpResponse:
    demand(can_review_emergencies(request.user))
    rows = emergencies_to_review(request.user)
    with acting(watching(request.user)):
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("halaman"))
        page.object_list = list(page.object_list)
    log_shown(request, ReadAction.LIST, (row.client_id for row in page))
    return render(request, "clients/emergencies.html", {"page": page})


@require_http_methods(["GET", "POST"])
def review(request: Request, pk: int) -> HttpResponse:
    demand(can_review_emergencies(request.user))
    with acting(watching(request.user)):
        emergency = visible_or_404(emergencies_to_review(request.user), request.user, pk=pk)
        steps = read_under(emergency)
        preload([emergency.client.key_id])
    log_shown(request, ReadAction.LIST, [emergency.client_id])
    form = ReviewEmergencyForm(sent(request))
    act = partial(review_emergency, emergency=emergency, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_("Tinjauan disimpan."),
        back=reverse("clients:emergencies"),
        template="clients/emergency_review.html",
        shows=lambda: {
            "emergency": emergency,
            "steps": steps,
            "at_sight": facts_at_sight(emergency),
        },
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)
