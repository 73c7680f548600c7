"""What each change to a case queues for the others, and that a refused or repeated change queues nothing."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain import commands as do
from bot.domain.case import Status
from bot.domain.errors import CaseAlreadyClaimed
from bot.domain.outbox import Kind
from bot.domain.outcomes import CaseIs, CasesAre, Outcome, Refused
from bot.domain.turn import Person
from bot.turns.perform import perform
from tests.usecases.municipality import (
    CHANNEL,
    CHAT,
    KARI,
    NEW_TEXT,
    OLE,
    OTHER_CHANNEL,
    SIRI,
    TEAM,
    THREAD,
    Municipality,
    on_case,
)

CARD, LINE, NOTICE = Kind.CASE_CARD_UPDATE, Kind.THREAD_LINE, Kind.REQUESTER_NOTICE
RELAYED, TOLD = Kind.RELAYED_LINE, Kind.RELAYED_NOTICE
HOLDER = Kind.MEMBER_NOTICE


async def test_seen_is_told_to_the_requester_once(here: Municipality) -> None:
    case = await here.submitted()
    here.new_rows()
    await here.do(on_case(do.MarkSeen, case))
    assert here.new_rows() == [(CARD, ""), (NOTICE, "seen")]
    await here.do(on_case(do.MarkSeen, case, SIRI))
    assert here.new_rows() == []


WHILE_TAKEN = {
    do.GiveBackCase: [(CARD, ""), (LINE, "given_back"), (NOTICE, "given_back")],
    do.HandOverCase: [(CARD, ""), (LINE, "handed_over"), (HOLDER, "handed_over")],
    do.AskRequester: [(CARD, ""), (RELAYED, "asked"), (TOLD, "question")],
    do.AnswerCase: [(CARD, ""), (LINE, "answered"), (TOLD, "answered"), (NOTICE, "evaluate_now")],
    do.PutOnMeeting: [(CARD, ""), (LINE, "meeting"), (NOTICE, "meeting")],
    do.MarkNotAnonymous: [(CARD, ""), (LINE, "redacted"), (NOTICE, "redacted")],
    do.CloseCase: [(CARD, ""), (LINE, "closed"), (NOTICE, "closed")],
    do.Recuse: [(CARD, ""), (LINE, "given_back"), (NOTICE, "given_back")],
    do.ShowTeamCase: [],
}


@pytest.mark.parametrize("kind", WHILE_TAKEN, ids=lambda kind: kind.__name__)
async def test_what_the_team_does_reaches_card_thread_and_requester(here: Municipality, kind: type[do.OnCase]) -> None:
    case = await here.taken()
    outcome = await here.do(on_case(kind, case))
    assert isinstance(outcome, CaseIs)
    assert outcome.case == here.case(case.id)
    assert here.new_rows() == WHILE_TAKEN[kind]


OF_REQUESTER = {
    do.AddInformation: [(CARD, ""), (RELAYED, "added"), (HOLDER, "added")],
    do.WithdrawCase: [(CARD, ""), (LINE, "withdrawn"), (HOLDER, "withdrawn")],
    do.ShowRequester: [(CARD, ""), (LINE, "shown")],
}


@pytest.mark.parametrize("kind", OF_REQUESTER, ids=lambda kind: kind.__name__)
async def test_what_the_requester_does_reaches_card_and_thread(here: Municipality, kind: type[do.OnCase]) -> None:
    case = await here.taken()
    await here.do(on_case(kind, case, KARI, CHAT))
    assert here.new_rows() == OF_REQUESTER[kind]


async def test_a_question_goes_to_the_requester_and_the_reply_to_the_thread(here: Municipality) -> None:
    case = await here.taken()
    await here.do(on_case(do.AskRequester, case))
    here.new_rows()
    await here.do(on_case(do.ReplyToTeam, here.case(case.id), KARI, CHAT))
    assert here.new_rows() == [(CARD, ""), (RELAYED, "replied"), (HOLDER, "replied")]
    assert here.rows()[-2].payload == {"line": "replied", "message": "1"}
    assert [one.text for one in here.case(case.id).messages] == ["Er det likt alle dager?", "Mest mandager."]


async def test_a_new_text_after_not_anonymous_enough_is_put_on_the_card(here: Municipality) -> None:
    case = await here.taken()
    await here.do(on_case(do.MarkNotAnonymous, case))
    assert here.case(case.id).text is None
    here.new_rows()
    await here.do(on_case(do.RenewCase, case, KARI, CHAT))
    assert here.case(case.id).text == NEW_TEXT
    assert here.new_rows() == [(CARD, ""), (LINE, "renewed"), (HOLDER, "renewed")]


async def test_either_side_can_open_a_closed_case_and_the_other_is_told(here: Municipality) -> None:
    case = await here.taken()
    await here.card_stands(case)
    await here.do(on_case(do.CloseCase, case))
    here.new_rows()
    await here.do(on_case(do.ReopenCase, case, KARI, CHAT))
    assert here.new_rows() == [(CARD, ""), (LINE, "reopened_by_requester"), (HOLDER, "opened_again")]
    assert here.case(case.id).status is Status.CLAIMED
    await here.do(on_case(do.CloseCase, case))
    here.new_rows()
    await here.do(on_case(do.ReopenCase, case, SIRI))
    assert here.new_rows() == [(CARD, ""), (LINE, "reopened"), (NOTICE, "reopened")]


TWICE = (do.ClaimCase, do.AskRequester, do.AnswerCase, do.PutOnMeeting, do.MarkNotAnonymous, do.Recuse)


@pytest.mark.parametrize("kind", TWICE, ids=lambda kind: kind.__name__)
async def test_the_same_button_pressed_twice_by_the_team_tells_the_others_once(
    here: Municipality, kind: type[do.OnCase]
) -> None:
    case = await here.taken()
    await here.do(on_case(kind, case))
    rows, version = len(here.rows()), here.case(case.id).version
    await here.do(on_case(kind, case))
    assert (len(here.rows()), here.case(case.id).version) == (rows, version)


TWICE_MINE = (do.ReplyToTeam, do.AddInformation, do.RenewCase, do.ShowRequester, do.WithdrawCase)


@pytest.mark.parametrize("kind", TWICE_MINE, ids=lambda kind: kind.__name__)
async def test_the_same_button_pressed_twice_by_the_requester_tells_the_team_once(
    here: Municipality, kind: type[do.OnCase]
) -> None:
    case = await here.taken()
    first = do.MarkNotAnonymous if kind is do.RenewCase else do.AskRequester
    await here.do(on_case(first, case))
    await here.do(on_case(kind, case, KARI, CHAT))
    rows, version = len(here.rows()), here.case(case.id).version
    await here.do(on_case(kind, case, KARI, CHAT))
    assert (len(here.rows()), here.case(case.id).version) == (rows, version)


async def test_two_claims_at_once_have_one_winner_and_the_other_is_told_who(here: Municipality) -> None:
    case = await here.submitted()
    here.new_rows()

    async def claim(by: Person) -> Outcome:
        return await here.do(on_case(do.ClaimCase, case, by))

    await asyncio.gather(*(claim(one) for one in (OLE, SIRI)))
    won = [one for one in here.done if isinstance(one, CaseIs) and isinstance(one.command, do.ClaimCase)]
    lost = [one for one in here.done if isinstance(one, Refused)]
    assert (len(won), len(lost)) == (1, 1)
    assert isinstance(lost[0].error, CaseAlreadyClaimed)
    holder = here.case(case.id).claimed_by
    assert holder is not None
    assert lost[0].error.about["who"] == holder.name
    assert lost[0].case == here.case(case.id), "the loser is shown the case as it now is"
    assert here.new_rows() == [(CARD, ""), (LINE, "claimed"), (NOTICE, "claimed")]


async def test_a_press_in_the_thread_counts_as_a_press_in_the_channel(here: Municipality) -> None:
    case = await here.submitted()
    outcome = await here.do(on_case(do.ClaimCase, case, OLE, THREAD))
    assert isinstance(outcome, CaseIs)


async def test_the_team_sees_its_open_cases_except_those_a_member_is_inhabil_in(here: Municipality) -> None:
    first, second = await here.submitted("s1"), await here.submitted("s2")
    await here.do(on_case(do.Recuse, first, SIRI))
    await here.do(on_case(do.WithdrawCase, second, KARI, CHAT))
    third = await here.submitted("s3")
    for who, expected in ((OLE, {first.id, third.id}), (SIRI, {third.id})):
        listed = await here.do(do.ListTeamCases(who, THREAD))
        assert isinstance(listed, CasesAre)
        assert {case.id for case in listed.cases} == expected
    empty = await here.do(do.ListTeamCases(OLE, OTHER_CHANNEL))
    assert isinstance(empty, CasesAre)
    assert empty.cases == ()


async def test_withdrawing_and_not_anonymous_enough_destroy_the_text(here: Municipality) -> None:
    for number, (kind, who, place) in enumerate(
        ((do.MarkNotAnonymous, OLE, CHANNEL), (do.WithdrawCase, KARI, CHAT)), 1
    ):
        case = await here.submitted(f"s{number}")
        async with here.store.unit_of_work() as uow:
            destroyed = uow.cases.destroyed
            await perform(on_case(kind, case, who, place), uow, here.clock)
            assert destroyed == {case.id}
            await uow.commit()
        assert here.case(case.id).text is None
        assert here.case(case.id).team == TEAM
