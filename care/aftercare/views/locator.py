"""The locator sheet of one person."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.aftercare.forms import LocatorForm
from care.aftercare.services.locating import Known, add_to_locator, remove_from_locator
from care.aftercare.views.page import aftercare_form
from care.models import LocatorEntry
from care.shared.finding import case_or_404
from clients.models import Case
from clients.selectors import file_context
from common.access import demand, visible_or_404
from common.forms import Form
from common.http import sent


def locator_context(case: Case) -> dict[str, Any]:
    rows = case.locator_entries.select_related("case__client").order_by("pk")
    return {"may_ask": rows.may_be_asked(), "do_not_tell": rows.not_to_be_told()}


@require_safe
def locator(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    context = file_context(case, request.user, timezone.localdate(), "aftercare") | {
        **locator_context(case),
        "may_change": case.is_open and permissions.can_plan(request.user, case),
    }
    return render(request, "care/locator.html", context)


@require_http_methods(["GET", "POST"])
def locator_new(request: Request, case_pk: int) -> HttpResponse:
    case = case_or_404(request, case_pk)
    demand(permissions.can_plan(request.user, case))
    form = LocatorForm(sent(request))
    add = partial(add_to_locator, case=case, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        form,
        lambda: add(known=Known(**form.cleaned_data)),
        title=_("Tambah orang"),
        sentence=_("Tanyakan kepada klien, selagi ia masih dalam layanan."),
        submit=_("Simpan"),
        said=_("Lembar pelacakan diperbarui."),
    )


@require_http_methods(["GET", "POST"])
def locator_remove(request: Request, pk: int) -> HttpResponse:
    rows = LocatorEntry.objects.select_related("case")
    entry = visible_or_404(rows, request.user, pk=pk)
    case = case_or_404(request, entry.case_id)
    demand(permissions.can_plan(request.user, case))
    act = partial(remove_from_locator, entry=entry, actor=request.user, at=timezone.now())
    return _page(
        request,
        case,
        Form(sent(request)),
        act,
        title=_("Hapus dari lembar pelacakan"),
        sentence=_("%(kind)s, %(relation)s. Riwayat barisnya tetap tersimpan.")
        % {"kind": entry.get_kind_display(), "relation": entry.get_relation_display().lower()},
        submit=_("Hapus"),
        kind="danger",
        said=_("Lembar pelacakan diperbarui."),
    )


def _page(request: Request, case: Case, form: Form, act: Any, **words: Any) -> HttpResponse:
    back = reverse("care:locator", args=[case.pk])
    words = {"template": "care/plan_form.html", "back": back, **words}
    return aftercare_form(request, case, form, act, **words)
