"""The door: look first, then write down. What was looked for stays in the session, never in an address."""

from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import Request
from clients.duplicates import Sought
from clients.forms.intake import IntakeForm, ReopenForm
from clients.forms.search import SearchForm
from clients.models import ConsentText
from clients.permissions import can_register_clients, can_reopen
from clients.selectors import possible_duplicates
from clients.services.intake import register_client, reopen_case
from clients.services.reading import look_elsewhere
from clients.views.asking import case_or_404
from clients.views.file_page import file_form
from common.access import demand
from common.enums import ReadAction
from common.http import attempt, render_form, sent
from common.idempotency import nothing_done
from common.reading import log_shown
from common.sealed.keyring import hide, show


LOOK = "clients.sought_person"
_NOT_ASKED = gettext_lazy(
    "Pencarian Anda dalam satu jam terakhir sudah banyak, jadi lembaga lain belum diperiksa. Lanjutkan bila perlu, atau cari lagi satu jam kemudian."
)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    demand(can_register_clients(request.user))
    form = SearchForm(sent(request), today=timezone.localdate())
    if form.is_valid():
        sought = form.sought()
        elsewhere = look_elsewhere(sought=sought, actor=request.user)
        request.session[LOOK] = {
            # A session stands in the database too.
            "name": hide(sought.name),
            "nik": hide(sought.nik),
            "phone": hide(sought.phone),
            "birth_date": hide(sought.birth_date.isoformat()),
            "birth_date_estimated": sought.birth_date_estimated,
            "was_asked": elsewhere.was_asked,
            # As text: printed as a number it would carry a thousands separator.
            "reference": str(elsewhere.reference or ""),
            "at_own_institution": elsewhere.at_own_institution,
        }
        if not elsewhere.was_asked:
            messages.warning(request, _NOT_ASKED)
        return redirect("clients:matches")
    return render_form(request, "clients/new.html", form)


@require_GET
def matches(request: Request) -> HttpResponse:
    """Who may be the same person. Nobody: straight on to the form."""
    demand(can_register_clients(request.user))
    look = request.session.get(LOOK)
    if look is None:
        return redirect("clients:new")
    found = possible_duplicates(request.user, _sought(look))
    if not (found or look["reference"] or look["at_own_institution"]):
        return redirect("clients:intake")
    log_shown(request, ReadAction.SEARCH, (row.pk for row in found))
    return render(
        request,
        "clients/matches.html",
        {"found": found, "look": look, "today": timezone.localdate()},
    )


@require_http_methods(["GET", "POST"])
def intake(request: Request) -> HttpResponse:
    demand(can_register_clients(request.user))
    look = request.session.get(LOOK)
    if look is None:
        return nothing_done(redirect("clients:new"))
    now = timezone.now()
    today = timezone.localdate(now)
    form = IntakeForm(
        sent(request),
        # Without the telephone: whoever brings somebody gives their own.
        initial={**asdict(replace(_wanted(look), phone="")), "given_on": today},
        today=today,
        user=request.user,
    )
    client = attempt(form, lambda: register_client(**form.facts(), actor=request.user, at=now))
    if client:
        request.session.pop(LOOK, None)
        messages.success(
            request, _("%(number)s terdaftar.") % {"number": client.registration_number}
        )
        return redirect("clients:file", pk=client.pk)
    context = {"consent_text": ConsentText.objects.current(), "look": look}
    return render_form(request, "clients/intake.html", form, context)


@require_http_methods(["GET", "POST"])
def reopen(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_reopen(request.user, case.client))
    now = timezone.now()
    today = timezone.localdate(now)
    form = ReopenForm(
        sent(request),
        initial={"given_on": today},
        birth_date=case.client.birth_date,
        today=today,
        user=request.user,
    )
    act = partial(reopen_case, client=case.client, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.facts()),
        said=_("Kasus baru dibuka."),
        back=reverse("clients:file", args=[pk]),
        template="clients/reopen.html",
        shows=lambda: {"consent_text": ConsentText.objects.current()},
    )


def _sought(look: dict[str, Any]) -> Sought:
    """A question that was not counted any more compares no number, not even with those whom one sees."""
    wanted = _wanted(look)
    return wanted if look["was_asked"] else replace(wanted, nik="", phone="")


def _wanted(look: dict[str, Any]) -> Sought:
    """Who was looked for, out of what the session keeps as JSON."""
    return Sought(
        name=show(look["name"]),
        nik=show(look["nik"]),
        phone=show(look["phone"]),
        birth_date=date.fromisoformat(show(look["birth_date"])),
        birth_date_estimated=look["birth_date_estimated"],
    )
