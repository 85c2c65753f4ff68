"""Plans, a case conference, and the end of care through its gate, as the stories of the demonstration have them."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from care.aftercare.services.planning import plan_aftercare
from care.aftercare_enums import AdvisedWho, Naloxone
from care.ending.facts import Advice
from care.ending.services.advising import give_advice
from care.ending.services.terminating import (
    approve_termination,
    ask_termination,
    prepare_termination,
    waive_item,
)
from care.enums import AgreedBy, AgreedHow, EndReason, GateItem, GoalStatus, Per, PlanDomain
from care.models import Placement, ServicePlan
from care.placement.services.stays import Ending
from care.plan.facts import Agreement, Goal, Minutes, Service, Standing, Staying
from care.plan.presets import usual_services
from care.plan.services.conferring import add_decision, record_conference
from care.plan.services.drafting import agree_plan, approve_plan, start_plan, submit_plan
from care.plan.services.items import save_goal, save_service
from care.plan.services.reviewing import review_plan
from clients.models import Case
from partners.enums import CareBase, Component
from tools.demonstration.life import Life
from tools.demonstration.world import World


MONTH = timedelta(days=30)
GOALS = (
    (PlanDomain.SUBSTANCE, "Tidak memakai NAPZA lagi.", "Hasil tes urine negatif tiga bulan berturut-turut."),
    (PlanDomain.FAMILY, "Berkumpul lagi dengan keluarga.", "Hadir dalam dialog keluarga setiap minggu."),
    (PlanDomain.WORK, "Bekerja kembali.", "Diterima magang atau membuka usaha."),
)  # fmt: skip


def plan(
    world: World, life: Life, ago: int, place: str, *, to_the_end: bool = False
) -> ServicePlan:
    """Written, approved, agreed; of those who are still in care some wait for somebody."""
    case, clock = life.reread(), world.clock
    day = clock.day(max(ago, 0))
    by: dict[str, Any] = {"actor": life.worker, "at": clock.at(day)}
    drafted = start_plan(
        case=case,
        summary="Pulih bersama keluarga, sehat, dan kembali bekerja.",
        review_on=day + MONTH,
        components=usual_services(case.base)[:3],
        **by,
    )
    _fill(drafted)
    waits = 0 if to_the_end else case.pk % 5
    if waits == 1:
        return drafted
    submit_plan(plan=drafted, **by)
    if waits == 2:
        return drafted
    approver = approver_of(world, life.worker, place)
    approve_plan(plan=drafted, actor=approver, at=by["at"])
    agreed = Agreement(day, AgreedBy.CLIENT, AgreedHow.SIGNED, "Saya mau mencoba.")
    return agree_plan(plan=drafted, agreement=agreed, **by)


def confer(world: World, life: Life, ago: int) -> None:
    case, clock = life.reread(), world.clock
    moment = clock.at(clock.day(max(ago, 0)))
    by: dict[str, Any] = {"actor": life.worker, "at": moment}
    told = Minutes(
        held_at=timezone.localtime(moment),
        place="Ruang rapat, dan daring",
        attendees="Pekerja sosial\nKonselor adiksi\nIbu klien",
        agenda="Arah layanan setelah bulan pertama",
        minutes="Klien mengikuti kegiatan. Keluarga ingin dilibatkan lebih sering.",
    )
    row = record_conference(case=case, told=told, **by)
    add_decision(
        conference=row,
        words="Dialog keluarga diadakan setiap minggu.",
        due_on=clock.today + timedelta(days=6),
        owner=life.worker,
        **by,
    )


def end(world: World, life: Life, ago: int, place: str, placement: Placement) -> None:
    """Goals reviewed, after-care planned, the last assessment left out with a reason, and another person agrees."""
    case, clock = life.reread(), world.clock
    day = clock.day(ago)
    by: dict[str, Any] = {"actor": life.worker, "at": clock.at(day)}
    _review_all(case, day + MONTH, by)
    staying = Staying(
        life.worker, day, "Sulit tidur, menarik diri, uang cepat habis.", "Ibu, 0812 0000 0000"
    )
    plan_aftercare(case=case, staying=staying, **by)
    advice = Advice(day, AdvisedWho.BOTH, Naloxone.PLACE_TOLD)
    give_advice(case=case, advice=advice, **by)
    ending = Ending(day, EndReason.GOALS_MET, "Rencana layanan tercapai.")
    row = prepare_termination(placement=placement, ending=ending, **by)
    why = "Asesmen akhir dilakukan di atas kertas."
    waive_item(termination=row, item=GateItem.EXIT_ASSESSMENT, reason=why, **by)
    ask_termination(termination=row, **by)
    approver = approver_of(world, life.worker, place)
    approve_termination(termination=row, actor=approver, at=by["at"])


def approver_of(world: World, asker: User, place: str) -> User:
    """Whoever answers for the place; where that is the asker, a supervisor."""
    head = world.head_of(place) if place else world.people["bambang"]
    return head if head.pk != asker.pk else world.people["bambang"]


def _review_all(case: Case, next_on: date, by: dict[str, Any]) -> None:
    running = case.plans.in_force().first()
    if running is None:
        return
    met = Standing(GoalStatus.MET, "Tercapai sebelum layanan berakhir.")
    standings = {goal.pk: met for goal in running.goals.all()}
    note = "Semua tujuan dibicarakan bersama klien dan keluarga."
    review_plan(plan=running, standings=standings, note=note, review_on=next_on, **by)


def _fill(plan: ServicePlan) -> None:
    case = plan.case
    until = plan.review_on + 3 * MONTH
    for domain, words, indicator in GOALS:
        goal = save_goal(
            plan=plan, goal=Goal(domain, words, until, indicator), actor=plan.drafted_by
        )
        if domain == PlanDomain.FAMILY:
            dialogue = Service(
                component=Component.K6 if case.base == CareBase.FAMILY else Component.C3,
                institution=case.institution,
                starts_on=plan.review_on - MONTH,
                ends_on=until,
                times=1,
                per=Per.WEEK,
                goal=goal,
            )
            save_service(plan=plan, service=dialogue, actor=plan.drafted_by)
