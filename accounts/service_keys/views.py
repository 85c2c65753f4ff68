"""Keys of machines: asked for by a head or the ministry, granted by a data officer, fetched by whoever asked."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from accounts import permissions
from accounts.hands import is_another
from accounts.http import Request, ip_of
from accounts.models import ServiceKey
from accounts.reauth import confirm_first
from accounts.service_keys import services
from accounts.service_keys.forms import ServiceKeyForm
from common.access import demand
from common.answering import AnswerForm
from common.forms import Form
from common.http import FormPage, attempt, form_page, render_form, sent


@require_safe
def index(request: Request) -> HttpResponse:
    demand(permissions.can_see_service_keys(request.user))
    rows = _keys(request).order_by("-pk")
    context = {
        "keys": rows,
        "now": timezone.now(),
        "may_ask": permissions.can_ask_for_service_keys(request.user),
        "may_grant": permissions.can_grant_service_keys(request.user),
    }
    return render(request, "accounts/service_keys/list.html", context)


@require_http_methods(["GET", "POST"])
@confirm_first
def new(request: Request) -> HttpResponse:
    demand(permissions.can_ask_for_service_keys(request.user))
    now = timezone.now()
    form = ServiceKeyForm(sent(request), today=timezone.localdate(now), asker=request.user)
    return form_page(
        request,
        form,
        lambda: services.ask_key(
            machine=form.machine(),
            actor=request.user,
            at=now,
            ip=ip_of(request),
        ),
        _page(
            title=_("Minta kunci"),
            sentence=_(
                "Untuk satu sistem. Ia melihat dan mengerjakan apa yang boleh dilihat dan dikerjakan perannya, tidak lebih dari cakupannya."
            ),
            submit=_("Minta kunci"),
            icon="key",
            said=_(
                "Permintaan dikirim. Kuncinya dapat diambil setelah petugas pelindungan data menyetujui."
            ),
        ),
    )


@require_http_methods(["GET", "POST"])
@confirm_first
def answer(request: Request, pk: int) -> HttpResponse:
    demand(permissions.can_grant_service_keys(request.user))
    key = get_object_or_404(_keys(request), pk=pk)
    demand(is_another(request.user, key.hands))
    form = AnswerForm(sent(request))

    def act() -> object:
        by: dict[str, Any] = {
            "key": key,
            "actor": request.user,
            "at": timezone.now(),
            "ip": ip_of(request),
        }
        if form.is_yes:
            return services.grant_key(**by)
        return services.refuse_key(**by)

    page = _page(
        title=_("Periksa permintaan kunci"),
        sentence=key.name,
        submit=_("Simpan keputusan"),
        said=_("Keputusan atas kunci disimpan."),
        above="accounts/service_keys/_asked.html",
        shows=lambda: {"key": key},
    )
    return form_page(request, form, act, page)


@require_http_methods(["GET", "POST"])
@confirm_first
@sensitive_variables("secret")
def make(request: Request, pk: int) -> HttpResponse:
    """The answer to the form is the only page that ever shows the key."""
    demand(permissions.can_ask_for_service_keys(request.user))
    key = get_object_or_404(_keys(request), pk=pk)
    demand(permissions.can_fetch(request.user, key))
    form = Form(sent(request))
    made = attempt(form, lambda: services.make_key(key=key, actor=request.user, ip=ip_of(request)))
    if made:
        row, secret = made
        return render(request, "accounts/service_keys/made.html", {"row": row, "key": secret})
    return render_form(request, "accounts/service_keys/fetch.html", form, {"key": key})


@require_http_methods(["GET", "POST"])
@confirm_first
def revoke(request: Request, pk: int) -> HttpResponse:
    demand(permissions.can_see_service_keys(request.user))
    key = get_object_or_404(_keys(request), pk=pk)
    page = _page(
        title=_("Cabut kunci"),
        sentence=f"{key.name} · {key.beginning}…" if key.beginning else key.name,
        submit=_("Cabut kunci"),
        kind="danger",
        warning=_(
            "Sistem itu langsung tidak dapat masuk lagi, dan tindakan ini tidak dapat dibatalkan. Kunci lain tetap berlaku."
        ),
        said=_("Kunci dicabut. Permintaan berikutnya ditolak."),
    )
    return form_page(
        request,
        Form(sent(request)),
        lambda: services.revoke_key(
            key=key, actor=request.user, at=timezone.now(), ip=ip_of(request)
        ),
        page,
    )


def _keys(request: Request) -> QuerySet[ServiceKey]:
    rows = ServiceKey.objects.seen_by(request.user)
    return rows.select_related("user__institution", "created_by", "granted_by")


def _page(**facts: Any) -> FormPage:
    back = reverse("accounts:service_keys")
    return FormPage(back=back, crumbs=[(back, _("Kunci layanan"))], **facts)
