"""Sentences the program asks for must stay, with no blanks it cannot fill. Must not judge what they say."""

from __future__ import annotations

import string
from collections.abc import Iterator

from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files
from bot.content.yaml_file import YamlFile, parse_yaml

TEXTS = "texts/"


def problems_with_sentences(before: Files, after: Files) -> list[Problem]:
    """Return what is wrong with changed sentences: gone, or with a blank `{name}` that was not there before."""
    found: list[Problem] = []
    for path in sorted(path for path in before if path.startswith(TEXTS) and before[path] != after.get(path)):
        if path not in after:
            found.append(Problem(path, "", "Boten trenger denne fila. Den kan ikke slettes."))
            continue
        try:
            found += _in_file(parse_yaml(before[path], path), parse_yaml(after[path], path))
        except KnowledgeError as error:
            found += error.problems
    return found


def _in_file(old: YamlFile, new: YamlFile) -> Iterator[Problem]:
    if not isinstance(old.data, dict) or not isinstance(new.data, dict):
        return
    added = [str(key) for key in new.data if key not in old.data]
    for key, sentence in old.data.items():
        if key not in new.data:
            meant = did_you_mean(str(key), added).replace("Mente du", "Har du skrevet det som") if added else ""
            yield Problem(
                old.name, str(key), f"Setningen «{key}» er borte. Boten trenger den, så sett den inn igjen.{meant}"
            )
            continue
        had, has = _blanks(sentence), _blanks(new.data[key])
        for blank in sorted(has - had):
            text = f"Boten vet ikke hva den skal sette inn for {{{blank}}}.{did_you_mean(blank, had)}"
            yield Problem(old.name, str(key), text, new.line_of((key,)))


def _blanks(sentence: object) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(str(sentence)) if name}
    except ValueError:
        return set()
