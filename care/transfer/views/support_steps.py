"""What becomes of a supporting base: agreed, declined, given a task, ended."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from care import permissions
from care.models import SupportingBase
from care.transfer.forms.supporting import (
    AgreeForm,
    DeclineSupportForm,
    EndSupportForm,
    SupportTaskForm,
)
from care.transfer.services.supporting import (
    agree_to_support,
    decline_support,
    end_support,
    give_support_task,
)
from care.transfer.views.supporting import support_or_404
from common.access import demand
from common.forms import Form
from common.http import FormPage, form_page, sent


USUAL_TIME = timedelta(days=14)


@require_http_methods(["GET", "POST"])
def support_agree(request: Request, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_answer_support(request.user, support))
    form = AgreeForm(sent(request), user=request.user)
    return _step(
        request,
        support,
        form,
        agree_to_support,
        title=_("Setujui menjadi basis pendukung"),
        sentence=_("Basis utama tetap satu; lembaga Anda mengerjakan peran yang tertulis."),
        submit=_("Setujui dukungan"),
        said=_("Dukungan disetujui."),
        icon="check",
    )


@require_http_methods(["GET", "POST"])
def support_decline(request: Request, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_answer_support(request.user, support))
    form = DeclineSupportForm(sent(request))
    return _step(
        request,
        support,
        form,
        decline_support,
        title=_("Tolak menjadi basis pendukung"),
        sentence=_("Pengelola kasus akan mencari pendukung lain."),
        submit=_("Tolak dukungan"),
        said=_("Permintaan dukungan ditolak."),
        icon="x",
        kind="danger",
        warning=_("Setelah ditolak, lembaga Anda tidak lagi melihat berkas klien ini."),
        leaves=True,
    )


@require_http_methods(["GET", "POST"])
def support_end(request: Request, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_end_support(request.user, support))
    form = EndSupportForm(sent(request))
    return _step(
        request,
        support,
        form,
        end_support,
        title=_("Akhiri dukungan"),
        sentence=_("Tugas yang belum selesai dibatalkan."),
        submit=_("Akhiri dukungan"),
        said=_("Dukungan diakhiri."),
        icon="flag",
        kind="danger",
        warning=_("Setelah diakhiri, lembaga pendukung tidak lagi melihat berkas klien."),
        leaves=request.user.institution_id != support.case.institution_id,
    )


@require_http_methods(["GET", "POST"])
def support_task(request: Request, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_serve(request.user, support.case))
    due_on = timezone.localdate() + USUAL_TIME
    form = SupportTaskForm(sent(request), initial={"due_on": due_on})
    return _step(
        request,
        support,
        form,
        give_support_task,
        title=_("Tugas basis pendukung"),
        sentence=_("Tugas ini muncul di meja kerja pelaksananya."),
        submit=_("Simpan tugas"),
        said=_("Tugas dicatat."),
        icon="plus",
    )


def _step(
    request: Request,
    support: SupportingBase,
    form: Form,
    act: Callable[..., object],
    *,
    leaves: bool = False,  # the file has just gone out of sight
    **words: Any,
) -> HttpResponse:
    who = {"support": support, "actor": request.user, "at": timezone.now()}
    back = reverse("care:supporting", args=[support.case_id])
    number = support.client.registration_number
    page = FormPage(
        about=number,
        back=back,
        then=reverse(settings.LOGIN_REDIRECT_URL) if leaves else "",
        crumbs=((reverse("clients:list"), _("Klien")), (back, number)),
        beside="care/_support_beside.html",
        shows=lambda: {"support": support, "today": timezone.localdate()},
        **words,
    )
    return form_page(request, form, lambda: act(**form.cleaned_data, **who), page)
