"""Who changed what, when and why, and the way back to an earlier edition."""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.norway import OSLO
from bot.domain.outcomes import Outcome
from bot.domain.published import CheckDraft, Draft, Edition, EditionsAre, ShowEditions
from bot.domain.reply import Block, Bullets, Button, Card, Facts, Line, Paragraph, Row
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import is_small_number
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME
from dialogs.editor.preview import show_preview
from dialogs.pages import Page, paged

SHOWN = 40


def history(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the newest editions."""
    floor = state.in_dialog(NAME, page=pressed.version)
    return Step(state=floor, commands=(ShowEditions(turn.person, turn.place),))


def one_edition(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for one edition."""
    number = int(pressed.id) if is_small_number(pressed.id) else 0
    return Step(commands=(ShowEditions(turn.person, turn.place, number),))


def tell_editions(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the list, or the one that was asked for."""
    if not isinstance(outcome, EditionsAre) or not isinstance(outcome.command, ShowEditions):
        return Step()
    if outcome.command.number and outcome.editions:
        return Step((edition_card(outcome.editions[0], around),))
    return Step((_list_card(outcome.editions, int(state.data.get("page", 0)), around),))


def _list_card(editions: tuple[Edition, ...], page: int, around: Around) -> Card:
    text = around.text
    rows = tuple(
        Row(
            str(one.number),
            _said(one, around),
            _when_and_who(one, around),
            Button(text("editors.edition", number=one.number), "edit_edition", str(one.number)),
        )
        for one in editions
    )
    card = Card(
        kind="edit_history",
        header=(text("editors.header"), ""),
        title=text("editors.part_history"),
        intro=text("editors.history_intro"),
        blocks=() if rows else (Paragraph(text("editors.no_history")),),
        buttons=(Button(text("editors.back"), "edit"),),
        doors=False,
    )
    return paged(card, rows, Page("edit_history", number=page), around)


def _said(edition: Edition, around: Around) -> str:
    return edition.why or (edition.changes[0][:100] if edition.changes else around.text("editors.beginning"))


def _when_and_who(edition: Edition, around: Around) -> str:
    when = f"{edition.at.astimezone(OSLO):%d.%m.%Y kl. %H.%M}"
    who = edition.who or around.text("editors.nobody")
    return f"{when} · {who} · {around.text(f'editors.way_{edition.way}')}"


def edition_card(edition: Edition, around: Around) -> Card:
    """Return one edition: who, when, why, what, and the button that leads back to it."""
    text = around.text
    facts = (
        (text("editors.who"), edition.who or text("editors.nobody")),
        (text("editors.when"), f"{edition.at.astimezone(OSLO):%d.%m.%Y kl. %H.%M}"),
        (text("editors.how"), text(f"editors.way_{edition.way}")),
        (text("editors.reason"), edition.why or "–"),
    )
    blocks: list[Block] = [Facts(facts)]
    if edition.changes:
        blocks.append(Bullets(tuple(edition.changes[:SHOWN]), text("editors.changes", count=len(edition.changes))))
    is_in_use = edition.number == around.edition
    if is_in_use:
        blocks.append(Paragraph(text("editors.in_use"), subtle=True))
    back = (
        () if is_in_use else (Button(text("editors.go_back_to"), "edit_roll", str(edition.number), style="positive"),)
    )
    undo = (
        (Button(text("editors.undo"), "edit_roll", str(edition.number - 1)),)
        if is_in_use and edition.number > 1
        else ()
    )
    return Card(
        kind="edit_edition",
        header=(text("editors.header"), text("editors.edition", number=edition.number)),
        title=text("editors.edition", number=edition.number),
        blocks=tuple(blocks),
        buttons=(*back, *undo, Button(text("editors.part_history"), "edit_history")),
        doors=False,
    )


def roll_back(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show what going back to an edition would change; publishing it is the editor's next press."""
    number = int(pressed.id) if is_small_number(pressed.id) else 0
    if not 0 < number <= max(around.edition, 1):
        return Step((Line(around.text("editors.refused_unknown")),))
    draft = Draft(around.edition, (), "tilbake", roll_back_to=number)
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    return show_preview(draft, around.looked, state, around)
