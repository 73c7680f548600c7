"""One editor's draft: what it holds, and what the files would be with it. Must not know how it is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from bot.content.versions import Files, changed
from bot.domain.conversation import ConversationState
from bot.domain.published import Draft, Way
from dialogs.dialog import Around


def files_of(state: ConversationState, around: Around) -> Files:
    """Return the files as the editor has them in the draft."""
    draft = state.draft
    if draft is None or draft.roll_back_to:
        return around.files
    return changed(around.files, {path: None if text is None else text.encode() for path, text in draft.changes})


def with_changes(
    state: ConversationState, around: Around, changes: Mapping[str, bytes | None], way: Way = "skjema"
) -> Draft:
    """Return the draft with these files changed too; files that are as they were are left out."""
    before = state.draft if state.draft is not None and not state.draft.roll_back_to else Draft(around.edition, ())
    together: dict[str, str | None] = dict(before.changes)
    for path, content in changes.items():
        together[path] = None if content is None else content.decode("utf-8-sig")
    kept = tuple((path, text) for path, text in together.items() if not _is_as_it_was(path, text, around.files))
    return replace(before, changes=kept, way=way, trying=False)


def mark_of(draft: Draft) -> str:
    """Return what tells one draft from another: a card carries it, so that an older one does nothing to a draft it
    does not show."""
    return hashlib.sha256(repr((draft.roll_back_to, sorted(draft.changes))).encode()).hexdigest()[:16]


def _is_as_it_was(path: str, text: str | None, files: Files) -> bool:
    return files.get(path) == (None if text is None else text.encode())
