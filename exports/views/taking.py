"""One's exports: watched while they are made, and taken along for a day."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.http import Request
from accounts.reauth import confirm_first
from common.enums import JobStatus, ReadAction
from common.listings import may_take_out
from common.models import Job
from common.reading import log_read
from exports.models import Export
from exports.watermark import filters_of, purpose_of
from files.http import hand_over


SHOWN = 50
BESIDE = ("asked_by__institution", "answered_by", "job", "file")


@require_safe
def index(request: Request) -> HttpResponse:
    now = timezone.now()
    own = (
        Export.objects.visible_to(request.user)
        .of(request.user)
        .select_related("job", "file")
        .order_by("-pk")
    )
    waiting = (
        Export.objects.visible_to(request.user)
        .for_answer_by(request.user, now)
        .select_related("asked_by")
    )
    context = {
        "exports": [(row, row.waits_at(now), row.is_there_at(now)) for row in own[:SHOWN]],
        "waiting": waiting.order_by("asked_at"),
        "listings": [listing for _key, listing in may_take_out(request.user)],
    }
    return render(request, "exports/list.html", context)


@require_safe
def export(request: Request, pk: int) -> HttpResponse:
    """The page, or for htmx only its moving part."""
    row = get_object_or_404(
        Export.objects.visible_to(request.user).of(request.user).select_related(*BESIDE), pk=pk
    )
    now = timezone.now()
    context = {
        "export": row,
        "job": _spoken(row.job) if row.job else None,
        "filters": filters_of(row),
        "is_waiting": row.waits_at(now),
        "is_there": row.is_there_at(now),
    }
    template = "exports/_job.html" if request.htmx and row.job else "exports/export.html"
    return render(request, template, context)


@require_safe
@confirm_first
def file(request: Request, pk: int) -> HttpResponse:
    """For whoever asked, and for a day: to anybody else, or later, there is nothing here."""
    now = timezone.now()
    rows = (
        Export.objects.visible_to(request.user)
        .of(request.user)
        .to_take(now)
        .select_related("file", "written_down")
    )
    row = get_object_or_404(rows, pk=pk)
    if row.file is None:  # the fence hides another's
        raise Http404
    log_read(request.user.pk, ReadAction.TAKE, row.people_in_file, purpose_of(row))
    listing = slugify(str(row.list_taken.label))
    stem = f"ekspor-{row.pk}-{listing}-{timezone.localdate(row.made_at)}"
    return hand_over(request, row.file, stem, back=reverse("exports:export", args=[pk]))


def _spoken(job: Job) -> Job:
    """For the page only: the row keeps what it is, the person reads a sentence."""
    if job.status == JobStatus.FAILED:
        job.message = job.message or _("Berkas gagal dibuat. Silakan minta lagi.")
    elif job.status == JobStatus.RUNNING and job.total:
        job.message = _("Menyusun berkas: %(done)d dari %(total)d baris") % {
            "done": job.done,
            "total": job.total,
        }
    else:
        job.message = _("Berkas selesai dibuat.") if job.is_over else _("Menunggu giliran")
    return job
