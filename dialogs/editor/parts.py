"""The sources of an answer and its variants for a role, municipality or age: one is opened or added from a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.form_article import NEW, PARTS
from bot.content.versions_edit import head_value
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Card, Line, Paragraph, Row, Rows
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, may_edit, refuse
from dialogs.editor.drafts import files_of

VERB = "edit_parts"


def parts(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the variants and sources of the answer as the draft has them."""
    slug = pressed.id
    file, files = f"articles/{slug}.md", files_of(state, around)
    if file not in files:
        return Step((Line(around.text("editors.gone")),))
    if not may_edit(file, around):
        return refuse(turn, around, path=file)
    return Step((_card(slug, files[file], file, around),), state.in_dialog(NAME))


def _card(slug: str, raw: bytes, file: str, around: Around) -> Card:
    text = around.text
    variants, sources = (head_value(raw, file, (name,)) or [] for name in ("variants", "sources"))
    shown = (
        *_rows("variant", slug, ((_for_whom(one, around), str(one.get("text", ""))) for one in variants)),
        *_rows("source", slug, ((_cited(one), str(one.get("says", ""))) for one in sources)),
    )
    new = tuple(Button(text(f"editors.new_{kind}"), "edit_form", f"{kind}:{slug}:{NEW}") for kind in PARTS)
    back = Button(text("editors.back_to_answer"), "edit_form", f"article:{slug}", submits_inputs=False)
    return Card(
        kind="edit_parts",
        header=(text("editors.header"), file),
        title=str(head_value(raw, file, ("title",)))[:160],
        intro=text("editors.parts_intro"),
        blocks=(Rows(shown),) if shown else (Paragraph(text("editors.nothing_here")),),
        buttons=(*new, back),
        doors=False,
    )


def _rows(kind: str, slug: str, entries: Iterator[tuple[str, str]]) -> Iterator[Row]:
    for index, (title, note) in enumerate(entries):
        press = Button(title[:60], "edit_form", f"{kind}:{slug}:{index}")
        yield Row(str(index + 1), title[:120], " ".join(note.split())[:80], press)


def _for_whom(variant: Mapping[str, Any], around: Around) -> str:
    """Return whom a variant is for in words."""
    wanted = variant.get("for") or {}
    profiles = around.knowledge.profiles
    named = [around.text(f"names.role_{role}") for role in wanted.get("role") or ()]
    named += [profiles[one].name if one in profiles else str(one) for one in wanted.get("municipality") or ()]
    ages = wanted.get("age_years") or ()
    named += [around.text("editors.years_old", age=", ".join(map(str, ages)))] if ages else []
    return around.text("editors.variant_for", whom=", ".join(named))


def _cited(source: Mapping[str, Any]) -> str:
    return f"{source.get('law', '')} {source.get('section', '')}".strip()
