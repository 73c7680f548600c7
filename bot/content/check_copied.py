"""Finds what a municipality's file took along from the one it was copied from: another municipality's name.

Must not know what the fields mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.problem import Problem
from bot.content.profile import MunicipalityProfile

FOLDER = "kommuner"


def check_copied(knowledge: Path, profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    """Yield a warning for each line of a municipality's own file that names another one. Comments do not count."""
    for one, profile in profiles.items():
        others = sorted({other.name for other in profiles.values()} - {profile.name})
        file = f"{FOLDER}/{one}.yaml"
        try:
            lines = (knowledge / file).read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):  # told of by its own check
            continue
        pattern = re.compile(rf"\b({'|'.join(map(re.escape, others))})s?\b") if others else None
        for number, line in enumerate(lines, 1):
            said = line if pattern and not line.lstrip().startswith("#") else ""
            if pattern and (found := pattern.search(said)):
                text = f"Her står «{found[0]}», som er en annen kommune. Er det blitt med fra en kopi, retter du det."
                yield Problem(file, "", text, number, severity="advarsel")
