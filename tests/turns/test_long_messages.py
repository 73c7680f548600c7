"""However long a message is, and of whatever it is made, nobody waits for it: a turn is taken on the loop of all."""

from __future__ import annotations

import time

import pytest

from tests.turns.desk import KARI, Desk

LONG = 8_000
"""Characters. Teams takes some 28 000; what goes over a text again and again shows in fewer."""
BITS = (
    " ", "\n", ".", ", ", "nei ", "ja, ", "a", "1", "1 ", "12 år ", "vent, ", "Alder: ", " · ", "«", "oi ", "ikke ",
    "å å ",
    "kl. 1", "1.1. ", "er det ", "jeg har sett ", "hvem kan ", "bekymra ", "æ", "-", "- a\n", "§ 1 ", "?", "! ",
    "melde ",
    "hei du, ", "mor sier at ", "1 nei 2 ",
)  # fmt: skip
PLACES: dict[str, tuple[str, ...]] = {
    "at the menu": (),
    "at a checklist": ("jeg er bekymret", "nei, ikke nå", "nei", "1"),
    "at the first step of a case": ("drøft en sak",),
    "below an answer": ("hva er meldeplikt?",),
}
SECONDS = 2.0
"""Of the processor for one message: some ten times what the slowest takes. A pattern that goes over a text again for
every sign of it, or in every way it can be cut, takes minutes."""


@pytest.mark.parametrize("place", PLACES)
async def test_no_message_is_slow_to_read(desk: Desk, place: str) -> None:
    for said in PLACES[place]:
        await desk.say(KARI, said)
    for bit in BITS:
        began = time.process_time()
        assert await desk.say(KARI, (bit * LONG)[:LONG] + "x")
        assert time.process_time() - began < SECONDS, repr(bit)
