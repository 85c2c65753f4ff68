"""The first page after signing in, and what waits for a person."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.http import Request
from accounts.models import User
from clients.permissions import can_list_tasks
from common.enums import ReadAction
from common.reading import log_shown
from desk.home.pages import PAGES
from desk.selectors import institution, work
from desk.selectors.reading import people_in


NOTICES = 25


@require_safe
def home(request: Request) -> HttpResponse:
    user = _signed_in(request)
    now = timezone.localtime()
    facts = PAGES[user.role](user, now)
    log_shown(request, ReadAction.LIST, people_in(facts))
    context = {**facts, "greeting": greeting(now.hour), "today": now.date()}
    return render(request, f"desk/home_{user.role}.html", context)


@require_safe
def notices(request: Request) -> HttpResponse:
    """Everything that waits, without a client's name: numbers only."""
    user, today = _signed_in(request), timezone.localdate()
    found = work.work(user, today, limit=NOTICES)
    facts = {
        "work": found,
        "shown": found.items,
        "emergencies": found.emergencies,
        "agreements": institution.agreements_of(user, today),
        "sent": institution.requests_sent(user, limit=10),
    }
    log_shown(request, ReadAction.LIST, people_in(facts))
    context = {"today": today, "may_list_tasks": can_list_tasks(user), **facts}
    return render(request, "desk/notices.html", context)


def greeting(hour: int) -> str:
    words = (
        _("Selamat pagi") if hour < 11 else _("Selamat siang") if hour < 15 else _("Selamat sore")
    )
    return words if hour < 18 else _("Selamat malam")


def _signed_in(request: Request) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - LoginRequiredMiddleware sees to it
    return request.user
