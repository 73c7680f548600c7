"""Keeps what was read for an index beside the knowledge, so that the next start need not read it again.

The file is used only when it was made by exactly this program of exactly these texts and words; otherwise, or when it
is damaged, they are read as ever. It holds plain arrays and words, nothing that is run. Where nothing can be written,
nothing is kept.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.answers.lexicon import Lexicon
from bot.answers.material import Material, Told
from bot.content.kept_yaml import write_whole

NAME = ".index.npz"
"""No name of a knowledge file: nobody reads, publishes or counts it as one."""

DAMAGED = (OSError, EOFError, KeyError, ValueError, RuntimeError, BadZipFile, zlib.error)
"""All that reading arrays from a file may raise where a byte of it is another: one that says how it is packed, too."""
_WORDS = tuple(one.name for one in fields(Lexicon) if one.name != "sections")
"""Sections of laws are looked up by themselves."""


def stamp_of(told: Told, lexicon: Lexicon) -> str:
    """Return a digest of all that an index is read from, and of the program that reads it."""
    digest = hashlib.sha256(_program())
    for part in (*told, *map(lexicon.__getattribute__, _WORDS)):
        digest.update(repr(sorted(part) if isinstance(part, frozenset) else part).encode())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    digest = hashlib.sha256(sys.version.encode())  # what a letter is, Python's own tables tell
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def kept_material(folder: Path, stamp: str) -> Material | None:
    """Return what is kept in the folder, if it has this stamp and is whole."""
    try:
        with (folder / NAME).open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if _as_given(kept["stamp"]) != stamp:
                return None
            return Material(*(_as_given(kept[name]) for name in Material._fields))
    except DAMAGED:
        return None


def keep_material(folder: Path, stamp: str, material: Material) -> None:
    """Keep what was read in the folder, whole or not at all."""
    arrays = {name: _as_array(value) for name, value in material._asdict().items()}
    write_whole(folder / NAME, lambda file: np.savez(file, allow_pickle=False, stamp=_as_array(stamp), **arrays))


def _as_array(value: str | NDArray[Any]) -> NDArray[Any]:
    return np.frombuffer(value.encode(), np.uint8) if isinstance(value, str) else value


def _as_given(array: NDArray[Any]) -> Any:
    return array.tobytes().decode() if array.dtype == np.uint8 else array
