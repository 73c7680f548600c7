"""The messenger reaches channels, threads and 1:1 chats, and finds again what it once sent."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import aiohttp
import pytest

from bot.content.texts import Texts
from bot.delivery import DeliverySettings
from bot.domain.case import Member
from bot.domain.reply import Card, Line
from bot.domain.sending import Ambiguous, CannotLook, Gone, Refused, TooLarge, TryLater
from bot.domain.turn import Place, PlaceKind
from bot.teams.access_tokens import NoTokens
from bot.teams.cards import CardWriter
from bot.teams.connector import Connector
from bot.teams.graph import ChannelReader
from bot.teams.messenger import CALLED_SECONDS, TeamsMessenger
from bot.teams.teams_settings import TeamsSettings
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import as_text
from tests.fakes.connector import TABLE, FakeConnector, Fault, people

CHANNEL = "19:0123456789abcdef0123456789abcdef@thread.tacv2"
CASE = Card("case", "Skolefravær", summary="Ny sak")


@dataclass
class Out:
    fake: FakeConnector
    messenger: TeamsMessenger
    without_graph: TeamsMessenger
    channel: Place
    personal: Place


@pytest.fixture
async def out(texts: Texts) -> AsyncIterator[Out]:
    async with AsyncExitStack() as stack:
        fake = await stack.enter_async_context(FakeConnector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        settings = TeamsSettings(development=True, development_ports=frozenset({fake.port}), send_timeout=10.0)
        connector = Connector(session, settings, NoTokens())
        writer = ActivityWriter(CardWriter(texts, functools.partial(as_text, texts=texts)), texts)
        reader = ChannelReader(session, fake.graph_url, NoTokens(), "graph")
        reference = {"service_url": fake.url, "bot_id": "28:bot", "tenant_id": "t", "group_id": "g"}
        channel = Place(PlaceKind.CHANNEL, f"{CHANNEL};messageid=5", reference, "19:team", CHANNEL)
        personal = Place(PlaceKind.PERSONAL, "a:1-personal", reference)
        yield Out(fake, TeamsMessenger(connector, writer, reader), TeamsMessenger(connector, writer), channel, personal)


async def test_a_new_post_begins_its_own_thread_wherever_the_channel_was_connected(out: Out) -> None:
    case_id = await out.messenger.send(out.channel, CASE)
    (kept,) = out.fake.visible(CHANNEL)
    assert (kept.id, kept.thread) == (case_id, None)
    assert kept.activity["summary"] == "Ny sak"
    assert out.fake.calls[0].body["tenantId"] == "t"


async def test_a_line_stands_in_the_thread_of_its_card(out: Out) -> None:
    case_id = await out.messenger.send(out.channel, CASE)
    await out.messenger.send(out.channel, Line("Tatt."), reply_to=case_id)
    (line,) = out.fake.visible(CHANNEL, thread=case_id)
    assert line.activity["text"] == "Tatt."


OLE = Member("aaaaaaaa-0000-4000-8000-000000000001", "Test Medlem 1")
GONE = Member("aaaaaaaa-0000-4000-8000-000000000009", "Test [Sluttet](https://x.example) <at>")


async def test_a_line_calls_members_by_name_as_teams_wants_it(out: Out) -> None:
    """Microsoft refuses a mention whose text does not stand in the message letter for letter."""
    out.fake.people = list(people(3))
    case_id = await out.messenger.send(out.channel, CASE)
    await out.messenger.send(out.channel, Line("Ingen har tatt saken.", mentions=(OLE, GONE)), reply_to=case_id)
    (line,) = out.fake.visible(CHANNEL, thread=case_id)
    said, (mention,) = line.activity["text"], line.activity["entities"]
    assert said.startswith("<at>Test Medlem 1</at>, Test Sluttet")
    assert said.endswith(": Ingen har tatt saken.")
    assert said.count("<") == 2
    assert mention == {
        "type": "mention",
        "text": "<at>Test Medlem 1</at>",
        "mentioned": {"id": "29:1-member-1", "name": "Test Medlem 1"},
    }
    assert mention["text"] in said


async def test_a_line_with_a_marker_calls_them_on_its_card(out: Out) -> None:
    out.fake.people = list(people(3))
    case_id = await out.messenger.send(out.channel, CASE)
    line = Line("Ingen har tatt saken.", mentions=(OLE,))
    await out.messenger.send(out.channel, line, marker="m-1", reply_to=case_id)
    (kept,) = out.fake.visible(CHANNEL, thread=case_id)
    assert kept.card
    (mention,) = kept.card["msteams"]["entities"]
    (block,) = kept.card["body"]
    assert block["type"] == "TextBlock"
    assert mention["text"] in block["text"]
    assert mention["mentioned"]["id"] == "29:1-member-1"
    assert "Ingen" not in kept.activity["summary"]
    assert await out.messenger.find(out.channel, "m-1") == kept.id


@pytest.mark.parametrize("fault", ["403 NotEnoughPermissions", "502 lost", "429 absent"])
async def test_who_cannot_be_looked_up_is_named_only(out: Out, fault: str) -> None:
    out.fake.people = list(people(3))
    case_id = await out.messenger.send(out.channel, CASE)
    out.fake.faults = [TABLE[fault]]
    await out.messenger.send(out.channel, Line("Ingen har tatt saken.", mentions=(OLE,)), reply_to=case_id)
    (line,) = out.fake.visible(CHANNEL, thread=case_id)
    assert line.activity["text"] == "Test Medlem 1: Ingen har tatt saken."
    assert "entities" not in line.activity


async def test_a_line_does_not_wait_long_for_the_roster(out: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    """The send that follows has its whole time: what is unclear is only what was sent."""
    monkeypatch.setattr("bot.teams.messenger.CALLED_SECONDS", 0.05)
    case_id = await out.messenger.send(out.channel, CASE)
    out.fake.faults = [Fault(200, waits=3.0), None]
    async with asyncio.timeout(2):
        await out.messenger.send(out.channel, Line("Ingen har tatt saken.", mentions=(OLE,)), reply_to=case_id)
    (line,) = out.fake.visible(CHANNEL, thread=case_id)
    assert line.activity["text"] == "Test Medlem 1: Ingen har tatt saken."


def test_a_send_has_its_whole_time_behind_the_look_at_the_roster() -> None:
    settings = DeliverySettings()
    assert settings.client_timeout >= TeamsSettings().send_timeout + CALLED_SECONDS
    assert settings.lease >= 3 * settings.client_timeout, "look, open the chat, send"


async def test_a_line_whose_mention_is_refused_is_sent_without_it(out: Out) -> None:
    out.fake.people = list(people(3))
    case_id = await out.messenger.send(out.channel, CASE)
    out.fake.faults = [None, TABLE["400 BadSyntax"]]
    await out.messenger.send(out.channel, Line("Ingen har tatt saken.", mentions=(OLE,)), reply_to=case_id)
    (line,) = out.fake.visible(CHANNEL, thread=case_id)
    assert line.activity["text"] == "Test Medlem 1: Ingen har tatt saken."
    out.fake.faults = [None, TABLE["403 NotEnoughPermissions"], TABLE["403 NotEnoughPermissions"]]
    with pytest.raises(Refused):
        await out.messenger.send(out.channel, Line("Ingen har tatt saken.", mentions=(OLE,)), reply_to=case_id)


async def test_a_card_is_changed_where_it_stands_and_taken_back(out: Out) -> None:
    case_id = await out.messenger.send(out.channel, CASE)
    assert case_id
    await out.messenger.update(out.channel, case_id, replace(CASE, title="Tatt"))
    (kept,) = out.fake.visible(CHANNEL)
    assert kept.updates == 1
    assert "Tatt" in kept.text
    await out.messenger.delete(out.channel, case_id)
    await out.messenger.delete(out.channel, case_id)
    assert out.fake.visible(CHANNEL) == []
    with pytest.raises(Gone):
        await out.messenger.update(out.channel, case_id, CASE)


async def test_a_personal_message_gives_its_id(out: Out) -> None:
    sent = await out.messenger.send(out.personal, Line("Teamet har svart."))
    (kept,) = out.fake.visible("a:1-personal")
    assert kept.id == sent


async def test_the_roster_is_read_page_by_page(out: Out) -> None:
    out.fake.people = [*people(120), {"id": "29:guest-without-entra-id", "name": "x"}]
    members = await out.messenger.members(out.channel)
    assert len(members) == 120
    assert members[0] == Member("aaaaaaaa-0000-4000-8000-000000000001", "Test Medlem 1")


async def test_a_roster_with_more_pages_than_are_read_says_of_nobody_that_they_left(
    out: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.messenger.ROSTER_PAGES", 2)
    out.fake.people = list(people(120))
    with pytest.raises(TryLater):
        await out.messenger.open_personal(out.channel, Member("aaaaaaaa-0000-4000-8000-000000000120", "Test Medlem"))


async def test_a_guest_on_the_roster_counts_as_a_member(out: Out) -> None:
    """Whoever can read the channel in Teams can do what its members do; the owner of the team decides who that is."""
    out.fake.people = [{"id": "29:1-gjest", "aadObjectId": "aad-gjest", "name": "Test Gjest", "userRole": "guest"}]
    assert await out.messenger.members(out.channel) == [Member("aad-gjest", "Test Gjest")]


async def test_a_name_on_the_roster_carries_no_hidden_signs(out: Out) -> None:
    out.fake.people = [{"id": "29:1", "aadObjectId": "aad-1", "name": "Ole\u202e\r\n\u200bPrøve"}]
    assert [member.name for member in await out.messenger.members(out.channel)] == ["Ole Prøve"]


async def test_a_member_is_reached_in_a_chat_of_their_own(out: Out) -> None:
    out.fake.people = list(people(3))
    member = Member("aaaaaaaa-0000-4000-8000-000000000002", "Test Medlem 2")
    chat = await out.messenger.open_personal(out.channel, member)
    assert chat.kind is PlaceKind.PERSONAL
    assert chat == await out.messenger.open_personal(out.channel, member)
    await out.messenger.send(chat, Line("Ny sak venter."))
    assert len(out.fake.visible(chat.conversation_id)) == 1


async def test_somebody_who_left_the_team_is_not_reached(out: Out) -> None:
    out.fake.people = list(people(1))
    with pytest.raises(Gone):
        await out.messenger.open_personal(out.channel, Member("somebody-else", ""))


async def test_what_carries_the_marker_is_found_among_hundreds(out: Out) -> None:
    wanted = await out.messenger.send(out.channel, CASE, marker="m-wanted")
    line = await out.messenger.send(out.channel, Line("Tatt."), marker="m-line", reply_to=wanted)
    for number in range(130):
        await out.messenger.send(out.channel, CASE, marker=f"m-{number}")
    assert await out.messenger.find(out.channel, "m-wanted") == wanted
    assert await out.messenger.find(out.channel, "m-line") == line
    assert await out.messenger.find(out.channel, "m-want") is None
    assert await out.messenger.find(out.channel, "nothing") is None


async def test_what_landed_in_spite_of_the_answer_is_found(out: Out) -> None:
    out.fake.faults = [TABLE["504 landed"]]
    with pytest.raises(Ambiguous):
        await out.messenger.send(out.channel, CASE, marker="m-1")
    assert await out.messenger.find(out.channel, "m-1") == out.fake.visible(CHANNEL)[0].id


async def test_a_deleted_message_is_not_found(out: Out) -> None:
    sent = await out.messenger.send(out.channel, CASE, marker="m-1")
    assert sent
    await out.messenger.delete(out.channel, sent)
    assert await out.messenger.find(out.channel, "m-1") is None


async def test_a_card_that_somebody_has_forwarded_is_not_taken_for_the_bots_own(out: Out) -> None:
    sent = await out.messenger.send(out.channel, CASE, marker="m-1")
    assert sent
    copy = out.fake.plant(CHANNEL, None, out.fake.visible(CHANNEL)[0].activity)
    copy.forwarded_by = "Siri Prøve"
    assert await out.messenger.find(out.channel, "m-1") == sent
    await out.messenger.delete(out.channel, sent)
    assert await out.messenger.find(out.channel, "m-1") is None


async def test_a_listing_that_is_none_is_not_taken_for_an_empty_channel(out: Out) -> None:
    out.fake.graph_body = {"message": "try later"}
    with pytest.raises(CannotLook, match="graph:not_a_list"):
        await out.messenger.find(out.channel, "m")


async def test_without_a_way_to_look_it_says_so(out: Out) -> None:
    with pytest.raises(CannotLook):
        await out.without_graph.find(out.channel, "m")
    with pytest.raises(CannotLook):
        await out.messenger.find(out.personal, "m")
    out.fake.graph_status = 403
    with pytest.raises(CannotLook, match="graph:403"):
        await out.messenger.find(out.channel, "m")


async def test_the_group_of_the_team_is_asked_for_when_the_place_does_not_tell(out: Out) -> None:
    place = replace(out.channel, reference={**out.channel.reference, "group_id": ""})
    with pytest.raises(CannotLook):
        await out.messenger.find(place, "m")
    out.fake.groups = {"19:team": "g"}
    assert await out.messenger.find(place, "m") is None


async def test_the_marker_is_never_shown(out: Out) -> None:
    await out.messenger.send(out.channel, CASE, marker="m-1")
    (kept,) = out.fake.visible(CHANNEL)
    assert kept.card is not None
    assert kept.card["body"][0]["id"] == "m-1"
    assert kept.text.count("m-1") == 1


async def test_a_place_that_was_never_heard_from_is_refused(out: Out) -> None:
    with pytest.raises(Refused):
        await out.messenger.send(replace(out.personal, reference={}), Line("hei"))


@pytest.mark.parametrize("odd", ["..", ".", "..."])
async def test_an_id_that_would_lead_to_another_path_is_sent_nowhere(out: Out, odd: str) -> None:
    """The id of the card that was pressed is only what the client says."""
    for doing in (
        out.messenger.update(out.personal, odd, CASE),
        out.messenger.delete(out.channel, odd),
        out.messenger.send(replace(out.personal, conversation_id=odd), CASE),
    ):
        with pytest.raises(Refused):
            await doing
    assert out.fake.calls == []


async def test_what_is_too_large_is_not_sent(out: Out) -> None:
    with pytest.raises(TooLarge):
        await out.messenger.send(out.channel, replace(CASE, intro="ord " * 9_000))
    assert out.fake.calls == []


async def test_a_full_queue_tells_how_long_to_wait(out: Out) -> None:
    out.fake.faults = [TABLE["429 seconds"]]
    with pytest.raises(TryLater) as caught:
        await out.messenger.send(out.channel, CASE)
    assert caught.value.after == 2.0


async def test_a_new_post_without_an_id_gives_none(out: Out) -> None:
    out.fake.faults = [Fault(201, lands=True, body=b"{}")]
    assert await out.messenger.send(out.channel, CASE) is None
