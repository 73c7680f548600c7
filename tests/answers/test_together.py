"""All the phrasings of an article together tell what it is about, also where no single one is like the question."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answers.index import AnswerIndex
from bot.answers.sparse import Rows
from bot.answers.together import Together

ROWS = Rows(np.array([2, 1, 2, 1]), np.array([0, 1, 0, 1, 2, 3], np.int32), np.ones(6, np.float32))
OWNERS = np.array([0, 0, 1, 2], np.int32)


def _doc(*numbers: int) -> tuple[np.ndarray, np.ndarray]:
    return np.array(numbers, np.int32), np.ones(len(numbers), np.float32)


def test_what_stands_in_the_phrasings_of_an_article_speaks_for_it() -> None:
    together = Together(ROWS, OWNERS, 4, 4)
    assert [int(together.scores(_doc(number)).argmax()) for number in (0, 2, 3)] == [0, 1, 2]


def test_several_features_are_added_up_and_the_mean_of_all_articles_is_nought() -> None:
    together = Together(ROWS, OWNERS, 4, 4)
    added = together.scores(_doc(0)) + together.scores(_doc(2))
    assert together.scores(_doc(0, 2)) == pytest.approx(added, abs=1e-3)
    assert float(added.mean()) == pytest.approx(0, abs=1e-5)


def test_of_two_articles_with_the_same_feature_the_one_that_speaks_of_little_else_wins() -> None:
    scores = Together(ROWS, OWNERS, 4, 4).scores(_doc(1))
    assert scores[1] > scores[0] > scores[2]


def test_rows_of_an_article_that_do_not_stand_together_are_refused_and_not_lost() -> None:
    with pytest.raises(ValueError, match="stand together"):
        Together(ROWS, np.array([0, 1, 0, 2], np.int32), 4, 4)
    Together(ROWS, np.array([2, 2, 0, 1], np.int32), 4, 4)
    Together(Rows.of([]), np.zeros(0, np.int32), 4, 4)


def test_a_text_without_known_features_says_nothing() -> None:
    assert Together(ROWS, OWNERS, 4, 4).scores(_doc()).tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        (
            "En far på avdelingen vår har samvær, men ikke foreldreansvar. Skal han ha ukeplanen?",
            "foreldre-uten-ansvar",
        ),
        ("Jeg slutter til jul. Kan jeg da fortelle naboen hva som skjedde den gangen?", "taushetsplikt-varighet"),
        ("Læreren leser i mapper hun ikke har bruk for. Er det greit?", "taushetsplikt-snoking"),
        ("Vi vil legge fram saken for teamet uten å si hvem barnet er. Hva må jeg ta ut?", "anonym-drofting-hvordan"),
    ],
)
def test_a_story_nobody_has_told_before_finds_its_answer(index: AnswerIndex, question: str, slug: str) -> None:
    assert slug in index.search(question).suggestions


@pytest.mark.parametrize("word", ["taushetsplikt", "avvergeplikt", "opplysningsrett", "stafettholder", "barnehus"])
def test_a_word_that_names_an_article_finds_it_before_its_neighbours(index: AnswerIndex, word: str) -> None:
    found = index.search(word)
    assert found.best is not None
    assert word[:8] in index.articles[found.best].title.casefold()
