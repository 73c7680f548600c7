"""The places, schools, clubs and lands an editor keeps per municipality. Knows files, no rules."""

from dataclasses import dataclass
from pathlib import Path

from bot.anonymise.phrases import PhraseBook
from bot.anonymise.vocabulary import read_lines
from bot.anonymise.yaml_file import read_yaml

_NAMES = {"stjordal": "stjørdal", "meraker": "meråker"}
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
    """Local names as phrases; `roads` are whole road names, `words` every single word that is part of a local name."""

    book: PhraseBook
    origins: PhraseBook
    diagnoses: PhraseBook
    roads: frozenset[str]
    single: frozenset[str]
    municipalities: frozenset[str]


def read_places(directory: Path) -> Places:
    """Read `steder/*.yaml` and the national lists; raises OSError or yaml.YAMLError."""
    kinds: dict[str, str] = {line.lower(): "sted" for line in read_lines(directory / "steder-norge.txt")}
    roads: set[str] = set()
    names: set[str] = set()
    for path in sorted((directory / "steder").glob("*.yaml")):
        names.add(_NAMES.get(path.stem, path.stem))
        for key, place in _local_names(path):
            if _KINDS[key] == "vei":
                roads.add(place.lower())
            kinds[place.lower()] = _KINDS[key]
    single = frozenset(name for name, kind in kinds.items() if " " not in name and kind == "sted")
    return Places(
        book=PhraseBook(kinds),
        origins=PhraseBook(_read_origins(directory / "land.txt")),
        diagnoses=PhraseBook({line.lower(): "diagnose" for line in read_lines(directory / "diagnoser.txt")}),
        roads=frozenset(roads),
        single=single,
        municipalities=frozenset(names),
    )


def _local_names(path: Path) -> list[tuple[str, str]]:
    data = read_yaml(path)
    found: list[tuple[str, str]] = []
    for key in _KINDS:
        rows = data.get(key, ())
        if isinstance(rows, list):
            found.extend((key, str(place)) for place in rows)
    return found


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
