"""A guide before and after a change: the arrows in words on the card, and a drawing of both as a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from bot.content.guide_changes import changes_page, guide_in
from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.yaml_file import parse_yaml
from bot.domain.conversation import ConversationState
from bot.domain.reply import File, Line
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.drafts import files_of

SHOWN = 30
WORDS = ("before", "after", "added", "gone", "changed")
VERB = "edit_drawing"


def changed_guide(before: Files, after: Files) -> str:
    """Return the path of the first guide that differs and stands in both; empty when none does."""
    guides = (path for path in sorted(before) if path.startswith("guides/") and path.count("/") == 1)
    return next((path for path in guides if path in after and before[path] != after[path]), "")


def drawing(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Give the drawing of the draft's guide as a file; the client asks first, and then this is done again."""
    after = files_of(state, around)
    path = changed_guide(around.files, after)
    guides = (guide_in(around.files, path), guide_in(after, path)) if path else (None, None)
    if guides[0] is None or guides[1] is None:
        return Step((Line(around.text("editors.no_drawing")),))
    words = {one: around.text(f"editors.drawing_{one}") for one in WORDS}
    page = changes_page(guides[0], guides[1], words)
    name = f"{PurePosixPath(path).stem}.html"
    about = around.text("editors.drawing_offer", name=name)
    return Step((File(name, about, VERB, path, page.encode()),))


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
