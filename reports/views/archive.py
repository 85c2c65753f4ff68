"""The archive of monthly reports, asking for one, and watching it being made."""

from importlib import import_module

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.http import Request
from common.access import demand, visible_or_404
from common.enums import JobStatus
from common.errors import DomainError
from common.http import render_form, sent
from common.models import Job
from reports import selectors
from reports.forms import ArchiveFilter, ReportForm
from reports.labels import scope_name, sheet, shown
from reports.models import Report
from reports.permissions import can_make_reports, can_see_overrides
from reports.services.requesting import request_report


PAGE = 25
CHARTS = ("aktif", "perkembangan")


@require_safe
def archive(request: Request) -> HttpResponse:
    filters = ArchiveFilter(request.GET, user=request.user)
    conditions = filters.conditions
    rows = selectors.archive(request.user).filter(**conditions)
    page = Paginator(rows, PAGE).get_page(request.GET.get("halaman"))
    for report in page:
        report.active = shown(selectors.figures_for(request.user, report)["active"])  # type: ignore[attr-defined]
    context = {
        "filters": filters,
        "is_filtered": bool(conditions),
        "page_obj": page,
        "jobs": [_spoken(job) for job in selectors.jobs_under_way(request.user)],
        "may_make": can_make_reports(request.user),
        "may_see_overrides": can_see_overrides(request.user),
    }
    return render(request, "reports/archive.html", context)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    demand(can_make_reports(request.user))
    today = timezone.localdate()
    initial = {"institution": request.GET.get("lembaga"), "month": request.GET.get("bulan")}
    form = ReportForm(sent(request), user=request.user, today=today, initial=initial)
    if form.is_valid():
        try:
            job = request_report(actor=request.user, today=today, **form.cleaned_data)
        except DomainError as error:
            form.refuse(error)
        else:
            return _to_report_or_job(request, job)
    return render_form(request, "reports/new.html", form)


@require_safe
def job(request: Request, pk: int) -> HttpResponse:
    """The page, or for htmx only its moving part."""
    job = get_object_or_404(selectors.jobs_visible_to(request.user), pk=pk)
    template = "reports/_job.html" if request.htmx else "reports/job.html"
    context = {
        "job": _spoken(job),
        "report": Report.objects.visible_to(request.user).filter(job=job).first(),
        "may_make": can_make_reports(request.user),
        "may_see_overrides": can_see_overrides(request.user),
    }
    return render(request, template, context)


@require_safe
def report(request: Request, pk: int) -> HttpResponse:
    return _show(request, pk)


@require_safe
def check(request: Request, pk: int) -> HttpResponse:
    """The report's page with the answer whether its file is still the one that was made."""
    return _show(request, pk, check=True)


@require_safe
def chart(request: Request, pk: int, name: str) -> HttpResponse:
    report = visible_or_404(Report.objects.all(), request.user, pk=pk)
    if name not in CHARTS:
        raise Http404
    # Drawing costs a second and 60 MB to load: only a process that draws pays for it.
    draw = import_module("reports.charts").CHARTS[name]
    width = "wide" if request.GET.get("lebar") == "wide" else "narrow"
    return HttpResponse(
        draw(selectors.figures_for(request.user, report), width),
        content_type="image/svg+xml; charset=utf-8",
    )


@require_safe
def pdf(request: Request, pk: int) -> HttpResponse | FileResponse:
    report = visible_or_404(Report.objects.select_related("institution"), request.user, pk=pk)
    if not selectors.may_have_paper(request.user, report):
        raise Http404
    try:
        file = report.pdf.open()
    except FileNotFoundError:
        raise Http404 from None
    name = f"laporan-atensi-{report.month:%Y-%m}-{slugify(scope_name(report.figures))}.pdf"
    return FileResponse(file, as_attachment=True, filename=name)


def _show(request: Request, pk: int, *, check: bool = False) -> HttpResponse:
    rows = Report.objects.select_related("made_by")
    report = visible_or_404(rows, request.user, pk=pk)
    context = {
        **sheet(selectors.figures_for(request.user, report)),
        "report": report,
        "has_paper": selectors.may_have_paper(request.user, report),
        "checked": check,
        "is_intact": selectors.is_intact(report) if check else None,
    }
    return render(request, "reports/report.html", context)


def _to_report_or_job(request: Request, job: Job) -> HttpResponse:
    if job.status == JobStatus.DONE:
        messages.info(request, _("Laporan ini sudah dibuat."))
        return redirect("reports:report", job.report.pk)
    return redirect("reports:job", job.pk)


def _spoken(job: Job) -> Job:
    """For the page only: the row keeps a code, the person reads a sentence."""
    job.message = selectors.say_status(job)
    return job
