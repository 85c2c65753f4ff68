"""Where the bars stand; the drawing itself is the template's."""

from datetime import date

from partners.timeline import WIDTH, timeline
from tests.partners.factories import AgreementFactory, InstitutionFactory


TODAY = date(2026, 3, 2)


def bar(**facts):
    institution = InstitutionFactory.build(name=facts.pop("name", "RSKO Contoh"), regency=None)
    agreement = AgreementFactory.build(institution=institution, **facts)
    return timeline([agreement], TODAY).bars[0]


def ends(bar):
    return float(bar.x), float(bar.x) + float(bar.width)


def test_a_bar_outside_the_axis_is_cut_at_its_edges():
    assert ends(bar(starts_on=date(2000, 1, 1), ends_on=date(2050, 1, 1))) == (0, WIDTH)


def test_a_bar_of_long_ago_is_still_a_sliver():
    assert float(bar(starts_on=date(2001, 1, 1), ends_on=date(2002, 1, 1)).width) == 4


def test_a_bar_that_ends_today_ends_at_the_line():
    drawn = timeline(
        [AgreementFactory.build(institution=InstitutionFactory.build(regency=None), ends_on=TODAY)],
        TODAY,
    )

    assert abs(ends(drawn.bars[0])[1] - float(drawn.today_x)) < 0.2


def test_a_terminated_agreement_stops_on_that_day():
    cut = bar(terminated_on=TODAY, termination_reason="Tidak dilanjutkan")

    assert ends(cut)[1] < ends(bar())[1]


def test_coordinates_carry_no_comma():
    drawn = bar(starts_on=date(2026, 1, 3), ends_on=date(2026, 8, 9))

    assert "," not in drawn.x + drawn.width + drawn.y


def test_a_tick_stands_at_every_half_year():
    assert [tick.day.month for tick in timeline([], TODAY).ticks] == [1, 7, 1, 7, 1]
