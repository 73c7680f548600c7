"""What is said of danger once it is heard: again when it is new, never of whoever only goes home, and what stays."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds


async def test_after_not_acute_a_clear_danger_in_new_words_is_heard_again(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    assert kinds(await desk.say(KARI, "han sa at pappa slår ham")) == ["acute"]
    await desk.say(KARI, "fortsett")
    assert kinds(await desk.say(KARI, "ei anna jente sa at onkelen slår ho me belte")) == ["acute"]


async def test_after_not_acute_a_faint_sign_of_the_same_kind_stops_nobody_and_says_what_to_do(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    assert kinds(await desk.say(KARI, "han sa at pappa slår ham")) == ["acute"]
    await desk.say(KARI, "nei")
    shown = await desk.say(KARI, "gutten dytta meg i trappa i dag")
    assert "acute" not in kinds(shown)
    assert desk.text("acute.faint") in desk.words(shown)
    assert desk.text("acute.faint") not in desk.words(await desk.say(KARI, "han er trøtt i timene"))


async def test_a_faint_sign_below_the_card_of_a_new_danger_is_told_of_too(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    assert kinds(await desk.say(KARI, "han sa at pappa slår ham")) == ["acute"]
    await desk.say(KARI, "nei")
    assert kinds(await desk.say(KARI, "ei anna jente sa at onkelen slår ho me belte")) == ["acute"]
    shown = await desk.say(KARI, "gutten dytta meg i trappa i dag")
    assert desk.text("acute.faint") in desk.words(shown)


async def test_names_beside_danger_are_warned_about_below_the_card(desk: Desk) -> None:
    shown = await desk.say(KARI, "Prøve Prøvesen i 2b sa at pappa slår ham, mora svarer ikke på 91234567")
    assert kinds(shown) == ["acute", "line"]
    assert desk.text("answers.names_warning") in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    ["må hjem nå", "jeg må hjem nå", "Skal heim", "må hente ungene nå", "jeg må hente barna på skolen", "må stikke nå"],
)
async def test_who_only_says_that_they_go_home_is_no_alarm(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["line"]


@pytest.mark.parametrize(
    ("told", "key", "number"),
    [
        ("han sier han skal ta livet sitt i kveld", "acute.better_life", "113"),
        ("barnet ligger på gulvet og puster ikke", "acute.better_life", "113"),
        ("pappa slo henne", "acute.better", "112"),
    ],
)
async def test_who_says_below_the_card_that_it_is_better_keeps_the_card_and_the_number(
    desk: Desk, told: str, key: str, number: str
) -> None:
    await desk.say(KARI, told)
    shown = await desk.say(KARI, "det går bedre nå")
    assert desk.words(shown[:1]) == desk.text(key)
    assert number in desk.text(key)
    assert kinds(shown) == ["line", "acute"]


async def test_what_is_deleted_in_the_branch_of_danger_is_named_and_so_is_what_is_kept(desk: Desk) -> None:
    for said in ("jeg er bekymret", "1", "1", "slett", "ja, slett saken"):
        shown = await desk.say(KARI, said)
    words = desk.words(shown)
    assert "Svarene om akutt fare er slettet." in words
    assert "Sak Blå ligger fortsatt der" in words
