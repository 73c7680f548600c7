"""What people see in the channel and in their chats, whatever the connector answers. On every kind of store."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.errand import CUT
from bot.delivery.worker import OutboxWorker
from bot.domain.case import Status
from bot.domain.outbox import Kind
from bot.domain.reply import Card, Line, Paragraph, UserText
from bot.domain.sending import Ambiguous, Gone, Refused, SendError, TooLarge, TryLater
from tests.delivery.team import AT, QUICK, Team
from tests.fakes.messenger import Fault
from tests.fakes.stores import MovableClock
from tests.store.people import CHANNEL, PERSONAL, TEXT


async def test_a_case_is_posted_once_and_the_requester_is_told(team: Team) -> None:
    await team.submit()
    await team.deliver(2)
    assert team.texts() == [
        "case_card K1M-42P v2 lagt_i_kanalen Kommer ofte sulten.",
        "requester_notice K1M-42P v2 lagt_i_kanalen posted",
    ]
    case, card = await team.case(), await team.card_of()
    assert (case.status, case.posted_at, case.version) == (Status.POSTED, AT, 2)
    assert (card.place, card.version) == (CHANNEL, 2)
    assert [sent.place for sent in team.messenger.visible.values()] == [CHANNEL, PERSONAL]
    assert await team.counts() == {"delivered": 2}


async def test_a_changed_case_shows_on_the_same_card_with_a_line_under_it(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.change(seen_at=AT)
    await team.tell(Kind.THREAD_LINE, "line", line="seen")
    await team.deliver()
    (card,) = team.cards()
    assert card.reply.text.startswith("case_card_update K1M-42P v3 sett")
    assert (await team.card_of()).version == 3
    (line,) = [sent for sent in team.messenger.visible.values() if sent.reply_to]
    assert (line.reply_to, line.reply.text) == (card.id, "thread_line K1M-42P v3 sett seen")


async def test_several_changes_are_shown_with_one_update(team: Team) -> None:
    await team.submit()
    await team.deliver()
    for at in range(5):
        await team.change(seen_at=AT + timedelta(seconds=at))
    team.messenger.calls.clear()
    await team.deliver()
    assert team.messenger.calls == ["update"]
    assert (await team.card_of()).version == (await team.case()).version == 7


async def test_a_case_changed_while_its_card_is_on_the_way_is_shown_as_it_is(team: Team) -> None:
    await team.submit()
    original = team.messenger.send

    async def send(*args: object, **named: object) -> str | None:
        team.messenger.send = original
        await team.change(seen_at=AT)
        return await original(*args, **named)

    team.messenger.send = send
    await team.deliver(2)
    case = await team.case()
    assert (case.status, case.posted_at) == (Status.SEEN, AT)
    assert (await team.card_of()).version == case.version
    (card,) = team.cards()
    assert card.reply.text == f"case_card_update K1M-42P v{case.version} sett Kommer ofte sulten."


@pytest.mark.parametrize("error", [TryLater("429", after=7), TryLater("503", after=7), TryLater("412", after=7)])
async def test_nothing_landed_so_it_is_sent_again_when_told(team: Team, error: SendError) -> None:
    team.messenger.faults = [Fault(error)]
    await team.submit()
    await team.deliver(1, seconds=6.9)
    await team.deliver(1, seconds=1)
    assert team.texts() == []
    await team.deliver()
    assert len(team.cards()) == 1
    assert "find" not in team.messenger.calls


@pytest.mark.parametrize("landed", [True, False])
@pytest.mark.parametrize("error", [Ambiguous("502"), TimeoutError(), ConnectionResetError()])
async def test_an_ambiguous_answer_gives_one_card(team: Team, error: BaseException, landed: bool) -> None:
    team.messenger.faults = [Fault(error, landed)]
    await team.submit()
    await team.deliver(1, seconds=29)
    await team.deliver(1, seconds=1)
    assert team.messenger.calls == ["send"], "it waits for the visibility lag before it looks"
    await team.deliver(2)
    assert len(team.cards()) == 1
    assert (await team.case()).status is Status.POSTED
    card = await team.card_of()
    assert (card.activity_id, card.version) == (team.cards()[0].id, (await team.case()).version)
    assert team.messenger.calls.count("send") == (2 if landed else 3), "the card once or twice, the notice once"


async def test_a_send_that_never_answers_counts_as_ambiguous(team: Team) -> None:
    async def hang(*_: object, **__: object) -> None:
        await asyncio.sleep(60)

    original, team.messenger.send = team.messenger.send, hang
    await team.submit()
    await team.deliver()
    assert await team.counts() == {"ambiguous": 1}
    team.messenger.send = original
    team.clock.advance(seconds=30)
    await team.deliver()
    assert len(team.cards()) == 1


@pytest.mark.parametrize("error", [Refused("403 BotDisabledByAdmin"), Gone("404 NotFound"), TooLarge("413")])
async def test_what_needs_a_person_is_parked_and_the_admin_told(team: Team, error: SendError) -> None:
    team.messenger.faults = [Fault(error)]
    await team.submit()
    await team.tell(Kind.THREAD_LINE, "line", line="x")
    await team.deliver(3, seconds=3600)
    assert team.alerts == [f"case_card {error.code}"]
    assert team.texts() == ["requester_notice K1M-42P v1 mottatt not_posted"]
    assert await team.counts() == {"parked": 1, "waiting": 1, "delivered": 1}
    async with team.store.unit_of_work() as uow:
        (parked,) = await uow.outbox.parked()
        await uow.queue.retry(parked.id, team.clock.now())
        await uow.commit()
    await team.deliver(2, seconds=30)
    assert len(team.cards()) == 1
    assert len([text for text in team.texts() if text.startswith("thread_line")]) == 1


async def test_a_card_that_has_gone_is_posted_anew_with_the_case_as_it_is(team: Team) -> None:
    await team.submit()
    await team.deliver()
    old = await team.card_of()
    del team.messenger.visible[old.activity_id]
    await team.change(seen_at=AT)
    await team.deliver()
    (card,) = team.cards()
    assert card.reply.text == "case_card K1M-42P v3 sett Kommer ofte sulten."
    assert (await team.card_of()).activity_id == card.id != old.activity_id


async def test_a_line_under_a_card_that_has_gone_brings_a_new_card(team: Team) -> None:
    await team.submit()
    await team.deliver()
    team.messenger.visible.clear()
    await team.tell(Kind.THREAD_LINE, "line", line="x")
    await team.deliver()
    assert len(team.cards()) == 1
    assert (await team.counts())["cancelled"] == 1


async def test_a_withdrawn_case_that_was_never_posted_is_not_posted(team: Team) -> None:
    team.messenger.faults = [Fault(TryLater("429", after=5))]
    await team.submit()
    await team.deliver()
    await team.change(withdrawn_at=AT, text=None)
    await team.deliver(2, seconds=30)
    assert team.texts() == []


async def test_a_withdrawn_case_that_may_have_landed_is_looked_for_and_brought_up_to_date(team: Team) -> None:
    team.messenger.faults = [Fault(Ambiguous("502"), landed=True)]
    await team.submit()
    await team.deliver()
    await team.change(withdrawn_at=AT, text=None)
    await team.deliver(3, seconds=30)
    assert [card.reply.text for card in team.cards()] == ["case_card_update K1M-42P v2 trukket (uten tekst)"]


async def test_a_card_is_sent_unseen_after_many_vain_looks_and_the_admin_told(
    team: Team,
) -> None:
    team.messenger.faults = [Fault(Ambiguous("502"))]
    team.messenger.can_look = False
    await team.submit()
    await team.deliver(20, seconds=30)
    assert team.texts() == []
    await team.deliver(3, seconds=30)
    assert len(team.cards()) == 1
    assert team.alerts == ["case_card sent_unseen"]


@pytest.mark.parametrize("landed", [True, False])
async def test_a_status_that_may_have_landed_is_not_told_twice_but_shown_on_the_receipt(
    team: Team, landed: bool
) -> None:
    receipt = await team.messenger.send(PERSONAL, Line("kvittering"))
    await team.submit(receipt_id=receipt or "")
    await team.deliver()
    team.messenger.can_look = False
    await team.change(seen_at=AT)
    await team.tell(Kind.REQUESTER_NOTICE, "n", notice="seen")
    team.messenger.faults = [None, Fault(Ambiguous("502"), landed=landed)]
    await team.deliver(3, seconds=31)
    assert len([text for text in team.texts() if text.endswith("sett seen")]) == landed
    assert team.messenger.visible["activity1"].reply == Line(f"receipt_update K1M-42P v3 sett {TEXT.seen}")
    assert set(await team.counts()) == {"delivered", "cancelled"}


async def test_the_receipt_is_updated_again_and_again_until_teams_has_taken_it(team: Team) -> None:
    receipt = await team.messenger.send(PERSONAL, Line("kvittering"))
    await team.submit(receipt_id=receipt or "")
    team.messenger.can_look = False
    await team.deliver()
    await team.tell(Kind.REQUESTER_NOTICE, "n", notice="seen")
    lost = [Fault(Ambiguous("504")), Fault(TryLater("429", after=1)), Fault(Ambiguous("500"), landed=True)]
    team.messenger.faults = [Fault(Ambiguous("502")), *lost]
    await team.deliver(8, seconds=31)
    assert team.messenger.visible["activity1"].reply == Line(f"receipt_update K1M-42P v2 lagt_i_kanalen {TEXT.seen}")


async def test_a_receipt_in_a_chat_its_owner_no_longer_has_is_let_go_of(team: Team) -> None:
    receipt = await team.messenger.send(PERSONAL, Line("kvittering"))
    await team.submit(receipt_id=receipt or "")
    await team.deliver()
    await team.tell(Kind.RECEIPT_UPDATE, "receipt")
    async with team.store.unit_of_work() as uow:
        await uow.cases.reach_requester_at("case1", replace(PERSONAL, conversation_id="a:another-chat"))
        await uow.commit()
    await team.deliver()
    assert set(await team.counts()) == {"delivered", "cancelled"}
    assert team.alerts == []


async def test_without_a_receipt_even_a_status_is_sent_again_and_says_so(team: Team) -> None:
    await team.submit()
    await team.deliver()
    team.messenger.can_look = False
    team.messenger.faults = [Fault(Ambiguous("502"))]
    await team.tell(Kind.REQUESTER_NOTICE, "n", notice="seen")
    await team.deliver(2, seconds=31)
    assert team.texts()[-1].endswith("seen (igjen)")


async def test_what_somebody_must_act_on_is_sent_again_after_one_vain_look_and_says_so(team: Team) -> None:
    await team.submit(receipt_id="activity0")
    await team.deliver()
    team.messenger.can_look = False
    team.messenger.faults = [Fault(Ambiguous("502"), landed=True)]
    await team.tell(Kind.REQUESTER_NOTICE, "n", notice="answered")
    await team.deliver(2, seconds=30)
    first, again = [text for text in team.texts() if "answered" in text]
    assert again == f"{first} (igjen)"


async def test_a_repeat_that_is_put_off_is_still_a_repeat_when_it_comes(team: Team) -> None:
    await team.submit()
    await team.deliver()
    team.messenger.can_look = False
    team.messenger.faults = [Fault(Ambiguous("502"), landed=True), Fault(TryLater("429", after=1))]
    await team.tell(Kind.RELAYED_NOTICE, "n", notice="question")
    await team.deliver(4, seconds=31)
    first, again = [text for text in team.texts() if "question" in text]
    assert again == f"{first} (igjen)"


async def test_what_was_looked_for_and_is_not_there_is_sent_as_if_for_the_first_time(team: Team) -> None:
    await team.submit()
    team.messenger.faults = [Fault(Ambiguous("502"))]
    await team.deliver(2, seconds=30)
    assert "(igjen)" not in "".join(team.texts())


async def test_a_notice_to_somebody_who_is_forgotten_is_dropped(team: Team) -> None:
    await team.submit()
    async with team.store.unit_of_work() as uow:
        await uow.retention.forget_requester("case1")
        await uow.commit()
    await team.deliver()
    assert await team.counts() == {"delivered": 1, "cancelled": 1}


async def test_a_member_is_told_in_a_chat_of_their_own(team: Team) -> None:
    await team.submit()
    await team.deliver()
    await team.tell(Kind.MEMBER_NOTICE, "m", member_id="m7", member_name="Test Veileder", notice="untouched")
    await team.deliver()
    assert list(team.messenger.visible.values())[-1].place.conversation_id == "a:m7"


async def test_a_reminder_comes_when_it_is_due_and_not_before(team: Team) -> None:
    reminder = team.row(Kind.REMINDER, "r", None, text="evaluering", conversation_id="a:1", reference='{"x": "y"}')
    async with team.store.unit_of_work() as uow:
        await uow.outbox.reschedule(reminder.__class__(**(vars(reminder) | {"due_at": AT + timedelta(days=60)})))
        await uow.commit()
    await team.deliver(2, seconds=59 * 86400)
    assert team.texts() == []
    team.clock.advance(days=2)
    await team.deliver(2)
    assert team.texts() == ["reminder evaluering"]
    (sent,) = team.messenger.visible.values()
    assert (sent.place.conversation_id, dict(sent.place.reference)) == ("a:1", {"x": "y"})


async def test_a_team_without_a_channel_is_told_to_the_admin_and_the_case_is_kept(
    store: Any, clock: MovableClock
) -> None:
    team = Team(store, clock)
    await team.submit()
    await team.deliver()
    assert team.alerts == ["case_card team_not_connected"]
    assert await team.counts() == {"parked": 1, "delivered": 1}
    assert team.texts() == ["requester_notice K1M-42P v1 mottatt not_posted"], "and its sender does not wait in vain"


async def test_one_case_in_trouble_does_not_hold_up_the_others(team: Team) -> None:
    team.messenger.faults = [Fault(TryLater("429", after=100))]
    for number in range(1, 6):
        await team.submit(number)
    await team.deliver()
    assert len(team.cards()) == 4


async def test_words_that_cannot_be_made_do_not_stop_other_rows_and_are_parked_after_an_hour(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    await team.submit(1)
    await team.submit(2)
    await team.deliver()
    await team.tell(Kind.MEMBER_NOTICE, "broken", "case1")
    await team.tell(Kind.THREAD_LINE, "fine", "case2", line="x")
    await team.deliver(1, seconds=60)
    assert team.texts()[-1].startswith("thread_line")
    await team.deliver(62, seconds=60)
    assert team.alerts == ["member_notice broken KeyError"]


async def test_time_that_jumps_back_loses_nothing(team: Team, clock: MovableClock) -> None:
    await team.submit()
    clock.advance(days=-1)
    await team.deliver()
    assert team.texts() == []
    clock.advance(days=1)
    await team.deliver()
    assert len(team.cards()) == 1


async def test_what_is_too_large_for_teams_is_cut_and_sent(team: Team) -> None:
    long = Card(kind="case_card", title="t", blocks=(UserText("a" * 900), Paragraph("p" * 900)))
    worker = OutboxWorker(team.store, team.messenger, team.clock, lambda _row, _case: long, QUICK)
    team.messenger.faults += [Fault(TooLarge("413")), Fault(TooLarge("413"))]
    await team.submit()
    await worker.deliver_due()
    sent = next(iter(team.messenger.visible.values()))
    assert sent.reply == replace(long, blocks=(UserText("a" * 400 + CUT), long.blocks[1]))
    assert (await team.counts())["delivered"] >= 1


async def test_what_is_too_large_however_much_is_cut_waits_for_a_person(team: Team) -> None:
    long = Card(kind="case_card", title="t", blocks=(UserText("a" * 900),))
    worker = OutboxWorker(team.store, team.messenger, team.clock, lambda _row, _case: long, QUICK)
    team.messenger.faults += [Fault(TooLarge("413"))] * 5
    await team.submit()
    await worker.deliver_due()
    assert await team.counts() == {"parked": 1, "delivered": 1}
    assert team.messenger.calls == ["send"] * 6, "and once to tell its sender"
