"""Reads `words/acute_sentences.yaml` and what is written the same way: `words/acute_few_words.yaml`, which is read with
it, `words/omsorgssvikt.yaml` and `words/own_danger.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any

from bot.answers.acute_sentences import ALONE, AcuteSentences, Group, Part, Sentence
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

SENTENCES, FEW_WORDS = "words/acute_sentences.yaml", "words/acute_few_words.yaml"
READ_TOGETHER = (SENTENCES, FEW_WORDS)
"""Files whose calm sentences count for both."""
FIELDS = ("groups", "sentences", "apart")
COMMA = ","
"""Part of a sentence at whose place there may be a comma, a full stop, an exclamation mark or a dash; anywhere else
they part sentences."""
BUT = "-"
"""What all words of a group begin with that stands for any other word."""
WHOLE = "."
"""Part that ends a sentence which counts only where it is the whole message."""
_PART = re.compile(r"(!?)<([^<>?]+)(\??)>|([^<>\s]+)")
_Same = dict[Any, Any]
"""What follows a first word, once each: the same words follow many."""


def load_sentences(knowledge: Path, kinds: Sequence[str], *paths: str) -> AcuteSentences:
    """Read files of sentences, each told of one of the kinds. Raises KnowledgeError with every problem of a file."""
    return sentences_of(*(read_yaml(knowledge / path, path) for path in paths), kinds=kinds)


def sentences_of(*files: YamlFile, kinds: Sequence[str] | None = None) -> AcuteSentences:
    """Return the sentences of files that are read; what is calm in one of them is so in the others too. Without `kinds`
    they may tell of anything. Raises KnowledgeError."""
    read = (_read(file, kinds) for file in files)
    told, apart, names = (list(chain.from_iterable(some)) for some in zip(*read, strict=True))
    return AcuteSentences(told, apart, names)


def _read(file: YamlFile, kinds: Sequence[str] | None) -> tuple[list[Sentence], list[Sentence], list[str]]:
    """Return the sentences of danger, the calm ones, and what the former tell of."""
    problems: list[Problem] = []
    data = file.data if isinstance(file.data, dict) else {}
    for name in data:
        if name not in FIELDS:
            problems.append(file.problem((str(name),), f"Feltet «{name}» finnes ikke.{did_you_mean(name, FIELDS)}"))
    same: _Same = {}
    listed = _lists(file, data, "groups", problems)
    groups = {f"<{name}>": _group(words, same) for name, words in listed.items()}
    sentences = _lists(file, data, "sentences", problems)
    problems += [
        file.problem(("sentences", kind), f"«{kind}» finnes ikke.{did_you_mean(kind, kinds)}")
        for kind in sentences
        if kinds is not None and kind not in kinds
    ]
    told = [(kind, one) for kind, listed in sentences.items() for one in listed]
    apart = [("", one) for one in _listed(file, data.get("apart"), ("apart",), problems)]
    parted, parted_apart = (_parted(file, some, groups, problems) for some in (told, apart))
    if problems:
        raise KnowledgeError(problems)
    return parted, parted_apart, list(sentences)


def _parted(
    file: YamlFile, sentences: Sequence[tuple[str, str]], groups: dict[str, Group], problems: list[Problem]
) -> list[Sentence]:
    """Return the sentences told apart; a word of its own becomes a group of one."""
    parted: list[Sentence] = []
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
                file.problem(where, f"Gruppa «{name[1:-1]}» finnes ikke.{did_you_mean(name[1:-1], known)}")
                for name in unknown
            ]
            continue
        for one in found:
            if one not in same:
                name, may_lack, is_barred = one
                groups[name] = groups.get(name) or _group((name,), {})
                same[one] = Part(groups[name], may_lack, name == COMMA, is_barred)
        parts = tuple(map(same.__getitem__, found))
        if not parts or not parts[0].is_needed or not parts[0].group.is_looked_up:
            text = f"«{written}» må begynne med et helt ord eller en gruppe av hele ord."
            problems.append(file.problem(where, text))
            continue
        parted.append(Sentence(what, parts, is_whole))
    return parted


def _group(words: Sequence[str], same: _Same) -> Group:
    if all(word.startswith(BUT) for word in words):
        return Group({}, but=frozenset(word.removeprefix(BUT) for word in words))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    beginnings = tuple(word[:-1] for word in words if word.endswith("*"))
    for first, *rest in (word.split() for word in words if not word.endswith("*")):
        after = tuple(map(intern, rest))
        by_first.setdefault(intern(first), []).append(same.setdefault(after, after))
    ordered: dict[str, tuple[tuple[str, ...], ...]] = {}
    for first, rests in by_first.items():
        longest_first = tuple(sorted(rests, key=len, reverse=True)) if rests != [()] else ALONE
        ordered[first] = same.setdefault(longest_first, longest_first)
    return Group(ordered, beginnings)


def _lists(file: YamlFile, data: Mapping[Any, Any], name: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    table = data.get(name)
    if not isinstance(table, dict):
        text = "Her skal det stå navn med en liste under hvert."
        problems.append(file.problem((name,), text))
        return {}
    return {str(key): _listed(file, value, (name, str(key)), problems) for key, value in table.items()}


def _listed(file: YamlFile, value: Any, where: tuple[str, ...], problems: list[Problem]) -> tuple[str, ...]:
    """Return the words of a list in lower case; none when it is no list, is empty or has an empty one."""
    words = tuple(str(word).casefold().strip() for word in value) if isinstance(value, list) else ()
    if words and all(words):
        return words
    problems.append(file.problem(where, "Her skal det stå en liste med ord, uten tomme."))
    return ()
