"""Lists the bot finds danger and names with: no change takes most of one away at once.

Must not judge the words themselves; a list cut short by half an upload, or by Excel, looks like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files
from bot.content.yaml_file import YamlFile, parse_yaml

LISTS = ("words/", "anonymising/")
PLACES, PROFILES = "anonymising/steder/", "kommuner/"
EXAMPLES = "words/acute_examples.tsv"
ACUTE, EXCEPTIONS = "words/acute.yaml", "exceptions"
LISTED = {
    ACUTE: ("expressions", EXCEPTIONS),
    "words/acute_sentences.yaml": ("sentences", "groups"),
    "words/acute_few_words.yaml": ("sentences", "groups"),
    "words/own_danger.yaml": ("sentences", "groups"),
    "words/omsorgssvikt.yaml": ("sentences", "groups"),
}
"""Files of words of danger, and the fields that hold them."""
KEPT_AT_LEAST = 0.75
"""Share of the words of danger that must stay in one change: mending is a few at a time."""
KEPT_OF_OTHERS = 0.5
"""Share of any other list that must stay: who mends places or spellings may do much of it at once."""
A_FEW = 3
"""So many may always go from a list that is not of danger."""
DO = "Var det ikke meningen, henter du fila på nytt. Ellers tar du bort noen få om gangen, så du ser hva det gjør."


def lost_words(path: str, before: Files, after: Files) -> Iterator[Problem]:
    """Yield each list of a file that would lose many of its words at once."""
    if not path.startswith(LISTS) or _goes_with_its_municipality(path, after):
        return
    old, new = before.get(path, b""), after.get(path, b"")
    reads = _of_danger if path in LISTED else _fields if path.endswith(".yaml") else _lines
    is_danger = path in LISTED or path == EXAMPLES
    kept, a_few = (KEPT_AT_LEAST, 0) if is_danger else (KEPT_OF_OTHERS, A_FEW)
    what = "uttrykk som avgjør når boten viser akuttkortet eller sier fra om fare," if is_danger else "ord i lista"
    has = reads(path, new)
    for kind, words in reads(path, old).items():
        left = len(words & has.get(kind, set()))
        if len(words) - left > a_few and left < kept * len(words):
            yield Problem(path, kind, f"{len(words) - left} av {len(words)} {what} er borte. {DO}")


def silenced(path: str, before: Files, after: Files) -> Iterator[Problem]:
    """Yield each new exception that stands in words of danger: struck first, it would hide them for good."""
    if path != ACUTE:
        return
    had, has = (_of_danger(path, files.get(path, b"")) for files in (before, after))
    danger = sorted({one for kind, words in has.items() if kind != EXCEPTIONS for one in words})
    for calm in sorted(has.get(EXCEPTIONS, set()) - had.get(EXCEPTIONS, set())):
        words = re.escape(calm.rstrip("*")) + (r"\w*" if calm.endswith("*") else "")
        pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        hidden = next((one for one in danger if pattern.search(one)), None)
        if hidden is not None:
            text = f"Unntaket «{calm}» ville skjult «{hidden}», som gir akuttkortet. Skriv unntaket med flere ord."
            yield Problem(path, EXCEPTIONS, text)


def _goes_with_its_municipality(path: str, after: Files) -> bool:
    is_gone = path.startswith(PLACES) and path not in after
    return is_gone and f"{PROFILES}{PurePosixPath(path).name}" not in after


def _of_danger(path: str, raw: bytes) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for field in LISTED[path]:
        of_field = entries(path, raw).data.get(field)
        kinds = of_field if isinstance(of_field, dict) else {"": of_field}
        found |= {f"{field}.{kind}".rstrip("."): set(map(str, words or ())) for kind, words in kinds.items()}
    return found


def _fields(path: str, raw: bytes) -> Mapping[str, set[str]]:
    """Return the words of each field of a file, however deep they stand: of a table, what stands on the left too."""
    return {str(field): set(_words(value)) for field, value in entries(path, raw).data.items()}


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _words(one) if isinstance(one, dict | list) else ()
    elif isinstance(value, list):
        for one in value:
            yield from _words(one) if isinstance(one, dict | list) else (str(one),)
    elif isinstance(value, str):
        yield from value.split()


def _lines(_path: str, raw: bytes) -> Mapping[str, set[str]]:
    lines = (line.strip() for line in raw.decode("utf-8", "replace").splitlines())
    return {"": {line for line in lines if line and not line.startswith("#")}}


def entries(path: str, raw: bytes) -> YamlFile:
    """Return the file as a mapping; what cannot be read is told about by the other checks."""
    try:
        read = parse_yaml(raw or b"{}", path)
    except KnowledgeError:
        return parse_yaml(b"{}", path)
    return read if isinstance(read.data, dict) else parse_yaml(b"{}", path)
