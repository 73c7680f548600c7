"""The words of every delivery, made at delivery time from the case as it then is."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.content.knowledge import Knowledge
from bot.domain.case import Case
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.reply import Box, Button, Card, Line, Paragraph, Reply, TextInput, UserText
from dialogs.cases.requester_card import answer_blocks, delivery_rows, notice_card, text_deleted_on
from dialogs.cases.team_card import team_card
from dialogs.cases.words import day_and_time
from dialogs.dialog import Around


def words_for(item: OutboxItem, case: Case | None, around: Around) -> Reply:
    """Return what to send for an outbox row."""
    payload = item.payload
    if item.kind is Kind.REMINDER:
        values = json.loads(payload.get("values", "{}"))
        return Line(around.text(payload["text"], **values))
    if case is None:
        return Line(around.text("error.case_not_found"))
    if item.kind in (Kind.CASE_CARD, Kind.CASE_CARD_UPDATE):
        return team_card(case, around.knowledge)
    if item.kind is Kind.THREAD_LINE:
        return thread_line(case, payload, around.knowledge, around)
    if item.kind is Kind.REQUESTER_NOTICE:
        return requester_notice(case, payload, around)
    return Line(around.text(payload["text"], code=case.code))


def thread_line(case: Case, payload: Mapping[str, str], knowledge: Knowledge, around: Around) -> Reply:
    """Return a line under the card: who did what. Relayed words are shown literally."""
    text = knowledge.texts
    line = payload["line"]
    values = {"who": payload.get("who", ""), "to": payload.get("to", ""), "at": day_and_time(around.now)}
    said = text(f"team.thread_{line}", **values)
    words = _message(case, payload)
    if words is None:
        return Line(said)
    return Card(kind="thread_line", title="", blocks=(Paragraph(said), UserText(words)), doors=False)


def _message(case: Case, payload: Mapping[str, str]) -> str | None:
    number = payload.get("message")
    if number is None:
        return None
    return case.messages[int(number)].text if int(number) < len(case.messages) else ""


def requester_notice(case: Case, payload: Mapping[str, str], around: Around) -> Reply:
    """Return the message to the requester about what happened."""
    text, notice = around.text, payload["notice"]
    if notice == "question":
        words = _message(case, payload)
        return question_card(case, words, around) if words else _gone(case, around)
    if notice == "answered":
        if case.answer is None:
            return _gone(case, around)
        return notice_card(
            text("case.notice_answered_title", code=case.code), case, answer_blocks(case.answer, case, around), text
        )
    title = text(f"case.notice_{notice}", code=case.code, date=text_deleted_on(case))
    return notice_card(title, case, (delivery_rows(case, text),), text)


def _gone(case: Case, around: Around) -> Reply:
    """Say that something happened whose words are deleted since."""
    return Line(around.text("case.notice_gone", code=case.code))


def question_card(
    case: Case, question: str, around: Around, *, value: str = "", blocks: tuple[object, ...] = (), error: str = ""
) -> Card:
    """Return the team's question with a field for the answer."""
    text = around.text
    field = TextInput(
        "reply", text("case.reply_field"), value, multiline=True, required=True, max_length=1200, error=error
    )
    return Card(
        kind="case_question",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.notice_question_title", code=case.code),
        intro=text("case.question_intro"),
        blocks=(Box((UserText(question),), "accent"), *blocks, field),  # type: ignore[arg-type]
        buttons=(
            Button(text("case.send_text"), "my_reply_send", case.id, case.version, "positive"),
            Button(text("case.dont_know"), "my_reply_unknown", case.id, case.version, submits_inputs=False),
        ),
        summary=text("team.summary"),
    )
