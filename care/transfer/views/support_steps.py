"""What becomes of a supporting base: agreed, declined, given a task, ended."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from care import permissions
from care.models import SupportingBase
from care.shared.finding import done, sent
from care.shared.step_page import Words
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
from common.http import render_form


USUAL_TIME = timedelta(days=14)


@require_http_methods(["GET", "POST"])
def support_agree(request: HttpRequest, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_answer_support(request.user, support))
    words = Words(
        title=_("Setujui menjadi basis pendukung"),
        sentence=_("Basis utama tetap satu; lembaga Anda mengerjakan peran yang tertulis."),
        submit=_("Setujui dukungan"),
        said=_("Dukungan disetujui."),
        icon="check",
    )
    form = AgreeForm(sent(request), user=request.user)
    return _step(request, support, words, form, agree_to_support)


@require_http_methods(["GET", "POST"])
def support_decline(request: HttpRequest, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_answer_support(request.user, support))
    words = Words(
        title=_("Tolak menjadi basis pendukung"),
        sentence=_("Pengelola kasus akan mencari pendukung lain."),
        submit=_("Tolak dukungan"),
        said=_("Permintaan dukungan ditolak."),
        icon="x",
        kind="danger",
        warning=_("Setelah ditolak, lembaga Anda tidak lagi melihat berkas klien ini."),
        leaves=True,
    )
    form = DeclineSupportForm(sent(request))
    return _step(request, support, words, form, decline_support)


@require_http_methods(["GET", "POST"])
def support_end(request: HttpRequest, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_end_support(request.user, support))
    words = Words(
        title=_("Akhiri dukungan"),
        sentence=_("Tugas yang belum selesai dibatalkan."),
        submit=_("Akhiri dukungan"),
        said=_("Dukungan diakhiri."),
        icon="flag",
        kind="danger",
        warning=_("Setelah diakhiri, lembaga pendukung tidak lagi melihat berkas klien."),
        leaves=request.user.institution_id != support.case.institution_id,
    )
    form = EndSupportForm(sent(request))
    return _step(request, support, words, form, end_support)


@require_http_methods(["GET", "POST"])
def support_task(request: HttpRequest, pk: int) -> HttpResponse:
    support = support_or_404(request, pk)
    demand(permissions.can_serve(request.user, support.case))
    words = Words(
        title=_("Tugas basis pendukung"),
        sentence=_("Tugas ini muncul di meja kerja pelaksananya."),
        submit=_("Simpan tugas"),
        said=_("Tugas dicatat."),
        icon="plus",
    )
    due_on = timezone.localdate() + USUAL_TIME
    form = SupportTaskForm(sent(request), initial={"due_on": due_on})
    return _step(request, support, words, form, give_support_task)


def _step(
    request: HttpRequest,
    support: SupportingBase,
    words: Words,
    form: Form,
    act: Callable[..., Any],
) -> HttpResponse:
    who = {"support": support, "actor": request.user, "at": timezone.now()}
    if done(form, lambda given: act(**given, **who)):
        messages.success(request, words.said)
        if words.leaves:
            return redirect(settings.LOGIN_REDIRECT_URL)
        return redirect("care:supporting", support.case_id)
    context = {"support": support, "words": words, "today": timezone.localdate()}
    return render_form(request, "care/support_step.html", form, context)
