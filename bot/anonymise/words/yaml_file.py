"""Reads one YAML file of the editor lists, safely and fast. Knows no content."""

from pathlib import Path
from typing import Any

import yaml

from bot.content.yaml_file import WordsLoader


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping in the file; raises OSError, yaml.YAMLError, or ValueError when it is no mapping."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=WordsLoader)  # noqa: S506 -- it is the safe one
    if not isinstance(data, dict):
        raise ValueError(f"{path.name}: the file must hold keys and values")
    return data
