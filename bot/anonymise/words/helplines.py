"""Reads the national helplines whose numbers look like anybody's telephone, from the contacts an editor keeps."""

import re
from pathlib import Path

from bot.anonymise.words.yaml_file import read_yaml

_DIGITS = 8
_NATIONAL = "nasjonalt"


def read_helplines(contacts: Path) -> frozenset[str]:
    """Return the eight digits of every national number that has a source; none when there is no such file.

    A number of a municipality is never let through: it may be somebody's own telephone.
    """
    if not contacts.exists():
        return frozenset()
    numbers = read_yaml(contacts).get("numbers") or {}
    sourced = (one for one in numbers.values() if one.get("scope") == _NATIONAL and one.get("sources"))
    digits = (re.sub(r"\D", "", str(one.get("value", ""))) for one in sourced)
    return frozenset(number for number in digits if len(number) == _DIGITS)
