"""Corrections of the profile and of the family contacts."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.forms.profile import FamilyForm, ProfileForm
from clients.models import Case, FamilyContact
from clients.permissions import can_edit_client, can_edit_family
from clients.services.profile import add_family_contact, edit_client, edit_family_contact
from clients.views.asking import case_or_404
from clients.views.file_page import file_form
from common.access import demand
from common.http import sent


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
    act = partial(edit_client, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(identity=form.identity(), version=form.version_seen),
        tab="profile",
        said=_("Profil disimpan."),
        back=reverse("clients:profile", args=[pk]),
        template="clients/edit.html",
    )


@require_http_methods(["GET", "POST"])
def add_family(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_family(request.user, case))
    form = FamilyForm(sent(request))
    act = partial(add_family_contact, case=case, actor=request.user, at=timezone.now())
    return _family_form(request, case, form, lambda: act(family=form.family()), None)


@require_http_methods(["GET", "POST"])
def edit_family(request: Request, pk: int, contact_pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_edit_family(request.user, case))
    contact = get_object_or_404(case.client.family_contacts, pk=contact_pk)
    form = FamilyForm(sent(request), row=contact)
    act = partial(
        edit_family_contact, case=case, contact=contact, actor=request.user, at=timezone.now()
    )
    return _family_form(
        request,
        case,
        form,
        lambda: act(family=form.family(), version=form.version_seen),
        contact,
    )


def _family_form(
    request: Request,
    case: Case,
    form: FamilyForm,
    act: Callable[[], object],
    contact: FamilyContact | None,
) -> HttpResponse:
    return file_form(
        request,
        case,
        form,
        act,
        tab="profile",
        said=_("Kontak keluarga disimpan."),
        back=reverse("clients:profile", args=[case.client_id]),
        template="clients/family.html",
        shows=lambda: {"contact": contact},
    )
