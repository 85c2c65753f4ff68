"""People in care who are screened again: better, worse, put right, and those whose day is still to come."""

from clients.enums import CaseStatus
from clients.models import Case
from screening.services.corrections import start_correction
from screening.services.drafts import start_screening
from screening.services.endings import finish_screening
from screening.services.rescreening import plan_case
from tools.demonstration.interviews import DAILY, HOME, RARELY, WEEKLY, Sheet, answer
from tools.demonstration.world import World


SETTLED = HOME | {"family_support": "fair", "works_or_studies": "no"}
SHEETS = {
    "heavy": Sheet({"amphetamine": DAILY, "tobacco": WEEKLY}, SETTLED),
    "weekly": Sheet({"amphetamine": WEEKLY, "tobacco": WEEKLY}, SETTLED),
    "rarely": Sheet({"amphetamine": RARELY, "tobacco": WEEKLY}, SETTLED),
    "opioids": Sheet({"opioids": DAILY, "sedatives": WEEKLY}, SETTLED),
    "fewer opioids": Sheet({"opioids": WEEKLY, "sedatives": RARELY}, SETTLED),
    "alcohol": Sheet({"alcohol": RARELY, "tobacco": WEEKLY}, SETTLED),
    "more alcohol": Sheet({"alcohol": WEEKLY, "tobacco": WEEKLY}, SETTLED),
}
# By how long they are in care at the first desk, the longest first: (days ago, level, what happened).
COURSES: tuple[tuple[tuple[int, str, str], ...], ...] = (
    ((78, "heavy", ""), (64, "heavy", ""), (36, "weekly", ""), (8, "weekly", "")),
    ((50, "opioids", ""), (30, "opioids", ""), (12, "fewer opioids", "")),
    ((40, "heavy", ""), (20, "rarely", "")),
    ((24, "alcohol", ""), (2, "more alcohol", "relapse")),
)
CORRECTED = 2  # the course whose last sheet was mixed up
MISTAKE = "Lembar jawaban tertukar dengan klien lain."


def tell(world: World) -> None:
    cases = Case.objects.filter(status=CaseStatus.IN_SERVICE).select_related("client")
    first_desk = cases.filter(lead_worker=world.people["sari"]).order_by("opened_on")
    for number, (case, course) in enumerate(zip(first_desk, COURSES, strict=False)):
        for ago, level, reason in course:
            _screen_again(world, case, ago, level, reason)
        if number == CORRECTED:
            _correct(world, case)
    for case in cases.order_by("pk"):
        plan_case(case=case, at=world.clock.now)


def _screen_again(world: World, case: Case, ago: int, level: str, reason: str) -> None:
    at, worker = world.clock.at(world.clock.day(ago)), case.lead_worker
    begun = start_screening(case=case, actor=worker, at=at, reason=reason)
    told = answer(begun, SHEETS[level], actor=worker, at=at)
    finish_screening(screening=told, actor=worker, at=at)


def _correct(world: World, case: Case) -> None:
    at, worker = world.clock.at(world.clock.day(1)), case.lead_worker
    wrong = case.screenings.finished().newest_first()[0]
    begun = start_correction(screening=wrong, reason=MISTAKE, actor=worker, at=at)
    told = answer(begun, SHEETS["heavy"], actor=worker, at=at)
    finish_screening(screening=told, actor=worker, at=at)
