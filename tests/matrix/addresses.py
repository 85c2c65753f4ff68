"""Where each route leads for each relation: to that relation's row, at the stage at which the route has work to do."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from tests.architecture.doors import DOORS
from tests.matrix.words import PEOPLE
from tests.matrix.world import Person, World


NOWHERE = ("none",)
HOUSES = ("own", "other")


class Route(NamedTuple):
    name: str
    arguments: tuple[str, ...]
    relations: tuple[str, ...]

    @property
    def is_of_a_person(self) -> bool:
        return self.relations == PEOPLE


def _walk(entries: Any, space: str = "", before: str = "") -> Iterator[tuple[str, str]]:
    for entry in entries:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry.url_patterns, inner, pattern)
        elif isinstance(entry, URLPattern) and entry.name:
            yield space + entry.name, pattern


def _relations(name: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    space = re.split(r"[:_]", name)[0]
    if not {"pk", "case_pk", "client_pk", "job_pk", "token"} & set(arguments):
        return NOWHERE
    if space in {"accounts", "partners", "reports"} or name in OF_HOUSES:
        return HOUSES
    return NOWHERE if space in {"mfa", "admin"} else PEOPLE


OF_HOUSES = {
    "care:group", "care:group_edit", "care:group_join", "care:group_meet", "care:meeting", "care:meeting_correct",
    "api:agreements-detail", "api:reports-detail", "api:reports-job", "api:submissions-detail", "api:submissions-send",
}  # fmt: skip


def routes() -> dict[str, Route]:
    found = {}
    for name, pattern in _walk(get_resolver().url_patterns):
        arguments = tuple(re.findall(r"[<:](\w+)>", pattern))
        found[name] = Route(name, arguments, _relations(name, arguments))
    return found


ROUTES = routes()
# At which stage a client gives a page about one something to show or to do.
STAGE = {
    "clients:reopen": "closed",
    "screening:client": "decided",
    "screening:continue": "draft",
    "screening:decide": "decided",
    "screening:sections": "draft",
    "screening:section": "draft",
    "screening:autosave": "draft",
    "screening:review": "draft",
    "screening:refer": "danger",
    "screening:result": "to_place",
    "screening:trend": "to_place",
    "screening:trend_chart": "to_place",
    "screening:correct": "decided",
    "screening:step": "active",
    "screening:assessment_start": "decided",
    "screening:assessment": "assessing",
    "screening:assessment_danger": "assessing",
    "screening:assessment_section": "assessing",
    "screening:assessment_autosave": "assessing",
    "screening:assessment_review": "assessing",
    "screening:assessment_sign": "asked_to_sign",
    "screening:assessment_return": "asked_to_sign",
    "screening:assessment_correct": "signed",
    "screening:assessment_result": "signed",
    "screening:assessment_print": "signed",
    "screening:assessment_compare": "signed",
    "screening:second": "far_apart",
    "screening:approval": "asked",
    "screening:withdraw_override": "asked",
    "screening:review_override": "approved",
    "care:client": "active",
    "care:open": "active",
    "care:request": "to_place",
    "care:compare": "to_place",
    "care:placement": "active",
    "care:accept": "requested",
    "care:decline": "requested",
    "care:withdraw": "requested",
    "care:start": "accepted",
    "care:review": "active",
    "care:end": "active",
    "care:reoffer": "declined",
    "care:wait": "to_place",
    "care:waiting": "waiting",
    "care:waiting_contact": "waiting",
    "care:waiting_interim": "waiting",
    "care:waiting_leave": "waiting",
    "care:aftercare": "aftercare",
    **dict.fromkeys(
        (
            "care:plan",
            "care:open_plan",
            "care:plan_edit",
            "care:goal_new",
            "care:goal",
            "care:goal_remove",
            "care:service_new",
            "care:service",
            "care:service_remove",
            "care:plan_submit",
            "care:plan_review",
            "care:plan_version",
            "care:plan_print",
            "care:conferences",
            "care:conference_new",
            "care:conference",
            "care:decision_new",
            "care:conference_print",
            "care:termination",
            "care:gate_waive",
            "care:termination_ask",
            "care:termination_cancel",
            "care:aftercare_plan",
        ),
        "active",
    ),
    "care:plan_start": "to_place",
    "care:plan_answer": "accepted",
    "care:plan_agree": "requested",
    "care:termination_answer": "ending",
    "care:next_follow_up": "aftercare",
    "care:follow_up": "aftercare",
    "care:transfer_new": "active",
    "care:transfer_open": "proposed",
    "care:transfer": "proposed",
    "care:transfer_accept": "proposed",
    "care:transfer_decline": "proposed",
    "care:transfer_withdraw": "proposed",
    "care:transfer_depart": "leaving",
    "care:transfer_arrive": "travelling",
    "care:transfer_missing": "travelling",
    "care:referral_letter": "active",
    "care:supporting": "supported",
    "care:support_new": "active",
    "care:support_agree": "supported",
    "care:support_decline": "supported",
    "care:support_end": "supported",
    "care:support_task": "supported",
    **dict.fromkeys(
        (
            "care:deliveries",
            "care:deliver_session",
            "care:deliver_visit",
            "care:deliver_aid",
            "care:deliver_training",
            "care:delivery",
            "care:delivery_paper",
            "care:member",
            "care:member_step",
            "care:member_leave",
        ),
        "active",
    ),
    "care:group_join": "accepted",
    "api:screenings-detail": "to_place",
    "api:placements-detail": "active",
    "api:placements-accept": "requested",
    "api:placements-decline": "requested",
    "api:placements-withdraw": "requested",
}
ROW_OF_A_PERSON = {
    "screening:approval": "decision",
    "screening:withdraw": "decision",
    "screening": "screening",
    "screening:assessment": "assessment",
    "care": "placement",
    "api:cases": "case",
    "api:screenings": "screening",
    "api:placements": "placement",
    "care:follow_up": "follow_up",
    "care:transfer": "transfer",
    "care:support": "support",
    "care:delivery": "delivery",
    "care:member": "membership",
    "care:plan": "plan",
    "care:goal": "goal",
    "care:service": "service",
    "care:conference": "conference",
    "care:decision": "conference",
    "care:waiting": "entry",
    "clients:review_emergency": "emergency",
    "clients:close_emergency": "emergency",
    "clients:task": "task",
}
ROW_OF_A_HOUSE = {
    "accounts:user": "user",
    "accounts:role": "user",
    "accounts:act": "user",
    "accounts:resend": "invitation",
    "accounts:revoke": "invitation",
    "accounts:service_key_revoke": "service_key",
    "accounts:end_session": "user",
    "reports:job": "job",
    "reports:submission_accept": "sent",
    "reports:submission_return": "sent",
    "reports:submission": "submission",
    "reports": "report",
    "partners:institution": "institution",
    "partners:institution_edit": "institution",
    "partners": "agreement",
    "api:agreements": "agreement",
    "api:reports": "report",
    "api:submissions": "submission",
    "api:reports-job": "job",
    "care:group": "group",
    "care:meeting": "meeting",
}
SLUGS = {
    "screening:assessment_section": {"slug": "kesehatan"},
    "screening:assessment_autosave": {"slug": "kesehatan"},
}
# Arguments that name no row of the world.
FIXED = {
    "slug": "q2",
    "code": "dast10",
    "version": "1.0",
    "name": "aktif",
    "field": "nik",
    "path": "tidak/ada",
    "item": "tasks",
    "key": "set-password",
    "uidb36": "1",
    "object_id": 1,
    "content_type_id": 1,
    "app_label": "regions",
    "url": "tidak/ada",
}


def person_for(world: World, name: str, relation: str) -> Person:
    return world.of(relation, STAGE.get(name, "intake"))


def _row(world: World, route: Route, relation: str) -> Any:
    name = route.name
    spaces = (name, name.partition("-")[0], name.partition("_")[0], name.partition(":")[0])
    if relation == "none":
        return None
    if not route.is_of_a_person:
        kind = next(
            (ROW_OF_A_HOUSE[space] for space in spaces if space in ROW_OF_A_HOUSE), "institution"
        )
        return world.houses[relation][kind]
    person = person_for(world, name, relation)
    kind = next((ROW_OF_A_PERSON[s] for s in spaces if s in ROW_OF_A_PERSON), "client")
    return getattr(person, kind)


def address(world: World, route: Route, relation: str, *, like: str = "") -> str:
    """`like`: an address of the same route, for the arguments that name no row."""
    arguments = (
        FIXED | SLUGS.get(route.name, {}) | (resolve(like.partition("?")[0]).kwargs if like else {})
    )
    row = _row(world, route, relation)
    if row is not None:
        arguments |= {"pk": row.pk, "job_pk": row.pk}
    else:
        arguments.setdefault("pk", 1)
    if route.is_of_a_person:
        person = person_for(world, route.name, relation)
        arguments |= {"case_pk": person.case.pk, "client_pk": person.client.pk}
        arguments["contact_pk"] = person.contact.pk
    if "line_pk" in route.arguments:
        lines = row.money if route.name.endswith("money") else row.activities
        arguments["line_pk"] = lines.get().pk
    if "token" in route.arguments:
        arguments["token"] = world.houses[relation]["token"]
    return reverse(route.name, kwargs={name: arguments[name] for name in route.arguments})


def doors_of(name: str) -> list[str]:
    return [door for door in DOORS if door.split()[0] == name]
