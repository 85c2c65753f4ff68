"""People in care who are screened again: better, worse, put right, and those whose day is still to come."""

from clients.enums import CaseStatus
from clients.models import Case
from desk.demonstration.interviews import SHEETS, answer
from desk.demonstration.world import World
from screening import services as screening


# By how long they are in care at the first desk, the longest first: (days ago, level, what happened).
COURSES: tuple[tuple[tuple[int, str, str], ...], ...] = (
    ((78, "high", ""), (64, "high", ""), (36, "moderate", ""), (8, "moderate", "")),
    ((50, "injecting", ""), (30, "high", ""), (12, "high", "")),
    ((40, "high", ""), (20, "low", "")),
    ((24, "low", ""), (2, "moderate", "relapse")),
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
        screening.plan_case(case=case, at=world.clock.now)


def _screen_again(world: World, case: Case, ago: int, level: str, reason: str) -> None:
    at, worker = world.clock.at(world.clock.day(ago)), case.lead_worker
    begun = screening.start_screening(case=case, actor=worker, at=at, reason=reason)
    told = answer(begun, SHEETS[level], actor=worker, at=at)
    screening.finish_screening(screening=told, actor=worker, at=at)


def _correct(world: World, case: Case) -> None:
    at, worker = world.clock.at(world.clock.day(1)), case.lead_worker
    wrong = case.screenings.finished().newest_first()[0]
    begun = screening.start_correction(screening=wrong, reason=MISTAKE, actor=worker, at=at)
    told = answer(begun, SHEETS["high"], actor=worker, at=at)
    screening.finish_screening(screening=told, actor=worker, at=at)
