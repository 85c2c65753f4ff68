"""Where each person of the demonstration stands today. One line, one life; days are counted back from today."""

from collections.abc import Callable
from dataclasses import dataclass

from care.aftercare_enums import OutcomePoint
from care.enums import ContactOutcome, DeclineReason, FollowUpStatus
from care.models import schedule
from clients.enums import CloseReason, NoteKind, ReferralSource
from tools.demonstration import afterwards, outcomes, planning, routing
from tools.demonstration.life import Life
from tools.demonstration.world import World


@dataclass(frozen=True, slots=True)
class Story:
    """`place` receives the person; without one the family takes them in."""

    tell: Callable[["World", Life, "Story"], None]
    opened: int
    worker: str = "sari"
    level: str = "high"
    place: str = ""
    next_in: int = 9
    served: int = 60
    missed: int = 0
    source: ReferralSource = ReferralSource.FAMILY


def just_came(world: World, life: Life, story: Story) -> None:
    pass


def visited_first(world: World, life: Life, story: Story) -> None:
    life.note(
        story.opened - 1, NoteKind.HOME_VISIT, "Bertemu keluarga di rumah. Keluarga mendukung."
    )


def feared_at_home(world: World, life: Life, story: Story) -> None:
    visited_first(world, life, story)
    life.fear_for_safety(max(story.opened - 2, 0))


def began_the_interview(world: World, life: Life, story: Story) -> None:
    life.draft(max(story.opened - 1, 0), story.level, sections=4)


def went_to_hospital_first(world: World, life: Life, story: Story) -> None:
    life.refer_to_medical(max(story.opened - 1, 0))


def waits_for_a_decision(world: World, life: Life, story: Story) -> None:
    life.screen(max(story.opened - 1, 0), story.level)


def waits_for_a_place(world: World, life: Life, story: Story) -> None:
    waits_for_a_decision(world, life, story)
    routing.decide(life, story.opened - 2, world.base_of(story.place))


def asked_for_less(world: World, life: Life, story: Story) -> None:
    """A lighter base than proposed for a high risk: a leader has to answer."""
    waits_for_a_decision(world, life, story)
    routing.decide(life, story.opened - 2, world.base_of("harapan"), answered=False)


def asked_for_a_place(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    life.request(story.opened - 3, world.places[story.place])


def was_declined(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    placement = life.request(story.opened - 3, world.places[story.place])
    life.decline(story.opened - 4, placement, world.head_of(story.place), DeclineReason.MEDICAL)


def was_accepted(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    world.accepted(life, story.place, story.opened)


def is_in_care(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    placement = world.started(life, story.place, story.opened)
    planning.plan(world, life, story.opened - 6, story.place)
    outcomes.ask(life, OutcomePoint.START, life.clock.day(story.opened - 7))
    if story.level == "high":
        planning.confer(world, life, story.opened // 2)
    life.note(story.opened // 2, NoteKind.COUNSELLING, "Konseling individu: mengenali pemicu.")
    life.review(story.next_in, placement, world.server_of(life, story.place))


def is_in_aftercare(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    placement = world.started(life, story.place, story.opened)
    planning.plan(world, life, story.opened - 6, story.place, to_the_end=True)
    outcomes.ask(life, OutcomePoint.START, life.clock.day(story.opened - 7))
    outcomes.locate(life, life.clock.day(story.opened - 5 - story.served))
    planning.end(world, life, story.opened - 5 - story.served, story.place, placement)
    life.call(story.missed, lambda _number: ContactOutcome.WELL)
    _asked_at_core_points(life)


def relapsed(world: World, life: Life, story: Story) -> None:
    waits_for_a_place(world, life, story)
    placement = world.started(life, story.place, story.opened)
    planning.plan(world, life, story.opened - 6, story.place, to_the_end=True)
    outcomes.ask(life, OutcomePoint.START, life.clock.day(story.opened - 7))
    outcomes.locate(life, life.clock.day(story.opened - 5 - story.served))
    planning.end(world, life, story.opened - 5 - story.served, story.place, placement)
    life.call(
        story.missed, lambda number: (ContactOutcome.WELL, ContactOutcome.RELAPSE)[number % 2]
    )
    _asked_at_core_points(life)


def _asked_at_core_points(life: Life) -> None:
    """On the day of the contact, as people do who have the person on the line."""
    reached = life.case.follow_ups.filter(
        milestone__in=schedule.CORE, status=FollowUpStatus.REACHED
    )
    for row in reached.order_by("due_on"):
        outcomes.ask(life, row.milestone, row.closed_on or row.due_on)


def fell_and_was_made_safe(world: World, life: Life, story: Story) -> None:
    relapsed(world, life, story)
    afterwards.makes_safe(life, 0)


def fell_and_came_back(world: World, life: Life, story: Story) -> None:
    relapsed(world, life, story)
    afterwards.enters_again(life, 1)


def went_to_prison(world: World, life: Life, story: Story) -> None:
    is_in_aftercare(world, life, story)
    afterwards.goes_to_prison(life, 20)


def is_guided_on(world: World, life: Life, story: Story) -> None:
    is_in_aftercare(world, life, story)
    afterwards.is_guided(life, 5)


def came_to_the_end(world: World, life: Life, story: Story) -> None:
    is_in_aftercare(world, life, story)
    life.close(2, CloseReason.AFTERCARE_DONE)


def withdrew(world: World, life: Life, story: Story) -> None:
    waits_for_a_decision(world, life, story)
    note = "Klien memilih berobat jalan di puskesmas. Keluarga tahu cara kembali."
    life.close(story.opened - 4, CloseReason.WITHDREW, note)


def moved_away(world: World, life: Life, story: Story) -> None:
    life.close(story.opened - 2, CloseReason.MOVED, "Pindah ke rumah saudara di provinsi lain.")


R = ReferralSource
STORIES = (
    # Sari's day at Sentra Galih Pakuan: late, due today, and well under way.
    Story(is_in_care, 100, place="galih", next_in=-2),
    Story(began_the_interview, 2, level="moderate", source=R.SELF),
    Story(is_in_care, 40, level="low", next_in=0, source=R.SCHOOL),
    Story(waits_for_a_decision, 4, source=R.POLICE),
    Story(asked_for_a_place, 4, place="galih", source=R.HOSPITAL),
    Story(is_in_aftercare, 74, level="moderate", place="harapan", missed=1),
    Story(just_came, 0, source=R.HOTLINE),
    Story(is_guided_on, 132, place="galih", served=120),
    Story(went_to_hospital_first, 4, source=R.FAMILY),
    Story(feared_at_home, 6, source=R.OUTREACH),
    Story(asked_for_a_place, 5, level="moderate", place="harapan", source=R.SOCIAL_OFFICE),
    Story(is_in_care, 70, level="injecting", place="galih", next_in=5, source=R.BNN),
    Story(fell_and_was_made_safe, 157, place="galih", served=90, missed=1),
    Story(was_accepted, 6, place="galih", source=R.COURT),
    Story(is_in_care, 55, level="high", place="sejahtera", next_in=12),
    Story(came_to_the_end, 870, place="galih", served=120),
    Story(waits_for_a_place, 3, level="moderate", place="sejahtera"),
    Story(withdrew, 20, level="moderate", source=R.SELF),
    # Made, at the next desk.
    Story(is_in_care, 85, "made", place="galih", next_in=2),
    Story(is_in_care, 64, "made", "moderate", place="pulih", next_in=-5, source=R.COMMUNITY),
    Story(just_came, 2, "made", source=R.FAMILY),
    Story(waits_for_a_decision, 2, "made", "low", source=R.SCHOOL),
    Story(went_to_prison, 190, "made", place="galih", served=120),
    Story(asked_for_a_place, 6, "made", place="galih", source=R.PROSECUTOR),
    Story(asked_for_less, 3, "made", source=R.SELF),
    Story(is_in_care, 30, "made", "moderate", next_in=6),
    Story(is_in_aftercare, 268, "made", "moderate", place="harapan", served=170, missed=1),
    Story(moved_away, 35, "made"),
    Story(was_declined, 7, "made", "moderate", place="pulih"),
    Story(is_in_care, 120, "made", place="galih", next_in=15, source=R.POLICE),
    # Yusuf at IPWL Yayasan Harapan Contoh: serves, and sends the heavy cases on to the sentra.
    Story(is_in_care, 60, "yusuf", "moderate", place="harapan", next_in=0, source=R.SELF),
    Story(asked_for_a_place, 4, "yusuf", place="galih", source=R.FAMILY),
    Story(asked_for_a_place, 5, "yusuf", "injecting", place="galih", source=R.HOSPITAL),
    Story(just_came, 1, "yusuf", source=R.SELF),
    Story(began_the_interview, 2, "yusuf", "moderate"),
    Story(waits_for_a_decision, 3, "yusuf", "moderate", source=R.COMMUNITY),
    Story(is_in_care, 45, "yusuf", "moderate", place="harapan", next_in=8),
    Story(is_in_care, 95, "yusuf", place="galih", next_in=4, source=R.BNN),
    Story(is_in_aftercare, 200, "yusuf", "moderate", place="harapan", served=120, missed=1),
    Story(is_in_care, 25, "yusuf", "low", next_in=3),
    Story(fell_and_came_back, 110, "yusuf", "moderate", place="harapan", served=90),
    Story(withdrew, 50, "yusuf", "moderate"),
    # The rest of the country.
    Story(is_in_care, 80, "tiur", place="insyaf", next_in=3),
    Story(is_in_care, 50, "tiur", "moderate", place="cahaya", next_in=-1),
    Story(asked_for_a_place, 5, "lamhot", place="insyaf"),
    Story(is_in_care, 90, "lamhot", "moderate", place="cahaya", next_in=7),
    Story(is_in_aftercare, 230, "tiur", place="insyaf", served=120),
    Story(waits_for_a_decision, 2, "tiur", source=R.POLICE),
    Story(is_in_care, 66, "wahyu", place="satria", next_in=1),
    Story(is_in_care, 33, "wahyu", "low", next_in=10),
    Story(is_in_aftercare, 300, "wahyu", place="satria", served=120, missed=2),
    Story(began_the_interview, 2, "wahyu"),
    Story(is_in_care, 105, "daeng", place="pangurangi", next_in=6),
    Story(is_in_care, 48, "daeng", place="pangurangi", next_in=11, source=R.COURT),
    Story(is_in_aftercare, 175, "daeng", place="pangurangi", served=110),
    Story(just_came, 3, "daeng"),
    Story(is_in_care, 58, "luh", "moderate", place="rahayu", next_in=4),
    Story(is_in_aftercare, 140, "luh", "moderate", place="rahayu", served=90),
    Story(is_in_care, 72, "yohana", "moderate", place="honai", next_in=2, source=R.COMMUNITY),
    Story(visited_first, 5, "yohana", source=R.OUTREACH),
    Story(is_in_care, 41, "nia", "moderate", place="pulih", next_in=13),
    Story(is_in_care, 37, "fajar", "moderate", place="sejahtera", next_in=9),
)
