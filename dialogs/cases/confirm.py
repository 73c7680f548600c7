"""The last card of a case before it is sent: the text as the team gets it, and the sender's own yes."""

from __future__ import annotations

from datetime import datetime

from bot.domain.choices import as_value
from bot.domain.conversation import DRAFT_FOR, ConversationState
from bot.domain.reply import Block, Box, Button, Card, Facts, Paragraph, UserText
from dialogs.cases.duty import danger_box, is_about_adult, neglect_box
from dialogs.cases.fixed_choices import about_line, facts_of, signs_of
from dialogs.cases.form import choices_of, submission_of
from dialogs.cases.gate import UNSURE, answer_id
from dialogs.cases.meter import Circle, risk_of
from dialogs.cases.words import day_and_time
from dialogs.checked_text import KEEP, CheckedText, narrowing
from dialogs.dialog import Around


def circle_of(state: ConversationState) -> Circle:
    """Return what the team will know of a case besides its text, for the meter."""
    case = state.case
    return Circle(state.profile.municipality, case.age, case.arena, case.themes, case.told, case.follows)


def confirm_card(checked: CheckedText, state: ConversationState, around: Around, kept_at: datetime) -> Card:
    """Return the text as the team will get it, the question of the four or five persons, and until when it waits."""
    text = around.text
    profile = around.municipality(state)
    risk = risk_of(checked.joined, circle_of(state), around)
    carried = (*checked.fields.items(), (KEEP, as_value(sorted(checked.kept))))
    danger = danger_box(state.case.not_acute, state, around)
    neglect = neglect_box(checked.joined, state, around)
    small_place = text("case.confirm_small_place", municipality=profile.name if profile else "")
    warnings = (*narrowing(checked, around), Paragraph(small_place))
    return Card(
        kind="case_confirm",
        header=(text("case.review_header"), text("case.step", number=4)),
        title=text("case.confirm_title"),
        intro=text("case.confirm_intro"),
        blocks=(
            about_line(choices_of(state), text),
            Facts(facts_of(choices_of(state), text)),
            *(UserText(said, text(f"case.{name}")) for name, said in checked.fields.items() if said),
            *signs_of(choices_of(state), text),
            *_linked(state, around),
            *danger,
            *neglect,
            Box((Paragraph(text("case.confirm_question"), strong=True), Paragraph(risk.words), *warnings), "warning"),
            Paragraph(text("case.confirm_until", until=day_and_time(kept_at + DRAFT_FOR)), subtle=True),
        ),
        buttons=(
            Button(text("case.send"), "case_send", submission_of(state), style="positive", carries=carried),
            *ring_buttons(checked.joined, state, around),
            Button(text("case.coarser"), "case_edit", submission_of(state)),
            Button(text("case.unsure"), "case_unsure", submission_of(state)),
            Button(text("case.cancel_unsaved"), "case_discard", submission_of(state), submits_inputs=False),
        ),
        footnote=(text("case.review_footnote"),),
        in_dialog=True,
    )


def _linked(state: ConversationState, around: Around) -> tuple[Block, ...]:
    """Name the earlier case that the team will read as the same child's, and how the link is taken away."""
    code, field = state.case.follows, around.text("case.earlier")
    return (Paragraph(around.text("case.confirm_linked", code=code, field=field)),) if code else ()


def ring_buttons(said: str, state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return the way to barnevernet where the text may tell of what its writer must report themselves."""
    is_danger = bool(danger_box(state.case.not_acute, state, around)) and not is_about_adult(state)
    if not (is_danger or neglect_box(said, state, around)):
        return ()
    return (Button(around.text("case.ring_first"), "case_gate", answer_id(UNSURE, state), submits_inputs=False),)
