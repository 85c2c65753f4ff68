"""Rules that a form shows and a service enforces: one finding, two ways to say it."""

from datetime import date

import pytest
from django import forms

from common.errors import DomainError
from common.faults import WHOLE, Fault, day_faults, demand_day, refuse
from common.forms import Form


TODAY = date(2026, 6, 8)
TWO = {"on": Fault("Terlalu awal.", "too_early"), WHOLE: Fault("Belum boleh.")}


class DayForm(Form):
    on = forms.DateField()


def test_a_form_shows_every_fault_where_it_can_be_mended():
    form = DayForm({"on": "2026-06-01"})
    form.is_valid()
    form.show(TWO)

    assert dict(form.errors) == {"on": ["Terlalu awal."], "__all__": ["Belum boleh."]}


def test_a_service_refuses_with_the_first():
    with pytest.raises(DomainError) as refused:
        refuse(TWO)

    error = refused.value
    assert (error.message, error.code, error.field) == ("Terlalu awal.", "too_early", "on")


def test_what_concerns_no_field_is_refused_as_a_whole():
    with pytest.raises(DomainError) as refused:
        refuse({WHOLE: Fault("Belum boleh.")})

    assert (refused.value.code, refused.value.field) == ("unsound", None)


def test_where_nothing_is_wrong_nothing_is_refused():
    refuse({})


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 6, 9), "future_date"),
        (date(2026, 5, 31), "too_early"),
        (date(2026, 6, 8), None),
        (date(2026, 6, 1), None),
    ],
)
def test_a_day_is_past_and_not_before_the_first(day, code):
    faults = day_faults("on", day, today=TODAY, first=date(2026, 6, 1))

    assert [fault.code for fault in faults.values()] == ([code] if code else [])


def test_why_a_day_is_the_first_may_be_said():
    faults = day_faults(
        "on", date(2026, 5, 1), today=TODAY, first=TODAY, early="Kasus baru dibuka hari ini."
    )

    assert faults == {"on": "Kasus baru dibuka hari ini."}


def test_without_a_first_day_every_past_day_will_do():
    demand_day(date(1, 1, 1), field="on", today=TODAY)
