"""The way through a guide in words, before and after a change: which answer leads where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.content.problem import KnowledgeError
from bot.content.yaml_file import parse_yaml
from dialogs.dialog import Around

SHOWN = 30


def steps_before_and_after(before: bytes | None, after: bytes | None, path: str, around: Around) -> tuple[str, ...]:
    """Return the arrows that are new or gone; nothing when only words have changed."""
    old, new = _arrows(before, path, around), _arrows(after, path, around)
    gone = [around.text("editors.arrow_gone", arrow=one) for one in old if one not in new]
    added = [around.text("editors.arrow_new", arrow=one) for one in new if one not in old]
    return tuple([*gone, *added][:SHOWN])


def _arrows(raw: bytes | None, path: str, around: Around) -> list[str]:
    """Return `step – answer → next step`, one for each arrow of the file."""
    try:
        data = parse_yaml(raw or b"", path).data
    except KnowledgeError:
        return []
    steps = data.get("steps") if isinstance(data, Mapping) else None
    found: list[str] = []
    for name, step in (steps or {}).items():
        if isinstance(step, Mapping):
            found += [f"{name} – {say} → {to}" for say, to in _ways(step, around)]
    return found


def _ways(step: Mapping[str, Any], around: Around) -> list[tuple[str, str]]:
    ways = [
        (str(one.get("say", "")), str(one.get("go_to") or one.get("go_to_rule") or ""))
        for one in step.get("options") or ()
        if isinstance(one, Mapping)
    ]
    own = step.get("go_to_rule") or step.get("go_to")
    skipped = step.get("otherwise")
    if own:
        ways.append((around.text("editors.arrow_on"), str(own)))
    if isinstance(skipped, Mapping):
        ways.append((around.text("editors.arrow_hidden"), str(skipped.get("go_to", ""))))
    return [(say, to) for say, to in ways if to]
