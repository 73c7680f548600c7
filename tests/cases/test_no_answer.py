"""«Teamet svarer ikke» and «åssen svarer jeg» lead to the own case, and never to an article."""

from __future__ import annotations

import pytest

from bot.domain.reply import Line
from dialogs.cases.no_answer import AFTER_REPORT
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

WAITING = (
    "teamet svarer ikke, hva gjør jeg",
    "jeg har ikke fått svar",
    "hvorfor svarer de ikke",
    "har ikke hørt noe fra teamet",
    "eg har ikkje fått svar frå teamet enno",
    "ingen har svart",
    "hva skjer hvis ingen tar saken",
    "får ikke svar",
    "fikk ikke svar",
    "jeg hører ingenting fra teamet",
    "teamet svare itte, ka gjør æ",
)
HOW = (
    "åssen svarer jeg teamet",
    "hvordan svarer jeg dem",
    "korleis svarar eg",
    "hvordan svarer jeg",
    "hvor skriver jeg svaret til teamet",
)


@pytest.mark.parametrize("said", WAITING)
async def test_who_gets_no_answer_sees_how_their_case_stands(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_case"]
    assert shown[0] == Line(desk.text("case.no_answer_free"))
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert (await desk.say(KARI, said))[0] == Line(desk.text("case.no_answer_taken"))
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hvor ofte?"}, CHANNEL)
    assert (await desk.say(KARI, said))[0] == Line(desk.text("case.no_answer_asked"))


async def test_past_the_time_to_answer_it_is_told(desk: Desk) -> None:
    await desk.sent()
    desk.clock.advance(days=20)
    assert (await desk.say(KARI, WAITING[0]))[0] == Line(desk.text("case.no_answer_late"))


@pytest.mark.parametrize("said", [WAITING[0], WAITING[3], HOW[0], "jeg har ikke fått svar"])
async def test_who_has_sent_none_is_told_so_kindly(desk: Desk, said: str) -> None:
    (line,) = await desk.say(KARI, said)
    assert isinstance(line, Line)
    assert line.text == desk.text("case.no_answer_none")
    assert [one.verb for one in line.buttons] == ["menu_submit", "article"]
    assert line.buttons[1].id == AFTER_REPORT


@pytest.mark.parametrize("said", HOW)
async def test_who_asks_how_to_answer_gets_the_question(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hvor ofte?"}, CHANNEL)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_reply"]
    assert "Hvor ofte?" in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        "barnet svarer ikke når jeg spør",
        "foreldrene svarer ikke på telefonen",
        "jeg svarer ikke teamet nå",
        "hvordan svarer jeg foreldrene",
        "barnevernet svarer ikke",
        "hva svarer jeg mor",
        "jeg har ikke svart",
        "jeg har ikke svart dem",
        "vi har ikke svart ennå",
        "aldri hørt det",
        "ingen hører på meg",
        "ingen hører meg",
        "ingen tar meg",
        "jeg hører ikke",
    ],
)
async def test_others_who_do_not_answer_are_no_team(desk: Desk, said: str) -> None:
    await desk.sent()
    words = desk.words(await desk.say(KARI, said))
    assert not any(desk.text(f"case.no_answer_{one}") in words for one in ("free", "none"))


@pytest.mark.parametrize("said", ["ingen svarer", "de svarer ikke"])
async def test_right_below_the_own_case_nobody_who_answers_is_its_team(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "mine saker")
    assert desk.text("case.no_answer_free") in desk.words(await desk.say(KARI, said))


async def test_in_the_middle_of_a_guide_only_the_team_is_meant(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("case.no_answer_free") not in desk.words(await desk.say(KARI, "hvordan svarer jeg"))
    assert desk.text("case.no_answer_free") in desk.words(await desk.say(KARI, "teamet svarer ikke"))


async def test_without_a_case_no_answer_is_the_one_of_the_bot(desk: Desk) -> None:
    assert desk.text("case.no_answer_none") not in desk.words(await desk.say(KARI, "fikk ikke svar"))


@pytest.mark.parametrize("said", ["ingen svarer", "får ikke svar", "teamet svarer ikke"])
async def test_who_was_told_to_report_is_told_whom_they_reach(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "reported"}, CHANNEL)
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, said)) == ["guide_not_reached"]


@pytest.mark.parametrize(
    "said", ["saken haster mer nå", "endre hastegrad", "kan teamet svare fortere", "saka mi hastar"]
)
async def test_who_needs_the_answer_sooner_sees_the_case_and_whom_to_ask_meanwhile(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_case"]
    assert shown[0] == Line(desk.text("case.no_answer_free"))
    assert "my_case" not in kinds(await desk.say(KARI, "det haster")), "which may be of a report"


@pytest.mark.parametrize(
    "said", ["saken haster", "endre hastegrad", "hastegrad haster", "jeg vil ikke være anonym", "en ting til"]
)
async def test_in_the_middle_of_something_it_is_of_that_and_of_no_case_that_was_sent(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.to_form(KARI)
    assert {"my_case", "my_show"}.isdisjoint(kinds(await desk.say(KARI, said)))
    assert (await desk.state(KARI)).active == "case"
    await desk.say(KARI, "meny")
    await desk.say(KARI, "jeg er bekymret")
    assert {"my_case", "my_show"}.isdisjoint(kinds(await desk.say(KARI, said)))
    assert (await desk.state(KARI)).active == "guide"
