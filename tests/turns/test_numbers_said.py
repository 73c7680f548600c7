"""A number with a word beside it chooses as a number alone does, and a number that was meant instead is found again."""

from __future__ import annotations

import pytest

from bot.content.texts import load_texts
from bot.domain.reply import Card, Reply
from dialogs.by_words import numbers_said
from tests.each import each
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import KARI, Desk, kinds

TEXTS = load_texts(KNOWLEDGE)
ASKED = "hvem har meldeplikt"


def title(shown: list[Reply]) -> str:
    card = shown[-1]
    assert isinstance(card, Card)
    return card.title


@each(
    ("said", "numbers"),
    [
        ("2 takk", (2,)),
        ("nummer 2", (2,)),
        ("nr. 2", (2,)),
        ("nummer to", (2,)),
        ("jeg tar 2", (2,)),
        ("æ vil ha 3", (3,)),
        ("toer", (2,)),
        ("treeren takk", (3,)),
        ("nei jeg mente 1", (1,)),
        ("nei vent, mente to", (2,)),
        ("æ trykte feil, mente 3", (3,)),
        ("feil, skulle vært 2", (2,)),
        ("1 og 2", (1, 2)),
        ("1, 3 takk", (1, 3)),
        ("2", ()),
        ("to", ()),
        ("en takk", ()),
        ("1.2", ()),
        ("alle 2", ()),
        ("de 2", ()),
        ("vi er på nivå 2", ()),
        ("i 2 uker", ()),
        ("nei, 2", ()),
        ("hun har 2 søsken", ()),
        ("jeg mente han på 2", ()),
        ("jeg tar 2 barn", ()),
        ("takk for det", ()),
        ("nummer", ()),
        ("9" * 5000 + " takk", ()),
    ],
)
def test_a_number_is_chosen_when_only_small_words_stand_beside_it(said: str, numbers: tuple[int, ...]) -> None:
    assert numbers_said(said, TEXTS) == numbers


@pytest.mark.parametrize("said", ["2 takk", "nummer 2", "nr 2", "jeg tar 2", "toer", "nei jeg mente 2", "mente 2"])
async def test_a_number_with_a_word_beside_it_opens_that_number_of_the_answer(desk: Desk, said: str) -> None:
    await desk.say(KARI, ASKED)
    wanted = title(await desk.say(KARI, "2"))
    await desk.say(KARI, ASKED)
    assert title(await desk.say(KARI, said)) == wanted


async def test_of_two_numbers_the_first_is_taken_and_the_other_is_said_to_be_there_still(desk: Desk) -> None:
    await desk.say(KARI, ASKED)
    second = (await desk.state(KARI)).shown[1].title
    shown = await desk.say(KARI, "1 og 2")
    assert kinds(shown)[0] == "line"
    assert f"«{second}» kan du fortsatt velge" in desk.words(shown[:1])
    assert "article_more" not in {one.verb for one in (await desk.state(KARI)).shown}, "the first is open"


async def test_a_number_that_was_meant_instead_is_looked_for_on_the_card_it_was_read_on(desk: Desk) -> None:
    await desk.say(KARI, ASKED)
    wanted = [title(await desk.say(KARI, number)) for number in ("2",)]
    await desk.say(KARI, ASKED)
    third = (await desk.state(KARI)).shown[2]
    await desk.say(KARI, "1")
    assert [title(await desk.say(KARI, "nei jeg mente 2"))] == wanted
    await desk.say(KARI, "nei, mente 3")
    assert (await desk.state(KARI)).last_article == third.id, "and once more"
    before = await desk.state(KARI)
    await desk.say(KARI, "hva er taushetsplikt")
    assert (await desk.state(KARI)).shown_before == ()
    assert before.shown_before


async def test_an_answer_of_the_guide_that_was_not_meant_is_asked_about_and_not_changed_by_itself(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    before = await desk.state(KARI)
    assert kinds(await desk.say(KARI, "nei jeg mente 1")) == ["guide_offer_change"]
    assert (await desk.state(KARI)).concerns == before.concerns


async def test_two_numbers_are_no_answer_of_the_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "1 og 2")
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.answers == ()


async def test_a_number_that_nothing_has_is_said_to_choose_nothing(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "nummer 9")) == kinds(await desk.say(KARI, "9"))


@pytest.mark.parametrize("said", ["nei jeg mente 2", "2 takk", "toeren"])
async def test_nothing_that_cannot_be_taken_back_is_done_by_a_number_with_words_beside_it(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "slett")
    await desk.say(KARI, said)
    await desk.say(KARI, "slett")
    await desk.say(KARI, "1")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).concerns


async def test_danger_is_heard_before_a_number(desk: Desk) -> None:
    await desk.say(KARI, ASKED)
    assert kinds(await desk.say(KARI, "nei jeg mente at pappa slår ham, 2"))[:1] == ["acute"]


@pytest.mark.parametrize("said", ["nei takk", "nei, takk!"])
async def test_no_thanks_to_what_may_be_meant_ends_it(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, "taushetsplikten når foreldre spør")
    shown = shown if kinds(shown) == ["did_you_mean"] else await desk.say(KARI, "foreldre barn skole")
    assert kinds(shown) == ["did_you_mean"]
    assert desk.words(await desk.say(KARI, said)) == desk.text("answers.small_ok")


@pytest.mark.parametrize("said", ["1 takk", "jeg tar 1", "nummer 1", "nei jeg mente 1", "1 og 2"])
async def test_no_number_with_words_carries_a_case_past_the_duty_to_report(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).data["step"] == "gate"


async def test_no_number_that_was_meant_instead_takes_back_a_yes_to_the_duty_to_report(desk: Desk) -> None:
    await desk.to_gate()
    await desk.say(KARI, "3")
    for said in ("nei jeg mente 1", "1 takk"):
        await desk.say(KARI, said)
        assert (await desk.state(KARI)).data.get("step") in ("report", "gate"), said


@pytest.mark.parametrize("said", ["jeg mente 5", "5 takk", "nr 4", "nei jeg mente 4"])
async def test_no_number_with_words_says_that_danger_is_not_acute(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "han sa at pappa slår ham")
    await desk.say(KARI, said)
    await desk.say(KARI, "1")
    await desk.say(KARI, said)
    assert "not_acute" not in (await desk.state(KARI)).data
