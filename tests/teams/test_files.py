"""Files reach people through Teams' own consent card: asked first, made anew, put in their OneDrive, not kept here."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.reply import File
from bot.domain.turn import Pressed
from bot.teams.file_room import is_file_place
from bot.teams.teams_settings import TeamsSettings
from tests.teams.conftest import Running
from tests.teams.recorded import recorded

PERSONAL = "a:1-personal-test"
FILE = File("dagsorden.docx", "Dagsorden for teamet.", "agenda_file", "stjordal/komp_0_18", b"innhold" * 100)
CONTEXT = {"verb": "agenda_file", "id": "stjordal/komp_0_18"}


def consent_answer(action: str, url: str = "", **changes: Any) -> dict[str, Any]:
    """Return what Teams sends when somebody answers the consent card."""
    upload = {"contentUrl": "https://example.invalid/d", "name": FILE.name, "uploadUrl": url, "uniqueId": "u1"}
    value = {"type": "fileUpload", "action": action, "context": CONTEXT, "uploadInfo": {**upload, "fileType": "docx"}}
    shape = recorded("invoke_task_fetch", name="fileConsent/invoke", value=value, replyToId="m-7")
    return {**shape, **changes}


async def test_a_file_is_asked_about_first_and_its_content_is_not_sent(running: Running) -> None:
    running.inside.replies = [FILE]
    await running.deliver(recorded("message_personal"))
    await running.settled()
    (asked,) = running.connector.visible(PERSONAL)
    (attachment,) = asked.activity["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.teams.card.file.consent"
    assert attachment["content"]["acceptContext"] == CONTEXT
    assert attachment["content"]["sizeInBytes"] == len(FILE.content)
    assert "innhold" not in str(asked.activity)


async def test_an_accepted_file_is_made_anew_and_uploaded_and_shown(running: Running) -> None:
    got: list[tuple[bytes, str]] = []

    async def take(request: web.Request) -> web.Response:
        got.append((await request.read(), request.headers["Content-Range"]))
        return web.Response(status=201)

    app = web.Application()
    app.router.add_put("/upload", take)
    async with TestServer(app) as drive:
        object.__setattr__(
            running.edge.settings, "development_ports", running.edge.settings.development_ports | {drive.port}
        )
        asked = running.connector.plant(PERSONAL, None, {"type": "message"})
        running.inside.replies = [FILE]
        url = str(drive.make_url("/upload?session=1"))
        assert await running.deliver(consent_answer("accept", url, replyToId=asked.id)) == (200, None)
        await running.settled()
    (turn,) = running.inside.turns
    assert isinstance(turn.what, Pressed)
    assert (turn.what.verb, turn.what.id) == ("agenda_file", "stjordal/komp_0_18")
    assert got == [(FILE.content, f"bytes 0-{len(FILE.content) - 1}/{len(FILE.content)}")]
    (shown,) = running.connector.visible(PERSONAL)
    assert shown.activity["attachments"][0]["contentType"] == "application/vnd.microsoft.teams.card.file.info"


async def test_a_declined_file_is_not_made(running: Running) -> None:
    asked = running.connector.plant(PERSONAL, None, {"type": "message"})
    assert await running.deliver(consent_answer("decline", replyToId=asked.id)) == (200, None)
    await running.settled()
    assert running.inside.turns == []
    (shown,) = running.connector.visible(PERSONAL)
    assert shown.activity["text"] == "Greit. Fila er ikke lagret."


@pytest.mark.parametrize("action", ["accept", "decline"])
@pytest.mark.parametrize("name", ["invoke_execute_channel", "message_group_mention"])
async def test_an_answer_about_a_file_that_is_made_up_where_others_read_touches_no_card(
    running: Running, name: str, action: str
) -> None:
    """Who sends it chooses what it answers: the card of a case, say."""
    shape = recorded(name)
    room, thread = shape["conversation"]["id"].partition(";messageid=")[::2]
    card = running.connector.plant(room, thread or None, {"type": "message", "text": "kortet til saken"})
    running.inside.replies = [FILE]
    there = {part: shape[part] for part in ("conversation", "channelData")}
    status, _ = await running.deliver(consent_answer(action, "http://127.0.0.1:9/upload", replyToId=card.id, **there))
    await running.settled()
    assert status == 400
    assert running.inside.turns == []
    assert [one.activity["text"] for one in running.connector.messages.values()] == ["kortet til saken"]


async def test_what_cannot_be_uploaded_is_said(running: Running) -> None:
    running.inside.replies = [FILE]
    await running.deliver(consent_answer("accept", "http://127.0.0.1:9/upload"))
    await running.settled()
    assert "ikke lagret" in str([one.activity for one in running.connector.visible(PERSONAL)])


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://kommune-my.sharepoint.com/personal/x/_api/upload?guid=1", True),
        ("http://kommune-my.sharepoint.com/x", False),
        ("https://sharepoint.com.evil.example/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://kommune-my.sharepoint.com@evil.example/x", False),
        ("https://user:pass@kommune-my.sharepoint.com/x", False),
        ("https://kommune-my.sharepoint.com:8443/x", False),
        ("http://169.254.169.254/latest", False),
        ("https://127.0.0.1/x", False),
        ("https://[::1", False),
        ("file:///etc/passwd", False),
    ],
)
def test_files_are_uploaded_to_onedrive_only(url: str, allowed: bool) -> None:
    assert is_file_place(url, TeamsSettings()) is allowed
