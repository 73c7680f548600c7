"""When a team meets: rhythm, exceptions, holidays, deadlines; and how fast it answers, over working days."""

from __future__ import annotations

from datetime import date, datetime
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.content.check_profiles import UNREAD
from bot.content.meetings import meeting_on, next_meeting, unread
from bot.content.team import AnswerTimes, Meets
from bot.content.working_time import due_at, office_time

OSLO = ZoneInfo("Europe/Oslo")
NOT_KNOWN = {"unknown": "må fylles ut av kommunen", "ask": "Når?", "who_knows": "lederen"}


def meets(**changes: Any) -> Meets:
    given = {"rhythm": "hver uke", "weekday_and_time": "torsdag 12:00", "until_then": "Spør."}
    return Meets.model_validate(given | changes)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("changes", "now", "day"),
    [
        ({}, "2026-12-07T14:10", "2026-12-10"),
        ({}, "2026-12-10T11:59", "2026-12-10"),
        ({}, "2026-12-10T12:00", "2026-12-17"),
        ({"deadline_before_meeting": "2 arbeidsdager"}, "2026-12-08T11:59", "2026-12-10"),
        ({"deadline_before_meeting": "2 arbeidsdager"}, "2026-12-08T12:00", "2026-12-17"),
        ({"deadline_before_meeting": "24 timer"}, "2026-12-09T12:01", "2026-12-17"),
        ({"deadline_before_meeting": "én uke"}, "2026-12-04T08:00", "2026-12-17"),
        ({"deadline_before_meeting": "syv dager"}, "2026-12-04T08:00", "2026-12-17"),
        ({"deadline_before_meeting": "fjorten dager"}, "2026-12-04T08:00", "2026-12-24"),
        ({"not_on": ["2026-12-10"]}, "2026-12-07T14:10", "2026-12-17"),
        ({}, "2026-03-30T08:00", "2026-04-09"),  # 2 April 2026 is skjærtorsdag
        ({}, "2026-12-21T08:00", "2026-12-24"),  # julaften is no public holiday: the team says so itself in not_on
        ({"rhythm": "annenhver uke", "starts_on": "2026-12-03"}, "2026-12-07T08:00", "2026-12-17"),
        ({"dates": ["2026-12-16", "2027-01-20"]}, "2026-12-17T08:00", "2027-01-20"),
        ({"weekday_and_time": "torsdager kl. 12"}, "2026-12-10T12:00", "2026-12-17"),
        ({"weekday_and_time": "tirsdag 09:00 og torsdag 12:00"}, "2026-12-08T09:00", "2026-12-10"),
        ({"weekday_and_time": "tirsdag og torsdag 12:00"}, "2026-12-10T12:00", "2026-12-15"),
        ({"weekday_and_time": "Mandager, onsdager og torsdager kl. 12"}, "2026-12-07T12:00", "2026-12-09"),
        ({"rhythm": "Hver uke, første møte 20. august"}, "2026-12-10T12:00", "2026-12-17"),
        ({"rhythm": "annen hver uke", "starts_on": "2026-12-03"}, "2026-12-07T08:00", "2026-12-17"),
        ({"deadline_before_meeting": "ei veke"}, "2026-12-04T08:00", "2026-12-17"),
        ({"deadline_before_meeting": "tre dagars frist"}, "2026-12-08T08:00", "2026-12-17"),
        ({"weekday_and_time": "torsdag kl. 12.10."}, "2026-12-10T12:09", "2026-12-10"),
        ({"weekday_and_time": "torsdag 12:10"}, "2026-12-10T12:10", "2026-12-17"),
        ({"weekday_and_time": "torsdag 12.30."}, "2026-12-10T12:29", "2026-12-10"),
        ({"weekday_and_time": "torsdag klokka 12"}, "2026-12-10T12:00", "2026-12-17"),
        ({"weekday_and_time": "Torsdager, kl 1200"}, "2026-12-10T12:00", "2026-12-17"),
        ({"rhythm": "Hver torsdag"}, "2026-12-10T12:00", "2026-12-17"),
        ({"rhythm": "kvar veke"}, "2026-12-10T12:00", "2026-12-17"),
        ({"rhythm": "én gang i uka"}, "2026-12-10T12:00", "2026-12-17"),
        ({"rhythm": "annenhver torsdag", "starts_on": "2026-12-03"}, "2026-12-07T08:00", "2026-12-17"),
        ({"rhythm": "hver 14. dag", "starts_on": "2026-12-03"}, "2026-12-07T08:00", "2026-12-17"),
        ({"deadline_before_meeting": "4 virkedager"}, "2026-12-07T13:10", "2026-12-17"),
        ({"deadline_before_meeting": "to døgn"}, "2026-12-08T12:00", "2026-12-17"),
        ({"deadline_before_meeting": "i god tid"}, "2026-12-10T11:59", "2026-12-10"),
    ],
)
def test_the_next_meeting_a_case_can_still_reach(changes: dict[str, Any], now: str, day: str) -> None:
    found = next_meeting(meets(**changes), at(now))
    assert found is not None
    assert found.at.date().isoformat() == day


@pytest.mark.parametrize(("starts_on", "day"), [("0001-01-04", "2026-12-10"), ("0001-01-11", "2026-12-17")])
def test_a_year_typed_wrong_is_counted_from_without_standing_still(starts_on: str, day: str) -> None:
    every_other, began = meets(rhythm="annenhver uke", starts_on=starts_on), process_time()
    found = [next_meeting(every_other, at("2026-12-07T08:00")) for _ in range(10)]
    assert process_time() - began < 1.0
    assert {one.at.date().isoformat() for one in found if one} == {day}


@pytest.mark.parametrize(
    "changes",
    [
        {"weekday_and_time": NOT_KNOWN},
        {"rhythm": NOT_KNOWN},
        {"rhythm": "annenhver uke"},
        {"rhythm": "når det trengs"},
        {"rhythm": "hver fjerde uke"},
        {"rhythm": "hver torsdag i partallsuker"},
        {"rhythm": "første torsdag hver måned"},
        {"rhythm": "hver siste torsdag"},
        {"weekday_and_time": "torsdag 25:00"},
        {"weekday_and_time": "torsdag 10. desember"},
        {"weekday_and_time": "torsdag 10.12."},
        {"weekday_and_time": "torsdag 10.12.2026 kl. 12"},
        {"weekday_and_time": "torsdag 10/12"},
        {"weekday_and_time": "torsdag den 10.12"},
        {"weekday_and_time": "torsdag 1. og 3. uke kl. 12"},
        {"weekday_and_time": "torsdag 10 12 2026"},
        {"weekday_and_time": "tirsdag 12:00, torsdag 10.12."},
    ],
)
def test_what_is_not_filled_in_is_not_guessed(changes: dict[str, Any]) -> None:
    assert next_meeting(meets(**changes), at("2026-12-07T14:10")) is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, ""),
        ({"weekday_and_time": NOT_KNOWN, "rhythm": "en gang i måneden"}, ""),
        ({"rhythm": NOT_KNOWN}, ""),
        ({"weekday_and_time": "25.00"}, "weekday_and_time"),
        ({"weekday_and_time": "torsdag 25:00"}, "weekday_and_time"),
        ({"weekday_and_time": "torsdag 10.12."}, "weekday_and_time"),
        ({"rhythm": "når det trengs"}, "rhythm"),
        ({"rhythm": "når det trengs", "dates": ["2026-12-16"]}, ""),
        ({"rhythm": "annenhver uke"}, "starts_on"),
        ({"rhythm": "annen hver uke"}, "starts_on"),
        ({"rhythm": "to-ukentlig"}, "rhythm"),
        ({"deadline_before_meeting": "innen kl. 12 dagen før"}, "deadline_before_meeting"),
        ({"rhythm": "annenhver uke", "starts_on": "2026-12-03"}, ""),
        ({"deadline_before_meeting": "i god tid"}, "deadline_before_meeting"),
        ({"deadline_before_meeting": NOT_KNOWN}, ""),
    ],
)
def test_what_is_filled_in_and_cannot_be_read_is_told_of(changes: dict[str, Any], field: str) -> None:
    assert unread(meets(**changes)) == field
    assert field == "" or field in UNREAD


def test_no_meeting_without_a_day() -> None:
    assert next_meeting(None, at("2026-12-07T14:10")) is None
    assert meeting_on(meets(), None) is None
    found = meeting_on(meets(), date(2026, 12, 10))
    assert found is not None
    assert found.at == at("2026-12-10T12:00")


def test_no_hour_is_made_up_for_a_day_on_which_nobody_meets() -> None:
    assert meeting_on(meets(weekday_and_time="tirsdag 09:00"), date(2026, 12, 10)) is None
    assert meeting_on(meets(not_on=["2026-12-10"]), date(2026, 12, 10)) is None
    found = meeting_on(meets(dates=["2026-12-10"], weekday_and_time="tirsdag 09:00"), date(2026, 12, 10))
    assert found is not None
    assert found.at == at("2026-12-10T09:00")


@pytest.mark.parametrize(
    ("now", "urgent", "due"),
    [
        ("2026-12-07T08:00", True, "2026-12-07T12:00"),
        ("2026-12-07T14:00", True, "2026-12-08T10:30"),
        ("2026-12-11T15:00", True, "2026-12-14T11:30"),  # over a weekend
        ("2026-04-01T15:00", True, "2026-04-07T11:30"),  # over Easter
        ("2026-05-14T10:00", True, "2026-05-15T12:00"),  # Kristi himmelfartsdag
        ("2026-12-07T14:10", False, "2026-12-09T14:10"),
        ("2026-12-07T22:00", False, "2026-12-09T15:30"),
        ("2026-12-11T14:00", False, "2026-12-15T14:00"),  # a Friday
        ("2026-12-12T10:00", False, "2026-12-15T15:30"),  # a Saturday: Monday and Tuesday, both whole
        ("2026-11-29T03:00", False, "2026-12-01T15:30"),  # a Sunday, by night
        ("2026-05-14T10:00", False, "2026-05-18T15:30"),  # Kristi himmelfartsdag: Friday and Monday
        ("2026-04-01T10:00", False, "2026-04-08T10:00"),  # Wednesday before Easter
        ("2026-03-27T14:00", False, "2026-03-31T14:00"),  # summer time begins
        ("2026-10-23T14:00", False, "2026-10-27T14:00"),  # and ends
    ],
)
def test_the_time_to_answer_is_counted_in_working_time(now: str, urgent: bool, due: str) -> None:
    assert due_at(at(now), urgent=urgent, clock=AnswerTimes()) == at(due)


def test_each_team_has_its_own_clock() -> None:
    slow = AnswerTimes(urgent_office_hours=8, ordinary_working_days=5)
    assert due_at(at("2026-12-07T08:00"), urgent=True, clock=slow) == at("2026-12-08T08:30")
    assert due_at(at("2026-12-07T08:00"), urgent=False, clock=slow) == at("2026-12-14T08:00")


def test_the_median_counts_office_time_only() -> None:
    assert office_time(at("2026-12-11T15:00"), at("2026-12-14T09:00")).total_seconds() == 90 * 60
    assert office_time(at("2026-12-12T10:00"), at("2026-12-13T10:00")).total_seconds() == 0
