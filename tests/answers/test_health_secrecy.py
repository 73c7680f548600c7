"""What health staff ask about secrecy towards parents and school is answered by the rules that bind them."""

from __future__ import annotations

import pytest

from bot.answers.index import AnswerIndex


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("jente på 15 er gravid og vil ta abort, må foreldrene få vite det?", "foreldre-ungdom-vil-ikke"),
        ("får en 15-åring prevensjon uten at foreldrene vet det?", "foreldre-ungdom-vil-ikke"),
        ("jente på 13 har fortalt at hun kutter seg, må jeg si det til foreldrene?", "foreldre-ungdom-vil-ikke"),
        ("jente 15 har sex med kjæreste på 19, må jeg melde fra?", "avvergeplikt-lovbrudd"),
        ("13-åring har hatt sex med en på 17, hva er min plikt som helsesykepleier?", "avvergeplikt-lovbrudd"),
        ("eleven vil ikke at jeg melder til barnevernet, må jeg likevel?", "meldeplikt-samtykke"),
        ("må jeg si fra til skolen når en elev forteller meg om overgrep fra tidligere?", "yrke-helsesykepleier"),
        ("elev på 17 forteller at hun ble voldtatt for to år siden, må jeg anmelde?", "avvergeplikt-fortid"),
    ],
)
def test_a_question_of_secrecy_is_answered(index: AnswerIndex, question: str, slug: str) -> None:
    found = index.search(question, role="helse")
    assert (found.verdict, found.best) == ("answer", slug)


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("kan jeg fortelle kontaktlæreren at eleven har spiseforstyrrelse?", "yrke-helsesykepleier"),
        ("har skolen rett til å få vite at eleven har selvmordstanker når jeg er psykolog?", "yrke-psykolog"),
        ("jente 15 har kjæreste på 20, er det noe jeg må melde?", "avvergeplikt-lovbrudd"),
    ],
)
def test_what_may_be_about_something_else_gets_no_sure_answer_beside_the_point(
    index: AnswerIndex, question: str, beside: str
) -> None:
    found = index.search(question, role="helse")
    assert found.verdict == "did_you_mean" or found.best == beside
    assert beside in found.suggestions
