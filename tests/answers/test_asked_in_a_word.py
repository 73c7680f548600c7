"""A word alone, and what a word means: the answer that is about it, and none for sure where no answer is."""

from __future__ import annotations

import pytest

from bot.answers.definition import as_definition
from bot.answers.index import AnswerIndex
from tests.each import each

MEANINGS = (
    ("samtykke", "samtykke-krav"),
    ("taushetsplikt", "taushetsplikt-hva"),
    ("avvergeplikt", "avvergeplikt-hva"),
    ("opplysningsrett", "opplysningsrett-hva"),
    ("stafettlogg", "dok-stafettlogg"),
    ("stafettholder", "stafettholder"),
    ("barnekoordinator", "barnekoordinator-oppgaver"),
    ("ansvarsgruppe", "ansvarsgruppe"),
    ("TST", "stjordal-tst"),
    ("SLT", "stjordal-slt"),
    ("nødrett", "opplysningsrett-nodrett"),
    ("anonym drøfting", "anonym-drofting-hva"),
    ("omsorgssvikt", "meldeplikt-ordene"),
    ("grunn til å tro", "meldeplikt-grunn-til-a-tro"),
)


@each(("word", "slug"), MEANINGS)
@pytest.mark.parametrize("asks", ["hva betyr {}", "hva menes med {}?", "ka betyr ordet {}", "hva mener dere med {}"])
def test_what_a_word_means_is_answered_as_what_it_is(index: AnswerIndex, asks: str, word: str, slug: str) -> None:
    found = index.search(asks.format(word), municipality="stjordal", role="skole")
    assert (found.verdict, found.best) == ("answer", slug)


@pytest.mark.parametrize(
    "asked",
    ["hva betyr det", "hva betyr det at jeg har plikt", "hva betyr ordene i meldeplikten", "jeg vet hva det betyr"],
)
def test_what_names_no_word_is_asked_as_it_stands(asked: str) -> None:
    assert as_definition(asked) == asked


@pytest.mark.parametrize("word", ["dusj", "korps", "case", "sykdom", "fylkesmannen"])
def test_a_word_that_no_answer_is_about_is_asked_about(index: AnswerIndex, word: str) -> None:
    assert index.search(word, municipality="stjordal", role="skole").verdict != "answer"


@each(
    ("word", "slug"),
    [
        ("tolk", "taushetsplikt-tolk"),
        ("fravær", "bek-skolefravar"),
        ("hasj", "bek-rus-ungdom"),
        ("innsyn", "foreldre-innsyn"),
        ("bti", "hv-hva"),
        ("skilsmisse", "bek-samlivsbrudd"),
        ("referat", "dok-referat"),
        ("journalist", "taushetsplikt-media"),
        ("nav", "vr-nav"),
    ],
)
def test_a_word_for_what_an_answer_is_about_finds_it(index: AnswerIndex, word: str, slug: str) -> None:
    found = index.search(word, municipality="stjordal", role="skole")
    assert (found.verdict, found.best) == ("answer", slug)


@each(
    ("asked", "slug"),
    [
        ("må jeg melde til statsforvalteren", "meldeplikt-naar"),
        ("skal vi melde til statsforvalteren", "meldeplikt-naar"),
        ("kan foreldrene klage til statsforvalteren", "bek-mobbing"),
        ("må skolen melde mobbing til statsforvalteren", "bek-mobbing"),
    ],
)
def test_to_whom_one_reports_is_told_apart_from_to_whom_one_complains(
    index: AnswerIndex, asked: str, slug: str
) -> None:
    assert index.search(asked, role="skole").best == slug
