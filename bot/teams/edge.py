"""Puts the Teams edge together: what main opens, gives turns to, and closes. Must not know the inside."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

import aiohttp

from bot.domain.ports import Clock
from bot.domain.reply import Reply
from bot.domain.sending import TryLater
from bot.teams.access_tokens import EntraTokens, NoTokens, Tokens
from bot.teams.adapter import TeamsAdapter
from bot.teams.cards import CardWriter
from bot.teams.channel_owners import ChannelOwners
from bot.teams.connector import Connector
from bot.teams.entra_groups import EntraGroups
from bot.teams.file_room import TeamsFileRoom
from bot.teams.gate import Gate
from bot.teams.graph import ChannelReader
from bot.teams.graph_client import GraphClient
from bot.teams.invoke_answers import InvokeAnswers
from bot.teams.listener import listening
from bot.teams.messenger import TeamsMessenger
from bot.teams.outward import open_session
from bot.teams.reply_post import Note, ReplyPost, note_nothing
from bot.teams.sentences import Sentences
from bot.teams.sharepoint import SharePointLibrary
from bot.teams.signing_keys import SigningKeys
from bot.teams.taking_turns import IsReady, Readiness, TakeTurn
from bot.teams.teams_bot import TeamsBot
from bot.teams.teams_settings import TeamsSettings
from bot.teams.uploads import Uploads
from bot.teams.web import QuietLogger, Web, server_logger
from bot.teams.write_activity import ActivityWriter

DRAIN_SECONDS = 20.0
PARALLEL_SENDS = 50


@dataclass(frozen=True)
class TeamsEdge:
    """The opened edge. `messenger` may be used at once; `listen` begins to take turns."""

    settings: TeamsSettings
    words: Sentences
    clock: Clock
    tokens: Tokens
    connector: Connector
    messenger: TeamsMessenger
    writer: ActivityWriter
    keys: SigningKeys
    post: ReplyPost
    uploads: Uploads
    files: TeamsFileRoom
    graph: GraphClient

    @property
    def groups(self) -> EntraGroups:
        """Entra groups, for roles."""
        return EntraGroups(self.graph)

    @property
    def owners(self) -> ChannelOwners | None:
        """Who owns a channel; None where the app has no permissions in the teams it is added to."""
        return ChannelOwners(self.connector, self.graph) if self.settings.graph else None

    def document_library(self, drive_id: str) -> SharePointLibrary:
        """Return a document library."""
        return SharePointLibrary(self.graph, drive_id)

    @asynccontextmanager
    async def listen(self, take_turn: TakeTurn, is_ready: IsReady, note: Note = note_nothing) -> AsyncIterator[int]:
        """Take turns until left; gives the port. Leaving takes no new requests and sends what is under way. `note` is
        told which messages show a case."""
        self.post.note = note
        app, logger = self._web(take_turn, is_ready).app(), QuietLogger(server_logger)
        try:
            async with listening(app, self.settings.host, self.settings.port, DRAIN_SECONDS, logger=logger) as port:
                yield port
        finally:
            await self.post.drain(DRAIN_SECONDS)

    def _web(self, take_turn: TakeTurn, is_ready: IsReady) -> Web:
        answers = InvokeAnswers(self.writer, self.words)
        bot = TeamsBot(take_turn, self.post, self.writer, answers, self.uploads, self.clock)

        async def ready() -> Readiness:
            if not self.settings.development and not self.keys.are_known:
                await self.keys.refresh()
            if not self.settings.development and not self.keys.are_known:
                return Readiness(False, ("Får ikke hentet nøklene til Microsoft. Slipper nettet boten ut?",))
            return self.with_remark(await is_ready())

        gate, adapter = Gate(self.settings, self.keys), TeamsAdapter(self.connector, bot)
        return Web(gate, adapter, ready, tells_why=self.settings.development)

    def with_remark(self, found: Readiness) -> Readiness:
        """Return what was found, and that nothing can be sent while Entra gives no token."""
        problem = self.tokens.why_not(self.settings.token_scope)
        remark = f"Ingenting kan sendes: Entra gir ikke boten nøkkel ({problem}). Se: python -m bot doctor"
        return replace(found, remarks=(remark, *found.remarks)) if problem else found


@asynccontextmanager
async def open_edge(
    settings: TeamsSettings, *, words: Sentences, as_text: Callable[[Reply], str], clock: Clock
) -> AsyncIterator[TeamsEdge]:
    """Open everything the edge sends with. `words` are the bot's own sentences, `as_text` any reply as plain text."""
    limit = aiohttp.TCPConnector(limit=PARALLEL_SENDS)
    async with open_session(settings, limit) as session:
        tokens: Tokens = NoTokens() if settings.development else EntraTokens(settings)
        connector = Connector(session, settings, tokens)
        writer = ActivityWriter(CardWriter(words, as_text, dialogs=settings.dialogs), words)
        reader = ChannelReader(session, settings.graph_url, tokens, settings.graph_scope) if settings.graph else None
        messenger = TeamsMessenger(connector, writer, reader)
        keys = SigningKeys(session, settings.metadata_url)
        if not settings.development:
            await keys.refresh()
        post = ReplyPost(messenger, words)
        uploads = Uploads(session, settings, messenger, words)
        files = TeamsFileRoom(session, settings)
        graph = GraphClient(session, settings.graph_url, tokens, settings.graph_scope)
        yield TeamsEdge(settings, words, clock, tokens, connector, messenger, writer, keys, post, uploads, files, graph)


async def token_problem(settings: TeamsSettings) -> str:
    """Ask Entra for the token that everything is sent with; return why there is none, or an empty string."""
    tokens = EntraTokens(settings)
    with suppress(TryLater):
        await tokens.get(settings.token_scope)
    return tokens.why_not(settings.token_scope)


@asynccontextmanager
async def open_graph(settings: TeamsSettings) -> AsyncIterator[GraphClient]:
    """Open Graph alone, for a command that only looks."""
    async with open_session(settings) as session:
        yield GraphClient(session, settings.graph_url, EntraTokens(settings), settings.graph_scope)


@asynccontextmanager
async def open_owners(settings: TeamsSettings) -> AsyncIterator[ChannelOwners]:
    """Open what tells who owns a channel, alone, for a command that only looks."""
    async with open_session(settings) as session:
        tokens = EntraTokens(settings)
        graph = GraphClient(session, settings.graph_url, tokens, settings.graph_scope)
        yield ChannelOwners(Connector(session, settings, tokens), graph)
