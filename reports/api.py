"""Monthly reports and submissions for other systems: figures, no persons."""

from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404
from rest_framework.response import Response

from common.access import demand
from common.api.about import reads, writes
from common.api.inputs import Id, Input, ModelOutput, takes
from common.api.views import ScopedViewSet
from common.models import Job
from reports import selectors
from reports.enums import SubmissionStatus
from reports.facts import SubmissionFacts
from reports.forms import (
    MOST_RUPIAH,
    MOST_SESSIONS,
    ActivityForm,
    MoneyForm,
    NewSubmissionForm,
    ReportForm,
)
from reports.models import Report, Submission, SubmissionActivity, SubmissionMoney
from reports.permissions import can_make_reports, can_submit, can_write_submission
from reports.services.requesting import request_report
from reports.services.submissions import send_submission, start_submission


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
    figures = serializers.SerializerMethodField()

    class Meta(ReportOutput.Meta):
        fields = (*ReportOutput.Meta.fields, "figures")

    def get_figures(self, report: Report) -> dict[str, Any]:
        # Null: hidden, because fewer than five people or what would tell them.
        return selectors.figures_for(self.context["request"].user, report)


class JobOutput(ModelOutput):
    report = serializers.SerializerMethodField()
    percent = serializers.IntegerField()

    class Meta:
        model = Job
        fields = ("id", "status", "percent", "report")

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

    @reads(_("Sampai di mana pembuatan laporan"), JobOutput)
    @action(detail=False, methods=["get"], url_path="pekerjaan/<int:job_pk>")
    def job(self, request: Any, job_pk: int) -> Response:
        rows = selectors.jobs_visible_to(request.user).select_related("report")
        return Response(JobOutput(get_object_or_404(rows, pk=job_pk)).data)


MOST_LINES = 200
ActivityInput = takes(
    ActivityForm,
    sessions=serializers.IntegerField(min_value=1, max_value=MOST_SESSIONS),
    people=serializers.IntegerField(min_value=1, max_value=MOST_SESSIONS),
)
MoneyInput = takes(
    MoneyForm,
    amount=serializers.IntegerField(
        min_value=1, max_value=MOST_RUPIAH, help_text=_("Rupiah, tanpa sen")
    ),
)
SubmissionInput = takes(
    NewSubmissionForm,
    month=serializers.RegexField(A_MONTH, help_text=_("Bulan, seperti 2026-10")),
    activities=ActivityInput(many=True, required=False, max_length=MOST_LINES),
    money=MoneyInput(many=True, required=False, max_length=MOST_LINES),
)


class NothingInput(Input):
    """A step that needs no words."""


class ActivityOutput(ModelOutput):
    class Meta:
        model = SubmissionActivity
        fields = ("kind", "setting", "sessions", "people")


class MoneyOutput(ModelOutput):
    class Meta:
        model = SubmissionMoney
        fields = ("component", "amount", "receipt_number", "on")


class SubmissionOutput(ModelOutput):
    class Meta:
        model = Submission
        fields: tuple[str, ...] = (
            "id", "institution", "month", "status", "submitted_at", "answered_at", "answer_note",
        )  # fmt: skip


class SubmissionWithLinesOutput(SubmissionOutput):
    activities = ActivityOutput(many=True)
    money = MoneyOutput(many=True)

    class Meta(SubmissionOutput.Meta):
        fields = (*SubmissionOutput.Meta.fields, "note", "activities", "money")


class SubmissionQuery(Input):
    month = serializers.DateField(required=False)
    institution = Id(required=False)
    status = serializers.ChoiceField(choices=SubmissionStatus.choices, required=False)


class SubmissionViewSet(ScopedViewSet):
    scope = "submissions"
    title = _("Kiriman IPWL dan LKS")
    model = Submission
    query_class = SubmissionQuery
    serializer_class = SubmissionOutput
    row_serializer_class = SubmissionWithLinesOutput

    @writes(_("Buat kiriman dengan kegiatan dan uangnya"), SubmissionInput, status=201)
    def create(self, request: Any) -> Response:
        demand(can_submit(request.user))
        given, at = self.given(SubmissionInput), timezone.now()
        activities = [ActivityForm(line) for line in given.pop("activities", [])]
        money = [MoneyForm(line) for line in given.pop("money", [])]
        form = NewSubmissionForm(given, today=timezone.localdate(at))
        act = partial(
            start_submission, institution=request.user.institution, actor=request.user, at=at
        )
        row = self.done(form, lambda: act(facts=self._facts(form, activities, money)))
        return self._refer(row, status=201)

    @writes(_("Kirim ke kementerian"), NothingInput)
    @action(detail=True, methods=["post"], url_path="kirim")
    def send(self, request: Any, pk: int) -> Response:
        row: Submission = self.get_object()
        demand(can_write_submission(request.user, row))
        self.given(NothingInput)
        sent = send_submission(
            submission=row, version=row.version, actor=request.user, at=timezone.now()
        )
        return self._refer(sent)

    def _facts(
        self, form: NewSubmissionForm, activities: list[ActivityForm], money: list[MoneyForm]
    ) -> SubmissionFacts:
        return SubmissionFacts(
            **form.cleaned_data,
            activities=tuple(self.done(line, line.facts) for line in activities),
            money=tuple(self.done(line, line.facts) for line in money),
        )

    def _refer(self, row: Submission, **options: Any) -> Response:
        return self.reference(row, reverse("api:submissions-detail", args=[row.pk]), **options)
