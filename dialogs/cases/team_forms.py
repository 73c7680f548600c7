"""The short forms that open in the place of the team's card: ask, pass on, close, and «er du sikker?»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.anonymise import Finding
from bot.domain.case import Case, Member, code_in
from bot.domain.case_actions import ANSWERED, TO_REPORT
from bot.domain.commands import AskRequester, CloseCase, GiveBackCase, HandOverCase, ShowTeamCase
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Button, Card, Choice, ChoiceInput, Line, Style, TextInput
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import words_of
from dialogs.checked_text import (
    FAILED,
    LONGEST_SHOWN,
    CheckedText,
    before_on,
    checked_again,
    finding_blocks,
    keep_field,
    shown_on,
    team_note,
    written,
)
from dialogs.dialog import Around, Step

LONGEST = 1200
CLOSE_REASONS = (ANSWERED, "meeting", TO_REPORT, "elsewhere")
CANNOT_BE_UNDONE: Mapping[str, Style] = {"redact": "destructive"}
CODE_OF = "code"
"""What the button of a form carries, so that the form says which case it is about also when it is shown again."""
TO_ALL = "alle"
"""The choice «back to the team» among the members a case can be passed on to."""


def form(
    kind: str,
    pressed: Pressed,
    around: Around,
    fields: Sequence[Block],
    checked: CheckedText | None = None,
    note: str = "",
) -> Card:
    """Return a form in the card's place, with what was found in the last try. It says which case it is about: it may
    stand far from the card, and a team has several."""
    text, style = around.text, CANNOT_BE_UNDONE.get(kind, "positive")
    code = code_in(pressed.values.get(CODE_OF, ""))
    return Card(
        kind=f"team_{kind}",
        header=(text("team.header_code", code=code), "") if code else ("", ""),
        title=text(f"team.{kind}_title"),
        intro=note or text(f"team.{kind}_intro"),
        blocks=(
            *(finding_blocks(checked, around) if checked else ()),
            *fields,
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            Button(
                text(f"team.{kind}_send"),
                f"case_{kind}_send",
                pressed.id,
                pressed.version,
                style,
                carries=(*shown_on(checked), *before_on(checked), *(((CODE_OF, code),) if code else ())),
            ),
            Button(text("team.back_to_case"), "case_show", pressed.id, pressed.version, submits_inputs=False),
        ),
        doors=False,
        in_dialog=True,
    )


def what_is_missing(labels: Sequence[str], around: Around, *, is_more_written: bool = False) -> str:
    """Return which fields are empty, all of them at once, and that the rest is still there where something is."""
    quoted = ", ".join(f"«{label.rstrip('.')}»" for label in labels)
    key = "team.field_missing" if len(labels) == 1 else "team.fields_missing"
    missing = around.text(key, number=len(labels), field=quoted)
    return f"{missing} {around.text('team.rest_is_there')}" if is_more_written else missing


def on(case: Case) -> Pressed:
    """Return what a form about the case is opened with."""
    return Pressed("", case.id, case.version, {CODE_OF: case.code})


def municipality_here(around: Around) -> str | None:
    """Return the municipality whose place names count, when the installation serves one only."""
    return around.municipalities[0] if len(around.municipalities) == 1 else None


def ask_form(
    pressed: Pressed, around: Around, value: str = "", checked: CheckedText | None = None, note: str = ""
) -> Card:
    """Return the form for a question to the requester."""
    field = TextInput(
        "question",
        around.text("team.ask_field"),
        value,
        multiline=True,
        required=True,
        max_length=max(LONGEST, len(value)),
    )
    return form("ask", pressed, around, (field,), checked, note)


_ASKED = re.compile(r"^\s*((?:spør|spørre|spørj\w*|spørr)\s+innmeld\w+)\s+(?:om\s+)?(\S.*)$", re.IGNORECASE | re.DOTALL)


_TO_REQUESTER = re.compile(r"\s*(?:spør|spørre|spørj\w*|spørr|svar|svare|svarer)\s+innmeld\w+\b", re.IGNORECASE)
_LABEL_ENDS = re.compile(r"[:\n]")


def told_requester(said: str) -> tuple[str, str]:
    """Return the label and what stands behind it, or below it: «spør innmelder: …», «spør innmelder hvordan …», «svar
    innmelder: …»; empty where nothing does."""
    label, *behind = _LABEL_ENDS.split(said.strip(), maxsplit=1)
    asked = _ASKED.match(said) if not behind else None
    return (asked[1], asked[2].strip()) if asked else (label, "".join(behind).strip())


def words_to_requester(said: str) -> str:
    """Return what stands behind «spør innmelder:» or «svar innmelder:»; all that is said where neither begins it."""
    label, behind = told_requester(said)
    return behind if behind and _TO_REQUESTER.match(label) else said


def told_behind(turn: Turn, around: Around) -> str:
    """Return what was typed behind «spør innmelder:» or «svar innmelder:», to stand in the form: it is checked there,
    and sent by its button. The form is read by all in the channel, and stays when its writer deletes the message:
    what names somebody is left out."""
    behind = told_requester(turn.what.own_words)[1] if isinstance(turn.what, Said) else ""
    return behind if may_be_echoed(behind, municipality_here(around), around) else ""


def names_other(said: str, municipality: str | None, around: Around) -> bool:
    """Tell whether the words have what looks like a name or a number of anybody but a member of the team."""
    return any(finding.type != FAILED for finding in _direct(said, municipality, around))


def may_be_echoed(said: str, municipality: str | None, around: Around) -> bool:
    """Tell whether the words may stand where all in a channel read them, also when the message is deleted: they were
    looked through, and nothing in them looks like a name or a number of anybody but a member."""
    return not _direct(said, municipality, around)


def _direct(said: str, municipality: str | None, around: Around) -> Sequence[Finding]:
    members = {word for one in around.members for word in words_of(one.name)}

    def stays(word: str) -> bool:
        own = words_of(word)
        return not own or not members.issuperset(own)  # a sign that stands alone ends what is before it: «…: Gi den …»

    lines = ([word for word in line.split() if stays(word)] for line in said.splitlines())
    return around.anonymiser.find_direct("\n".join(map(" ".join, lines)), municipality)


def typed_with_a_name(turn: Turn, around: Around) -> Step | None:
    """Return what is said to who typed a field instead of filling it in, when the text may not be sent as it is: a form
    with what was found would be read by all in the channel. None for a press, whose form only the presser sees."""
    return Step((Line(around.text("team.typed_named")),)) if isinstance(turn.what, Said) else None


def send_ask(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the question for names and relay it."""
    said = written(pressed.values.get("question", ""))
    if len(said) > LONGEST_SHOWN:
        return Step((Line(around.text("case.far_too_long", number=LONGEST)),))
    if not said:
        return Step(replaces=ask_form(pressed, around, note=what_is_missing([around.text("team.ask_field")], around)))
    if len(said) > LONGEST:
        return Step(replaces=ask_form(pressed, around, said, note=around.text("case.too_long", number=LONGEST)))
    checked, note = checked_again({"question": said}, pressed.values, municipality_here(around), around)
    if note is not None:
        form_again = ask_form(
            pressed, around, checked.suggestion["question"], checked, note or team_note(checked, around)
        )
        return typed_with_a_name(turn, around) or Step(replaces=form_again)
    return Step(commands=(AskRequester(pressed.id, turn.person, turn.place, checked.fields["question"]),))


def pass_on_form(case: Case, turn: Turn, around: Around) -> Card:
    """Return the form for letting the case go: to everybody, or to one member who is not inhabil. A member who was
    named, «gi den til Siri», is chosen; it is said when the one who was named cannot have it."""
    text = around.text
    others = [one for one in around.members if one.id != turn.person.id and one.id not in case.recused]
    choices = (
        Choice(TO_ALL, text("team.pass_on_all")),
        *(Choice(one.id, one.name) for one in sorted(others, key=lambda one: one.name)),
    )
    said = words_of(turn.what.own_words) if isinstance(turn.what, Said) else []
    named = [one.id for one in others if not {*said}.isdisjoint(words_of(one.name))]
    chosen = named[0] if len(named) == 1 else TO_ALL
    field = ChoiceInput("to", text("team.pass_on_field"), choices, chosen, required=True, compact=len(choices) > 5)
    is_other = any(not {*said}.isdisjoint(words_of(one.name)) for one in around.members) and not named
    note = f"{text('team.pass_on_not_to')} {text('team.pass_on_intro')}" if is_other else ""
    return form("pass_on", on(case), around, (field,), note=note)


def send_pass_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the case go to the chosen member; a name that is not on the roster is refused."""
    to = pressed.values.get("to", "") or TO_ALL
    if to == TO_ALL:
        return Step(commands=(GiveBackCase(pressed.id, turn.person, turn.place),))
    member = next((Member(one.id, one.name) for one in around.members if one.id == to), None)
    if member is None:
        return Step((Line(around.text("team.pass_on_unknown")),))
    return Step(commands=(HandOverCase(pressed.id, turn.person, turn.place, member),))


def close_form(case: Case, around: Around) -> Card:
    """Return the form that asks for the result before the case is closed; it says so when who sent it has no answer,
    for only the result is told them."""
    is_answered = case.answered_at is not None or case.answer is not None
    possible = CLOSE_REASONS if is_answered else CLOSE_REASONS[1:]
    choices = tuple(Choice(one, around.text(f"team.close_{one}")) for one in possible)
    chosen = ANSWERED if is_answered else ""
    field = ChoiceInput("reason", around.text("team.close_field"), choices, chosen, required=True)
    note = "" if is_answered else f"{around.text('team.close_unanswered')} {around.text('team.close_intro')}"
    return form("close", on(case), around, (field,), note=note)


def send_close(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Close with the chosen result; without one the form is shown again."""
    reason = pressed.values.get("reason", "")
    if reason not in CLOSE_REASONS:
        return Step(commands=(ShowTeamCase(pressed.id, turn.person, turn.place, "close"),))
    return Step(commands=(CloseCase(pressed.id, turn.person, turn.place, reason),))


def sure_form(kind: str, case: Case, around: Around) -> Card:
    """Return the card that asks «er du sikker?» in the card's place."""
    return form(kind, on(case), around, ())
