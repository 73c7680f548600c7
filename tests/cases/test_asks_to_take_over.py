"""How a member comes to take over a case: in words, on their own copy of its card, and on the reminder that it waits,
which whoever has duty gets too."""

from __future__ import annotations

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.reply import Card, Reply
from dialogs.as_text import all_buttons
from dialogs.cases.team_card import TAKE_OVER
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.cases.test_nobody_able import shown_in
from tests.cases.test_take_over import ASE, asked, held_by_ole, holder, taken_over
from tests.cases.test_told_on_duty import sent, told
from tests.cases.test_waits_for_meeting import set_team
from tests.turns.desk import CHANNEL, KARI, NILS, OLE, SIRI, Desk, kinds


def offered(shown: list[Reply]) -> list[str]:
    return [one.verb for reply in shown for one in all_buttons(reply) if one.verb.startswith("case_")]


async def test_a_colleague_is_offered_it_on_their_own_copy_and_only_what_they_may_do(desk: Desk) -> None:
    case = await held_by_ole(desk)
    shown = await desk.press(SIRI, "case_answer", case.id, place=CHANNEL)
    assert f"Skriv «ta over {case.code}»" in desk.words(shown)
    assert offered(shown) == [TAKE_OVER, "case_recuse", "case_redact"]
    assert TAKE_OVER not in offered(await desk.press(OLE, "case_show", case.id, place=CHANNEL))


async def test_the_reminder_that_a_held_case_waits_has_the_button(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    desk.clock.advance(days=11)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    (reminder,) = [
        one.reply
        for one in desk.messenger.visible.values()
        if isinstance(one.reply, Card) and desk.text("team.thread_held", who=OLE.name) in desk.words([one.reply])
    ]
    card = await desk.push(SIRI, [reminder], desk.text("team.take_over"), place=CHANNEL)
    assert kinds(card) == ["team_take_over"]
    await desk.push(SIRI, card, desk.text("team.take_over_send"), place=CHANNEL)
    assert await holder(desk, case) == SIRI.id
    again = await desk.push(SIRI, [reminder], desk.text("team.take_over"), place=CHANNEL)
    assert desk.text("team.take_over_own", button=desk.text("team.give_back")) in desk.words(again)
    await desk.press(SIRI, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(SIRI, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    late = await desk.push(OLE, [reminder], desk.text("team.take_over"), place=CHANNEL)
    assert desk.text("error.action_not_allowed") in desk.words(late)


@pytest.mark.parametrize(
    "said",
    [
        "ta over",
        "ta over saken",
        "overta",
        "jeg tar over",
        "jeg overtar saken",
        "kan jeg ta over?",
        "Ole er syk, jeg tar over",
        "jeg tar over for Ole",
        "ta over saken til Ole",
        "jeg tar saken over mens Ole er på ferie",
        "æ tek over",
        "gi den til meg",
        "overfør den til meg",
        "kan jeg overta saken etter Ole",
    ],
)
@pytest.mark.parametrize("is_named", [True, False])
async def test_it_is_said_in_words(desk: Desk, said: str, is_named: bool) -> None:
    case = await held_by_ole(desk)
    other = await desk.sent(NILS)
    if is_named:
        await desk.press(SIRI, "case_show", other.id, place=CHANNEL)
        shown = await desk.say(SIRI, f"{said.rstrip('?')} {case.code}", CHANNEL)
    else:
        await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
        shown = await desk.say(SIRI, said, CHANNEL)
    assert kinds(shown) == ["team_take_over"]
    assert case.code in desk.words(shown)
    assert await holder(desk, case) == OLE.id


async def test_with_only_one_case_that_a_colleague_has_it_is_the_one_that_is_meant(desk: Desk) -> None:
    case = await held_by_ole(desk)
    await desk.sent(NILS)
    shown = await desk.say(SIRI, "ta over", CHANNEL)
    assert kinds(shown) == ["team_take_over"]
    assert case.code in desk.words(shown)
    await desk.press(ASE, "case_claim", (await desk.cases_of(NILS))[0].id, place=CHANNEL)
    assert kinds(await desk.say(SIRI, "ta over", CHANNEL))[-1] == "team_take_over", "the form that stands there"
    assert kinds(await desk.say(OLE, "saker", CHANNEL)) == ["team_cases"]


@pytest.mark.parametrize("said", ["ja, ta over saken", "1", "ja", "ja takk"])
async def test_the_yes_is_typed_too(desk: Desk, said: str) -> None:
    case = await held_by_ole(desk)
    await desk.say(SIRI, f"ta over {case.code}", CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert await holder(desk, case) == SIRI.id


@pytest.mark.parametrize(
    "said", ["nei", "avbryt", "nei vent", "ikke ta over", "nei, ikke ta over saken", "ta over saken", "vet ikke"]
)
async def test_a_no_takes_nothing_over(desk: Desk, said: str) -> None:
    case = await held_by_ole(desk)
    await desk.say(SIRI, f"ta over {case.code}", CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert await holder(desk, case) == OLE.id


@pytest.mark.parametrize("said", ["jeg tar over", "jeg overtar"])
async def test_said_of_a_case_nobody_has_it_is_taken(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert await holder(desk, case) == SIRI.id


@pytest.mark.parametrize("said", ["ta over", "kan noen ta over?"])
async def test_said_less_plainly_of_a_case_nobody_has_nothing_is_done(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert await holder(desk, case) == ""
    old = await asked(desk, case)
    assert desk.text("team.take_over_free") in desk.words(old)


@pytest.mark.parametrize(
    "said",
    [
        "hva gjør vi når den som har saken er syk",
        "den som har saken er på ferie",
        "hva skjer hvis den som har saken blir borte?",
    ],
)
async def test_who_asks_what_to_do_when_somebody_is_away_reads_it(desk: Desk, said: str) -> None:
    await held_by_ole(desk)
    assert desk.words(await desk.say(SIRI, said, CHANNEL)) == desk.text("team.about_away")


@pytest.mark.parametrize("said", ["saken er over", "over og ut", "jeg tar over vakta"])
async def test_over_alone_takes_nothing_over(desk: Desk, said: str) -> None:
    case = await held_by_ole(desk)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    assert "team_take_over" not in kinds(await desk.say(SIRI, said, CHANNEL))
    assert await holder(desk, case) == OLE.id


@pytest.mark.parametrize(("urgency", "days"), [("haster", 2), ("vanlig", 10)])
async def test_the_team_is_told_that_a_held_case_waits_sooner_when_it_is_urgent(
    watched: tuple[Desk, Delivering], urgency: str, days: int
) -> None:
    desk, delivering = watched
    case = await sent(watched, urgency)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    line = desk.text("team.thread_held", who=OLE.name)
    for passed, times in ((days - 1, 0), (1, 1), (1, 1)):
        desk.clock.advance(days=passed)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        assert shown_in(desk, CHANNEL.conversation_id).count(line) == times


async def test_an_urgent_case_that_is_put_on_a_meeting_keeps_its_time(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch, waits=False)
    case = await sent(watched, "haster")
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).meeting_on is not None
    desk.clock.advance(days=2)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    assert desk.text("team.thread_held", who=OLE.name) in shown_in(desk, CHANNEL.conversation_id)


async def test_whoever_has_it_gets_a_working_day_when_the_requester_has_just_answered(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await sent(watched, "haster")
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await delivering.deliver()
    line = desk.text("team.thread_held", who=OLE.name)
    desk.clock.advance(days=4)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    assert line not in shown_in(desk, CHANNEL.conversation_id), "it is the requester who is waited for"
    await desk.press(KARI, "my_reply_send", case.id, {"reply": "Verst om morgenen."})
    assert (await desk.case(case.id)).open_question is None
    for days, times in ((0, 0), (5, 1)):
        desk.clock.advance(days=days)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        assert shown_in(desk, CHANNEL.conversation_id).count(line) == times


async def test_whoever_has_duty_is_told_of_it_in_their_own_chat_once_and_not_whoever_has_the_case(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    for member in (OLE, SIRI):
        await desk.say(member, "jeg har vakt til fredag", CHANNEL)
    case = await sent(watched)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    for _ in range(2):
        desk.clock.advance(days=3)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    said = desk.text(
        "team.member_on_duty_held",
        who=OLE.name,
        code=case.code,
        team="Tverrfaglig kompetanseteam 0–18 år",
        urgent=desk.text("team.member_urgent"),
    )
    assert told(desk, SIRI).count(said) == 1
    assert said not in told(desk, OLE)


async def test_who_has_duty_is_not_told_of_a_case_that_is_taken_over_before_it_could_be_sent(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    await desk.say(SIRI, "jeg har vakt til fredag", CHANNEL)
    case = await sent(watched)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    desk.clock.advance(days=3)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await taken_over(desk, await desk.case(case.id))
    await delivering.deliver()
    assert desk.text("team.thread_held", who=OLE.name) not in shown_in(desk, CHANNEL.conversation_id)
    assert not any("har du vakt" in one.lower() or "du har vakt: er" in one.lower() for one in told(desk, SIRI))
