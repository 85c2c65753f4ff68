"""One member of a group: where they stand, how they came there, and the two decisions about them."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from care import permissions
from care.delivery.forms.grouping import LeaveForm, StepForm
from care.delivery.services.grouping import move_member, release_member
from care.models import Attendance, Membership
from clients.models import Case
from clients.permissions import can_write
from clients.services.reading import log_opening
from common.access import demand, visible_or_404
from common.http import FormPage, form_page, sent


LAST_MEETINGS = 25


def _member_or_404(request: Request, pk: int) -> Membership:
    rows = Membership.objects.select_related("group__institution", "case__client")
    row = visible_or_404(rows, request.user, pk=pk)
    log_opening(client=row.case.client, actor=request.user)
    return row


def _demand_lead(request: Request, row: Membership) -> None:
    """The institution of the group decides, on people whose file it does not only read in an emergency."""
    demand(permissions.can_lead(request.user, row.group))
    demand(can_write(request.user, row.case.client_id))


@require_safe
def member(request: Request, pk: int) -> HttpResponse:
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
def member_step(request: Request, pk: int) -> HttpResponse:
    row = _member_or_404(request, pk)
    _demand_lead(request, row)
    now = timezone.now()
    form = StepForm(sent(request), member=row, today=timezone.localdate(now))
    act = partial(move_member, member=row, actor=request.user, at=now)
    page = _page(
        row,
        title=_("Ubah fase atau jenjang"),
        sentence=_("Naik atau turun, selalu dengan bukti. Keputusan tercatat atas nama Anda."),
        submit=_("Simpan perubahan"),
        said=_("Perubahan jenjang dicatat."),
    )
    return form_page(request, form, lambda: act(step=form.step()), page)


@require_http_methods(["GET", "POST"])
def member_leave(request: Request, pk: int) -> HttpResponse:
    row = _member_or_404(request, pk)
    _demand_lead(request, row)
    now = timezone.now()
    form = LeaveForm(sent(request), initial={"on": timezone.localdate(now)})
    act = partial(release_member, member=row, actor=request.user, at=now)
    page = _page(
        row,
        title=_("Catat keluar"),
        sentence=_("Riwayatnya dalam kelompok tetap tersimpan."),
        submit=_("Simpan"),
        said=_("Keluarnya anggota dicatat."),
        then=reverse("care:group", args=[row.group_id]),
    )
    return form_page(request, form, lambda: act(**form.cleaned_data), page)


def _page(row: Membership, **words: Any) -> FormPage:
    client, back = row.case.client, reverse("care:member", args=[row.pk])
    group = (reverse("care:group", args=[row.group_id]), row.group.name)
    return FormPage(
        about=client.registration_number, back=back, crumbs=[group, (back, client.name)], **words
    )
