"""A case and an evaluation end as counts, and who asked to be forgotten is, when the answer has reached them."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.retention import Deleted, delete_what_is_due
from bot.domain.case import Case
from bot.domain.commands import ForgetPerson
from bot.domain.errors import CaseNotFound
from bot.domain.evaluation import Evaluation, EvaluationKind
from bot.domain.figures import CaseCount
from bot.domain.outbox import Kind
from bot.domain.outcomes import Forgotten
from bot.store import SqlStore
from bot.usecases.forget_person import forget_person
from tests.delivery.team import Team
from tests.domain.cases import an_answer
from tests.fakes.stores import MovableClock
from tests.store.people import ANNEN, ANSATT, VEILEDER, a_case, requester

NOW_FORM = {"gain": "new", "next": "follow", "score": "5"}
YEAR_FORM = {"reach": "yes", "time": "no", "lawful": "yes", "roles": "yes", "score": "4"}


async def close(team: Team, number: int = 1, receipt_id: str = "") -> Case:
    case = await team.submit(number, receipt_id)
    await team.deliver(2)
    await team.change(case.id, closed_at=team.clock.now(), close_reason="raad_gitt")
    await team.deliver(2)
    return case


async def pass_time(team: Team, days: int) -> list[Deleted]:
    """Let days pass with the hourly job run once a day, and what it queues delivered."""
    done = []
    for _ in range(days):
        team.clock.advance(days=1)
        done.append(await delete_what_is_due(team.store, team.clock))
        await team.deliver(2)
    return done


async def counted(store: Any) -> list[CaseCount]:
    async with store.unit_of_work() as uow:
        return list(await uow.cases.counted())


async def test_when_its_year_is_counted_a_case_is_deleted_with_its_card_and_only_counts_are_left(team: Team) -> None:
    case = await close(team)
    await pass_time(team, 100)
    assert (await team.case()).text is None
    team.clock.at = datetime(2027, 1, 31, 12, tzinfo=UTC)
    assert (await delete_what_is_due(team.store, team.clock)).cases == 0, "the figures of December may still be asked"
    team.clock.advance(days=2)
    assert (await delete_what_is_due(team.store, team.clock)).cases == 1
    with pytest.raises(CaseNotFound):
        await team.case()
    assert await team.card_of() is None
    assert await counted(team.store) == [
        CaseCount("stjordal", "2026", "age", "6-9", 1),
        CaseCount("stjordal", "2026", "level", "0", 1),
        CaseCount("stjordal", "2026", "level", "1", 1),
        CaseCount("stjordal", "2026", "month", "2026-01", 1),
        CaseCount("stjordal", "2026", "status", "avsluttet", 1),
        CaseCount("stjordal", "2026", "team", "drofting", 1),
        CaseCount("stjordal", "2026", "theme", "hjemmeforhold", 1),
    ]
    async with team.store.unit_of_work() as uow:
        assert not await uow.cases.code_exists(case.code)
        assert await uow.retention.cards_without_case() == []
        assert await uow.cases.figures() == []


async def test_no_two_replicas_count_a_case_or_an_evaluation_twice(team: Team) -> None:
    for number in (1, 2):
        await close(team, number)
    await keep(
        team.store, Evaluation(EvaluationKind.NOW, "stjordal", "drofting", team.clock.now(), NOW_FORM, "K1M-42P")
    )
    await pass_time(team, 92)
    team.clock.at = datetime(2027, 3, 1, tzinfo=UTC)
    done = await asyncio.gather(*(delete_what_is_due(team.store, team.clock) for _ in range(4)))
    assert sum(one.cases for one in done) == 2
    assert {one.number for one in await counted(team.store)} == {2}
    async with team.store.unit_of_work() as uow:
        assert set((await uow.evaluations.of_team("drofting", 2026)).values()) == {1}


async def test_a_case_with_something_left_to_send_or_a_requester_who_is_known_is_kept(team: Team) -> None:
    await close(team)
    await pass_time(team, 92)
    await team.tell(Kind.CASE_CARD_UPDATE, "card:case1:later")
    team.clock.at = datetime(2027, 3, 1, tzinfo=UTC)
    assert (await delete_what_is_due(team.store, team.clock)).cases == 0
    await team.deliver(2)
    assert (await delete_what_is_due(team.store, team.clock)).cases == 1


async def test_an_open_case_is_never_counted_away(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    team.clock.advance(days=900)
    assert (await delete_what_is_due(team.store, team.clock)).cases == 0
    assert (await team.case()).text is not None


async def test_counts_too_small_to_be_shown_are_deleted_when_another_year_is_over(team: Team) -> None:
    for number in range(1, 7):
        await close(team, number)
        changes: dict[str, Any] = {"team": "andre"} if number == 6 else {}
        await team.change(f"case{number}", **changes)
        await team.deliver(2)
    await pass_time(team, 92)
    team.clock.at = datetime(2027, 3, 1, tzinfo=UTC)
    await delete_what_is_due(team.store, team.clock)
    by_team = {one.name: one.number for one in await counted(team.store) if one.group == "team"}
    assert by_team == {"drofting": 5, "andre": 1}
    team.clock.at = datetime(2028, 3, 1, tzinfo=UTC)
    await delete_what_is_due(team.store, team.clock)
    by_team = {one.name: one.number for one in await counted(team.store) if one.group == "team"}
    assert by_team == {"drofting": 5}


async def keep(store: Any, *forms: Evaluation, by: Any = ANSATT) -> None:
    async with store.unit_of_work() as uow:
        for form in forms:
            await uow.evaluations.keep(form, by)
        await uow.commit()


async def test_an_evaluation_becomes_counts_that_tell_no_two_answers_of_one_form(
    store: Any, clock: MovableClock
) -> None:
    def about(code: str, answers: dict[str, str]) -> Evaluation:
        return Evaluation(EvaluationKind.NOW, "stjordal", "drofting", clock.now(), answers, code)

    await keep(store, about("K1M-42P", NOW_FORM), about("K2M-42P", NOW_FORM | {"score": "1"}))
    await keep(store, Evaluation(EvaluationKind.YEAR, "stjordal", "drofting", clock.now(), YEAR_FORM))
    async with store.unit_of_work() as uow:
        before = dict(await uow.evaluations.of_team("drofting", 2026))
        assert await uow.evaluations.is_kept(EvaluationKind.NOW, "K1M-42P")
        assert not await uow.evaluations.is_kept(EvaluationKind.LATER, "K1M-42P")
    assert before[EvaluationKind.NOW, "gain", "new"] == 2
    clock.advance(days=89)
    assert (await delete_what_is_due(store, clock)).evaluations == 0
    clock.advance(days=2)
    assert (await delete_what_is_due(store, clock)).evaluations == 2, "the year's form may be filled in anew until then"
    clock.at = datetime(2027, 4, 2, tzinfo=UTC)
    assert (await delete_what_is_due(store, clock)).evaluations == 1
    async with store.unit_of_work() as uow:
        assert dict(await uow.evaluations.of_team("drofting", 2026)) == before
        assert dict(await uow.evaluations.of_team("drofting", 2027)) == {}
    clock.at = datetime(2028, 4, 2, tzinfo=UTC)
    await delete_what_is_due(store, clock)
    async with store.unit_of_work() as uow:
        assert dict(await uow.evaluations.of_team("drofting", 2026)) == {}, "fewer than five forms are never shown"


async def test_nothing_in_the_tables_ties_an_old_evaluation_or_case_to_a_code(
    sql_store: SqlStore, clock: MovableClock, tmp_path: Path
) -> None:
    team = Team(sql_store, clock)
    await team.connect()
    await close(team)
    await keep(sql_store, Evaluation(EvaluationKind.NOW, "stjordal", "drofting", clock.now(), NOW_FORM, "K1M-42P"))
    await pass_time(team, 92)
    clock.at = datetime(2027, 3, 1, tzinfo=UTC)
    await delete_what_is_due(sql_store, clock)
    data = tmp_path / "data.gz"
    await sql_store.back_up(data, tmp_path / "keys.gz")
    told = gzip.decompress(data.read_bytes()) + gzip.decompress((tmp_path / "keys.gz").read_bytes())
    tables = [line for line in told.decode().splitlines() if '"table": "audit"' not in line]
    assert not [line for line in tables if "K1M-42P" in line or "case1" in line]


async def ask_to_be_forgotten(team: Team, person: Any = ANSATT) -> Forgotten:
    team.clock.advance(hours=1)
    async with team.store.unit_of_work() as uow:
        outcome = await forget_person(ForgetPerson(person), uow, team.clock)
        await uow.commit()
    assert isinstance(outcome, Forgotten)
    return outcome


async def is_known(team: Team, case_id: str = "case1") -> bool:
    async with team.store.unit_of_work() as uow:
        return await uow.cases.requester_of(case_id) is not None


async def test_who_asks_to_be_forgotten_while_a_case_is_open_still_gets_the_answer(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    assert await ask_to_be_forgotten(team) == Forgotten(ForgetPerson(ANSATT), 1, 0)
    await pass_time(team, 40)
    assert await is_known(team)
    await team.change(answer=an_answer())
    await team.tell(Kind.RELAYED_NOTICE, "answer:case1", notice="answered")
    await team.deliver(2)
    assert any("answered" in text for text in team.texts()), "it has reached them"
    await team.change(closed_at=team.clock.now(), close_reason="raad_gitt", requester_shown_as="Test Ansatt")
    await team.deliver()
    await pass_time(team, 14)
    assert await is_known(team), "there is time to read it"
    await pass_time(team, 2)
    assert not await is_known(team)
    assert (await team.case()).requester_shown_as == ""
    assert not any("answered" in text for text in team.texts()), "and the copy is emptied"
    assert (await team.case()).text is not None, "the case stays with the team for as long as it would"


async def test_a_case_that_is_over_is_forgotten_when_the_copies_in_the_chat_are_emptied(team: Team) -> None:
    await close(team, receipt_id="receipt-1")
    assert await ask_to_be_forgotten(team) == Forgotten(ForgetPerson(ANSATT), 0, 1)
    await delete_what_is_due(team.store, team.clock)
    assert await is_known(team), "first the copy of the text, which nobody could empty afterwards"
    await team.deliver(2)
    assert (await delete_what_is_due(team.store, team.clock)).requesters == 1
    assert not await is_known(team)
    assert await delete_what_is_due(team.store, team.clock) == Deleted()


async def test_who_asks_again_after_the_case_is_over_waits_no_longer_than_they_are_told(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    assert await ask_to_be_forgotten(team) == Forgotten(ForgetPerson(ANSATT), 1, 0)
    team.clock.advance(hours=1)
    await team.change(closed_at=team.clock.now(), close_reason="raad_gitt")
    await team.deliver()
    await pass_time(team, 1)
    assert await is_known(team), "an answer may still be read"
    assert await ask_to_be_forgotten(team) == Forgotten(ForgetPerson(ANSATT), 0, 1)
    await delete_what_is_due(team.store, team.clock)
    await team.deliver(2)
    await delete_what_is_due(team.store, team.clock)
    assert not await is_known(team)


async def test_only_the_cases_of_who_asks_are_let_go(team: Team) -> None:
    await close(team)
    other = a_case(2, closed_at=team.clock.now())
    async with team.store.unit_of_work() as uow:
        await uow.cases.add(other, replace(requester(ANNEN)), "s2")
        await uow.commit()
    assert (await ask_to_be_forgotten(team)).over == 1
    await pass_time(team, 2)
    assert (await is_known(team), await is_known(team, "case2")) == (False, True)


async def test_a_case_opened_again_is_open_and_keeps_who_sent_it(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    await ask_to_be_forgotten(team)
    team.clock.advance(hours=1)
    await team.change(closed_at=team.clock.now(), close_reason="raad_gitt", claimed_by=VEILEDER)
    await pass_time(team, 10)
    await team.change(closed_at=None, close_reason="")
    await pass_time(team, 30)
    assert await is_known(team)


async def test_an_evaluation_after_midnight_on_new_years_eve_is_of_the_new_year(store: Any) -> None:
    at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    await keep(store, Evaluation(EvaluationKind.YEAR, "stjordal", "drofting", at, YEAR_FORM))
    async with store.unit_of_work() as uow:
        assert dict(await uow.evaluations.of_team("drofting", 2026)) == {}
        assert await uow.evaluations.of_team("drofting", 2027)
