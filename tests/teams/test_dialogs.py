"""Forms in windows of their own (dialogs): recorded invokes over HTTP, with the real router, store and words inside."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.domain.case import Case, Status
from bot.domain.commands import ClaimCase
from bot.domain.sending import TryLater
from bot.domain.turn import Person, PlaceKind, Turn
from bot.teams.taking_turns import Send
from bot.turns.perform import perform
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.teams.conftest import Running
from tests.teams.recorded import recorded
from tests.turns.desk import CHANNEL, KARI, NAMED, OLE, SIRI, WORDS, Desk, chat

ANSWER = {
    "advice": "Begynn rolig.",
    "why": "Overgangen er tyngst.",
    "role": "kontaktlærer",
    "what": "møter barnet ute",
    "by": "2099-12-14",
    "come_back": "Om to uker.",
    "own_role": "PPT",
}


def buttons_of(element: Any) -> list[dict[str, Any]]:
    """Return every action of a card, wherever it stands."""
    if isinstance(element, list):
        return [found for one in element for found in buttons_of(one)]
    if not isinstance(element, dict):
        return []
    inner = [found for name, one in element.items() if name != "fallback" for found in buttons_of(one)]
    return [element, *inner] if str(element.get("type", "")).startswith("Action.") else inner


@dataclass
class Windows:
    """A client with dialogs: presses buttons as Teams does, and remembers what each window shows."""

    running: Running
    desk: Desk
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    async def take(self, turn: Turn, send: Send) -> None:
        place = CHANNEL if turn.place.kind is PlaceKind.CHANNEL else chat(turn.person)
        moved = Turn(turn.activity_id, turn.person, place, turn.what, turn.at)
        answer = await self.desk.turns.take(moved)
        await send(answer.shown(moved))

    async def invoke(self, name: str, person: Person, data: Mapping[str, Any], *, channel: bool = False) -> Any:
        """Deliver a press of a button that opens a dialog (`task/fetch`) or stands in one (`task/submit`)."""
        shape = recorded("invoke_execute_channel" if channel else "invoke_task_fetch")
        sender = {**shape["from"], "aadObjectId": person.id, "name": person.name}
        value = {"data": dict(data), "context": {"theme": "default"}}
        shape |= {"name": name, "value": value, "from": sender, "id": f"f:{next(self.numbers)}", "replyToId": "m-1"}
        status, body = await self.running.deliver(shape)
        assert status == 200
        return body

    async def opened(self, person: Person, verb: str, case: Case) -> Any:
        """Return the window a button on the card in the channel opens."""
        data = {"msteams": {"type": "task/fetch"}, "verb": verb, "id": case.id, "version": case.version}
        return await self.invoke("task/fetch", person, data, channel=True)

    async def pressed(
        self, person: Person, window: Any, title: str, given: Mapping[str, str] | None = None, *, channel: bool = False
    ) -> Any:
        """Press a button in the window with what is filled in, and return the next window."""
        every = buttons_of(window["task"]["value"]["card"]["content"])
        button = next(one for one in every if one.get("title") == title)
        return await self.invoke("task/submit", person, {**(given or {}), **button["data"]}, channel=channel)

    async def taken(self) -> Case:
        """Return a case of Kari's that Ole has taken."""
        case = await self.desk.sent()
        async with self.desk.store.unit_of_work() as uow:
            await perform(ClaimCase(case.id, OLE, CHANNEL), uow, self.desk.clock)
            await uow.commit()
        return await self.desk.case(case.id)


@pytest.fixture
async def windows(running: Running) -> Windows:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock).open()
    client = Windows(running, desk)
    running.inside.instead = client.take
    return client


def title_of(window: Any) -> str:
    return str(window["task"]["value"]["title"])


async def test_a_member_answers_in_a_window_and_the_window_closes(windows: Windows) -> None:
    case = await windows.taken()
    window = await windows.opened(OLE, "case_answer", case)
    assert title_of(window) == windows.desk.text("team.answer_title")
    closed = await windows.pressed(OLE, window, windows.desk.text("team.answer_send"), ANSWER, channel=True)
    assert closed is None
    assert (await windows.desk.case(case.id)).status is Status.ANSWERED
    await windows.running.settled()
    assert windows.running.connector.calls == [], "nothing is posted in the channel but what the outbox brings"


async def test_half_an_answer_is_refused_in_the_window_with_everything_kept(windows: Windows) -> None:
    case = await windows.taken()
    window = await windows.opened(OLE, "case_answer", case)
    half = {**ANSWER, "own_role": " "}
    again = await windows.pressed(OLE, window, windows.desk.text("team.answer_send"), half, channel=True)
    shown = str(again["task"]["value"]["card"]["content"])
    assert all(said in shown for said in ("Begynn rolig.", "Overgangen er tyngst.", "møter barnet ute"))
    assert (await windows.desk.case(case.id)).status is Status.CLAIMED


async def test_a_name_in_a_question_stops_it_in_the_window(windows: Windows) -> None:
    case = await windows.taken()
    window = await windows.opened(OLE, "case_ask", case)
    send = windows.desk.text("team.ask_send")
    again = await windows.pressed(OLE, window, send, {"question": "Sier Jonas Prøve noe selv?"}, channel=True)
    assert title_of(again) == windows.desk.text("team.ask_title")
    assert (await windows.desk.case(case.id)).open_question is None
    assert await windows.pressed(OLE, again, send, {"question": "Sier barnet noe selv?"}, channel=True) is None
    asked = (await windows.desk.case(case.id)).open_question
    assert asked is not None
    assert asked.text == "Sier barnet noe selv?"


async def test_a_window_on_somebody_elses_case_says_who_has_it_and_offers_no_form(windows: Windows) -> None:
    case = await windows.taken()
    window = await windows.opened(SIRI, "case_answer", case)
    shown = window["task"]["value"]["card"]["content"]
    assert "Ole Prøve har tatt" in str(shown)
    assert not any(str(one.get("type", "")).startswith("Input.") for one in shown["body"])


async def test_a_form_opened_before_the_case_was_given_away_sends_nothing_and_says_why(windows: Windows) -> None:
    case = await windows.taken()
    window = await windows.opened(OLE, "case_answer", case)
    await windows.desk.press(OLE, "case_pass_on_send", case.id, {"to": "alle"}, CHANNEL)
    kept = await windows.pressed(OLE, window, windows.desk.text("team.answer_send"), ANSWER, channel=True)
    shown = str(kept["task"]["value"]["card"]["content"])
    assert windows.desk.text("error.not_taken", code=case.code) in shown
    assert ANSWER["advice"] in shown, "what is written would be gone with the window"
    assert (await windows.desk.case(case.id)).answer is None


async def test_nobody_outside_the_team_gets_a_window(windows: Windows) -> None:
    case = await windows.taken()
    body = await windows.opened(KARI, "case_answer", case)
    shown = str(body)
    assert windows.desk.text("error.not_a_member") in shown
    assert "Input." not in shown


async def test_a_whole_case_is_written_and_sent_in_a_window_and_the_receipt_stands_in_the_chat(
    windows: Windows,
) -> None:
    desk, text = windows.desk, windows.desk.text
    await desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    missing = await windows.pressed(KARI, form, text("case.look_over"), {**NAMED, "child": ""})
    assert "Jonas kommer sent." in str(missing), "what was written is kept"
    found = await windows.pressed(KARI, missing, text("case.look_over"), NAMED)
    assert title_of(found).startswith(text("case.review_title_one")[:10])
    confirm = await windows.pressed(KARI, found, text("case.use"))
    assert title_of(confirm) == text("case.confirm_title")
    assert "Jonas" not in str(confirm)
    assert await windows.pressed(KARI, confirm, text("case.send")) is None
    (case,) = await desk.cases_of(KARI)
    await windows.running.settled()
    sent = [str(kept.activity) for kept in windows.running.connector.visible()]
    assert any(case.code in one for one in sent)
    await windows.pressed(KARI, confirm, text("case.send"))
    assert len(await desk.cases_of(KARI)) == 1, "pressed twice, sent once"


async def test_a_form_in_a_window_goes_on_after_another_command_in_the_chat(windows: Windows) -> None:
    desk, text = windows.desk, windows.desk.text
    await desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    await desk.say(KARI, "meny")
    confirm = await windows.pressed(KARI, form, text("case.look_over"), WORDS)
    assert title_of(confirm) == text("case.confirm_title")
    assert await windows.pressed(KARI, confirm, text("case.send")) is None
    assert len(await desk.cases_of(KARI)) == 1


async def test_a_form_that_is_too_old_stays_in_its_window_with_what_was_written(windows: Windows) -> None:
    desk, text = windows.desk, windows.desk.text
    await desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    await desk.say(KARI, "meny")
    desk.clock.advance(hours=25)
    window = await windows.pressed(KARI, form, text("case.look_over"), WORDS)
    assert title_of(window) == text("case.expired_title")
    assert all(said in str(window) for said in WORDS.values())
    assert text("case.expired") in str(window)
    await windows.running.settled()
    assert not any("Kommer sent" in str(kept.activity) for kept in windows.running.connector.visible())


async def test_danger_written_in_a_window_shows_who_to_ring_there_and_in_the_chat(windows: Windows) -> None:
    await windows.desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    violent = {**WORDS, "seen": "Barnet sier at far slår det hjemme."}
    window = await windows.pressed(KARI, form, windows.desk.text("case.look_over"), violent)
    assert "112" in str(window["task"]["value"]["card"])
    await windows.running.settled()
    assert any("112" in str(kept.activity) for kept in windows.running.connector.visible())
    assert list(await windows.desk.cases_of(KARI)) == []


async def test_what_was_written_in_a_window_is_kept_when_it_is_not_acute_and_not_left_in_the_chat(
    windows: Windows,
) -> None:
    text = windows.desk.text
    await windows.desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    violent = {**WORDS, "seen": "Barnet sier at far slår det hjemme."}
    window = await windows.pressed(KARI, form, text("case.look_over"), violent)
    assert text("acute.heard_in_form") in str(window)
    await windows.running.settled()
    (copy,) = [str(kept.activity) for kept in windows.running.connector.visible() if "112" in str(kept.activity)]
    assert text("acute.heard") in copy
    assert not any(said in copy for said in violent.values()), "the chat gets the help, not the text"
    confirm = await windows.pressed(KARI, window, text("acute.not_acute"))
    assert title_of(confirm) == text("case.confirm_title")
    assert text("acute.went_on_form") in str(confirm), "it is to be reported, not discussed"
    assert all(said in str(confirm) for said in violent.values())
    assert await windows.pressed(KARI, confirm, text("case.send")) is None
    (case,) = await windows.desk.cases_of(KARI)
    assert case.text is not None
    assert case.text.seen == violent["seen"]


async def test_another_danger_in_the_same_window_stops_it_again_with_the_text_still_kept(windows: Windows) -> None:
    text = windows.desk.text
    await windows.desk.to_form()
    form = await windows.invoke("task/fetch", KARI, {"verb": "case_form"})
    worse = {**WORDS, "seen": "Barnet sier at far slår det hjemme.", "child": "Sier at det vil ta livet sitt i kveld."}
    window = await windows.pressed(KARI, form, text("case.look_over"), worse)
    again = await windows.pressed(KARI, window, text("acute.not_acute"))
    assert "112" in str(again)
    confirm = await windows.pressed(KARI, again, text("acute.not_acute"))
    assert title_of(confirm) == text("case.confirm_title")
    assert all(said in str(confirm) for said in worse.values())


async def test_in_a_window_every_button_is_a_submit_and_none_opens_another_window(windows: Windows) -> None:
    case = await windows.taken()
    for window in (
        await windows.opened(OLE, "case_answer", case),
        await windows.opened(OLE, "case_ask", case),
    ):
        found = buttons_of(window["task"]["value"]["card"]["content"])
        assert {one["type"] for one in found} <= {"Action.Submit", "Action.ToggleVisibility"}
        assert "task/fetch" not in str(found)


async def test_an_answer_that_is_refused_stays_in_the_window_and_is_sent_from_it(windows: Windows) -> None:
    case, text = await windows.taken(), windows.desk.text
    window = await windows.opened(OLE, "case_answer", case)
    windows.desk.clock.advance(minutes=20)
    windows.desk.messenger.roster_fault = TryLater("503")
    kept = await windows.pressed(OLE, window, text("team.answer_send"), ANSWER, channel=True)
    shown = str(kept["task"]["value"]["card"]["content"])
    assert all(one in shown for one in ANSWER.values())
    assert text("error.roster_away") in shown
    windows.desk.messenger.roster_fault = None
    assert await windows.pressed(OLE, kept, text("error.again"), ANSWER, channel=True) is None
    assert (await windows.desk.case(case.id)).status is Status.ANSWERED
