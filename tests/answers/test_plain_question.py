"""Questions about the rules that only sound like danger, and danger that is told in a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.answers.questions import read_outside
from bot.answers.acute import AcuteDetector
from bot.answers.index import AnswerIndex
from bot.answers.plain_question import IN_DOUBT_BELOW, danger_told, is_plain_question
from bot.answers.story import is_asked
from bot.content.article import Article


@pytest.mark.parametrize(
    "question",
    [
        "Et barn i avdelingen har en sykdom hun kommer til å dø av før hun blir voksen. Hvem støtter oss?",
        "Familien har fått strømmen kuttet, og jenta sier de ikke har bursdag i år",
        "Tillitsvalgt her, et medlem ringte. Inspektøren har sagt til henne at alt til barnevernet skal gå gjennom "
        "ham, og at hun gjør seg skyldig i illojalitet om hun går utenom. Medlemmet er livredd. Hva skal jeg svare "
        "henne om hva hun som enkeltansatt må og kan?",
    ],
)
def test_a_plain_question_is_no_danger(
    question: str, acute: AcuteDetector, index: AnswerIndex, articles: dict[str, Article]
) -> None:
    assert acute.detect(question) is not None, "it no longer sounds like danger: take another"
    assert danger_told(question, acute, index, articles) is None


@pytest.mark.parametrize(
    "told",
    [
        "Hvem er stafettholder når gutten i 5b sier pappa kveler han?",
        "Må jeg ha samtykke når hun står på perrongen nå og skriver farvel?",
        "Hva skal stå i referatet når mor er dritfull og skal kjøre hjem med ungene?",
        "Må begge foreldre samtykke når mor sier hun kommer til å drepe seg i helga?",
        "Kan helsestasjonen si fra om at babyen ristes når den gråter?",
    ],
)
def test_danger_in_a_calm_question_is_danger(
    told: str, acute: AcuteDetector, index: AnswerIndex, articles: dict[str, Article]
) -> None:
    sign = acute.detect(told)
    assert sign is not None
    assert danger_told(told, acute, index, articles) is not None


def test_a_danger_that_a_calm_frame_pulls_down_is_heard_by_its_clause(
    acute: AcuteDetector, index: AnswerIndex, articles: dict[str, Article]
) -> None:
    told = "Må begge foreldre samtykke når han står på taket og gråter?"
    sign, found = acute.detect(told), index.search(told, role="skole")
    assert sign is not None
    assert sign.score < IN_DOUBT_BELOW, "it is clear by itself now: take another"
    assert found.verdict == "answer"
    assert not is_plain_question(told, sign, acute, found, articles)


def test_only_what_is_in_doubt_and_answered_for_sure_by_a_calm_article_is_plain(
    acute: AcuteDetector, index: AnswerIndex, articles: dict[str, Article]
) -> None:
    asked = "Kontaktlærer sendte meg en melding på privat mobil med fullt navn og det gutten hadde sagt om stefar."
    sign, found = acute.detect(asked), index.search(asked)
    assert sign is not None
    assert is_plain_question(asked, sign, acute, found, articles)
    assert not is_plain_question(asked, replace(sign, score=IN_DOUBT_BELOW), acute, found, articles)
    assert not is_plain_question(asked, sign, acute, replace(found, verdict="did_you_mean"), articles)
    assert not is_plain_question(asked, sign, acute, found, {})
    assert not is_plain_question(asked, sign, acute, replace(found, score=0.9), articles)
    danger = next(one for one in articles.values() if one.deals_with_danger)
    assert not is_plain_question(asked, sign, acute, found, {found.best or "": danger})


def test_who_names_the_numbers_deals_with_danger(articles: dict[str, Article]) -> None:
    assert articles["akutt-vold"].deals_with_danger
    assert articles["bek-tvangsekteskap"].deals_with_danger
    assert not articles["taushetsplikt-privat"].deals_with_danger


@pytest.mark.parametrize(
    ("message", "asks"),
    [("Han er lei seg. Kan jeg ringe", True), ("Kan jeg ringe? Han er lei seg", False), ("Må vi?", True), ("", False)],
)
def test_what_stands_last_asks(message: str, asks: bool) -> None:
    assert is_asked(message) is asks


def test_no_answer_hides_a_danger_an_outside_writer_told(
    acute: AcuteDetector, index: AnswerIndex, articles: dict[str, Article]
) -> None:
    told = [text for text in read_outside("acute_outside_4")["akutt"] if acute.detect(text) is not None]
    hidden = sum(danger_told(text, acute, index, articles) is None for text in told)
    assert hidden == 0  # a number, so that a failure shows nobody what was told
