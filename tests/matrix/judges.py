"""What holds for every answer, whoever asks for whatever; each judge reads one call and what was seen of it."""

from tests.matrix.calling import SAFE, Call, Seen


WATCHING = {"auditor", "officer"}
# What those who only watch leave behind: that they looked, and their own session and account.
TRACES = {"common_readlog", "accounts_session", "usersessions_usersession", "common_idempotencykey"}
OF_ACCOUNTS = ("accounts:", "account_", "mfa_")
# Drawings: scores of a person, without the name.
NAMELESS = {"screening:trend_chart"}
MOST_QUERIES = 25


def nothing_of_others(call: Call, seen: Seen) -> None:
    assert seen.status != "500", f"{call} at {seen.url}"
    assert seen.leaks == set(), f"{call} at {seen.url} told of {seen.leaks}"
    assert seen.foreign == set(), f"{call} at {seen.url} changed {seen.foreign}"


def whoever_is_shown_is_written_down(call: Call, seen: Seen) -> None:
    """The other way round on pages; an answer of the API may be about a person without naming them."""
    if call.method not in SAFE or seen.status != "200":
        return
    assert seen.shown - seen.logged == set(), f"{call} at {seen.url}: not written down"
    if not call.route.startswith("api:") and call.route not in NAMELESS:
        assert seen.logged - seen.shown == set(), f"{call} at {seen.url}: written down, not shown"


def those_who_watch_write_nothing(call: Call, seen: Seen) -> None:
    if call.who not in WATCHING or call.route.startswith(OF_ACCOUNTS):
        return
    if call.who == "officer" and call.route == "clients:review_emergency":
        return
    if call.route.startswith(
        "exports:"
    ):  # what they ask to take along is theirs, as their account is
        return
    assert seen.changed <= TRACES, f"{call} at {seen.url} wrote to {seen.changed - TRACES}"


def few_questions(call: Call, seen: Seen) -> None:
    if call.method in SAFE:
        told = "\n".join(sql[:100] for sql in seen.queries)
        assert len(seen.queries) <= MOST_QUERIES, f"{call} asked {len(seen.queries)}:\n{told}"


JUDGES = (
    nothing_of_others,
    whoever_is_shown_is_written_down,
    those_who_watch_write_nothing,
    few_questions,
)
