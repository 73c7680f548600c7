"""A replica with a SharePoint library (a fake Graph), an editor in the chat, and what she is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence

import aiohttp
import pytest

from bot.content.versions import read_files
from bot.content.versions_edit import with_value
from bot.domain.outbox import OutboxRow
from bot.domain.published import Draft, Edition, PublishKnowledge
from bot.domain.roles import EDITOR
from bot.domain.turn import Place, PlaceKind
from bot.teams.graph_client import GraphClient
from bot.teams.sharepoint import SharePointLibrary
from bot.turns.document_library import SHAREPOINT, LibraryReader, Rounded
from bot.turns.document_library_rounds import DocumentLibraryRounds
from bot.usecases.publish_knowledge import publish_knowledge
from tests.editors.conftest import MARTE, RITA, OpenReplica, Replica
from tests.fakes.graph import DRIVE, FakeGraph, FakeTokens
from tests.fakes.stores import MovableClock

ARTICLE = "articles/akutt-barnevernvakt.md"
IN_LIBRARY = f"Veilederen/{ARTICLE}"
PROFILE = "kommuner/stjordal.yaml"
CHAT = Place(PlaceKind.PERSONAL, "a:rita", {"service_url": "https://smba.example"})


@pytest.fixture
async def graph() -> AsyncIterator[FakeGraph]:
    async with FakeGraph() as fake:
        fake.page_size = 50
        yield fake


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


class Office:
    """A replica with a library, and what its editors are told."""

    def __init__(self, replica: Replica, graph: FakeGraph, session: aiohttp.ClientSession, clock: MovableClock) -> None:
        async def no_wait(_: float) -> None:
            await asyncio.sleep(0)

        client = GraphClient(session, graph.url, FakeTokens(), "graph", sleep=no_wait)
        library = SharePointLibrary(client, DRIVE, frozenset({graph.origin}))
        self.replica = replica
        self.roles: dict[str, frozenset[str]] = {RITA.id: frozenset({EDITOR})}
        self.shared = LibraryReader(
            library, replica.desk, replica.store, clock, "Veilederen", lambda one: self.roles.get(one, frozenset())
        )
        self.rounds = DocumentLibraryRounds(self.shared, replica.store, clock)
        self.clock = clock

    async def round(self) -> Rounded:
        return await self.shared.round()

    async def editions(self) -> Sequence[Edition]:
        async with self.replica.store.unit_of_work() as uow:
            return [one for one in await uow.editions.newest(50) if one.way == SHAREPOINT]

    async def told(self) -> list[str]:
        """What Rita has been sent since the last time, as she would read it."""
        rows: list[OutboxRow] = []
        async with self.replica.store.unit_of_work() as uow:
            while leased := await uow.queue.lease("test", self.clock.now(), self.clock.now(), 500):
                rows += leased
                for row in leased:
                    await uow.queue.delivered(row.id, None, self.clock.now())
            await uow.commit()
        texts = self.replica.library.knowledge.texts
        return [
            texts(row.item.payload["text"], **json.loads(row.item.payload["values"]))
            for row in rows
            if row.item.payload["person_id"] == RITA.id
        ]


@pytest.fixture
async def office(replica: OpenReplica, graph: FakeGraph, session: aiohttp.ClientSession, clock: MovableClock) -> Office:
    made = Office(await replica(), graph, session, clock)
    async with made.replica.store.unit_of_work() as uow:
        await uow.editor_chats.keep(RITA, CHAT)
        await uow.commit()
    return made


def short_answer(office: Office, path: str = ARTICLE) -> str:
    return office.replica.library.knowledge.articles[path.removeprefix("articles/").removesuffix(".md")].short_answer


def with_answer(office: Office, words: str, path: str = ARTICLE) -> bytes:
    text = office.replica.files[path].decode()
    before, heading, after = text.partition("## Kort svar\n")
    return f"{before}{heading}{words}\n\n## Hva det betyr{after.partition('## Hva det betyr')[2]}".encode()


async def uploaded(office: Office, graph: FakeGraph, *paths: str) -> None:
    """Put the files in use into the library, as the administrator does when it is set up."""
    for path in paths or (ARTICLE, PROFILE):
        graph.put(f"Veilederen/{path}", office.replica.files[path].replace(b"\n", b"\r\n"))
    assert (await office.round()).edition is None, "the same content is no change, whatever the ends of its lines"
    assert await office.editions() == []


async def roll_back(office: Office, number: int, clock: MovableClock) -> None:
    desk = office.replica.desk
    if number < 1:
        changes = {ARTICLE: (await base_files(office))[ARTICLE]}
        await desk.bring("tilbake", changes, "")
        return
    looked = await desk.look(Draft(desk.edition, (), "tilbake", roll_back_to=number))
    checked = looked.checked
    command = PublishKnowledge(
        MARTE, looked.number, checked.files, checked.version, checked.is_sound, ("tilbake",), "tilbake"
    )
    async with office.replica.store.unit_of_work(MARTE) as uow:
        await publish_knowledge(command, uow, clock)
        await uow.commit()
    await desk.follow()


async def base_files(office: Office) -> dict[str, bytes]:
    return await asyncio.to_thread(read_files, office.replica.library.directory)


def new_number(office: Office, phone: str) -> bytes:
    raw = office.replica.files[PROFILE]
    value = {"name": "Velferdsveiledning i Stjørdal", "value": [phone], "sources": ["stjordal-plan"], "rows": ["V74"]}
    return with_value(raw, PROFILE, ("numbers", "velferdsveiledning"), value)


def number_in_use(office: Office) -> str | None:
    return office.replica.library.knowledge.profiles["stjordal"].contact("velferdsveiledning").value


def new_article(office: Office, path: str) -> bytes:
    """A copy of a real article under a new name, with wordings of its own."""
    slug = path.removeprefix("articles/").removesuffix(".md")
    head, _, body = office.replica.files[ARTICLE].decode().partition("\n---\n")
    data = f"{head}\n".removeprefix("---\n").encode()
    data = with_value(data, path, ("slug",), slug)
    data = with_value(data, path, ("title",), "Prøveartikkel om ingenting?")
    data = with_value(
        data, path, ("asked_as",), [f"helt oppdiktet spørsmål nummer {one} om prøveting" for one in range(12)]
    )
    return b"---\n" + data.rstrip(b"\n") + b"\n---\n" + body.encode()
