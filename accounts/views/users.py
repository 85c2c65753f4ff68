"""Accounts of others: who has one, in which role, and what became of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.forms import RoleForm
from accounts.hands import is_another
from accounts.holding import WORK
from accounts.http import Request, ip_of
from accounts.models import Appointment, Invitation, User
from accounts.permissions import can_change, can_manage_accounts
from accounts.reauth import confirm_first
from accounts.selectors import (
    appointments_for,
    devices_of,
    events_of,
    factors_of,
    managed_users,
    waiting_reset,
)
from accounts.services.appointments import Wanted, ask_appointment
from accounts.services.managing import change_role, deactivate, end_sessions, reactivate
from accounts.services.people import Person
from accounts.services.resets import ask_reset, confirm_reset, drop_reset
from accounts.views.invitations import ASKED
from common.access import demand
from common.errors import DomainError
from common.http import FormPage, form_page, sent


PER_PAGE = 25


class Act(NamedTuple):
    do: Callable[[Request, User], object]
    said: str | Promise


@require_GET
def users(request: Request) -> HttpResponse:
    demand(can_manage_accounts(request.user))
    asked = words_in(request.GET)
    rows = narrowed(managed_users(request.user), asked)
    waiting = Invitation.objects.managed_by(request.user).open().select_related("institution")
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("halaman")),
        "q": asked,
        "invitations": waiting.order_by("-sent_at")[:PER_PAGE],
        "now": timezone.now(),
        "appointments": appointments_for(request.user),
    }
    return render(request, "accounts/users.html", context)


def words_in(query: Mapping[str, str]) -> str:
    return query.get("cari", "").replace("\x00", "").strip()


def narrowed(rows: QuerySet[User], words: str) -> QuerySet[User]:
    return rows.filter(Q(name__icontains=words) | Q(email__icontains=words)) if words else rows


@require_GET
def user(request: Request, pk: int) -> HttpResponse:
    person = _person(request, pk)
    now = timezone.now()
    reset = waiting_reset(person, now)
    context = {
        "person": person,
        "factors": factors_of(person),
        "devices": devices_of(person, now),
        "events": events_of(person),
        "reset": reset,
        "may_confirm": reset is not None and is_another(request.user, reset.hands),
        "may_change": can_change(request.user, person),
        "held": _held(request.user, person),
    }
    return render(request, "accounts/user.html", context)


def _held(user: User, person: User) -> list[dict[str, Any]]:
    """What hangs on them, and where this person hands it over, if they may."""
    return [
        {
            "counts": counts,
            "url": reverse(work.page, args=[person.pk]) if work.may(user, person) else "",
        }
        for work in WORK.values()
        if (counts := work.count(person))
    ]


@require_http_methods(["GET", "POST"])
@confirm_first(back="accounts:user")
def role(request: Request, pk: int) -> HttpResponse:
    person = _person(request, pk)
    demand(can_change(request.user, person))
    form = RoleForm(
        sent(request),
        giver=request.user,
        initial={"role": person.role, "institution": person.institution_id},
    )
    page = FormPage(
        title=_("Ubah peran"),
        sentence=person.name,
        submit=_("Ubah peran"),
        said=lambda _made: (
            str(ASKED) if form.takes_two else _("Peran diubah dan berlaku mulai sekarang.")
        ),
        back=reverse("accounts:user", args=[pk]),
        crumbs=[(reverse("accounts:users"), _("Pengguna"))],
    )
    return form_page(
        request,
        form,
        lambda: _ask(request, person, form) if form.takes_two else _change(request, person, form),
        page,
    )


def _change(request: Request, person: User, form: RoleForm) -> User:
    role, place = form.cleaned_data["role"], form.place()
    return change_role(
        user=person, role=role, institution=place, actor=request.user, ip=ip_of(request)
    )


def _ask(request: Request, person: User, form: RoleForm) -> Appointment:
    wanted = Person(person.email, person.name, form.cleaned_data["role"], form.place())
    return ask_appointment(
        wanted=Wanted(wanted, form.cleaned_data["reason"], person),
        actor=request.user,
        at=timezone.now(),
        ip=ip_of(request),
    )


@require_POST
@confirm_first(back="accounts:user")
def act(request: Request, pk: int, name: str) -> HttpResponse:
    person = _person(request, pk)
    if name not in ACTS:
        raise Http404
    demand(name in FACTOR_ACTS or can_change(request.user, person))
    try:
        ACTS[name].do(request, person)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, str(ACTS[name].said))
    return redirect("accounts:user", pk)


def _person(request: Request, pk: int) -> User:
    demand(can_manage_accounts(request.user))
    return get_object_or_404(managed_users(request.user), pk=pk)


def _deactivate(request: Request, person: User) -> None:
    deactivate(user=person, actor=request.user, at=timezone.now(), ip=ip_of(request))


def _reactivate(request: Request, person: User) -> None:
    reactivate(user=person, actor=request.user, ip=ip_of(request))


def _end_sessions(request: Request, person: User) -> None:
    end_sessions(user=person, actor=request.user, ip=ip_of(request))


def _reset(service: Callable[..., object]) -> Callable[[Request, User], object]:
    def do(request: Request, person: User) -> object:
        return service(user=person, actor=request.user, at=timezone.now(), ip=ip_of(request))

    return do


ACTS = {
    "nonaktifkan": Act(
        _deactivate, gettext_lazy("Akun dinonaktifkan. Semua sesinya berakhir sekarang.")
    ),
    "aktifkan": Act(_reactivate, gettext_lazy("Akun aktif kembali.")),
    "akhiri-sesi": Act(_end_sessions, gettext_lazy("Semua sesi orang ini sudah diakhiri.")),
    "minta-hapus-faktor": Act(
        _reset(ask_reset), gettext_lazy("Permintaan tercatat. Satu orang lain perlu menyetujuinya.")
    ),
    "setujui-hapus-faktor": Act(
        _reset(confirm_reset),
        gettext_lazy("Faktor kedua dihapus. Orang ini memasangnya lagi saat masuk berikutnya."),
    ),
    "batalkan-hapus-faktor": Act(_reset(drop_reset), gettext_lazy("Permintaan dibatalkan.")),
}
# What takes two people anyway may be done to whoever watches over oneself: else a lost telephone would lock them out.
FACTOR_ACTS = ("minta-hapus-faktor", "setujui-hapus-faktor", "batalkan-hapus-faktor")
