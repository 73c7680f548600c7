"""A form that a sign of danger stopped: typed words bring it back with what was written, and danger is heard anew."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from dialogs.as_text import inputs_of
from tests.turns.desk import KARI, WORDS, Desk, kinds


@pytest.mark.parametrize("said", ["fortsett", "nei", "det er ikke akutt", "ikke akutt"])
async def test_typed_words_bring_a_stopped_form_back_with_what_was_written(desk: Desk, said: str) -> None:
    await desk.to_form()
    hits = WORDS | {"seen": "Far slår barnet, sier Jonas.", "urgency": "haster", "risk": "rus"}
    shown = await desk.press(KARI, "case_review", values=hits)
    assert desk.text("acute.heard_in_form_kept") in desk.words(shown)
    assert not desk.store.data.cases
    again = await desk.say(KARI, said)
    assert kinds(again) == ["line", "line", "case_form"]
    assert desk.text("case.form_back") in desk.words(again)
    assert desk.text("acute.went_on_form") in desk.words(again), "it is to be reported, not discussed"
    form = again[-1]
    assert isinstance(form, Card)
    values = {one.id: one.value for one in inputs_of(form.blocks)}
    assert values == values | WORDS | {"seen": "Far slår barnet, sier [barnet].", "urgency": "haster", "risk": "rus"}
    assert kinds(await desk.press(KARI, "case_review", values=values)) == ["case_confirm"], "it is answered"


async def test_a_stopped_form_taken_up_by_another_way_is_heard_for_danger_again(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=WORDS | {"seen": "Far slår barnet."})
    shown = await desk.press(KARI, "case_go_on")
    assert kinds(shown) == ["line", "case_form"], "never straight to the card that sends"
    values = {one.id: one.value for card in shown if isinstance(card, Card) for one in inputs_of(card.blocks)}
    assert kinds(await desk.press(KARI, "case_review", values=values)) == ["acute"]


async def test_nothing_is_kept_of_a_stopped_form_that_may_not_be_kept(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values={"seen": "Far slår barnet."})
    assert desk.text("acute.heard_in_form") in desk.words(shown), "fields are missing: it has not been checked"
    assert (await desk.state(KARI)).case_draft is None
    await desk.say(KARI, "avbryt")
    case = await desk.sent()
    await desk.press(KARI, "my_add_send", case.id, {"text": "Barnet sier at far slår."})
    assert (await desk.state(KARI)).case_draft is None


FOUND = WORDS | {"seen": "Noen slår, sier Jonas."}
MENDED = WORDS | {"seen": "Noen slår, sier [barnet]."}


async def _looked_over(desk: Desk) -> None:
    """Press «Se over» on a text with a name and a faint sign of danger."""
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=FOUND)
    assert kinds(shown) == ["case_review", "line"]
    assert desk.text("acute.faint") in desk.words(shown)


@pytest.mark.parametrize("said", ["fortsett", "tilbake", "Endre teksten selv", "2"])
async def test_typed_words_at_the_findings_show_the_form_with_what_was_written(desk: Desk, said: str) -> None:
    await _looked_over(desk)
    shown = await desk.say(KARI, said)
    form = shown[-1]
    assert isinstance(form, Card)
    values = {one.id: one.value for one in inputs_of(form.blocks)}
    assert values == values | MENDED


@pytest.mark.parametrize("said", ["Bruk forslagene", "1"])
async def test_the_suggestions_can_be_used_by_typing(desk: Desk, said: str) -> None:
    await _looked_over(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_confirm"]
    assert MENDED["seen"] in desk.words(shown)
    assert not desk.store.data.cases, "the last yes is still to be said"


async def test_a_text_that_still_points_to_somebody_is_kept_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dialogs.cases.review._with_suggestions", lambda *_: None)
    await desk.to_form()
    assert kinds(await desk.press(KARI, "case_review", values=FOUND))[:1] == ["case_review"]
    assert (await desk.state(KARI)).case_draft is None
    assert desk.words(await desk.say(KARI, "1")) == desk.text("case.only_on_card")
    assert desk.words(await desk.say(KARI, "tilbake")) == desk.text("case.back_from_review")


async def test_what_is_asked_in_the_introduction_is_asked_again_after_the_acute_card(desk: Desk) -> None:
    await desk.say(KARI, "ny her")
    await desk.say(KARI, "1")
    asked = await desk.say(KARI, "1")
    assert kinds(asked) == ["course_quiz"]
    await desk.say(KARI, "far slår barnet")
    again = await desk.say(KARI, "fortsett")
    assert kinds(again) == ["line", "course_quiz"]
    assert desk.words(again[-1:]) == desk.words(asked)
