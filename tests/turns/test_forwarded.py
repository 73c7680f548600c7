"""What somebody else wrote and comes along with a message is heard for danger and answered; it presses nothing."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card, Reply
from bot.domain.turn import Person, Place, Said
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


async def forward(
    desk: Desk, words: str, own: str = "", person: Person = KARI, place: Place | None = None
) -> list[Reply]:
    return await desk.take(person, Said(f"{own}\n{words}" if own else words, own=own), place)


async def test_a_forwarded_yes_deletes_nothing(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "slett alt")
    before = (await desk.state(KARI)).concerns
    await forward(desk, "Ja, slett alt")
    assert before
    assert (await desk.state(KARI)).concerns == before


@pytest.mark.parametrize("words", ["2", "nei", "Nei", "ja", "tilbake", "avbryt", "niv\u00e5 2"])
async def test_a_forwarded_word_answers_no_question_of_the_guide(desk: Desk, words: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = await desk.state(KARI)
    await forward(desk, words)
    after = await desk.state(KARI)
    assert (after.concerns, after.active) == (before.concerns, "guide")
    assert after.concern().answers == ()  # type: ignore[union-attr]


async def test_a_quoted_command_runs_nothing_in_a_channel(desk: Desk) -> None:
    hint = desk.text("start.channel_hint")
    for command in ("koble fra", "saker"):
        assert desk.words(await forward(desk, command, person=OLE, place=CHANNEL)) == hint
    own = await forward(desk, "hei", own="saker", person=OLE, place=CHANNEL)
    assert desk.words(own) != hint


@pytest.mark.parametrize("own", ["", "se her", "2", "hjelp"])
async def test_danger_in_what_comes_along_is_heard_first(desk: Desk, own: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await forward(desk, "Faren sl\u00e5r ham hver kveld.", own=own))[0] == "acute"


async def test_a_forwarded_question_is_answered_with_the_words_beside_it(desk: Desk) -> None:
    for own in ("", "hva svarer jeg p\u00e5 dette?"):
        shown = await forward(desk, "Hvor lenge varer taushetsplikten?", own=own)
        assert any(isinstance(one, Card) and one.kind in ("answer", "did_you_mean") for one in shown)


async def test_own_words_beside_what_comes_along_still_answer(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await forward(desk, "Kan du se p\u00e5 denne?", own="2")
    assert (await desk.state(KARI)).concern().answers  # type: ignore[union-attr]
