"""What the bot sends unasked stands below the question that is open: a bare yes or no may be about that."""

from __future__ import annotations

import pytest

from bot.domain.outbox import Kind, OutboxItem
from tests.turns.desk import KARI, Desk, chat


async def remind(desk: Desk) -> None:
    """Deliver a reminder to Kari, as the delivery worker does."""
    desk.clock.advance(minutes=5)
    now = desk.clock.now()
    async with desk.store.unit_of_work() as uow:
        await uow.outbox.add(OutboxItem(Kind.REMINDER, "reminder:1", now, f"person:{KARI.pseudonym}", None, {}))
        await uow.commit()
    async with desk.store.unit_of_work() as uow:
        rows = await uow.queue.lease("w1", now, now, 10)
        await uow.queue.delivered(next(row.id for row in rows if row.item.kind is Kind.REMINDER), "activity", now)
        await uow.commit()
    desk.clock.advance(minutes=5)


@pytest.mark.parametrize(("at", "said"), [("Steg 1 av", "nei"), ("Steg 1 av", "ja"), ("Steg 2 av", "nei")])
async def test_a_bare_answer_below_a_reminder_is_asked_about_first(desk: Desk, at: str, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    if at == "Steg 2 av":
        await desk.say(KARI, "3")
    await remind(desk)
    words = desk.words(await desk.say(KARI, said))
    assert at in words
    assert desk.text("guide.confirm_title") in words


async def test_a_whole_answer_and_one_to_a_question_asked_since_are_taken(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await remind(desk)
    assert "Steg 2 av" in desk.words(await desk.say(KARI, "Nei, ikke nå"))
    assert "Steg 3 av" in desk.words(await desk.say(KARI, "nei"))


async def test_a_yes_below_a_reminder_confirms_no_no(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3", "hva betyr mishandling", "nei"):
        await desk.say(KARI, said)
    await remind(desk)
    assert "Steg 2 av" in desk.words(await desk.say(KARI, "ja"))


async def reported(desk: Desk) -> None:
    """Go through a worry that ends in a report, and be reminded of barnevernet's answer after three weeks."""
    for said in ("jeg er bekymret", "nei", "usikker", "de ba meg melde", "minn meg", "ja"):
        await desk.say(KARI, said)
    desk.clock.advance(days=21)
    async with desk.store.unit_of_work() as uow:
        state = await uow.conversations.get(KARI, chat(KARI))
        await uow.conversations.save(KARI, chat(KARI), state.emptied(desk.clock.now()))
        await uow.commit()
    await remind(desk)


@pytest.mark.parametrize("said", ["nei", "nei, det har de ikke", "ikke ennå", "nei ingenting hørt"])
async def test_who_says_no_to_whether_barnevernet_has_answered_is_told_to_ring(desk: Desk, said: str) -> None:
    await reported(desk)
    assert desk.text("guide.reminded_no") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["ja", "ja det har de"])
async def test_who_says_yes_is_told_that_the_duty_goes_on(desk: Desk, said: str) -> None:
    await reported(desk)
    assert desk.text("guide.reminded_yes") in desk.words(await desk.say(KARI, said))


async def test_a_no_of_who_was_told_nothing_is_of_no_reminder(desk: Desk) -> None:
    assert desk.text("guide.reminded_no") not in desk.words(await desk.say(KARI, "nei"))


async def test_a_no_of_who_has_a_case_is_told_to_ring_as_well(desk: Desk) -> None:
    await desk.sent()
    await remind(desk)
    assert desk.text("guide.reminded_no") in desk.words(await desk.say(KARI, "nei"))


async def test_a_yes_of_who_has_a_case_may_be_to_its_team(desk: Desk) -> None:
    await desk.sent()
    await remind(desk)
    assert desk.text("guide.reminded_yes") not in desk.words(await desk.say(KARI, "ja"))


async def with_an_outcome(desk: Desk) -> None:
    said = ("jeg er bekymret", "nei, ikke nå", "nei", "2", "12 år, skole", "fravær", "ingen ennå", "samtaler", "nei")
    for one in said:
        await desk.say(KARI, one)
    await desk.say(KARI, "meny")


@pytest.mark.parametrize("said", ["tja", "litt", "vet ikke", "ja", "nei", "sånn passe"])
async def test_a_short_answer_to_whether_it_worked_is_asked_for_by_its_buttons(desk: Desk, said: str) -> None:
    await with_an_outcome(desk)
    await remind(desk)
    shown = await desk.say(KARI, said)
    assert desk.text("guide.reminded_worked") in desk.words(shown)
    assert desk.text("guide.reminder_it_did_not") in desk.words(shown)


@pytest.mark.parametrize("said", ["tja", "litt"])
async def test_doubt_where_nothing_was_told_unasked_is_of_no_reminder(desk: Desk, said: str) -> None:
    await with_an_outcome(desk)
    assert desk.text("guide.reminded_worked") not in desk.words(await desk.say(KARI, said))


async def test_a_worry_on_behalf_of_a_colleague_begins_the_guide(desk: Desk) -> None:
    assert "Steg 1 av" in desk.words(await desk.say(KARI, "jeg er bekymret på vegne av en kollega"))
