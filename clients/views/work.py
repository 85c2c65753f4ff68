"""What a person does to a case in hand."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import Request
from clients.enums import CloseReason
from clients.forms.work import CloseForm, NoteForm, ReassignForm
from clients.models import Case
from clients.permissions import (
    can_call_it_a_mistake,
    can_close,
    can_reassign,
    can_write,
)
from clients.selectors import FILE_ROWS
from clients.services.cases import add_note, close_case, reassign_case
from clients.services.reading import log_opening
from clients.views.asking import case_or_404
from clients.views.file_page import file_form
from clients.work import BEGINNINGS
from common.access import demand, visible_or_404
from common.http import sent


@require_http_methods(["GET", "POST"])
def note(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_write(request.user, pk))
    now = timezone.now()
    form = NoteForm(sent(request), now=now, client=case.client, user=request.user)
    act = partial(add_note, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.facts()),
        title=_("Catat kegiatan"),
        submit=_("Simpan catatan"),
        said=_("Kegiatan dicatat."),
        back=reverse("clients:file", args=[pk]),
    )


@require_http_methods(["GET", "POST"])
def reassign(request: Request, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_reassign(request.user, case))
    now = timezone.now()
    form = ReassignForm(sent(request), user=request.user)
    act = partial(reassign_case, case=case, actor=request.user, at=now)
    sentence = _(
        "Sekarang ditangani %(name)s. Setelah diganti, ia tidak lagi melihat berkas ini kecuali sebagai pendamping."
    )
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Ganti pekerja sosial"),
        sentence=sentence % {"name": case.lead_worker.name},
        submit=_("Ganti pekerja sosial"),
        said=_("Pekerja sosial diganti."),
        back=reverse("clients:file", args=[pk]),
    )


@require_http_methods(["GET", "POST"])
def close(request: Request, case_pk: int) -> HttpResponse:
    cases = Case.objects.select_related(*FILE_ROWS)
    case = visible_or_404(cases, request.user, pk=case_pk)
    log_opening(client=case.client, actor=request.user)
    demand(can_close(request.user, case))
    now = timezone.now()
    may_be_mistake = can_call_it_a_mistake(request.user, case)
    form = CloseForm(sent(request), may_be_mistake=may_be_mistake)
    act = partial(close_case, case=case, actor=request.user, at=now)
    return file_form(
        request,
        case,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Tutup kasus"),
        sentence=_(
            "Setelah ditutup, kasus ini tidak dapat diubah lagi. Bila klien kembali, buka kasus baru dari berkasnya; linimasa lama tetap ada."
        ),
        submit=_("Tutup kasus"),
        said=_("Kasus ditutup."),
        back=reverse("clients:file", args=[case.client_id]),
        then=_what_is_asked_of,
        kind="danger",
    )


def _what_is_asked_of(case: Case) -> str:
    """After a death: when, where and of what."""
    return (
        reverse(BEGINNINGS["death"], args=[case.pk])
        if case.close_reason == CloseReason.DIED
        else ""
    )
