"""A case begins with the answers of a concern only where it is begun from that concern's outcome, and says whose they
are: the concern that was open last may be about another child."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import Concern
from bot.domain.reply import Card, Reply
from dialogs.as_text import all_buttons, inputs_of
from tests.fakes.knowledge import shelf
from tests.turns.desk import ABOUT, KARI, WORDS, Desk, chat, kinds

ANSWERS = (
    ("trygg_na", "nei"),
    ("grunn_til_a_tro", "nei"),
    ("hvor_langt", "niva_1"),
    ("om_barnet", {"alder": "13-15", "arena": "skole"}),
    ("hva_har_du_sett", {"tema": ["fravaer"]}),
    ("niva_1_plan", {"stafettpinne": "leder"}),
    ("provd", {"tiltak": ["samtaler"]}),
    ("trenger_mer", "ja"),
    ("samtykke", "anonymt"),
)


async def at_outcome(desk: Desk) -> Sequence[Reply]:
    """Show the outcome of a concern that has come to a case request."""
    guide = shelf().knowledge.guides["bekymring"]
    concern = Concern("k1", "Sak Blå", guide.id, guide.version, ANSWERS)
    async with desk.store.unit_of_work() as uow:
        state = await uow.conversations.get(KARI, chat(KARI))
        await uow.conversations.save(KARI, chat(KARI), state.with_concern(concern).in_dialog("guide"))
        await uow.commit()
    return await desk.press(KARI, "guide_resume", "k1")


def answered(shown: Sequence[Reply]) -> dict[str, str]:
    """Return what is filled in at step 1."""
    card = next(one for one in shown if isinstance(one, Card) and one.kind == "case_about")
    return {one.id: one.value for one in inputs_of(card.blocks) if one.value}


def case_button(shown: Sequence[Reply]) -> str:
    return next(one.title for reply in shown for one in all_buttons(reply) if one.verb == "menu_submit")


async def test_a_case_begun_from_an_outcome_has_its_answers_and_says_whose_they_are(desk: Desk) -> None:
    outcome = await at_outcome(desk)
    for shown in (await desk.push(KARI, outcome, case_button(outcome)), await _typed(desk, case_button(outcome))):
        assert answered(shown) == {"age": "13-15", "arena": "skole", "themes": "fravaer", "way": "anonymt"}
        assert "«Sak Blå»" in desk.words(shown)
    emptied = await desk.push(KARI, shown, desk.text("case.about_empty"))
    assert answered(emptied) == {}
    assert (await desk.state(KARI)).case.age == ""


async def _typed(desk: Desk, title: str) -> Sequence[Reply]:
    await at_outcome(desk)
    return await desk.say(KARI, title)


async def test_the_next_child_has_nothing_of_the_one_before(desk: Desk) -> None:
    await at_outcome(desk)
    await desk.say(KARI, "pause")
    desk.clock.advance(days=20)
    await desk.say(KARI, "hva er taushetsplikt?")
    assert answered(await desk.say(KARI, "drøft en sak")) == {}
    assert answered(await desk.press(KARI, "menu_submit")) == {}


async def test_nothing_is_filled_in_after_the_case_is_sent(desk: Desk) -> None:
    outcome = await at_outcome(desk)
    await desk.push(KARI, outcome, case_button(outcome))
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})
    last = await desk.press(KARI, "case_review", values=WORDS)
    assert "case_receipt" in kinds(await desk.push(KARI, last, desk.text("case.send")))
    assert answered(await desk.say(KARI, "drøft en sak")) == {}


async def test_a_draft_that_is_let_go_for_a_case_from_an_outcome_keeps_the_way_from_it(desk: Desk) -> None:
    await desk.to_confirm()
    outcome = await at_outcome(desk)
    offered = await desk.push(KARI, outcome, case_button(outcome))
    assert kinds(offered) == ["case_draft"]
    assert answered(await desk.push(KARI, offered, desk.text("case.draft_new")))["age"] == "13-15"
