"""Reads `words/acute_sentences.yaml`, and finds in a text the short sentences of danger that are built of its groups
of words: «foreldrene slåss», «han slår aldri når han er edru».

Must not judge a text as a whole: `acute` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

SENTENCES = "words/acute_sentences.yaml"
FIELDS = ("groups", "sentences", "apart")
MOST_BETWEEN = 3
"""How often a group with a question mark may stand in its place: not at all, or up to so many times."""
COMMA = ","
"""Part of a sentence at whose place there may be a comma, a full stop or a dash; anywhere else they part sentences."""
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]|\n")
_PAUSE = frozenset(",.;:–-")
_PART = re.compile(r"<([^<>?]+)(\??)>|([^<>\s]+)")


@dataclass(frozen=True)
class Group:
    """Words and expressions that may stand in the same place; a star at the end means «begins with»."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word → what follows it in each expression that begins so."""
    beginnings: tuple[str, ...] = ()

    def lengths(self, words: Sequence[str], at: int) -> Iterator[int]:
        """Yield how many words each expression has that stands at a place of a text."""
        if at >= len(words):
            return
        for rest in self.by_first.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                yield 1 + len(rest)
        if self.beginnings and words[at].startswith(self.beginnings):
            yield 1


@dataclass(frozen=True)
class Part:
    """One place of a sentence."""

    group: Group
    may_lack: bool = False
    is_pause: bool = False


Sentence = tuple[Part, ...]
Leads = Mapping[str, tuple[tuple[str, Sentence], ...]]
"""Word → the sentences that may begin with it, each with what it tells of."""


@dataclass(frozen=True)
class AcuteSentences:
    """What is looked for, by the words it can begin with."""

    told: Leads = field(default_factory=dict)
    apart: Leads = field(default_factory=dict)
    """What such words are no danger in: «foreldrene slåss for en plass»."""

    def find(self, plain: str) -> tuple[str, str] | None:
        """Return the kind of danger and the words of the first sentence in a text in lower case, or None."""
        words = _TOKEN.findall(plain)
        spans = list(_spans(self.told, words))
        if not spans:
            return None
        apart = [(begin, end) for _, begin, end in _spans(self.apart, words)]
        for kind, begin, end in spans:
            if not any(begin < last and first < end for first, last in apart):
                return kind, " ".join(words[begin:end])
        return None


NO_SENTENCES = AcuteSentences()


def _spans(leads: Leads, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield each sentence that stands in a text: what it tells of, and its first word and the one after its last."""
    for at, word in enumerate(words):
        for what, sentence in leads.get(word, ()):
            end = _end(sentence, 0, words, at)
            if end is not None:
                yield what, at, end


def _end(sentence: Sentence, place: int, words: Sequence[str], at: int, times: int = 0) -> int | None:
    """Return where the rest of a sentence, from one of its places on, ends in a text; None where it does not stand."""
    if place == len(sentence):
        return at
    part = sentence[place]
    if part.is_pause:
        while at < len(words) and words[at] in _PAUSE:
            at += 1
        return _end(sentence, place + 1, words, at)
    if part.may_lack:
        found = _end(sentence, place + 1, words, at)
        if found is not None or times == MOST_BETWEEN:
            return found
    after = (place, times + 1) if part.may_lack else (place + 1, 0)
    ends = (_end(sentence, after[0], words, at + length, after[1]) for length in part.group.lengths(words, at))
    return next((end for end in ends if end is not None), None)


def load_sentences(knowledge: Path, kinds: Sequence[str]) -> AcuteSentences:
    """Read the file. Raises KnowledgeError with every problem."""
    file = read_yaml(knowledge / SENTENCES, SENTENCES)
    problems: list[Problem] = []
    data = file.data if isinstance(file.data, dict) else {}
    for name in data:
        if name not in FIELDS:
            problems.append(_problem(file, (str(name),), f"Feltet «{name}» finnes ikke.{did_you_mean(name, FIELDS)}"))
    groups = {name: _group(words) for name, words in _lists(file, data, "groups", problems).items()}
    sentences = _lists(file, data, "sentences", problems)
    problems += [
        _problem(file, ("sentences", kind), f"«{kind}» finnes ikke.{did_you_mean(kind, kinds)}")
        for kind in sentences
        if kind not in kinds
    ]
    told = [(kind, one) for kind, listed in sentences.items() for one in listed]
    apart = [("", one) for one in _listed(file, data.get("apart"), ("apart",), problems)]
    found = AcuteSentences(_leads(file, told, groups, problems), _leads(file, apart, groups, problems))
    if problems:
        raise KnowledgeError(problems)
    return found


def _leads(
    file: YamlFile, sentences: Sequence[tuple[str, str]], groups: Mapping[str, Group], problems: list[Problem]
) -> Leads:
    leads: dict[str, list[tuple[str, Sentence]]] = {}
    for what, written in sentences:
        where = ("sentences", what) if what else ("apart",)
        unknown = [name for name, _, _ in _PART.findall(written) if name and name not in groups]
        problems += [
            _problem(file, where, f"Gruppa «{name}» finnes ikke.{did_you_mean(name, groups)}") for name in unknown
        ]
        if unknown:
            continue
        sentence = tuple(_part(name, mark, word, groups) for name, mark, word in _PART.findall(written))
        if not sentence or sentence[0].may_lack or sentence[0].is_pause or sentence[0].group.beginnings:
            text = f"«{written}» må begynne med et helt ord eller en gruppe av hele ord."
            problems.append(_problem(file, where, text))
            continue
        for first in sentence[0].group.by_first:
            leads.setdefault(first, []).append((what, sentence))
    return {first: tuple(found) for first, found in leads.items()}


def _part(name: str, mark: str, word: str, groups: Mapping[str, Group]) -> Part:
    if word == COMMA:
        return Part(Group({}), is_pause=True)
    return Part(groups[name], may_lack=bool(mark)) if name else Part(_group((word,)))


def _group(words: Sequence[str]) -> Group:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    beginnings = tuple(word[:-1] for word in words if word.endswith("*"))
    for first, *rest in (word.split() for word in words if not word.endswith("*")):
        by_first.setdefault(first, []).append(tuple(rest))
    ordered = {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in by_first.items()}
    return Group(ordered, beginnings)


def _lists(file: YamlFile, data: Mapping[Any, Any], name: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    table = data.get(name)
    if not isinstance(table, dict):
        text = "Her skal det stå navn med en liste under hvert."
        problems.append(_problem(file, (name,), text))
        return {}
    return {str(key): _listed(file, value, (name, str(key)), problems) for key, value in table.items()}


def _listed(file: YamlFile, value: Any, where: tuple[str, ...], problems: list[Problem]) -> tuple[str, ...]:
    """Return the words of a list in lower case; none when it is no list, is empty or has an empty one."""
    words = tuple(str(word).casefold().strip() for word in value) if isinstance(value, list) else ()
    if words and all(words):
        return words
    problems.append(_problem(file, where, "Her skal det stå en liste med ord, uten tomme."))
    return ()


def _problem(file: YamlFile, path: tuple[str, ...], message: str) -> Problem:
    return Problem(file.name, ".".join(path), message, file.line_of(path))
