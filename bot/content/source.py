"""The laws, guides and local plans that articles cite, read from `knowledge/sources/*.yaml`.

Must not know which article cites what, nor how a source is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from bot.content.model_problem import build, unexpected_shape
from bot.content.problem import KnowledgeError, Problem
from bot.content.strict import Id, Strict, Text
from bot.content.yaml_file import YamlFile, read_yaml

Certainty = Literal["lovtekst", "myndighet", "lokal", "svak"]
"""How well a claim is supported, strongest first: read in the law, authority's page, local plan, old or secondary."""

CERTAINTY_ORDER: tuple[Certainty, ...] = ("lovtekst", "myndighet", "lokal", "svak")

FILL_IN = "må fylles ut"
"""How a value that nobody has told us begins."""


class Source(Strict):
    """One section of one law, page or plan, and when somebody last read it."""

    title: Text
    section: Text
    url: Text
    certainty: Certainty
    checked_on: date
    text_not_newer_than: date | None = None
    """The text that was read may be older than this, never newer."""
    formerly: tuple[Text, ...] = ()
    """Old section numbers that people still search for."""
    watch: str | None = None
    """What an editor should look for at the next check."""
    municipalities: tuple[Id, ...] = ()
    """The only municipalities it tells of; others are not shown it. None: it tells of all."""
    rows: tuple[Text, ...] = ()
    """Row numbers in the municipality's plan (V79, M33)."""

    def tells_of(self, municipality: str | None) -> bool:
        """Tell whether it is a paper of that municipality too: one for all, or one that is also theirs."""
        return not self.municipalities or municipality in self.municipalities


def told_in(municipality: str | None, ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the sources that may be shown to staff of the municipality, all where theirs is not known. What rests on
    other municipalities alone still says so."""
    named = tuple(ids)
    theirs = tuple(one for one in named if one not in sources or sources[one].tells_of(municipality))
    return theirs if municipality and theirs else named


def load_sources(knowledge: Path) -> dict[str, Source]:
    """Read every source file. Raises KnowledgeError with all problems when any entry is wrong or told differently
    twice."""
    files = sorted((knowledge / "sources").glob("*.yaml"))
    single = knowledge / "sources.yaml"
    if single.exists():
        files.insert(0, single)
    if not files:
        raise KnowledgeError([Problem("sources", "", "Mappa har ingen kildefiler (*.yaml).")])
    problems: list[Problem] = []
    found: dict[str, tuple[str, Source]] = {}
    for path in files:
        name = path.relative_to(knowledge).as_posix()
        try:
            _merge(read_yaml(path, name), found, problems)
        except KnowledgeError as error:
            problems.extend(error.problems)
    if problems:
        raise KnowledgeError(problems)
    return {key: source for key, (_, source) in sorted(found.items())}


def _merge(file: YamlFile, found: dict[str, tuple[str, Source]], problems: list[Problem]) -> None:
    """Add the sources of one file to `found`; note what is wrong in `problems`."""
    entries = file.data.get("sources") if isinstance(file.data, dict) else None
    if not isinstance(entries, dict):
        problems.append(unexpected_shape(file, (), "Fila skal begynne med «sources:» og ha kildene under."))
        return
    for key, entry in entries.items():
        source, wrong = build(Source, entry, file, ("sources", key))
        problems.extend(wrong)
        if source is None:
            continue
        earlier = found.get(str(key))
        if earlier is not None and earlier[1] != source:
            text = f"Kilden står også i {earlier[0]}, men med andre opplysninger. Gjør dem like, eller slett den ene."
            problems.append(file.problem(("sources", key), text))
        found.setdefault(str(key), (file.name, source))
