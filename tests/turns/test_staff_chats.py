"""Where administrators and editors are told what needs a person: the chat they have with the bot, and no other."""

from __future__ import annotations

from bot.domain.turn import Place, PlaceKind, Removed, Searched
from tests.turns.desk import KARI, Desk, chat

BETWEEN_TWO = Place(PlaceKind.PERSONAL, "19:kari_nils@unq.gbl.spaces", {"service_url": "https://example.invalid"})
"""A chat between two people, as a search from its compose box tells of it: personal, and the bot is not in it."""


async def kept(desk: Desk) -> list[str]:
    async with desk.store.unit_of_work() as uow:
        chats = (*await uow.admin_chats.all(), *await uow.editor_chats.all())
    return [place.conversation_id for _, place in chats]


async def test_a_search_in_a_chat_with_somebody_else_leaves_word_going_to_the_chat_with_the_bot(
    every_desk: Desk,
) -> None:
    every_desk.staff = frozenset({"admin", "editor"})
    await every_desk.take(KARI, Searched("meldeplikt"), BETWEEN_TWO)
    assert await kept(every_desk) == []
    await every_desk.say(KARI, "hei")
    await every_desk.take(KARI, Searched("meldeplikt"), BETWEEN_TWO)
    await every_desk.take(KARI, Removed(), BETWEEN_TWO)
    assert await kept(every_desk) == [chat(KARI).conversation_id] * 2
