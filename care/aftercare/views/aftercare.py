"""After-care of one person."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.aftercare.forms import ContactForm, HeardForm
from care.aftercare.outcomes.change import POINTS, panels, ticks
from care.aftercare.selectors.aftercare import (
    aftercare_plan_of,
    contacts,
    death_of,
    milestones,
    steps,
    what_follows,
)
from care.aftercare.selectors.change import change_of
from care.aftercare.selectors.outcomes import is_fresh
from care.aftercare.selectors.search import is_lost, ladder_of
from care.aftercare.services.following_up import Contact, record_contact, record_unplanned
from care.aftercare.services.relapsing import IN_CARE
from care.aftercare.views.locator import locator_context
from care.aftercare.views.page import aftercare_form
from care.aftercare.views.relapse import former_plan_context
from care.enums import ContactOutcome, FollowUpStatus
from care.models import FollowUp
from care.shared.finding import case_or_404, client_case_or_404
from clients.enums import CaseStatus, CloseReason
from clients.field_rules import Field
from clients.models import Case
from clients.selectors import file_context
from clients.services.reading import log_opening
from clients.showing import rule_of
from common.access import demand, visible_or_404
from common.dates import day
from common.http import FormPage, form_page, sent


MORE_OF = {
    ContactOutcome.DIED: "care:death",
    ContactOutcome.PRISON: "care:imprisonment",
    ContactOutcome.MOVED: "care:moved",
    ContactOutcome.RELAPSE: "care:open_relapse",
}


@require_safe
def client_aftercare(request: Request, client_pk: int) -> HttpResponse:
    today = timezone.localdate()
    case = client_case_or_404(request, client_pk)
    rows = list(milestones(case))
    planned = [row for row in rows if row.is_planned]
    said = [contact for row in rows for contact in row.contacts.all()]
    context = file_context(case, request.user, today, "aftercare") | {
        "today": today,
        "milestones": rows,
        "steps": steps(rows),
        "closed": len(rows) - len(planned),
        "contacts": sorted(said, key=lambda contact: (contact.on, contact.pk), reverse=True),
        "upcoming": planned[0] if planned and case.is_open else None,
        "may_record": case.status == CaseStatus.AFTERCARE
        and permissions.can_serve(request.user, case),
        "aftercare_plan": aftercare_plan_of(case),
        **_life(request, case),
        "ladder": ladder_of(case) if case.status == CaseStatus.AFTERCARE else None,
        "is_lost": is_lost(case),
        **change_context(request, case),
        "may_take_up": permissions.can_serve(request.user, case),
        "relapses": case.relapses.newest_first(),
        **former_plan_context(request, case),
        "may_name_relapse": case.status in IN_CARE and permissions.can_serve(request.user, case),
        "may_plan_aftercare": case.status in {CaseStatus.IN_SERVICE, CaseStatus.AFTERCARE}
        and permissions.can_plan(request.user, case),
    }
    return render(request, "care/aftercare.html", context)


def _life(request: Request, case: Case) -> dict[str, Any]:
    """What a life has become beside it, and what follows instead of the usual calls."""
    has_died = case.close_reason == CloseReason.DIED
    return {
        "follows": what_follows(case),
        "imprisonment": case.imprisonments.running().first(),
        "handover": case.handovers.select_related("institution").newest_first().first(),
        "may_hand_over": case.status == CaseStatus.AFTERCARE
        and permissions.can_request(request.user, case),
        "has_died": has_died,
        "death": death_of(case) if has_died else None,
        "may_tell_death": has_died and permissions.can_serve(request.user, case),
    }


def change_context(request: Request, case: Case) -> dict[str, Any]:
    """Drawn and told of whoever may read answers."""
    if not rule_of(request.user, case.client, Field.ANSWERS).is_open:
        return {"may_see_answers": False}
    change = change_of(case)
    return {
        "may_see_answers": True,
        "change": change,
        "panels": panels(change.drawn),
        "points": POINTS,
        "ticks": ticks(),
    }


@require_http_methods(["GET", "POST"])
def follow_up(request: Request, pk: int) -> HttpResponse:
    rows = FollowUp.objects.select_related("case__client", "case__lead_worker")
    follow_up = visible_or_404(rows, request.user, pk=pk)
    may_record = permissions.can_follow_up(request.user, follow_up)
    demand(may_record or request.method == "GET")
    log_opening(client=follow_up.case.client, actor=request.user)
    today = timezone.localdate()
    form = ContactForm(sent(request), initial={"on": today})

    record = partial(record_contact, follow_up=follow_up, actor=request.user, at=timezone.now())
    page = FormPage(
        said=_said,
        back=reverse("care:aftercare", args=[follow_up.case.client_id]),
        then=lambda row: _onward(request, form.cleaned_data["outcome"], row),
        template="care/follow_up.html",
        shows=lambda: _about(follow_up, today=today, may_record=may_record),
    )
    return form_page(request, form, lambda: record(contact=Contact(**form.cleaned_data)), page)


def _said(follow_up: FollowUp) -> str:
    if follow_up.status != FollowUpStatus.MISSED:
        return _("Kontak dicatat.")
    sentence = _("Kontak dicatat. %(point)s tetap terlewat: jendelanya berakhir pada %(day)s.")
    return sentence % {"point": follow_up.label, "day": day(follow_up.window_ends_on)}


def _onward(request: Request, outcome: str, follow_up: FollowUp) -> str:
    """Some of what is told asks for more at once; else who was reached at a core point is asked about outcomes."""
    page = MORE_OF.get(ContactOutcome(outcome), "")
    if page == "care:moved" and not permissions.can_request(request.user, follow_up.case):
        page = ""
    if page:
        return reverse(page, args=[follow_up.case_id])
    if follow_up.is_core and is_fresh(follow_up, timezone.localdate()):
        return reverse("care:outcome_of", args=[follow_up.pk])
    return ""


@require_http_methods(["GET", "POST"])
def unplanned(request: Request, case_pk: int) -> HttpResponse:
    """A contact between two points; of somebody who was lost, that they are found."""
    case = case_or_404(request, case_pk)
    demand(permissions.can_serve(request.user, case))
    found = is_lost(case)
    form_of = HeardForm if found else ContactForm
    form = form_of(sent(request), initial={"on": timezone.localdate()})
    record = partial(record_unplanned, case=case, actor=request.user, at=timezone.now())
    return aftercare_form(
        request,
        case,
        form,
        lambda: record(contact=Contact(**form.cleaned_data)),
        template="care/plan_form.html",
        title=_("Klien ditemukan kembali") if found else _("Kontak di luar jadwal"),
        sentence=_("Pascalayanan berlanjut dari tonggak berikutnya.")
        if found
        else _("Kontak di antara dua tonggak. Tonggaknya sendiri tetap terbuka."),
        submit=_("Simpan kontak"),
        said=_("Pascalayanan berlanjut.") if found else _("Kontak dicatat."),
    )


def _about(follow_up: FollowUp, *, today: date, may_record: bool) -> dict[str, Any]:
    client = follow_up.case.client
    family = client.family_contacts.filter(may_be_contacted=True)
    return {
        "today": today,
        "follow_up": follow_up,
        "client": client,
        "family": family.order_by("-is_guardian", "pk"),
        "contacts": contacts(follow_up.contacts.all()),
        "is_overdue": follow_up.is_overdue_on(today),
        "ladder": ladder_of(follow_up.case),
        **locator_context(follow_up.case),
        "may_record": may_record
        and follow_up.is_planned
        and follow_up.case.status == CaseStatus.AFTERCARE,
    }


@require_safe
def next_follow_up(request: Request, case_pk: int) -> HttpResponse:
    """Where "Hubungi (pascalayanan)" leads: the oldest call that can still be made in time."""
    case = case_or_404(request, case_pk)
    waiting = case.follow_ups.waiting().soonest_first()
    passed = case.follow_ups.passed_on(timezone.localdate()).values("pk")
    oldest = waiting.exclude(pk__in=passed).first() or waiting.first()
    if oldest is None:
        return redirect("care:aftercare", case.client_id)
    return redirect("care:follow_up", oldest.pk)
