"""Sentences the program asks for must stand in the knowledge, with no blanks it cannot fill. Must not judge what they
say. What it asks for is `sentences.tsv`, the sentences it was written with: `python -m tests.content.sentences`."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem, tried
from bot.content.texts import load_nynorsk, load_texts
from bot.content.yaml_file import YamlFile, read_yaml

SENTENCES = "texts/"
LIST = Path(__file__).with_name("sentences.tsv")
FEW = 3
"""New names in a file up to which they are all told: one of them is likely the sentence that is gone."""

Needed = Mapping[str, Mapping[str, frozenset[str]]]
"""File → name of a sentence → the blanks the program fills in it."""


def needed_sentences() -> Needed:
    """Return what the program asks for."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for line in LIST.read_text("utf-8").splitlines():
        file, key, *blanks = line.split("\t")
        found.setdefault(file, {})[key] = frozenset(blanks)
    return found


def sentences_in(knowledge: Path) -> Needed:
    """Return the sentences of a folder that is right."""
    return {
        f"{SENTENCES}{path.parent.name}/{path.name}": {str(key): blanks_of(text) for key, text in _data(path).items()}
        for path in sorted((knowledge / SENTENCES).glob("*/*.yaml"))
    }


def sentences_wrong(knowledge: Path) -> list[Problem]:
    """Return what is wrong with the sentences the bot itself says. Those in nynorsk are held against the ones in bokmål
    once these are right: else the same fault would be told twice."""
    problems: list[Problem] = []
    texts = tried(lambda: load_texts(knowledge), problems)
    problems += check_sentences(knowledge)
    if texts is not None and not problems:
        tried(lambda: load_nynorsk(knowledge, texts), problems)
    return problems


def check_sentences(knowledge: Path) -> Iterator[Problem]:
    """Yield each file and sentence that is gone, and each blank the program knows nothing to put in. A file that cannot
    be read is told of by whoever reads it."""
    for name, needed in needed_sentences().items():
        if not (knowledge / name).is_file():
            yield Problem(name, "", "Boten trenger denne fila. Den kan ikke slettes.")
            continue
        try:
            file = read_yaml(knowledge / name, name)
        except KnowledgeError:
            continue
        if isinstance(file.data, dict):
            yield from _in_file(file, file.data, needed)


def sentences_unfilled(name: str, data: Mapping[object, object]) -> list[str]:
    """Return which sentences in a file ask for what the program does not fill in."""
    needed = needed_sentences().get(name, {})
    return [key for key, known in needed.items() if key in data and not blanks_of(data[key]) <= known]


def _in_file(file: YamlFile, data: Mapping[object, object], needed: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    new = [str(key) for key in data if key not in needed]
    for key, known in needed.items():
        if key not in data:
            yield Problem(file.name, key, f"Setningen «{key}» er borte. Boten trenger den.{_called_now(key, new)}")
            continue
        for blank in sorted(blanks_of(data[key]) - known):
            text = f"Boten vet ikke hva den skal sette inn for {{{blank}}}.{_meant(blank, known)}"
            yield Problem(file.name, key, text, file.line_of((key,)))


def _called_now(key: str, new: Iterable[str]) -> str:
    """Say what the sentence is called now, as far as that can be seen, and what to do."""
    names = [*new]
    likely = did_you_mean(key, names).removeprefix(" Mente du ").rstrip("?")
    other = likely or (" eller ".join(f"«{one}»" for one in names) if 0 < len(names) <= FEW else "")
    if not other:
        return " Sett den inn igjen."
    return f" Heter den nå {other}? La navnet foran kolonet være «{key}», og endre bare teksten etter det."


def _meant(blank: str, known: Iterable[str]) -> str:
    """Say which blank was meant, or which there are."""
    names = sorted(known)
    if not names:
        return " I denne setningen kan det ikke stå noe i {krøllparentes}."
    return did_you_mean(blank, names) or f" Her kan det stå {' og '.join(f'{{{one}}}' for one in names)}."


def blanks_of(sentence: object) -> frozenset[str]:
    """Return the names in {these} in a sentence."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(str(sentence)) if name)
    except ValueError:
        return frozenset()  # told of where the sentence is read


def _data(path: Path) -> Mapping[object, object]:
    data = read_yaml(path, path.name).data
    return data if isinstance(data, dict) else {}
