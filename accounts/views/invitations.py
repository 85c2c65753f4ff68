"""Inviting, and the page behind the link of an invitation."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms import AcceptForm, InviteForm
from accounts.http import Request, ip_of
from accounts.models import Appointment, Invitation
from accounts.permissions import can_manage_accounts
from accounts.reauth import confirm_first
from accounts.services import invitations
from accounts.services.appointments import Wanted, ask_appointment
from accounts.services.invitations import Sent, digest
from accounts.services.people import Person
from common.access import demand
from common.errors import DomainError
from common.http import attempt, render_form, sent
from common.links import link_to


logger = logging.getLogger(__name__)
ASKED = gettext_lazy("Permintaan dikirim. Peran ini berlaku setelah disetujui orang kedua.")


@require_http_methods(["GET", "POST"])
@confirm_first
def invite(request: Request) -> HttpResponse:
    """Who would approve or see the nation is asked for, and invited when another person has granted it."""
    demand(can_manage_accounts(request.user))
    form = InviteForm(sent(request), giver=request.user)
    made = attempt(form, lambda: _ask(request, form) if form.takes_two else _invite(request, form))
    if made is None:
        return render_form(request, "accounts/invite.html", form)
    if isinstance(made, Sent):
        post_invitation(request, made)
    else:
        messages.success(request, ASKED)
    return redirect("accounts:users")


def _invite(request: Request, form: InviteForm) -> Sent:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now(), "ip": ip_of(request)}
    return invitations.invite(person=_person(form), **by)


def _ask(request: Request, form: InviteForm) -> Appointment:
    return ask_appointment(
        wanted=Wanted(_person(form), form.cleaned_data["reason"]),
        actor=request.user,
        at=timezone.now(),
        ip=ip_of(request),
    )


@require_POST
@confirm_first
def resend(request: Request, pk: int) -> HttpResponse:
    invitation = _invitation(request, pk)
    try:
        sent = invitations.resend(
            invitation=invitation, actor=request.user, at=timezone.now(), ip=ip_of(request)
        )
    except DomainError as error:
        messages.error(request, error.message)
    else:
        post_invitation(request, sent)
    return redirect("accounts:users")


@require_POST
@confirm_first
def revoke(request: Request, pk: int) -> HttpResponse:
    invitation = _invitation(request, pk)
    try:
        invitations.revoke(
            invitation=invitation, actor=request.user, at=timezone.now(), ip=ip_of(request)
        )
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Undangan dibatalkan; tautannya tidak berlaku lagi."))
    return redirect("accounts:users")


@login_not_required
@sensitive_post_parameters()
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password; the second factor comes right after."""
    rows = Invitation.objects.select_related("institution")
    invitation = rows.filter(token_hash=digest(token)).first()
    if invitation is None or not invitation.is_valid(timezone.now()):
        return render(request, "accounts/invitation_over.html", status=404)
    if request.user.is_authenticated:
        return render(request, "accounts/invitation_of_other.html", status=403)
    form = AcceptForm(sent(request))
    user = attempt(
        form,
        lambda: invitations.accept(
            invitation=invitation,
            password=form.cleaned_data["password"],
            at=timezone.now(),
            ip=ip_of(request),
        ),
    )
    if user is None:
        return render_form(request, "accounts/accept.html", form, {"invitation": invitation})
    login = Login(user=user, redirect_url=reverse("accounts:enrol"))
    return perform_password_login(request, {"email": user.email}, login)


def _person(form: InviteForm) -> Person:
    given = form.cleaned_data
    return Person(given["email"], given["name"], given["role"], form.place())


def _invitation(request: Request, pk: int) -> Invitation:
    demand(can_manage_accounts(request.user))
    return get_object_or_404(Invitation.objects.managed_by(request.user), pk=pk)


def post_invitation(request: Request, sent: Sent) -> None:
    """The letter says that an invitation waits, and nothing about whom it is for or where they will work."""
    link = link_to("accounts:accept", sent.token)
    about = {"link": link, "hours": settings.INVITATION_HOURS, "product": settings.PRODUCT_NAME}
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Undangan untuk %(product)s") % about
        body = render_to_string("accounts/email/invitation.txt", about)
    try:
        send_mail(subject, body, None, [sent.invitation.email])
    except (OSError, SMTPException):
        logger.exception("The letter of invitation %s could not be sent", sent.invitation.pk)
        messages.error(
            request,
            _("Undangan tersimpan, tetapi suratnya belum terkirim. Coba “Kirim ulang” nanti."),
        )
    else:
        messages.success(request, _("Undangan dikirim. Tautannya berlaku %(hours)s jam.") % about)
