"""Tells which new calm sentences (`apart`) would hide danger: they win over every sentence of danger they touch.

Must not judge a text; it looks only at what a change does to what is published.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from textwrap import shorten

from bot.answers.acute_sentences import AcuteSentences, Group, Part, Sentence
from bot.answers.acute_sentences_file import READ_TOGETHER, sentences_of
from bot.answers.acute_words import EXAMPLES, RULES
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files
from bot.content.yaml_file import parse_yaml

WORDS = (*READ_TOGETHER, "words/own_danger.yaml", "words/omsorgssvikt.yaml")
APART = "apart"
_DANGER = "akutt"
_SAID_BY = 3
"""The parts of a line of examples: its label, its kind and the text."""
_MOST_TOLD = 3
_ANY = "x"
_AROUND, _SHOWN = 40, 120


def silenced_by_sentences(before: Files, after: Files) -> list[Problem]:
    """Return the problems with calm sentences that are new, or reach further than before, and would hide danger: a
    sentence of danger that is read with them, an expression that is always acute, an example of danger, or what a calm
    sentence says itself is none («!<gruppe>»)."""
    found: list[Problem] = []
    for path in WORDS:
        if before.get(path) == after.get(path) or path not in after:
            continue
        had, has = (_sentences(path, files) for files in (before, after))
        if has is None:
            continue  # the other checks tell of it
        known = had or AcuteSentences()
        new = AcuteSentences(apart=_new(known.apart, has.apart))
        if new.apart:
            dangers = chain(_barred(known), _dangers(path, has, before, after))
            hidden = islice(_hidden(known, new, dangers), _MOST_TOLD)
            found += [Problem(path, APART, _text(calm, danger)) for calm, danger in hidden]
    return found


def _new(had: Iterable[Sentence], has: Iterable[Sentence]) -> list[Sentence]:
    """Return the calm sentences that were not there before, or are read otherwise: no other hides more than it did."""
    groups: dict[int, Hashable] = {}

    def read(group: Group) -> Hashable:
        if id(group) not in groups:
            groups[id(group)] = (frozenset(group.by_first.items()), group.beginnings, group.but)
        return groups[id(group)]

    def told(one: Sentence) -> Hashable:
        parts = ((read(part.group), part.may_lack, part.is_pause, part.is_barred) for part in one.parts)
        return one.is_whole, tuple(parts)

    known = {told(one) for one in had}
    return [one for one in has if told(one) not in known]


def _dangers(path: str, has: AcuteSentences, before: Files, after: Files) -> Iterator[str]:
    """Yield what is danger beside the calm sentences of a file."""
    yield from _sentences_said(has.told, has.apart)
    if path in READ_TOGETHER:
        for other in READ_TOGETHER:
            if other != path:
                beside = _sentences(other, after) or AcuteSentences()
                yield from _sentences_said(beside.told, has.apart)
        yield from _said_elsewhere(before)


def _text(calm: str, danger: str) -> str:
    danger = shorten(danger[max(0, danger.find(calm) - _AROUND) :], _SHOWN, placeholder=" …")
    return f"«{calm}» under «{APART}» ville skjult «{danger}», som er fare. Skriv den med flere ord."


def _sentences(path: str, files: Files) -> AcuteSentences | None:
    try:
        return sentences_of(parse_yaml(files.get(path) or b"{}", path))
    except KnowledgeError:
        return None


def _hidden(had: AcuteSentences, new: AcuteSentences, dangers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of a calm sentence that is new in words of danger, and these."""
    told: set[str] = set()
    for danger in dangers:
        if calm_here := new.calm_in(danger) - told:
            for calm in sorted(calm_here - had.calm_in(danger)):
                told.add(calm)
                yield calm, danger


def _said_elsewhere(files: Files) -> Iterator[str]:
    """Yield the examples of danger and the expressions that are always acute."""
    for line in files.get(EXAMPLES, b"").decode("utf-8", "replace").splitlines():
        parts = line.split("\t")
        if len(parts) == _SAID_BY and parts[0] == _DANGER:
            yield parts[2].casefold()
    try:
        data = parse_yaml(files.get(RULES) or b"{}", RULES).data
    except KnowledgeError:
        return
    expressions = data.get("expressions") if isinstance(data, dict) else None
    for listed in expressions.values() if isinstance(expressions, dict) else ():
        yield from (str(one).casefold().rstrip("*") for one in listed or ())


def _sentences_said(dangers: Sequence[Sentence], apart: Sequence[Sentence]) -> Iterator[str]:
    """Yield each sentence of danger as it is said, and once more for each place a calm one could stand inside it: with
    the words they share."""
    calm = [[part.group for part in _must(one)] for one in apart]
    shared = _Shared()
    leads = {word: [groups for groups in calm if groups and word in groups[0].by_first] for word in _firsts(calm)}
    for danger in dangers:
        groups = [part.group for part in _must(danger)]
        first = [_first_of(group) for group in groups]
        yield " ".join(first)
        for at, group in enumerate(groups):
            yield from (" ".join([*first[:at], one, *first[at + 1 :]]) for one in _expressions(group))
            seen: set[int] = set()
            for word in group.by_first:
                for inside in leads.get(word, ()):
                    if id(inside) not in seen and len(inside) <= len(groups) - at:
                        seen.add(id(inside))
                        both = [shared.by(one, other) for one, other in zip(inside, groups[at:], strict=False)]
                        if all(both):
                            yield " ".join([*first[:at], *both, *first[at + len(both) :]])


def _barred(had: AcuteSentences) -> Iterator[str]:
    """Yield each calm sentence with each of the words that make it dangerous all the same, those of a group behind «!»:
    any word, where the group is all but some."""
    for calm in had.apart:
        for at, part in enumerate(calm.parts):
            if part.is_barred:
                words = (*_expressions(part.group), *part.group.beginnings, *([_ANY] if part.group.but else []))
                yield from (" ".join(_with_barred(calm, at, one)) for one in words)


def _with_barred(calm: Sentence, at: int, said: str) -> Iterator[str]:
    for place, part in enumerate(calm.parts):
        if place == at:
            yield said
        elif part.is_needed:
            yield _first_of(part.group)


def _firsts(calm: Sequence[Sequence[Group]]) -> set[str]:
    return {word for groups in calm if groups for word in groups[0].by_first}


def _must(sentence: Sentence) -> list[Part]:
    return [part for part in sentence.parts if part.is_needed]


class _Shared:
    """What two groups share, looked for once: the same group stands in many sentences."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], str] = {}

    def by(self, calm: Group, danger: Group) -> str:
        """Return an expression that may stand in both places, nothing where there is none."""
        of = id(calm), id(danger)
        if of not in self._known:
            self._known[of] = _shared(calm, danger)
        return self._known[of]


def _shared(calm: Group, danger: Group) -> str:
    """Return an expression that may stand in both places, nothing where there is none."""
    for said in _expressions(danger):
        words = said.split()
        if any(length == len(words) for length in calm.lengths(words, 0)):
            return said
    begun = next((one for one in danger.beginnings if any(calm.lengths([one], 0))), "")
    return begun or next((one for one in calm.by_first if any(danger.lengths([one], 0))), "")


def _first_of(group: Group) -> str:
    return next(_expressions(group), next(iter(group.beginnings), "x"))


def _expressions(group: Group) -> Iterator[str]:
    return (" ".join((first, *rest)) for first, rests in group.by_first.items() for rest in rests)
