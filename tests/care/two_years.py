"""Two years after care: people answer or do not, fall, serve, move, are lost and found; each morning every sweep runs."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from care.aftercare.facts import Asking, DeathFacts, SafetyPlan, Sentence
from care.aftercare.late import sweep_late
from care.aftercare.services.dying import record_death
from care.aftercare.services.following_up import Contact, record_contact, record_unplanned
from care.aftercare.services.handing_over import accept_handover, ask_handover, decline_handover
from care.aftercare.services.imprisoning import begin_after_prison, record_imprisonment, release
from care.aftercare.services.planning import plan_aftercare
from care.aftercare.services.relapsing import (
    begin_again,
    plan_safety,
    screened_since,
    settle_relapse,
)
from care.aftercare.sweeping import sweep_passed
from care.aftercare_enums import RelapseAnswer, RelapseStatus
from care.enums import Channel, ContactOutcome, EndReason, PlacementStatus
from care.models import AftercareHandover, FollowUp, Placement, Relapse, schedule
from care.placement.services.answering import accept_placement
from care.placement.services.stays import Ending
from care.plan.facts import Staying
from care.transfer.services.arrivals import ask_after_arrivals
from care.waiting.sweeping import sweep as sweep_placements
from clients.enums import CaseStatus, CloseReason, NextStep
from clients.facts import Agreed
from clients.models import Case
from clients.rules import has_withdrawn_consent
from clients.services.cases import close_case
from clients.services.consent import give_consent, withdraw_consent
from partners.models import Institution
from safety.services.escalating import sweep_overdue
from screening.decision.services.deciding import Answer
from screening.services.endings import finish_screening
from screening.services.rescreening import sweep_rescreenings
from tests import people
from tests.care.ending.gate import end_through_gate
from tests.care.factories import PlacementFactory
from tests.care.papers import decide, request_placement, start_placement
from tests.clients.factories import ConsentFactory
from tests.races import DONE, told
from tests.screening.review_factories import answered, rescreened


FIRST = dt.datetime(
    2026, 7, 1, 2, tzinfo=dt.UTC
)  # care began three weeks before (tests/care/factories.py)
DAYS = (
    2 * 365 + 60
)  # the last ends after a month; month 24 has its window, and its case a fortnight to be closed
A_DAY = dt.timedelta(days=1)
A_WEEK = 7
NOTE = "Sudah dibicarakan dengan keluarga."
PLAN = SafetyPlan("Sulit tidur.", "Menelepon kakak.", "Kakak, 0812.")
SEARCH = (Channel.PHONE, Channel.VISIT, Channel.FAMILY)

# How care ends, and what people say when they are called: as many of a hundred.
ENDS = {
    EndReason.GOALS_MET: 52,
    EndReason.WITHDREW: 15,
    EndReason.LOST: 12,
    EndReason.PRISON: 10,
    EndReason.RULE_BREACH: 7,
    EndReason.DIED: 4,
}
WITHDRAWS, VANISHES = "takes consent back", "does not answer any more"
SAID = {
    ContactOutcome.WELL: 68,
    ContactOutcome.NEEDS_HELP: 9,
    ContactOutcome.RELAPSE: 7,
    ContactOutcome.MOVED: 5,
    ContactOutcome.PRISON: 3,
    ContactOutcome.DIED: 1,
    WITHDRAWS: 2,
    VANISHES: 5,
}


class TwoYears:
    """`happened` counts what became of people, by the name that this world has for it."""

    def __init__(self, *, seed: int, people_in_care: int, swept_every: int = 1) -> None:
        self.chance = Random(seed)
        self.swept_every = swept_every  # days
        self.at = FIRST
        self.happened: Counter[str] = Counter()
        self.silent: set[int] = set()  # clients who do not answer
        self.forgotten: dict[int, bool] = {}  # by point
        self.ends: dict[int, tuple[dt.date, str]] = {}  # by case: when its care ends, and why
        self.receivers = {
            people.melati(): (people.budi(), people.ani()),
            people.kenanga(): (people.eko(), people.citra()),
            people.harapan(): (people.dewi(), people.dewi()),
        }
        Institution.objects.update(capacity=10 * people_in_care)
        for _n in range(people_in_care):
            self._somebody_in_care()

    @property
    def today(self) -> dt.date:
        return self.at.date()

    def live(self, days: int, *, each_week: Callable[["TwoYears"], None]) -> None:
        for day in range(days):
            if day % self.swept_every == 0:
                self._the_morning()
            self._a_day()
            if day % A_WEEK == 0:
                each_week(self)
            self.at += A_DAY

    def _somebody_in_care(self) -> None:
        place = self.chance.choice((people.melati(), people.kenanga()))
        case = PlacementFactory(active=True, institution=place).case
        ConsentFactory(client=case.client)
        self._plan_the_end(case, self.chance.randrange(30))

    def _plan_the_end(self, case: Case, days: int) -> None:
        self.ends[case.pk] = (self.today + days * A_DAY, self._one_of(ENDS))

    def _the_morning(self) -> None:
        """As beat has them (atensi/settings/base.py), in their order."""
        ask_after_arrivals(today=self.today, at=self.at)
        sweep_rescreenings(at=self.at)
        self.happened["missed"] += sweep_passed(at=self.at)
        sweep_late(at=self.at)
        sweep_placements(at=self.at)
        sweep_overdue(at=self.at)

    def _a_day(self) -> None:
        for case in [pk for pk, (day, _reason) in self.ends.items() if day <= self.today]:
            self._end(case, self.ends.pop(case)[1])
        due = Case.objects.open().exclude(status=CaseStatus.IN_SERVICE)
        for case in due.filter(next_due_on__lte=self.today).order_by("pk"):
            self._next_thing(case)
        fell = Relapse.objects.unsettled().filter(case__status=CaseStatus.AFTERCARE)
        for relapse in fell.order_by("pk"):
            self._perhaps(0.5, self._answer_relapse, relapse)
        for handover in AftercareHandover.objects.asked().order_by("pk"):
            self._perhaps(0.3, self._answer_handover, handover)
        lost = Case.objects.current().filter(close_reason=CloseReason.LOST)
        for case in lost.order_by("pk"):
            self._perhaps(0.008, self._find, case)

    def _end(self, pk: int, reason: str) -> None:
        stay = Placement.objects.get(case=pk, status=PlacementStatus.ACTIVE)
        _leader, worker = self.receivers[stay.institution]
        calls = self.chance.choice((people.ani(), worker))
        staying = Staying(calls, self.today + A_DAY, "Sulit tidur.", "Ibu, 0812.")
        plan_aftercare(case=stay.case, staying=staying, **self._by())
        if reason == EndReason.WITHDREW and self.chance.random() < 0.3:
            self._withdraw(stay.case)
        end_through_gate(
            placement=stay, ending=Ending(self.today, reason, NOTE), **self._by(people.eko())
        )
        case = Case.objects.get(pk=pk)
        self.happened[f"ended: {reason}"] += 1
        if reason == EndReason.LOST:
            self.silent.add(case.client_id)
        elif reason == EndReason.PRISON:
            self._learn_of_the_sentence(case)
        elif reason == EndReason.DIED:
            self._write_down_the_death(case)

    def _next_thing(self, case: Case) -> None:
        way = {
            CaseStatus.SCREENING: self._finish_interview,
            CaseStatus.DECISION: self._decide,
            CaseStatus.PLACEMENT: self._place,
            CaseStatus.AFTERCARE: self._close if case.next_step == NextStep.CLOSE else self._call,
        }
        way[CaseStatus(case.status)](case)

    # After care.

    def _call(self, case: Case) -> None:
        point = case.follow_ups.planned().soonest_first()[0]
        if point.milestone[0] == "P":
            self._hear(point, ContactOutcome.PRISON)
            self._learn_of_the_sentence(case)
        elif point.milestone[0] == "R":
            self._come_out(case, point)
        elif case.client_id in self.silent:
            self._perhaps(0.12, self._try_in_vain, point)
        elif not self._is_forgotten(point):
            self._perhaps(0.5, self._talk, point)

    def _is_forgotten(self, point: FollowUp) -> bool:
        """Some points nobody calls at, until they have gone by."""
        if point.pk not in self.forgotten:
            goes_by = schedule.slack(point.milestone) is not None
            self.forgotten[point.pk] = goes_by and self.chance.random() < 0.1
        return self.forgotten[point.pk]

    def _talk(self, point: FollowUp) -> None:
        said = self._one_of(SAID)
        if said == WITHDRAWS:
            self._withdraw(point.case)
        elif said == VANISHES:
            self.silent.add(point.case.client_id)
        else:
            self._hear(point, said)

    def _hear(self, point: FollowUp, outcome: str) -> None:
        contact = Contact(self.today, Channel.OFFICE, outcome, NOTE)
        case = record_contact(follow_up=point, contact=contact, **self._by()).case
        self.happened[outcome] += 1
        if outcome == ContactOutcome.PRISON:
            self._perhaps(0.7, self._learn_of_the_sentence, case)
        elif outcome == ContactOutcome.MOVED:
            self._ask_another_house(case)
        elif outcome == ContactOutcome.DIED:
            self._write_down_the_death(case)

    def _try_in_vain(self, point: FollowUp) -> None:
        tries = point.case.follow_ups.filter(contacts__outcome=ContactOutcome.NO_ANSWER).count()
        channel = SEARCH[tries % len(SEARCH)]
        vain = Contact(self.today, channel, ContactOutcome.NO_ANSWER)
        record_contact(follow_up=point, contact=vain, **self._by())
        self._give_up(point.case)

    def _give_up(self, case: Case) -> bool:
        """As soon as the search is whole, and not before."""
        lost = {"case": case, "reason": CloseReason.LOST, "note": NOTE}
        done = told(lambda: close_case(**lost, **self._by())) == DONE
        self.happened["lost"] += done
        return done

    def _find(self, case: Case) -> None:
        self.silent.discard(case.client_id)
        word = Contact(self.today, Channel.OFFICE, ContactOutcome.WELL, NOTE)
        record_unplanned(case=case, contact=word, **self._by())
        self.happened["found"] += 1

    def _close(self, case: Case) -> None:
        if has_withdrawn_consent(case.client):
            self._stop_or_go_on(case)
        elif case.client_id not in self.silent or not self._give_up(case):
            close_case(case=case, reason=CloseReason.AFTERCARE_DONE, **self._by())
            self.happened["done"] += 1

    # Consent.

    def _withdraw(self, case: Case) -> None:
        withdraw_consent(case=case, asked_by="self", on=self.today, note=NOTE, **self._by())
        self.happened["withdrawn"] += 1

    def _stop_or_go_on(self, case: Case) -> None:
        if self.chance.random() < 0.3:
            agreed = Agreed("self", "written", self.today)
            give_consent(case=case, agreed=agreed, **self._by())
            self.happened["agreed again"] += 1
        else:
            close_case(case=case, reason=CloseReason.WITHDREW, note=NOTE, **self._by())

    # Prison, death, another house.

    def _learn_of_the_sentence(self, case: Case) -> None:
        known = case.imprisonments.running().first()
        if known is None or known.release_on is None:
            until = self.today + self.chance.randrange(40, 300) * A_DAY
            sentence = Sentence(self.today, "Lapas Cibinong", "Pak Joko", until)
            record_imprisonment(case=case, sentence=sentence, **self._by())
            self.happened["imprisoned"] += 1

    def _come_out(self, case: Case, point: FollowUp) -> None:
        serves, way = case.imprisonments.running().get(), self.chance.random()
        if way < 0.3:
            begin_after_prison(imprisonment=serves, note=NOTE, **self._by())
            self.happened["entered again from prison"] += 1
        elif way < 0.6:
            release(imprisonment=serves, on=self.today, **self._by())
        else:
            self._hear(point, ContactOutcome.WELL)
        self.happened["released"] += 1

    def _write_down_the_death(self, case: Case) -> None:
        facts = DeathFacts(self.today, "home", "unknown", "unknown")
        record_death(case=case, facts=facts, **self._by())
        self.happened["died"] += 1

    def _ask_another_house(self, case: Case) -> None:
        if case.handovers.asked().exists():
            return
        here = case.care_institution or case.institution
        place = self.chance.choice([each for each in self.receivers if each != here])
        asking = Asking(place, self.today, "signed", NOTE)
        ask_handover(case=case, asking=asking, **self._by())

    def _answer_handover(self, row: AftercareHandover) -> None:
        leader, worker = self.receivers[row.institution]
        facts = {"handover": row, "note": NOTE, **self._by(leader)}
        if self.chance.random() < 0.25:
            decline_handover(**facts)
        else:
            accept_handover(worker=worker, **facts)
            self.happened["moved on"] += 1

    # A relapse, and care again.

    def _answer_relapse(self, relapse: Relapse) -> None:
        if has_withdrawn_consent(relapse.case.client):
            return
        if relapse.status == RelapseStatus.NAMED:
            plan_safety(relapse=relapse, plan=PLAN, **self._by())
        elif screened_since(relapse) is None:
            rescreened(relapse.case, "high", at=self.at, reason="relapse")
        elif self.chance.random() < 0.5:
            settle_relapse(relapse=relapse, answer=RelapseAnswer.SUPPORT, note=NOTE, **self._by())
            self.happened["supported"] += 1
        else:
            begin_again(relapse=relapse, note=NOTE, **self._by())
            self.happened["entered again"] += 1

    def _finish_interview(self, case: Case) -> None:
        draft = answered(case.screenings.drafts().get(), "high")
        finish_screening(screening=draft, **self._by())

    def _decide(self, case: Case) -> None:
        interview = case.screenings.newest_first()[0]
        answer = Answer(base=interview.proposed_base)
        decide(screening=interview, answer=answer, **self._by())

    def _place(self, case: Case) -> None:
        stay = case.placements.open().first()
        if stay is None:
            request_placement(case=case, institution=people.kenanga(), note=NOTE, **self._by())
        elif stay.status == PlacementStatus.REQUESTED:
            accept_placement(placement=stay, note="", worker=None, **self._by(people.eko()))
        else:
            begin = {"starts_on": self.today, "planned_end_on": None}
            start_placement(placement=stay, **begin, **self._by(people.eko()))
            self._plan_the_end(case, self.chance.randrange(30, 120))

    def _by(self, actor: Any = None) -> dict[str, Any]:
        return {"actor": actor or people.ani(), "at": self.at}

    def _one_of(self, weights: dict[Any, int]) -> Any:
        return self.chance.choices(list(weights), weights=list(weights.values()))[0]

    def _perhaps(self, how_often: float, act: Callable[[Any], None], row: Any) -> None:
        if self.chance.random() < how_often:
            act(row)
