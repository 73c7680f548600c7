"""Keeps every published version of a guide, because conversations under way are pinned to it.

Must not judge the guide: the checks do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

import yaml

from bot.content.problem import KnowledgeError
from bot.content.versions import Files, changed
from bot.content.versions_edit import with_value
from bot.content.yaml_file import parse_yaml

_CURRENT = re.compile(r"guides/[^/]+\.yaml")
_SHARED = re.compile(r"guides/felles/[^/]+\.yaml")
_VERSION = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d+)")


def with_kept_guides(files: Files, changes: Mapping[str, bytes | None], today: date) -> dict[str, bytes | None]:
    """Return the changes, and for each guide they touch the version of before, and a new number."""
    together: dict[str, bytes | None] = dict(changes)
    after = changed(files, changes)
    for path in sorted(path for path in files if _CURRENT.fullmatch(path)):
        old, new = _whole(path, files), _whole(path, after)
        if old is None or new is None or old == new:
            continue
        archived = f"guides/archive/{PurePosixPath(path).stem}-{old['version']}.yaml"
        if archived not in files:
            together[archived] = yaml.safe_dump(old, allow_unicode=True, sort_keys=False, width=120).encode()
        if new.get("version") == old["version"] or _was_another(new, path, files):
            together[path] = with_value(after[path], path, ("version",), _next(str(old["version"]), today))
    return together


def _was_another(new: Mapping[str, object], path: str, files: Files) -> bool:
    """Tell whether this number was published with other content: a file that has lain somewhere carries an old one."""
    kept = files.get(f"guides/archive/{PurePosixPath(path).stem}-{new.get('version')}.yaml")
    try:
        return kept is not None and parse_yaml(kept, path).data != new
    except KnowledgeError:
        return True


def _next(version: str, today: date) -> str:
    """Return the version after this one: `2026-11-22.3`, with today's date."""
    match = _VERSION.fullmatch(version)
    number = int(match[2]) + 1 if match and match[1] == today.isoformat() else 1
    return f"{today.isoformat()}.{number}"


def _whole(path: str, files: Files) -> dict[str, object] | None:
    """Return the guide with its shared outcomes put in, so that it stands alone; None when it cannot be read."""
    raw = files.get(path)
    if raw is None:
        return None
    try:
        data = parse_yaml(raw, path).data
        shared = [parse_yaml(files[one], one).data for one in sorted(files) if _SHARED.fullmatch(one)]
    except KnowledgeError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("version"), str):
        return None
    wanted = data.get("outcomes_from") or ()
    together = {
        name: one
        for file in shared
        if isinstance(file, dict) and file.get("shared_outcomes") in wanted and isinstance(file.get("outcomes"), dict)
        for name, one in file["outcomes"].items()
    }
    named = [name for name in data.get("severity") or () if isinstance(name, str) and name in together]
    own = data.get("outcomes")
    outcomes = {name: together[name] for name in named} | (own if isinstance(own, dict) else {})
    return {key: one for key, one in data.items() if key != "outcomes_from"} | {"outcomes": outcomes}
