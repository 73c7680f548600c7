"""Puts a new folder and what editors have published together: the editors' own version of a file wins.

Must not know where either comes from.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Mapping

from bot.content.check_sentences import sentences_unfilled
from bot.content.file_names import as_kept
from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.versions_edit import with_value
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
        added = with_new_sentences(path, theirs, new)
        if added is not None:
            changes[path] = added
    return changes, kept


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def with_new_sentences(path: str, theirs: bytes | None, new: bytes | None) -> bytes | None:
    """Return the editors' sentences with those the new program needs besides, and in place of one that asks for what it
    no longer fills in; None when nothing is missing."""
    if not path.startswith("texts/") or theirs is None or new is None:
        return None
    try:
        have, want = parse_yaml(theirs, path).data, parse_yaml(new, path).data
    except KnowledgeError:
        return None
    if not isinstance(have, dict) or not isinstance(want, dict):
        return None
    fitting = theirs
    for key in sentences_unfilled(path, have):
        if isinstance(want.get(key), str):
            fitting = with_value(fitting, path, (key,), want[key])
    missing = {key: text for key, text in want.items() if key not in have and isinstance(text, str)}
    if missing:
        lines = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in missing.items())
        fitting = fitting.rstrip() + b"\n" + lines.encode()
    return fitting if fitting != theirs else None


def on_top_of(
    base: Files, own: Mapping[str, bytes | None], theirs: Files
) -> tuple[dict[str, bytes | None], tuple[str, ...]]:
    """Return an editor's changes with what others have changed since in the same files, and where that clashes."""
    together: dict[str, bytes | None] = {}
    clashes: list[str] = []
    for path, mine in own.items():
        old, now = base.get(path), theirs.get(path)
        together[path] = mine
        if now in (old, mine):
            continue
        made = merged_lines(old, mine, now) if old is not None and mine is not None and now is not None else None
        if made is None:
            clashes.append(path)
        else:
            together[path] = made
    return together, tuple(clashes)


def merged_lines(base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    """Return both changes of a text put together line by line; None when both changed the same lines. How a line ends
    is no change: one that was published with the ends of Windows is merged as any other."""
    old, own, other = (as_kept(text).decode().splitlines(keepends=True) for text in (base, mine, theirs))
    changes = sorted([*_replaced(old, own), *_replaced(old, other)], key=lambda one: one[:2])
    made: list[str] = []
    at = 0
    for start, end, lines in dict.fromkeys(changes):
        if start < at or (made and start == at and start == end):
            return None
        made += [*old[at:start], *lines]
        at = end
    return "".join([*made, *old[at:]]).encode()


def _replaced(old: list[str], new: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [(i1, i2, tuple(new[j1:j2])) for kind, i1, i2, j1, j2 in matcher.get_opcodes() if kind != "equal"]


def with_todays_sentences(files: Files, earlier: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """Return an earlier version with the sentences that only today's program asks for."""
    return {path: with_new_sentences(path, old, files.get(path)) or old for path, old in earlier.items()}
