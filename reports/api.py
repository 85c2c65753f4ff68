"""Monthly reports for other systems: figures, no persons."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from atensi.common.access import demand
from atensi.common.api.inputs import Id, Input, ModelOutput, takes
from atensi.common.api.schema import writes
from atensi.common.api.views import ScopedViewSet
from atensi.common.models import Job
from reports import selectors
from reports.forms import ReportForm
from reports.models import Report
from reports.permissions import can_make_reports
from reports.services.requesting import request_report


A_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
ReportInput = takes(
    ReportForm,
    month=serializers.RegexField(
        A_MONTH, help_text=_("Bulan yang sudah berakhir, seperti 2026-10")
    ),
    institution=Id(
        required=False, allow_null=True, help_text=_("Untuk kementerian; kosong berarti nasional")
    ),
)


class ReportOutput(ModelOutput):
    class Meta:
        model = Report
        fields: tuple[str, ...] = ("id", "institution", "month", "number", "sha256", "made_at")


class ReportWithFiguresOutput(ReportOutput):
    figures = serializers.DictField()

    class Meta(ReportOutput.Meta):
        fields = (*ReportOutput.Meta.fields, "figures")


class JobOutput(ModelOutput):
    report = serializers.SerializerMethodField()
    percent = serializers.IntegerField()

    class Meta:
        model = Job
        fields = ("id", "state", "percent", "report")

    def get_report(self, job: Job) -> int | None:
        report = getattr(job, "report", None)
        return report.pk if report else None


class ReportQuery(Input):
    month = serializers.DateField(required=False)
    institution = Id(required=False)


class ReportViewSet(ScopedViewSet):
    scope = "reports"
    title = _("Laporan")
    model = Report
    query_class = ReportQuery
    serializer_class = ReportOutput
    row_serializer_class = ReportWithFiguresOutput

    @writes(_("Minta laporan bulanan"), ReportInput, status=202)
    def create(self, request: Any) -> Response:
        demand(can_make_reports(request.user))
        today = timezone.localdate()
        form = ReportForm(self.given(ReportInput), user=request.user, today=today)
        job = self.done(
            form, lambda: request_report(actor=request.user, today=today, **form.cleaned_data)
        )
        return self.reference(job, reverse("api:reports-job", args=[job.pk]), status=202)

    @extend_schema(summary=_("Sampai di mana pembuatan laporan"), responses=JobOutput)
    @action(detail=False, methods=["get"], url_path="pekerjaan/<int:job_pk>")
    def job(self, request: Any, job_pk: int) -> Response:
        rows = selectors.jobs_visible_to(request.user).select_related("report")
        return Response(JobOutput(get_object_or_404(rows, pk=job_pk)).data)
