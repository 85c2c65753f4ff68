"""What IPWL and LKS send to the ministry each month: the list, one of them, and the forms that change it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.hands import is_another
from accounts.http import Request
from common.access import demand, visible_or_404
from common.chips import choice_chips
from common.forms import Form
from common.http import FormPage, form_page, sent
from reports import permissions, workflow
from reports.enums import SubmissionStatus
from reports.facts import SubmissionFacts
from reports.forms import (
    ActivityForm,
    MoneyForm,
    NewSubmissionForm,
    ReturnForm,
    SeenForm,
    SubmissionFilter,
    SubmissionNoteForm,
)
from reports.models import Submission, SubmissionActivity, SubmissionMoney
from reports.months import month_name
from reports.selectors import counts_by_status, with_spent
from reports.services import submissions as services


PAGE = 25
FORM_METHODS = ["GET", "HEAD", "POST"]


@require_safe
def submissions(request: Request) -> HttpResponse:
    filters = SubmissionFilter(request.GET, user=request.user, today=timezone.localdate())
    conditions = filters.conditions
    rows = Submission.objects.visible_to(request.user).filter(**conditions)
    counts = counts_by_status(rows)
    counts[""] = sum(counts.values())
    asked = request.GET.get("status", "")
    status = asked if asked in SubmissionStatus.values else ""
    if status:
        rows = rows.filter(status=status)
    paginator = Paginator(with_spent(rows.newest_first()), PAGE)
    context = {
        "page_obj": paginator.get_page(request.GET.get("halaman")),
        "chips": choice_chips(
            request.GET, "status", SubmissionStatus.choices, chosen=status, counts=counts
        ),
        "filters": filters,
        "status": status,
        "is_filtered": bool(conditions or status),
        "may_submit": permissions.can_submit(request.user),
    }
    return render(request, "reports/submissions.html", context)


@require_safe
def submission(request: Request, pk: int) -> HttpResponse:
    row = _found(request, pk)
    may_edit = permissions.can_write_submission(request.user, row) and workflow.may_edit(row.status)
    may_answer = permissions.can_answer_submissions(request.user) and is_another(
        request.user, row.hands
    )
    context = {
        **_lines(row),
        "may_edit": may_edit,
        "may_answer": may_answer and workflow.SUBMISSION.may("accept", row.status),
    }
    return render(request, "reports/submission.html", context)


@require_http_methods(FORM_METHODS)
def submission_new(request: Request) -> HttpResponse:
    demand(permissions.can_submit(request.user))
    at = timezone.now()
    initial = {"month": request.GET.get("bulan")}
    form = NewSubmissionForm(sent(request), today=timezone.localdate(at), initial=initial)
    institution = request.user.institution
    start = _by(request, services.start_submission, institution=institution)
    every = reverse("reports:submissions")
    page = FormPage(
        title=_("Kiriman baru"),
        sentence=institution.name if institution else "",
        submit=_("Buat kiriman"),
        said=_("Kiriman dibuat. Isi kegiatan dan uangnya, lalu kirim."),
        back=every,
        then=lambda made: reverse("reports:submission", args=[made.pk]),
        crumbs=[(every, _("Kiriman"))],
    )
    return form_page(request, form, lambda: start(facts=SubmissionFacts(**form.cleaned_data)), page)


@require_http_methods(FORM_METHODS)
def submission_note(request: Request, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = SubmissionNoteForm(sent(request), row=row)
    act = _by(request, services.change_note, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(note=form.cleaned_data["note"], version=form.version_seen),
        title=_("Ubah catatan"),
        submit=_("Simpan"),
        said=_("Perubahan tersimpan."),
    )


@require_http_methods(FORM_METHODS)
def submission_activity(request: Request, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = ActivityForm(sent(request))
    act = _by(request, services.add_activity, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(facts=form.facts()),
        title=_("Tambah kegiatan"),
        submit=_("Tambahkan"),
        said=_("Kegiatan ditambahkan."),
    )


@require_http_methods(FORM_METHODS)
def submission_money(request: Request, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = MoneyForm(sent(request), initial={"on": row.month})
    act = _by(request, services.add_money, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(facts=form.facts()),
        title=_("Tambah pengeluaran"),
        submit=_("Tambahkan"),
        said=_("Pengeluaran ditambahkan."),
    )


@require_http_methods(FORM_METHODS)
def submission_remove_activity(request: Request, pk: int, line_pk: int) -> HttpResponse:
    row = _own(request, pk)
    return _remove(request, row, get_object_or_404(row.activities, pk=line_pk))


@require_http_methods(FORM_METHODS)
def submission_remove_money(request: Request, pk: int, line_pk: int) -> HttpResponse:
    row = _own(request, pk)
    return _remove(request, row, get_object_or_404(row.money, pk=line_pk))


@require_http_methods(FORM_METHODS)
def submission_send(request: Request, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = SeenForm(sent(request), row=row)
    act = _by(request, services.send_submission, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Kirim ke kementerian"),
        submit=_("Kirim"),
        said=_("Kiriman diteruskan ke kementerian."),
        above="reports/_submission_lines.html",
    )


@require_http_methods(FORM_METHODS)
def submission_accept(request: Request, pk: int) -> HttpResponse:
    row = _to_answer(request, pk)
    form = SeenForm(sent(request), row=row)
    act = _by(request, services.accept_submission, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Terima kiriman"),
        submit=_("Terima"),
        said=_("Kiriman diterima."),
        above="reports/_submission_lines.html",
    )


@require_http_methods(FORM_METHODS)
def submission_return(request: Request, pk: int) -> HttpResponse:
    row = _to_answer(request, pk)
    form = ReturnForm(sent(request), row=row)
    act = _by(request, services.return_submission, submission=row)
    return _step(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Kembalikan kiriman"),
        submit=_("Kembalikan"),
        said=_("Kiriman dikembalikan kepada lembaga."),
        above="reports/_submission_lines.html",
    )


def _remove(
    request: Request, row: Submission, line: SubmissionActivity | SubmissionMoney
) -> HttpResponse:
    act = _by(request, services.remove_line, line=line)
    return _step(
        request,
        row,
        Form(sent(request)),
        act,
        title=_("Hapus %(line)s?") % {"line": line},
        submit=_("Hapus"),
        said=_("Baris dihapus."),
        kind="danger",
    )


def _step(
    request: Request, row: Submission, form: Form, act: Callable[[], Any], **words: Any
) -> HttpResponse:
    """Every form about one submission: back to its page when done, else the form again."""
    back, month = reverse("reports:submission", args=[row.pk]), month_name(row.month)
    page = FormPage(
        sentence=f"{month} · {row.institution.name}",
        back=back,
        crumbs=[(reverse("reports:submissions"), _("Kiriman")), (back, month)],
        shows=lambda: _lines(_found(request, row.pk)),
        **words,
    )
    return form_page(request, form, act, page)


def _by(request: Request, service: Callable[..., Any], **about: Any) -> Callable[..., Any]:
    return partial(service, actor=request.user, at=timezone.now(), **about)


def _lines(row: Submission) -> dict[str, Any]:
    activities, money = list(row.activities.all()), list(row.money.all())
    return {
        "submission": row,
        "activities": activities,
        "money": money,
        "sessions": sum(line.sessions for line in activities),
        "spent": sum(line.amount for line in money),
    }


def _found(request: Request, pk: int) -> Submission:
    rows = Submission.objects.select_related("institution", "submitted_by", "answered_by")
    return visible_or_404(rows, request.user, pk=pk)


def _own(request: Request, pk: int) -> Submission:
    row = _found(request, pk)
    demand(permissions.can_write_submission(request.user, row))
    return row


def _to_answer(request: Request, pk: int) -> Submission:
    row = _found(request, pk)
    demand(permissions.can_answer_submissions(request.user))
    return row
