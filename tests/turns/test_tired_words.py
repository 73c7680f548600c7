"""Plain words of somebody tired are heard where they are typed, and never beside a danger."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from tests.turns.desk import KARI, NAMED, Desk, is_line, kinds


@pytest.mark.parametrize(
    "said", ["nei det er ikke akutt", "Nei, det e itj akutt", "nei itj akutt", "nei det er ikkje akutt"]
)
async def test_not_acute_is_the_no_of_the_first_question(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for et barn")
    by_words = await desk.say(KARI, said)
    await desk.say(KARI, "tilbake")
    by_button = await desk.say(KARI, "Nei, ikke nå")
    assert [one.title for one in by_words if isinstance(one, Card)] == [
        one.title for one in by_button if isinstance(one, Card)
    ]
    assert desk.words(by_words) == desk.words(by_button)


@pytest.mark.parametrize(
    "said",
    [
        "nei det er ikke akutt men faren slår henne",
        "nei det e itj akutt, ho sa ho vil dø",
        "det er ikke akutt, men han er redd for å gå hjem for mor slår",
    ],
)
async def test_a_danger_told_beside_it_is_heard(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for et barn")
    assert "acute" in kinds(await desk.say(KARI, said))


async def test_what_something_means_is_a_question_and_no_answer(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for et barn")
    shown = desk.words(await desk.say(KARI, "hva betyr nivå 1"))
    assert "Det husker jeg" not in shown
    assert "Jeg forsto det som" not in shown


async def test_a_no_to_deleting_everything_deletes_nothing_and_is_over(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for et barn")
    await desk.say(KARI, "slett alt om meg")
    assert is_line((await desk.say(KARI, "nei"))[0], desk.text("common.nothing_deleted"))
    assert desk.text("common.nothing_deleted") not in desk.words(await desk.say(KARI, "nei det er ikke akutt"))


@pytest.mark.parametrize("said", ["ja", "Nei, jeg tar bort flere detaljer", "hei"])
async def test_what_is_typed_at_the_checked_text_is_told_which_buttons_go_on(desk: Desk, said: str) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=NAMED)
    told = desk.text("case.in_the_middle_review", use=desk.text("case.use"), edit=desk.text("case.edit"))
    assert told in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["ja det er fare", "det er akutt", "jo det er fare nå", "det e fare", "jo hun er i fare"]
)
@pytest.mark.parametrize("before", [(), ("jeg er bekymret", "nei", "nei"), ("drøft en sak",)])
async def test_who_says_that_there_is_danger_is_heard_wherever_they_are(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for typed in before:
        await desk.say(KARI, typed)
    assert "acute" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["nei det er ikke fare", "det er ikke akutt", "jeg tror ikke han er i fare"])
async def test_who_says_that_there_is_none_is_not_alarmed(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "acute" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hvem sier jeg det til", "hvem skal jeg si det til", "kven seier eg frå til"])
async def test_who_asks_whom_to_tell_sees_whom_to_ring(desk: Desk, said: str) -> None:
    assert "numbers" in kinds(await desk.say(KARI, said))


async def test_a_thanks_all_the_same_is_a_thanks(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "takk likevel")) == ["line"]
