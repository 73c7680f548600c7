"""A document library through a fake Graph over real HTTP: what changed, whole files only, the token kept at home."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.domain.document_library import FileGone, FileTooLarge, LibraryAway, LibraryClosed, LibraryItem
from bot.domain.files import MAX_FILE
from bot.domain.roles import GroupsAway
from bot.domain.sending import TryLater
from bot.teams.access_tokens import EntraTokens
from bot.teams.entra_groups import EntraGroups
from bot.teams.graph_client import GraphClient
from bot.teams.quick_xor import quick_xor_hash
from bot.teams.sharepoint import SharePointLibrary
from bot.teams.teams_settings import TeamsSettings
from tests.fakes.entra import FakeEntra, write_certificate
from tests.fakes.graph import DRIVE, FakeGraph, FakeTokens, GraphFault

SCOPE = "https://graph.microsoft.com/.default"


@pytest.fixture
async def graph() -> AsyncIterator[FakeGraph]:
    async with FakeGraph() as fake:
        yield fake


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


class Reader:
    """The real client in front of the fake; waits are noted, not waited."""

    def __init__(self, graph: FakeGraph, session: aiohttp.ClientSession, drive: str = DRIVE) -> None:
        self.tokens = FakeTokens()
        self.waits: list[float] = []
        self.client = GraphClient(session, graph.url, self.tokens, SCOPE, sleep=self._sleep)
        self.library = SharePointLibrary(self.client, drive, frozenset({".sharepoint.com", graph.origin}))

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@pytest.fixture
def reader(graph: FakeGraph, session: aiohttp.ClientSession) -> Reader:
    return Reader(graph, session)


def names(items: tuple[LibraryItem, ...]) -> dict[str, str]:
    return {one.name or one.id: one.kind for one in items}


async def test_the_first_look_tells_everything_over_many_pages_and_the_next_only_what_changed(
    graph: FakeGraph, reader: Reader
) -> None:
    for number in range(10):
        graph.put(f"articles/a{number}.md", b"x")
    first = await reader.library.look("")
    assert first.is_whole
    assert len([one for one in first.items if one.kind == "file"]) == 10
    assert len([path for path, _ in graph.calls if "delta" in path]) == 4
    quiet = await reader.library.look(first.cursor)
    assert (quiet.items, quiet.is_whole) == ((), False)
    graph.put("articles/a3.md", b"y")
    graph.rename("articles/a4.md", "a-fire.md")
    graph.delete("articles/a5.md")
    later = await reader.library.look(quiet.cursor)
    assert names(later.items) == {"a3.md": "file", "a-fire.md": "file", graph.items[later.items[0].id].id: "gone"}
    assert await reader.library.look(later.cursor)


async def test_a_cursor_that_is_too_old_gives_everything_from_scratch(graph: FakeGraph, reader: Reader) -> None:
    graph.put("articles/a.md", b"x")
    look = await reader.library.look("")
    graph.put("articles/b.md", b"x")
    graph.forget_cursors()
    again = await reader.library.look(look.cursor)
    assert again.is_whole
    assert {"a.md", "b.md"} <= set(names(again.items))
    graph.faults = [GraphFault(410, location="https://elsewhere.example/delta")]
    assert (await reader.library.look(again.cursor)).is_whole, "an address elsewhere is not followed"


async def test_throttling_is_obeyed_and_passing_trouble_is_tried_again(graph: FakeGraph, reader: Reader) -> None:
    graph.put("a.md", b"x")
    graph.faults = [GraphFault(429, "7"), GraphFault(503), GraphFault(resets=True)]
    assert (await reader.library.look("")).items
    assert reader.waits[0] == 7.0
    assert len(reader.waits) >= 2
    graph.faults = [GraphFault(429, "600")]
    with pytest.raises(LibraryAway) as caught:
        await reader.library.look("")
    assert (caught.value.code, caught.value.after) == ("429", 600.0)
    graph.faults = [GraphFault(503)] * 9
    with pytest.raises(LibraryAway, match="503"):
        await reader.library.look("")
    graph.faults = [GraphFault(200, body=b"<html>proxy</html>")] * 4
    with pytest.raises(LibraryAway, match="connection"):
        await reader.library.look("")


async def test_an_expired_token_is_renewed_once_and_a_closed_door_is_said_to_be_closed(
    graph: FakeGraph, reader: Reader
) -> None:
    graph.put("a.md", b"x")
    graph.refused_tokens = {"token-1"}
    assert (await reader.library.look("")).items
    assert reader.tokens.forgotten == [SCOPE]
    graph.refused_tokens = {"token-2", "token-3", "token-4"}
    with pytest.raises(LibraryClosed, match="401"):
        await reader.library.look("")
    assert len(reader.tokens.forgotten) == 2
    graph.refused_tokens = set()
    graph.faults = [GraphFault(403)]
    with pytest.raises(LibraryClosed, match="403"):
        await reader.library.look("")
    reader.tokens.problem = TryLater("token:invalid_client", after=10)
    with pytest.raises(LibraryAway, match="token:invalid_client"):
        await reader.library.look("")


async def test_a_drive_that_is_not_there_is_closed(graph: FakeGraph, session: aiohttp.ClientSession) -> None:
    with pytest.raises(LibraryClosed, match="404"):
        await Reader(graph, session, "another").library.look("")


async def test_a_file_comes_whole_with_who_saved_it_and_the_token_stays_at_home(
    graph: FakeGraph, reader: Reader
) -> None:
    item = graph.put("articles/a.md", "æøå".encode() * 3000)
    for gives in (True, False):
        graph.gives_download_url = gives
        file = await reader.library.read(item)
        assert file.raw == "æøå".encode() * 3000
        assert file.by is not None
        assert file.by.name == "Rita Prøve"
    downloads = [token for path, token in graph.calls if path.startswith("/download/")]
    assert downloads == ["", ""]


async def test_a_download_that_is_cut_off_or_damaged_is_fetched_again_and_never_given_out(
    graph: FakeGraph, reader: Reader
) -> None:
    item = graph.put("articles/a.md", b"y" * 9000)
    graph.cut_downloads, graph.damaged_downloads = 1, 1
    assert (await reader.library.read(item)).raw == b"y" * 9000
    graph.cut_downloads = 3
    with pytest.raises(LibraryAway, match="partial_download"):
        await reader.library.read(item)
    graph.cut_downloads, graph.damaged_downloads = 0, 3
    with pytest.raises(LibraryAway, match="partial_download"):
        await reader.library.read(item)
    graph.faults = [GraphFault(401, path="/download/")]
    assert (await reader.library.read(item)).raw, "an address that has expired is asked for anew"


async def test_a_file_that_is_gone_or_too_large_is_said_to_be(graph: FakeGraph, reader: Reader) -> None:
    item = graph.put("a.md", b"x" * (MAX_FILE + 1))
    with pytest.raises(FileTooLarge):
        await reader.library.read(item)
    assert not [path for path, _ in graph.calls if path.startswith("/download/")], "not even begun"
    graph.tells_size = 10
    with pytest.raises(FileTooLarge):
        await reader.library.read(item)
    graph.delete("a.md")
    with pytest.raises(FileGone):
        await reader.library.read(item)


@pytest.mark.parametrize(
    "address",
    [
        "http://contoso.sharepoint.com/x",
        "https://contoso.sharepoint.com.evil.example/x",
        "https://evilsharepoint.com/x",
        "https://contoso.sharepoint.com@evil.example/x",
        "https://contoso.sharepoint.com:8443/x",
        "https://169.254.169.254/metadata",
        "file:///etc/passwd",
        "",
    ],
)
async def test_a_download_never_leads_to_another_host(graph: FakeGraph, reader: Reader, address: str) -> None:
    item = graph.put("a.md", b"x")
    graph.redirects_to = address or "/relative"
    for gives in (True, False):
        graph.gives_download_url = gives
        with pytest.raises(LibraryClosed, match="download_host"):
            await reader.library.read(item)


async def test_a_next_page_on_another_server_is_not_asked_for(graph: FakeGraph, reader: Reader) -> None:
    graph.faults = [GraphFault(200, body=b'{"value": [], "@odata.nextLink": "https://evil.example/v1.0/x"}')]
    with pytest.raises(LibraryClosed, match="foreign_address"):
        await reader.library.look("")
    graph.faults = [GraphFault(200, body=b'{"value": [], "@odata.deltaLink": "https://evil.example/v1.0/x"}')]
    with pytest.raises(LibraryClosed, match="no_delta_link"):
        await reader.library.look("")


async def test_shortcuts_notebooks_and_nonsense_are_left_out(graph: FakeGraph, reader: Reader) -> None:
    link = f"{graph.url}/drives/x/root/delta?token=1"
    odd = (
        '{"value": [7, {"name": "no id"}, {"id": "a", "remoteItem": {}, "file": {}}, {"id": "b", "package": {}},'
        ' {"id": "c", "file": null, "name": null, "parentReference": null}], "@odata.deltaLink": "%s"}'
    )
    graph.faults = [GraphFault(200, body=(odd % link).encode())]
    look = await reader.library.look("")
    assert [one.id for one in look.items] == ["c"]


async def test_a_group_is_read_over_all_its_pages_and_fails_whole(graph: FakeGraph, reader: Reader) -> None:
    graph.groups["g"] = [f"person-{number}" for number in range(8)]
    groups = EntraGroups(reader.client)
    assert await groups.members("g") == frozenset(graph.groups["g"])
    graph.faults = [GraphFault(403, path="transitive")]
    with pytest.raises(GroupsAway, match="403"):
        await groups.members("g")
    with pytest.raises(GroupsAway, match="404"):
        await groups.members("unknown")


async def test_the_token_comes_from_entra_through_msal_with_the_apps_own_secret(
    graph: FakeGraph, session: aiohttp.ClientSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = write_certificate(tmp_path / "entra.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    async with FakeEntra(certificate=certificate) as entra:
        settings = TeamsSettings(
            app_id="app", tenants=frozenset({"tenant"}), client_secret="an-invented-secret", login_url=entra.url
        )
        client = GraphClient(session, graph.url, EntraTokens(settings), settings.graph_scope)
        library = SharePointLibrary(client, DRIVE, frozenset({graph.origin}))
        graph.put("a.md", b"x")
        graph.refused_tokens = {"token-1"}
        assert (await library.look("")).items
    assert [call["scope"] for call in entra.token_calls] == [SCOPE, SCOPE]
    assert graph.calls[-1][1] == "Bearer token-2"


@pytest.mark.parametrize(
    ("content", "hashed"),
    [
        ("", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
        ("Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA="),
        ("tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA="),
        ("0pZP", "0rDEEwAAAAAAAAAAAwAAAAAAAAA="),
        ("vPgoDjOfO6fm71RxLw==", "vMAHChwwg0/s4BTmdQcV4vACAAA="),
        (
            "ikwCorI7PKWz17EI50jZCGbV9JU2E8bXVfxNMg5zdmqSZ2NlsQPp0kqYIPjzwTg1MBtfWPg53k0h0P2naJNEVgrqpoHTfV2b3pJ4m0zYPTJm"
            "UX4Bg/lOxcnCxAYKU29Y5F0U8Quz7ZXFBEweftXxJ7RS4r6N7BzJrPsLhY7hgck=",
            "imAoFvCWlDn4yVw3/oq1PDbbm6U=",
        ),
    ],
)
def test_the_hash_is_the_one_sharepoint_gives(content: str, hashed: str) -> None:
    assert quick_xor_hash(base64.b64decode(content)) == hashed


@pytest.mark.parametrize("length", [159, 160, 161, 320, 1000])
def test_the_quick_way_to_the_hash_is_the_same_as_bit_by_bit(length: int) -> None:
    content = bytes((number * 37 + 11) % 256 for number in range(length))
    register = [0] * 160
    for place, byte in enumerate(content):
        for bit in range(8):
            register[(place * 11 + bit) % 160] ^= byte >> bit & 1
    for bit in range(64):
        register[96 + bit] ^= length >> bit & 1
    raw = sum(bit << place for place, bit in enumerate(register)).to_bytes(20, "little")
    assert quick_xor_hash(content) == base64.b64encode(raw).decode()
