"""A form that a sign of danger stopped: typed words bring it back with what was written, and danger is heard anew."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from bot.domain.turn import Pressed
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


OLD = WORDS | {"seen": "Gammel tekst."}


async def _found_too_narrow(desk: Desk) -> None:
    """See the whole text, and want it coarser."""
    await desk.to_form()
    confirm = await desk.press(KARI, "case_review", values=OLD)
    assert kinds(confirm) == ["case_confirm"]
    assert kinds(await desk.push(KARI, confirm, desk.text("case.coarser")))[-1] == "case_form"


async def _never_sent(desk: Desk) -> None:
    """Type the last yes: nothing is sent."""
    await desk.say(KARI, "ja, send")
    await desk.say(KARI, "send")
    assert not desk.store.data.cases


@pytest.mark.parametrize(
    "newer", [{"seen": "Ny tekst. Far slår barnet.", "child": ""}, {"seen": ""}], ids=["danger", "a field is missing"]
)
async def test_a_text_found_too_narrow_does_not_come_back_once_a_newer_one_was_written(
    desk: Desk, newer: dict[str, str]
) -> None:
    await _found_too_narrow(desk)
    shown = await desk.press(KARI, "case_review", values=OLD | newer)
    assert desk.text("acute.heard_in_form_kept") not in desk.words(shown)
    assert (await desk.state(KARI)).case_draft is None
    again = await desk.say(KARI, "fortsett")
    assert OLD["seen"] not in desk.words(again)
    assert "case_confirm" not in kinds(again)
    await _never_sent(desk)


async def test_a_text_found_too_narrow_comes_back_as_a_form_and_cannot_be_sent_from_there(desk: Desk) -> None:
    await _found_too_narrow(desk)
    await desk.say(KARI, "hva er taushetsplikt?")
    again = await desk.say(KARI, "fortsett")
    form = again[-1]
    assert isinstance(form, Card)
    assert form.kind == "case_form"
    assert {one.id: one.value for one in inputs_of(form.blocks)}["seen"] == OLD["seen"], "to be made coarser"
    await _never_sent(desk)


@pytest.mark.parametrize("said", ["case_send", "case_use"])
async def test_what_is_typed_never_skips_the_card_that_shows_the_whole_text(desk: Desk, said: str) -> None:
    await _found_too_narrow(desk)
    shown = await desk.take(KARI, Pressed(said))
    assert kinds(shown) == ["case_form"]
    assert not desk.store.data.cases


async def test_the_suggestions_are_never_put_into_an_older_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await _found_too_narrow(desk)
    with monkeypatch.context() as broken:
        broken.setattr("dialogs.cases.review._with_suggestions", lambda *_: None)
        assert kinds(await desk.press(KARI, "case_review", values=FOUND))[:1] == ["case_review"]
    assert desk.words(await desk.say(KARI, "Bruk forslagene")) == desk.text("case.only_on_card")
    await _never_sent(desk)


async def test_a_text_that_may_not_be_sent_after_all_takes_the_older_one_with_it(desk: Desk) -> None:
    await desk.to_form()
    confirm = await desk.press(KARI, "case_review", values=OLD)
    assert kinds(confirm) == ["case_confirm"]
    case = (await desk.state(KARI)).data["submission"]
    assert kinds(await desk.press(KARI, "case_send", str(case), FOUND))[:1] == ["case_review"]
    assert (await desk.state(KARI)).case_draft is None
    await _never_sent(desk)


async def test_when_the_text_cannot_be_checked_nothing_is_kept_as_the_bot_says(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _looked_over(desk)
    assert (await desk.state(KARI)).case_draft is not None
    monkeypatch.setattr("dialogs.cases.review._with_suggestions", lambda *_: None)
    assert desk.words(await desk.say(KARI, "Bruk forslagene")) == desk.text("case.check_failed")
    assert (await desk.state(KARI)).case_draft is None


async def test_the_newer_text_is_sent_as_it_was_shown(desk: Desk) -> None:
    await _found_too_narrow(desk)
    confirm = await desk.press(KARI, "case_review", values=OLD | {"seen": "Ny tekst."})
    assert kinds(confirm) == ["case_confirm"]
    assert "Ny tekst." in desk.words(confirm)
    await desk.say(KARI, "ja, send")
    (case,) = await desk.cases_of(KARI)
    assert case.text is not None
    assert case.text.seen == "Ny tekst."


async def test_what_is_asked_in_the_introduction_is_asked_again_after_the_acute_card(desk: Desk) -> None:
    await desk.say(KARI, "ny her")
    await desk.say(KARI, "1")
    asked = await desk.say(KARI, "1")
    assert kinds(asked) == ["course_quiz"]
    await desk.say(KARI, "far slår barnet")
    again = await desk.say(KARI, "fortsett")
    assert kinds(again) == ["line", "course_quiz"]
    assert desk.words(again[-1:]) == desk.words(asked)
