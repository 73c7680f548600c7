"""Who asks what a question of the guide means gets it explained, and is still asked it."""

from __future__ import annotations

import pytest

from bot.content.texts import load_texts
from dialogs.by_words import words_of
from dialogs.guide.asked_beside import asks_what_is_meant
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import KARI, Desk, kinds

TEXTS = load_texts(KNOWLEDGE)


@pytest.mark.parametrize(
    "said",
    [
        "hva betyr det",
        "Hva betyr det?",
        "ka betyr det",
        "hva mener du",
        "forstår ikke spørsmålet",
        "jeg skjønner ikke hva det betyr",
        "vet ikke hva det betyr",
        "hva er det dere spør om",
        "i dont understand the question",
    ],
)
async def test_the_question_is_explained_and_stays(desk: Desk, said: str) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    place = (await desk.state(KARI)).concern()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert desk.text("guide.explained_unsure", answer="Jeg er usikker") in desk.words(shown)
    assert desk.text("guide.count_as_yes") in desk.words(shown)
    assert (await desk.state(KARI)).concern() == place


async def test_an_answer_that_waits_for_a_yes_waits_no_longer(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei tror ikke det", "hva betyr det"):
        await desk.say(KARI, said)
    assert kinds(await desk.say(KARI, "ja")) == ["guide_outcome"]


@pytest.mark.parametrize(
    "said",
    [
        "hva betyr grunn til å tro",
        "han forstår ikke spørsmålet",
        "mor skjønner ikke hva vi mener",
        "jeg forstår",
        "vet ikke",
        "hva",
        "",
    ],
)
def test_who_names_something_or_is_only_in_doubt_asks_for_no_explanation(said: str) -> None:
    assert not asks_what_is_meant(words_of(said), TEXTS)
