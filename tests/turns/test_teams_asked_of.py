"""When a team meets, who leads it and who sits in it is said first, or that it is not filled in; an unknown team is
said to be unknown."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from dialogs.start import with_profile
from tests.turns.desk import KARI, Desk, chat, kinds


@pytest.mark.parametrize(
    ("municipality", "said", "told"),
    [
        ("stjordal", "når møtes kompetanseteamet", "Teamet møtes hver uke på Teams"),
        ("stjordal", "hvem sitter i kompetanseteamet?", "Med i teamet: helsestasjon og skolehelsetjeneste, PPT"),
        ("stjordal", "hvem leder kompetanseteamet", "er ikke lagt inn"),
        ("stjordal", "når møtes kompetanseteam overvekt", "er ikke lagt inn"),
        ("stjordal", "er nav med i kompetanseteamet", "Med i teamet: helsestasjon"),
        ("melhus", "hvem sitter i ressursteamet", "Lokalt tverrfaglig team. Med i teamet: barnet"),
        ("melhus", "hvem leder lokalt tverrfaglig team", "rektor eller styrer"),
        ("melhus", "når er neste møte i drøftingsteamet", "Kildene er ikke enige"),
        ("melhus", "når møtes det lokale tverrfaglige teamet i Melhus", "Lokalt tverrfaglig team: "),
    ],
)
async def test_what_is_asked_of_a_team_is_said_first(desk: Desk, municipality: str, said: str, told: str) -> None:
    there = with_profile(await desk.state(KARI), municipality, "skole")
    async with desk.store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), there)
        await uow.commit()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "where_team"]
    assert told in desk.words(shown[:1])


@pytest.mark.parametrize(
    ("said", "key"), [("hvem sitter i ressursteamet", "where.no_such_team"), ("når møtes teamet", "where.which_team")]
)
async def test_a_team_that_is_not_known_or_not_named_is_chosen_from_the_map(desk: Desk, said: str, key: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "where_map"]
    assert desk.words(shown[:1]) == desk.text(key, municipality="Stjørdal")


async def test_the_team_is_the_one_whose_card_is_open(desk: Desk) -> None:
    for said in ("hvem sitter i tst", "hvor ofte møtes teamet"):
        shown = await desk.say(KARI, said)
    assert "Ring helsestasjonen" in desk.words(shown[:1])


async def test_in_a_guide_it_is_told_beside_it(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, "når møtes teamet")
    assert kinds(shown) == ["line", "where_map"]
    assert any(one.verb == "guide_go_on" for one in all_buttons(shown[-1]))
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize("said", ["når møtes teamet i Melhus", "nummeret til barnevernet i Melhus"])
async def test_another_municipality_is_said_to_be_another(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert desk.words(shown) == desk.text("where.other", own="Stjørdal", other="Melhus")


async def test_the_number_of_the_municipality_is_its_switchboard(desk: Desk) -> None:
    shown = await desk.say(KARI, "hva er telefonnummeret til kommunen")
    assert kinds(shown) == ["where_number"]
    assert "sentralbord" in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        "kan teamet si nei",
        "hvem skal jeg si det til i teamet",
        "hva sier teamet om saken",
        "når må jeg melde til teamet",
    ],
)
async def test_what_else_is_asked_of_a_team_is_looked_up_as_always(desk: Desk, said: str) -> None:
    assert "where_map" not in kinds(await desk.say(KARI, said))
