"""Aftercare: its plan, its contacts, the calendar."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests import people
from tests.access import CARING, FILE, LISTS, within
from tests.care.aftercare.life_factories import (
    AftercareHandoverFactory,
    GuidanceFactory,
    ImprisonmentFactory,
)
from tests.care.aftercare.relapse_factories import RelapseFactory
from tests.care.factories import FollowUpFactory
from tests.care.plan_factories import (
    AftercarePlanFactory,
)
from tests.clients.factories import (
    CaseFactory,
)
from tests.regions.factories import RegencyFactory
from tests.route import NOW, SOON, TODAY, Door, Route
from tests.screening.factories import consenting_case
from tests.screening.review_factories import rescreened


def _follow_up() -> Door:
    due = NOW
    case = CaseFactory(in_aftercare=True, opened_on=due - timedelta(days=90))
    case.service_ended_on = case.service_started_on = due - timedelta(days=7)
    case.save()
    row = FollowUpFactory(case=case, due_on=due)
    body = {"on": TODAY, "channel": "phone", "outcome": "needs_help"}
    return Door(people.ani(), reverse("care:follow_up", args=[row.pk]), body)


def _aftercare() -> Door:
    case = AftercarePlanFactory().case
    return Door(
        people.ani(), reverse("care:aftercare_plan", args=[case.pk]), {"first_contact_on": TODAY}
    )


def _relapsed(name: str) -> Callable[[], Door]:
    def made() -> Door:
        row = RelapseFactory(case=consenting_case(in_aftercare=True))
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]))

    return made


def _relapse_settle() -> Door:
    row = RelapseFactory(case=consenting_case(in_aftercare=True), planned=True)
    rescreened(row.case, "low", at=timezone.now(), reason="relapse")
    url = reverse("care:relapse_settle", args=[row.pk])
    return Door(people.ani(), url, {"answer": "support"})


def _relapse_name() -> Door:
    case = consenting_case(in_aftercare=True)
    return Door(people.ani(), reverse("care:relapse_name", args=[case.pk]), {"on": TODAY})


def _imprisonment() -> Door:
    case = consenting_case(in_aftercare=True)
    body = {"began_on": TODAY, "prison": "Lapas Cibinong"}
    return Door(people.ani(), reverse("care:imprisonment", args=[case.pk]), body)


def _imprisoned(name: str, body: dict[str, str]) -> Callable[[], Door]:
    def made() -> Door:
        row = ImprisonmentFactory(case=consenting_case(in_aftercare=True))
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]), body)

    return made


def _moved() -> Door:
    case = consenting_case(in_aftercare=True)
    url = reverse("care:moved", args=[case.pk])
    return Door(people.ani(), url, {"regency": RegencyFactory().pk, "address": "Jl. Merdeka 9"})


def _death() -> Door:
    case = CaseFactory(closed=True, close_reason="died")
    body = {
        "is_day_unknown": "",
        "on": "2026-06-20",
        "place": "home",
        "cause": "drugs",
        "by_overdose": "yes",
    }
    return Door(people.ani(), reverse("care:death", args=[case.pk]), body)


def _handover_new() -> Door:
    case = consenting_case(in_aftercare=True)
    to = people.kenanga()
    body = {"institution": to.pk, "agreed_on": TODAY, "agreed_how": "signed"}
    return Door(people.ani(), reverse("care:handover_new", args=[case.pk]), body)


def _handover_answer() -> Door:
    row = AftercareHandoverFactory(case=consenting_case(in_aftercare=True))
    url = reverse("care:handover_answer", args=[row.pk])
    return Door(people.eko(), url, {"answer": "accept", "worker": people.citra().pk})


def _handover_withdraw() -> Door:
    row = AftercareHandoverFactory()
    return Door(people.ani(), reverse("care:handover_withdraw", args=[row.pk]), {})


def _guidance_start() -> Door:
    case = consenting_case(in_aftercare=True)
    body = {"starts_on": TODAY, "planned_until": SOON}
    return Door(people.ani(), reverse("care:guidance_start", args=[case.pk]), body)


def _guided(name: str, body: dict[str, str]) -> Callable[[], Door]:
    def made() -> Door:
        row = GuidanceFactory()
        return Door(people.ani(), reverse(f"care:{name}", args=[row.pk]), body)

    return made


ROUTES = [
    Route(
        "care:schedule",
        also_asked=("?tampilan=bulan",),
        statuses={"GET": LISTS},
        asked="tampilan bulan saat petugas jenis halaman",
    ),
    Route(
        "care:ics",
        statuses={"GET": LISTS},
        blind="only the calls that one carries oneself",
        asked="petugas",
    ),
    Route(
        "care:aftercare",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
    ),
    Route(
        "care:next_follow_up",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:follow_up",
        about="follow_up",
        stage="aftercare",
        door=_follow_up,
        statuses={"GET": FILE, "POST": within(CARING, CARING)},
    ),
    Route(
        "care:open_relapse",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:relapse_name",
        about="client",
        stage="active",
        door=_relapse_name,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:relapse",
        about="relapse",
        stage="aftercare",
        statuses={"GET": FILE},
    ),
    Route(
        "care:relapse_plan",
        about="relapse",
        stage="aftercare",
        door=_relapsed("relapse_plan"),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:relapse_settle",
        about="relapse",
        stage="aftercare",
        door=_relapse_settle,
        statuses={"GET POST": within(CARING, CARING)},
        answers={"POST": "422"},
        found_only=True,
    ),
    Route(
        "care:relapse_reentry",
        about="relapse",
        stage="aftercare",
        door=_relapsed("relapse_reentry"),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:imprisonment",
        about="client",
        stage="aftercare",
        door=_imprisonment,
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:released",
        about="imprisonment",
        stage="aftercare",
        door=_imprisoned("released", {"on": TODAY}),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:after_prison",
        about="imprisonment",
        stage="aftercare",
        door=_imprisoned("after_prison", {}),
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:moved",
        about="client",
        stage="aftercare",
        door=_moved,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:death",
        at_home=lambda _world, _relation: {"on": TODAY},
        about="client",
        stage="closed",
        door=_death,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:handover_open",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
        answers={"GET": "302"},
        found_only=True,
    ),
    Route(
        "care:handover_new",
        about="client",
        stage="aftercare",
        door=_handover_new,
        at_home=lambda _world, _relation: {"institution": people.melati().pk},
        statuses={"GET POST": within(CARING)},
        found_only=True,
        strangers={"institution": people.melati},
    ),
    Route(
        "care:handover",
        about="handover",
        stage="handed",
        statuses={"GET": FILE},
    ),
    Route(
        "care:handover_answer",
        about="handover",
        stage="handed",
        door=_handover_answer,
        statuses={"GET POST": within("", "supervisor manager ipwl")},
        strangers={"worker": people.ani},
        found_only=True,
    ),
    Route(
        "care:handover_withdraw",
        about="handover",
        stage="handed",
        door=_handover_withdraw,
        statuses={"GET POST": within(CARING)},
        found_only=True,
    ),
    Route(
        "care:guidance",
        about="client",
        stage="aftercare",
        statuses={"GET": FILE},
    ),
    Route(
        "care:guidance_start",
        about="client",
        stage="aftercare",
        door=_guidance_start,
        statuses={"GET POST": within(CARING, CARING)},
        answers={"POST": "422"},
        found_only=True,
    ),
    Route(
        "care:guidance_contact",
        about="guidance",
        stage="aftercare",
        door=_guided("guidance_contact", {"on": TODAY, "track": "family"}),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:guidance_end",
        about="guidance",
        stage="aftercare",
        door=_guided("guidance_end", {"on": TODAY, "attained": "reached"}),
        statuses={"GET POST": within(CARING, CARING)},
        found_only=True,
    ),
    Route(
        "care:aftercare_plan",
        about="client",
        stage="active",
        door=_aftercare,
        statuses={"GET POST": within(CARING, CARING)},
    ),
]
