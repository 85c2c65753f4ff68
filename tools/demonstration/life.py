"""One client's way through the system, step by step, each on its day and through the service for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from accounts.models import User
from care.aftercare.services.following_up import Contact, record_contact
from care.enums import Channel, ContactOutcome
from care.models import FollowUp, Placement
from care.placement.services.answering import accept_placement, decline_placement
from care.placement.services.requesting import place_with_family, request_placement
from care.placement.services.starting import review_placement, start_placement
from clients.enums import NoteKind
from clients.models import Case
from clients.services.cases import add_note, close_case
from partners.models import Institution
from safety.enums import Danger, Source
from safety.facts import Raised, Sending
from safety.services.concerns import add_step, raise_concern
from screening.gates import Urgent
from screening.services import endings
from screening.services.drafts import start_screening
from screening.services.endings import finish_screening
from tools.demonstration.interviews import SHEETS, answer


FIRST_HOUR, LAST_HOUR = 8, 15
BEFORE_REVIEW = timedelta(days=20)
# The stories begin before there was an assessment in every file.
URGENT = Urgent("far", "Klien datang dari kabupaten lain dan menginap di sentra.")


@dataclass
class Clock:
    """Days counted back from today; at some hour of work, and never later than now."""

    now: datetime
    rng: Random

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def at(self, day: date) -> datetime:
        hour = time(self.rng.randint(FIRST_HOUR, LAST_HOUR), self.rng.randint(0, 59))
        return min(timezone.make_aware(datetime.combine(day, hour)), self.now)


@dataclass
class Life:
    case: Case
    worker: User
    clock: Clock

    def reread(self) -> Case:
        self.case = Case.objects.select_related("client").get(pk=self.case.pk)
        return self.case

    def note(self, ago: int, kind: NoteKind, text: str) -> None:
        at = self.clock.at(self.clock.day(ago))
        add_note(case=self.case, kind=kind, text=text, happened_at=at, actor=self.worker, at=at)

    def draft(self, ago: int, level: str, sections: int) -> None:
        at = self.clock.at(self.clock.day(ago))
        begun = start_screening(case=self.case, actor=self.worker, at=at)
        answer(begun, SHEETS[level], actor=self.worker, at=at, sections=sections)

    def refer_to_medical(self, ago: int) -> None:
        at = self.clock.at(self.clock.day(ago))
        begun = start_screening(case=self.case, actor=self.worker, at=at)
        told = answer(begun, SHEETS["danger"], actor=self.worker, at=at, sections=1)
        sending = Sending(
            hospital_name="RSUD Kota",
            companion="Ibu dan pekerja sosial",
            left_at=at,
            reason="Diantar ke RSUD bersama keluarga.",
        )
        endings.refer_to_medical(screening=told, sending=sending, actor=self.worker, at=at)

    def fear_for_safety(self, ago: int) -> None:
        """A danger at home that somebody acted on, and that waits for a leader."""
        at = self.clock.at(self.clock.day(ago))
        seen = Raised(Danger.VIOLENCE, Source.NOTE, "Ada bekas pukulan; klien takut pulang.")
        concern = raise_concern(case=self.case, raised=seen, actor=self.worker, at=at)
        words = "SAPA 129 dihubungi; klien menginap di rumah bibinya."
        add_step(concern=concern, words=words, actor=self.worker, at=at)

    def screen(self, ago: int, level: str) -> None:
        at = self.clock.at(self.clock.day(ago))
        begun = start_screening(case=self.case, actor=self.worker, at=at)
        told = answer(begun, SHEETS[level], actor=self.worker, at=at)
        finish_screening(screening=told, actor=self.worker, at=at)

    def request(self, ago: int, receiver: Institution) -> Placement:
        return request_placement(
            case=self.reread(),
            institution=receiver,
            note="Klien dan keluarga sudah setuju. Berkas lengkap.",
            actor=self.worker,
            at=self.clock.at(self.clock.day(ago)),
            urgent=URGENT,
        )

    def with_family(self, ago: int) -> Placement:
        day = self.clock.day(ago)
        return place_with_family(
            case=self.reread(),
            family_contact=self.case.client.family_contacts.order_by("pk")[0],
            starts_on=day,
            actor=self.worker,
            at=self.clock.at(day),
            urgent=URGENT,
        )

    def accept(self, ago: int, placement: Placement, by: User, worker: User | None) -> None:
        accept_placement(
            placement=placement,
            note="Diterima. Harap membawa pakaian dan obat yang sedang diminum.",
            worker=worker,
            actor=by,
            at=self.clock.at(self.clock.day(ago)),
        )

    def decline(self, ago: int, placement: Placement, by: User, reason: str) -> None:
        decline_placement(
            placement=placement,
            reason=reason,
            note="",
            actor=by,
            at=self.clock.at(self.clock.day(ago)),
        )

    def start(self, ago: int, placement: Placement, by: User) -> None:
        day = self.clock.day(ago)
        start_placement(
            placement=placement,
            starts_on=day,
            planned_end_on=None,
            actor=by,
            at=self.clock.at(day),
            urgent=URGENT,
        )

    def review(self, next_in: int, placement: Placement, by: User) -> None:
        """Reviewed so that the next review stands `next_in` days from today (late when negative)."""
        next_on = self.clock.today + timedelta(days=next_in)
        first = placement.case.opened_on + timedelta(days=6)
        day = min(max(next_on - BEFORE_REVIEW, first), self.clock.day(1), next_on - timedelta(1))
        review_placement(
            placement=placement,
            note="Klien mengikuti kegiatan dengan baik. Keluarga berkunjung.",
            next_review_on=next_on,
            actor=by,
            at=self.clock.at(day),
        )

    def call(self, missed: int, outcome: Callable[[int], str]) -> None:
        """Every contact that is due has been made, but the last `missed`."""
        due = self.case.follow_ups.planned().filter(due_on__lte=self.clock.today)
        points = list(due.order_by("due_on"))
        for number, point in enumerate(points[: len(points) - missed]):
            self._contact(point, outcome(number))

    def _contact(self, point: FollowUp, outcome: str) -> None:
        channel = Channel.VISIT if point.milestone.startswith("M") else Channel.PHONE
        needs_words = outcome != ContactOutcome.WELL
        record_contact(
            follow_up=point,
            contact=Contact(
                point.due_on,
                channel,
                outcome,
                "Perlu didampingi lebih dekat." if needs_words else "",
            ),
            actor=self.worker,
            at=self.clock.at(point.due_on),
        )

    def close(self, ago: int, reason: str, note: str = "") -> None:
        close_case(
            case=self.reread(),
            reason=reason,
            note=note,
            actor=self.worker,
            at=self.clock.at(self.clock.day(ago)),
        )
