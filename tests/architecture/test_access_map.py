"""Who may open which address. Every route of ours stands in this table; one that does not fails the build."""

from itertools import combinations

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from care.models import SupportingBase, Transfer
from clients.models import Case, Client
from common.models import ReadLog
from screening.models import RoutingDecision
from tests import people
from tests.care.delivery_factories import (
    AidFactory,
    AttendanceFactory,
    DeliveryFactory,
    MembershipFactory,
    with_proof,
)
from tests.care.factories import FollowUpFactory, PlacementFactory
from tests.care.plan_factories import (
    CaseConferenceFactory,
    PlanGoalFactory,
    PlanServiceFactory,
    ServicePlanFactory,
)
from tests.care.transfer_factories import SupportingBaseFactory, TransferFactory
from tests.care.waiting_factories import WaitingEntryFactory
from tests.clients.factories import CaseFactory, FamilyContactFactory
from tests.clients.task_factories import CaseTaskFactory
from tests.screening.assessment_factories import bare
from tests.screening.factories import ScreeningFactory
from tests.screening.routing_factories import asked_for_approval


pytestmark = pytest.mark.django_db

# Addresses about one client, case, screening, placement or follow-up: 404 for strangers.
OF_A_PERSON = {
    "clients:file", "clients:profile", "clients:edit", "clients:access", "clients:changes", "clients:note", "clients:reassign",
    "clients:reopen", "clients:add_family", "clients:edit_family", "clients:close", "clients:reveal", "clients:withdraw_consent",
    "screening:client", "screening:start", "screening:continue", "screening:decide", "screening:sections",
    "screening:section", "screening:autosave", "screening:review", "screening:refer", "screening:result",
    "screening:trend", "screening:trend_chart", "screening:step", "screening:correct",
    "screening:second", "screening:approval", "screening:withdraw_override", "screening:review_override",
    "care:client", "care:open", "care:request", "care:compare", "care:placement", "care:accept", "care:decline",
    "care:withdraw", "care:start", "care:review", "care:end", "care:aftercare", "care:next_follow_up",
    "care:follow_up", "clients:task",
    "care:reoffer", "care:wait", "care:waiting", "care:waiting_contact", "care:waiting_interim",
    "care:waiting_leave",
    "screening:assessment_start", "screening:assessment", "screening:assessment_danger",
    "screening:assessment_section", "screening:assessment_autosave", "screening:assessment_review",
    "screening:assessment_sign", "screening:assessment_return", "screening:assessment_correct",
    "screening:assessment_result", "screening:assessment_print", "screening:assessment_compare",
    "care:transfer", "care:transfer_accept", "care:transfer_decline", "care:transfer_withdraw", "care:transfer_depart", "care:transfer_arrive", "care:transfer_missing",
    "care:support_agree", "care:support_decline", "care:support_end", "care:support_task", "care:transfer_new", "care:transfer_open", "care:referral_letter", "care:supporting", "care:support_new",
    "care:deliveries", "care:deliver_session", "care:deliver_visit", "care:deliver_aid", "care:deliver_training",
    "care:delivery", "care:delivery_paper", "care:member", "care:member_step", "care:member_leave",
    "care:plan", "care:open_plan", "care:plan_start", "care:plan_edit", "care:goal_new", "care:service_new",
    "care:plan_submit", "care:plan_answer", "care:plan_agree", "care:plan_review", "care:goal", "care:goal_remove",
    "care:service", "care:service_remove", "care:plan_version", "care:plan_print", "care:conferences",
    "care:conference_new", "care:conference", "care:decision_new", "care:conference_print", "care:termination",
    "care:gate_waive", "care:termination_ask", "care:termination_answer", "care:termination_cancel", "care:aftercare_plan",
}  # fmt: skip
# Lists and forms about no one in particular; what they show is narrowed by `visible_to`.
NARROWED = {
    "clients:list", "clients:tasks", "clients:search", "clients:new", "clients:matches", "clients:intake", "screening:list",
    "clients:field_rules", "clients:emergency", "clients:emergencies", "clients:review_emergency", "clients:close_emergency",
    "audit:accesses", "audit:signals", "screening:instruments", "screening:instrument",
    "care:placements", "care:transfers", "care:waiting_list", "care:schedule", "care:ics", "desk:home", "desk:notices",
    "care:delivery_log", "care:groups", "care:group_new", "care:group", "care:group_edit", "care:group_join",
    "care:group_meet", "care:meeting", "care:meeting_correct",
}  # fmt: skip
# No person in them.
IMPERSONAL = {"accounts", "partners", "reports", "styleguide", "health"}
# The API: who is told what stands in tests/api/test_reading.py and test_writing.py, which follow its schema, and a
# test there holds schema and routes equal.
OF_MACHINES = {"api"}
OUTSIDE = {"account_", "mfa_", "admin"}


def routes(patterns=None, prefix="") -> list[str]:
    found: list[str] = []
    for entry in patterns or get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else prefix
            found += routes(entry.url_patterns, space)
        elif isinstance(entry, URLPattern) and entry.name:
            found.append(prefix + entry.name)
    return found


def test_every_route_stands_in_the_table():
    unknown = [
        name
        for name in routes()
        if name not in OF_A_PERSON | NARROWED
        and name.split(":")[0] not in IMPERSONAL | OF_MACHINES | {"admin"}
        and not name.startswith(("account_", "mfa_"))
    ]

    assert unknown == []


def test_the_table_names_no_route_that_is_gone():
    assert (OF_A_PERSON | NARROWED) - set(routes()) == set()


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_a_stranger_is_told_nothing(client, name):
    url = address(name)

    for person in (people.citra, people.dewi, people.fitri):
        client.force_login(person())
        statuses = {getattr(client, method)(url).status_code for method in ("get", "post")}
        assert statuses <= {404, 405}, person


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_nobody_gets_in_without_signing_in(client, name):
    response = client.get(address(name))

    assert response.status_code in {302, 405}
    if response.status_code == 302:
        assert reverse("account_login") in response["Location"]


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_an_auditor_reads_and_writes_nothing(client, name):
    from clients.models import CaseEvent

    url = address(name)
    told = CaseEvent.objects.count()
    client.force_login(people.gita())

    status = client.post(url, {}).status_code

    assert status in {302, 403, 405} or name == "clients:reveal"
    assert CaseEvent.objects.count() == told


@pytest.mark.parametrize("name", sorted(OF_A_PERSON))
def test_whoever_is_shown_a_person_is_written_down(client, name):
    """UU 27/2022 art. 31: processing is recorded, and looking is processing."""
    url = address(name)
    client.force_login(people.ani())

    answer = client.get(url)

    if answer.status_code == 200:
        person = Client.objects.get()
        assert ReadLog.objects.filter(client_ids=[person.pk], user=people.ani()).exists()


def address(name: str) -> str:
    row = _row_with_a_case(name)
    waits = name in PLACEMENT_PAGES or name.startswith("care:wait")
    case = _case_of(row) if row else CaseFactory(to_place=waits)
    if name in PLACEMENT_PAGES:
        row = PlacementFactory(case=case, shared=False)
    about = {
        "case_pk": case.pk,
        "client_pk": case.client_id,
        "field": "nik",
        "contact_pk": FamilyContactFactory(client=case.client).pk,
    }
    pk = row.pk if row else _pk(name, case)
    slug = "kesehatan" if name.startswith("screening:assessment") else "q1"
    if name == "screening:instrument":
        return reverse(name, args=["dast10", "1.0"])
    return _reverse(name, {**about, "pk": pk, "slug": slug, "item": "goals"})


def _pk(name: str, case: Case) -> int:
    if name in ROW_OF:
        return ROW_OF[name](case)
    if name.startswith("care:waiting"):
        return WaitingEntryFactory(case=case).pk
    if name in PLAN_ROWS:
        return PLAN_ROWS[name](case).pk
    if name.startswith("screening:assessment"):
        return bare(case).pk
    if name.startswith("screening:"):
        return ScreeningFactory(case=case).pk
    return case.client_id


def _row_with_a_case(name: str) -> Transfer | SupportingBase | RoutingDecision | None:
    """What a page is about that makes its case itself; nobody but the keeper sees the file."""
    if name in TRANSFER_PAGES:
        before = PlacementFactory(active=True, shared=False)
        return TransferFactory(from_placement=before, shared=False)
    if name in SUPPORT_PAGES:
        before = PlacementFactory(active=True, shared=False)
        return SupportingBaseFactory(case=before.case, shared=False)
    return asked_for_approval() if name in DECISION_PAGES else None


def _case_of(row: Transfer | SupportingBase | RoutingDecision) -> Case:
    return row.screening.case if isinstance(row, RoutingDecision) else row.case


DECISION_PAGES = {"screening:approval", "screening:withdraw_override"}
TRANSFER_PAGES = {
    "care:transfer", "care:transfer_accept", "care:transfer_decline", "care:transfer_withdraw", "care:transfer_depart", "care:transfer_arrive", "care:transfer_missing",
}  # fmt: skip
SUPPORT_PAGES = {
    "care:support_agree",
    "care:support_decline",
    "care:support_end",
    "care:support_task",
}


def _membership(case) -> int:
    return MembershipFactory(case=case).pk


def _group(case) -> int:
    return MembershipFactory(case=case).group_id


def _meeting(case) -> int:
    return AttendanceFactory(
        case=case, session__group=MembershipFactory(case=case).group
    ).session_id


# What the id in an address names, where it is neither a client nor a placement.
ROW_OF = {
    "care:follow_up": lambda case: FollowUpFactory(case=case).pk,
    "clients:task": lambda case: CaseTaskFactory(case=case).pk,
    **dict.fromkeys(
        ("care:waiting", "care:waiting_contact", "care:waiting_interim", "care:waiting_leave"),
        lambda case: WaitingEntryFactory(case=case).pk,
    ),
    "care:delivery": lambda case: DeliveryFactory(case=case).pk,
    "care:delivery_paper": lambda case: with_proof(AidFactory(delivery__case=case)).delivery_id,
    **dict.fromkeys(("care:member", "care:member_step", "care:member_leave"), _membership),
    **dict.fromkeys(
        ("care:group", "care:group_edit", "care:group_join", "care:group_meet"), _group
    ),
    **dict.fromkeys(("care:meeting", "care:meeting_correct"), _meeting),
}
PLACEMENT_PAGES = {
    "care:placement", "care:accept", "care:decline", "care:withdraw", "care:start", "care:review", "care:end", "care:reoffer",
}  # fmt: skip
# Whose row stands in the address.
PLAN_ROWS = {
    **dict.fromkeys(
        ("care:goal", "care:goal_remove"), lambda case: PlanGoalFactory(plan__case=case)
    ),
    **dict.fromkeys(
        ("care:service", "care:service_remove"), lambda case: PlanServiceFactory(plan__case=case)
    ),
    **dict.fromkeys(
        ("care:plan_version", "care:plan_print"), lambda case: ServicePlanFactory(case=case)
    ),
    **dict.fromkeys(
        ("care:conference", "care:decision_new", "care:conference_print"),
        lambda case: CaseConferenceFactory(case=case),
    ),
}


def _reverse(name: str, about: dict[str, object]) -> str:
    """Reverse with whichever of the arguments the route takes."""
    for size in range(len(about) + 1):
        for keys in combinations(about, size):
            try:
                return reverse(name, kwargs={key: about[key] for key in keys})
            except NoReverseMatch:
                continue
    raise AssertionError(name)


@pytest.mark.parametrize(
    "name",
    [
        "clients:list",
        "screening:list",
        "care:placements",
        "care:waiting_list",
        "care:schedule",
        "care:ics",
        "care:groups",
        "care:delivery_log",
    ],
)
def test_the_ministry_has_no_lists_of_people(client, name):
    client.force_login(people.fitri())

    assert client.get(reverse(name)).status_code == 403
