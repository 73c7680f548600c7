"""Every sentence the bot itself says, by key. Must not know when a sentence is said."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from sys import intern

from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml


class Texts:
    """Sentences of one written standard, from `texts/nb/<area>.yaml`; keys read `<area>.<name>`."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = dict(sentences)
        self._listed: dict[tuple[str, str], tuple[str, ...]] = {}
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        self._before = self._sentences

    def with_other(self, sentences: Mapping[str, str]) -> Texts:
        """Return these with other sentences in the place of some. The words that are heard are the same for everybody,
        so each list is still told apart once."""
        other = Texts({**self._sentences, **sentences})
        other._listed, other._words, other._before = self._listed, self._words, self._sentences
        return other

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence with its placeholders filled; raises KeyError for an unknown key or missing value."""
        sentence = self._sentences[key]
        return (
            sentence.format_map({name: str(value) for name, value in values.items()}) if "{" in sentence else sentence
        )

    def __contains__(self, key: object) -> bool:
        return key in self._sentences

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences)

    def raw(self, key: str) -> str:
        """Return the sentence with its placeholders as they stand."""
        return self._sentences[key]

    def called(self, key: str) -> tuple[str, ...]:
        """Return the name as it stands and as it did before another took its place: who reads «Skule» may write
        «skole»."""
        return tuple(dict.fromkeys((self.raw(key), self._before[key])))

    def listed(self, key: str, split: str = ",") -> tuple[str, ...]:
        """Return the words that an editor has listed under that key; each list is told apart once."""
        words = self._listed.get((key, split))
        if words is None:
            words = tuple(intern(word) for part in self.raw(key).split(split) if (word := part.strip()))
            self._listed[key, split] = words
        return words

    def words(self, *keys: str) -> frozenset[str]:
        """Return all words that an editor has listed under any of the keys; each set is put together once."""
        words = self._words.get(keys)
        if words is None:
            words = self._words[keys] = frozenset(word for key in keys for word in self.listed(key))
        return words


def load_texts(knowledge: Path) -> Texts:
    """Read every area in bokmål. Raises KnowledgeError with all that is wrong."""
    problems: list[Problem] = []
    sentences = {f"{area}.{key}": text.strip() for area, key, text, _ in _sentences_in(knowledge, "nb", problems)}
    if problems:
        raise KnowledgeError(problems)
    return Texts(sentences)


def load_nynorsk(knowledge: Path, texts: Texts) -> Texts:
    """Return the sentences with those that are written in nynorsk too (`texts/nn/`), key by key. Raises KnowledgeError
    for one that the bot does not have."""
    problems: list[Problem] = []
    written: dict[str, str] = {}
    for area, key, text, file in _sentences_in(knowledge, "nn", problems):
        if wrong := _misfit(f"{area}.{key}", texts):
            problems.append(_at(file, key, wrong))
        else:
            written[f"{area}.{key}"] = text.strip()
    if problems:
        raise KnowledgeError(problems)
    return texts.with_other(written)


def _sentences_in(knowledge: Path, standard: str, problems: list[Problem]) -> Iterator[tuple[str, str, str, YamlFile]]:
    """Yield each sentence: its area and key, the text as written, and the file it stands in."""
    for path in sorted((knowledge / "texts" / standard).glob("*.yaml")):
        name = f"texts/{standard}/{path.name}"
        try:
            file = read_yaml(path, name)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        if not isinstance(file.data, dict):
            problems.append(Problem(name, "", "Fila skal ha linjer av typen «navn: tekst»."))
            continue
        for key, text in file.data.items():
            if wrong := _problem_with(text):
                problems.append(_at(file, key, wrong))
            else:
                yield path.stem, key, text, file


def _at(file: YamlFile, key: str, wrong: str) -> Problem:
    return file.problem((key,), wrong)


def _misfit(key: str, texts: Texts) -> str:
    """Return why a sentence in nynorsk can't stand for the one in bokmål; empty when it can."""
    if key not in texts:
        return "Denne teksten finnes ikke i texts/nb. Navnet må være det samme."
    if key.startswith("commands.") or key.partition(".")[2].startswith("words_"):
        return "Ord som boten lytter etter, er de samme for alle. De står i texts/nb."
    return ""


def _problem_with(text: object) -> str | None:
    if not isinstance(text, str) or not text.strip():
        return "Her skal det stå en tekst."
    try:
        fields = [(name, how, sign) for _, name, how, sign in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return "En krøllparentes mangler makkeren sin. Skriv {navn} for noe som fylles inn."
    if any(not name.isidentifier() or how or sign for name, how, sign in fields):  # «{who:>99999999}» is 100 MB
        return "Bare et enkelt ord uten mellomrom kan stå i {krøllparentes}."
    return None
