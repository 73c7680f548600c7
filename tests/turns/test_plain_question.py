"""What only sounds like danger is answered, with the numbers said first; in the middle of something, and in
a channel, the card comes as always."""

from __future__ import annotations

from tests.turns.desk import KARI, Desk, is_line, kinds

ASKED = "Kontaktlærer sendte meg en melding på privat mobil med fullt navn og det gutten hadde sagt om stefar."


async def test_a_plain_question_is_answered_with_the_numbers_said_first(desk: Desk) -> None:
    shown = await desk.say(KARI, ASKED)
    assert kinds(shown) == ["line", "answer"]
    assert is_line(shown[0], desk.text("acute.faint"))
    assert desk.library.knowledge.articles["taushetsplikt-epost-teams"].title in desk.words(shown)


async def test_in_the_middle_of_something_the_card_comes(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "acute" in kinds(await desk.say(KARI, ASKED))
