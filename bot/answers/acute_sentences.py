"""Reads `words/acute_sentences.yaml`, and finds in a text the short sentences of danger that are built of its groups
of words: «foreldrene slåss», «han slår aldri når han er edru». `words/acute_few_words.yaml`, which is read with it,
`words/omsorgssvikt.yaml` and `words/own_danger.yaml` are written the same way.

Must not judge a text as a whole: `acute` and `neglect` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

SENTENCES, FEW_WORDS = "words/acute_sentences.yaml", "words/acute_few_words.yaml"
READ_TOGETHER = (SENTENCES, FEW_WORDS)
"""Files whose calm sentences count for both."""
FIELDS = ("groups", "sentences", "apart")
MOST_BETWEEN = 3
"""How often a group with a question mark may stand in its place: not at all, or up to so many times."""
COMMA = ","
"""Part of a sentence at whose place there may be a comma, a full stop, an exclamation mark or a dash; anywhere else
they part sentences."""
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]|\n")
BUT = "-"
"""What all words of a group begin with that stands for any other word."""
ALONE: tuple[tuple[str, ...], ...] = ((),)
"""What follows a word that is an expression by itself, as most are: nothing."""
WHOLE = "."
"""Part that ends a sentence which counts only where it is the whole message."""
_PAUSE = frozenset(",.;:!–-")
_PART = re.compile(r"(!?)<([^<>?]+)(\??)>|([^<>\s]+)")


@dataclass(frozen=True, slots=True)
class Group:
    """Words and expressions that may stand in the same place; a star at the end means «begins with»."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word → what follows it in each expression that begins so."""
    beginnings: tuple[str, ...] = ()
    mark: int = 0
    """A bit of its own; none where words cannot be looked up, for they only begin so or are any but some."""
    but: frozenset[str] = frozenset()
    """The only words that may not stand here, where all others may."""

    def lengths(self, words: Sequence[str], at: int) -> Iterator[int]:
        """Yield how many words each expression has that stands at a place of a text."""
        if at >= len(words):
            return
        for rest in self.by_first.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                yield 1 + len(rest)
        if self.beginnings and words[at].startswith(self.beginnings):
            yield 1
        if self.but and words[at] not in self.but and words[at][0].isalnum():
            yield 1


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a sentence."""

    group: Group
    may_lack: bool = False
    is_pause: bool = False
    is_barred: bool = False
    """Nothing of the group may stand here: «slåss mot» is of no danger, but «slåss mot hverandre» is."""

    @property
    def is_needed(self) -> bool:
        """Tell whether something of the group must stand in the text."""
        return not (self.may_lack or self.is_pause or self.is_barred)


class Sentence(NamedTuple):
    """What is looked for, and what it tells of."""

    what: str
    parts: tuple[Part, ...]
    needs: int
    """The marks of its groups that must stand in a text: most texts lack one, and are looked at no further."""
    is_whole: bool = False
    """Whether nothing else may be said in the message."""


_Rests = dict[tuple[str, ...], tuple[str, ...]]
"""What follows a first word, once each: the same words follow many."""
Leads = Mapping[str, tuple[Sentence, ...]]
"""Word → the sentences that may begin with it."""


@dataclass(frozen=True)
class AcuteSentences:
    """What is looked for, by the words it can begin with."""

    told: Leads = field(default_factory=dict)
    apart: Leads = field(default_factory=dict)
    """What such words are no danger in: «foreldrene slåss for en plass». It is not read any further."""
    marks: Mapping[str, int] = field(default_factory=dict)
    """Word → the marks of the groups in which something begins with it."""
    kinds: tuple[str, ...] = ()
    """The kinds of danger as the file has them, the most urgent first."""

    def read(self, plain: str) -> tuple[tuple[str, str] | None, str]:
        """Return the kind of danger and the words of the most urgent sentence in a text in lower case, or None; and the
        text without the sentences that are no danger, which only sound so."""
        words = _TOKEN.findall(plain)
        found, apart = self._found(words)
        kind, begin, end = min(found, key=lambda one: self.kinds.index(one[0]), default=("", 0, 0))
        outright = (kind, " ".join(words[begin:end])) if kind else None
        return outright, _without(apart, plain) if apart else plain

    def kinds_in(self, plain: str) -> frozenset[str]:
        """Return what every sentence tells of that stands in a text in lower case."""
        found, _ = self._found(_TOKEN.findall(plain))
        return frozenset(kind for kind, _, _ in found)

    def calm_in(self, plain: str) -> frozenset[str]:
        """Return the words of a text in lower case that are no danger here, and are not read any further."""
        words = _TOKEN.findall(plain)
        return frozenset(" ".join(words[begin:end]) for _, begin, end in _spans(self.apart, words, self._marks(words)))

    def _found(self, words: Sequence[str]) -> tuple[list[tuple[str, int, int]], list[tuple[int, int]]]:
        """Return the sentences that stand in a text, and where those stand that are no danger."""
        marks = self._marks(words)
        told = list(_spans(self.told, words, marks))
        apart = [(begin, end) for _, begin, end in _spans(self.apart, words, marks)]
        return [one for one in told if not any(one[1] < last and first < one[2] for first, last in apart)], apart

    def _marks(self, words: Sequence[str]) -> int:
        return reduce(or_, {self.marks.get(word, 0) for word in words}, 0)


NO_SENTENCES = AcuteSentences()


def joined(one: AcuteSentences, other: AcuteSentences) -> AcuteSentences:
    """Return what two files look for: what is calm in one of them is so in the other too."""
    known = reduce(or_, one.marks.values(), 0).bit_length()  # the other file counts its groups from one as well
    same: dict[int, int] = {}  # numbers of thousands of bits, half of them equal
    marks: dict[str, int] = {}
    for word in dict.fromkeys((*one.marks, *other.marks)):
        mark = one.marks.get(word, 0) | other.marks.get(word, 0) << known
        marks[word] = same.setdefault(mark, mark)
    told, apart = (_both(mine, theirs, known) for mine, theirs in ((one.told, other.told), (one.apart, other.apart)))
    return AcuteSentences(told, apart, marks, tuple(dict.fromkeys((*one.kinds, *other.kinds))))


def _both(mine: Leads, theirs: Leads, known: int) -> Leads:
    moved = {id(one): one._replace(needs=one.needs << known) for some in theirs.values() for one in some}
    words = dict.fromkeys((*mine, *theirs))
    return {word: mine.get(word, ()) + tuple(moved[id(one)] for one in theirs.get(word, ())) for word in words}


def _without(spans: Sequence[tuple[int, int]], plain: str) -> str:
    """Return a text without the words in some spans of it."""
    tokens = list(_TOKEN.finditer(plain))
    kept, at = "", 0
    for begin, end in spans:
        kept += plain[at : tokens[begin].start()] + " "
        at = max(at, tokens[end - 1].end())
    return kept + plain[at:]


def _spans(leads: Leads, words: Sequence[str], marks: int) -> Iterator[tuple[str, int, int]]:
    """Yield each sentence that stands in a text: what it tells of, and its first word and the one after its last."""
    for at, word in enumerate(words):
        for what, parts, needs, is_whole in leads.get(word, ()):
            end = _end(parts, 0, words, at) if needs & marks == needs and not (is_whole and at) else None
            if end is not None and not (is_whole and any(rest[0].isalnum() for rest in words[end:])):
                yield what, at, end


def _end(sentence: Sequence[Part], place: int, words: Sequence[str], at: int, times: int = 0) -> int | None:
    """Return where the rest of a sentence, from one of its places on, ends in a text; None where it does not stand."""
    if place == len(sentence):
        return at
    part = sentence[place]
    if part.is_pause:
        while at < len(words) and words[at] in _PAUSE:
            at += 1
        return _end(sentence, place + 1, words, at)
    if part.is_barred:
        return None if any(part.group.lengths(words, at)) else _end(sentence, place + 1, words, at)
    if part.may_lack:
        found = _end(sentence, place + 1, words, at)
        if found is not None or times == MOST_BETWEEN:
            return found
    after = (place, times + 1) if part.may_lack else (place + 1, 0)
    ends = (_end(sentence, after[0], words, at + length, after[1]) for length in part.group.lengths(words, at))
    return next((end for end in ends if end is not None), None)


def load_sentences(knowledge: Path, kinds: Sequence[str], path: str = SENTENCES) -> AcuteSentences:
    """Read a file of sentences, each told of one of the kinds. Raises KnowledgeError with every problem."""
    return sentences_of(read_yaml(knowledge / path, path), kinds)


def sentences_of(file: YamlFile, kinds: Sequence[str] | None = None) -> AcuteSentences:
    """Return the sentences of a file that is read; without `kinds` they may tell of anything. Raises KnowledgeError."""
    problems: list[Problem] = []
    data = file.data if isinstance(file.data, dict) else {}
    for name in data:
        if name not in FIELDS:
            problems.append(_problem(file, (str(name),), f"Feltet «{name}» finnes ikke.{did_you_mean(name, FIELDS)}"))
    groups: dict[str, Group] = {}
    rests: _Rests = {}
    for name, words in _lists(file, data, "groups", problems).items():
        groups[f"<{name}>"] = _group(words, len(groups), rests)
    sentences = _lists(file, data, "sentences", problems)
    problems += [
        _problem(file, ("sentences", kind), f"«{kind}» finnes ikke.{did_you_mean(kind, kinds)}")
        for kind in sentences
        if kinds is not None and kind not in kinds
    ]
    told = [(kind, one) for kind, listed in sentences.items() for one in listed]
    apart = [("", one) for one in _listed(file, data.get("apart"), ("apart",), problems)]
    leads, leads_apart = (_leads(file, some, groups, problems) for some in (told, apart))
    marks: dict[str, int] = {}
    for group in groups.values():
        for first in group.by_first:
            marks[first] = marks.get(first, 0) | group.mark
    if problems:
        raise KnowledgeError(problems)
    return AcuteSentences(leads, leads_apart, marks, tuple(sentences))


def _leads(
    file: YamlFile, sentences: Sequence[tuple[str, str]], groups: dict[str, Group], problems: list[Problem]
) -> Leads:
    """Return the sentences by their first word; a word of its own becomes a group of one."""
    leads: dict[str, list[Sentence]] = {}
    same: dict[tuple[str, bool, bool], Part] = {}  # ten thousand places, some thousand different ones
    for what, written in sentences:
        where = ("sentences", what) if what else ("apart",)
        begun, is_whole = written.removesuffix(f" {WHOLE}"), written.endswith(f" {WHOLE}")
        found = [
            (f"<{name}>" if name else word, bool(mark), bool(bar)) for bar, name, mark, word in _PART.findall(begun)
        ]
        unknown = [name for name, *_ in found if name.startswith("<") and name not in groups]
        if unknown:
            known = [name.strip("<>") for name in groups if name.startswith("<")]
            problems += [
                _problem(file, where, f"Gruppa «{name[1:-1]}» finnes ikke.{did_you_mean(name[1:-1], known)}")
                for name in unknown
            ]
            continue
        for name, *_ in found:
            groups.setdefault(name, _group((name,), len(groups), {}))
        for name, may_lack, is_barred in found:
            same.setdefault((name, may_lack, is_barred), Part(groups[name], may_lack, name == COMMA, is_barred))
        parts = tuple(map(same.__getitem__, found))
        if not parts or not parts[0].is_needed or not parts[0].group.mark:
            text = f"«{written}» må begynne med et helt ord eller en gruppe av hele ord."
            problems.append(_problem(file, where, text))
            continue
        must = (part.group.mark for part in parts if part.is_needed)
        sentence = Sentence(what, parts, reduce(or_, must), is_whole)
        for first in parts[0].group.by_first:
            leads.setdefault(first, []).append(sentence)
    return {first: tuple(some) for first, some in leads.items()}


def _group(words: Sequence[str], number: int, same: _Rests) -> Group:
    if all(word.startswith(BUT) for word in words):
        return Group({}, but=frozenset(word.removeprefix(BUT) for word in words))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    beginnings = tuple(word[:-1] for word in words if word.endswith("*"))
    for first, *rest in (word.split() for word in words if not word.endswith("*")):
        after = tuple(map(intern, rest))
        by_first.setdefault(intern(first), []).append(same.setdefault(after, after))
    ordered = {
        first: tuple(sorted(rests, key=len, reverse=True)) if rests != [()] else ALONE
        for first, rests in by_first.items()
    }
    return Group(ordered, beginnings, 0 if beginnings else 1 << number)


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
