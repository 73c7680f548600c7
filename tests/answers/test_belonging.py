"""Off topic near the subject is refused, and real questions in English are not."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answers.belonging import Belonging
from bot.answers.index import AnswerIndex
from bot.answers.sparse import Rows


@pytest.mark.parametrize(
    "question",
    [
        "Får assistenten betalt for å være med på foreldremøtet?",
        "Vi mangler en lærer på 4. trinn fra mandag. Hvem lyser ut stillingen?",
        "Fagsystemet på helsestasjonen krever nytt passord, hvem hjelper meg med det?",
        "Pasienten på rom 4 er 91 år og vil ha kaffe om natta, er det lov?",
        "Hvor mange barn kan det være på en småbarnsavdeling?",
    ],
)
def test_what_staff_ask_that_is_not_about_children_in_trouble_is_refused(index: AnswerIndex, question: str) -> None:
    assert index.search(question).refused


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("Who should be there when many services meet about one child?", "samarbeid-mote"),
        ("Do I have to report to child protection?", "meldeplikt-naar"),
        ("What if I was wrong about the family when I reported?", "melding-feil"),
        ("She is fifteen. Can she consent herself?", "samtykke-12-16"),
    ],
)
def test_an_english_question_is_ours_and_finds_its_answer(index: AnswerIndex, question: str, slug: str) -> None:
    result = index.search(question)
    assert not result.refused
    assert slug in result.suggestions


def test_features_of_our_texts_speak_for_ours_and_those_of_others_against() -> None:
    rows = Rows(np.array([1, 1, 2]), np.array([0, 0, 1, 2], np.int32), np.ones(4, np.float32))
    is_ours = np.array([True, True, False])
    belonging = Belonging(rows, is_ours, ~is_ours, 3)
    ours, other = np.array([0], np.int32), np.array([1], np.int32)
    one = np.ones(1, np.float32)
    assert belonging.odds((ours, one)) > 0 > belonging.odds((other, one))
    assert belonging.odds((ours[:0], one[:0])) == 0
