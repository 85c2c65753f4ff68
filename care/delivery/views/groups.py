"""The groups of an institution, and one of them: who is in it, what changed, when they met."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.delivery.forms.grouping import GroupForm, JoinForm
from care.delivery.selectors import groups as lists
from care.delivery.services.grouping import admit_member, change_group, open_group
from care.models import CareGroup
from clients.models import Case
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import FormPage, form_page, sent
from common.reading import log_shown


PAGE = 25
LAST_CHANGES = 15
LAST_MEETINGS = 12


def group_or_404(request: Request, pk: int) -> CareGroup:
    rows = CareGroup.objects.select_related("institution", "facilitator")
    return visible_or_404(rows, request.user, pk=pk)


@require_safe
def groups(request: Request) -> HttpResponse:
    demand(permissions.can_see_groups(request.user))
    page = Paginator(lists.groups(request.user), PAGE).get_page(request.GET.get("halaman"))
    context = {"page_obj": page, "may_open": permissions.can_open_groups(request.user)}
    return render(request, "care/groups.html", context)


@require_safe
def group(request: Request, pk: int) -> HttpResponse:
    user, row = request.user, group_or_404(request, pk)
    members = lists.roster(user, row)
    steps = list(lists.changes(user, row)[:LAST_CHANGES]) if row.has_ladder else []
    shown = [member.row.case.client_id for member in members]
    shown += [step.membership.case.client_id for step in steps]
    log_shown(request, ReadAction.LIST, shown)
    context = {
        "group": row,
        "members": members,
        "size": row.memberships.running().count(),
        "steps": steps,
        "meetings": lists.sessions(row)[:LAST_MEETINGS],
        "may_lead": permissions.can_lead(user, row),
    }
    return render(request, "care/group.html", context)


@require_http_methods(["GET", "POST"])
def group_new(request: Request) -> HttpResponse:
    demand(permissions.can_open_groups(request.user))
    now = timezone.now()
    form = GroupForm(sent(request), user=request.user, today=timezone.localdate(now))
    page = FormPage(
        title=_("Buat kelompok"),
        sentence=_("Anggota diterima setelah kelompoknya ada."),
        submit=_("Simpan kelompok"),
        said=_("Kelompok dibuat."),
        back=reverse("care:groups"),
        then=lambda made: reverse("care:group", args=[made.pk]),
        crumbs=[(reverse("care:groups"), _("Kelompok"))],
    )
    act = partial(open_group, actor=request.user, at=now)
    return form_page(request, form, lambda: act(facts=form.facts()), page)


@require_http_methods(["GET", "POST"])
def group_edit(request: Request, pk: int) -> HttpResponse:
    row = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, row))
    now = timezone.now()
    names = ("name", "kind", "facilitator", "started_on", "meets_on", "is_active")
    known = {name: getattr(row, name) for name in names}
    form = GroupForm(sent(request), user=request.user, today=timezone.localdate(now), initial=known)
    act = partial(change_group, group=row, actor=request.user, at=now)
    back = reverse("care:group", args=[row.pk])
    page = FormPage(
        title=_("Ubah kelompok"),
        submit=_("Simpan kelompok"),
        said=_("Kelompok disimpan."),
        back=back,
        crumbs=[(reverse("care:groups"), _("Kelompok")), (back, row.name)],
    )
    return form_page(request, form, lambda: act(facts=form.facts()), page)


@require_http_methods(["GET", "POST"])
def group_join(request: Request, pk: int) -> HttpResponse:
    row = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, row))
    now = timezone.now()
    offered = lists.candidates(request.user, row)
    form = JoinForm(sent(request), offered=offered, today=timezone.localdate(now))
    act = partial(admit_member, group=row, actor=request.user, at=now)
    page = FormPage(
        said=_("Anggota diterima."),
        back=reverse("care:group", args=[row.pk]),
        template="care/group_join.html",
        shows=lambda: _offered(request, row, offered),
    )
    return form_page(
        request,
        form,
        lambda: act(case=form.cleaned_data["case"], step=form.step()),
        page,
    )


def _offered(request: Request, row: CareGroup, offered: Iterable[Case]) -> dict[str, Any]:
    log_shown(request, ReadAction.LIST, (case.client_id for case in offered))
    return {"group": row}
