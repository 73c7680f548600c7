"""What a draft would change: in words, as the card will look, its effects, and what others did meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.article_file import read_article
from bot.content.problem import KnowledgeError
from bot.content.versions_check import Checked
from bot.content.versions_diff import readable
from bot.domain.conversation import ConversationState
from bot.domain.published import CheckDraft, Draft, Edition
from bot.domain.reply import Block, Box, Bullets, Button, Card, DateInput, Folded, Line, Paragraph, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.answers.cards import answer_card
from dialogs.dialog import Around, Looked, Step
from dialogs.editor.access import NAME, not_theirs
from dialogs.editor.drafts import mark_of
from dialogs.editor.guide_drawing import VERB as DRAWING
from dialogs.editor.guide_drawing import changed_guide, steps_before_and_after

SHOWN = 15
UNKNOWN = "må fylles ut av kommunen"
"""Advice about what nobody knows has its own list."""


def preview(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the draft again, also to who types «publiser» where its button is not shown: that publishes nothing."""
    is_form = "target" in state.data and bool(state.fields)
    if state.draft is None:
        return Step((Line(around.text("editors.publish_form" if is_form else "editors.no_draft")),))
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, state.draft),))
    shown = show_preview(state.draft, around.looked, state, around)
    return shown.below((Line(around.text("editors.form_not_in_draft")),)) if is_form else shown


def as_it_is_now(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Show the draft to who pressed a card that shows another one, and say that nothing is done."""
    if state.draft is None:
        return Step((Line(around.text("editors.no_draft")),))
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, state.draft),))
    return show_preview(state.draft, around.looked, state, around).below((Line(around.text("editors.older_card")),))


def show_preview(draft: Draft, looked: Looked, state: ConversationState, around: Around) -> Step:
    """Keep the draft and show what it changes; refuse what is not this editor's."""
    strange = not_theirs((one.file for one in looked.checked.differences), around, looked.checked.files)
    if strange:
        return Step((Line(around.text("editors.not_your_files", files=", ".join(strange[:5]))),))
    if not looked.checked.differences and not looked.checked.errors:
        return Step((Line(around.text("editors.nothing_changed")),), replace(state, draft=None))
    about = {"questions": state.data["questions"]} if state.data.get("questions") else {}
    kept = state.in_dialog(NAME, seen=looked.number, **about)
    kept = replace(kept, draft=replace(draft, trying=False, as_of=None))
    return Step(replaces=preview_card(draft, looked, state, around), state=kept)


def preview_card(draft: Draft, looked: Looked, state: ConversationState, around: Around) -> Card:
    """Return what the draft changes, with what to do now."""
    text, is_sound = around.text, looked.checked.is_sound
    fields = (TextInput("why", text("editors.why"), max_length=300), DateInput("as_of", text("editors.as_of")))
    return Card(
        kind="edit_preview",
        header=(text("editors.header"), text("editors.draft")),
        title=text("editors.preview_back" if draft.roll_back_to else "editors.preview_title"),
        intro=text("editors.preview_intro"),
        blocks=(*_what_changes(looked, state, around), *(fields if is_sound else ())),
        buttons=(
            *(_publish_or_try(draft, looked, around) if is_sound else ()),
            *_drawing_button(draft, looked, around),
            Button(text("editors.more"), "edit", submits_inputs=False),
            Button(text("editors.discard"), "edit_discard", mark_of(draft), submits_inputs=False),
        ),
        doors=False,
    )


def _publish_or_try(draft: Draft, looked: Looked, around: Around) -> tuple[Button, Button]:
    text, mark = around.text, mark_of(draft)
    tried = Button(text("editors.try"), "edit_try")
    if looked.clashes:
        return Button(text("editors.publish_anyway"), "edit_publish", mark, style="destructive"), tried
    return Button(text("editors.publish"), "edit_publish", mark, style="positive"), tried


def _drawing_button(draft: Draft, looked: Looked, around: Around) -> tuple[Button, ...]:
    if draft.roll_back_to or not changed_guide(around.files, looked.checked.files):
        return ()
    return (Button(around.text("editors.see_drawing"), DRAWING, submits_inputs=False),)


def _what_changes(looked: Looked, state: ConversationState, around: Around) -> list[Block]:
    """Return errors first, then what others did, the changes, their effects, advice, and how it will look."""
    text, checked = around.text, looked.checked
    changed = readable(checked.differences)
    blocks: list[Block] = []
    if checked.errors:
        errors = Bullets(_lines(checked.errors), text("editors.problems", count=len(checked.errors)))
        blocks.append(Box((errors,), "attention"))
    if looked.left_behind:
        blocks.append(Box((Bullets(_lines(looked.left_behind)),), "warning"))
    blocks += _meanwhile(looked.newer, looked.clashes, around)
    blocks.append(Bullets(tuple(changed[:SHOWN]), text("editors.changes", count=len(changed))))
    if len(changed) > SHOWN:
        blocks.append(Folded(text("editors.more_changes"), (Bullets(tuple(changed[SHOWN : 5 * SHOWN])),)))
    if looked.effects:
        blocks.append(Bullets(tuple(looked.effects), text("editors.effects")))
    advice = [one for one in checked.warnings if UNKNOWN not in one.message.casefold()]
    if advice:
        blocks.append(Folded(text("editors.warnings", count=len(advice)), (Bullets(_lines(advice)),)))
    return [*blocks, *_as_it_will_look(checked, state, around)]


def _lines(problems: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in problems[:20])


def _meanwhile(newer: Sequence[Edition], clashes: Sequence[str], around: Around) -> list[Block]:
    """Say what others have published since the draft was begun, and where both changed the same."""
    if not newer:
        return []
    text = around.text
    lines = [
        text("editors.they_changed", who=one.who or text("editors.nobody"), change=change)
        for one in newer
        for change in one.changes[:5]
    ]
    said = text("editors.clash", files=", ".join(clashes)) if clashes else text("editors.both_kept")
    return [Box((Bullets(tuple(lines), text("editors.meanwhile")), Paragraph(said)), "warning")]


def _as_it_will_look(checked: Checked, state: ConversationState, around: Around) -> list[Block]:
    """Return the changed answer as its card will look, or the way of a changed guide before and after."""
    paths = list(dict.fromkeys(one.file for one in checked.differences))
    blocks: list[Block] = []
    for path in [one for one in paths if one.startswith("articles/") and one in checked.files][:1]:
        try:
            article = read_article(checked.files[path], path)
        except KnowledgeError:
            continue
        card = answer_card(article, state, around)
        inner = (Paragraph(card.title, strong=True), *([Paragraph(card.intro)] if card.intro else []), *card.blocks)
        blocks.append(Folded(around.text("editors.will_look"), inner))
    for path in [one for one in paths if one.startswith("guides/") and "/archive/" not in one][:1]:
        lines = steps_before_and_after(around.files.get(path), checked.files.get(path), path, around)
        blocks += [Folded(around.text("editors.guide_way"), (Bullets(lines),))] if lines else []
    return blocks
