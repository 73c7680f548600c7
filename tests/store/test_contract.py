"""What every store promises about cases, conversations, channels and the inbox: in memory, SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import runpy
from dataclasses import dataclass, fields, replace
from datetime import time, timedelta
from typing import Any

import pytest

from bot.domain.case import Case, CaseForm, Member, Message, Pace, Status, Task, TeamAnswer
from bot.domain.conversation import Concern, ConversationState, Profile, ShownButton
from bot.domain.errors import CaseChanged, CaseNotFound
from bot.domain.ports import CardPosted, TakenIn
from bot.store import case_row
from tests.store.people import ANNEN, ANSATT, AT, CHANNEL, LINK, PERSONAL, VEILEDER, a_case, requester

STATE = ConversationState(
    profile=Profile("stjordal", "skole"),
    active="case_form",
    data={"step": 2, "ids": ["a", "b"]},
    concerns=(Concern("c1", "Sak Blå", "bekymring", "3", (("akutt", "nei"), ("niva", 1)), AT.date()),),
    open_concern="c1",
    shown=(ShownButton("Ja", "answer", "akutt", 1),),
    welcomed=True,
)


async def add(store: Any, *cases: Case, by: Any = ANSATT) -> None:
    async with store.unit_of_work() as uow:
        for case in cases:
            await uow.cases.add(case, requester(by), f"submission-{case.id}")
        await uow.commit()


async def test_what_is_committed_is_there_afterwards(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        assert await uow.cases.get("case1") == a_case()


async def test_what_is_not_committed_is_gone(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(), requester(), "s1")
    async with store.unit_of_work() as uow:
        with pytest.raises(CaseNotFound):
            await uow.cases.get("case1")


async def test_an_error_in_the_unit_undoes_all_of_it(store: Any) -> None:
    async def fail_midway() -> None:
        async with store.unit_of_work() as uow:
            await uow.conversations.save(ANSATT, PERSONAL, STATE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_midway()
    async with store.unit_of_work() as uow:
        assert await uow.conversations.get(ANSATT, PERSONAL) == ConversationState()


async def test_a_case_with_everything_filled_in_comes_back_as_it_was(store: Any) -> None:
    answer = TeamAnswer(
        "Ring hjemmet.", "Fordi.", (Task("skole", "Ring", AT.date()),), "Om to uker", "PPT", VEILEDER, AT, True, True
    )
    full = a_case(
        form=replace(a_case().form, urgency="haster"),
        version=7,
        posted_at=AT,
        seen_at=AT,
        claimed_at=AT + timedelta(microseconds=1),
        claimed_by=VEILEDER,
        answered_at=AT,
        answer=answer,
        asked_again_at=AT,
        closed_at=AT,
        close_reason="raad_gitt",
        withdrawn_at=AT,
        redacted_at=AT,
        text_deleted_at=AT,
        on_next_meeting=True,
        meeting_on=AT.date(),
        meeting_hour=time(12),
        pace=Pace(2, 30, (("01-01", "01-02"),), 5, 3, (("mandag", "PPT"),), 30),
        follows="K7M-42P",
        told=("yrke",),
        messages=(Message("question", "Hvor lenge?", AT, VEILEDER), Message("reply", "En måned.", AT)),
        recused=("m1",),
        requester_shown_as="Test Ansatt",
    )
    for part in (full, full.form, full.text, full.pace, answer):
        at_default = [one.name for one in fields(part) if getattr(part, one.name) == one.default]
        assert not at_default, "a field that is added is filled in here too, so that a store that loses it is seen"
    await add(store, full)
    async with store.unit_of_work() as uow:
        assert await uow.cases.get("case1") == full


def test_a_field_added_to_the_form_needs_no_change_in_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True)
    class LongerForm(CaseForm):
        lasted: str = ""

    monkeypatch.setattr("bot.domain.case.CaseForm", LongerForm)
    row = runpy.run_path(str(case_row.__file__))
    longer = replace(a_case(), form=LongerForm("6-9", "skole", ("fravaer",), lasted="over_half_a_year"))
    plain = row["to_columns"](longer)
    assert row["from_columns"]([plain[name] for name in row["COLUMNS"]], row["to_body"](longer)) == longer
    assert b"over_half" not in (row["to_body"](longer, keep_text=False) or b"")


async def test_the_same_submission_makes_one_case(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(1), requester(), "same")
        await uow.commit()
    async with store.unit_of_work() as uow:
        again = await uow.cases.add(a_case(2), requester(), "same")
        await uow.commit()
    assert again.id == "case1"
    async with store.unit_of_work() as uow:
        assert [case.id for case in await uow.cases.sent_by(ANSATT)] == ["case1"]


async def test_a_submission_id_of_somebody_else_does_not_open_their_case(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.cases.add(a_case(1), requester(ANSATT), "same")
        other = await uow.cases.add(a_case(2), requester(ANNEN), "same")
        await uow.commit()
    assert other.id == "case2"
    async with store.unit_of_work() as uow:
        assert await uow.cases.of_submission(ANSATT, "another") is None
        for person, case_id in ((ANSATT, "case1"), (ANNEN, "case2")):
            found = await uow.cases.of_submission(person, "same")
            assert found is not None
            assert found.id == case_id


async def test_a_case_changed_by_somebody_else_is_not_overwritten(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        first = await uow.cases.get("case1")
        await uow.cases.save(first.changed(seen_at=AT))
        await uow.commit()
    async with store.unit_of_work() as uow:
        with pytest.raises(CaseChanged):
            await uow.cases.save(first.changed(claimed_at=AT))
    async with store.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).status is Status.SEEN


async def test_of_a_hundred_who_claim_at_once_exactly_one_gets_the_case(store: Any) -> None:
    await add(store, a_case())
    winners: list[str] = []

    async def claim(number: int) -> None:
        async with store.unit_of_work() as uow:
            case = await uow.cases.get("case1")
            if case.claimed_by is None:
                await uow.cases.save(case.changed(claimed_by=Member(f"m{number}", "Test"), claimed_at=AT))
                await uow.commit()
                winners.append(f"m{number}")

    await asyncio.gather(*(claim(number) for number in range(100)))
    async with store.unit_of_work() as uow:
        holder = (await uow.cases.get("case1")).claimed_by
    assert [holder and holder.id] == winners


async def test_saving_a_case_that_does_not_exist_says_so(store: Any) -> None:
    async with store.unit_of_work() as uow:
        with pytest.raises(CaseNotFound):
            await uow.cases.save(a_case(version=2))


async def test_a_case_is_found_by_its_code(store: Any) -> None:
    await add(store, a_case(1), a_case(2))
    async with store.unit_of_work() as uow:
        assert (await uow.cases.by_code("K2M-42P")).id == "case2"
        assert await uow.cases.code_exists("K1M-42P")
        assert not await uow.cases.code_exists("K9M-42P")
        with pytest.raises(CaseNotFound):
            await uow.cases.by_code("K9M-42P")


async def test_my_cases_are_mine_and_newest_first(store: Any) -> None:
    await add(store, a_case(1), a_case(2, created_at=AT + timedelta(days=1)))
    await add(store, a_case(3), by=ANNEN)
    async with store.unit_of_work() as uow:
        assert [case.id for case in await uow.cases.sent_by(ANSATT)] == ["case2", "case1"]
        assert [case.id for case in await uow.cases.sent_by(ANNEN)] == ["case3"]
        since = [await uow.cases.number_sent_by(ANSATT, AT + timedelta(hours=hours)) for hours in (-1, 1, 25)]
        assert since == [2, 1, 0]


async def test_the_team_sees_open_cases_oldest_first(store: Any) -> None:
    cases = (
        a_case(1, created_at=AT + timedelta(hours=2)),
        a_case(2),
        a_case(3, closed_at=AT),
        a_case(4, withdrawn_at=AT),
        a_case(5, team="annet_team"),
    )
    await add(store, *cases)
    async with store.unit_of_work() as uow:
        assert [case.id for case in await uow.cases.open_in("drofting")] == ["case2", "case1"]


async def test_the_requester_is_known_until_the_link_is_deleted(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        assert await uow.cases.requester_of("case1") == requester()
        assert await uow.retention.forget_requester("case1")
        assert not await uow.retention.forget_requester("case1"), "it is gone, and noted as that once"
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.cases.requester_of("case1") is None
        assert await uow.cases.sent_by(ANSATT) == []
        assert (await uow.cases.get("case1")).text is not None


async def test_destroying_the_text_leaves_the_fixed_choices_and_who_has_the_case(store: Any) -> None:
    await add(store, a_case(claimed_by=VEILEDER, claimed_at=AT, messages=(Message("question", "Hva?", AT),)))
    async with store.unit_of_work() as uow:
        await uow.cases.destroy_text("case1")
        await uow.commit()
    async with store.unit_of_work() as uow:
        case = await uow.cases.get("case1")
    assert (case.text, case.messages) == (None, ())
    assert case.form == a_case().form
    assert case.claimed_by == VEILEDER


async def test_text_destroyed_and_case_saved_in_one_unit_keeps_no_text_in_any_order(store: Any) -> None:
    await add(store, a_case(1), a_case(2))
    async with store.unit_of_work() as uow:
        first, second = await uow.cases.get("case1"), await uow.cases.get("case2")
        await uow.cases.save(first.changed(redacted_at=AT))
        await uow.cases.destroy_text("case1")
        await uow.cases.destroy_text("case2")
        await uow.cases.save(second.changed(redacted_at=AT))
        await uow.commit()
    async with store.unit_of_work() as uow:
        for case_id in ("case1", "case2"):
            case = await uow.cases.get(case_id)
            assert (case.text, case.redacted_at, case.version) == (None, AT, 2)


async def test_an_old_copy_cannot_bring_destroyed_text_back(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        old = await uow.cases.get("case1")
        await uow.cases.destroy_text("case1")
        await uow.commit()
    async with store.unit_of_work() as uow:
        with pytest.raises(CaseChanged):
            await uow.cases.save(old.changed(seen_at=AT))


async def test_a_new_text_can_be_given_after_the_old_one_is_destroyed(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        case = await uow.cases.get("case1")
        await uow.cases.save(case.changed(text=None, redacted_at=AT))
        await uow.cases.destroy_text("case1")
        await uow.commit()
    new = replace(a_case().text, seen="Ny tekst.")
    async with store.unit_of_work() as uow:
        case = await uow.cases.get("case1")
        await uow.cases.save(case.changed(text=new, redacted_at=None))
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert (await uow.cases.get("case1")).text == new


async def test_state_is_kept_per_person_and_place(store: Any) -> None:
    async with store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, STATE)
        await uow.commit()
    async with store.unit_of_work() as uow:
        kept = await uow.conversations.get(ANSATT, PERSONAL)
        assert kept == STATE
        assert await uow.conversations.get(ANNEN, PERSONAL) == ConversationState()
        assert await uow.conversations.get(ANSATT, CHANNEL) == ConversationState()


async def test_the_last_saved_state_wins(store: Any) -> None:
    for role in ("skole", "helse"):
        async with store.unit_of_work() as uow:
            await uow.conversations.save(ANSATT, PERSONAL, replace(STATE, profile=Profile(role=role)))
            await uow.commit()
    async with store.unit_of_work() as uow:
        assert (await uow.conversations.get(ANSATT, PERSONAL)).profile.role == "helse"


async def test_forgetting_a_person_leaves_others_and_sent_cases(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        await uow.conversations.save(ANSATT, PERSONAL, STATE)
        await uow.conversations.save(ANNEN, PERSONAL, STATE)
        await uow.conversations.forget(ANSATT)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.conversations.get(ANSATT, PERSONAL) == ConversationState()
        assert await uow.conversations.get(ANNEN, PERSONAL) == STATE
        assert len(await uow.cases.sent_by(ANSATT)) == 1


async def test_a_channel_is_found_by_team_and_by_thread(store: Any) -> None:
    thread = replace(CHANNEL, conversation_id=f"{CHANNEL.conversation_id};messageid=17", channel_id=None)
    async with store.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await uow.channels.link(replace(LINK, team="annet_team"))
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.channels.of_team("drofting") == LINK
        assert [link.team for link in await uow.channels.at(thread)] == ["annet_team", "drofting"]
        assert await uow.channels.of_team("ukjent") is None
        assert await uow.channels.at(PERSONAL) == []


async def test_linking_again_moves_the_team(store: Any) -> None:
    elsewhere = replace(CHANNEL, conversation_id="19:ny@thread.tacv2", channel_id="19:ny@thread.tacv2")
    async with store.unit_of_work() as uow:
        await uow.channels.link(LINK)
        await uow.channels.link(replace(LINK, place=elsewhere, problem="channel.removed"))
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.channels.at(CHANNEL) == []
        assert await uow.channels.of_team("drofting") == replace(LINK, place=elsewhere, problem="channel.removed")


async def test_a_case_has_one_card_and_a_retired_card_is_none(store: Any) -> None:
    first, second = CardPosted("case1", CHANNEL, "a1", 1), CardPosted("case1", CHANNEL, "a2", 2)
    async with store.unit_of_work() as uow:
        for card in (first, replace(first, version=3)):
            await uow.channels.keep_card(card)
            assert await uow.channels.card_of("case1") == card
        await uow.channels.keep_card(second)
        assert await uow.channels.card_of("case1") == second
        assert [await uow.channels.case_of_card(one) for one in ("a1", "a2")] == [None, "case1"]
        await uow.channels.retire_card("case1")
        assert (await uow.channels.card_of("case1"), await uow.channels.case_of_card("a2")) == (None, None)


async def test_what_teams_delivers_twice_is_new_once(store: Any) -> None:
    async def delivered() -> bool:
        async with store.unit_of_work() as uow:
            kept = await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT)
            await uow.commit()
            return kept is not None

    assert sorted(await asyncio.gather(*(delivered() for _ in range(10)))) == [False] * 9 + [True]


async def test_the_same_activity_id_in_another_conversation_is_new(store: Any) -> None:
    async with store.unit_of_work() as uow:
        assert await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT) is not None
        assert await uow.inbox.take_in("activity-1", ANSATT, CHANNEL, AT) is not None


async def test_what_is_taken_in_comes_with_the_conversation_it_belongs_to(store: Any) -> None:
    state = ConversationState(last_article="taushetsplikt", welcomed=True)
    async with store.unit_of_work() as uow:
        assert await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT) == TakenIn(ConversationState(), False)
        await uow.conversations.save(ANSATT, PERSONAL, state)
        await uow.commit()
    async with store.unit_of_work() as uow:
        assert await uow.inbox.take_in("activity-2", ANSATT, PERSONAL, AT) == TakenIn(state, False)
        other = await uow.inbox.take_in("activity-3", ANSATT, CHANNEL, AT)
        assert other == TakenIn(ConversationState(), False), "another conversation"
        assert await uow.inbox.take_in("activity-2", ANSATT, PERSONAL, AT) is None


async def test_what_is_taken_in_tells_whether_the_person_has_a_case(store: Any) -> None:
    await add(store, a_case())
    async with store.unit_of_work() as uow:
        assert await uow.inbox.take_in("activity-1", ANSATT, PERSONAL, AT) == TakenIn(ConversationState(), True)
        assert await uow.inbox.take_in("activity-2", ANNEN, PERSONAL, AT) == TakenIn(ConversationState(), False)


async def test_turns_of_one_conversation_stand_in_line(store: Any) -> None:
    seen: list[str] = []

    async def turn(name: str) -> None:
        async with store.one_turn(ANSATT, PERSONAL):
            seen.append(f"{name} in")
            await asyncio.sleep(0.01)
            seen.append(f"{name} out")

    await asyncio.gather(turn("a"), turn("b"), turn("c"))
    assert [line.split()[1] for line in seen] == ["in", "out"] * 3
    assert [seen[0][0], seen[2][0], seen[4][0]] == ["a", "b", "c"]


async def test_turns_of_different_people_do_not_wait_for_each_other(store: Any) -> None:
    async with store.one_turn(ANSATT, PERSONAL), asyncio.timeout(5), store.one_turn(ANNEN, PERSONAL):
        pass
