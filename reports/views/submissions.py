"""What IPWL and LKS send to the ministry each month: the list, one of them, and the forms that change it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from common.access import demand, visible_or_404
from common.chips import choice_chips
from common.forms import Form
from common.http import attempt, render_form
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
from reports.selectors import counts_by_status, with_spent
from reports.services import submissions as services


PAGE = 25
FORM_METHODS = ["GET", "HEAD", "POST"]


@require_safe
def submissions(request: HttpRequest) -> HttpResponse:
    filters = SubmissionFilter(request.GET, user=request.user, today=timezone.localdate())
    conditions = filters.conditions
    rows = Submission.objects.visible_to(request.user).filter(**conditions)
    counts = counts_by_status(rows)
    counts[""] = sum(counts.values())
    asked = request.GET.get("keadaan", "")
    status = asked if asked in SubmissionStatus.values else ""
    if status:
        rows = rows.filter(status=status)
    paginator = Paginator(with_spent(rows).newest_first(), PAGE)
    context = {
        "page_obj": paginator.get_page(request.GET.get("halaman")),
        "chips": choice_chips(
            request.GET, "keadaan", SubmissionStatus.choices, chosen=status, counts=counts
        ),
        "filters": filters,
        "status": status,
        "is_filtered": bool(conditions or status),
        "may_submit": permissions.can_submit(request.user),
    }
    return render(request, "reports/submissions.html", context)


@require_safe
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    may_edit = permissions.can_write_submission(request.user, row) and workflow.may_edit(row.status)
    may_answer = permissions.can_answer_submissions(request.user)
    context = {
        **_lines(row),
        "may_edit": may_edit,
        "may_answer": may_answer and workflow.SUBMISSION.may("accept", row.status),
    }
    return render(request, "reports/submission.html", context)


@require_http_methods(FORM_METHODS)
def submission_new(request: HttpRequest) -> HttpResponse:
    demand(permissions.can_submit(request.user))
    at = timezone.now()
    initial = {"month": request.GET.get("bulan")}
    form = NewSubmissionForm(_sent(request), today=timezone.localdate(at), initial=initial)
    made = attempt(
        form,
        lambda: services.start_submission(
            institution=request.user.institution,
            facts=SubmissionFacts(**form.cleaned_data),
            actor=request.user,
            at=at,
        ),
    )
    if made:
        messages.success(request, _("Kiriman dibuat. Isi kegiatan dan uangnya, lalu kirim."))
        return redirect("reports:submission", made.pk)
    context = {
        "title": _("Kiriman baru"),
        "submit": _("Buat kiriman"),
        "back": reverse("reports:submissions"),
    }
    return render_form(request, "reports/submission_form.html", form, context)


@require_http_methods(FORM_METHODS)
def submission_note(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = SubmissionNoteForm(_sent(request), row=row)
    act = _by(request, services.change_note, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(note=form.cleaned_data["note"], version=form.version_seen),
        title=_("Ubah catatan"),
        submit=_("Simpan"),
        done=_("Perubahan tersimpan."),
    )


@require_http_methods(FORM_METHODS)
def submission_activity(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = ActivityForm(_sent(request))
    act = _by(request, services.add_activity, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(facts=form.facts()),
        title=_("Tambah kegiatan"),
        submit=_("Tambahkan"),
        done=_("Kegiatan ditambahkan."),
    )


@require_http_methods(FORM_METHODS)
def submission_money(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = MoneyForm(_sent(request), initial={"on": row.month})
    act = _by(request, services.add_money, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(facts=form.facts()),
        title=_("Tambah pengeluaran"),
        submit=_("Tambahkan"),
        done=_("Pengeluaran ditambahkan."),
    )


@require_http_methods(FORM_METHODS)
def submission_remove_activity(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    row = _own(request, pk)
    return _remove(request, row, get_object_or_404(row.activities, pk=line_pk))


@require_http_methods(FORM_METHODS)
def submission_remove_money(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    row = _own(request, pk)
    return _remove(request, row, get_object_or_404(row.money, pk=line_pk))


@require_http_methods(FORM_METHODS)
def submission_send(request: HttpRequest, pk: int) -> HttpResponse:
    row = _own(request, pk)
    form = SeenForm(_sent(request), row=row)
    act = _by(request, services.send_submission, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Kirim ke kementerian"),
        submit=_("Kirim"),
        done=_("Kiriman diteruskan ke kementerian."),
        shows_lines=True,
    )


@require_http_methods(FORM_METHODS)
def submission_accept(request: HttpRequest, pk: int) -> HttpResponse:
    row = _to_answer(request, pk)
    form = SeenForm(_sent(request), row=row)
    act = _by(request, services.accept_submission, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Terima kiriman"),
        submit=_("Terima"),
        done=_("Kiriman diterima."),
        shows_lines=True,
    )


@require_http_methods(FORM_METHODS)
def submission_return(request: HttpRequest, pk: int) -> HttpResponse:
    row = _to_answer(request, pk)
    form = ReturnForm(_sent(request), row=row)
    act = _by(request, services.return_submission, submission=row)
    return _answer(
        request,
        row,
        form,
        lambda: act(**form.cleaned_data),
        title=_("Kembalikan kiriman"),
        submit=_("Kembalikan"),
        done=_("Kiriman dikembalikan kepada lembaga."),
        shows_lines=True,
    )


def _remove(
    request: HttpRequest, row: Submission, line: SubmissionActivity | SubmissionMoney
) -> HttpResponse:
    act = _by(request, services.remove_line, line=line)
    return _answer(
        request,
        row,
        Form(_sent(request)),
        act,
        title=_("Hapus %(line)s?") % {"line": line},
        submit=_("Hapus"),
        done=_("Baris dihapus."),
        kind="danger",
    )


def _answer(
    request: HttpRequest,
    row: Submission,
    form: Form,
    act: Callable[[], Any],
    *,
    done: str,
    **words: Any,
) -> HttpResponse:
    """Every form about one submission: back to its page when done, else the form again."""
    if attempt(form, act):
        messages.success(request, done)
        return redirect("reports:submission", row.pk)
    context = {**words, **_lines(_found(request, row.pk))}
    return render_form(request, "reports/submission_form.html", form, context)


def _by(request: HttpRequest, service: Callable[..., Any], **about: Any) -> Callable[..., Any]:
    return partial(service, actor=request.user, at=timezone.now(), **about)


def _lines(row: Submission) -> dict[str, Any]:
    activities, money = list(row.activities.all()), list(row.money.all())
    return {
        "submission": row,
        "activities": activities,
        "money": money,
        "sessions": sum(line.sessions for line in activities),
        "spent": sum(line.amount for line in money),
        "back": reverse("reports:submission", args=[row.pk]),
    }


def _found(request: HttpRequest, pk: int) -> Submission:
    rows = Submission.objects.select_related("institution", "submitted_by", "answered_by")
    return visible_or_404(rows, request.user, pk=pk)


def _own(request: HttpRequest, pk: int) -> Submission:
    row = _found(request, pk)
    demand(permissions.can_write_submission(request.user, row))
    return row


def _to_answer(request: HttpRequest, pk: int) -> Submission:
    row = _found(request, pk)
    demand(permissions.can_answer_submissions(request.user))
    return row


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
