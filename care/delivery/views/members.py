"""One member of a group: where they stand, how they came there, and the two decisions about them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from care import permissions
from care.delivery.forms.grouping import LeaveForm, StepForm
from care.delivery.services.grouping import move_member, release_member
from care.models import Attendance, Membership
from care.shared.finding import sent
from clients.models import Case
from clients.permissions import can_write
from clients.services.reading import log_opening
from common.access import demand, visible_or_404
from common.http import attempt, render_form


LAST_MEETINGS = 25


def _member_or_404(request: HttpRequest, pk: int) -> Membership:
    rows = Membership.objects.select_related("group__institution", "case__client")
    row = visible_or_404(rows, request.user, pk=pk)
    log_opening(client=row.case.client, actor=request.user)
    return row


def _demand_lead(request: HttpRequest, row: Membership) -> None:
    """The house of the group decides, on people whose file it does not only read in an emergency."""
    demand(permissions.can_lead(request.user, row.group))
    demand(can_write(request.user, row.case.client_id))


@require_safe
def member(request: HttpRequest, pk: int) -> HttpResponse:
    row = _member_or_404(request, pk)
    came = Attendance.objects.visible_to(request.user).filter(
        case=row.case, session__group=row.group
    )
    leads = permissions.can_lead(request.user, row.group)
    may_move = leads and can_write(request.user, row.case.client_id) and row.is_running
    context = {
        "member": row,
        "group": row.group,
        "client": row.case.client,
        "steps": row.steps.select_related("decided_by").order_by("-on", "-pk"),
        "attendances": came.select_related("session").newest_first()[:LAST_MEETINGS],
        "may_open": Case.objects.visible_to(request.user).filter(pk=row.case_id).exists(),
        "may_move": may_move,
        "may_see_group": row.group.institution_id == request.user.institution_id,
    }
    return render(request, "care/member.html", context)


@require_http_methods(["GET", "POST"])
def member_step(request: HttpRequest, pk: int) -> HttpResponse:
    row = _member_or_404(request, pk)
    _demand_lead(request, row)
    now = timezone.now()
    form = StepForm(sent(request), member=row, today=timezone.localdate(now))
    facts = {"member": row, "actor": request.user, "at": now}
    if attempt(form, lambda: move_member(step=form.step(), **facts)):
        messages.success(request, _("Perubahan jenjang dicatat."))
        return redirect("care:member", row.pk)
    return render_form(request, "care/member_step.html", form, _about(row))


@require_http_methods(["GET", "POST"])
def member_leave(request: HttpRequest, pk: int) -> HttpResponse:
    row = _member_or_404(request, pk)
    _demand_lead(request, row)
    now = timezone.now()
    form = LeaveForm(sent(request), initial={"on": timezone.localdate(now)})
    facts = {"member": row, "actor": request.user, "at": now}
    if attempt(form, lambda: release_member(**form.cleaned_data, **facts)):
        messages.success(request, _("Keluarnya anggota dicatat."))
        return redirect("care:group", row.group_id)
    return render_form(request, "care/member_leave.html", form, _about(row))


def _about(row: Membership) -> dict[str, object]:
    return {"member": row, "group": row.group, "client": row.case.client}
