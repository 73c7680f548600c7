"""How many children live in each municipality and how common each trait is. Figures come from a file, none from
here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.anonymise.words.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Population:
    """Persons per age band and municipality, shares per trait, and units per arena; see `befolkning.yaml` for
    sources.
    """

    per_year: Mapping[str, float]
    bands: Mapping[str, float]
    shares: Mapping[str, float]
    themes: Mapping[str, float]
    arenas: Mapping[str, float]
    units: Mapping[str, Mapping[str, float]]


def read_population(path: Path) -> Population:
    """Read the figures; raises OSError, yaml.YAMLError or KeyError when the file is missing or broken."""
    data = read_yaml(path)
    return Population(
        per_year={str(k): float(v["born_per_year"]) for k, v in data["municipalities"].items()},
        bands={str(k): float(v) for k, v in data["age_bands"].items()},
        shares={str(k): float(v) for k, v in data["traits"].items()},
        arenas={str(k): float(v) for k, v in data["arenas"].items()},
        themes={str(k): float(v) for k, v in data["themes"].items()},
        units={str(k): {str(a): float(n) for a, n in v["units"].items()} for k, v in data["municipalities"].items()},
    )
