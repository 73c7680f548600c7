"""Sending a case: one commit with its card, once per form, never to a team that cannot be reached."""

from __future__ import annotations

import re

import pytest

from bot.domain.case import Status
from bot.domain.commands import FindChannels, ListMyCases, ShowMyCase
from bot.domain.errors import CaseNotFound, TeamNotConnected
from bot.domain.outbox import Kind
from bot.domain.outcomes import CaseIs, CasesAre, ChannelsAre, Refused
from bot.domain.ports import ChannelLink
from bot.usecases import submit_case as module
from bot.usecases.submit_case import new_code
from tests.usecases.municipality import CHANNEL, CHAT, KARI, NILS, OLE, TEAM, TEXT, Municipality


async def test_a_case_and_its_card_are_kept_in_one_commit(here: Municipality) -> None:
    async with here.store.unit_of_work() as uow:
        outcome = await module.submit_case(here.submission(), uow, here.clock)
        assert isinstance(outcome, CaseIs)
    assert not here.store.data.cases, "not committed: neither the case nor the row is there"
    assert not here.rows()
    case = await here.submitted()
    assert (case.status, case.text, case.version) == (Status.RECEIVED, TEXT, 1)
    assert [(row.kind, row.case_id, row.conversation) for row in here.rows()] == [
        (Kind.CASE_CARD, case.id, f"team:{TEAM}")
    ]


async def test_the_row_carries_no_text_of_the_case(here: Municipality) -> None:
    await here.submitted()
    assert here.rows()[0].payload == {}


async def test_the_same_form_sent_twice_makes_one_case(here: Municipality) -> None:
    first, again = await here.submitted(), await here.submitted()
    assert again == first
    assert len(here.store.data.cases) == len(here.rows()) == 1


async def test_two_forms_make_two_cases_with_different_codes(here: Municipality) -> None:
    first, second = await here.submitted("s1"), await here.submitted("s2")
    assert first.code != second.code


async def test_the_same_form_id_from_another_person_is_another_case(here: Municipality) -> None:
    first = await here.submitted()
    mine = here.submission()
    outcome = await here.do(type(mine)(**(vars(mine) | {"requester": NILS})))
    assert isinstance(outcome, CaseIs)
    assert outcome.case.id != first.id


@pytest.mark.parametrize("problem", [None, "team.problem_post"])
async def test_nothing_is_kept_when_the_team_cannot_be_reached(here: Municipality, problem: str | None) -> None:
    if problem:
        async with here.store.unit_of_work() as uow:
            await uow.channels.link(ChannelLink("selbu/team", CHANNEL, here.clock.now(), problem))
            await uow.commit()
    refused = await here.do(here.submission(team="selbu/team"))
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, TeamNotConnected)
    assert not here.store.data.cases
    assert not here.rows()
    told = await here.do(FindChannels(("selbu/team",)))
    assert isinstance(told, ChannelsAre)
    assert told.connected == frozenset()


async def test_of_several_teams_those_with_a_channel_can_be_reached(here: Municipality) -> None:
    told = await here.do(FindChannels(("selbu/team", TEAM)))
    assert isinstance(told, ChannelsAre)
    assert told.connected == {TEAM}


def test_a_code_can_be_said_on_the_phone() -> None:
    codes = {new_code() for _ in range(500)}
    assert all(re.fullmatch(r"[A-HJ-NP-Z][2-9][A-HJ-NP-Z]-[2-9][2-9][A-HJ-NP-Z]", code) for code in codes)
    assert len(codes) > 490, "codes are drawn, not counted"


async def test_a_code_that_is_taken_is_drawn_again(here: Municipality, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["K7M-42P", "K7M-42P", "K7M-42P", "H3N-88T"])
    monkeypatch.setattr(module, "new_code", lambda: next(drawn))
    assert (await here.submitted("s1")).code == "K7M-42P"
    assert (await here.submitted("s2")).code == "H3N-88T"


async def test_a_person_sees_their_own_cases_and_nobody_elses(here: Municipality) -> None:
    case = await here.submitted()
    mine, theirs = await here.do(ListMyCases(KARI)), await here.do(ListMyCases(NILS))
    assert isinstance(mine, CasesAre)
    assert isinstance(theirs, CasesAre)
    assert (mine.cases, theirs.cases) == ((case,), ())
    shown = await here.do(ShowMyCase(KARI, case.id))
    assert isinstance(shown, CaseIs)
    for who, case_id in ((NILS, case.id), (KARI, "unknown")):
        refused = await here.do(ShowMyCase(who, case_id))
        assert isinstance(refused, Refused)
        assert isinstance(refused.error, CaseNotFound)
        assert refused.case is None
    assert CHAT.conversation_id not in repr(mine)


async def test_the_administrators_are_told_once_of_somebody_who_sends_many_cases(here: Municipality) -> None:
    async with here.store.unit_of_work() as uow:
        await uow.admin_chats.keep(OLE, CHAT)
        await uow.commit()
    told = []
    for number in range(module.MANY + 3):
        await here.submitted(f"s{number}")
        told.append(len([row for row in here.rows() if row.payload.get("text") == "team.admin_many_cases"]))
    assert told == [0] * (module.MANY - 1) + [1] * 4
    assert not any(KARI.id in str(row) or KARI.name in str(row.payload) for row in here.rows() if "text" in row.payload)
