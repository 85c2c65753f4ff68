"""Who is to be called on and what else is due: today, this week, by month, and as a calendar file."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.enums import Role
from accounts.http import Request
from care.aftercare.forms import AgendaFilter
from care.aftercare.ics import Entry, calendar
from care.aftercare.selectors import agenda
from care.aftercare.selectors.appointments import Appointment, appointments
from care.models import FollowUp
from care.shared.chips import month_links, view_links, when_chips
from clients.permissions import can_list_clients
from common import dates
from common.access import demand
from common.chips import with_query
from common.enums import ReadAction
from common.reading import log_shown


PAGE = 25
MOST_ENTRIES = 500
A_YEAR = timedelta(days=365)
KEPT = ("tampilan", "bulan", "saat")  # what the sheet of filters leaves as it is


@require_safe
def schedule(request: Request) -> HttpResponse:
    demand(can_list_clients(request.user))
    today = timezone.localdate()
    is_month = request.GET.get("tampilan") == "bulan"
    filter_form = AgendaFilter(request.GET, user=request.user)
    choice = filter_form.choice()
    rows = agenda.planned(request.user, choice, today=today)
    shown = _month(request, rows, today) if is_month else _list(request, choice, rows, today)
    context = {
        "today": today,
        "is_month": is_month,
        "filter_form": filter_form,
        "may_choose_worker": request.user.institution_id is not None
        and request.user.role != Role.SOCIAL_WORKER,
        "is_filtered": bool(choice.worker or choice.span or choice.when),
        "kept": [(name, request.GET[name]) for name in KEPT if name in request.GET],
        "view_links": view_links(request.GET, is_month=is_month),
        **shown,
    }
    return render(request, "care/schedule.html", context)


@require_safe
def ics(request: Request) -> HttpResponse:
    demand(can_list_clients(request.user))
    now = timezone.now()
    today = timezone.localdate(now)
    rows = FollowUp.objects.visible_to(request.user).waiting().carried_by(request.user)
    rows = rows.select_related("case__client").soonest_first()[:MOST_ENTRIES]
    others = appointments(request.user, first=today, last=today + A_YEAR, mine=True)[:MOST_ENTRIES]
    shown = [row.case.client_id for row in rows]
    shown += [one.client_id for one in others if one.client_id]
    log_shown(request, ReadAction.EXPORT, shown)
    entries = [*map(_entry, rows), *map(_appointment, others)]
    text = calendar(_("Jadwal pascalayanan"), entries, stamp=now)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="jadwal-pascalayanan.ics"'
    return response


def _list(request: Request, choice: agenda.Choice, rows: Any, today: date) -> dict[str, Any]:
    near = rows if choice.when else agenda.soon(rows, today=today)
    page = Paginator(agenda.overdue_first(near, today=today), PAGE)
    page_obj = page.get_page(request.GET.get("halaman"))
    others = [] if choice.when else _others(request, choice, today)
    shown = [row.case.client_id for row in page_obj]
    shown += [one.client_id for one in others if one.client_id]
    log_shown(request, ReadAction.LIST, shown)
    return {
        "page_obj": page_obj,
        "groups": agenda.by_time(page_obj, today=today),
        "others": others,
        "later": [] if choice.when else _later(request, rows, today),
        "when_chips": when_chips(request.GET, choice.when),
    }


def _others(request: Request, choice: agenda.Choice, today: date) -> list[Appointment]:
    """Sessions, groups and reviews of today and the week; whoever asked for calls alone gets none."""
    if choice.span or choice.worker:
        return []
    return appointments(request.user, first=today, last=today + agenda.SOON)


def _later(request: Request, rows: Any, today: date) -> list[tuple[date, int, str]]:
    """Each month that follows, how many are to be called in it, and where they stand."""
    months = agenda.later_by_month(rows, today=today)
    return [
        (month, n, with_query(request.GET, tampilan="bulan", bulan=f"{month:%Y-%m}"))
        for month, n in months
    ]


def _month(request: Request, rows: Any, today: date) -> dict[str, Any]:
    month = month_links(request.GET, today=today)
    weeks = agenda.month_of(rows, month.first, today=today)
    shown = (row.case.client_id for week in weeks for day in week for row in day.rows)
    log_shown(request, ReadAction.LIST, shown)
    busy = [day for week in weeks for day in week if day.in_month and day.rows]
    return {"month": month, "weeks": weeks, "busy_days": busy}


def _entry(row: FollowUp) -> Entry:
    number = row.case.client.registration_number
    return Entry(
        uid=f"follow-up-{row.pk}@atensi",
        on=row.due_on,
        summary=_("%(milestone)s, %(number)s") % {"milestone": row.label, "number": number},
        description=_("Hubungi antara %(first)s dan %(last)s.")
        % {
            "first": dates.day(row.window_starts_on),
            "last": dates.day(row.window_ends_on),
        },
    )


def _appointment(one: Appointment) -> Entry:
    """No names, as everywhere in a calendar file: a client is a number there."""
    words = {"label": one.label, "number": one.number}
    return Entry(
        uid=one.uid,
        on=one.on,
        summary=_("%(label)s, %(number)s") % words if one.number else one.label,
        description="",
        weekly=one.weekly,
    )
