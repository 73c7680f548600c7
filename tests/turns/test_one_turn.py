"""A turn is taken once, one at a time, by those who may, in one commit; a case changed meanwhile is read again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.domain.again import TRIES
from bot.domain.case import Member, Status
from bot.domain.commands import Command
from bot.domain.errors import CaseChanged
from bot.domain.ports import StoreCollided
from bot.domain.sending import Refused
from bot.domain.turn import Person, Pressed, Said
from bot.store.sql_store import SqlStore
from bot.turns import looking_first, one_turn
from bot.turns.looking_first import CheckChannelFirst, Prepared
from bot.turns.roster import ChannelRoster
from tests.fakes.messenger import Fault
from tests.fakes.store import FakeCases
from tests.turns.desk import (
    CHANNEL,
    ELSEWHERE,
    KARI,
    NILS,
    OLE,
    SIRI,
    STRANGER,
    TEAM,
    THREAD,
    WORDS,
    Desk,
    is_line,
    kinds,
)

CLAIMANTS = tuple(Person(f"member-{number:03}", f"Medlem {number:03}") for number in range(100))


async def test_a_delivery_that_comes_twice_has_one_effect_and_no_second_answer(desk: Desk) -> None:
    shown = await desk.to_confirm()
    button = next(one for one in shown[0].buttons if one.verb == "case_send")
    press = Pressed(button.verb, button.id, button.version, dict(button.carries), "card-1")
    first = await desk.take(KARI, press, activity="same-id")
    again = await desk.take(KARI, press, activity="same-id")
    assert kinds(first) == ["case_receipt"]
    assert (again, desk.last.is_repeat) == ([], True)
    assert len(desk.store.data.cases) == 1


async def test_the_same_id_in_another_conversation_is_another_turn(desk: Desk) -> None:
    assert await desk.take(KARI, Said("hjelp"), activity="same-id")
    assert await desk.take(NILS, Said("hjelp"), activity="same-id")


async def test_a_form_sent_twice_at_once_makes_one_case_and_the_second_says_where_it_is(desk: Desk) -> None:
    shown = await desk.to_confirm()
    label = desk.text("case.send")
    both = await asyncio.gather(desk.push(KARI, shown, label), desk.push(KARI, shown, label))
    assert sorted(kinds(one)[0] for one in both) == ["case_receipt", "line"]
    assert any(is_line(reply, desk.text("case.already_sent")) for one in both for reply in one)
    assert len(desk.store.data.cases) == 1


@pytest.mark.parametrize("times", [1, 3])
async def test_a_case_changed_by_somebody_else_is_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    case = await desk.sent()
    _changes_under_way(monkeypatch, times)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    claimed = await desk.case(case.id)
    assert (claimed.status, claimed.version) == (Status.CLAIMED, case.version + 1)


@pytest.mark.parametrize("times", [1, 3])
async def test_a_turn_the_database_gives_up_because_of_another_commit_is_taken_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    case = await desk.sent()
    left, real = [times], FakeCases.save

    async def save(self: FakeCases, case: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise StoreCollided
        await real(self, case)

    monkeypatch.setattr(FakeCases, "save", save)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    claimed = await desk.case(case.id)
    assert (claimed.status, claimed.version) == (Status.CLAIMED, case.version + 1)


async def test_a_case_that_never_rests_is_left_alone_and_the_person_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.sent()
    rows = len(desk.store.data.rows)
    _changes_under_way(monkeypatch, 99)
    shown = await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert is_line(shown[0], desk.text("error.case_changed"))
    assert await desk.case(case.id) == case
    assert len(desk.store.data.rows) == rows


async def test_what_is_looked_up_first_takes_none_of_the_tries_of_a_case_that_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.sent()
    real, looked_up = looking_first.look_first, [0]

    def look_first(commands: Sequence[Command], prepared: Prepared) -> None:
        if commands and looked_up[0] < TRIES:
            looked_up[0] += 1
            raise CheckChannelFirst
        real(commands, prepared)

    monkeypatch.setattr(one_turn, "look_first", look_first)
    _changes_under_way(monkeypatch, TRIES - 1)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert looked_up == [TRIES]
    assert (await desk.case(case.id)).status is Status.CLAIMED


def _changes_under_way(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    real, left = FakeCases.save, [times]

    async def save(self: FakeCases, case: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise CaseChanged(code=case.code)
        await real(self, case)

    monkeypatch.setattr(FakeCases, "save", save)


async def test_what_goes_wrong_leaves_nothing_behind_and_the_turn_can_come_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.sent()
    before = desk.store.data

    async def broken(self: FakeCases, case: Any) -> None:
        raise ConnectionError

    with monkeypatch.context() as patched:
        patched.setattr(FakeCases, "save", broken)
        with pytest.raises(ConnectionError):
            await desk.take(OLE, Pressed("case_claim", case.id), CHANNEL, activity="a1")
    assert desk.store.data is before
    await desk.take(OLE, Pressed("case_claim", case.id), CHANNEL, activity="a1")
    assert (await desk.case(case.id)).claimed_by == Member(OLE.id, OLE.name)


PRESSES = ("case_claim", "case_seen", "case_show", "case_answer", "case_redact_send", "team_cases", "connect_send")


@pytest.mark.parametrize("verb", PRESSES)
async def test_somebody_who_is_not_on_the_roster_can_do_nothing_whatever_the_card_says(desk: Desk, verb: str) -> None:
    case = await desk.sent()
    rows = len(desk.store.data.rows)
    shown = await desk.press(STRANGER, verb, case.id, {"team": TEAM, "reason": "given"}, CHANNEL)
    assert is_line(shown[0], desk.text("error.not_a_member"))
    assert case.code not in desk.words(shown)
    assert (await desk.case(case.id), len(desk.store.data.rows)) == (case, rows)


@pytest.mark.parametrize("typed", ["saker", "koble til", "Ta saken", "1"])
async def test_typing_does_not_get_past_the_roster(desk: Desk, typed: str) -> None:
    case = await desk.sent()
    desk.messenger.roster = [Member(STRANGER.id, STRANGER.name)]
    await desk.say(STRANGER, "saker", CHANNEL)
    await desk.press(STRANGER, "case_show", case.id, place=CHANNEL)
    desk.messenger.roster = []
    desk.clock.advance(minutes=2)
    shown = await desk.say(STRANGER, typed, CHANNEL)
    assert is_line(shown[0], desk.text("error.not_a_member"))
    assert (await desk.case(case.id)).claimed_by is None


async def test_when_teams_cannot_tell_who_is_a_member_nobody_is(desk: Desk) -> None:
    case = await desk.sent()
    desk.messenger.roster_fault = Refused("403")
    shown = await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert is_line(shown[0], desk.text("error.roster_away")), "nobody is said to be no member"
    assert (await desk.case(case.id)).claimed_by is None


async def test_a_member_of_another_channel_does_not_find_the_case(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.press(OLE, "case_claim", case.id, place=ELSEWHERE)
    assert is_line(shown[0], desk.text("error.case_not_found"))
    assert await desk.case(case.id) == case


@pytest.mark.parametrize("typed", [False, True])
@pytest.mark.parametrize(
    ("fault", "told"), [(None, "team.connected"), (Refused("403"), "team.problem_post")], ids=["works", "fails"]
)
async def test_a_channel_is_connected_only_after_it_was_seen_to_work(
    desk: Desk, fault: Exception | None, told: str, typed: bool
) -> None:
    desk.staff = frozenset({"owner"})
    await desk.say(OLE, "koble til", ELSEWHERE)
    desk.messenger.faults = [Fault(fault)] if fault else []
    if typed:
        shown = await desk.say(OLE, "Team: Tverrfaglig kompetanseteam 0–18 år, Stjørdal", ELSEWHERE)
    else:
        shown = await desk.press(OLE, "connect_send", values={"team": TEAM}, place=ELSEWHERE)
    profile = desk.library.knowledge.profiles["stjordal"]
    team = profile.team("komp_0_18")
    assert team is not None
    readers = "" if fault else f" {desk.text('team.connected_readers', number=2)}"
    assert is_line(shown[0], f"{desk.text(told, team=team.name)}{readers}")
    async with desk.store.unit_of_work() as uow:
        assert bool(await uow.channels.at(ELSEWHERE)) is (fault is None)


async def test_only_owners_editors_and_admins_connect_a_channel(desk: Desk) -> None:
    shown = await desk.press(OLE, "connect_send", values={"team": TEAM}, place=ELSEWHERE)
    assert is_line(shown[0], desk.text("team.connect_not_allowed"))


async def test_a_press_in_a_thread_is_a_press_in_the_channel(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_claim", case.id, place=THREAD)
    assert (await desk.case(case.id)).claimed_by == Member(OLE.id, OLE.name)


async def test_a_form_is_opened_only_for_the_member_who_has_the_case(desk: Desk) -> None:
    case = await desk.taken()
    for verb, form in (("case_ask", "team_ask"), ("case_answer", "team_answer"), ("case_close", "team_close")):
        assert kinds(await desk.press(OLE, verb, case.id, place=CHANNEL)) == [form]
        shown = await desk.press(SIRI, verb, case.id, place=CHANNEL)
        assert desk.text("error.case_already_claimed", who=OLE.name, code=case.code) in desk.words(shown)
        assert form not in kinds(shown)


async def test_what_a_person_chose_is_kept_and_what_they_wrote_is_not(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=WORDS | {"seen": "Jonas kommer sent.", "risk": "rus,helse"})
    state = await desk.state(KARI)
    assert state.data["risk"] == ["rus", "helse"]
    kept = repr(desk.store.data.states)
    for said in (*WORDS.values(), "Jonas"):
        assert said not in kept


async def test_who_only_looks_again_and_again_is_not_taken_for_somebody_who_left(every_desk: Desk) -> None:
    for _ in range(25):
        await every_desk.say(KARI, "hjelp")
        every_desk.clock.advance(days=31)
    assert (await delete_what_is_due(every_desk.store, every_desk.clock)).conversations == 1, "only that of Nils"
    assert (await every_desk.state(KARI)).profile.municipality == "stjordal"


async def test_a_hundred_turns_of_one_person_are_taken_one_at_a_time(
    every_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, under_way, most = every_desk, 0, 0
    real = desk.turns._once

    async def watched(*given: Any) -> Any:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        try:
            return await real(*given)
        finally:
            under_way -= 1

    monkeypatch.setattr(desk.turns, "_once", watched)
    await asyncio.gather(*(desk.press(KARI, "guide_start", "bekymring") for _ in range(100)))
    assert most == 1
    assert len((await desk.state(KARI)).concerns) == 100, "no turn overwrote what another had done"


async def _a_hundred_claims(desk: Desk, number: int) -> None:
    desk.messenger.roster = [Member(one.id, one.name) for one in (*CLAIMANTS, OLE)]
    case = await desk.sent(KARI if number % 2 else NILS)
    answers = await asyncio.gather(*(desk.press(one, "case_claim", case.id, place=CHANNEL) for one in CLAIMANTS))
    holder = (await desk.case(case.id)).claimed_by
    assert holder is not None
    lost = desk.text("error.case_already_claimed", who=holder.name, code=case.code)
    told = [person for person, shown in zip(CLAIMANTS, answers, strict=True) if lost in desk.words(shown)]
    assert len(told) == 99
    assert holder.id not in {person.id for person in told}


async def test_of_a_hundred_who_take_a_case_at_once_one_gets_it_and_the_rest_are_told_who(every_desk: Desk) -> None:
    await _a_hundred_claims(every_desk, 1)


async def test_of_twenty_who_take_a_case_over_at_once_one_gets_it_and_the_rest_are_told_who(every_desk: Desk) -> None:
    desk, those = every_desk, CLAIMANTS[:20]
    desk.messenger.roster = [Member(one.id, one.name) for one in (*those, OLE)]
    case = await desk.taken()
    version = (await desk.case(case.id)).version
    pressed = (desk.press(one, "case_take_over_send", case.id, place=CHANNEL, version=version) for one in those)
    answers = await asyncio.gather(*pressed)
    after = await desk.case(case.id)
    assert after.claimed_by is not None
    assert after.claimed_by.id != OLE.id
    assert after.version == version + 1
    lost = desk.text("error.changed_since_read", who=after.claimed_by.name, code=case.code)
    assert [lost in desk.words(shown) for shown in answers].count(True) == 19


@pytest.mark.slow
async def test_a_hundred_rounds_of_a_hundred_claims_have_a_hundred_winners(desk: Desk) -> None:
    for number in range(100):
        await _a_hundred_claims(desk, number)


async def test_one_turn_is_held_in_the_database_too(store: Any) -> None:
    if isinstance(store, SqlStore):
        order: list[int] = []

        async def hold(number: int) -> None:
            async with store.one_turn(KARI, CHANNEL):
                order.append(number)
                await asyncio.sleep(0.01)
                order.append(number)

        await asyncio.gather(hold(1), hold(2), hold(3))
        assert order[::2] == order[1::2], "each turn ended before the next began"


async def test_what_was_looked_up_in_a_channel_is_forgotten_when_it_is_too_old_to_be_used(desk: Desk) -> None:
    roster = ChannelRoster(desk.messenger, desk.clock, desk.library.knowledge.texts)
    for number in range(50):
        await roster.is_member(replace(CHANNEL, channel_id=f"19:{number}@thread.tacv2"), OLE.id)
        desk.clock.advance(seconds=30)
    assert len(roster._looked) == 2
