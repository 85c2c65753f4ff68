import datetime as dt

from care.aftercare.ics import Entry, calendar


STAMP = dt.datetime(2026, 3, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def written(summary="Bulan 3", description="Hubungi."):
    entry = Entry("follow-up-7@atensi", dt.date(2026, 2, 28), summary, description)
    return calendar("Jadwal", [entry], stamp=STAMP).decode()


def test_an_entry_fills_one_day_and_is_stamped_in_utc():
    lines = written().split("\r\n")

    assert "DTSTART;VALUE=DATE:20260228" in lines
    assert "DTEND;VALUE=DATE:20260301" in lines
    assert "DTSTAMP:20260302T020000Z" in lines


def test_marks_that_mean_something_to_calendars_are_escaped():
    assert "SUMMARY:Bulan 3\\, KPN\\; a\\\\b" in written("Bulan 3, KPN; a\\b")


def test_no_line_is_longer_than_seventy_five_octets():
    text = written(description="é" * 200)

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.replace("\r\n ", "").count("é") == 200
