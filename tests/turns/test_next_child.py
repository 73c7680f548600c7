"""A concern has neither the number nor the title of one that is deleted: a card of that one is never about the next
child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import Concern, ConversationState
from bot.domain.reply import Card, Reply
from tests.turns.desk import KARI, Desk, chat


async def _begun(desk: Desk) -> Concern:
    await desk.say(KARI, "jeg er bekymret")
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return concern


async def _deleted(desk: Desk) -> list[Reply]:
    """Delete the open concern, and return the card that asked before."""
    asked = await desk.say(KARI, "slett")
    await desk.push(KARI, asked, desk.text("guide.delete_yes"))
    assert (await desk.state(KARI)).concerns == ()
    return asked


async def test_the_card_that_deleted_one_child_deletes_no_other(desk: Desk) -> None:
    first = await _begun(desk)
    asked = await _deleted(desk)
    second = await _begun(desk)
    assert second.id != first.id
    assert second.title != first.title
    for line in ("nei, ikke nå", "nei"):
        await desk.say(KARI, line)
    before = (await desk.state(KARI)).concerns
    await desk.push(KARI, asked, desk.text("guide.delete_yes"))
    assert (await desk.state(KARI)).concerns == before
    await desk.press(KARI, "guide_summary", first.id)
    assert (await desk.state(KARI)).concerns == before


async def test_no_card_from_before_everything_was_deleted_opens_what_is_begun_after(desk: Desk) -> None:
    first = await _begun(desk)
    asked = await desk.say(KARI, "slett")
    await desk.press(KARI, "forget_yes")
    assert (await desk.state(KARI)).concerns == ()
    desk.clock.advance(minutes=5)
    await desk.open()
    second = await _begun(desk)
    assert second.id != first.id
    before = (await desk.state(KARI)).concerns
    for verb, id in (
        ("guide_answer", f"{first.id}.trygg_na.ja"),
        ("guide_resume", first.id),
        ("guide_change", f"{first.id}.trygg_na"),
        ("guide_summary", first.id),
        ("guide_delete", first.id),
    ):
        shown = desk.words(await desk.press(KARI, verb, id))
        assert second.title not in shown, verb
        assert (await desk.state(KARI)).concerns == before, verb
    await desk.push(KARI, asked, desk.text("guide.delete_yes"))
    assert (await desk.state(KARI)).concerns == before


async def _at_the_door(desk: Desk) -> Concern:
    """Go step for step through the door of a suspicion against one of the staff."""
    await desk.say(KARI, "ansatt")
    await desk.say(KARI, desk.text("guide.door_staff"))
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return concern


@pytest.mark.parametrize("is_deleted", [True, False])
async def test_no_old_card_of_a_door_answers_what_is_begun_after(desk: Desk, is_deleted: bool) -> None:
    first = await _at_the_door(desk)
    card = await desk.say(KARI, "tilbake")
    if is_deleted:
        await desk.say(KARI, "slett alt om meg")
        await desk.press(KARI, "forget_yes")
        await desk.open()
    desk.clock.advance(minutes=5)
    second = await _at_the_door(desk)
    before = (await desk.state(KARI)).concerns
    assert before == (second,), "there is one sitting at a time"
    (old,) = [one for one in card if isinstance(one, Card)]
    for button in old.buttons:
        if button.verb.startswith("guide_") and button.id:
            assert first.id in button.id
            said = desk.words(await desk.press(KARI, button.verb, button.id))
            assert said == desk.text("guide.old_concern"), button.verb
            assert (await desk.state(KARI)).concerns == before, button.verb


async def test_titles_go_round_and_are_free_again_after_all_the_others(desk: Desk) -> None:
    titles = []
    for _ in range(11):
        titles.append((await _begun(desk)).title)
        await _deleted(desk)
    assert len(set(titles[:10])) == 10
    assert titles[10] == titles[0]


def test_a_state_from_before_concerns_were_counted_goes_on_from_the_highest() -> None:
    kept = ConversationState(concerns=tuple(Concern(id, "", "bekymring", "1") for id in ("k3", "k1", "ovelse-merket")))
    assert kept.next_concern == 4
    assert kept.with_concern(Concern("k7-19c0", "", "bekymring", "1")).next_concern == 8
    assert kept.with_concern(Concern("k4", "", "bekymring", "1")).next_concern == 5
    assert ConversationState().next_concern == 1


async def test_the_title_of_a_concern_from_before_the_numbers_were_kept_is_not_given_again(desk: Desk) -> None:
    first = await _begun(desk)
    async with desk.store.unit_of_work() as uow:
        state = await uow.conversations.get(KARI, chat(KARI))
        old = replace(state.concerns[0], id="k1")
        before = replace(state, concerns=(old,), open_concern="k1", concerns_begun=0)
        await uow.conversations.save(KARI, chat(KARI), before)
        await uow.commit()
    await desk.press(KARI, "guide_delete_yes", "k1")
    assert (await desk.state(KARI)).concerns == ()
    assert (await _begun(desk)).title != first.title
