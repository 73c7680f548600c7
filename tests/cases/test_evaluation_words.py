"""An evaluation is answered in one line in words of one's own, and what may be about the case answers none of it."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from tests.cases.test_evaluation import chosen, said
from tests.turns.desk import Desk

OF_NOW = ("gain", "next", "score")


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("nytt råd, følger det, 4", ("new", "follow", "4")),
        ("fikk nye råd, vi fulgte rådet, 5", ("new", "follow", "5")),
        ("bekreftet det vi tenkte, vi gjør noe annet, 2", ("confirmed", "other", "2")),
        ("ikke til hjelp; vi har meldt; 1", ("not_useful", "reported", "1")),
        ("nytt råd, følger det ikke, 3", ("new", "other", "3")),
        ("nytt råd, vet ikke, 4", ("new", "unknown", "4")),
    ],
)
async def test_each_answer_of_one_line_may_be_in_other_words(
    desk: Desk, line: str, heard: tuple[str, str, str]
) -> None:
    await desk.answered()
    assert chosen(await said(desk, line)) == dict(zip(OF_NOW, heard, strict=True))


@pytest.mark.parametrize("line", ["ja, vi fulgte rådet, ja begge, nei", "vi fulgte rådet, begge, ikke meldt"])
async def test_so_may_those_of_the_later_one(desk: Desk, line: str) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    assert chosen(await said(desk, line)) == {"followed": "yes", "told": "both", "reported": "no"}


@pytest.mark.parametrize(
    "line",
    ["vi har meldt", "meldt", "noe nytt?", "nytt råd?", "nytt råd, følger vi det?", "vi følger det, mor slår henne"],
)
async def test_what_may_be_about_the_case_answers_no_form(desk: Desk, line: str) -> None:
    await desk.answered()
    shown = await said(desk, line)
    assert all(chosen([one]) == {} for one in shown if isinstance(one, Card) and one.kind.startswith("evaluation"))


@pytest.mark.parametrize("line", ["fulgte rådet, og det gikk fint", "vi fulgte rådet, og det hjalp"])
async def test_how_it_went_beside_an_answer_takes_nothing_from_it(desk: Desk, line: str) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    assert chosen(await said(desk, line)) == {"followed": "yes"}


@pytest.mark.parametrize("line", ["bare den ene", "berre det eine", "nesten alt", "vi gjorde det ene"])
async def test_who_followed_some_of_several_did_so_partly(desk: Desk, line: str) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    assert chosen(await said(desk, line)) == {"followed": "partly"}
