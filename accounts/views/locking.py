"""“Kunci”: leave the desk without signing out. Only the password or a key opens the pages again."""

from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.enums import EventKind
from accounts.http import Request, ip_of
from accounts.mfa_forms import ReauthenticateKey
from accounts.reauth import page_of
from accounts.selectors import factors_of
from accounts.services.events import record
from accounts.views.asking import then
from common.http import render_form, sent


@require_POST
def lock(request: Request) -> HttpResponse:
    request.session["locked"] = True
    record(request.user, EventKind.LOCKED, ip=ip_of(request))
    return redirect(f"{reverse('accounts:unlock')}?{urlencode({'next': page_of(request)})}")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def unlock(request: Request) -> HttpResponse:
    if not request.session.get("locked"):
        return redirect(then(request))
    given = sent(request)
    by_key = given is not None and "credential" in given
    form = (ReauthenticateKey if by_key else ReauthenticateForm)(user=request.user, data=given)
    if form.is_valid():
        if by_key:
            form.save()
        else:
            reauthenticate_by_password(request)
        del request.session["locked"]
        return redirect(then(request))
    keys = factors_of(request.user).keys
    context = {
        "then": then(request),
        "by_key": by_key,
        "options": {"request_options": begin_authentication(request.user)} if keys else None,
    }
    return render_form(request, "accounts/unlock.html", form, context)
