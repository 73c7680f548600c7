"""Right below an answer: where it stands, whom it is for, and how those it is about are reached."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.turns.desk import KARI, Desk, kinds

ASKED = "hvem har meldeplikt"
FOR_SOURCE = (
    *("hvem sier det", "står det i loven", "hvem sier dette?"),
    "kilde",
    "Kilder?",
    "hvor står det",
    "hvor står det?",
    "kor står d",
    "hvilken lov",
    "hvilken paragraf er det",
    "kan du vise meg kilden",
    "hva sier loven",
)
FOR_WHOM = (
    ("spiller det noen rolle at jeg jobber i sfo", "For ansatte i skole, SFO og fritid, PPT"),
    ("gjelder det meg?", "For ansatte i skole, SFO og fritid, PPT"),
    ("gjeld det mæ", "For ansatte i skole, SFO og fritid, PPT"),
    ("er det annerledes for helse?", "For ansatte i helsetjenesten"),
    ("gjelder det private barnehager?", "For ansatte i barnehage, privat barnehage"),
    ("er det likt for alle", "For ansatte i skole, SFO og fritid, PPT"),
)
NEITHER = ("hva er lov", "er det lov", "hvor står bilen", "gjelder det foreldrene", "gjelder det meg når barnet er 16")


@pytest.mark.parametrize("said", FOR_SOURCE)
async def test_the_sources_of_the_answer_just_shown_are_opened_by_asking(desk: Desk, said: str) -> None:
    await desk.say(KARI, ASKED)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["source"]
    assert "Hvem har meldeplikt til barnevernet?" in desk.words(shown)
    assert kinds(await desk.say(KARI, said)) == ["source"]


@pytest.mark.parametrize(("said", "first"), FOR_WHOM)
async def test_what_it_says_to_a_role_is_shown_first(desk: Desk, said: str, first: str) -> None:
    await desk.say(KARI, ASKED)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer_for"]
    words = desk.words(shown)
    headings = [line for line in words.splitlines() if "For ansatte i " in line]
    assert first in headings[0]
    assert any("NAV" in line for line in headings)
    assert kinds(await desk.say(KARI, "kilde")) == ["source"]


async def test_where_an_answer_has_nothing_by_itself_it_says_so_and_what_it_does_not_answer(desk: Desk) -> None:
    await desk.say(KARI, ASKED)
    shown = desk.words(await desk.say(KARI, "er det annerledes for ledere?"))
    assert "Svaret sier det samme om ledelse som om andre." in shown
    assert "Dette svarer ikke på" in shown


@pytest.mark.parametrize("said", NEITHER)
async def test_what_names_anything_else_is_searched_as_always(desk: Desk, said: str) -> None:
    await desk.say(KARI, ASKED)
    assert {"source", "answer_for"}.isdisjoint(kinds(await desk.say(KARI, said)))


async def test_without_an_answer_above_there_is_no_source_to_open(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "kilde")) == ["unknown"]
    await desk.say(KARI, ASKED)
    await desk.say(KARI, "meny")
    assert "source" not in kinds(await desk.say(KARI, "gjelder det meg?"))


@pytest.mark.parametrize(
    "said", ["har dere nummeret", "kan jeg bare ringe dem", "hvordan får jeg tak i dem?", "telefon til dem"]
)
async def test_how_those_are_reached_whom_the_answer_is_about_is_shown_on_their_card(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, "hva kan jeg dele med ppt")) == ["answer"]
    shown = await desk.say(KARI, said)
    assert shown[-1].kind == "where_service"
    assert "Pedagogisk-psykologisk tjeneste" in desk.words(shown)


@pytest.mark.parametrize("said", ["kan jeg bare ringe dem", "kan jeg ringe foreldrene først"])
async def test_below_an_answer_about_none_of_them_it_is_searched_as_always(desk: Desk, said: str) -> None:
    await desk.say(KARI, "skal foreldrene informeres om at jeg melder?")
    assert "where_service" not in kinds(await desk.say(KARI, said))


OF_THEM = ["har dere nummeret", "kan jeg bare ringe dem", "hvordan får jeg tak i dem", "hva er nummeret", "telefon"]


@pytest.mark.parametrize("asked", OF_THEM)
@pytest.mark.parametrize("named", ["hvem er ppt", "når møtes kompetanseteamet"])
@pytest.mark.parametrize("before", [(), ("jeg er bekymret", "nei"), ("drøft en sak",)])
async def test_below_their_own_card_it_is_that_card(desk: Desk, before: Sequence[str], named: str, asked: str) -> None:
    for said in before:
        await desk.say(KARI, said)
    opened = (await desk.say(KARI, named))[-1]
    again = (await desk.say(KARI, asked))[-1]
    assert (again.kind, again.title) == (opened.kind, opened.title)


@pytest.mark.parametrize("before", [(), ("jeg er bekymret", "nei")])
async def test_in_the_middle_of_a_guide_the_team_is_the_one_of_the_card_above(
    desk: Desk, before: Sequence[str]
) -> None:
    for said in (*before, "når møtes kompetanseteamet"):
        opened = await desk.say(KARI, said)
    assert (await desk.say(KARI, "hvem leder teamet"))[-1].title == opened[-1].title
    assert (await desk.state(KARI)).active == ("guide" if before else "where")


@pytest.mark.parametrize("said", ["hvor får jeg hjelp", "hvem kan jeg ringe"])
async def test_who_asks_for_help_is_not_held_to_the_card_above(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvem er ppt")
    assert "where_service" not in kinds(await desk.say(KARI, said))
