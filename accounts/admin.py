"""The Django admin keeps reference data and nothing else: no person, no client, no account.

Whoever opens it signs in on our own page, with its rate limits: Django's own door is shut.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import Group
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import can_keep_reference_data


def _may_enter(request: HttpRequest) -> bool:
    return request.user.is_authenticated and can_keep_reference_data(request.user)


@login_not_required
def _door(request: HttpRequest, extra_context: Any = None) -> HttpResponse:
    if _may_enter(request):
        return redirect("admin:index")
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or reverse("admin:index"))


admin.site.site_header = admin.site.site_title = _("Data acuan")
admin.site.index_title = _("Data acuan")
admin.site.has_permission = _may_enter  # type: ignore[method-assign]
admin.site.login = _door  # type: ignore[method-assign]
for model in (Group, EmailAddress, Authenticator, UserSession):
    admin.site.unregister(model)
