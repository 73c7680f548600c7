"""What is shown of a refusal. Where something is written on the card that was pressed, the card stays: it lies nowhere
else, and no refusal may take its place."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.conversation import ConversationState
from bot.domain.errors import CaseChanged, DomainError, NotAMember, RosterAway
from bot.domain.reply import Button, Card, Line, TextInput
from bot.domain.turn import PlaceKind, Pressed, Turn
from bot.turns.routed import Routed
from bot.turns.written import written_in
from dialogs.dialog import Around, Step

PASSING = (RosterAway, CaseChanged)
"""Refusals that the next press may get past: the card with the button stays also when nothing is written on it."""


def refused(
    error: DomainError, turn: Turn, state: ConversationState, around: Around, as_it_is: Card | None = None
) -> Step:
    """Return why nothing is done, and the case as it is now in the place of the card that was pressed, or below it."""
    said, is_passing = around.text(error.text_key, **error.about), isinstance(error, PASSING)
    texts = written_in(turn.what, state) if isinstance(turn.what, Pressed) else {}
    is_written = any(len(one.split()) > 1 for one in texts.values())  # else a choice, a date or a code
    if not isinstance(turn.what, Pressed) or not is_written:
        return Step((Line(said),), replaces=as_it_is, keeps_card=is_passing)
    kept = f"{said} {around.text('error.kept')}"
    line = Line(kept, in_window=_in_window(said, turn.what, texts, state, around, is_passing=is_passing))
    is_below = as_it_is is not None and turn.place.kind is not PlaceKind.CHANNEL  # there all would get it
    return Step((line, *([as_it_is] if as_it_is is not None and is_below else [])), keeps_card=True)


def broken(turn: Turn, around: Around) -> Line:
    """Say that a fault of ours, or a database that is away, kept a turn from being taken. A window that was written in
    stays open with it, or is shown again in the chat when it has closed meanwhile: it lies nowhere else."""
    said, nothing_known = around.text("common.something_broke"), ConversationState()
    written = written_in(turn.what, nothing_known) if isinstance(turn.what, Pressed) else {}
    texts = {name: one for name, one in written.items() if len(one.split()) > 1}  # the rest may be choices
    if not isinstance(turn.what, Pressed) or not texts:
        return Line(said)
    return Line(said, in_window=_in_window(said, turn.what, texts, nothing_known, around, is_passing=True))


def not_a_member(turn: Turn, state: ConversationState, around: Around) -> Routed:
    """Tell somebody who is not on the roster of the channel why nothing is done, or that it could not be asked."""
    return Routed(refused(RosterAway() if around.is_roster_away else NotAMember(), turn, state, around))


def _in_window(
    said: str, pressed: Pressed, texts: Mapping[str, str], state: ConversationState, around: Around, *, is_passing: bool
) -> Card:
    """Return what keeps a window open with all that was written in it, to be sent again or copied from it."""
    text, labels = around.text, {field.id: field.label for field in state.fields}
    rest = tuple((name, value) for name, value in pressed.values.items() if name not in texts)
    again = Button(text("error.again"), pressed.verb, pressed.id, pressed.version, "positive", carries=rest)
    return Card(
        kind="refused_in_window",
        title=text("error.kept_title"),
        intro=f"{said} {text('error.kept_again' if is_passing else 'error.kept_window')}",
        blocks=tuple(
            TextInput(name, labels.get(name) or text("error.kept_field"), one, multiline=True, max_length=len(one) * 2)
            for name, one in texts.items()
        ),
        buttons=(again,) if is_passing else (),
        doors=False,
        in_dialog=True,
    )
