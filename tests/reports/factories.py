"""A report as it lies in the archive, with a file or without, and figures small enough to read."""

import hashlib
from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from common.enums import JobStatus
from common.models import Job
from reports.enums import MONTHLY_REPORT, SubmissionStatus
from reports.models import Report, Submission, SubmissionActivity, SubmissionMoney
from tests import people


OCTOBER = date(2026, 10, 1)
PDF = b"%PDF-1.7 kertas contoh"


def frozen(institution=None, month=OCTOBER, **changes) -> dict:
    """Figures of a month in which two clients were active."""
    naming = (
        {"id": institution.pk, "name": institution.name, "kind": institution.kind}
        if institution
        else None
    )
    return {
        "version": 2,
        "month": month.isoformat(),
        "as_of": "2026-11-01T01:00:00+07:00",
        "institution": naming,
        "new": 1,
        "active": 2,
        "ended": 0,
        "by_risk": {"low": 0, "moderate": 0, "high": 1, "": 1},
        "by_base": {"family": 0, "institution": 0, "balai": 1, "": 1},
        "by_sex": {"male": 1, "female": 1},
        "by_age": {"0-17": 0, "18-24": 1, "25-34": 1, "35-44": 0, "45-59": 0, "60-": 0},
        "by_province": [{"code": "32", "name": "Jawa Barat", "count": 2}],
        "by_institution": [
            {
                "id": 1,
                "name": "Sentra Melati",
                "kind": "balai",
                "new": 1,
                "active": 2,
                "ended": 0,
            }
        ],
        "history": [
            {"month": f"2026-{number:02d}-01", "new": number, "ended": 1} for number in range(5, 11)
        ],
        "placements": [{"id": None, "name": "", "kind": "", "count": 1}],
        "aftercare": {"reached": 1, "not_reached": 0, "open": 2},
        "agreements": [
            {"number": "PKS/7/2024", "institution": "IPWL Harapan", "ends_on": "2026-12-31"}
        ],
        "without_cases": ["IPWL Sunyi"],
    } | changes


class JobFactory(DjangoModelFactory):
    class Meta:
        model = Job

    kind = MONTHLY_REPORT
    key = factory.Sequence(lambda n: f"contoh-{n}")
    payload = factory.LazyAttribute(
        lambda o: {
            "institution": o.institution.pk if o.institution else None,
            "name": o.institution.name if o.institution else "",
            "month": OCTOBER.isoformat(),
        }
    )

    class Params:
        institution = None
        running = factory.Trait(status=JobStatus.RUNNING, attempts=1, total=4, done=2)
        failed = factory.Trait(status=JobStatus.FAILED, attempts=5)


class ReportFactory(DjangoModelFactory):
    class Meta:
        model = Report

    institution = None
    month = OCTOBER
    number = factory.Sequence(lambda n: f"{n + 1:03d}/LB/ATENSI-KPN/X/2026")
    figures = factory.LazyAttribute(lambda o: frozen(o.institution, o.month))
    pdf = factory.django.FileField(data=PDF, filename="laporan.pdf")
    sha256 = hashlib.sha256(PDF).hexdigest()
    job = factory.SubFactory(
        JobFactory, status=JobStatus.DONE, institution=factory.SelfAttribute("..institution")
    )


class SubmissionFactory(DjangoModelFactory):
    """October of IPWL Harapan, one activity and one receipt in it."""

    class Meta:
        model = Submission
        skip_postgeneration_save = True

    class Params:
        sent = factory.Trait(
            status=SubmissionStatus.SUBMITTED,
            submitted_by=factory.LazyFunction(people.dewi),
            submitted_at=datetime(2026, 11, 2, 3, tzinfo=UTC),
        )
        answered = factory.Trait(
            sent=True,
            status=SubmissionStatus.ACCEPTED,
            answered_by=factory.LazyFunction(people.fitri),
            answered_at=datetime(2026, 11, 3, 3, tzinfo=UTC),
        )
        returned = factory.Trait(
            answered=True, status=SubmissionStatus.RETURNED, answer_note="Lengkapi nomor bukti."
        )

    institution = factory.LazyFunction(people.harapan)
    month = OCTOBER
    status = SubmissionStatus.DRAFT

    activity = factory.RelatedFactory(
        "tests.reports.factories.SubmissionActivityFactory", "submission"
    )
    receipt = factory.RelatedFactory("tests.reports.factories.SubmissionMoneyFactory", "submission")


class SubmissionActivityFactory(DjangoModelFactory):
    class Meta:
        model = SubmissionActivity

    submission = factory.SubFactory(SubmissionFactory, activity=None)
    kind = "counselling"
    setting = "inpatient"
    sessions = 12
    people = 9


class SubmissionMoneyFactory(DjangoModelFactory):
    class Meta:
        model = SubmissionMoney

    submission = factory.SubFactory(SubmissionFactory, receipt=None)
    component = "meals"
    amount = 1_250_000
    receipt_number = "NOTA/7"
    on = factory.LazyAttribute(lambda o: o.submission.month)
