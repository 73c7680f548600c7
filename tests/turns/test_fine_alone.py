"""What is said to be fine is left out of what is typed, and asked about where it is not clear what is fine."""

from __future__ import annotations

import pytest

from dialogs.guide.told_fine import is_fine_alone
from tests.turns.desk import KARI, Desk, kinds

TO_THE_LIST = ("jeg er bekymret", "nei, ikke nå", "Nei", "Nettopp blitt urolig", "10 år, grunnskole, nei")


@pytest.mark.parametrize(
    ("said", "is_alone"),
    [
        ("trivsel, ok, fravær", True),
        ("språk; det er bra; mobbing", True),
        ("trivsel, går helt fint, fravær, uro", True),
        ("trivsel ok, fravær", False),
        ("ok, fravær", False),
        ("fravær, uro, ok", False),
        ("trivsel, fravær", False),
        ("trivsel, ikke bra, fravær", False),
    ],
)
def test_it_is_heard_that_something_is_fine_and_nothing_says_what(said: str, *, is_alone: bool) -> None:
    assert is_fine_alone(said) is is_alone


async def test_in_the_guide_nothing_is_gone_on_with_and_what_was_understood_stands_there(desk: Desk) -> None:
    for line in TO_THE_LIST:
        await desk.say(KARI, line)
    shown = await desk.say(KARI, "trivsel, ok, fravær")
    assert desk.text("guide.fine_alone") in desk.words(shown)
    assert (await desk.state(KARI)).concerns[0].answers[-1][0] == "om_barnet"
    await desk.say(KARI, "fravær")
    name, answer = (await desk.state(KARI)).concerns[0].answers[-1]
    assert (name, answer["tema"]) == ("hva_har_du_sett", ["fravaer"])


async def test_what_was_understood_may_be_kept_as_it_stands(desk: Desk) -> None:
    for line in (*TO_THE_LIST, "trivsel, ok, fravær", "neste"):
        await desk.say(KARI, line)
    name, answer = (await desk.state(KARI)).concerns[0].answers[-1]
    assert (name, set(answer["tema"])) == ("hva_har_du_sett", {"utenforskap", "fravaer"})


@pytest.mark.parametrize(
    ("said", "themes"),
    [("10–12 år, skole, anonymt, språk ok, fravær", "fravaer"), ("10–12 år, skole, anonymt, mobbing", "mobbing")],
)
async def test_in_a_case_what_is_fine_is_left_out(desk: Desk, said: str, themes: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, said))[-1] != "case_about"
    assert (await desk.state(KARI)).case.themes == (themes,)


async def test_in_a_case_the_card_is_shown_where_it_is_not_clear(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, "10–12 år, skole, anonymt, språk, ok, fravær"))[-1] == "case_about"


async def test_in_a_sentence_what_is_good_hides_no_theme(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "det er en god elev med skolefravær")
    assert "fravaer" in (await desk.state(KARI)).case.themes
