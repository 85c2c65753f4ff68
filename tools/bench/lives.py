"""What has happened to one client, row by row, as the services would have written it."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property, lru_cache
from random import Random

from accounts.models import User
from care.enums import Channel, ContactOutcome, EndReason, FollowUpStatus, PlacementStatus
from care.models import FollowUp, FollowUpContact, Placement
from care.models.schedule import Milestone, milestones
from clients.enums import (
    CaseStatus,
    CloseReason,
    ConsentGiver,
    ConsentMethod,
    FamilyRelation,
    LegalStatus,
    NextStep,
    NikMissingReason,
    ReferralSource,
    Risk,
    Sex,
)
from clients.models import Case, CaseEvent, Client, Consent, FamilyContact, Share
from clients.naming.keys import keys_of
from common.enums import ReadAction
from common.models import DataKey, ReadLog
from common.sealed import index_of
from partners.enums import CareBase
from screening.enums import ScreeningStatus
from screening.models import RoutingDecision, Screening
from tools.bench.copying import Copier
from tools.bench.interviews import SAFE, VERSION, Interview, interview
from tools.bench.names import family_name, full_name
from tools.bench.people import Site
from tools.bench.sealing import data_key, key_id_of
from tools.bench.story import Days, story


SERVICE_DAYS = 120
AFTERCARE_DAYS = 735
REACHED = 0.75
SOURCES = list(ReferralSource)
RISKS = (Risk.LOW, Risk.MODERATE, Risk.MODERATE, Risk.HIGH, Risk.HIGH)
schedule = lru_cache(maxsize=4096)(milestones)


class Far(IntEnum):
    DOOR = 0
    DRAFT = 1
    SCREENED = 2
    DECIDED = 3
    REQUESTED = 4
    STARTED = 5
    ENDED = 6


@dataclass(frozen=True, slots=True)
class Stage:
    """How far people have come, how many of a hundred, and when they came to the door (days ago)."""

    percent: int
    far: Far
    status: CaseStatus
    opened: tuple[int, int]
    next_step: str = ""
    due: tuple[int, int] = (0, 0)


S, N = CaseStatus, NextStep
STAGES = (
    Stage(6, Far.DOOR, S.INTAKE, (0, 6), N.START_SCREENING, (-3, 3)),
    Stage(4, Far.DRAFT, S.SCREENING, (2, 8), N.FINISH_SCREENING, (-2, 1)),
    Stage(4, Far.SCREENED, S.DECISION, (3, 12), N.DECIDE, (-4, 2)),
    Stage(3, Far.DECIDED, S.PLACEMENT, (5, 20), N.REQUEST_PLACEMENT, (-3, 7)),
    Stage(3, Far.REQUESTED, S.PLACEMENT, (5, 20), N.AWAIT_ANSWER, (-3, 7)),
    Stage(30, Far.STARTED, S.IN_SERVICE, (15, 130), N.REVIEW, (-5, 30)),
    Stage(25, Far.ENDED, S.AFTERCARE, (140, 700), N.FOLLOW_UP),
    Stage(20, Far.ENDED, S.CLOSED, (870, 1100)),
    Stage(5, Far.SCREENED, S.CLOSED, (30, 700)),  # withdrew before a decision
)
WEIGHTS = [stage.percent for stage in STAGES]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lives share."""

    today: date
    consent_text: int
    regencies: list[str]


class Life:
    """Client number `pk` of `site`, led by `worker`; `other` is where clients go who need another base."""

    def __init__(
        self, pk: int, site: Site, other: Site, worker: User, setting: Setting, chance: Random
    ) -> None:
        self.pk, self.site, self.other, self.worker = pk, site, other, worker
        self.setting, self.chance = setting, chance
        self.stage = chance.choices(STAGES, WEIGHTS)[0]
        self.opened = setting.today - timedelta(days=chance.randint(*self.stage.opened))
        self.sex = Sex.FEMALE if chance.random() < 0.2 else Sex.MALE

    def write(self, rows: Copier) -> None:
        self._client(rows)
        self._case(rows)
        self._events(rows)
        if self.has_come(Far.DRAFT):
            self._screening(rows)
        if self.has_come(Far.REQUESTED):
            self._placement(rows)
        if self.ended:
            self._aftercare(rows, self.ended)
        rows.add(
            ReadLog,
            {
                "at": self._at(self.setting.today, self.pk % 9),
                "user_id": self.worker.pk,
                "action": ReadAction.OPEN,
                "client_ids": f"{{{self.pk}}}",
            },
        )

    @property
    def status(self) -> CaseStatus:
        return self.stage.status

    def has_come(self, far: Far) -> bool:
        return self.stage.far >= far

    @property
    def started(self) -> date | None:
        return self._day(12) if self.has_come(Far.STARTED) else None

    @property
    def ended(self) -> date | None:
        return self._day(12 + SERVICE_DAYS) if self.has_come(Far.ENDED) else None

    @property
    def closed(self) -> date | None:
        if self.status != CaseStatus.CLOSED:
            return None
        return self._day(12 + SERVICE_DAYS + AFTERCARE_DAYS) if self.ended else self._day(9)

    @cached_property
    def interview(self) -> Interview:
        return interview(self.chance.choice(RISKS))

    @property
    def receiver(self) -> Site | None:
        if not self.has_come(Far.REQUESTED) or self.interview.base == CareBase.FAMILY:
            return None
        fits = self.site.is_balai == (self.interview.base == CareBase.BALAI)
        return self.site if fits else self.other

    def _day(self, after: int) -> date:
        return self.opened + timedelta(days=after)

    def _at(self, day: date, hour: int = 0) -> str:
        return f"{day} {8 + hour:02d}:{self.pk % 60:02d}:00+07"

    def _client(self, rows: Copier) -> None:
        chance = self.chance
        born = self.setting.today - timedelta(days=chance.randint(16 * 366, 55 * 365))
        regency = chance.choice(self.setting.regencies)
        has_nik = chance.random() < 0.9
        nik = self._nik(regency, born) if has_nik else ""
        name = full_name(chance, self.sex)
        number = f"KPN-{self.opened:%y}-{self.pk:05d}"
        rows.add(DataKey, data_key(self.pk))
        rows.add(
            Client,
            {
                "id": self.pk,
                "registration_number": number,
                "institution_id": self.site.institution.pk,
                "name": name,
                "keys_index": keys_of(name, number),
                "key_id": key_id_of(self.pk),
                "nik": nik,
                "nik_index": index_of("nik", nik),
                "nik_missing_reason": "" if has_nik else NikMissingReason.NO_CARD,
                "sex": self.sex,
                "birth_date": born,
                "regency_id": regency,
                "address": f"Jalan Melati No. {self.pk % 200}",
                "registered_by_id": self.worker.pk,
                "registered_at": self._at(self.opened),
            },
        )
        self._papers(rows)

    def _papers(self, rows: Copier) -> None:
        phone = f"0812{self.pk:08d}"
        rows.add(
            FamilyContact,
            {
                "id": self.pk,
                "client_id": self.pk,
                "name": family_name(self.chance),
                "relation": FamilyRelation.MOTHER,
                "phone": phone,
                "phone_index": index_of("tel", phone),
                "phone_end_index": index_of("tel_end", phone),
                "is_guardian": True,
                "may_be_contacted": True,
            },
        )
        rows.add(
            Consent,
            {
                "id": self.pk,
                "client_id": self.pk,
                "text_id": self.setting.consent_text,
                "given_by": ConsentGiver.SELF,
                "method": ConsentMethod.WRITTEN,
                "given_on": self.opened,
                "recorded_by_id": self.worker.pk,
                "recorded_at": self._at(self.opened),
            },
        )

    def _nik(self, regency: str, born: date) -> str:
        day = born.day + (40 if self.sex == Sex.FEMALE else 0)
        return f"{regency}01{day:02d}{born:%m%y}{self.pk % 9999 + 1:04d}"

    def _case(self, rows: Copier) -> None:
        receiver = self.receiver
        rows.add(
            Case,
            {
                "id": self.pk,
                "client_id": self.pk,
                "institution_id": self.site.institution.pk,
                "lead_worker_id": self.worker.pk,
                "status": self.status,
                "risk": self.interview.risk if self.has_come(Far.SCREENED) else "",
                "base": self.interview.base if self.has_come(Far.DECIDED) else "",
                "care_institution_id": receiver.institution.pk if receiver else None,
                "referral_source": self.chance.choice(SOURCES),
                "legal_status": LegalStatus.NONE,
                "next_step": self.stage.next_step,
                "next_due_on": self._due(),
                "opened_on": self.opened,
                "service_started_on": self.started,
                "service_ended_on": self.ended,
                "closed_on": self.closed,
                "close_reason": self._close_reason(),
            },
        )

    def _close_reason(self) -> str:
        if not self.closed:
            return ""
        return CloseReason.AFTERCARE_DONE if self.ended else CloseReason.WITHDREW

    def _due(self) -> date | None:
        if self.status == CaseStatus.CLOSED:
            return None
        if self.ended:
            return next(point.due for point in schedule(self.ended) if not self._is_past(point))
        return self.setting.today + timedelta(days=self.chance.randint(*self.stage.due))

    def _is_past(self, point: Milestone) -> bool:
        return point.window_end < self.setting.today or self.status == CaseStatus.CLOSED

    def _events(self, rows: Copier) -> None:
        place = self.receiver.institution.name if self.receiver else None
        lines = story(self._days_of_the_story(), self.interview, place)
        for hour, (kind, day, facts, note) in enumerate(lines):
            rows.add(
                CaseEvent,
                {
                    "case_id": self.pk,
                    "kind": kind,
                    "at": self._at(day, hour),
                    "actor_id": self.worker.pk,
                    "facts": json.dumps(facts),
                    "note": note,
                    "recorded_at": self._at(day, hour),
                },
            )

    def _days_of_the_story(self) -> Days:
        return Days(
            opened=self.opened,
            begun=self._day(1),
            screened=self._day(2) if self.has_come(Far.SCREENED) else None,
            decided=self._day(3) if self.has_come(Far.DECIDED) else None,
            started=self.started,
            planned_end=self._day(12 + SERVICE_DAYS),
        )

    def _screening(self, rows: Copier) -> None:
        begun = {
            "case_id": self.pk,
            "version": VERSION,
            "red_flags": SAFE,
            "started_by_id": self.worker.pk,
            "started_at": self._at(self._day(1)),
        }
        pk = rows.add(Screening, begun | (self._finished() if self.has_come(Far.SCREENED) else {}))
        if self.has_come(Far.DECIDED):
            rows.add(
                RoutingDecision,
                {
                    "screening_id": pk,
                    "proposed_base": self.interview.base,
                    "base": self.interview.base,
                    "decided_by_id": self.worker.pk,
                    "decided_at": self._at(self._day(3)),
                },
            )

    def _finished(self) -> dict[str, object]:
        said = self.interview
        return {
            "status": ScreeningStatus.FINISHED,
            "answers": said.answers,
            "facts": said.facts,
            "result": said.result,
            "proposal": said.proposal,
            "risk": said.risk,
            "proposed_base": said.base,
            "finished_by_id": self.worker.pk,
            "finished_at": self._at(self._day(2)),
        }

    def _placement(self, rows: Copier) -> None:
        receiver = self.receiver
        row = {
            "case_id": self.pk,
            "client_id": self.pk,
            "base": self.interview.base,
            "institution_id": receiver.institution.pk if receiver else None,
            "family_contact_id": None if receiver else self.pk,
            "requested_by_id": self.worker.pk,
            "requested_at": self._at(self._day(4)),
            "answer_due_on": self._day(7),
        }
        rows.add(Placement, row | self._stay())
        if receiver is self.other:
            rows.add(
                Share,
                {
                    "client_id": self.pk,
                    "owner_id": self.site.institution.pk,
                    "institution_id": self.other.institution.pk,
                    "granted_by_id": self.worker.pk,
                    "granted_at": self._at(self._day(4)),
                    "ends_on": self._day(400),
                },
            )

    def _stay(self) -> dict[str, object]:
        if not self.started:
            return {"status": PlacementStatus.REQUESTED}
        stay = {
            "status": PlacementStatus.ACTIVE,
            "answered_by_id": self.worker.pk,
            "answered_at": self._at(self._day(6)),
            "starts_on": self.started,
            "planned_end_on": self.started + timedelta(days=SERVICE_DAYS),
        }
        if self.ended:
            end = {"ends_on": self.ended, "end_reason": EndReason.GOALS_MET}
            stay |= {"status": PlacementStatus.ENDED, **end}
        return stay

    def _aftercare(self, rows: Copier, ended: date) -> None:
        for point in schedule(ended):
            row = {
                "case_id": self.pk,
                "milestone": point.code,
                "due_on": point.due,
                "window_starts_on": point.window_start,
                "window_ends_on": point.window_end,
            }
            if not self._is_past(point):
                rows.add(FollowUp, row)
                continue
            reached = self.chance.random() < REACHED
            status = FollowUpStatus.REACHED if reached else FollowUpStatus.NOT_REACHED
            pk = rows.add(FollowUp, row | {"status": status, "closed_on": point.due})
            outcome = ContactOutcome.WELL if reached else ContactOutcome.NO_ANSWER
            rows.add(
                FollowUpContact,
                {
                    "follow_up_id": pk,
                    "on": point.due,
                    "channel": Channel.PHONE,
                    "outcome": outcome,
                    "recorded_by_id": self.worker.pk,
                    "recorded_at": self._at(point.due),
                },
            )
