"""Whoever has reported what a team said must be reported is offered the reminder of barnevernet's answer."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, Desk, is_line, kinds


async def closed(desk: Desk, reason: str = "reported") -> Case:
    case = await desk.taken()
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


async def test_a_case_that_was_closed_for_something_else_is_not_named_in_the_reminder(desk: Desk) -> None:
    case = await closed(desk, "meeting")
    await desk.say(KARI, "har meldt")
    done = desk.words(await desk.say(KARI, "ja"))
    assert "Jeg minner deg på «Melding 12. januar» mandag 2. februar 2026" in done
    assert case.code not in done


@pytest.mark.parametrize("said", ["jeg har meldt", "har sendt bekymringsmelding til barnevernet i dag", "ok har meldt"])
async def test_who_has_reported_and_sent_no_case_is_offered_the_reminder(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.reported"))
    assert "«Melding 12. januar»" in desk.words(await desk.say(KARI, "ja"))
    listed = desk.words(await desk.say(KARI, "påminnelser"))
    assert "«Melding 12. januar»" in listed
    await desk.say(KARI, "ikke minn meg")
    assert is_line((await desk.say(KARI, "påminnelser"))[0], desk.text("guide.reminders_none"))


@pytest.mark.parametrize("said", ["jeg har meldt", "har meldt til barnevernet"])
async def test_who_has_reported_a_case_that_the_duty_stopped_is_offered_the_reminder(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, "ja, minst ett")
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("case.reported"))
    assert "Jeg minner deg på «Melding 12. januar»" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize("said", ["har meldt at vi trenger ppt", "jeg har meldt meg på kurs", "har jeg meldt?"])
async def test_what_else_is_told_of_is_answered_as_always(desk: Desk, said: str) -> None:
    assert desk.text("guide.reported") not in desk.words(await desk.say(KARI, said))


async def test_a_reminder_of_no_day_is_set_for_nothing(desk: Desk) -> None:
    shown = await desk.press(KARI, "my_reported_remind", "melding-2026-99-99.2026-01-12")
    assert is_line(shown[0], desk.text("common.unknown_button"))


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


@pytest.mark.parametrize("said", ["jeg gjør det på mandag", "melder på mandag", "ringer etter helga", "ingen svarer"])
async def test_who_puts_off_what_the_team_says_is_to_be_reported_is_told_not_to_wait(desk: Desk, said: str) -> None:
    await closed(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["guide_not_reached"]
    assert desk.text("case.put_off_title") in desk.words(shown)
    assert desk.text("guide.not_reached_report") in desk.words(shown)


@pytest.mark.parametrize("said", ["hva gjør jeg på mandag?", "har meldt på mandag"])
async def test_what_puts_nothing_off_is_not_met_so(desk: Desk, said: str) -> None:
    await closed(desk)
    assert "guide_not_reached" not in kinds(await desk.say(KARI, said))


async def test_what_is_put_off_of_other_advice_is_not_met_so(desk: Desk) -> None:
    await closed(desk, "meeting")
    assert "guide_not_reached" not in kinds(await desk.say(KARI, "jeg gjør det på mandag"))


@pytest.mark.parametrize(
    ("advice", "is_met"),
    [
        ("Meld til barnevernet i dag.", True),
        ("Dette er alvorlig. Send bekymringsmelding.", True),
        ("Meld i dag", True),
        ("Snakk med hjemmet. Meld til barnevernet hvis det blir verre.", False),
        ("Ikke meld til barnevernet ennå.", False),
        ("Snakk med hjemmet i dag.", False),
        ("Send melding til mor i dag.", False),
    ],
)
async def test_advice_that_says_to_report_is_known_by_its_words(desk: Desk, advice: str, is_met: bool) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER | {"advice": advice}, CHANNEL)
    await desk.say(KARI, "meny")
    assert ("guide_not_reached" in kinds(await desk.say(KARI, "jeg gjør det på mandag"))) is is_met
