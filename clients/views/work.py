"""What a person does to a case in hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.forms.work import CloseForm, NoteForm, ReassignForm
from clients.models import Case
from clients.permissions import can_close, can_reassign, can_write
from clients.selectors import FILE_ROWS, file_context
from clients.services.cases import add_note, close_case, reassign_case
from clients.services.reading import log_opening
from clients.views.asking import case_or_404
from common.access import demand, visible_or_404
from common.http import attempt, render_form


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_write(request.user, pk))
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = NoteForm(data, now=now, client=case.client, user=request.user)
    facts = {"case": case, "actor": request.user, "at": now}
    if attempt(form, lambda: add_note(**form.facts(), **facts)):
        messages.success(request, _("Kegiatan dicatat."))
        return redirect("clients:file", pk=pk)
    context = file_context(case, request.user, timezone.localdate(now))
    return render_form(request, "clients/note.html", form, context)


@require_http_methods(["GET", "POST"])
def reassign(request: HttpRequest, pk: int) -> HttpResponse:
    case = case_or_404(request, pk)
    demand(can_reassign(request.user, case))
    now = timezone.now()
    form = ReassignForm(request.POST if request.method == "POST" else None, user=request.user)
    facts = {"case": case, "actor": request.user, "at": now}
    if attempt(form, lambda: reassign_case(**form.cleaned_data, **facts)):
        messages.success(request, _("Pekerja sosial diganti."))
        return redirect("clients:file", pk=pk)
    context = file_context(case, request.user, timezone.localdate(now))
    return render_form(request, "clients/reassign.html", form, context)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, case_pk: int) -> HttpResponse:
    cases = Case.objects.select_related(*FILE_ROWS)
    case = visible_or_404(cases, request.user, pk=case_pk)
    log_opening(client=case.client, actor=request.user)
    demand(can_close(request.user, case))
    now = timezone.now()
    form = CloseForm(request.POST if request.method == "POST" else None)
    facts = {"case": case, "actor": request.user, "at": now}
    if attempt(form, lambda: close_case(**form.cleaned_data, **facts)):
        messages.success(request, _("Kasus ditutup."))
        return redirect("clients:file", pk=case.client_id)
    context = file_context(case, request.user, timezone.localdate(now))
    return render_form(request, "clients/close.html", form, context)
