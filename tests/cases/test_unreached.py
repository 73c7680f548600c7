"""A requester who cannot be reached: the team is told so and not the opposite, and it comes when they write again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.forgetting import forget_everything
from bot.domain.case import Case
from bot.domain.commands import SetReminder
from bot.domain.outbox import Kind, OutboxItem, RowState
from bot.domain.reply import Reply
from bot.domain.sending import Refused
from bot.domain.turn import Place
from bot.inside import _alert
from bot.usecases.set_reminder import set_reminder
from tests.cases.delivering import Delivering, Recording, told_admin
from tests.cases.test_identity import ANSWER
from tests.fakes.outbox import FakeOutbox
from tests.turns.desk import CHANNEL, KARI, NILS, OLE, Desk, chat

QUESTION = {"question": "Er det likt alle dager?"}


class Blocking(Recording):
    """A messenger for which one person cannot be reached until they take the bot in again."""

    is_blocked = False

    async def send(self, place: Place, reply: Reply, *, marker: str = "", reply_to: str | None = None) -> str | None:
        if self.is_blocked and place == chat(KARI):
            raise Refused("403:ConversationBlockedByUser")
        return await super().send(place, reply, marker=marker, reply_to=reply_to)


@pytest.fixture
async def blocked(watched: tuple[Desk, Delivering]) -> tuple[Desk, Delivering, Case]:
    """Return a desk with a case that Ole has, and whose requester has blocked the bot since."""
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = True
    return desk, delivering, case


async def days(number: int, desk: Desk, delivering: Delivering) -> None:
    for _ in range(number):
        await delivering.deliver()
        desk.clock.advance(days=1)


def to_requester(desk: Desk) -> list[str]:
    return [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place == chat(KARI)]


async def test_the_team_is_told_once_that_its_answer_has_not_come_through_and_then_that_it_has(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await days(30, desk, delivering)
    team = delivering.visible_to_team()
    assert team.count(desk.text("team.thread_unreached_answered")) == 1
    assert "er besvart, men svaret har ikke nådd innmelder" in team
    assert desk.text("team.thread_reached_answered") not in team
    desk.messenger.is_blocked = False
    await desk.say(NILS, "hei")
    await delivering.deliver()
    assert desk.text("team.thread_reached_answered") not in delivering.visible_to_team(), "somebody else wrote"
    await desk.say(KARI, "hei")
    await delivering.deliver()
    title = desk.text("case.notice_answered_title", code=case.code)
    (came,) = [one for one in to_requester(desk) if title in one]
    assert desk.text("teams.may_have_come") not in came, "it was refused, so it has not come before"
    assert delivering.visible_to_team().count(desk.text("team.thread_reached_answered")) == 1


def on_card(desk: Desk, case: Case) -> str:
    """Return what stands on the card of the case in the channel."""
    (card,) = [one.reply for one in desk.messenger.visible.values() if one.place == CHANNEL and one.reply_to is None]
    return desk.words([card])


async def test_the_card_says_that_the_answer_has_not_come_through_until_it_has(
    blocked: tuple[Desk, Delivering, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering, case = blocked
    everything = "all that is parked is read for one case; there is most of it when Teams is away"
    monkeypatch.setattr(FakeOutbox, "parked", lambda _: pytest.fail(everything))
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    unreached = desk.text("team.answer_unreached")
    assert unreached in on_card(desk, case)
    shown = desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    assert unreached in shown, "also on the copy for whoever looks at it"
    for _ in range(2):  # it is tried again, and does not come through again
        await desk.say(KARI, "hei")
        await delivering.deliver()
        assert unreached in on_card(desk, case)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    await delivering.deliver()
    assert unreached in on_card(desk, case)
    desk.messenger.is_blocked = False
    await desk.say(KARI, "hei")
    await delivering.deliver()
    assert unreached not in on_card(desk, case)
    assert unreached not in desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))


async def test_the_card_says_nothing_of_an_answer_that_came_through(blocked: tuple[Desk, Delivering, Case]) -> None:
    desk, delivering, case = blocked
    desk.messenger.is_blocked = False
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = True
    await desk.press(OLE, "case_ask_send", case.id, QUESTION, CHANNEL)
    await delivering.deliver()
    assert desk.text("team.answer_unreached") not in on_card(desk, case)


async def test_the_card_of_a_case_whose_sender_is_deleted_says_that_nothing_comes_through(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    await forget_everything(desk.store, desk.clock, KARI)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    assert desk.text("team.answer_unreachable") in on_card(desk, case)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    await delivering.deliver()
    assert desk.text("team.answer_unreachable") not in on_card(desk, case)


async def test_a_question_that_has_not_come_through_is_told_as_that_to_whoever_asked(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    await desk.press(OLE, "case_ask_send", case.id, QUESTION, CHANNEL)
    await days(12, desk, delivering)
    team = delivering.visible_to_team()
    assert len(re.findall("Spørsmålet har ikke nådd|Påminnelsen om spørsmålet har ikke", team)) == 1, "one thing, once"
    assert "Jeg har minnet om det" not in team
    assert desk.text("team.member_question_unanswered_unreached", code=case.code) in team
    desk.messenger.is_blocked = False
    await desk.say(KARI, "mine saker")
    await delivering.deliver()
    assert sum(QUESTION["question"] in one for one in to_requester(desk)) == 1, (
        "the reminder says all the question does"
    )
    assert delivering.visible_to_team().count(desk.text("team.thread_reached_question_waits")) == 1


async def test_a_reminder_that_alone_did_not_come_through_is_not_said_to_have(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    desk.messenger.is_blocked = False
    await desk.press(OLE, "case_ask_send", case.id, QUESTION, CHANNEL)
    await delivering.deliver()
    desk.messenger.is_blocked = True
    await days(12, desk, delivering)
    team = delivering.visible_to_team()
    assert team.count(desk.text("team.thread_unreached_question_waits")) == 1
    assert "Jeg har minnet om det" not in team


async def test_a_question_that_came_through_is_reminded_of_as_before(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    desk.messenger.is_blocked = False
    await desk.press(OLE, "case_ask_send", case.id, QUESTION, CHANNEL)
    await days(12, desk, delivering)
    assert desk.text("team.member_question_unanswered", code=case.code) in delivering.visible_to_team()
    assert "ikke nådd" not in delivering.visible_to_team()


async def test_what_only_tells_where_the_case_stood_does_not_come_late(blocked: tuple[Desk, Delivering, Case]) -> None:
    desk, delivering, case = blocked
    await desk.press(OLE, "case_give_back", case.id, place=CHANNEL)
    await days(1, desk, delivering)
    assert [one.row.state for one in desk.store.data.rows.values()].count(RowState.PARKED) >= 1
    assert "ikke nådd" not in delivering.visible_to_team(), "the team waits for nothing"
    desk.messenger.is_blocked = False
    before = len(to_requester(desk))
    await desk.say(KARI, "hei")
    await delivering.deliver()
    assert RowState.PARKED not in [one.row.state for one in desk.store.data.rows.values()]
    assert len(to_requester(desk)) == before, "the receipt tells it, in its place"


async def test_an_answer_to_somebody_who_is_deleted_is_said_to_reach_nobody(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    await forget_everything(desk.store, desk.clock, KARI)
    for question in ("Er det likt alle dager?", "Hva sier hjemmet?"):
        await desk.press(OLE, "case_ask_send", case.id, {"question": question}, CHANNEL)
        await delivering.deliver()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await days(20, desk, delivering)
    team = delivering.visible_to_team()
    assert team.count(desk.text("team.thread_unreachable")) == 1
    assert "er besvart, men svaret kan ikke nå innmelder" in team


async def test_the_administrator_is_told_which_case_it_is(blocked: tuple[Desk, Delivering, Case]) -> None:
    desk, delivering, case = blocked
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    async with desk.store.unit_of_work() as uow:
        parked = await uow.outbox.parked()
    for row in parked:
        await _alert(desk.store, desk.clock)(row, "403:ConversationBlockedByUser")
    await delivering.deliver()
    assert desk.text("team.admin_parked_case", case=case.code, code="403:ConversationBlockedByUser") in told_admin(desk)


async def test_a_question_asked_after_the_text_was_taken_away_is_told_of_as_well(
    blocked: tuple[Desk, Delivering, Case],
) -> None:
    desk, delivering, case = blocked
    for _ in range(2):
        await desk.press(OLE, "case_ask_send", case.id, QUESTION, CHANNEL)
        await days(1, desk, delivering)
        await delivering.deliver()
        await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    lines = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place == CHANNEL]
    assert sum(desk.text("team.thread_unreached_question") in line for line in lines) == 2


HERE = "a:another-chat"


async def test_an_answer_comes_to_the_chat_its_sender_writes_from_now(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    answered, asked = await desk.sent(), await desk.sent()
    await delivering.deliver()
    for case in (answered, asked):
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_answer_send", answered.id, ANSWER, CHANNEL)
    desk.messenger.is_blocked = True
    await delivering.deliver()
    assert desk.text("team.thread_unreached_answered") in delivering.visible_to_team()
    here = replace(chat(KARI), conversation_id=HERE, reference={"service_url": "https://no.example.invalid"})
    await desk.say(KARI, "hei", here)
    await desk.press(OLE, "case_ask_send", asked.id, QUESTION, CHANNEL)
    await delivering.deliver()
    shown = shown_in(here, desk)
    assert ANSWER["advice"] in shown, "what waited"
    assert QUESTION["question"] in shown, "what came after"
    assert desk.text("team.thread_reached_answered") in delivering.visible_to_team()


def shown_in(place: Place, desk: Desk) -> str:
    return desk.words([one.reply for one in desk.messenger.visible.values() if one.place == place])


def by_bot(bot_id: str, **changes: Any) -> Place:
    """Return Kari's chat with a bot of that id."""
    return replace(chat(KARI), reference={**chat(KARI).reference, "bot_id": bot_id}, **changes)


@pytest.mark.parametrize(("bot_id", "is_moved"), [("28:anew", True), ("28:bot", False)])
async def test_whoever_writes_to_a_bot_that_is_registered_anew_is_answered_by_that(
    watched: tuple[Desk, Delivering], bot_id: str, is_moved: bool
) -> None:
    """Then everybody has another chat with it. Of one and the same bot the chat a case was sent from is the one: what
    stands there is to be emptied some day."""
    desk, delivering = watched
    case, was, here = await desk.sent(), by_bot("28:bot"), by_bot(bot_id, conversation_id=HERE)
    async with desk.store.unit_of_work() as uow:
        await uow.cases.reach_requester_at(case.id, was)
        await set_reminder(evaluation(desk, was), uow, desk.clock)
        await uow.commit()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.say(KARI, "hei", here)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await days(3, desk, delivering)
    one, other = (here, was) if is_moved else (was, here)
    assert ANSWER["advice"] in shown_in(one, desk)
    assert "Sak Blå" in shown_in(one, desk)
    assert shown_in(other, desk).count("Sak Blå") == 0
    assert ANSWER["advice"] not in shown_in(other, desk)


def evaluation(desk: Desk, place: Place) -> SetReminder:
    due_at = desk.clock.now() + timedelta(days=1)
    about = (("title", "Sak Blå"),)
    return SetReminder(KARI, place, "sak-bla:evaluering", "guide.reminder_evaluering", about, due_at)


async def test_a_reminder_that_was_refused_comes_to_the_chat_its_owner_writes_from_now(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    desk.messenger.is_blocked = True
    async with desk.store.unit_of_work() as uow:
        await set_reminder(evaluation(desk, chat(KARI)), uow, desk.clock)
        await uow.commit()
    await days(3, desk, delivering)
    here = replace(chat(KARI), conversation_id=HERE)
    await desk.say(KARI, "hei", here)
    await days(3, desk, delivering)
    assert shown_in(here, desk).count("Sak Blå") == 1


async def test_a_reminder_of_somebody_without_cases_comes_to_the_chat_with_a_bot_that_is_registered_anew(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    here = by_bot("28:anew", conversation_id=HERE)
    async with desk.store.unit_of_work() as uow:
        await set_reminder(evaluation(desk, by_bot("28:bot")), uow, desk.clock)
        await uow.commit()
    await desk.say(KARI, "hei", here)
    await days(3, desk, delivering)
    assert shown_in(here, desk).count("Sak Blå") == 1


async def test_a_reminder_that_cannot_be_read_keeps_nobody_from_being_heard(watched: tuple[Desk, Delivering]) -> None:
    desk, _ = watched
    async with desk.store.unit_of_work() as uow:
        lane = f"person:{KARI.pseudonym}"
        await uow.outbox.add(OutboxItem(Kind.REMINDER, "", desk.clock.now(), lane))  # as a damaged row is read
        await uow.commit()
    assert await desk.say(KARI, "hei", replace(chat(KARI), conversation_id=HERE))


async def test_where_a_case_stands_is_told_in_the_chat_with_another_bot_where_no_receipt_stands(
    watched: tuple[Desk, Delivering],
) -> None:
    """The receipt stands in the chat with the bot that was, and nothing else tells that somebody has the case."""
    desk, delivering = watched
    desk.messenger = Blocking(roster=desk.messenger.roster)
    case = await desk.sent()
    await delivering.deliver()
    desk.messenger.is_blocked = True
    for pressed in ("case_claim", "case_give_back", "case_claim"):
        await desk.press(OLE, pressed, case.id, place=CHANNEL)
        await delivering.deliver()
    here = by_bot("28:anew", conversation_id=HERE)
    await desk.say(KARI, "hei", here)
    await delivering.deliver()
    (shown,) = [one.reply for one in desk.messenger.visible.values() if one.place == here]
    assert desk.text("case.notice_claimed", code=case.code) in desk.words([shown])
