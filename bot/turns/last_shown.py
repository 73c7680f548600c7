"""What is remembered of the last thing shown: enough to type its buttons and fields, and no value anybody wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.conversation import ConversationState, ShownButton, ShownField
from bot.domain.reply import Card, ChoiceInput
from bot.turns.routed import Routed
from dialogs.as_text import all_buttons, inputs_of
from dialogs.checked_text import KEEP
from dialogs.dialog import ACUTE_CARD, GO_ON, Step
from dialogs.verbs import verbs_that

SENDS_WORDS = verbs_that(lambda one: one.sends in ("words", "answer"))
"""Buttons that send a few words to the team that has a case."""


def remember_shown(step: Step, state: ConversationState, now: datetime, thread: str = "") -> ConversationState:
    """Keep the buttons and fields of the last thing shown, so that numbers, labels and `Felt: verdi` can be typed; in
    which thread it stands; of danger, its kind."""
    replies = (*step.replies, step.replaces) if step.replaces is not None else step.replies
    found = ((reply, all_buttons(reply)) for reply in reversed(replies))
    last, pressable = next((one for one in found if one[1]), (None, ()))
    if last is None:
        return replace(state, said_since=True) if replies and state.shown else state
    buttons = tuple(ShownButton(one.title, one.verb, one.id, one.version) for one in pressable if not one.url)
    blocks = last.blocks if isinstance(last, Card) else ()
    fields = tuple(
        ShownField(
            one.id,
            one.label,
            _choices(one) if isinstance(one, ChoiceInput) else (),
            isinstance(one, ChoiceInput) and one.several,
        )
        for one in inputs_of(blocks)
    )
    kind = next((one.id for one in buttons if one.verb == GO_ON), "")
    danger = (kind, now) if isinstance(last, Card) and last.kind == ACUTE_CARD else state.danger
    shown = replace(state, shown=buttons, fields=fields, shown_in=thread, done=None)
    return replace(shown, said_since=not buttons, danger=danger)


def without_sent(routed: Routed, step: Step, before: ConversationState, after: ConversationState) -> ConversationState:
    """Return the state without the buttons of a card whose words went to a team just now, where nothing else has come
    in its place: a yes or a number below the receipt is about none of them, and must not be told that nothing is
    sent. A card that is shown again, for a name in it, was not sent."""
    pressed = routed.pressed
    told = (*step.replies, step.replaces) if step.replaces is not None else step.replies
    again = {(one.verb, one.id) for reply in told for one in all_buttons(reply)}
    is_sent = pressed is not None and pressed.verb in SENDS_WORDS and bool(routed.step.commands)
    is_left = is_sent and pressed is not None and (pressed.verb, pressed.id) in {(o.verb, o.id) for o in after.shown}
    is_gone = is_left and pressed is not None and (pressed.verb, pressed.id) not in again
    return replace(after, shown=(), fields=()) if is_gone and after.shown == before.shown else after


def chosen_from(routed: Routed, before: ConversationState) -> tuple[ShownButton, ...]:
    """Return the buttons that the one just chosen stood among; none when choosing it did more than show something."""
    pressed = routed.pressed
    if pressed is None or routed.step.commands:
        return ()
    lists = (before.shown_before, before.shown)
    return next((one for one in lists if any((b.verb, b.id) == (pressed.verb, pressed.id) for b in one)), ())


def _choices(field: ChoiceInput) -> tuple[tuple[str, str], ...]:
    """Return value and title of each choice. The words somebody may keep are their own: only their numbers are kept."""
    if field.id == KEEP:
        return tuple((choice.value, str(number)) for number, choice in enumerate(field.choices, 1))
    return tuple((choice.value, choice.title) for choice in field.choices)
