"""Any order of any services on a few cases, sensible or not; after each step nothing impossible is stored."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, F, Q
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from care.aftercare.facts import SafetyPlan, Sentence
from care.aftercare.services.following_up import Contact, record_contact, record_unplanned
from care.aftercare.services.imprisoning import begin_after_prison, record_imprisonment, release
from care.aftercare.services.relapsing import (
    begin_again,
    name_relapse,
    plan_safety,
    settle_relapse,
)
from care.aftercare_enums import RelapseAnswer
from care.ending.services.ending import end_placement
from care.enums import ContactOutcome, DeclineReason, EndReason, PlacementStatus, QueueExit
from care.models import FollowUp, Imprisonment, Placement, Relapse, WaitingEntry
from care.placement.selectors.places import occupancy
from care.placement.services.answering import (
    accept_placement,
    decline_placement,
    withdraw_placement,
)
from care.placement.services.stays import Ending
from care.waiting.services import Wait, enter_queue, leave_queue
from care.waiting.sweeping import sweep
from clients.enums import CaseStatus, CloseReason, NoteKind
from clients.facts import Agreed
from clients.models import Case, CaseEvent, Client, Consent
from clients.models.case import NEEDS_BASE, NEEDS_RISK
from clients.services.cases import add_note, close_case
from clients.services.consent import give_consent, withdraw_consent
from clients.services.intake import register_client, reopen_case
from partners.enums import CareBase
from partners.models import Institution
from safety.enums import Outcome
from safety.facts import Found, Sending
from safety.models import MedicalReferral
from safety.services.referring import record_result
from screening.decision.services.approvals import approve_override, refuse_override, review_override
from screening.decision.services.deciding import Answer
from screening.engine.red_flags import RED_FLAGS
from screening.enums import ReviewOutcome, ScreeningReason
from screening.models import RoutingDecision, Screening
from screening.services.drafts import start_screening
from screening.services.endings import finish_screening, refer_to_medical
from tests import people
from tests.care.ending.gate import open_gate
from tests.care.papers import decide, place_with_family, request_placement, start_placement
from tests.clients.registering import facts, returning, without_nik
from tests.races import DONE, told
from tests.screening.engine.sheets import HIGH, sheet, substances_of
from tests.screening.factories import CALM, NO_DANGER


BEGIN = dt.datetime(2026, 3, 2, 2, tzinfo=dt.UTC)
WHY = "Sudah dibicarakan dengan keluarga dan supervisor."
PLACES = 1  # so that people meet at the last place
ANY = st.integers(0, 5)


def one_of(enum: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(enum.values)


class Lifecycle(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = BEGIN
        people.kenanga()
        people.melati()
        Institution.objects.update(capacity=PLACES)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def do(self, act: Callable[[], object], *, alone: bool = True) -> None:
        """A service is done whole with one event, or is refused in words and leaves nothing.

        What is not `alone` ends other things, which have events of their own.
        """
        before, events = rows(), CaseEvent.objects.count()
        answer = told(act)
        assert answer != "without a word"
        if answer == DONE:
            written = CaseEvent.objects.count() - events
            assert written == 1 if alone else written >= 1
        else:
            assert rows() == before, answer

    @property
    def by_ani(self) -> dict[str, Any]:
        return {"actor": people.ani(), "at": self.at}

    @property
    def today(self) -> dt.date:
        return self.at.date()

    @initialize(far=st.lists(st.integers(0, 8), min_size=2, max_size=3))
    def people_come_and_get_somewhere(self, far: list[int]) -> None:
        for n, steps in enumerate(far):
            self.register()
            for _step in range(steps):
                self.go_on(n)

    @rule(days=st.integers(1, 60))
    def time_passes(self, days: int) -> None:
        self.at += dt.timedelta(days=days)

    @rule()
    def register(self) -> None:
        number = Client.objects.count()
        if number < 4:
            who = without_nik(name=f"Klien {'abcd'[number]}")
            self.do(lambda: register_client(**facts(people.ani(), identity=who), at=self.at))

    @rule(n=ANY)
    def interview(self, n: int) -> None:
        case = nth(Case.objects.all(), n)
        draft = case.screenings.drafts().select_related("case").first()
        if draft is None or not draft.may_go_on:  # else it is joined, which is no event
            why = ScreeningReason.RELAPSE if case.status == CaseStatus.AFTERCARE else ""
            self.do(lambda: start_screening(case=case, reason=why, **self.by_ani))

    @rule(n=ANY, danger=st.booleans())
    def end_interview(self, n: int, danger: bool) -> None:
        draft = nth(Screening.objects.all(), n)
        if draft is None:
            return
        flags = NO_DANGER | ({RED_FLAGS[0].code: True} if danger else {})
        if draft.is_draft:
            draft.red_flags, draft.answers, draft.facts = flags, sheet(amphetamine=HIGH), CALM
            draft.substances = substances_of(draft.answers)
            draft.save()
        if danger:
            sent = {"sending": Sending(), **self.by_ani}
            self.do(lambda: refer_to_medical(screening=draft, **sent))
        else:
            self.do(lambda: finish_screening(screening=draft, **self.by_ani))

    @rule(n=ANY, outcome=one_of(Outcome))
    def hear_from_the_clinician(self, n: int, outcome: str) -> None:
        referral = nth(MedicalReferral.objects.all(), n)
        if referral is not None:
            word = Found(outcome, "dr. Sinta", "RSUD", self.today)
            self.do(lambda: record_result(referral=referral, found=word, **self.by_ani))

    @rule(n=ANY, base=one_of(CareBase))
    def decide(self, n: int, base: str) -> None:
        interview = nth(Screening.objects.filter(result__isnull=False), n)
        if interview is not None:
            answer = Answer(base=base, override_code="distance", reason=WHY)
            self.do(lambda: decide(screening=interview, answer=answer, **self.by_ani))

    @rule(n=ANY, m=ANY)
    def ask_for_a_place(self, n: int, m: int) -> None:
        case, institution = nth(Case.objects.all(), n), nth(Institution.objects.all(), m)
        asked = {"case": case, "institution": institution, "note": WHY}
        self.do(lambda: request_placement(**asked, **self.by_ani))

    @rule(n=ANY)
    def take_home(self, n: int) -> None:
        case = nth(Case.objects.all(), n)
        home = {"family_contact": case.client.family_contacts.get(), "starts_on": self.today}
        self.do(lambda: place_with_family(case=case, **home, **self.by_ani))

    @rule(n=ANY, reason=one_of(DeclineReason))
    def answer(self, n: int, reason: str) -> None:
        self._with_placement(n, decline_placement, reason=reason, note=WHY)

    @rule(n=ANY)
    def accept(self, n: int) -> None:
        self._with_placement(n, accept_placement, note="", worker=None)

    @rule(n=ANY)
    def withdraw(self, n: int) -> None:
        self._with_placement(n, withdraw_placement, note=WHY)

    @rule(n=ANY, m=ANY)
    def wait(self, n: int, m: int) -> None:
        case, institution = nth(Case.objects.all(), n), nth(Institution.objects.all(), m)
        wait = Wait(institution=institution if m % 2 else None, interim_provider=WHY)
        self.do(lambda: enter_queue(case=case, wait=wait, **self.by_ani))

    @rule(n=ANY, reason=one_of(QueueExit))
    def leave(self, n: int, reason: str) -> None:
        entry = nth(WaitingEntry.objects.all(), n)
        if entry is not None:
            left = {"reason": reason, "note": WHY}
            self.do(lambda: leave_queue(entry=entry, **left, **self.by_ani))

    @rule()
    def the_sweep_runs(self) -> None:
        """Each thing it does leaves one event; a second run at once finds nothing that it did."""
        events = CaseEvent.objects.count()
        done = sweep(at=self.at).total()
        assert CaseEvent.objects.count() == events + done
        assert sweep(at=self.at).total() == 0

    @rule(n=ANY, days=st.integers(-3, 3))
    def start(self, n: int, days: int) -> None:
        day = self.today + dt.timedelta(days=days)
        self._with_placement(n, start_placement, starts_on=day, planned_end_on=None)

    @rule(n=ANY, days=st.integers(-3, 1), reason=one_of(EndReason))
    def end(self, n: int, days: int, reason: str) -> None:
        day = self.today + dt.timedelta(days=days)
        self._end(nth(Placement.objects.all(), n), Ending(day, reason, WHY))

    @rule(n=ANY, outcome=one_of(ContactOutcome))
    def call(self, n: int, outcome: str) -> None:
        due = nth(FollowUp.objects.all(), n)
        if due is not None:
            told = Contact(on=self.today, channel="phone", outcome=outcome, note=WHY)
            self.do(lambda: record_contact(follow_up=due, contact=told, **self.by_ani))

    @rule(n=ANY, outcome=one_of(ContactOutcome))
    def meet(self, n: int, outcome: str) -> None:
        """Between two points, or somebody who was lost."""
        case, told = nth(Case.objects.all(), n), Contact(self.today, "office", outcome, WHY)
        self.do(lambda: record_unplanned(case=case, contact=told, **self.by_ani))

    @rule(n=ANY)
    def hear_of_a_relapse(self, n: int) -> None:
        case = nth(Case.objects.all(), n)
        fell = {"case": case, "on": self.today, "words": WHY}
        self.do(lambda: name_relapse(**fell, **self.by_ani))

    @rule(n=ANY)
    def make_safe(self, n: int) -> None:
        relapse, plan = nth(Relapse.objects.all(), n), SafetyPlan(WHY, WHY, WHY)
        if relapse is not None:
            self.do(lambda: plan_safety(relapse=relapse, plan=plan, **self.by_ani))

    @rule(n=ANY, answer=one_of(RelapseAnswer))
    def settle(self, n: int, answer: str) -> None:
        relapse = nth(Relapse.objects.all(), n)
        if relapse is not None:
            settled = {"relapse": relapse, "answer": answer, "note": WHY}
            self.do(lambda: settle_relapse(**settled, **self.by_ani))

    @rule(n=ANY)
    def enter_again(self, n: int) -> None:
        relapse = nth(Relapse.objects.all(), n)
        if relapse is not None:
            self.do(lambda: begin_again(relapse=relapse, note=WHY, **self.by_ani), alone=False)

    @rule(n=ANY, days=st.none() | st.integers(-1, 200))
    def imprison(self, n: int, days: int | None) -> None:
        until = None if days is None else self.today + dt.timedelta(days=days)
        case, sentence = nth(Case.objects.all(), n), Sentence(self.today, WHY, WHY, until)
        self.do(lambda: record_imprisonment(case=case, sentence=sentence, **self.by_ani))

    @rule(n=ANY, into_care=st.booleans())
    def come_out(self, n: int, into_care: bool) -> None:
        row = nth(Imprisonment.objects.all(), n)
        if row is None:
            return
        if into_care:
            again = {"imprisonment": row, "note": WHY, **self.by_ani}
            self.do(lambda: begin_after_prison(**again), alone=False)
        else:
            self.do(lambda: release(imprisonment=row, on=self.today, **self.by_ani))

    @rule(n=ANY)
    def take_consent_back(self, n: int) -> None:
        asked = {"case": nth(Case.objects.all(), n), "asked_by": "self", "note": WHY}
        self.do(lambda: withdraw_consent(on=self.today, **asked, **self.by_ani), alone=False)

    @rule(n=ANY)
    def agree_again(self, n: int) -> None:
        case, agreed = nth(Case.objects.all(), n), Agreed("self", "written", self.today)
        self.do(lambda: give_consent(case=case, agreed=agreed, **self.by_ani))

    @rule(n=ANY, reason=one_of(CloseReason))
    def close(self, n: int, reason: str) -> None:
        case = nth(Case.objects.all(), n)
        self.do(lambda: close_case(case=case, reason=reason, note=WHY, **self.by_ani))

    @rule(n=ANY)
    def come_back(self, n: int) -> None:
        client = nth(Client.objects.all(), n)
        self.do(lambda: reopen_case(client=client, **returning(people.ani()), at=self.at))

    @rule(n=ANY)
    def note(self, n: int) -> None:
        case = nth(Case.objects.all(), n)
        told = {"kind": NoteKind.CONTACT, "text": WHY, "happened_at": self.at}
        self.do(lambda: add_note(case=case, **told, **self.by_ani))

    @rule(n=ANY)
    def and_on(self, n: int) -> None:
        self.go_on(n)

    @rule(n=ANY)
    def go_on(self, n: int) -> None:
        """The next thing that a sensible person would do, so that cases come far."""
        case = nth(Case.objects.all(), n)
        placement = case.placements.open().first()
        way = {
            CaseStatus.INTAKE: lambda: self._of(Case, case, self.interview),
            CaseStatus.MEDICAL_FIRST: lambda: self._of(
                MedicalReferral,
                case.medical_referrals.open().first(),
                self.hear_from_the_clinician,
                outcome=Outcome.CLEARED,
            ),
            CaseStatus.SCREENING: lambda: self._of(
                Screening, case.screenings.drafts().first(), self.end_interview, danger=False
            ),
            CaseStatus.DECISION: lambda: self._of(
                Screening, case.screenings.order_by("pk").last(), self._as_proposed
            ),
            CaseStatus.PLACEMENT: lambda: self._place(case, placement),
            CaseStatus.IN_SERVICE: lambda: self._end(
                placement, Ending(self.today, "goals_met", WHY)
            ),
        }
        way.get(case.status, lambda: None)()

    def _of(self, model: Any, row: Any, act: Callable[..., None], **options: Any) -> None:
        act(list(model.objects.order_by("pk")).index(row), **options)

    @rule(n=ANY, agreed=st.booleans())
    def answer_an_override(self, n: int, agreed: bool) -> None:
        decision = nth(RoutingDecision.objects.all(), n)
        if decision is not None:
            answer = approve_override if agreed else refuse_override
            self.do(lambda: answer(decision=decision, note=WHY, actor=people.budi(), at=self.at))

    @rule(n=ANY, outcome=one_of(ReviewOutcome))
    def look_at_an_override_again(self, n: int, outcome: str) -> None:
        decision = nth(RoutingDecision.objects.all(), n)
        told = {"outcome": outcome, "note": WHY, "actor": people.budi(), "at": self.at}
        if decision is not None:
            self.do(lambda: review_override(decision=decision, **told))

    def _as_proposed(self, n: int) -> None:
        interview = nth(Screening.objects.all(), n)
        if interview.decision and interview.decision.is_awaiting:
            place = list(RoutingDecision.objects.order_by("pk")).index(interview.decision)
            self.answer_an_override(place, agreed=True)
            return
        answer = Answer(base=interview.proposed_base)
        self.do(lambda: decide(screening=interview, answer=answer, **self.by_ani))

    def _place(self, case: Case, placement: Placement | None) -> None:
        if placement is None:
            where = {"case": case, "institution": people.kenanga(), "note": ""}
            self.do(lambda: request_placement(**where, **self.by_ani))
        elif placement.status == PlacementStatus.REQUESTED:
            self._with(placement, accept_placement, note="", worker=None)
        else:
            begin = {"starts_on": self.today, "planned_end_on": None}
            self._with(placement, start_placement, **begin)

    def _end(self, placement: Placement | None, ending: Ending) -> None:
        """The gate has walks of its own (tests/care/ending/test_terminating.py)."""
        if placement is not None:
            open_gate(placement, ending)
            self._with(placement, end_placement, ending=ending)

    def _with_placement(self, n: int, act: Callable[..., object], **options: Any) -> None:
        placement = nth(Placement.objects.all(), n)
        if placement is not None:
            self._with(placement, act, **options)

    def _with(self, placement: Any, act: Callable[..., object], **options: Any) -> None:
        self.do(lambda: act(placement=placement, **options, **self.by_ani))

    @invariant()
    def a_status_has_its_facts(self) -> None:
        cases = Case.objects.all()
        assert not cases.filter(status__in=NEEDS_RISK, risk="").exists()
        assert not cases.filter(status__in=NEEDS_BASE, base="").exists()
        assert not cases.filter(status=CaseStatus.AFTERCARE, service_ended_on=None).exists()
        assert not cases.filter(service_ended_on__lt=F("service_started_on")).exists()
        is_over = Q(closed_on__isnull=False, next_step="", next_due_on=None) & ~Q(close_reason="")
        assert not cases.filter(status=CaseStatus.CLOSED).exclude(is_over).exists()
        goes_on = Q(closed_on=None, close_reason="", next_due_on__isnull=False) & ~Q(next_step="")
        assert not cases.open().exclude(goes_on).exists()

    @invariant()
    def a_client_has_one_current_case(self) -> None:
        current = Count("cases", filter=Q(cases__is_current=True))
        assert not Client.objects.annotate(n=current).exclude(n=1).exists()
        assert not Case.objects.open().filter(is_current=False).exists()

    @invariant()
    def a_case_has_one_open_placement_and_only_while_it_waits_or_runs(self) -> None:
        running = Placement.objects.filter(status=PlacementStatus.ACTIVE)
        assert not running.exclude(case__status=CaseStatus.IN_SERVICE).exists()
        assert running.count() == Case.objects.filter(status=CaseStatus.IN_SERVICE).count()
        waiting = Placement.objects.open().exclude(pk__in=running)
        assert not waiting.exclude(case__status=CaseStatus.PLACEMENT).exists()
        many = Case.objects.annotate(
            n=Count("placements", filter=Q(placements__in=Placement.objects.open()))
        )
        assert not many.filter(n__gt=1).exists()

    @invariant()
    def nobody_takes_a_place_that_is_not_there(self) -> None:
        assert all(occupancy(each).taken <= PLACES for each in Institution.objects.all())


def nth(found: Any, n: int) -> Any:
    """One of the rows, whichever number was drawn; None where there are none."""
    there = list(found.order_by("pk"))
    return there[n % len(there)] if there else None


def rows() -> list[tuple[str, str]]:
    """What a refused service must not have touched, as PostgreSQL writes it."""
    models = (
        *(Client, Consent, Case, CaseEvent, Screening),
        *(Placement, WaitingEntry, FollowUp, Relapse, Imprisonment),
    )
    tables = [model._meta.db_table for model in models]
    asked = " UNION ALL ".join(f"SELECT '{table}', it::text FROM {table} it" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return sorted(cursor.fetchall())
