"""What Teams delivers over HTTP becomes one turn, gets its answer in time, and its replies follow behind."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.content.texts import Texts
from bot.domain.reply import Button, Card, Line
from bot.domain.turn import Corrected, PlaceChanged, Pressed, Said, Searched, Turn
from bot.teams import teams_bot
from bot.teams.taking_turns import Send
from tests.fakes.connector import TABLE, Fault
from tests.teams.conftest import Running
from tests.teams.recorded import all_names, recorded

CHANNEL = "19:0123456789abcdef0123456789abcdef@thread.tacv2"
PERSONAL = "a:1-personal-test"
STEP = Card("guide_step", "Neste steg", buttons=[Button("Ja", "guide.answer", "ja", 2)], in_place=True)


async def test_a_message_is_answered_at_once_and_the_reply_follows(running: Running) -> None:
    running.inside.replies = [Line("Hei!"), Card("welcome", "Hva trenger du hjelp til?")]
    assert await running.deliver(recorded("message_personal")) == (200, None)
    await running.settled()
    first, second = running.connector.visible(PERSONAL)
    assert first.activity["text"] == "Hei!"
    assert second.card is not None
    assert "Hva trenger du" in second.text


async def test_the_http_answer_never_waits_for_the_channel(running: Running) -> None:
    running.connector.faults = [Fault(200, waits=3.0, lands=True, body=b'{"id": "1"}')]
    running.inside.replies = [Line("Hei!")]
    began = time.monotonic()
    assert (await running.deliver(recorded("message_personal")))[0] == 200
    assert time.monotonic() - began < 2.5
    await running.settled()
    assert len(running.connector.visible(PERSONAL)) == 1


async def test_replies_of_two_turns_keep_their_order(running: Running) -> None:
    running.connector.faults = [Fault(429, retry_after="0.2")]
    for number in range(5):
        running.inside.replies = [Line(f"{number} a"), Line(f"{number} b")]
        await running.deliver(recorded("message_personal", id=str(number)))
    await running.settled()
    shown = [kept.activity["text"] for kept in running.connector.visible(PERSONAL)]
    assert shown == [f"{number} {part}" for number in range(5) for part in "ab"]


async def test_a_button_is_answered_with_the_card_that_takes_its_place(running: Running) -> None:
    pressed_on = running.connector.plant(PERSONAL, None, {"type": "message"})
    running.inside.replies = [STEP, Line("Godt å vite.")]
    status, body = await running.deliver(recorded("invoke_execute", replyToId=pressed_on.id))
    assert (status, body["statusCode"], body["type"]) == (200, 200, "application/vnd.microsoft.card.adaptive")
    assert body["value"]["body"][0]["text"] == "Neste steg"
    await running.settled()
    card, line = running.connector.visible(PERSONAL)
    assert (card.id, card.updates) == (pressed_on.id, 1), "the message is changed too, so that it stays"
    assert line.activity["text"] == "Godt å vite."


async def test_a_button_whose_reply_is_a_new_message_is_answered_with_a_word(running: Running) -> None:
    running.inside.replies = [replace(STEP, in_place=False)]
    status, body = await running.deliver(recorded("invoke_execute"))
    assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
    assert isinstance(body["value"], str)
    await running.settled()
    assert len(running.connector.visible(PERSONAL)) == 1


async def test_what_a_press_in_a_channel_shows_only_the_presser_sees(running: Running) -> None:
    running.inside.replies = [STEP, Line("Test Medlem tok saken rett før deg.")]
    _, body = await running.deliver(recorded("invoke_execute_channel"))
    assert body["value"]["body"][0]["text"] == "Neste steg"
    assert "rett før deg" in str(body["value"]["body"])
    running.inside.replies = [Line("Bare medlemmer av teamet kan gjøre dette.")]
    _, body = await running.deliver(recorded("invoke_execute_channel"))
    assert (body["type"], body["value"]) == (
        "application/vnd.microsoft.activity.message",
        "Bare medlemmer av teamet kan gjøre dette.",
    )
    await running.settled()
    assert running.connector.calls == []


async def test_a_new_card_after_a_press_in_a_channel_stands_in_its_thread(running: Running) -> None:
    running.inside.replies = [replace(STEP, in_place=False)]
    await running.deliver(recorded("invoke_execute_channel"))
    await running.settled()
    (card,) = running.connector.visible(CHANNEL)
    assert card.thread == "1700000000200"


async def test_submit_does_the_same_as_execute(running: Running) -> None:
    await running.deliver(recorded("message_submit"))
    await running.deliver(recorded("invoke_execute"))
    submitted, executed = (turn.what for turn in running.inside.turns)
    assert isinstance(submitted, Pressed)
    assert isinstance(executed, Pressed)
    assert (submitted.verb, submitted.id, submitted.version) == (executed.verb, executed.id, executed.version)
    assert submitted.values["sett"] == executed.values["sett"]
    assert submitted.card_id == executed.card_id == "1700000000050"


async def test_a_submitted_card_that_is_gone_is_sent_anew(running: Running) -> None:
    running.inside.replies = [STEP]
    await running.deliver(recorded("message_submit"))
    await running.settled()
    assert [kept.updates for kept in running.connector.visible(PERSONAL)] == [0]


async def test_a_search_gives_cards_to_share_with_nothing_to_press(running: Running) -> None:
    answer = Card("answer", "Når må jeg melde?", intro="**Straks**.", buttons=[Button("Mer", "open"), STEP.buttons[0]])
    running.inside.replies = [answer]
    _, body = await running.deliver(recorded("invoke_search"))
    assert [turn.what for turn in running.inside.turns] == [Searched("meldeplikt")]
    (result,) = body["composeExtension"]["attachments"]
    assert result["preview"]["content"] == {"title": "Når må jeg melde?", "text": "Straks."}
    assert "Action." not in str(result["content"])
    await running.settled()
    assert running.connector.visible() == [], "nothing is posted by a search"


async def test_nothing_in_the_preview_of_a_hit_comes_alive(running: Running) -> None:
    odd = Card(
        kind="answer", title='<img src="https://x.invalid/a.png">', intro='**Les** <a href="https://x.invalid">her</a>'
    )
    running.inside.replies = [odd]
    _, body = await running.deliver(recorded("invoke_search"))
    (result,) = body["composeExtension"]["attachments"]
    assert "<" not in str(result["preview"])


async def test_a_search_without_result_says_so(running: Running) -> None:
    _, body = await running.deliver(recorded("invoke_search"))
    assert body["composeExtension"]["type"] == "message"
    assert body["composeExtension"]["text"]


async def test_a_dialog_shows_the_first_card_or_line(running: Running) -> None:
    running.inside.replies = [Card("case_form", "Fortell", in_dialog=True)]
    _, body = await running.deliver(recorded("invoke_task_fetch"))
    assert body["task"]["value"]["title"] == "Fortell"
    running.inside.replies = [Line("Sendt.")]
    _, body = await running.deliver(recorded("invoke_task_submit"))
    assert body == {"task": {"type": "message", "value": "Sendt."}}
    await running.settled()
    assert running.connector.visible() == []


async def test_feedback_on_a_message_is_a_press(running: Running) -> None:
    assert (await running.deliver(recorded("invoke_feedback")))[0] == 200
    (turn,) = running.inside.turns
    assert isinstance(turn.what, Pressed)
    assert (turn.what.verb, dict(turn.what.values)) == ("feedback", {"reaction": "like", "text": "nyttig"})


async def test_expect_replies_gives_the_replies_in_the_body(running: Running) -> None:
    running.inside.replies = [Line("Hei!"), STEP]
    status, body = await running.deliver(recorded("message_expect_replies"))
    assert status == 200
    assert [activity["type"] for activity in body["activities"]] == ["message", "message"]
    await running.settled()
    assert running.connector.calls == []


async def test_an_unknown_invoke_is_told_so(running: Running) -> None:
    assert (await running.deliver(recorded("invoke_execute", name="tab/fetch")))[0] == 400
    assert running.inside.turns == []


IGNORED = ["message_channel_without_mention", "message_undeleted", "message_deleted", "reaction"]


@pytest.mark.parametrize("name", [*IGNORED, "bot_added_to_team", "person_removed_from_team"])
async def test_what_is_not_for_the_bot_is_acknowledged_and_left_alone(running: Running, name: str) -> None:
    assert await running.deliver(recorded(name)) == (200, None)
    assert running.inside.turns == []


async def test_a_message_corrected_in_ones_own_chat_is_a_turn_of_its_own(running: Running) -> None:
    assert (await running.deliver(recorded("message_personal")))[0] == 200
    assert (await running.deliver(recorded("message_edited")))[0] == 200
    said, corrected = running.inside.turns
    assert corrected.what == Corrected("hei igjen")
    assert said.activity_id != corrected.activity_id


@pytest.mark.parametrize("name", all_names())
async def test_every_recorded_activity_is_answered(running: Running, name: str) -> None:
    running.inside.replies = [Line("Hei!"), STEP]
    assert (await running.deliver(recorded(name)))[0] == 200


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("message_channel_mention", "koble til"),
        ("message_group_mention", "hva er meldeplikt ?"),
        ("message_personal", "hei"),
    ],
)
async def test_the_bots_own_name_is_taken_out(running: Running, name: str, text: str) -> None:
    await running.deliver(recorded(name))
    assert [turn.what for turn in running.inside.turns] == [Said(text)]


async def test_a_deleted_channel_is_told_as_that_channel(running: Running) -> None:
    await running.deliver(recorded("event_channelDeleted"))
    (turn,) = running.inside.turns
    assert turn.what == PlaceChanged("channelDeleted")
    assert turn.place.channel_id == turn.place.conversation_id == CHANNEL


# --- when the inside is slow or broken --------------------------------------------------------------------------------


async def test_a_turn_that_is_not_committed_is_answered_503_and_nothing_is_sent(
    running: Running, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fail(turn: Turn, send: Send) -> None:
        await send([Line("skal aldri vises")])
        raise RuntimeError("hemmelig innhold")

    running.inside.instead = fail
    for name in ("message_personal", "invoke_execute", "installed_team"):
        assert await running.deliver(recorded(name)) == (503, {"error": "not_now"})
    await running.settled()
    assert running.connector.calls == []
    assert "hemmelig" not in caplog.text + capsys.readouterr().out


async def test_a_slow_turn_is_acknowledged_and_its_replies_still_come(
    running: Running, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teams_bot, "INVOKE_SECONDS", 0.05)
    monkeypatch.setattr(teams_bot, "MESSAGE_SECONDS", 0.05)

    async def slow(turn: Turn, send: Send) -> None:
        await asyncio.sleep(0.3)
        await send([Line(f"svar på {type(turn.what).__name__}")])

    running.inside.instead = slow
    pressed, said = await asyncio.gather(
        running.deliver(recorded("invoke_execute")), running.deliver(recorded("message_personal"))
    )
    assert pressed[1]["type"] == "application/vnd.microsoft.activity.message"
    assert said == (200, None)
    await running.settled()
    await running.settled()
    shown = [kept.activity["text"] for kept in running.connector.visible(PERSONAL)]
    assert shown[0] == texts("teams.slow")
    assert sorted(shown[1:]) == ["svar på Pressed", "svar på Said"]


@pytest.mark.parametrize("fault", ["429 absent", "503 ServiceUnavailable", "412 PreconditionFailed"])
async def test_a_reply_is_tried_again_when_nothing_landed(running: Running, fault: str) -> None:
    running.connector.faults = [replace(TABLE[fault], retry_after="0")] * 2
    running.inside.replies = [Line("Hei!")]
    await running.deliver(recorded("message_personal"))
    await running.settled()
    assert len(running.connector.visible(PERSONAL)) == 1


async def test_a_reply_in_a_chat_that_may_have_come_before_says_so(running: Running, texts: Texts) -> None:
    running.connector.faults = [TABLE["502 landed"]]
    running.inside.replies = [Line("Hei!")]
    await running.deliver(recorded("message_personal"))
    await running.settled()
    first, again = [kept.activity["text"] for kept in running.connector.visible(PERSONAL)]
    assert (first, again) == ("Hei!", f"Hei! {texts('teams.may_have_come')}")


async def test_an_unclear_answer_in_a_channel_is_never_sent_twice(running: Running) -> None:
    running.connector.faults = [TABLE["502 landed"]]
    running.inside.replies = [Line("Hei!")]
    await running.deliver(recorded("message_channel_mention"))
    await running.settled()
    assert len(running.connector.visible(CHANNEL)) == 1


@pytest.mark.parametrize(("activity", "room"), [("message_channel_mention", CHANNEL), ("message_personal", PERSONAL)])
async def test_help_in_danger_is_sent_until_it_has_come(running: Running, activity: str, room: str) -> None:
    running.connector.faults = [TABLE["502 lost"], TABLE["500 InternalServerError"]]
    running.inside.replies = [Card("acute", "Er barnet i fare nå? Ring 112")]
    await running.deliver(recorded(activity))
    await running.settled()
    await running.settled()
    assert "Ring 112" in running.connector.visible(room)[0].text


@pytest.mark.parametrize("fault", ["403 ConversationBlockedByUser", "404 ConversationNotFound", "400 BadSyntax"])
async def test_a_refused_reply_is_not_repeated_and_does_not_stop_the_next(running: Running, fault: str) -> None:
    running.connector.faults = [TABLE[fault]]
    running.inside.replies = [Line("en"), Line("to")]
    await running.deliver(recorded("message_personal"))
    await running.settled()
    assert [kept.activity["text"] for kept in running.connector.visible(PERSONAL)] == ["to"]
    assert len(running.connector.calls) == 2


async def test_a_reply_that_is_too_large_says_so_instead_of_nothing(running: Running) -> None:
    running.inside.replies = [Card("answer", "Langt", intro="ord " * 9000)]
    await running.deliver(recorded("message_personal"))
    await running.settled()
    (line,) = running.connector.visible(PERSONAL)
    assert "for langt" in line.activity["text"]


async def test_health_and_readiness_are_told_apart(running: Running) -> None:
    running.inside.ready = False
    statuses: dict[str, int] = {}
    for path in ("healthz", "readyz", "nowhere"):
        async with running.http.get(f"{running.url}/{path}") as response:
            statuses[path] = response.status
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert "aiohttp" not in response.headers["Server"]
    assert statuses == {"healthz": 200, "readyz": 503, "nowhere": 404}


async def test_what_somebody_should_look_at_is_told_with_the_readiness_on_a_laptop(running: Running) -> None:
    async with running.http.get(f"{running.url}/readyz") as response:
        assert (response.status, await response.text()) == (200, "ready")
    running.inside.remarks = ("Utgave 7 er ikke i bruk.",)
    async with running.http.get(f"{running.url}/readyz") as response:
        assert (response.status, await response.text()) == (200, "ready\nUtgave 7 er ikke i bruk.")


async def test_broken_http_is_not_quoted_in_the_log(
    running: Running, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    host, port = running.url.removeprefix("http://").split(":")
    for line in (
        b"hemmelig ord\r\n\r\n",
        b"POST /api/messages?hemmelig HTTP/1.1\r\nHost: x\r\nhemm\x00elig: x\r\n\r\n",
    ):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(line)
        await writer.drain()
        answer = await asyncio.wait_for(reader.read(), 5)
        assert answer.startswith((b"HTTP/1.0 400", b"HTTP/1.1 400"))
        writer.close()
        await writer.wait_closed()
    async with running.http.post(f"{running.url}/api/messages?q=hemmelig", json={}) as response:
        assert response.status == 403
    said: Any = capsys.readouterr()
    assert "hemm" not in caplog.text + said.out + said.err
