"""Reads `words/acute.yaml` and `words/acute_examples.tsv`: what an editor says is dangerous, and what only sounds so.

Must not decide anything: `acute` does.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.answers.acute_sentences import NO_SENTENCES, AcuteSentences
from bot.answers.acute_sentences_file import READ_TOGETHER, load_sentences
from bot.answers.lexicon import Lexicon
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

RULES, EXAMPLES = "words/acute.yaml", "words/acute_examples.tsv"
KINDS = (
    *("vold", "overgrep", "selvmord", "livsfare", "trussel", "tvangsekteskap", "kjonnslemlestelse", "barn_i_fare"),
    *("brann", "borte", "gravid"),
)
"""`livsfare` is illness and injury, for which an ambulance comes first, and `trussel` weapons and threats to life, for
which the police do. `brann` and `borte`, a child nobody can find, are heard by sentences alone, not learned. `gravid`
is a girl who is with child where nothing else tells of an assault: it may be one, and need not."""
HIGHEST_THRESHOLD = 0.2
"""Above this even clear signs would be passed over: no editor may set the detector so deaf."""
_FIELDS = ("threshold", "expressions", "exceptions", "danger", "harmless", "signs", "frames")
GAP = "{}"
"""Where in a frame somebody tells what has happened."""
_LABELS = {"akutt": True, "ikke": False}
_UNREADABLE = Problem(EXAMPLES, "", "Fila finnes ikke, eller er ikke lagret som UTF-8.")


@dataclass(frozen=True)
class Example:
    """One message and whether it is acute; `kind` is one of KINDS when it is."""

    acute: bool
    kind: str
    text: str


@dataclass(frozen=True)
class AcuteWords:
    """Everything an editor can change about what is acute."""

    threshold: float
    expressions: Mapping[str, tuple[str, ...]]
    """Kind → expressions that are always acute; a star at the end means «begins with»."""
    exceptions: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]
    danger: frozenset[str]
    """Signs that tell of danger."""
    harmless: frozenset[str]
    """Signs that make the same words mean less: theory, play, office, past."""
    examples: tuple[Example, ...]
    """What is learned from; none when they were only to be told from others."""
    examples_digest: str
    """Another one when anything in the file of examples is."""
    lexicon: Lexicon
    frames: tuple[str, ...] = ()
    """What people write around a danger when they ask politely, with a GAP for it: neither dangerous nor calm."""
    sentences: AcuteSentences = NO_SENTENCES
    """Short sentences that are always acute, of two other files; they are not learned."""


_ODD_STAR = re.compile(r"(?:^|[\s*])\*|\*(?=\w)")
_STAR_LAST = "Stjerna i «{}» må stå sist i et ord: «slå*» er alle ord som begynner på «slå»."


def load_acute_words(knowledge: Path, lexicon: Lexicon, *, with_examples: bool = True) -> AcuteWords:
    """Read the files. Raises KnowledgeError with every problem.

    Without the examples it is quicker by a tenth of a second and needs ten megabytes less: enough when a model is kept
    that was learned from them.
    """
    file = read_yaml(knowledge / RULES, RULES)
    data = file.data if isinstance(file.data, dict) else {}
    problems = [
        file.problem((str(k),), f"Feltet «{k}» finnes ikke.{did_you_mean(k, _FIELDS)}")
        for k in data
        if k not in _FIELDS
    ]
    threshold = data.get("threshold")
    if not isinstance(threshold, (int, float)) or not -1 <= threshold <= HIGHEST_THRESHOLD:
        problems.append(
            file.problem(
                ("threshold",), f"Skriv et tall mellom -1 og {HIGHEST_THRESHOLD}. Et høyere tall overser fare."
            )
        )
        threshold = 0.0
    expressions = _lists(file, data, "expressions", problems)
    for kind in expressions:
        if kind not in KINDS:
            problems.append(file.problem(("expressions", kind), f"«{kind}» finnes ikke.{did_you_mean(kind, KINDS)}"))
    signs = _lists(file, data, "signs", problems)
    exceptions = _listed(file, data, "exceptions", problems)
    danger, harmless = (frozenset(_listed(file, data, field, problems, signs)) for field in ("danger", "harmless"))
    frames = _listed(file, data, "frames", problems) if "frames" in data else ()
    problems += [file.problem(("frames",), f"«{one}» mangler {GAP}.") for one in frames if GAP not in one]
    told = _examples_told(knowledge, problems)
    examples = _examples(told, problems) if with_examples else ()
    if problems:
        raise KnowledgeError(problems)
    digest = hashlib.sha256(told).hexdigest()
    listed = expressions, exceptions, signs, danger, harmless
    sentences = load_sentences(knowledge, KINDS, *READ_TOGETHER)
    return AcuteWords(float(threshold), *listed, examples, digest, lexicon, frames, sentences)


def _listed(
    file: YamlFile, data: dict[Any, Any], field: str, problems: list[Problem], among: Mapping[str, Any] | None = None
) -> tuple[str, ...]:
    """Return the words of a plain list; `among` holds the only ones allowed."""
    words = _words(data.get(field))
    if words is None:
        problems.append(file.problem((field,), "Her skal det stå en liste, for eksempel [en, to]."))
        return ()
    problems += [file.problem((field,), _STAR_LAST.format(word)) for word in words if _ODD_STAR.search(word)]
    for word in words:
        if among is not None and word not in among:
            problems.append(
                file.problem((field,), f"Tegnet «{word}» finnes ikke under signs.{did_you_mean(word, among)}")
            )
    return words


def _words(value: Any) -> tuple[str, ...] | None:
    return tuple(str(word).casefold().strip() for word in value) if isinstance(value, list) else None


def _lists(file: YamlFile, data: dict[Any, Any], field: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    table = data.get(field)
    if not isinstance(table, dict):
        problems.append(
            file.problem((field,), "Her skal det stå navn med en liste etter, for eksempel «vold: [slår meg]».")
        )
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        words = _words(value)
        if words is None or "" in words:
            problems.append(file.problem((field, str(name)), "Her skal det stå en liste med uttrykk, uten tomme."))
        elif odd := next(filter(_ODD_STAR.search, words), ""):
            problems.append(file.problem((field, str(name)), _STAR_LAST.format(odd)))
        else:
            found[str(name)] = words
    return found


def _examples_told(knowledge: Path, problems: list[Problem]) -> bytes:
    """Return the file of examples as it is for everybody, whichever line ends and mark of its encoding it has here."""
    try:
        return (knowledge / EXAMPLES).read_bytes().removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
    except OSError:
        problems.append(_UNREADABLE)
        return b""


def _examples(told: bytes, problems: list[Problem]) -> tuple[Example, ...]:
    examples = []
    try:
        lines = told.decode().splitlines()
    except UnicodeDecodeError:
        problems.append(_UNREADABLE)
        return ()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or fields[0] not in _LABELS or (fields[0] == "akutt" and fields[1] not in KINDS):
            text = (
                "Skriv «akutt» eller «ikke», tabulator, slag, tabulator, tekst. Slag for akutt: "
                + ", ".join(KINDS)
                + "."
            )
            problems.append(Problem(EXAMPLES, "", text, number))
            continue
        examples.append(Example(_LABELS[fields[0]], fields[1], fields[2].strip()))
    return tuple(examples)


@lru_cache(maxsize=64)
def pattern_of(expressions: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return one pattern for all the expressions as whole words, longest first; a star means «any ending».

    They stand together by their first letter, and whether a word begins is asked first: a text is only looked at where
    one of them can begin.
    """
    if not expressions:
        return None
    by_first: dict[str, list[str]] = {}
    for expression in sorted(expressions, key=len, reverse=True):
        first = expression[:1] if expression[:1].isalnum() else ""
        by_first.setdefault(first, []).append(_pattern(expression[len(first) :]))
    groups = (rf"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


def _pattern(part: str) -> str:
    return re.escape(part).replace(r"\*", r"\w*+").replace(r"\ ", r"\s+")  # *+ never looks back: no word is slow
