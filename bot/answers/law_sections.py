"""Answers a message that is nothing but a section of a law: «hpl § 45», «§ 15-3», «kapittel 9 A».

Search by likeness cannot tell § 13 from § 13-2; here the number is looked up among what the answers cite, old numbers
included. Must not guess: any other word in the message leaves it to the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, model_validator

from bot.content.article import Article
from bot.content.model_problem import build
from bot.content.problem import KnowledgeError, Problem
from bot.content.source import Source
from bot.content.yaml_file import read_yaml

SECTIONS_FILE = "words/paragrafer.yaml"
MOST_ANSWERS = 3
"""A section that more answers cite tells too little, unless an editor has said which answer it leads to."""
LONGEST = 90
"""A longer message is a question, not a section."""
_MARK = re.compile(r"§+|\b(?:paragraf(?:en)?|kapittel|kap)\b\.?|(?<=\d)\s?a[- ]sak(?:en)?\b")
_NUMBER = re.compile(r"(?<![\d-])\d{1,3}(?:-\d{1,2})?(?:\s?[a-f](?![\w]))?(?:-\d{1,2})?(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_CITED = re.compile(r"(?:§|kapittel)\s*((?:\d[\d-]*(?:\s[a-fA-F]\b)?(?!\.\d)(?:,\s|\sog\s)?)+)")
"""What stands after a «§»: of several in a row only the last has a number after it, and the others are passed by."""


class SectionWords(BaseModel):
    """What an editor has told in `paragrafer.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    laws: dict[str, tuple[str, ...]] = {}
    """Title of a law among the sources → what people call it."""
    beside: frozenset[str] = frozenset()
    answers: dict[str, dict[str, str | tuple[str, ...]]] = {}
    """Title → section («13b») → the answer (or up to three) when many answers cite it."""

    @model_validator(mode="after")
    def _laws_are_named(self) -> SectionWords:
        for title in self.answers:
            if title not in self.laws:
                raise ValueError(f"«{title}» står under answers, men ikke under laws. Skriv loven likt begge steder.")
        return self


def read_section_words(knowledge: Path, problems: list[Problem]) -> SectionWords:
    """Read the file; what is wrong is added to `problems`. Without the file nothing is looked up."""
    if not (knowledge / SECTIONS_FILE).exists():
        return SectionWords()
    try:
        file = read_yaml(knowledge / SECTIONS_FILE, SECTIONS_FILE)
    except KnowledgeError as error:
        problems.extend(error.problems)
        return SectionWords()
    words, wrong = build(SectionWords, file.data, file, ())
    problems.extend(wrong)
    return words or SectionWords()


class LawSections:
    """Knows which answers a section leads to."""

    def __init__(
        self, words: SectionWords, articles: Mapping[str, Article], sources: Mapping[str, Source] | None = None
    ) -> None:
        self._beside = words.beside
        self._laws = {name: title for title, names in words.laws.items() for name in names}
        longest_first = sorted(self._laws, key=lambda name: -len(name))
        self._name = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b\.?")
        self._told = _told(words, articles)
        self._cited: dict[str, dict[str, tuple[str, ...]]] = {}
        for title, section, slug in _cited(articles.values(), sources or {}):
            known = self._cited.setdefault(section, {})
            known[title] = tuple(dict.fromkeys([*known.get(title, ()), slug]))
        self._renumbered = _renumbered((sources or {}).values())

    def answers_to(self, message: str) -> tuple[str, ...]:
        """Return the one to three answers to a message that names a section and asks nothing else; else none."""
        read = self._read(message)
        return self._found(*read) if read else ()

    def renumbered(self, message: str) -> tuple[str, str] | None:
        """Return the old number and the section it is today, when the message names an old one of one law only."""
        read = self._read(message)
        by_law = self._renumbered.get(read[0], {}) if read else {}
        meant = [told for title, told in by_law.items() if read and (not read[1] or title in read[1])]
        return meant[0] if len(meant) == 1 else None

    def _read(self, message: str) -> tuple[str, set[str]] | None:
        """Return the section and the laws that are named, or None when the message is more than that."""
        if not _DIGIT.search(message):
            return None
        text = " ".join(message.casefold().split())
        if len(text) > LONGEST:
            return None
        laws = {self._laws[name.rstrip(".")] for name in self._name.findall(text)}
        rest = self._name.sub(" ", text)
        numbers = [re.sub(r"\s", "", number) for number in _NUMBER.findall(rest)]
        sections = [number for number in numbers if number in self._told or number in self._cited]
        is_marked = bool(laws or _MARK.search(rest) or any("-" in number for number in sections))
        others = set(_WORD.findall(_MARK.sub(" ", _NUMBER.sub(" ", rest)))) - self._beside
        return (sections[-1], laws) if sections and is_marked and not others else None

    def _found(self, section: str, laws: set[str]) -> tuple[str, ...]:
        """Return what the editors have told, and what is cited only when they have told nothing."""
        for answers in (self._told, self._cited):
            by_law = answers.get(section, {})
            chosen = [by_law[title] for title in by_law if not laws or title in laws]
            if chosen:
                found = tuple(dict.fromkeys(slug for slugs in chosen for slug in slugs))
                return found if len(found) <= MOST_ANSWERS else ()
        return ()


def _told(words: SectionWords, articles: Mapping[str, Article]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return section → law → answers, without answers that do not exist."""
    told: dict[str, dict[str, tuple[str, ...]]] = {}
    for title, chosen in words.answers.items():
        for section, named in chosen.items():
            slugs = tuple(slug for slug in ([named] if isinstance(named, str) else named) if slug in articles)
            if slugs:
                told.setdefault(section, {})[title] = slugs
    return told


def _renumbered(sources: Iterable[Source]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return old section → law → (old, new). A number that is another section today is left out: both are meant."""
    laws = [one for one in sources if one.certainty == "lovtekst"]
    today = {(one.title, section) for one in laws for section in sections_in(one.section)}
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for source in laws:
        for old in source.formerly:
            for section in sections_in(old):
                if (source.title, section) not in today:
                    name = source.title[0].lower() + source.title[1:]
                    found.setdefault(section, {})[source.title] = (old, f"{name} {source.section}")
    return found


def _cited(articles: Iterable[Article], sources: Mapping[str, Source]) -> Iterable[tuple[str, str, str]]:
    """Yield (law, section, slug) for every section an answer cites, old numbers too."""
    for article in articles:
        cited = [sources[one.id] for one in article.sources if one.id in sources]
        for source in (one for one in cited if one.certainty == "lovtekst"):
            for told in (source.section, *source.formerly):
                for section in sections_in(told):
                    yield source.title, section, article.slug


def sections_in(told: str) -> list[str]:
    """Return the sections of a source as they are looked up: «§§ 41, 42 og 44» is three, «§ 13 a nr. 1» is «13a»."""
    return [
        re.sub(r"\s", "", number.casefold())
        for group in _CITED.findall(told)
        for number in _NUMBER.findall(group.casefold())
    ]
