"""The second person: granting a role that one person alone may not give, or refusing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import Request, ip_of
from accounts.models import Appointment
from accounts.permissions import can_answer_appointment, can_manage_accounts
from accounts.reauth import confirm_first
from accounts.services.appointments import grant_appointment, refuse_appointment
from accounts.services.invitations import Sent
from accounts.views.invitations import post_invitation
from common.access import demand
from common.answering import AnswerForm
from common.errors import DomainError
from common.http import FormPage, attempt, render_form, sent


@require_http_methods(["GET", "POST"])
@confirm_first
def answer(request: Request, pk: int) -> HttpResponse:
    row = _seen(request, pk)
    demand(can_answer_appointment(request.user, row))
    form = AnswerForm(sent(request))
    done = attempt(form, lambda: (_answer(request, row, is_yes=form.is_yes),))
    if done is None:
        return render_form(request, "form_page.html", form, {"page": _page(), "row": row})
    (made,) = done
    if made is not None:
        post_invitation(request, made)
    messages.success(request, _("Keputusan atas penunjukan disimpan."))
    return redirect("accounts:users")


@require_POST
@confirm_first
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Whoever asked takes it back."""
    row = _seen(request, pk)
    demand(row.asked_by_id == request.user.pk)
    try:
        _answer(request, row, is_yes=False)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Penunjukan ditarik."))
    return redirect("accounts:users")


def _answer(request: Request, row: Appointment, *, is_yes: bool) -> Sent | None:
    act = grant_appointment if is_yes else refuse_appointment
    return act(appointment=row, actor=request.user, at=timezone.now(), ip=ip_of(request))


def _seen(request: Request, pk: int) -> Appointment:
    demand(can_manage_accounts(request.user))
    rows = Appointment.objects.open().seen_by(request.user)
    return get_object_or_404(rows.select_related("institution", "asked_by", "user"), pk=pk)


def _page() -> FormPage:
    back = reverse("accounts:users")
    return FormPage(
        title=_("Periksa penunjukan"),
        sentence=_("Peran ini berlaku hanya bila orang kedua menyetujuinya."),
        submit=_("Simpan keputusan"),
        said="",
        back=back,
        crumbs=[(back, _("Pengguna"))],
        above="accounts/_appointment.html",
    )
