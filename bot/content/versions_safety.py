"""What no editor may take away or bring in by mistake: emergency numbers, words of danger, and unsafe addresses.

Looks only at what a change does to what is published; whoever changes the program's own folder may do more.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files
from bot.content.yaml_file import YamlFile, parse_yaml

EXAMPLES, TEXTS = "words/acute_examples.tsv", "texts/"
LISTED = {"words/acute.yaml": ("expressions",), "words/acute_sentences.yaml": ("sentences", "groups")}
"""Files of words of danger, and the fields that hold them."""
WITH_NUMBERS = ("articles/", "guides/")
KEPT_AT_LEAST = 0.75
"""Share of the words of danger that must stay in one change: mending is a few at a time."""
_EMERGENCY = re.compile(r"(?<![\d-])(?:112|113|116 111|116 117)(?![\d-])")
_SCHEME = re.compile(r"\b(?:javascript|vbscript|data|file|ftp|msteams|ms-\w+):(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(https?)://([^\s\"'<>\])}»]+)", re.IGNORECASE)
_INSIDE = (".local", ".internal", ".localhost", ".home.arpa", ".lan")


def problems_with_safety(before: Files, after: Files) -> list[Problem]:
    """Return what a change takes away that people's safety hangs on, and the unsafe addresses it brings in."""
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    found: list[Problem] = []
    for path in changed:
        if "/archive/" in path:
            continue
        old, new = before.get(path, b""), after.get(path, b"")
        found += _lost_numbers(path, old, new)
        found += _lost_words(path, old, new)
        found += _unsafe_addresses(path, old, new)
    return found


def _lost_numbers(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield each emergency number that stood in a sentence (or in an answer or guide) and does not any more."""
    if path.startswith(TEXTS):
        had, has = _entries(path, old), _entries(path, new)
        for key, sentence in had.data.items():
            for number in _numbers(str(sentence)) - _numbers(str(has.data.get(key, ""))):
                yield _lost(path, str(key), number, has.line_of((str(key),)))
    elif path.startswith(WITH_NUMBERS) and new:
        for number in sorted(_numbers(_text(old)) - _numbers(_text(new))):
            yield _lost(path, "", number, None)


def _lost(path: str, where: str, number: str, line: int | None) -> Problem:
    text = f"Nødnummeret {number} er borte. Noen kan trenge det i en fart, så sett det inn igjen."
    return Problem(path, where, text, line)


def _numbers(text: str) -> set[str]:
    return set(_EMERGENCY.findall(text))


def _lost_words(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield each kind of danger that would lose many of its words at once."""
    if path in LISTED:
        had, has = _expressions(path, old), _expressions(path, new)
    elif path == EXAMPLES:
        had, has = {"": set(_text(old).splitlines())}, {"": set(_text(new).splitlines())}
    else:
        return
    for kind, words in had.items():
        left = words & has.get(kind, set())
        if len(left) < KEPT_AT_LEAST * len(words):
            text = (
                f"{len(words) - len(left)} av {len(words)} uttrykk som gir akuttkortet, er borte. "
                "Ta bort noen få om gangen, så du ser hva hver endring gjør."
            )
            yield Problem(path, kind, text)


def _expressions(path: str, raw: bytes) -> Mapping[str, set[str]]:
    data = _entries(path, raw).data
    found = {field: data.get(field) for field in LISTED[path]}
    return {
        f"{field}.{kind}": set(map(str, words or ()))
        for field, lists in found.items()
        if isinstance(lists, dict)
        for kind, words in lists.items()
    }


def _entries(path: str, raw: bytes) -> YamlFile:
    """Return the file as a mapping; what cannot be read is told about by the other checks."""
    try:
        read = parse_yaml(raw or b"{}", path)
    except KnowledgeError:
        return parse_yaml(b"{}", path)
    return read if isinstance(read.data, dict) else parse_yaml(b"{}", path)


def _unsafe_addresses(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield the addresses in new lines that lead into somebody's own machine or network, or run something."""
    known = set(_text(old).splitlines())
    for number, line in enumerate(_text(new).splitlines(), 1):
        if line in known:
            continue
        for scheme in _SCHEME.findall(line):
            yield Problem(
                path, "", f"«{scheme}» er ikke en trygg lenke. Bruk en adresse som begynner med https://.", number
            )
        for kind, rest in _ADDRESS.findall(line):
            if _is_inside(rest):
                text = f"«{rest[:60]}» ligger på et internt nett. Bruk en adresse alle kan åpne."
                yield Problem(path, "", text, number)
            elif kind.casefold() == "http":
                yield Problem(path, "", f"Adressen «{rest[:60]}» må begynne med https://.", number)


def _is_inside(rest: str) -> bool:
    """Tell whether an address (without its scheme) is inside, or is written so that it hides where it leads."""
    try:
        parts = urlsplit(f"https://{rest}")
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return True
    if "@" in parts.netloc or "." not in host or host.endswith(_INSIDE):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
