"""Keys of machines, kept by the ministry."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from accounts.models import ServiceKey
from accounts.permissions import can_keep_service_keys
from accounts.reauth import confirm_first
from accounts.service_keys import services
from accounts.service_keys.forms import RevokeForm, ServiceKeyForm
from common.access import demand
from common.http import attempt, render_form, sent


@require_safe
def index(request: Request) -> HttpResponse:
    demand(can_keep_service_keys(request.user))
    rows = ServiceKey.objects.select_related("user__institution", "created_by").order_by("-pk")
    return render(request, "accounts/service_keys/list.html", {"keys": rows, "now": timezone.now()})


@require_http_methods(["GET", "POST"])
@confirm_first
def new(request: Request) -> HttpResponse:
    """The answer to the form is the only page that ever shows the key."""
    demand(can_keep_service_keys(request.user))
    now = timezone.now()
    form = ServiceKeyForm(sent(request), today=timezone.localdate(now))
    made = attempt(
        form, lambda: services.make_key(machine=form.machine(), actor=request.user, at=now)
    )
    if made:
        row, key = made
        return render(request, "accounts/service_keys/made.html", {"row": row, "key": key})
    return render_form(request, "accounts/service_keys/new.html", form)


@require_http_methods(["GET", "POST"])
@confirm_first
def revoke(request: Request, pk: int) -> HttpResponse:
    demand(can_keep_service_keys(request.user))
    key = get_object_or_404(ServiceKey.objects.select_related("user__institution"), pk=pk)
    form = RevokeForm(sent(request))
    if form.is_valid():
        services.revoke_key(key=key, at=timezone.now())
        messages.success(request, _("Kunci dicabut. Permintaan berikutnya ditolak."))
        return redirect("accounts:service_keys")
    return render_form(request, "accounts/service_keys/revoke.html", form, {"key": key})
