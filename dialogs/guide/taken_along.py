"""The summary of a concern to take along: as text to copy, and as a Word document."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.reply import File, Line
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.guide import keeping, summary
from dialogs.guide.place import open_sitting
from dialogs.guide.summary_docx import summary_docx


def make_summary(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the summary as text to copy."""
    sitting = open_sitting(pressed.id, state, around)
    if sitting is None:
        return keeping.nothing_open(pressed, state, around)
    return Step((summary.summary_card(sitting),), sitting.saved_in(state))


def share_summary(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the summary to who wants to give it to one at work: the bot sends it to nobody."""
    return make_summary(turn, pressed, state, around).below((Line(around.text("guide.share")),))


def make_document(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Give the summary as a Word document; it is made from the answers again once the person accepts it."""
    sitting = open_sitting(pressed.id, state, around)
    if sitting is None:
        return Step((Line(around.text("guide.old_concern")),))
    title = sitting.concern.title
    name = around.text("guide.document_name", title=title) if title else around.text("guide.document_untitled")
    about = around.text("guide.document_about")
    content = summary_docx(summary.summary_of(sitting))
    return Step((File(name, about, "guide_document", sitting.concern.id, content),), sitting.saved_in(state))
