"""For two years after care everybody has a next thing to do, or a named end."""

import datetime as dt

import pytest
from django.db.models import Count, Exists, F, OuterRef, Q

from accounts.enums import Role
from accounts.models import User
from care.models import FollowUp, FollowUpContact
from clients.enums import CaseStatus, CloseReason
from clients.hanging import HANGING, OVER
from clients.models import Case, CaseEvent, Client, Share, Wait
from reports import figures
from tests.care.hanging import OPEN, still_open
from tests.care.two_years import A_WEEK, DAYS, TwoYears


HAPPENS = (
    "relapse",
    "supported",
    "entered again",
    "imprisoned",
    "released",
    "entered again from prison",
    "died",
    "moved on",
    "lost",
    "found",
    "withdrawn",
    "missed",
    "done",
)


def nobody_falls_through(world: TwoYears) -> None:
    everybody_open_has_a_next_thing(world.today)
    everybody_closed_has_a_named_end(world.today)
    nobody_has_two_episodes_at_once()
    the_dead_are_asked_for_nothing()
    figures_count_each_person_once(world.today)


def everybody_open_has_a_next_thing(today: dt.date) -> None:
    open_cases = Case.objects.open()
    assert not open_cases.filter(Q(next_step="") | Q(next_due_on=None)).exists()
    waiting = dict(Wait.objects.on(today).filter(case__isnull=False).values_list("pk", "case_id"))
    assert set(open_cases.values_list("pk", flat=True)) == set(waiting.values())
    everybody = User.objects.filter(is_active=True)
    found = {pk for who in everybody for pk in what_somebody_can_do(who, today)}
    for_nobody = Wait.objects.on(today).filter(pk__in=set(waiting) - found)
    assert not list(for_nobody.values_list("kind", "what", "case_id", "at_institution__name"))


def what_somebody_can_do(who: User, today: dt.date) -> set[int]:
    """What waits for them in files that they see on this day of the world (clients/models/visibility.py)."""
    shared = Share.objects.on(today).filter(institution=who.institution_id or 0)
    seen = Q(institution=who.institution_id) | Q(client__in=shared.values("client"))
    if who.role == Role.SOCIAL_WORKER:
        seen &= Q(case__in=Case.objects.carried_by(who).values("pk"))
    return set(Wait.objects.for_user(who, today).filter(seen).values_list("pk", flat=True))


def everybody_closed_has_a_named_end(today: dt.date) -> None:
    closed = Case.objects.filter(status=CaseStatus.CLOSED)
    assert not closed.exclude(close_reason__in=CloseReason.values).exists()
    assert not closed.filter(Q(closed_on=None) | Q(closed_on__gt=today)).exists()
    assert still_open(closed, today) == set()
    assert not Wait.objects.filter(case__in=closed).exists()
    calls = FollowUp.objects.planned().filter(case__in=closed)
    assert not calls.filter(due_on__gte=F("case__closed_on")).exists()


def nobody_has_two_episodes_at_once() -> None:
    for rows in (Case.objects.open(), Case.objects.current()):
        many = rows.order_by().values("client").annotate(n=Count("pk"))
        assert not many.filter(n__gt=1).exists()


def the_dead_are_asked_for_nothing() -> None:
    dead = Case.objects.filter(close_reason=CloseReason.DIED)
    others = Case.objects.open().filter(client=OuterRef("client"))
    assert not dead.filter(Exists(others)).exists()
    later = FollowUpContact.objects.filter(follow_up__case__in=dead)
    for case in dead:
        assert not later.filter(follow_up__case=case, on__gt=case.closed_on).exists()
        assert not CaseEvent.objects.filter(case=case, at__date__gt=case.closed_on).exists()
        assert not case.follow_ups.planned().filter(due_on__gte=case.closed_on).exists()


def figures_count_each_person_once(today: dt.date) -> None:
    month = today.replace(day=1)
    active = list(figures.active_cases(None, month).values_list("client", flat=True))
    assert len(active) == len(set(active))
    current = Case.objects.current().order_by()
    by_reason = dict(current.values_list("close_reason").annotate(n=Count("client")))
    assert sum(by_reason.values()) == Client.objects.count()
    assert CloseReason.RELAPSED not in by_reason  # that person goes on in a new case


def live(**world_: int) -> TwoYears:
    world = TwoYears(**world_)
    world.live(DAYS, each_week=nobody_falls_through)
    return world


@pytest.mark.slow
@pytest.mark.django_db
def test_for_two_years_nobody_falls_through():
    world = live(seed=1, people_in_care=40)

    assert not [name for name in HAPPENS if not world.happened[name]]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(2, 10))
def test_of_five_hundred_people_nobody_falls_through(seed):
    """In eight parts, so that processes share them, each within the limit of one test (pyproject.toml).

    Beat comes by once a week here: what it finds late has been late for days.
    """
    world = live(seed=seed, people_in_care=63, swept_every=A_WEEK)

    assert world.happened["done"] > 10


def test_everything_that_ends_with_a_case_is_looked_at_here():
    ends = {name for name, hangs in HANGING.items() if set(OVER) & set(hangs.acts)}

    assert ends - {"clients.Share"} == set(OPEN)  # sight of the file runs out by itself
