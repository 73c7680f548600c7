from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.acute_words import AcuteWords, load_acute_words
from bot.answers.lexicon import Lexicon
from bot.answers.preview import Addition, preview, questions_in
from bot.content.article import Article
from bot.content.problem import KnowledgeError


@pytest.fixture(scope="module")
def words(knowledge: Path, lexicon: Lexicon) -> AcuteWords:
    return load_acute_words(knowledge, lexicon)


def test_an_added_phrasing_shows_the_question_that_changes(articles: dict[str, Article], words: AcuteWords) -> None:
    question = "xylofonen er borte igjen"
    added = Addition(questions=(("bek-okonomi", question),))
    answers, acute = preview(articles, words, added, [question, "Hva er taushetsplikt?"])
    assert [d.question for d in answers] == [question]
    assert answers[0].after.endswith("bek-okonomi")
    assert acute == ()


def test_an_added_expression_shows_what_becomes_acute(articles: dict[str, Article], words: AcuteWords) -> None:
    added = Addition(acute=(("livsfare", "Grønn beredskap"),))
    _, acute = preview(articles, words, added, ["nå er det grønn beredskap", "hva er nivå 1"])
    assert [(d.question, d.before, d.after) for d in acute] == [
        ("nå er det grønn beredskap", "ikke akutt", "akutt: livsfare")
    ]


def test_an_addition_to_something_unknown_is_refused_with_a_guess(
    articles: dict[str, Article], words: AcuteWords
) -> None:
    added = Addition((("russ", "snus"),), (("volld", "x"),), (("bek-okonomy", "y"), ("bek-okonomi", " ")))
    with pytest.raises(KnowledgeError) as raised:
        preview(articles, words, added, [])
    told = str(raised.value)
    for part in ("Mente du «rus»", "Mente du «vold»", "Mente du «bek-okonomi»", "mangler ord"):
        assert part in told


def test_questions_are_read_with_or_without_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "q.txt"
    path.write_text("# emne\np Hva er det?\nUten slag\ni dag er det mandag\n", "utf-8")
    assert questions_in(path) == ["Hva er det?", "Uten slag", "i dag er det mandag"]
