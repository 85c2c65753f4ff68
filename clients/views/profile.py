"""Corrections of the profile and of the family contacts."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.forms.profile import FamilyForm, ProfileForm
from clients.permissions import can_edit_client, can_edit_family
from clients.selectors import file_context
from clients.services.profile import add_family_contact, edit_client, edit_family_contact
from clients.views.asking import case_or_404
from common.access import demand
from common.http import attempt, render_form, sent


@require_http_methods(["GET", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_client(request.user, case.client))
    now = timezone.now()
    form = ProfileForm(
        sent(request),
        row=case.client,
        user=request.user,
        today=timezone.localdate(now),
    )
    facts: dict[str, Any] = {"case": case, "actor": request.user, "at": now}
    if attempt(
        form,
        lambda: edit_client(identity=form.identity(), version=form.version_seen, **facts),
    ):
        messages.success(request, _("Profil disimpan."))
        return redirect("clients:profile", pk=pk)
    context = file_context(case, request.user, timezone.localdate(now), "profile")
    return render_form(request, "clients/edit.html", form, context)


@require_http_methods(["GET", "POST"])
def add_family(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_family(request.user, case))
    now = timezone.now()
    form = FamilyForm(sent(request))
    act = partial(add_family_contact, case=case, actor=request.user, at=now)
    if attempt(form, lambda: act(family=form.family())):
        messages.success(request, _("Kontak keluarga disimpan."))
        return redirect("clients:profile", pk=pk)
    context = file_context(case, request.user, timezone.localdate(now), "profile")
    return render_form(request, "clients/family.html", form, {**context, "contact": None})


@require_http_methods(["GET", "POST"])
def edit_family(request: Request, pk: int, contact_pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_family(request.user, case))
    contact = get_object_or_404(case.client.family_contacts, pk=contact_pk)
    now = timezone.now()
    form = FamilyForm(sent(request), row=contact)
    facts: dict[str, Any] = {"case": case, "contact": contact, "actor": request.user, "at": now}
    if attempt(
        form,
        lambda: edit_family_contact(family=form.family(), version=form.version_seen, **facts),
    ):
        messages.success(request, _("Kontak keluarga disimpan."))
        return redirect("clients:profile", pk=pk)
    context = file_context(case, request.user, timezone.localdate(now), "profile")
    return render_form(request, "clients/family.html", form, {**context, "contact": contact})
