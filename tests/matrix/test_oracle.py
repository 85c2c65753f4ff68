"""What the matrix looks for is there to be found, however it is written."""

import pytest

from clients.models import Client
from tests.matrix import choosing, words
from tests.registry import ROUTES


# How the digits of one client of others may be written; {n} is where that client's number stands.
WRITTEN = (
    "KENARIASING",
    "Kenariasingqbf",
    "NIK 327101150300{n}",
    "3271 0115 0300 {n}",
    "08177-{n}-0",
    "+62 8177{n}0",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_trace_of_others_is_seen(caller, text):
    number = 5000 + caller.world.of("other", "intake").number

    assert caller.oracle.leaks("worker", f"<p>{text.format(n=number)}</p>") == {"other"}


def test_ones_own_are_no_leak(caller):
    assert caller.oracle.leaks("worker", "Kenarisendiriqaa 3271011503005000") == set()


# Who looked, and what waits: codes and days, written by the system.
CODES_ONLY = {"clients.BreakGlass", "clients.Wait"}


def models_with_texts():
    for model in words.tables():
        way = words.way_to(Client, model)
        texts = [f.name for f in model._meta.concrete_fields if words.carries_a_word(f)]
        if way and texts and model._meta.label not in CODES_ONLY and not is_history(model):
            yield model, texts


def is_history(model) -> bool:
    return hasattr(model, "pgh_tracked_model")


def test_every_text_about_a_client_carries_a_word(caller):
    silent = {
        f"{model._meta.label}.{name}"
        for model, texts in models_with_texts()
        for name in texts
        if not any(words.MARK.search(str(getattr(row, name))) for row in model._base_manager.all())
    }

    assert silent == set()


def test_what_is_drawn_of_many_calls_differs_in_its_callers_and_from_turn_to_turn():
    calls = list(choosing.with_one_line(ROUTES["clients:file"]))

    drawn = {turn: choosing.thinned(calls, 4, turn=turn) for turn in "abcdef"}

    assert {call.who for of_turn in drawn.values() for call in of_turn} == set(
        choosing.inside(ROUTES["clients:file"])
    )
