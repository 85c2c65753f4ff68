"""The groups of a house, and one of them: who is in it, what changed, when they met."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from care import permissions
from care.delivery.forms.grouping import GroupForm, JoinForm
from care.delivery.selectors import groups as lists
from care.delivery.services.grouping import admit_member, change_group, open_group
from care.models import CareGroup
from care.shared.finding import sent
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import attempt, render_form
from common.reading import log_shown


PAGE = 25
LAST_CHANGES = 15
LAST_MEETINGS = 12


def group_or_404(request: HttpRequest, pk: int) -> CareGroup:
    rows = CareGroup.objects.select_related("institution", "facilitator")
    return visible_or_404(rows, request.user, pk=pk)


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    demand(permissions.can_see_groups(request.user))
    page = Paginator(lists.groups(request.user), PAGE).get_page(request.GET.get("halaman"))
    context = {"page_obj": page, "may_open": permissions.can_open_groups(request.user)}
    return render(request, "care/groups.html", context)


@require_safe
def group(request: HttpRequest, pk: int) -> HttpResponse:
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
def group_new(request: HttpRequest) -> HttpResponse:
    demand(permissions.can_open_groups(request.user))
    now = timezone.now()
    form = GroupForm(sent(request), user=request.user, today=timezone.localdate(now))
    made = attempt(form, lambda: open_group(facts=form.facts(), actor=request.user, at=now))
    if made:
        messages.success(request, _("Kelompok dibuat."))
        return redirect("care:group", made.pk)
    return render_form(request, "care/group_form.html", form)


@require_http_methods(["GET", "POST"])
def group_edit(request: HttpRequest, pk: int) -> HttpResponse:
    row = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, row))
    now = timezone.now()
    names = ("name", "kind", "facilitator", "started_on", "is_active")
    known = {name: getattr(row, name) for name in names}
    form = GroupForm(sent(request), user=request.user, today=timezone.localdate(now), initial=known)
    facts = {"group": row, "actor": request.user, "at": now}
    if attempt(form, lambda: change_group(facts=form.facts(), **facts)):
        messages.success(request, _("Kelompok disimpan."))
        return redirect("care:group", row.pk)
    return render_form(request, "care/group_form.html", form, {"group": row})


@require_http_methods(["GET", "POST"])
def group_join(request: HttpRequest, pk: int) -> HttpResponse:
    row = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, row))
    now = timezone.now()
    offered = lists.candidates(request.user, row)
    form = JoinForm(sent(request), offered=offered, today=timezone.localdate(now))
    facts = {"group": row, "actor": request.user, "at": now}
    if attempt(
        form,
        lambda: admit_member(case=form.cleaned_data["case"], step=form.step(), **facts),
    ):
        messages.success(request, _("Anggota diterima."))
        return redirect("care:group", row.pk)
    log_shown(request, ReadAction.LIST, (case.client_id for case in offered))
    return render_form(request, "care/group_join.html", form, {"group": row})
