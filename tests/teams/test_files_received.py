"""Files somebody sends in a 1:1 chat: what Teams says of them, and a room that only fetches where Teams keeps files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.files import MAX_FILE, FetchFile, FileError, FilePlaceUnsafe, FileTooLarge
from bot.domain.turn import AttachedFile, Person, Said
from bot.teams.file_room import TeamsFileRoom, is_file_place
from bot.teams.teams_settings import TeamsSettings
from tests.teams.recorded import recorded
from tests.teams.test_read_activity import read

EDITOR = Person("00000000-0000-4000-8000-00000000000a", "Rita Prøve")
DOWNLOAD = "https://contoso-my.sharepoint.com/personal/rita/_layouts/15/download.aspx?UniqueId=1&tempauth=x"
FILE = {
    "contentType": "application/vnd.microsoft.teams.file.download.info",
    "contentUrl": "https://contoso-my.sharepoint.com/personal/rita/Documents/stjordal.yaml",
    "name": "stjordal.yaml",
    "content": {"downloadUrl": DOWNLOAD, "uniqueId": "1150D938", "fileType": "yaml"},
}
HTML = {"contentType": "text/html", "content": "<p>her er fila</p>"}


def test_a_file_in_the_chat_is_told_with_its_address_and_the_words_beside_it() -> None:
    turn = read(recorded("message_personal", text="her er fila", attachments=[HTML, FILE]))
    assert turn is not None
    assert turn.what == Said("her er fila", AttachedFile("stjordal.yaml", DOWNLOAD))
    assert "stjordal" not in repr(turn)
    assert "tempauth" not in repr(turn)


@pytest.mark.parametrize("content", [None, [], "x", {"downloadUrl": 7}, {}])
def test_a_file_without_an_address_is_an_ordinary_message(content: object) -> None:
    turn = read(recorded("message_personal", attachments=[{**FILE, "content": content}]))
    assert turn is not None
    assert turn.what == Said("hei")


def test_what_the_client_writes_in_the_text_for_a_file_is_no_word() -> None:
    around_it = 'far slår henne<attachment id="1150D938"></attachment><p><img src="https://smba.example/1"></p>'
    turn = read(recorded("message_personal", text=around_it, attachments=[FILE]))
    assert turn is not None
    assert turn.what == Said("far slår henne", AttachedFile("stjordal.yaml", DOWNLOAD))


PICTURE = {"contentType": "image/png", "contentUrl": "https://smba.example/v3/attachments/1/views/original"}


@pytest.mark.parametrize("kind", ["image/png", "image/*", "audio/mp4", "video/mp4"])
@pytest.mark.parametrize("said", ["", "far slår henne"])
def test_a_picture_or_a_sound_in_the_message_is_told_without_its_address(kind: str, said: str) -> None:
    turn = read(recorded("message_personal", text=said, attachments=[{**PICTURE, "contentType": kind}, HTML]))
    assert turn is not None
    assert turn.what == Said(said, AttachedFile("", ""))


@pytest.mark.parametrize(
    "link",
    [
        "",
        "http://contoso.sharepoint.com/x",
        "https://sharepoint.com.example.org/x",
        "https://evilsharepoint.com/x",
        "https://user:pass@contoso.sharepoint.com/x",
        "https://contoso.sharepoint.com:8443/x",
        "https://169.254.169.254/metadata",
        "https://127.0.0.1/x",
        "https://contoso.sharepoint.com\\@example.org/x",
        "https://contoso.sharepoint.com/" + "x" * 5000,
        "https://contoso.sharepoint.com:port/x",
        "file:///etc/passwd",
    ],
)
def test_nothing_is_fetched_from_anywhere_else(link: str) -> None:
    assert not is_file_place(link, TeamsSettings())


def test_where_teams_keeps_files_is_known() -> None:
    assert is_file_place(DOWNLOAD, TeamsSettings())


@dataclass
class Place:
    """A folder of somebody's, over real HTTP."""

    room: TeamsFileRoom
    url: str
    content: bytes = b"municipality: stjordal\n"
    status: int = 200


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    app = web.Application(client_max_size=MAX_FILE * 2)

    async def read_file(request: web.Request) -> web.StreamResponse:
        if request.path == "/elsewhere":
            raise web.HTTPFound("https://example.org/secret")
        assert "Authorization" not in request.headers
        if request.path == "/endless":
            stream = web.StreamResponse()
            await stream.prepare(request)
            for _ in range(MAX_FILE // 65536 + 2):
                await stream.write(b"x" * 65536)
            return stream
        return web.Response(body=there.content, status=there.status)

    app.router.add_get("/{name}", read_file)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        settings = TeamsSettings(development=True, development_ports=frozenset({server.port or 0}))
        there = Place(TeamsFileRoom(session, settings), f"http://127.0.0.1:{server.port}")
        yield there


def wanted(place: Place, path: str) -> FetchFile:
    return FetchFile(EDITOR, "stjordal.yaml", place.url + path)


async def test_a_file_is_fetched_over_http(place: Place) -> None:
    assert await place.room.fetch(wanted(place, "/file")) == place.content


async def test_what_goes_wrong_is_one_of_a_few_errors(place: Place) -> None:
    with pytest.raises(FileError):
        await place.room.fetch(wanted(place, "/elsewhere"))
    with pytest.raises(FileTooLarge):
        await place.room.fetch(wanted(place, "/endless"))
    place.content = b"x" * (MAX_FILE + 1)
    with pytest.raises(FileTooLarge):
        await place.room.fetch(wanted(place, "/file"))
    place.content, place.status = b"", 403
    with pytest.raises(FileError):
        await place.room.fetch(wanted(place, "/file"))
    with pytest.raises(FilePlaceUnsafe):
        await place.room.fetch(replace(wanted(place, ""), link="https://example.org/mine"))
    with pytest.raises(FileError):
        await place.room.fetch(replace(wanted(place, ""), link="http://127.0.0.1:1/closed"))
