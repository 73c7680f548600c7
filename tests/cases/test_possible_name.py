"""A word that may be a name gives a question in the review, and a warning, never a stop, in every other text."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reply import Card, ChoiceInput, Reply
from dialogs.as_text import inputs_of
from tests.turns.desk import CHANNEL, KARI, OLE, WORDS, Desk, carried, kinds

SAID = WORDS | {"seen": "knerten har mista en tann og er kjempestolt"}


def choice_of(shown: Sequence[Reply]) -> ChoiceInput:
    """Return the field for words that are to be kept."""
    (card,) = shown
    assert isinstance(card, Card)
    (keep,) = [one for one in inputs_of(card.blocks) if isinstance(one, ChoiceInput)]
    return keep


async def test_the_review_asks_whether_the_word_is_a_name_and_proposes_another(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=SAID)
    assert kinds(shown) == ["case_review"]
    words = desk.words(shown)
    assert "Kan dette være et navn?" in words
    assert "Forslag: [en person]. Ordet står der et navn pleier å stå." in words
    assert "Bør bort" not in words
    keep = choice_of(shown)
    assert [one.title for one in keep.choices] == ["knerten – ikke en person"]


async def test_with_the_suggestion_the_word_is_gone(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.push(KARI, await desk.press(KARI, "case_review", values=SAID), desk.text("case.use"))
    assert kinds(shown) == ["case_confirm"]
    assert "[En person] har mista en tann" in desk.words(shown)
    assert "knerten" not in desk.words(shown)


async def test_not_a_person_keeps_the_word_and_says_nothing_of_being_recognised(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=SAID)
    chosen = SAID | {"keep": choice_of(shown).choices[0].value}
    after = await desk.press(KARI, "case_use", values=chosen)
    assert kinds(after) == ["case_confirm"]
    assert "knerten har mista" in desk.words(after)
    assert desk.text("case.confirm_quasi") not in desk.words(after)


async def test_a_question_of_the_team_is_shown_once_and_can_then_be_sent(desk: Desk) -> None:
    case = await desk.taken()
    question = {"question": "Hvordan går det? knerten har mista en tann"}
    shown = await desk.press(OLE, "case_ask_send", case.id, question, place=CHANNEL)
    assert desk.text("team.names_found_maybe") in desk.words(shown)
    assert desk.text("case.may_be_a_name") in desk.words(shown)
    await desk.press(OLE, "case_ask_send", case.id, question | carried(shown, "case_ask_send"), place=CHANNEL)
    assert [one.text for one in (await desk.case(case.id)).messages] == [question["question"]]


async def test_what_only_may_be_a_name_is_not_said_to_have_to_go_beside_what_must(desk: Desk) -> None:
    case = await desk.taken()
    question = {"question": "Hva sier Emil? knerten har mista en tann"}
    shown = await desk.press(OLE, "case_ask_send", case.id, question, place=CHANNEL)
    assert desk.text("team.names_found", what=desk.text("findings.navn")) in desk.words(shown)


async def test_the_title_of_the_review_says_no_more_than_that_a_word_may_be_a_name(desk: Desk) -> None:
    await desk.to_form()
    (shown,) = await desk.press(KARI, "case_review", values=SAID)
    assert isinstance(shown, Card)
    assert shown.title == desk.text("case.review_title_name_one")
