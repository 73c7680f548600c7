"""Who sent a case is reached where they write from now, and their receipt stands where it was; a channel is reached by
the bot of today. Fake, SQLite, PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.turn import Place
from tests.store.people import ANSATT, CHANNEL, LINK, PERSONAL, a_case, requester


async def test_who_sent_a_case_is_reached_in_another_chat_and_stays_the_same_person(store: Any) -> None:
    sent = replace(requester(), receipt_id="receipt-1")
    moved = replace(PERSONAL, reference={"service_url": "https://no.example.invalid"})
    another = replace(PERSONAL, conversation_id="a:personal-2")
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), sent, "s1")
        await uow.commit()
    for place, receipt_id in ((moved, "receipt-1"), (another, "")):
        async with store.unit_of_work() as uow:
            await uow.cases.reach_requester_at("case1", place)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.cases.requester_of("case1") == replace(sent, place=place, receipt_id=receipt_id)
            assert [case.id for case in await uow.cases.sent_by(ANSATT)] == ["case1"]


async def test_a_sender_who_is_let_go_of_is_not_known_again_because_they_write(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
        await uow.retention.forget_requester("case1")
        await uow.cases.reach_requester_at("case1", replace(PERSONAL, conversation_id="a:personal-2"))
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.cases.requester_of("case1") is None


ELSEWHERE = replace(CHANNEL, conversation_id="19:ny@thread.tacv2", channel_id="19:ny@thread.tacv2")


@pytest.mark.parametrize("meanwhile", [CHANNEL, ELSEWHERE, None])
async def test_a_channel_is_reached_anew_unless_its_team_has_left_it_meanwhile(
    store: Any, meanwhile: Place | None
) -> None:
    now = replace(CHANNEL, reference={"bot_id": "28:anew"})
    async with store.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await (uow.channels.link(replace(LINK, place=meanwhile)) if meanwhile else uow.channels.unlink(LINK.team))
        assert await uow.channels.reach_at(LINK, now) is (meanwhile == CHANNEL)
        await uow.commit()
    async with store.unit_of_work() as uow:
        link = await uow.channels.of_team(LINK.team)
    assert (link and link.place) == (now if meanwhile == CHANNEL else meanwhile)
