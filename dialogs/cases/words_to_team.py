"""What the requester writes to the team of a case that is sent: an answer to its question, or something to add.

Every text is checked before it is sent. Must not know how a case is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.commands import AddInformation, Command, ListMyCases, ReplyToTeam, ShowMyCase
from bot.domain.conversation import ConversationState
from bot.domain.outcomes import NotAnswering
from bot.domain.reply import Block, Box, Button, Card, Line, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.acute import AGAIN, carried_on
from dialogs.cases.form import LONGEST
from dialogs.cases.requester_card import name_seen, questions
from dialogs.cases.which_case import ADD, REPLY, answer_to, answered_by, is_typed
from dialogs.checked_text import (
    LONGEST_SHOWN,
    CheckedText,
    as_written,
    before_on,
    checked_again,
    finding_blocks,
    keep_field,
    shown_on,
    written,
)
from dialogs.dialog import Around, Step


@dataclass(frozen=True)
class Tried:
    """A text that was sent and came back: what was pressed, what was found, and what is wrong with it."""

    pressed: Pressed
    checked: CheckedText
    error: str = ""


def reply_card(case: Case, around: Around) -> Card:
    """Return the team's question with the field for the answer."""
    return text_card(REPLY, case, around)


def text_card(verb: str, case: Case, around: Around, tried: Tried | None = None) -> Card:
    """Return a card with one field, which names the case and the question; with the findings of the last try and the
    suggestion put in."""
    text, kind = around.text, verb.removeprefix("my_")
    checked = tried.checked if tried else None
    value = checked.suggestion["text"] if checked else ""
    asked = case.unanswered_question if verb == REPLY else None
    question: tuple[Block, ...] = (Box(questions(case, asked, text), "accent"),) if asked else ()
    field = TextInput(
        "text",
        text(f"case.{kind}_field"),
        value,
        multiline=True,
        required=True,
        max_length=max(LONGEST, len(value)),
        error=tried.error if tried else "",
    )
    return Card(
        kind=verb,
        case_shown=case.id if question else "",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.question_title" if verb == REPLY else "case.add_title", code=case.code),
        intro=text("case.question_intro", name=name_seen(case, text)),
        blocks=(
            *question,
            *(finding_blocks(checked, around) if checked else ()),
            field,
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            Button(
                text("case.send_text"),
                f"{verb}_send",
                answer_to(case, case.unanswered_question_key) if verb == REPLY else case.id,
                case.version,
                "positive",
                carries=(*shown_on(checked), *before_on(checked), *(carried_on(tried.pressed) if tried else ())),
            ),
            Button(text("common.cancel"), "my_case", case.id, case.version, submits_inputs=False),
        ),
    )


def send_reply(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the answer and relay it."""
    on_case, question = answered_by(pressed)

    def relayed(said: str) -> Command:
        reply = ReplyToTeam(on_case.id, turn.person, turn.place, question, said)
        return ListMyCases(turn.person, about=reply) if is_typed(turn) else reply

    return _send(REPLY, turn, on_case, state, around, relayed)


def send_unknown(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Relay «det vet jeg ikke»."""
    on_case, question = answered_by(pressed)
    said = around.text("case.dont_know_text")
    return Step(commands=(ReplyToTeam(on_case.id, turn.person, turn.place, question, said),))


def send_add(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the information and relay it."""
    return _send(
        ADD, turn, pressed, state, around, lambda said: AddInformation(pressed.id, turn.person, turn.place, said)
    )


def _send(
    verb: str, turn: Turn, pressed: Pressed, state: ConversationState, around: Around, command: Callable[[str], Command]
) -> Step:
    def again(checked: CheckedText, error: str = "") -> Step:
        return Step(commands=(ShowMyCase(turn.person, pressed.id, verb, Tried(pressed, checked, error)),))

    said = written(pressed.values.get("text") or pressed.values.get("reply") or "")
    if len(said) > LONGEST_SHOWN:
        return Step((Line(around.text("case.far_too_long", number=LONGEST)),))
    if not said or len(said) > LONGEST:
        key = "case.too_long" if said else "case.missing"
        return again(as_written({"text": said}), around.text(key, number=LONGEST))
    if AGAIN in pressed.values:
        return again(as_written({"text": said}))
    checked, note = checked_again({"text": said}, pressed.values, state.profile.municipality, around)
    if note is not None:
        return again(checked, note)
    return Step(commands=(command(checked.fields["text"]),))


def newer_question(outcome: NotAnswering, around: Around) -> Card:
    """Return the question that waits, with what was written to another one; «det vet jeg ikke» is written anew."""
    said = outcome.command.text
    kept = as_written({"text": "" if said == around.text("case.dont_know_text") else said})
    tried = Tried(Pressed(""), kept, around.text("case.another_question"))
    return text_card(REPLY, outcome.case, around, tried)
