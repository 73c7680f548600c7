"""Puts a new folder and what editors have published together: the editors' own version of a file wins.

Must not know where either comes from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.yaml_file import parse_yaml


def merged(before: Mapping[str, str], folder: Files, published: Files) -> tuple[dict[str, bytes | None], list[str]]:
    """Return what to change in `published`, and the files where the editors' version stays.

    `before` holds the hashes of the folder as it was last time.
    """
    changes: dict[str, bytes | None] = {}
    kept: list[str] = []
    for path in sorted({*before, *folder}):
        new, old = folder.get(path), before.get(path)
        if old == _hash(new):
            continue
        theirs = published.get(path)
        if theirs == new:
            continue
        if _hash(theirs) == old:
            changes[path] = new
            continue
        kept.append(path)
        added = _with_new_sentences(path, theirs, new)
        if added is not None:
            changes[path] = added
    return changes, kept


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _with_new_sentences(path: str, theirs: bytes | None, new: bytes | None) -> bytes | None:
    """Return the editors' sentences with those the new program needs besides; None when nothing is missing."""
    if not path.startswith("texts/") or theirs is None or new is None:
        return None
    try:
        have, want = parse_yaml(theirs, path).data, parse_yaml(new, path).data
    except KnowledgeError:
        return None
    if not isinstance(have, dict) or not isinstance(want, dict):
        return None
    missing = {key: text for key, text in want.items() if key not in have and isinstance(text, str)}
    if not missing:
        return None
    lines = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in missing.items())
    return theirs.rstrip() + b"\n" + lines.encode()
