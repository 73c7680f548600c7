"""What was shown of one text says nothing of another: a send counts only for findings that stood on its own card."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.domain.case import Case
from bot.domain.reply import Reply
from bot.domain.turn import Person
from dialogs.checked_text import LISTED, SHOWN
from tests.turns.desk import CHANNEL, KARI, OLE, WORDS, Desk, carried, kinds
from tests.turns.test_guarded_texts import ANSWER, everything_kept

FIRST = "Han spiller fotball på Hegra."
OTHER = "Faren er lensmann i Selbu og moren er prest. Barnet er stille. Han har Downs syndrom."
SAID_ONLY_THERE = ("lensmann", "Selbu", "prest", "Downs")


async def claimed(desk: Desk) -> Case:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier barnet?"}, place=CHANNEL)
    return case


def left(shown: list[Reply], verb: str) -> dict[str, str]:
    """Return what the send button of the card brings along, with the field for what to keep left empty."""
    return {"keep": "", **carried(shown, verb)}


PLACES = [
    ("my_add_send", "text", {}, KARI),
    ("my_reply_send", "text", {}, KARI),
    ("my_renew_send", "seen", WORDS, KARI),
    ("case_ask_send", "question", {}, OLE),
    ("case_answer_send", "advice", ANSWER, OLE),
    ("pass_send", "asked", {}, KARI),
]


@pytest.mark.parametrize(("verb", "field", "rest", "person"), PLACES)
async def test_another_text_is_shown_with_its_own_findings_first(
    desk: Desk, verb: str, field: str, rest: Mapping[str, str], person: Person
) -> None:
    case = await claimed(desk)
    where = CHANNEL if person is OLE else None
    shown = await desk.press(person, verb, case.id, {**rest, field: FIRST}, where)
    again = await desk.press(person, verb, case.id, {**rest, **left(shown, verb), field: OTHER}, where)
    assert kinds(again) == kinds(shown)
    assert [one for one in SAID_ONLY_THERE if one in everything_kept(desk)] == []
    assert "stille" in desk.words(again)
    sent = await desk.press(person, verb, case.id, {**rest, **left(again, verb), field: OTHER}, where)
    assert kinds(sent) != kinds(shown)


@pytest.mark.parametrize(("verb", "field", "rest", "person"), PLACES)
async def test_the_text_that_was_shown_can_be_sent_also_with_other_words_around(
    desk: Desk, verb: str, field: str, rest: Mapping[str, str], person: Person
) -> None:
    case = await claimed(desk)
    where = CHANNEL if person is OLE else None
    shown = await desk.press(person, verb, case.id, {**rest, field: OTHER}, where)
    mended = OTHER.replace("Barnet er stille.", "Barnet er trist.")
    sent = await desk.press(person, verb, case.id, {**rest, **left(shown, verb), field: mended}, where)
    assert kinds(sent) != kinds(shown)


async def test_an_empty_field_for_what_to_keep_is_no_sign_that_anything_was_shown(desk: Desk) -> None:
    case = await claimed(desk)
    shown = await desk.press(KARI, "my_add_send", case.id, {"text": OTHER, "keep": ""})
    assert kinds(shown) == ["my_add"]
    assert "lensmann" not in everything_kept(desk)


async def test_a_question_that_was_empty_once_is_no_question_that_was_shown(desk: Desk) -> None:
    shown = await desk.press(KARI, "pass_send", values={"asked": " "})
    await desk.press(KARI, "pass_send", values={**left(shown, "pass_send"), "asked": OTHER})
    assert "lensmann" not in everything_kept(desk)


async def test_a_name_stops_the_text_though_its_word_was_shown(desk: Desk) -> None:
    case = await claimed(desk)
    said = "Torgeir Kvernmo kommer sent."
    shown = await desk.press(KARI, "my_add_send", case.id, {"text": said})
    again = await desk.press(KARI, "my_add_send", case.id, {**left(shown, "my_add_send"), "text": said})
    assert kinds(again) == ["my_add"]
    assert "Kvernmo" not in everything_kept(desk)


async def test_more_findings_than_a_card_lists_are_all_named_in_the_field_for_what_to_keep(desk: Desk) -> None:
    case = await claimed(desk)
    lands = ("Syria", "Eritrea", "Somalia", "Polen", "Irak", "Iran", "Tyrkia", "Litauen", "Sudan", "Etiopia", "Ukraina")
    said = " ".join(f"De har bodd i {land}." for land in lands)
    shown = await desk.press(KARI, "my_add_send", case.id, {"text": said})
    assert len(left(shown, "my_add_send")[SHOWN].split(",")) > LISTED
    sent = await desk.press(KARI, "my_add_send", case.id, {**left(shown, "my_add_send"), "text": said})
    assert kinds(sent) != ["my_add"]


async def test_the_new_text_is_sent_from_the_card_that_shows_it(desk: Desk) -> None:
    case = await desk.sent()
    values = {**WORDS, "seen": OTHER}
    shown = await desk.press(KARI, "my_renew_send", case.id, values)
    confirm = await desk.press(KARI, "my_renew_send", case.id, {**values, **left(shown, "my_renew_send")})
    assert kinds(confirm) == ["my_renew_confirm"]
    await desk.press(KARI, "my_renew_yes", case.id, left(confirm, "my_renew_yes"))
    assert "lensmann" in everything_kept(desk)
