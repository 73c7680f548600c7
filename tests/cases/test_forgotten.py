"""«Slett alt om meg» tells what happens with the cases somebody has sent, and for how long they are known."""

from __future__ import annotations

from tests.turns.desk import CHANNEL, KARI, OLE, Desk


async def told(desk: Desk) -> str:
    await desk.say(KARI, "slett alt om meg")
    return desk.words(await desk.press(KARI, "forget_yes"))


async def test_without_a_case_nothing_is_said_of_cases(desk: Desk) -> None:
    assert await told(desk) == "Slettet. Skriv «hei» hvis du vil begynne på nytt."


async def test_who_has_a_case_under_way_reads_until_when_it_is_known_as_theirs(desk: Desk) -> None:
    case = await desk.sent()
    said = await told(desk)
    assert "én sak i gang" in said
    assert "14 dager etter at den er avsluttet" in said
    assert "så snart" not in said
    assert case.code in desk.words(await desk.say(KARI, "mine saker")), "it is still in their list"


async def test_who_has_cases_that_are_over_reads_that_they_are_let_go_soon(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    assert (await desk.case(case.id)).ended_at is not None
    said = await told(desk)
    assert "glemmer jeg så snart kopiene her i chatten er tømt" in said
    assert "i gang" not in said
