"""The cards about concerns as such: «svarene dine», the list, the newer version, deleting."""

from __future__ import annotations

from bot.domain.conversation import Concern, ConversationState
from bot.domain.reply import Button, Card, Paragraph, Row, Rows
from dialogs.days import short_date
from dialogs.dialog import Around
from dialogs.guide.sitting import Sitting, named_concerns, sit_down
from dialogs.guide.wording import answer_words, question_words


def answers_card(sitting: Sitting) -> Card:
    """Return every answer that counts, each one a row that changes it."""
    text, concern = sitting.around.text, sitting.concern
    rows = []
    for number, (name, answer) in enumerate(sitting.walk.given, 1):
        step = sitting.guide.steps[name]
        press = Button(question_words(step), "guide_change", f"{concern.id}.{name}")
        rows.append(Row(str(number), question_words(step), answer_words(step, answer), press))
    go_on = Button(text("guide.continue"), "guide_go_on", concern.id, style="positive", submits_inputs=False)
    return Card(
        kind="guide_answers",
        header=(sitting.title, ""),
        title=text("guide.answers_title"),
        intro=text("guide.answers_intro" if rows else "guide.answers_none"),
        blocks=(Rows(tuple(rows)),) if rows else (),
        buttons=(go_on, *_with_title(concern, around=sitting.around)),
    )


def _with_title(concern: Concern, around: Around) -> tuple[Button, ...]:
    summary = Button(around.text("guide.summary_button"), "guide_summary", concern.id, submits_inputs=False)
    delete = Button(around.text("guide.delete"), "guide_delete", concern.id, submits_inputs=False)
    return (summary, delete) if concern.title else (summary,)


def offer_card(sitting: Sitting, step_id: str) -> Card:
    """Ask whether one earlier answer should be changed."""
    text, step = sitting.around.text, sitting.guide.steps[step_id]
    answer = answer_words(step, sitting.walk.answers[step_id])
    return Card(
        kind="guide_offer_change",
        header=(sitting.title, ""),
        title=text("guide.offer_change", question=step.ask),
        blocks=(Paragraph(text("guide.you_said", answer=answer)),),
        buttons=(
            Button(text("guide.change_it"), "guide_change", f"{sitting.concern.id}.{step_id}", submits_inputs=False),
            Button(text("guide.keep_it"), "guide_keep_answer", sitting.concern.id, submits_inputs=False),
        ),
    )


def concerns_card(state: ConversationState, around: Around) -> Card:
    """Return the person's concerns, each one a row that resumes it. Who has none, and whose workplace is not known
    either, may have been deleted for writing nothing for long."""
    text = around.text
    rows = []
    none = "guide.concerns_none" if state.profile.municipality else "guide.concerns_none_perhaps_deleted"
    for number, concern in enumerate(named_concerns(state), 1):
        press = Button(concern.title, "guide_resume", concern.id)
        rows.append(Row(str(number), concern.title, _where(concern, state, around), press))
    return Card(
        kind="guide_concerns",
        header=(text("common.bot_name"), ""),
        title=text("guide.concerns_title"),
        intro=text("guide.concerns_intro" if rows else none, unused=around.unused_for),
        blocks=(Rows(tuple(rows)),) if rows else (),
        buttons=(
            Button(text("guide.new_concern"), "guide_start", submits_inputs=False),
            *(() if rows else (Button(text("start.submit"), "menu_submit", submits_inputs=False),)),
        ),
    )


def _where(concern: Concern, state: ConversationState, around: Around) -> str:
    sitting = sit_down(concern, state, around)
    if sitting is not None and sitting.outcome is not None:
        return around.text("guide.concern_done", outcome=sitting.outcome.title)
    return around.text("guide.concern_open", date=short_date(concern.started_on)) if concern.started_on else ""


def new_version_card(sitting: Sitting, version: str) -> Card:
    """Offer to move a paused concern to the version that is published now."""
    text, concern = sitting.around.text, sitting.concern
    return Card(
        kind="guide_new_version",
        header=(sitting.title, ""),
        title=text("guide.new_version_title", title=sitting.title),
        intro=text("guide.new_version", old=concern.guide_version, new=version),
        buttons=(
            Button(text("guide.move"), "guide_move", concern.id, style="positive", submits_inputs=False),
            Button(text("guide.keep_version"), "guide_go_on", concern.id, submits_inputs=False),
        ),
    )


def delete_card(concern: Concern, around: Around) -> Card:
    """Ask once before everything about a concern is deleted."""
    text = around.text
    return Card(
        kind="guide_delete",
        header=(concern.title, ""),
        title=text("guide.delete_title", title=concern.title or text("guide.nameless")),
        intro=text("guide.delete_intro"),
        buttons=(
            Button(text("guide.delete_no"), "guide_keep", concern.id, submits_inputs=False),
            Button(text("guide.delete_yes"), "guide_delete_yes", concern.id, style="destructive", submits_inputs=False),
        ),
    )
