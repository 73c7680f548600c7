"""The places, schools, clubs and lands an editor keeps per municipality. Knows files, no rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.anonymise.words.phrases import PhraseBook
from bot.anonymise.words.vocabulary import read_lines
from bot.anonymise.words.yaml_file import read_yaml

_KINDS = {
    "skoler": "skole",
    "barnehager": "barnehage",
    "bygder": "sted",
    "veier": "vei",
    "foreninger": "forening",
    "hendelser": "hendelse",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Local names as phrases; `roads` are whole road names, `single` the places of one word."""

    book: PhraseBook
    origins: PhraseBook
    diagnoses: PhraseBook
    roads: frozenset[str]
    single: frozenset[str]
    municipalities: Mapping[str, str]
    """The name of each municipality as it is written, in small letters, by its id."""
    abroad: frozenset[str]
    """Towns and islands in other lands, and lands of two words; somebody may be called so as well."""
    also_words: frozenset[str]
    """Places that are ordinary words too; behind «på» they are the place, in small letters as well."""
    posted: frozenset[str]
    """Postal towns of one word that no other list holds: a place behind a word of place, in small letters."""
    local: frozenset[str]
    """What a municipality's lists call by one word, without the municipality itself."""


def read_places(directory: Path) -> Places:
    """Read `steder/*.yaml` and the national lists; raises OSError or yaml.YAMLError."""
    kinds: dict[str, str] = {line.lower(): "sted" for line in read_lines(directory / "steder-norge.txt")}
    abroad = {line.lower(): "sted" for line in read_lines(directory / "steder-verden.txt")}
    kinds |= abroad
    posted = {line.lower() for line in read_lines(directory / "steder-post.txt")}
    kinds |= {line: "sted" for line in posted if " " in line}
    roads: set[str] = set()
    names: dict[str, str] = {}
    also_words: set[str] = set()
    local: set[str] = set()
    for path in sorted((directory / "steder").glob("*.yaml")):
        data = read_yaml(path)
        names[path.stem] = str(data.get("navn", path.stem)).lower()
        kinds[names[path.stem]] = "sted"
        also_words.update(place.lower() for place in _listed(data, "ogsa_vanlige_ord"))
        for key, place in _local_names(data):
            if _KINDS[key] == "vei":
                roads.add(place.lower())
            kinds[place.lower()] = _KINDS[key]
            local.add(place.lower())
    origins = _read_origins(directory / "land.txt")
    single = frozenset(
        name for name, kind in kinds.items() if " " not in name and kind == "sted" and name not in abroad
    )
    return Places(
        book=PhraseBook(kinds),
        origins=PhraseBook(origins),
        diagnoses=PhraseBook(_read_diagnoses(directory)),
        roads=frozenset(roads),
        single=single,
        municipalities=names,
        abroad=frozenset([*abroad, *(name for name, kind in origins.items() if kind == "land" and " " in name)]),
        posted=frozenset(posted.difference(kinds)),
        also_words=frozenset(also_words),
        local=frozenset(name for name in local.difference(names.values()) if name.isalpha()),
    )


def _read_diagnoses(directory: Path) -> dict[str, str]:
    """Return every rare diagnosis and every rare aid; the kind is "diagnose" or "hjelpemiddel"."""
    files = (("diagnose", "diagnoser.txt"), ("hjelpemiddel", "hjelpemidler.txt"))
    return {line.lower(): kind for kind, name in files for line in read_lines(directory / name)}


def _local_names(data: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(key, place) for key in _KINDS for place in _listed(data, key)]


def _listed(data: Mapping[str, object], key: str) -> list[str]:
    rows = data.get(key, ())
    return [str(place) for place in rows] if isinstance(rows, list) else []


def _read_origins(path: Path) -> dict[str, str]:
    """Return every land and word for its people; the kind is "land" or "folk"."""
    kinds: dict[str, str] = {}
    for line in read_lines(path):
        land, _, words = line.partition(":")
        names = [word.lower() for word in words.split()]
        if land.strip().lower() not in names:
            kinds[land.strip().lower()] = "land"
        many = [word + ending for word in names if word.endswith("er") for ending in ("e", "en", "ne")]
        many += [word + "e" for word in names if word.endswith("sk")]
        for word in (*names, *many):
            kinds.setdefault(word, "folk")
    return kinds
