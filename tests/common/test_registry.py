"""A registry is filled while Django starts and read ever after."""

import pytest

from common.registry import CannotRegister, Registry


def test_entries_are_read_in_the_order_they_say_whoever_came_first():
    registry: Registry[str, int] = Registry("tabs", order=int)
    registry.add("late", 30)
    registry.add("early", 10)

    assert list(registry) == ["early", "late"]


def test_without_an_order_they_stand_as_they_came():
    registry: Registry[str, int] = Registry("pages")
    registry.add("b", 1)
    registry.add("a", 2)

    assert list(registry.items()) == [("b", 1), ("a", 2)]


def test_a_second_entry_under_the_same_key_is_refused():
    registry: Registry[str, int] = Registry("tabs")
    registry.add("care", 1)

    with pytest.raises(CannotRegister, match="tabs: 'care' is there already"):
        registry.add("care", 2)


def test_two_entries_with_one_order_are_refused():
    registry: Registry[str, int] = Registry("tabs", order=int)
    registry.add("care", 10)
    registry.add("plan", 10)

    with pytest.raises(CannotRegister, match="one order"):
        list(registry)


def test_what_comes_after_the_first_look_is_refused():
    registry: Registry[str, int] = Registry("tabs")
    assert "care" not in registry

    with pytest.raises(CannotRegister, match="after the first look"):
        registry.add("care", 1)
