"""Who sent a case is reached where they write from now; their receipt stands where it was. Fake, SQLite, PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.store.people import ANSATT, PERSONAL, a_case, requester


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
