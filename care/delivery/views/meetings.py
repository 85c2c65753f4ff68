"""Meetings of a group: one entry and one roll for all."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from care import permissions
from care.delivery.forms.grouping import MeetingForm, RollForm
from care.delivery.selectors import groups as lists
from care.delivery.services.meeting import correct_roll, hold_session
from care.delivery.views.groups import group_or_404
from care.enums import Presence
from care.models import Attendance, GroupSession
from care.shared.finding import sent
from clients.permissions import can_write
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import attempt, render_form
from common.reading import log_shown


def meeting_or_404(request: HttpRequest, pk: int) -> GroupSession:
    rows = GroupSession.objects.select_related("group__institution", "facilitator", "recorded_by")
    return visible_or_404(rows, request.user, pk=pk)


@require_http_methods(["GET", "POST"])
def group_meet(request: HttpRequest, pk: int) -> HttpResponse:
    group = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, group))
    now = timezone.now()
    members = [(row.case, Presence.PRESENT, "") for row in lists.roll(request.user, group)]
    form = MeetingForm(sent(request), members=members, user=request.user, group=group, now=now)
    facts = {"group": group, "actor": request.user, "at": now}
    if attempt(form, lambda: hold_session(facts=form.facts(), roll=form.roll(), **facts)):
        messages.success(request, _("Pertemuan dan kehadirannya dicatat."))
        return redirect("care:group", group.pk)
    log_shown(request, ReadAction.LIST, (case.client_id for case, _status, _note in members))
    return render_form(request, "care/group_meet.html", form, {"group": group})


@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    row = meeting_or_404(request, pk)
    attendances = list(lists.attendances(request.user, row))
    log_shown(request, ReadAction.LIST, (one.case.client_id for one in attendances))
    context = {
        "meeting": row,
        "group": row.group,
        "attendances": attendances,
        "came": sum(one.came for one in attendances),
        "may_lead": permissions.can_lead(request.user, row.group),
    }
    return render(request, "care/meeting.html", context)


@require_http_methods(["GET", "POST"])
def meeting_correct(request: HttpRequest, pk: int) -> HttpResponse:
    row = meeting_or_404(request, pk)
    demand(permissions.can_lead(request.user, row.group))
    members = _as_it_stands(request, row)
    form = RollForm(sent(request), members=members)
    facts = {"session": row, "actor": request.user, "at": timezone.now()}
    mended = attempt(form, lambda: correct_roll(roll=form.roll(), **facts))
    if mended:
        said = ngettext(
            "%(count)d kehadiran diperbaiki.", "%(count)d kehadiran diperbaiki.", mended
        )
        messages.success(request, said % {"count": mended})
        return redirect("care:meeting", row.pk)
    log_shown(request, ReadAction.LIST, (case.client_id for case, _status, _note in members))
    context = {"meeting": row, "group": row.group}
    return render_form(request, "care/meeting_correct.html", form, context)


def _as_it_stands(request: HttpRequest, row: GroupSession) -> list[tuple[object, str, str]]:
    """The roll as it was written, of the people whose file this person works on."""
    lines: list[Attendance] = list(lists.attendances(request.user, row))
    ours = [one for one in lines if can_write(request.user, one.case.client_id)]
    return [(one.case, one.status, one.note) for one in ours]
