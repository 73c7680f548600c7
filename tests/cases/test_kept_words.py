"""«Behold» puts a word back into a text whose suggestion took it out, and the form shows it before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import pytest

from bot.domain.case import Case
from bot.domain.reply import Card, ChoiceInput
from bot.domain.turn import Person
from dialogs.as_text import inputs_of
from tests.cases.test_shown_findings import PLACES, claimed
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, carried, kinds

WRITTEN = "Jonas kommer sent. Leser Viktor."
FORMS = [one for one in PLACES if one[0] != "pass_send"]


def field_of(shown: Card, name: str) -> str:
    return next(one.value for one in inputs_of(shown.blocks) if one.id == name)


def choice(shown: Card, word: str) -> str:
    (keep,) = [one for one in inputs_of(shown.blocks) if isinstance(one, ChoiceInput) and one.id == "keep"]
    return next(one.value for one in keep.choices if one.title.startswith(word))


async def sent_texts(desk: Desk, case: Case) -> str:
    kept = await desk.case(case.id)
    texts = (asdict(one) for one in (kept.text, kept.answer) if one is not None)
    return f"{list(texts)}{[one.text for one in kept.messages]}"


@pytest.mark.parametrize(("verb", "field", "rest", "person"), FORMS)
async def test_a_word_that_is_kept_stands_in_the_text_again_before_it_is_sent(
    desk: Desk, verb: str, field: str, rest: Mapping[str, str], person: Person
) -> None:
    case = await (desk.sent() if verb == "my_renew_send" else claimed(desk))
    where = CHANNEL if person is OLE else None
    (shown, *_) = await desk.press(person, verb, case.id, {**rest, field: WRITTEN}, where)
    assert isinstance(shown, Card)
    suggested = field_of(shown, field)
    assert "Viktor" not in suggested
    ticked = {**rest, **carried([shown], verb), field: suggested, "keep": choice(shown, "Viktor")}
    (again, *_) = await desk.press(person, verb, case.id, ticked, where)
    assert isinstance(again, Card)
    assert again.kind == shown.kind
    assert "Viktor" in field_of(again, field)
    assert "Jonas" not in field_of(again, field), "only what is ticked comes back"
    assert desk.text("case.keep_put_back") in desk.words([again])
    assert "Viktor" not in await sent_texts(desk, case)
    last = {**rest, **carried([again], verb), field: field_of(again, field), "keep": choice(again, "Viktor")}
    done = await desk.press(person, verb, case.id, last, where)
    if kinds(done) == ["my_renew_confirm"]:
        done = await desk.push(person, done, desk.text("case.send"))
    text = await sent_texts(desk, case)
    assert "Viktor" in text
    assert "Jonas" not in text


@pytest.mark.parametrize(
    ("word", "own"),
    [
        ("Viktor", "Kommer sent, og leser en bok."),
        ("Viktor", "Kommer sent, og leser viktoriansk lyrikk."),
        ("Liv", "Kommer sent. Livet er tungt."),
        ("Liv", "Kommer sent. Har det vanskelig i friminuttlivet."),
    ],
)
async def test_a_text_that_was_changed_by_hand_is_kept_and_the_word_is_asked_for(
    desk: Desk, word: str, own: str
) -> None:
    case = await claimed(desk)
    (shown,) = await desk.press(KARI, "my_add_send", case.id, {"text": f"Jonas kommer sent. Leser {word}."})
    assert isinstance(shown, Card)
    ticked = {**carried([shown], "my_add_send"), "text": own, "keep": choice(shown, word)}
    (again,) = await desk.press(KARI, "my_add_send", case.id, ticked)
    assert isinstance(again, Card)
    assert field_of(again, "text") == own
    assert desk.text("case.keep_write_back") in desk.words([again])
    written = {**carried([again], "my_add_send"), "text": f"Kommer sent, og leser {word}.", "keep": ticked["keep"]}
    await desk.press(KARI, "my_add_send", case.id, written)
    assert f"leser {word}" in await sent_texts(desk, case)


async def test_a_text_without_the_word_is_sent_when_nothing_is_ticked(desk: Desk) -> None:
    case = await claimed(desk)
    (shown,) = await desk.press(KARI, "my_add_send", case.id, {"text": WRITTEN})
    assert isinstance(shown, Card)
    await desk.press(KARI, "my_add_send", case.id, carried([shown], "my_add_send") | {"text": field_of(shown, "text")})
    assert "kommer sent" in (await sent_texts(desk, case)).lower()
    assert "Viktor" not in await sent_texts(desk, case)
