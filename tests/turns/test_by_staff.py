"""Where one of the staff has done it, the card for danger is followed by the way to the steps for that."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize(
    "told",
    [
        "en av mine ansatte har slått et barn",
        "en vikar har slått en elev",
        "assistenten på SFO slår barna",
        "sfo-lederen slo et barn",
        "bussjåføren slo en gutt på bussen",
        "ein tilsett har slått ein elev",
        "rektor slo en elev i gangen",
        "kollegaen min er full på jobb i barnehagen",
        "en assistent kom beruset på jobb med barna",
        "læreren lukter alkohol og skal kjøre elevene på tur",
        "en kollega har drukket på vakt i barneboligen",
        "læreren grep eleven i armen",
        "vikaren tok en gutt hardt i nakken",
        "assistenten klyper barna i armen",
        "ein vikar tok tak i armen til ei jente og vrei han hardt om",
        "eleven ble grepet i armen av læreren",
        "gutten ble slått av en vikar",
    ],
)
async def test_the_steps_for_a_member_of_staff_are_one_word_away(desk: Desk, told: str) -> None:
    shown = await desk.say(KARI, told)
    words = desk.words(shown)
    assert kinds(shown)[0] == "acute", "the numbers come first"
    assert desk.text("acute.by_staff") in words
    assert desk.text("acute.staff_title") in desk.words(await desk.say(KARI, "ansatt"))


@pytest.mark.parametrize(
    "told",
    [
        "faren slår jenta i klassen min",
        "læreren så at faren slo jenta",
        "vikaren sier at mora slår henne",
        "eleven slo læreren, og far slår ham hjemme",
        "jeg er lærer på skolen, faren slår de andre barna hjemme",
        "læreren tok kontakt fordi far slår jenta",
        "læreren så at far kom full og skal kjøre barna hjem",
        "det var ikke læreren som slo, det var far som slår henne",
        "læreren tok opp at far holder jenta hardt i nakken",
        "læreren tok imot jenta med vond arm, far tok henne hardt i armen",
        "gutten tok læreren hardt i armen, og far slår ham hjemme",
        "gutten ble slått av faren og hentet av læreren",
        "hun ble tatt hardt i armen av mor, og hentet av læreren",
    ],
)
async def test_what_somebody_else_has_done_is_not(desk: Desk, told: str) -> None:
    shown = await desk.say(KARI, told)
    assert kinds(shown) == ["acute"]
    assert desk.text("acute.by_staff") not in desk.words(shown)


async def test_a_no_is_still_heard_below_it(desk: Desk) -> None:
    await desk.say(KARI, "kollegaen min slo et barn")
    assert desk.text("acute.by_staff") not in desk.words(await desk.say(KARI, "nei"))
