"""An earlier case its sender links is shown wherever the link is, is taken away again, and leaves nobody stuck."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.case import Case
from bot.domain.reply import Card, Reply
from dialogs.as_text import inputs_of
from dialogs.cases.gate import EARLIER, NO
from tests.cases.test_gate import DONE, at_gate
from tests.turns.desk import KARI, WORDS, Desk, kinds


async def _linked(desk: Desk) -> tuple[Case, list[Reply]]:
    """Go to the form of a case that is linked to the case before it."""
    earlier = await desk.sent()
    await at_gate(desk)
    shown = await desk.press(KARI, "case_gate", NO, {**DONE, EARLIER: earlier.code})
    assert (await desk.state(KARI)).case.follows == earlier.code
    return earlier, shown


def _earlier_in(shown: Sequence[Reply]) -> str:
    """Return what stands in the field for the earlier code."""
    cards = [one for one in shown if isinstance(one, Card)]
    return next(one.value for card in cards for one in inputs_of(card.blocks) if one.id == EARLIER)


async def _newest(desk: Desk, earlier: Case) -> Case:
    return next(one for one in await desk.cases_of(KARI) if one.id != earlier.id)


async def test_the_link_is_shown_at_the_gate_and_before_the_case_is_sent(desk: Desk) -> None:
    earlier, form = await _linked(desk)
    assert _earlier_in(await desk.push(KARI, form, desk.text("common.back"))) == earlier.code
    await desk.press(KARI, "case_gate", NO, {**DONE, EARLIER: earlier.code})
    last = await desk.press(KARI, "case_review", values=WORDS)
    assert kinds(last) == ["case_confirm"]
    assert earlier.code in desk.words(last)
    await desk.push(KARI, last, desk.text("case.send"))
    assert (await _newest(desk, earlier)).follows == earlier.code


async def test_a_link_is_taken_away_where_its_field_is_emptied(desk: Desk) -> None:
    earlier, form = await _linked(desk)
    await desk.press(KARI, "case_review", values=WORDS)  # kept as a draft, with the link
    await desk.push(KARI, form, desk.text("common.back"))
    await desk.press(KARI, "case_gate", NO, DONE)
    draft = (await desk.state(KARI)).case_draft
    assert draft is None or draft.data.follows == "", "what is taken up again is not linked either"
    last = await desk.press(KARI, "case_review", values=WORDS)
    assert earlier.code not in desk.words(last)
    await desk.push(KARI, last, desk.text("case.send"))
    assert (await _newest(desk, earlier)).follows == ""


async def test_a_typed_answer_leaves_the_link_as_the_field_shows_it(desk: Desk) -> None:
    earlier, form = await _linked(desk)
    await desk.push(KARI, form, desk.text("common.back"))
    assert kinds(await desk.say(KARI, desk.text("case.gate_all_no"))) == ["case_form"]
    assert (await desk.state(KARI)).case.follows == earlier.code


async def test_a_case_is_sent_also_when_the_one_it_is_linked_to_is_gone(desk: Desk) -> None:
    earlier, _ = await _linked(desk)
    last = await desk.press(KARI, "case_review", values=WORDS)
    async with desk.store.unit_of_work() as uow:
        await uow.retention.forget_requester(earlier.id)
        await uow.commit()
    shown = await desk.push(KARI, last, desk.text("case.send"))
    assert "case_receipt" in kinds(shown)
    assert desk.text("case.sent_unlinked", code=earlier.code) in desk.words(shown)
    (case,) = await desk.cases_of(KARI)
    assert (case.follows, case.told) == ("", ())
