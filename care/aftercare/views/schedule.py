"""The calendar of after-care."""

from datetime import date
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
from care.models import FollowUp
from care.shared.chips import month_links, view_links, when_chips
from clients.permissions import can_list_clients
from common import dates
from common.access import demand
from common.enums import ReadAction
from common.reading import log_shown


PAGE = 25
MOST_ENTRIES = 500
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
    rows = FollowUp.objects.visible_to(request.user).waiting().carried_by(request.user)
    rows = rows.select_related("case__client").soonest_first()[:MOST_ENTRIES]
    log_shown(request, ReadAction.EXPORT, (row.case.client_id for row in rows))
    text = calendar(_("Jadwal pascalayanan"), [_entry(row) for row in rows], stamp=timezone.now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="jadwal-pascalayanan.ics"'
    return response


def _list(request: Request, choice: agenda.Choice, rows: Any, today: date) -> dict[str, Any]:
    page = Paginator(agenda.overdue_first(rows, today=today), PAGE)
    page_obj = page.get_page(request.GET.get("halaman"))
    log_shown(request, ReadAction.LIST, (row.case.client_id for row in page_obj))
    return {
        "page_obj": page_obj,
        "groups": agenda.by_week(page_obj),
        "when_chips": when_chips(request.GET, choice.when),
    }


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
