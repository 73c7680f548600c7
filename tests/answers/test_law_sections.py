"""A message that is only a section of a law gets the answer that builds on it, also when the number is an old one."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from bot.answers.index import AnswerIndex, build_index
from bot.answers.law_sections import SECTIONS_FILE, LawSections, SectionWords, read_section_words, sections_in
from bot.answers.lexicon import load_lexicon
from bot.content.article_file import load_articles
from bot.content.problem import Problem
from bot.content.source import load_sources

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ARTICLES = load_articles(KNOWLEDGE)
SOURCES = load_sources(KNOWLEDGE)
LEXICON = load_lexicon(KNOWLEDGE)


@pytest.fixture(scope="module")
def index() -> AnswerIndex:
    return build_index(ARTICLES, LEXICON, SOURCES)


@pytest.fixture(scope="module")
def sections() -> LawSections:
    return LawSections(LEXICON.sections, ARTICLES, SOURCES)


@pytest.mark.parametrize(
    ("message", "slug"),
    [
        ("helsepersonelloven § 45", "opplysningsrett-helsepersonell"),
        ("hpl. §§ 25 og 45", "opplysningsrett-helsepersonell"),
        ("Gjelder § 45 i helsepersonelloven ennå?", "opplysningsrett-helsepersonell"),
        ("hpl 21 a", "taushetsplikt-snoking"),
        ("§ 25 b", "taushetsplikt-kolleger"),
        ("opplæringsloven § 15-3", "meldeplikt-naar"),
        ("oppl § 15-8", "samarbeidsplikt-hva"),
        ("kapittel 9 A", "bek-mobbing"),
        ("9a-sak", "bek-mobbing"),
        ("§ 9 A-4", "bek-mobbing"),
        ("Hva er § 6-4?", "meldeplikt-naar"),
        ("strl. § 139", "avvergeplikt-hva"),
        ("barnehageloven § 22", "meldeplikt-naar"),
        ("Kva seier § 13-2 i barnevernslova?", "meldeplikt-naar"),
        ("bvl 13-4", "meldeplikt-palegg"),
        ("fvl § 13 b", "opplysningsrett-hva"),
        ("§ 13", "taushetsplikt-hva"),
        ("helse- og omsorgstjenesteloven § 7-2 a", "barnekoordinator-rett"),
    ],
)
def test_a_section_old_or_new_gets_its_answer(index: AnswerIndex, message: str, slug: str) -> None:
    result = index.search(message)
    assert (result.verdict, result.best) == ("answer", slug)


@pytest.mark.parametrize(
    ("message", "change"),
    [
        ("hpl § 45", ("§ 45", "helsepersonelloven § 25")),
        ("§ 6-4", ("§ 6-4 i loven fra 1992", "barnevernsloven § 13-2")),
        ("opplæringsloven § 15-3", ("§ 15-3 i loven fra 1998", "opplæringslova § 24-3")),
        ("9 A-sak", ("kapittel 9 A i loven fra 1998", "opplæringslova § 12-4")),
        ("hpl § 26", None),  # it is another section today
        ("bvl § 13-2", None),
        ("§ 13", None),
    ],
)
def test_an_old_number_is_explained(index: AnswerIndex, message: str, change: tuple[str, str] | None) -> None:
    assert index.search(message).renumbered == change


@pytest.mark.parametrize(
    ("message", "slugs"),
    [
        ("§ 45", {"opplysningsrett-helsepersonell", "meldeplikt-naar"}),
        ("§ 15-3", {"akutt-barnevernvakt", "meldeplikt-naar"}),
        ("hpl § 26", {"taushetsplikt-kolleger", "samarbeid-bup"}),
    ],
)
def test_a_number_that_may_mean_two_things_is_asked_about(index: AnswerIndex, message: str, slugs: set[str]) -> None:
    result = index.search(message)
    assert result.verdict == "did_you_mean"
    assert set(result.suggestions[: len(slugs)]) == slugs


@pytest.mark.parametrize(
    "message",
    [
        "",
        "45",
        "9A",
        "13 b",
        "Eleven går i 9 A",
        "Kan læreren dele etter § 13 b når mor nekter?",
        "§ 999",
        "straffeloven",
        "hpl § 13-2 " * 20,
        "Barnet er 12-16 år",
        "§",
        "§ 196 og hva gjør jeg med barnet som er slått?",
    ],
)
def test_anything_more_than_a_section_is_left_to_the_search(sections: LawSections, message: str) -> None:
    assert sections.answers_to(message) == ()


def test_every_old_number_of_a_source_leads_to_an_answer(sections: LawSections) -> None:
    for source in SOURCES.values():
        for old in source.formerly:
            for number in sections_in(old):
                assert sections.answers_to(f"{source.title} § {number}"), (source.title, old)


def test_the_file_names_real_laws_and_real_answers() -> None:
    words = LEXICON.sections
    assert set(words.laws) <= {source.title for source in SOURCES.values()}
    for chosen in words.answers.values():
        for told in chosen.values():
            assert {told} if isinstance(told, str) else set(told) <= set(ARTICLES)


@pytest.mark.parametrize(
    ("told", "sections"),
    [
        ("§ 13 a nr. 1", ["13a"]),
        ("§§ 41, 42 og 44", ["41", "42", "44"]),
        ("§ 12-4 og § 12-5", ["12-4", "12-5"]),
        ("kapittel 9 A i loven fra 1998", ["9a"]),
        ("§ 15-3 i loven fra 1998", ["15-3"]),
        ("kapittel 9.1 Taushetsplikt", []),
        ("Om barnehuset", []),
    ],
)
def test_the_sections_of_a_source_are_read(told: str, sections: list[str]) -> None:
    assert sections_in(told) == sections


@pytest.mark.parametrize("hostile", ["§", "§ ", "kapittel ", "§1", "§ 1 og ", "1-", "§ 1 a"])
def test_a_long_and_hostile_text_is_read_in_a_time_that_grows_with_its_length(hostile: str) -> None:
    """40 000 signs took 50 seconds when every «§» in a row was tried with all that follow."""
    began = process_time()
    sections_in(hostile * (40_000 // len(hostile)))
    assert process_time() - began < 5


def test_a_file_an_editor_has_broken_is_told_in_norwegian(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / SECTIONS_FILE).write_text('laws: {}\nanswers:\n  Båtloven:\n    "1": meldeplikt-naar\n', "utf-8")
    problems: list[Problem] = []
    assert read_section_words(tmp_path, problems) == SectionWords()
    assert "«Båtloven» står under answers, men ikke under laws" in str(problems[0])
    assert read_section_words(tmp_path / "none", problems) == SectionWords()
