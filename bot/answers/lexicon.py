"""The word lists an editor keeps under `knowledge/words`, read for search: spellings, English, concepts, small talk.

Must not know the articles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.answers.dialect import read_dialect
from bot.answers.english import COMMON, with_endings
from bot.answers.law_sections import SectionWords, read_section_words
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import read_yaml

SPELLINGS, ENGLISH, CONCEPTS, SMALL_TALK = (
    "words/skrivematter.yaml",
    "words/engelsk.yaml",
    "words/begreper.yaml",
    "words/smaprat.yaml",
)
SMALL_ENGLISH = "words/engelsk_smaord.yaml"
BOTH_LANGUAGES = "words/engelsk_og_norsk.txt"
OFF_TOPIC, MORE_QUESTIONS, TOPICS = "words/ikke_vart_tema.txt", "words/flere_sporsmal.tsv", "topics.tsv"
LIKE_SMALL_TALK = "words/smaprat_liknende.tsv"
TALK_KINDS = frozenset({
    "hilsen", "takk", "ok", "bedre", "vent", "farvel", "hvem_er_du", "hva_lagrer_du", "hva_kan_du", "hvordan_gar_det",
    "sliten", "verre", "usikker", "misfornoyd", "fornaermelse", "forstar_ikke", "engelsk", "hastverk", "videre",
    "tviler", "hvem_det_gjelder", "knapp", "spor",
})  # fmt: skip
"""The kinds of small talk that there is an answer to."""


@dataclass(frozen=True)
class Lexicon:
    """Everything search knows about words. Made by `load_lexicon`; tests may make small ones by hand."""

    spellings: Mapping[str, str] = field(default_factory=dict)
    """Nynorsk, dialect, abbreviation or misspelling → bokmål."""
    phrases: Mapping[str, str] = field(default_factory=dict)
    """The same for expressions of several words."""
    dialect: Mapping[str, str] = field(default_factory=dict)
    """Further words of dialects and nynorsk → the same word in bokmål: where danger is looked for, they are read so
    before all else."""
    english: Mapping[str, str] = field(default_factory=dict)
    small_english: Mapping[str, str] = field(default_factory=dict)
    """Further words and expressions, known to the search only: what tells danger was learned without them."""
    also_norwegian: frozenset[str] = frozenset()
    """English words that are Norwegian words too, and so don't tell that a text is English."""
    english_expressions: Mapping[str, str] = field(default_factory=dict)
    """English of one or several words → several Norwegian ones. Filled in by `for_search`."""
    english_marks: frozenset[str] = COMMON
    """Words that tell that a text is English. `for_search` adds those of the lists."""
    is_for_search: bool = False
    """Whether English is read with more care: spelt as other bokmål, and not told by «i» or «her» in a short text."""
    concepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Concept → words, `drikk*` prefixes and expressions."""
    sure_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug → concepts, one of which a question must name before that answer is given without asking."""
    small_talk: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind of small talk → whole messages."""
    small_talk_words: tuple[str, ...] = ()
    """Words that may stand in small talk, beside those of its messages."""
    like_small_talk: tuple[tuple[str, str], ...] = ()
    """(kind, message): what resembles one of these and is like no article is small talk too."""
    off_topic: tuple[str, ...] = ()
    more_questions: tuple[tuple[str, str], ...] = ()
    """(slug, question): further ways to ask, which are searched but never shown."""
    scopes: Mapping[str, str] = field(default_factory=dict)
    """Slug → what the topic covers, in one line."""
    sections: SectionWords = field(default_factory=SectionWords)
    """What a message that is only a section of a law leads to."""

    def for_search(self) -> Lexicon:
        """Return the lexicon with further dialect and small English words among the others; in doubt these count."""
        english = {**self.english, **self.small_english}
        words = {word: to for word, to in english.items() if word.isalpha() and len(to.split()) == 1}
        return replace(
            self,
            spellings={**self.dialect, **self.spellings},
            english=with_endings(words),
            english_expressions={word: to for word, to in english.items() if word not in words},
            english_marks=COMMON.union(word for word in english if word.isalpha() and word not in self.also_norwegian),
            is_for_search=True,
        )


def load_lexicon(knowledge: Path) -> Lexicon:
    """Read the lists. Raises KnowledgeError with every problem; a missing list is a problem, an empty one is not."""
    problems: list[Problem] = []
    spellings = _inverted(_table(knowledge, SPELLINGS, "words", problems), problems)
    small_talk = _lists(_table(knowledge, SMALL_TALK, "kinds", problems), SMALL_TALK, problems)
    concepts = _lists(_table(knowledge, CONCEPTS, "concepts", problems), CONCEPTS, problems)
    lexicon = Lexicon(
        spellings={word: to for word, to in spellings.items() if " " not in word},
        phrases={word: to for word, to in spellings.items() if " " in word},
        dialect=read_dialect(knowledge, problems),
        english={str(k): str(v) for k, v in _table(knowledge, ENGLISH, "words", problems).items()},
        small_english={str(k): str(v) for k, v in _table(knowledge, SMALL_ENGLISH, "words", problems).items()},
        also_norwegian=frozenset(_lines(knowledge, BOTH_LANGUAGES, problems)),
        concepts=concepts,
        sure_with=_sure_with(knowledge, concepts, problems),
        small_talk=small_talk,
        small_talk_words=tuple(map(str, _listed(knowledge, SMALL_TALK, "words", problems))),
        like_small_talk=_of_kinds(knowledge, small_talk, problems),
        off_topic=tuple(_lines(knowledge, OFF_TOPIC, problems)),
        more_questions=_pairs(_lines(knowledge, MORE_QUESTIONS, problems), problems),
        scopes={
            fields[1]: fields[3] for line in _lines(knowledge, TOPICS, problems) if len(fields := line.split("\t")) == 4
        },
        sections=read_section_words(knowledge, problems),
    )
    if problems:
        raise KnowledgeError(problems)
    return lexicon


def _table(knowledge: Path, name: str, key: str, problems: list[Problem]) -> dict[Any, Any]:
    try:
        file = read_yaml(knowledge / name, name)
    except KnowledgeError as error:
        problems.extend(error.problems)
        return {}
    table = file.data.get(key) if isinstance(file.data, dict) else None
    if not isinstance(table, dict):
        problems.append(Problem(name, key, f"Fila skal begynne med «{key}:» og ha ordene under.", 1))
        return {}
    return table


def _listed(knowledge: Path, name: str, key: str, problems: list[Problem]) -> list[Any]:
    try:
        file = read_yaml(knowledge / name, name)
    except KnowledgeError:  # told of already, by whoever read the rest of the file
        return []
    listed = file.data.get(key, []) if isinstance(file.data, dict) else []
    if not isinstance(listed, list):
        problems.append(Problem(name, key, f"Fila skal ha «{key}:» med en liste ord, for eksempel [en, to].", 1))
        return []
    return listed


def _sure_with(knowledge: Path, concepts: Mapping[str, Any], problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Return the table that may stand beside the concepts; what was published before it was invented has none."""
    try:
        file = read_yaml(knowledge / CONCEPTS, CONCEPTS)
    except KnowledgeError:  # told of already, by whoever read the rest of the file
        return {}
    table = file.data.get("sure_with", {}) if isinstance(file.data, dict) else {}
    if not isinstance(table, dict):
        problems.append(Problem(CONCEPTS, "sure_with", "Her skal det stå svar og lister, for eksempel svar: [rus]."))
        return {}
    found = _lists(table, CONCEPTS, problems)
    unknown = ((slug, one) for slug, several in found.items() for one in several if one not in concepts)
    problems += [Problem(CONCEPTS, f"sure_with.{slug}", f"«{one}» står ikke i «concepts».") for slug, one in unknown]
    return found


def _lists(table: dict[Any, Any], name: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for key, words in table.items():
        if not isinstance(words, list):
            problems.append(Problem(name, str(key), "Her skal det stå en liste, for eksempel [en, to]."))
            continue
        lists[str(key)] = tuple(str(word).casefold() for word in words)
    return lists


def _inverted(table: dict[Any, Any], problems: list[Problem]) -> dict[str, str]:
    """Turn `bokmål: [variants]` into variant → bokmål; a variant may lead to one word only."""
    found: dict[str, str] = {}
    for word, variants in _lists(table, SPELLINGS, problems).items():
        for variant in variants:
            other = found.setdefault(variant, word)
            if other != word:
                problems.append(
                    Problem(
                        SPELLINGS, f"words.{word}", f"«{variant}» står også under «{other}». Behold den på ett sted."
                    )
                )
    return found


def _lines(knowledge: Path, name: str, problems: list[Problem]) -> list[str]:
    try:
        text = (knowledge / name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(name, "", "Fila finnes ikke, eller er ikke lagret som UTF-8."))
        return []
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _pairs(lines: list[str], problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for line in lines:
        slug, tab, question = line.partition("\t")
        if not tab or not re.fullmatch(r"[a-z0-9_-]+", slug) or not question.strip():
            problems.append(Problem(MORE_QUESTIONS, line[:40], "Skriv: svar (slug), tabulator, spørsmål."))
            continue
        pairs.append((slug, question.strip()))
    return tuple(pairs)


def _of_kinds(knowledge: Path, kinds: Mapping[str, Any], problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    """Return (kind, message) of each line. The file may be missing: what was published before it was invented is whole
    without it."""
    for kind in sorted(set(kinds) - TALK_KINDS):
        known = ", ".join(sorted(TALK_KINDS))
        problems.append(
            Problem(SMALL_TALK, f"kinds.{kind}", f"Boten har ikke noe svar på «{kind}». Bruk en av: {known}.")
        )
    lines = _lines(knowledge, LIKE_SMALL_TALK, problems) if (knowledge / LIKE_SMALL_TALK).exists() else []
    pairs = [(kind, message.strip()) for kind, _, message in (line.partition("\t") for line in lines)]
    for line, (kind, message) in zip(lines, pairs, strict=True):
        if kind not in kinds or not message:
            how = f"Skriv: en av {', '.join(kinds)}, tabulator, melding."
            problems.append(Problem(LIKE_SMALL_TALK, line[:40], how))
    return tuple(pairs)
