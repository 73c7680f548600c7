"""An answer that was for one person alone, and comes when they wait for it no longer, is not shown to everybody."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.content.texts import Texts
from bot.domain.reply import Box, Button, Card, Line, MarkedText, Paragraph, Reply, Row, Rows, TextInput, UserText
from bot.domain.turn import Turn
from bot.teams import teams_bot
from bot.teams.taking_turns import Send
from bot.teams.too_late import for_own_chat
from tests.fakes.connector import TABLE
from tests.teams.conftest import Running
from tests.teams.recorded import recorded

CHANNEL = "19:0123456789abcdef0123456789abcdef@thread.tacv2"
PRESSER = recorded("invoke_execute_channel")["from"]
OWN = f"a:personal-{PRESSER['id']}"
FORM = Card(
    "team_ask",
    "Spør innmelder",
    intro="Det står et navn i spørsmålet.",
    blocks=(
        MarkedText("Hvordan har ", "Kanarine", " det?"),
        TextInput("question", "Spørsmål", "Hvordan har barnet det?"),
    ),
    buttons=(Button("Send", "case_ask_send", "sak"),),
    in_place=True,
    in_dialog=True,
)
CASE = Card("team_case_claimed", "Fravær", blocks=(UserText("Barnet er stille."),), case_shown="sak", in_place=True)


@pytest.fixture
def slow(running: Running, monkeypatch: pytest.MonkeyPatch) -> Running:
    """Every turn takes longer than anybody waits."""
    monkeypatch.setattr(teams_bot, "INVOKE_SECONDS", 0.05)
    running.connector.people = [PRESSER]

    async def take(turn: Turn, send: Send) -> None:
        await asyncio.sleep(0.15)
        await send(running.inside.replies)

    running.inside.instead = take
    return running


async def late(running: Running, what: str, replies: Sequence[Reply], **changes: Any) -> Any:
    running.inside.replies = replies
    _, body = await running.deliver(recorded(what, **changes))
    await running.settled()
    await running.settled()
    return body


@pytest.mark.parametrize("where", ["channel", "group", "chat"])
async def test_what_a_slow_search_finds_is_shown_to_nobody(slow: Running, where: str, texts: Texts) -> None:
    places = {"channel": recorded("invoke_execute_channel"), "chat": recorded("message_personal")}
    place = {name: places[where][name] for name in ("conversation", "channelData")} if where in places else {}
    body = await late(
        slow, "invoke_search", [Card("answer", "Når må jeg melde?"), replace(CASE, in_place=False)], **place
    )
    assert slow.connector.visible() == []
    assert body["composeExtension"] == {"type": "message", "text": texts("teams.late_search")}


async def test_what_a_slow_press_in_a_channel_shows_stands_in_the_chat_of_who_pressed(
    slow: Running, texts: Texts
) -> None:
    body = await late(slow, "invoke_execute_channel", [FORM, Line("Bare medlemmer kan gjøre dette.")])
    assert slow.connector.visible(CHANNEL) == []
    assert body["value"] == texts("teams.late_alone")
    assert "112" in body["value"]
    where, form, line = slow.connector.visible(OWN)
    assert where.activity["text"] == texts("teams.late_where")
    assert form.activity["text"] == "Det står et navn i spørsmålet.", "what was written stands on the card still"
    assert line.activity["text"] == "Bare medlemmer kan gjøre dette."


async def test_what_was_written_in_a_window_that_is_gone_is_not_lost(slow: Running) -> None:
    place = {name: recorded("invoke_execute_channel")[name] for name in ("conversation", "channelData", "from")}
    body = await late(slow, "invoke_task_submit", [FORM], **place)
    assert body["task"]["type"] == "message"
    assert slow.connector.visible(CHANNEL) == []
    _, form = slow.connector.visible(OWN)
    assert "Det står et navn" in form.text
    assert "Hvordan har barnet det?" in form.text
    assert "Kanarine" not in form.text
    assert "case_ask_send" not in form.text, "nothing there can be pressed that works in the channel only"


async def test_what_was_written_in_a_window_of_ones_own_chat_stands_there_when_it_has_closed(slow: Running) -> None:
    await late(slow, "invoke_task_submit", [Line("Noe gikk galt.", in_window=FORM)])
    said, form = slow.connector.visible()
    assert said.activity["text"] == "Noe gikk galt."
    assert "Hvordan har barnet det?" in form.text
    assert "case_ask_send" in form.text, "in one's own chat it can be sent from there"


async def test_no_word_of_a_case_leaves_its_channel(slow: Running) -> None:
    await late(slow, "invoke_execute_channel", [CASE])
    assert slow.connector.visible() == [], "the card everybody sees is brought up to date by itself"
    await late(slow, "invoke_execute_channel", [replace(CASE, intro="Siri har saken.")], id="f:2")
    assert [kept.activity.get("text") for kept in slow.connector.visible(OWN)][1:] == ["Siri har saken."]
    assert slow.connector.visible(CHANNEL) == []


async def test_somebody_whose_chat_cannot_be_opened_is_told_nothing_and_neither_is_the_channel(slow: Running) -> None:
    slow.connector.faults = [TABLE["403 BotNotInConversationRoster"]]
    await late(slow, "invoke_execute_channel", [FORM])
    assert slow.connector.visible() == []


async def test_a_fault_of_ours_on_the_way_to_somebodys_chat_is_logged_by_its_kind_alone(
    slow: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise KeyError("Siri Kanarine")

    monkeypatch.setattr(type(slow.edge.messenger), "open_personal", broken)
    await late(slow, "invoke_execute_channel", [FORM])
    gc.collect()
    assert "Kanarine" not in caplog.text
    assert slow.connector.visible() == []


def test_what_was_written_in_a_window_is_told_and_nothing_on_a_list_can_be_pressed() -> None:
    kept = Line("Prøv igjen.", in_window=FORM)
    assert for_own_chat([kept]) == (Line("Prøv igjen."),), "on a card it stands there still"
    (told,) = for_own_chat([kept], in_window=True)
    assert isinstance(told, Card)
    assert [one.value for one in told.blocks if isinstance(one, TextInput)] == ["Hvordan har barnet det?"]
    rows = Rows((Row("1", "K7M-42P", press=Button("K7M-42P", "case_show", "sak")),))
    listed = Card("team_cases", "Sakene", blocks=(Box((rows, UserText("Barnet er stille."))), Paragraph("Slutt.")))
    (told,) = for_own_chat([listed])
    assert isinstance(told, Card)
    box, end = told.blocks
    assert end == Paragraph("Slutt.")
    assert box == Box((Rows((Row("1", "K7M-42P"),)),))
