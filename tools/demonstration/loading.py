"""All of it or nothing, and only into an installation that nobody uses yet."""

from datetime import datetime
from random import Random

from django.db import transaction
from django.utils import translation

from accounts.models import User
from clients.enums import (
    ConsentGiver,
    ConsentMethod,
    Education,
    FamilyRelation,
    LegalStatus,
    MaritalStatus,
    Nationality,
    NikMissingReason,
    ReferralSource,
)
from clients.facts import Agreed, Family, Identity, Opening
from clients.services.intake import register_client
from regions.models import Regency
from reports.months import month_before, month_of
from reports.services.requesting import request_report
from tools.demonstration import (
    asking,
    assessments,
    delivering,
    institutions,
    law,
    leaving,
    offers,
    placing,
    reviews,
    staff,
    submissions,
    transfers,
)
from tools.demonstration.life import Clock, Life
from tools.demonstration.people import FAMILY_NAMES, PEOPLE, Person, born, nik, phone
from tools.demonstration.stories import STORIES, Story
from tools.demonstration.world import World


SEED = 26
ADULT = 18
WITHOUT_NIK = 9  # every ninth person has none
BY_LAW = {
    ReferralSource.POLICE: LegalStatus.POLICE,
    ReferralSource.PROSECUTOR: LegalStatus.PROSECUTION,
    ReferralSource.COURT: LegalStatus.COURT_ORDER,
}
OCCUPATIONS = (
    "Buruh harian",
    "Pedagang",
    "Sopir",
    "Nelayan",
    "Petani",
    "Mahasiswa",
    "Belum bekerja",
)


def load(now: datetime) -> bool:
    """Fill an empty database; False, and nothing done, when somebody has an account already."""
    with transaction.atomic(), translation.override("id"):
        if User.objects.exists():
            return False
        clock = Clock(now, Random(SEED))  # noqa: S311  the same people every time, not secrets
        places = institutions.found(clock.today)
        offers.tell(places)
        world = World(clock, places, staff.hire(places))
        for number, (person, story) in enumerate(_as_they_came()):
            life = _register(world, person, story, number)
            story.tell(world, life, story)
        placing.tell(world)
        _ask_for_reports(world)
        submissions.tell(world)
        assessments.tell(world)
        reviews.tell(world)
        delivering.tell(world)
        transfers.tell(world)
        asking.tell(world)
        leaving.tell(world)
    return True


def _ask_for_reports(world: World) -> None:
    """The worker makes them once the system is up; last month's are left for a person to ask for."""
    today, ministry = world.clock.today, world.people["dewi"]
    last_month = month_before(month_of(today))
    before, long_before = month_before(last_month), month_before(month_before(last_month))
    for institution, month in (
        (None, before),
        (None, long_before),
        (world.places["galih"], before),
    ):
        request_report(institution=institution, month=month, actor=ministry, today=today)


def _as_they_came() -> list[tuple[Person, Story]]:
    """The longest here first, so that registration numbers rise with the days."""
    pairs = list(zip(PEOPLE, STORIES, strict=True))
    return sorted(pairs, key=lambda pair: pair[1].opened, reverse=True)


def _register(world: World, person: Person, story: Story, number: int) -> Life:
    worker, clock = world.people[story.worker], world.clock
    day = clock.day(story.opened)
    client = register_client(
        identity=_identity(person, clock, number),
        family=_family(person, clock.rng, number),
        opening=Opening(
            referral_source=story.source,
            legal_status=BY_LAW.get(story.source, LegalStatus.NONE),
            lead_worker=worker,
        ),
        agreed=_agreed(person, clock, story, number),
        actor=worker,
        at=clock.at(day),
    )
    life = Life(client.cases.get(), worker, clock)
    law.tell(life, story.opened)
    return life


def _identity(person: Person, clock: Clock, number: int) -> Identity:
    rng = clock.rng
    birth_date = born(person, clock.today, rng)
    has_nik = number % WITHOUT_NIK != WITHOUT_NIK - 1
    return Identity(
        name=person.name,
        sex=person.sex,
        birth_date=birth_date,
        birth_place=person.birth_place,
        regency=Regency.objects.get(pk=person.regency),
        nik=nik(person, birth_date, rng) if has_nik else "",
        nik_missing_reason="" if has_nik else rng.choice(list(NikMissingReason)[:3:2]),
        marital_status=_marital_status(person, rng),
        education=rng.choice(list(Education)[1:]),
        occupation=rng.choice(OCCUPATIONS),
        address=f"Jalan Contoh {rng.randint(1, 90)}",
        phone=phone(rng),
        no_family=person.no_family,
        interpreter=person.interpreter,
        nationality=Nationality.INDONESIAN if has_nik else "",
    )


def _marital_status(person: Person, rng: Random) -> MaritalStatus:
    return MaritalStatus.SINGLE if person.age < ADULT else rng.choice(list(MaritalStatus)[:3])


def _family(person: Person, rng: Random, number: int) -> Family | None:
    if person.no_family:
        return None
    return Family(
        name=FAMILY_NAMES[number % len(FAMILY_NAMES)],
        relation=FamilyRelation.MOTHER,
        phone=phone(rng),
        is_guardian=person.age < ADULT,
        may_be_contacted=True,
    )


def _agreed(person: Person, clock: Clock, story: Story, number: int) -> Agreed:
    """Who was a child at the door had a guardian agree."""
    day = clock.day(story.opened)
    was_child = person.age - (story.opened // 365 + 1) < ADULT
    return Agreed(
        given_by=ConsentGiver.GUARDIAN if was_child else ConsentGiver.SELF,
        method=ConsentMethod.WRITTEN,
        given_on=day,
        guardian_name=FAMILY_NAMES[number % len(FAMILY_NAMES)] if was_child else "",
    )
