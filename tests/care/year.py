"""A year at the placement desk: people come, institutions answer or do not, and once a day the sweep runs."""

import datetime as dt
from random import Random
from typing import Any

from care.enums import DeclineReason, EndReason, PlacementStatus, WaitingStatus
from care.models import Placement, WaitingEntry
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.services.stays import Ending
from care.waiting.services import Wait, enter_queue, record_waiting_contact
from care.waiting.sweeping import sweep
from clients.enums import CaseStatus
from clients.models import Case
from partners.models import Institution
from tests import people
from tests.care.ending.gate import end_through_gate
from tests.care.papers import request_placement, start_placement
from tests.clients.factories import CaseFactory, ConsentFactory
from tests.partners.factories import InstitutionFactory
from tests.races import DONE, told


FIRST = dt.datetime(2026, 1, 5, 2, tzinfo=dt.UTC)
NOTE = "Sudah dibicarakan dengan keluarga."


class Year:
    """`answers` says how often an institution answers on a day; one of them never does."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.at = FIRST
        self.ani, self.eko = people.ani(), people.eko()
        self.answers = {
            self._institution("Sentra Rajin", 3): 0.6,
            self._institution("Sentra Lambat", 2): 0.1,
            self._institution("Sentra Diam", 4): 0.0,
        }
        Institution.objects.exclude(pk__in=[each.pk for each in self.answers]).update(capacity=0)
        self.done: dict[str, int] = {}

    @property
    def today(self) -> dt.date:
        return self.at.date()

    def live(self, days: int, *, act: bool = True) -> None:
        for day in range(days):
            if act:
                self._a_day()
            for name, count in sweep(at=self.at).items():
                self.done[name] = self.done.get(name, 0) + count
            if day % 7 == 0:
                self._nothing_impossible()
            self.at += dt.timedelta(days=1)

    def _a_day(self) -> None:
        if self.chance.random() < 0.07:
            self._somebody_comes()
        for case in Case.objects.filter(status=CaseStatus.PLACEMENT).order_by("pk"):
            placement = case.placements.open().first()
            if placement is None:
                self._look_for_a_place(case)
            elif placement.status == PlacementStatus.REQUESTED:
                self._answer(placement)
            else:
                self._begin(placement)
        for placement in Placement.objects.filter(status=PlacementStatus.ACTIVE).order_by("pk"):
            self._perhaps(0.04, self._end, placement)
        for entry in WaitingEntry.objects.in_queue().order_by("pk"):
            self._perhaps(0.1, self._contact, entry)

    def _somebody_comes(self) -> None:
        case = CaseFactory(
            to_place=True,
            risk=self.chance.choice(("low", "moderate", "high")),
            opened_on=self.today,
            next_due_on=self.today,
        )
        ConsentFactory(client=case.client, given_on=self.today)

    def _look_for_a_place(self, case: Case) -> None:
        if self.chance.random() < 0.8:
            return
        entry = WaitingEntry.objects.filter(case=case, status=WaitingStatus.OFFERED).first()
        place = entry.offered_institution if entry else self.chance.choice(list(self.answers))
        asked = {"case": case, "institution": place}
        if told(lambda: request_placement(**asked, note=NOTE, **self._by(self.ani))) != DONE:
            wait = Wait(institution=self.chance.choice((place, None)), interim_provider="Puskesmas")
            told(lambda: enter_queue(case=case, wait=wait, **self._by(self.ani)))

    def _answer(self, placement: Placement) -> None:
        if self.chance.random() < 0.02:
            told(lambda: withdraw_placement(placement=placement, note=NOTE, **self._by(self.ani)))
        elif self.chance.random() < self.answers[placement.institution]:
            told(self._yes_or_no(placement))

    def _yes_or_no(self, placement: Placement) -> Any:
        by = {"placement": placement, "note": NOTE, **self._by(self.eko)}
        if self.chance.random() < 0.4:
            reason = self.chance.choice(DeclineReason.values)
            return lambda: decline_placement(reason=reason, **by)
        return lambda: accept_placement(worker=None, **by)

    def _begin(self, placement: Placement) -> None:
        """Every third person never comes."""
        if placement.client_id % 3 and self.chance.random() < 0.2:
            begin = {"starts_on": self.today, "planned_end_on": None}
            told(lambda: start_placement(placement=placement, **begin, **self._by(self.eko)))

    def _end(self, placement: Placement) -> None:
        ending = Ending(self.today, EndReason.GOALS_MET, NOTE)
        end_through_gate(placement=placement, ending=ending, **self._by(self.eko))

    def _contact(self, entry: WaitingEntry) -> None:
        told(
            lambda: record_waiting_contact(
                entry=entry, on=self.today, note=NOTE, **self._by(self.ani)
            )
        )

    def _nothing_impossible(self) -> None:
        for place in self.answers:
            held = Placement.objects.holding_a_place().received_by(place.pk).count()
            assert held <= place.capacity
        assert not Case.objects.open().filter(next_step="").exists()
        assert not Case.objects.open().filter(next_due_on=None).exists()

    def _by(self, actor: Any) -> dict[str, Any]:
        return {"actor": actor, "at": self.at}

    def _perhaps(self, how_often: float, act: Any, row: Any) -> None:
        if self.chance.random() < how_often:
            act(row)

    def _institution(self, name: str, capacity: int) -> Institution:
        return InstitutionFactory(name=name, capacity=capacity, with_agreement=True)
