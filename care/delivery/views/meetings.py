"""Meetings of a group: one entry and one roll for all."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.delivery.forms.grouping import MeetingForm, RollForm
from care.delivery.selectors import groups as lists
from care.delivery.services.meeting import correct_roll, hold_session
from care.delivery.views.groups import group_or_404
from care.enums import Presence
from care.models import Attendance, CareGroup, GroupSession
from clients.models import Case
from clients.permissions import can_write
from common.access import demand, visible_or_404
from common.enums import ReadAction
from common.http import FormPage, form_page, sent
from common.reading import log_shown


Roll = list[tuple[Case, str, str]]


def meeting_or_404(request: Request, pk: int) -> GroupSession:
    rows = GroupSession.objects.select_related("group__institution", "facilitator", "recorded_by")
    return visible_or_404(rows, request.user, pk=pk)


@require_http_methods(["GET", "POST"])
def group_meet(request: Request, pk: int) -> HttpResponse:
    group = group_or_404(request, pk)
    demand(permissions.can_lead(request.user, group))
    now = timezone.now()
    members: Roll = [(row.case, Presence.PRESENT, "") for row in lists.roll(request.user, group)]
    form = MeetingForm(sent(request), members=members, user=request.user, group=group, now=now)
    act = partial(hold_session, group=group, actor=request.user, at=now)
    page = FormPage(
        said=_("Pertemuan dan kehadirannya dicatat."),
        back=reverse("care:group", args=[group.pk]),
        template="care/group_meet.html",
        shows=lambda: {"group": _shown_to(request, group, members)},
    )
    return form_page(request, form, lambda: act(facts=form.facts(), roll=form.roll()), page)


@require_safe
def meeting(request: Request, pk: int) -> HttpResponse:
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
def meeting_correct(request: Request, pk: int) -> HttpResponse:
    row = meeting_or_404(request, pk)
    demand(permissions.can_lead(request.user, row.group))
    members = _as_it_stands(request, row)
    form = RollForm(sent(request), members=members)
    act = partial(correct_roll, session=row, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_mended,
        back=reverse("care:meeting", args=[row.pk]),
        template="care/meeting_correct.html",
        shows=lambda: {"meeting": row, "group": _shown_to(request, row.group, members)},
    )
    return form_page(request, form, lambda: act(roll=form.roll()), page)


def _mended(count: int) -> str:
    said = ngettext("%(count)d kehadiran diperbaiki.", "%(count)d kehadiran diperbaiki.", count)
    return said % {"count": count}


def _shown_to(request: Request, group: CareGroup, members: Roll) -> CareGroup:
    """The roll names people: that it was shown is written down."""
    log_shown(request, ReadAction.LIST, (case.client_id for case, _status, _note in members))
    return group


def _as_it_stands(request: Request, row: GroupSession) -> Roll:
    """The roll as it was written, of the people whose file this person works on."""
    lines: list[Attendance] = list(lists.attendances(request.user, row))
    ours = [one for one in lines if can_write(request.user, one.case.client_id)]
    return [(one.case, one.status, one.note) for one in ours]
