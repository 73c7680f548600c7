from __future__ import annotations

import pytest

from bot.answers import matching, sentences
from bot.answers.acute import AcuteDetector
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import Lexicon
from bot.answers.wording import Reader
from bot.cli.ask import Answers, explained
from bot.content.article import Article

STORY = "Jeg jobber på SFO. Mora kom i dag og spurte om mye rart. Kan storesøster tolke i møtet?"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hei! Jeg lurer på noe. Må jeg melde fra til barnevernet?", 2),
        ("han slår broren sin. hva gjør jeg nå?\nmå mor vite det", 3),
        ("Hun er 14. Kan hun samtykke selv?", 2),
        ("Hvem kan hjelpe en elev i 7. trinn?", 0),
        ("Vi møtes kl. 12 på st. Olavs, jf. bvl. § 13-2 og kap. 4", 0),
        ("Må jeg melde fra?", 0),
        ("Takk! Hei. Ja!", 0),
        ("", 0),
    ],
)
def test_sentences_of_two_words_or_more_are_looked_up_where_there_are_several(text: str, count: int) -> None:
    assert len(Reader(Lexicon()).read(text).sentences) == count


def test_the_sentences_have_the_words_of_the_whole_message(lexicon: Lexicon) -> None:
    reading = Reader(lexicon).read("Ho er fjorten år. Kan ho samtykkje sjølv? Eg veit ikkje.")
    assert tuple(word for sentence in reading.sentences for word in sentence) == reading.words
    assert "alder_12_16" in reading.sentences[0]


def test_only_the_last_eight_sentences_of_a_long_story_are_looked_up() -> None:
    reading = Reader(Lexicon()).read(" ".join(f"Dette er setning {letter}." for letter in "abcdefghijkl"))
    assert len(reading.sentences) == sentences.MOST
    assert reading.sentences[-1][-1] == "l"


@pytest.mark.parametrize("count", [0, 2, 8])
def test_what_the_whole_and_the_sentences_count_is_one_together(count: int) -> None:
    shares = sentences.shares(count)
    assert len(shares) == count + 1
    assert shares.sum() == pytest.approx(1.0)
    assert shares[0] == max(shares)


def test_a_question_at_the_end_of_a_story_is_found(index: AnswerIndex) -> None:
    assert index.search(STORY).best == "taushetsplikt-tolk"


def test_a_misspelt_word_is_corrected_in_its_sentence_too(index: AnswerIndex) -> None:
    why = index.explain("Jeg jobber på skolen her. Hvor lenge har jeg taushetspligt?")
    assert [sentence.split()[-1] for sentence in why.sentences] == ["her", "taushetsplikt"]


def test_in_a_very_large_base_only_the_whole_message_is_looked_up(
    articles: dict[str, Article], lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "SMALL_UP_TO", 0)
    large = build_index(articles, lexicon)
    why = large.explain(STORY)
    assert why.sentences == ()
    assert why.result.ranked
    asked = [article.asked_as[0] for article in articles.values()]
    assert sum(large.search(text).best == slug for text, slug in zip(asked, articles, strict=True)) > 0.95 * len(asked)


def test_an_explanation_tells_the_sentences_looked_up(index: AnswerIndex, acute: AcuteDetector) -> None:
    lines = list(explained(STORY, Answers(index.articles, index, acute), municipality=None, role=None))
    assert sum("også hver setning" in line for line in lines) == 3
