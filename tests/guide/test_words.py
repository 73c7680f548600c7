"""Dates, ages and calendars in Norwegian words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.content.ages import AgeRange, band_of
from bot.content.meetings import next_times
from dialogs.days import long_day, month_and_year, weekday
from dialogs.guide.dates import months_after, read_date, read_deadline, read_working_date
from dialogs.guide.reminders import investigated_by
from dialogs.where.age_words import age_in_months

TODAY = date(2026, 12, 7)
NOW = datetime(2026, 12, 7, 13, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("18. januar", date(2027, 1, 18)),
        ("den 18. januar 2028", date(2028, 1, 18)),
        ("18.1.", date(2027, 1, 18)),
        ("18.01.27", date(2027, 1, 18)),
        ("2027-01-18", date(2027, 1, 18)),
        ("24/12", date(2026, 12, 24)),
        ("om 6 uker", date(2027, 1, 18)),
        ("om to måneder", date(2027, 2, 7)),
        ("om 3 dagar", date(2026, 12, 10)),
        ("fredag", date(2026, 12, 11)),
        ("mandag", date(2026, 12, 14)),
        ("tysdag", date(2026, 12, 8)),
        ("i morgen", date(2026, 12, 8)),
        ("29.2", date(2028, 2, 29)),
        ("29. februar", date(2028, 2, 29)),
        ("fredag om to uker", date(2026, 12, 25)),
        ("om en uke på tysdag", date(2026, 12, 15)),
        ("mandag om en uke", date(2026, 12, 14)),
        ("om to uker", date(2026, 12, 21)),
        ("om åtte uker", date(2027, 2, 1)),
        ("om ein månad", date(2027, 1, 7)),
        ("om fjorten dagar", date(2026, 12, 21)),
        ("om ei veke", date(2026, 12, 14)),
        ("torsdag 10.12.", date(2026, 12, 10)),
        ("fredag kl. 9.10", date(2026, 12, 11)),
        ("14. januar klokka 09.10", date(2027, 1, 14)),
        ("torsdag den 17.", date(2026, 12, 17)),
        ("torsdag 17. kl. 12", date(2026, 12, 17)),
        ("innen den 31", date(2026, 12, 31)),
        ("den 6.", date(2027, 1, 6)),
    ],
)
def test_a_date_can_be_said_in_many_ways(said: str, meant: date) -> None:
    assert read_date(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("innen neste uke", date(2026, 12, 18)),
        ("til neste uke", date(2026, 12, 18)),
        ("innen uke 52", date(2026, 12, 25)),
        ("før neste uke", date(2026, 12, 14)),
        ("neste uke", date(2026, 12, 14)),
        ("to uker", date(2026, 12, 21)),
        ("innen 14 dager", date(2026, 12, 21)),
        ("tre veker", date(2026, 12, 28)),
    ],
)
def test_what_is_to_be_done_by_a_week_has_all_its_working_days(said: str, meant: date) -> None:
    assert read_deadline(said, TODAY) == meant


@pytest.mark.parametrize(
    "said",
    [
        *("", "snart", "31. februar", "45.13.", "når det passer", "18. brumaire", "2. juledag", "den 12 åringen"),
        *("mandag 2. juledag", "den 2. uka i januar", "den 2. gangen", "første mandag i januar", "fredag i jula"),
        *("den 10. i neste måned", "den 3. i januar"),
    ],
)
def test_what_is_no_date_gives_none(said: str) -> None:
    assert read_date(said, TODAY) is None


def test_every_day_that_is_written_out_can_be_typed_back() -> None:
    for number in range(366):
        on = TODAY + timedelta(days=number)
        assert read_date(long_day(on).partition(" ")[2], TODAY) == on
        assert read_date(weekday(on), on - timedelta(days=1)) == on
    assert long_day(date(2027, 1, 18)) == "mandag 18. januar 2027"
    assert month_and_year("2026-12") == "desember 2026"


def test_a_month_later_never_falls_outside_the_month() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_the_last_day_for_feedback_is_a_week_three_months_and_three_weeks_ahead() -> None:
    assert investigated_by(date(2026, 12, 7)) == date(2027, 4, 4)


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("18 mnd", 18),
        ("halvannet år", 18),
        ("14 år", 168),
        ("4-åring", 48),
        ("fire år", 48),
        ("20 månader", 20),
        ("", None),
    ],
)
def test_ages_are_read_in_months(words: str, months: int | None) -> None:
    assert age_in_months(words) == months


@pytest.mark.parametrize(
    ("months", "band"),
    [
        (0, "0-18-mnd"),
        (18, "0-18-mnd"),
        (19, "19-mnd-5-ar"),
        (71, "19-mnd-5-ar"),
        (72, "6-9"),
        (215, "16-17"),
        (216, "18-20"),
        (252, "over-20"),
    ],
)
def test_age_bands_do_not_overlap(months: int, band: str) -> None:
    assert band_of(months) == band


def test_an_age_range_says_whether_a_band_is_inside_partly_or_outside() -> None:
    consultation = AgeRange(from_years=6, to_years=16)
    assert [consultation.fits(band) for band in ("19-mnd-5-ar", "6-9", "16-17", "18-20", "vet_ikke")] == [
        "no",
        "yes",
        "partly",
        "no",
        "partly",
    ]


def test_the_next_two_consultation_times_skip_holidays() -> None:
    christmas = datetime(2026, 12, 22, 12, tzinfo=UTC)
    times = next_times("torsdag 13.00 og fredag kl 09:30", christmas)
    assert [f"{at:%d.%m %H:%M}" for at in times] == ["24.12 13:00", "31.12 13:00"]


def test_words_without_weekday_and_hour_give_no_time() -> None:
    assert next_times("to ganger i uka", NOW) == ()
    assert next_times("torsdag 12. mars", NOW) == ()


def test_a_counted_day_of_a_plan_is_a_working_day() -> None:
    saturday = date(2026, 12, 12)
    assert read_working_date("om to uker", saturday) == date(2026, 12, 28)
    assert read_working_date("26. desember", saturday) == date(2026, 12, 26)
