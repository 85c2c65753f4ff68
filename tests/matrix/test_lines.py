"""Each line of who sees what holds alone, and without both of them this test sees people everywhere (its teeth)."""

from collections.abc import Iterator

import pytest

from tests.matrix import choosing, lines
from tests.matrix.addresses import ROUTES
from tests.matrix.calling import Caller, Seen
from tests.matrix.choosing import ABOUT_PEOPLE
from tests.matrix.words import PEOPLE


PER_ROUTE = 4
# Lists and forms that name nobody even then, each with its reason.
BLIND = {
    "api:reports-list": "figures",
    "api:submissions-list": "figures",
    "api:screenings-list": "codes and numbers, no words",
    "audit:accesses": "for those who watch",
    "audit:signals": "for those who watch",
    "care:ics": "only the calls that one carries oneself",
    "care:placements": "asked for by the institution at either end",
    "care:delivery_log": "asked for by the institution that gave it",
    "care:groups": "asked for by the institution whose groups they are",
    "care:group_new": "a form",
    "care:group_edit": "asked for by the institution whose group it is",
    "care:group_join": "asked for by the institution whose group it is",
    "care:group_meet": "asked for by the institution whose group it is",
    "care:meeting_correct": "asked for by the institution whose meeting it was",
    "care:member_step": "asked for by the institution whose group it is",
    "care:member_leave": "asked for by the institution whose group it is",
    "care:transfers": "asked for by the institution at either end",
    "clients:close_emergency": "only one's own",
    "clients:emergencies": "asked for by the client's institution",
    "clients:emergency": "a form",
    "clients:field_rules": "a table of rules",
    "clients:intake": "a form",
    "clients:new": "a form",
    "clients:search": "leads to the list",
    "clients:tasks": "asked for by owner or institution",
    "screening:instrument": "an instrument",
    "screening:instruments": "instruments, and how often they are used",
}
# Behind these a right is asked for as well, or they show codes alone: there a row of others is found, not shown.
FOUND_ONLY = {
    "api:placements-accept", "api:placements-decline", "api:placements-withdraw", "api:screenings-detail",
    "care:accept", "care:compare", "care:decline", "care:end", "care:next_follow_up", "care:open", "care:request", "care:review",
    "care:start", "care:withdraw", "care:open_plan", "care:plan_answer", "care:gate_waive", "care:termination_ask",
    "care:termination_answer", "care:termination_cancel",
    "care:transfer_new", "care:transfer_open", "care:transfer_accept", "care:transfer_decline", "care:transfer_withdraw", "care:transfer_depart", "care:transfer_arrive", "care:transfer_missing",
    "care:referral_letter", "care:support_new", "care:support_agree", "care:support_decline", "care:support_end", "care:support_task",
    "clients:access", "clients:changes", "clients:close", "clients:edit",
    "care:reoffer", "care:wait", "care:waiting_contact", "care:waiting_interim", "care:waiting_leave",
    "clients:reassign", "clients:reopen", "clients:withdraw_consent", "screening:autosave", "screening:continue",
    "screening:decide", "screening:refer", "screening:review", "screening:section", "screening:sections",
    "screening:start", "screening:correct", "screening:step", "screening:trend_chart",
    "screening:assessment_sign", "screening:assessment_return",
    "screening:approval", "screening:review_override", "screening:second", "screening:withdraw_override",
}  # fmt: skip
HIDES = {"404", "405", "in"}


def people_met(seen: Seen) -> set[str]:
    """Houses have words too, but stand behind the first line alone: there is no person in them."""
    return {of for of in seen.leaks if of in PEOPLE} | {
        of for of in seen.foreign if "house" not in of
    }


@pytest.mark.parametrize("away", [lines.fence_down, lines.everything_visible])
@pytest.mark.parametrize("name", ABOUT_PEOPLE)
def test_one_line_alone_holds(caller, name, away, request):
    calls = choosing.with_one_line(ROUTES[name])
    whole = request.config.getoption("--all")
    chosen = list(calls) if whole else choosing.thinned(calls, PER_ROUTE)
    with away():
        for call in chosen:
            for seen in caller.seen(call):
                assert people_met(seen) == set(), f"{call} at {seen.url}"


@pytest.mark.parametrize("name", [n for n in ABOUT_PEOPLE if n not in FOUND_ONLY | BLIND.keys()])
def test_without_both_lines_people_are_met(caller, name):
    with lines.both_away():
        assert any(people_met(seen) for seen in _foreign_looks(caller, name))


@pytest.mark.parametrize("name", sorted(FOUND_ONLY))
def test_without_both_lines_rows_of_others_are_found(caller, name):
    with lines.both_away():
        assert any(seen.status not in HIDES for seen in _foreign_looks(caller, name))


def _foreign_looks(caller: Caller, name: str) -> Iterator[Seen]:
    for call in choosing.with_one_line(ROUTES[name]):
        if call.who in {"supervisor", "key", "manager"} and not call.named:
            yield from caller.seen(call)
