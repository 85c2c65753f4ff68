"""The schedule that begins on the day after care."""

from datetime import date

from care.models import AftercarePlan, FollowUp, schedule
from clients.models import Case


def schedule_contacts(case: Case, ended_on: date) -> list[FollowUp]:
    """The ten points, the first on the day that was agreed on, if that lies in the first week."""
    agreed = AftercarePlan.objects.filter(case=case).first()
    points = schedule.milestones(ended_on, first_on=agreed.first_contact_on if agreed else None)
    return FollowUp.objects.bulk_create(FollowUp.of(case, point) for point in points)
