"""What was written lies on the card until its writer has seen it checked; an older text never takes its place."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from bot.domain.turn import Pressed
from dialogs.as_text import inputs_of
from tests.turns.desk import KARI, WORDS, Desk, kinds


@pytest.mark.parametrize("said", ["fortsett", "nei", "det er ikke akutt", "ikke akutt"])
async def test_a_form_that_danger_stopped_lies_on_the_card_only_and_typed_words_say_so(desk: Desk, said: str) -> None:
    await desk.to_form()
    hits = WORDS | {"seen": "Far slår barnet, sier Jonas."}
    shown = await desk.press(KARI, "case_review", values=hits)
    assert desk.text("acute.heard_in_form") in desk.words(shown)
    assert (await desk.state(KARI)).case_draft is None, "nobody has seen it as it would be sent"
    again = await desk.say(KARI, said)
    assert desk.text("case.only_on_card") in desk.words(again)
    assert f"«{desk.text('acute.not_acute')}»" in desk.words(again)
    assert "case_form" not in kinds(again), "an empty form would look like a lost text"
    after = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert "Far slår barnet" in desk.words(after), "the button on the card has it"


async def test_a_form_in_which_parents_fight_is_stopped_as_in_the_chat(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(
        KARI, "case_review", values=WORDS | {"seen": "Barnet er lei seg. Foreldrene slåss hver helg."}
    )
    assert kinds(shown) == ["acute"]
    assert not desk.store.data.cases


async def test_ones_own_danger_in_a_form_is_met_as_a_person_and_the_form_lies_on_the_card(desk: Desk) -> None:
    await desk.to_form()
    mine = WORDS | {"seen": "Mye borte fra skolen. Mannen min slår meg."}
    shown = await desk.press(KARI, "case_review", values=mine)
    assert kinds(shown) == ["acute"]
    assert desk.text("acute.own_hit") in desk.words(shown)
    after = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert "Mye borte fra skolen" in desk.words(after)


async def test_a_parents_words_in_a_form_are_no_danger_of_ones_own(desk: Desk) -> None:
    await desk.to_form()
    theirs = WORDS | {"seen": "Mor ringte i går. Mannen min slår meg og barna."}
    shown = desk.words(await desk.press(KARI, "case_review", values=theirs))
    assert desk.text("acute.heard_in_form") in shown
    assert desk.text("acute.own_child") not in shown


FOUND = WORDS | {"seen": "Noen skubber, sier Jonas."}


async def _looked_over(desk: Desk) -> None:
    """Press «Se over» on a text with a name and a faint sign of danger."""
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=FOUND)
    assert kinds(shown) == ["case_review", "line"]
    assert desk.text("acute.faint") in desk.words(shown)


@pytest.mark.parametrize("said", ["fortsett", "tilbake", "Endre teksten selv", "2", "Bruk forslagene", "1"])
async def test_a_text_with_findings_lies_on_the_card_only_and_typed_words_say_so(desk: Desk, said: str) -> None:
    await _looked_over(desk)
    assert (await desk.state(KARI)).case_draft is None
    again = desk.words(await desk.say(KARI, said))
    assert desk.text("case.only_on_card") in again or desk.text("case.back_from_review") in again
    assert not desk.store.data.cases


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
    await desk.press(KARI, "case_review", values=OLD | newer)
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
