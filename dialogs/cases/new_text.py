"""A new text for a case that is sent: after «ikke anonym nok», or before anybody has taken it.

Checked, shown as the team will get it, and approved like the first one. It lies on the card until then, nowhere else.
"""

from __future__ import annotations

from dataclasses import replace

from bot.content.profile import THEMES
from bot.domain.case import Case, CaseText
from bot.domain.choices import as_value, chosen_in
from bot.domain.commands import RenewCase
from bot.domain.conversation import ConversationState
from bot.domain.reply import Box, Button, Card, Line, Paragraph, UserText
from bot.domain.turn import Pressed, Turn
from dialogs.acute import AGAIN, carried_on
from dialogs.cases.form import TEXTS, errors_in, inputs, summary_of
from dialogs.cases.meter import Circle, meter, risk_of
from dialogs.checked_text import (
    KEEP,
    CheckedText,
    as_written,
    before_on,
    checked_again,
    finding_blocks,
    keep_field,
    narrowing,
    shown_on,
)
from dialogs.dialog import Around, Step

TRAITS = "traits"
"""The fixed choices of the case and what the team has read before, carried on the card: they narrow the circle as much
as the words do."""


def opened(case: Case, around: Around) -> Step:
    """Show the prompts, with the text the team has, if it has one."""
    kept = as_written(case.text.written) if case.text is not None else None
    card = renew_card(Pressed("", case.id, case.version, {TRAITS: _traits_of(case)}), around, kept)
    return Step((replace(card, case_shown=case.id if kept else ""),))


def _traits_of(case: Case) -> str:
    form = case.form
    form_of = (form.age_band, form.arena, as_value(form.themes))
    return "|".join((*form_of, as_value(case.told), case.follows, case.municipality))


def _carried(pressed: Pressed) -> tuple[tuple[str, str], ...]:
    traits = ((TRAITS, pressed.values[TRAITS]),) if TRAITS in pressed.values else ()
    return (*traits, *carried_on(pressed))


def renew_card(
    pressed: Pressed,
    around: Around,
    checked: CheckedText | None = None,
    error: str = "",
    narrows: Box | None = None,
) -> Card:
    """Return the fields of the text, with the findings of the last try, their meter, and the suggestions put in."""
    text = around.text
    look_over = Button(
        text("case.look_over"),
        "my_renew_send",
        pressed.id,
        pressed.version,
        "positive",
        carries=(*shown_on(checked), *before_on(checked), *_carried(pressed)),
    )
    return Card(
        kind="my_renew",
        header=(text("case.header"), ""),
        title=text("case.new_text"),
        intro=error or text("case.form_warning"),
        blocks=(
            *((narrows,) if narrows else ()),
            *(finding_blocks(checked, around) if checked else ()),
            *inputs(checked.suggestion if checked else {}, around),
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            look_over,
            Button(text("common.cancel"), "my_case", pressed.id, pressed.version, submits_inputs=False),
        ),
    )


def look_over(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the new text, and show it as the team will get it."""
    checked = _checked(pressed, state, around)
    return checked if isinstance(checked, Step) else Step(replaces=_confirm_card(checked, pressed, state, around))


def send_renew(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the approved text one last time and send it: what is carried on a card is never trusted."""
    checked = _checked(pressed, state, around)
    if isinstance(checked, Step):
        return checked
    return Step(commands=(RenewCase(pressed.id, turn.person, turn.place, CaseText(**checked.fields)),))


def _fields(pressed: Pressed) -> dict[str, str]:
    return {name: pressed.values.get(name, "").strip() for name in TEXTS}


def _checked(pressed: Pressed, state: ConversationState, around: Around) -> Step | CheckedText:
    """Return the text as it was checked, or the form again with what stops it."""
    fields = _fields(pressed)
    if pressed.card_id is None and not any(fields.values()):  # typed: the text lies on the card only
        return Step((Line(around.text("case.send_nothing")),))
    errors = errors_in(fields, around)
    if errors:
        return Step(replaces=renew_card(pressed, around, as_written(fields), summary_of(errors, around)))
    if AGAIN in pressed.values:
        return Step(replaces=renew_card(pressed, around, as_written(fields)))
    checked, note = checked_again(fields, pressed.values, _circle(pressed, state).municipality, around)
    if note is not None:
        narrows = meter(checked, _circle(pressed, state), around) if checked.fields else None
        return Step(replaces=renew_card(pressed, around, checked, note, narrows))
    return checked


def _circle(pressed: Pressed, state: ConversationState) -> Circle:
    """Return what is known of the case beside the words, as its card carries it: a forged one only fools its sender.
    The municipality is the case's own, wherever its sender has chosen to work now."""
    age, arena, themes, told, follows, of = [*pressed.values.get(TRAITS, "").split("|"), *("",) * 5][:6]
    known = tuple(theme for theme in chosen_in(themes) if theme in THEMES)
    return Circle(of or state.profile.municipality, age, arena, known, chosen_in(told), follows)


def _confirm_card(checked: CheckedText, pressed: Pressed, state: ConversationState, around: Around) -> Card:
    """Return the text as the team will get it, how many it may fit, and the question of the four or five persons."""
    text = around.text
    kept = (KEEP, as_value(sorted(checked.kept)))
    carried = (*checked.fields.items(), kept, *shown_on(checked), *_carried(pressed))
    words = Paragraph(risk_of(checked.joined, _circle(pressed, state), around).words)
    send = Button(text("case.send"), "my_renew_yes", pressed.id, pressed.version, "positive", carries=carried)
    coarser = replace(send, title=text("case.coarser"), verb="my_renew_send", style="default")
    return Card(
        kind="my_renew_confirm",
        header=(text("case.review_header"), ""),
        title=text("case.confirm_title"),
        intro=text("case.confirm_intro"),
        blocks=(
            *(UserText(said, text(f"case.{name}")) for name, said in checked.fields.items() if said),
            Box((Paragraph(text("case.confirm_question"), strong=True), words, *narrowing(checked, around)), "warning"),
        ),
        buttons=(
            send,
            replace(coarser, carries=(*carried, (AGAIN, "yes"))),
            Button(text("case.cancel_unsaved"), "my_case", pressed.id, pressed.version, submits_inputs=False),
        ),
        footnote=(text("case.review_footnote"),),
    )
