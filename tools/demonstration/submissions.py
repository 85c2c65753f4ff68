"""Three months that IPWL and LKS told the ministry about: one accepted, one returned, one waiting."""

from datetime import date, datetime

from reports.enums import ActivityKind, CareSetting, MoneyComponent
from reports.facts import ActivityFacts, MoneyFacts, SubmissionFacts
from reports.models import Submission
from reports.months import month_before, month_of
from reports.services.submissions import (
    accept_submission,
    return_submission,
    send_submission,
    start_submission,
)
from tools.demonstration.world import World


INPATIENT = CareSetting.INPATIENT
ACTIVITIES = (
    ActivityFacts(ActivityKind.ASSESSMENT, INPATIENT, 4, 4),
    ActivityFacts(ActivityKind.COUNSELLING, INPATIENT, 36, 14),
    ActivityFacts(ActivityKind.GROUP_THERAPY, INPATIENT, 12, 14),
    ActivityFacts(ActivityKind.HOME_VISIT, CareSetting.AFTERCARE, 5, 5),
)
SPENT = (
    (MoneyComponent.MEALS, 12_600_000),
    (MoneyComponent.HEALTH, 2_150_000),
    (MoneyComponent.FAMILY_DIALOGUE, 900_000),
)


def tell(world: World) -> None:
    ministry, now = world.people["dewi"], world.clock.now
    last_month = month_before(month_of(world.clock.today))
    accepted = _sent(world, "harapan", month_before(last_month), now)
    accept_submission(submission=accepted, version=accepted.version, actor=ministry, at=now)
    returned = _sent(world, "sejahtera", last_month, now)
    return_submission(
        submission=returned,
        version=returned.version,
        answer_note="Mohon lengkapi bukti pengeluaran untuk seragam.",
        actor=ministry,
        at=now,
    )
    _sent(world, "pulih", last_month, now)


def _sent(world: World, place: str, month: date, at: datetime) -> Submission:
    head = world.head_of(place)
    facts = SubmissionFacts(month, "", ACTIVITIES, _receipts(month))
    row = start_submission(institution=world.places[place], facts=facts, actor=head, at=at)
    return send_submission(submission=row, version=row.version, actor=head, at=at)


def _receipts(month: date) -> tuple[MoneyFacts, ...]:
    return tuple(
        MoneyFacts(component, amount, f"NOTA/{number:03d}/{month:%Y-%m}", month)
        for number, (component, amount) in enumerate(SPENT, start=1)
    )
