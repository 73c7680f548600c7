"""Whoever has reported what a team said must be reported is offered the reminder of barnevernet's answer."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, is_line, kinds


async def closed(desk: Desk, reason: str = "reported") -> Case:
    case = await desk.sent()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": reason}, CHANNEL)
    await desk.say(KARI, "meny")
    return await desk.case(case.id)


@pytest.mark.parametrize("said", ["har meldt", "jeg har meldt nå", "har sendt bekymringsmelding til barnevernet"])
async def test_the_reminder_is_offered_and_a_yes_takes_it(desk: Desk, said: str) -> None:
    case = await closed(desk)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.reported"))
    done = desk.words(await desk.say(KARI, "ja"))
    assert f"Jeg minner deg på Sak {case.code}" in done
    listed = await desk.say(KARI, "påminnelser")
    assert kinds(listed) == ["guide_reminders"]
    assert case.code in desk.words(listed)


async def test_it_is_taken_away_again(desk: Desk) -> None:
    await closed(desk)
    for typed in ("har meldt", "ja", "ikke minn meg"):
        await desk.say(KARI, typed)
    assert is_line((await desk.say(KARI, "påminnelser"))[0], desk.text("guide.reminders_none"))


async def test_no_reminder_is_offered_of_a_case_that_was_closed_for_something_else(desk: Desk) -> None:
    await closed(desk, "meeting")
    await desk.say(KARI, "har meldt")
    assert [one.verb for one in (await desk.state(KARI)).shown] == ["article"]


@pytest.mark.parametrize("said", ["har ikke meldt", "har meldt til rektor", "skal vi melde?"])
async def test_what_is_no_report_is_not_thanked_for(desk: Desk, said: str) -> None:
    await closed(desk)
    assert desk.text("guide.reported") not in desk.words(await desk.say(KARI, said))


async def test_a_late_yes_counts_from_the_day_the_report_was_told_of(desk: Desk) -> None:
    await closed(desk)
    await desk.say(KARI, "har meldt")
    desk.clock.advance(days=10)
    done = desk.words(await desk.say(KARI, "ja"))
    assert "mandag 2. februar 2026, og igjen søndag 10. mai 2026" in done


async def test_a_day_that_has_passed_is_said_to_have_and_is_not_reminded_of(desk: Desk) -> None:
    case = await closed(desk)
    await desk.say(KARI, "har meldt")
    desk.clock.advance(days=30)
    shown = await desk.press(KARI, "my_reported_remind", f"{case.code}.2026-01-12")
    assert "gikk ut mandag 2. februar 2026" in desk.words(shown)
    assert "søndag 10. mai 2026" in desk.words(shown)
    (listed,) = await desk.say(KARI, "påminnelser")
    assert "2. februar" not in desk.words([listed])
    desk.clock.advance(days=120)
    shown = await desk.press(KARI, "my_reported_remind", f"{case.code}.2026-01-12")
    assert "minner jeg deg ikke" in desk.words(shown)
