"""The words of every delivery, made at delivery time from the case as it then is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.domain.case import Case, Member, Message, Status
from bot.domain.case_actions import needs_new_text
from bot.domain.evaluation import BUSY, EvaluationKind
from bot.domain.follow_up import FollowUp, waits_for_answer
from bot.domain.month_report import read_report
from bot.domain.outbox import POSTED_AS, WRITTEN_IN, Kind, OutboxItem, Payload
from bot.domain.reply import Box, Button, Card, Line, Paragraph, Reply, TextInput, UserText
from bot.domain.trend import WITHDRAWN
from bot.usecases.answer_case import REPLACES
from bot.usecases.case_change import TAKEN_OVER
from bot.usecases.follow_moved_meetings import MOVED
from bot.usecases.monthly_meeting import is_reminded
from bot.usecases.tell_of_waiting import HELD
from bot.usecases.tell_on_duty import ON_DUTY
from bot.usecases.tell_restored import RESTORED
from bot.usecases.unreached import STANDING
from dialogs.cases.evaluation import case_evaluation, evaluation_card, offered_evaluation
from dialogs.cases.evaluation_words import Asked
from dialogs.cases.files import offer_card
from dialogs.cases.form import LONGEST
from dialogs.cases.meeting import invitation_blocks, invitation_buttons, promise, taken_up, waits_for_meeting
from dialogs.cases.on_duty import told_channel
from dialogs.cases.requester_card import (
    answer_blocks,
    case_card,
    closed_blocks,
    delivery_rows,
    due_over,
    name_seen,
    notice_card,
    questions,
    text_deleted_on,
)
from dialogs.cases.take_over import take_over_button
from dialogs.cases.team_card import team_card
from dialogs.cases.which_case import answer_to
from dialogs.cases.which_team import name_of_team
from dialogs.cases.words import day, day_and_time, on_duty, result_of
from dialogs.dialog import Around
from dialogs.figures import figures_card
from dialogs.guide.reminders import reminder_reply
from dialogs.trend_cards import told_card

EVALUATIONS = {
    "evaluate_now": EvaluationKind.NOW,
    "evaluate_again": EvaluationKind.NOW,
    "evaluate_later": EvaluationKind.LATER,
    "evaluate_later_again": EvaluationKind.LATER,
    "evaluate_team": EvaluationKind.TEAM,
    "evaluate_team_again": EvaluationKind.TEAM,
}
REOPENED = ("reopened", "reopened_by_requester")
TIMED = (FollowUp.UNTOUCHED, "off_meeting", "reopened")
"""What names the time to answer where the case waits for one."""


def words_for(item: OutboxItem, case: Case | None, around: Around) -> Reply:
    """Return what to send for an outbox row."""
    if item.kind is Kind.REMINDER:
        return _reminder(item.payload, around)
    if item.kind is Kind.TEAM_POST or POSTED_AS in item.payload:
        return _to_channel(item.payload, around)
    if case is None:
        return Line(around.text("error.case_not_found"))
    around = around.written_in(item.payload.get(WRITTEN_IN, ""))
    if item.payload.get("notice") in EVALUATIONS:
        return _evaluation(case, item.payload, around)
    return _ABOUT_A_CASE[item.kind](case, item.payload, around)


def _to_channel(payload: Payload, around: Around) -> Reply:
    """Return what goes to a channel and is not about one case."""
    if payload["card"] == "year":
        return evaluation_card(EvaluationKind.YEAR, Asked(payload["team"]), around.text)
    if payload["card"] == "figures":
        return figures_card(read_report(payload["report"]), around)
    if payload["card"] in ("trend", WITHDRAWN):
        return told_card(payload, around)
    say = _SAID_IN_CHANNEL.get(payload["card"])
    return Line(say(payload, around)) if say else offer_card(payload, around)


def _monthly(payload: Payload, around: Around) -> str:
    return around.text("team.monthly", team=name_of_team(is_reminded(payload["team"]), around.knowledge))


def _restored(payload: Payload, around: Around) -> str:
    return around.text("team.restored", at=day_and_time(datetime.fromisoformat(payload[RESTORED])))


_SAID_IN_CHANNEL: Mapping[str, Callable[[Payload, Around], str]] = {
    "on_duty": told_channel,
    "monthly": _monthly,
    RESTORED: _restored,
}
"""What goes to a channel in a sentence."""


def _evaluation(case: Case, payload: Payload, around: Around) -> Reply:
    notice = payload["notice"]
    if BUSY in payload:
        return offered_evaluation(EVALUATIONS[notice], case, around.text)
    return case_evaluation(EVALUATIONS[notice], case, around.text, again=notice.endswith("again"))


def _card(case: Case, payload: Payload, around: Around) -> Reply:
    return team_card(case, around.knowledge, around.now, posted=True, standing=payload.get(STANDING, ""))


def _receipt(case: Case, _payload: Payload, around: Around) -> Reply:
    return case_card(case, around)


def _erased(case: Case, payload: Payload, around: Around) -> Reply:
    if "moved" in payload:
        return Line(around.text("team.moved", code=case.code))
    if "double" in payload:
        return Line(around.text("team.double", code=case.code))
    return Line(around.text("case.erased", code=case.code))


def _reminder(payload: Payload, around: Around) -> Reply:
    values = json.loads(payload.get("values", "{}"))
    if "team" in values:
        values["team"] = name_of_team(values["team"], around.knowledge)
    if "at" in values:
        values["at"] = day_and_time(datetime.fromisoformat(values["at"]))
    if payload["text"].startswith("guide."):
        return reminder_reply(payload["text"], values, around.knowledge)
    return Line(around.text(payload["text"], **values))


def thread_line(case: Case, payload: Payload, around: Around) -> Reply:
    """Return a line under the card: who did what, or what waits. Relayed words are shown literally."""
    text = around.text
    line, called = payload["line"], [Member(*one) for one in json.loads(payload.get(ON_DUTY, "[]"))]
    values = {
        "who": payload.get("who", ""),
        "to": payload.get("to", ""),
        "at": day_and_time(around.now),
        "due": day_and_time(case.due_at),
        "result": result_of(case, text),
        "duty": "" if called else on_duty(case, around.today, text),
        "meeting": day(case.meeting_on) if case.meeting_on else text("team.meeting_next").lower(),
    }
    is_unknown = line in (FollowUp.MEETING_OVER, FollowUp.MEETING_OVER_AGAIN) and case.meeting_on is None
    variant = "_unknown" if is_unknown else "_answered" if _names_no_time(line, case) else ""
    variant = "_meeting" if line in REOPENED and waits_for_meeting(case) else variant
    said = text(f"team.thread_{line}{variant}", taken_up=taken_up(case, around.knowledge), **values).strip()
    words = _message(case, payload)
    if words is None and line == HELD:
        return Card(
            "thread_line", "", blocks=(Paragraph(said),), buttons=(take_over_button(case, around),), doors=False
        )
    if words is None:
        return Line(said, mentions=called)
    return Card(kind="thread_line", title="", blocks=(Paragraph(said), UserText(words)), doors=False)


def _names_no_time(told: str, case: Case) -> bool:
    """Tell whether a line that else names the time to answer is of a case that waits for none."""
    return told.removeprefix(f"{ON_DUTY}_") in TIMED and not waits_for_answer(case)


def member_notice(case: Case, payload: Payload, around: Around) -> Reply:
    """Return a reminder to the member who has the case: which, why, and what to do."""
    standing = payload.get(STANDING, "")
    if payload["notice"] in ("handed_over", "opened_again") and waits_for_meeting(case):
        standing = "meeting"
    if _names_no_time(payload["notice"], case):
        standing = "answered"
    said = around.text(
        f"team.member_{payload['notice']}" + (f"_{standing}" if standing else ""),
        code=case.code,
        team=name_of_team(case.team, around.knowledge),
        due=day_and_time(case.due_at),
        meeting=taken_up(case, around.knowledge),
        who=payload.get("who", ""),
        urgent=around.text("team.member_urgent") if case.form.urgency == "haster" else "",
    )
    return Line(" ".join(said.split()))


def _message(case: Case, payload: Payload) -> str | None:
    number = payload.get("message")
    if number is None:
        return None
    return case.messages[int(number)].text if int(number) < len(case.messages) else ""


def requester_notice(case: Case, payload: Payload, around: Around) -> Reply:
    """Return the message to the requester about what happened."""
    text, notice = around.text, payload["notice"]
    if notice == "question":
        number = int(payload["message"]) if _message(case, payload) else None
        return _gone(case, around) if number is None else question_card(case, case.messages[number], around)
    if notice == "question_waits":
        waiting = case.open_question
        return question_card(case, waiting, around, again=True) if waiting else _gone(case, around)
    if notice == "answered":
        if case.answer is None:
            return _gone(case, around)
        key = "case.notice_answered_anew_title" if payload.get(REPLACES) else "case.notice_answered_title"
        return notice_card(text(key, code=case.code), case, answer_blocks(case.answer, case, around), text)
    if notice == "meeting":
        return _invitation(case, around, is_moved=MOVED in payload)
    return _what_happened(case, notice, around)


def _invitation(case: Case, around: Around, *, is_moved: bool) -> Card:
    text = around.text
    title = text("case.notice_meeting_moved" if is_moved else "case.notice_meeting", code=case.code)
    moved = [Paragraph(text("case.notice_meeting_moved_more"))] if is_moved else []
    due = [promise(case, around)] if waits_for_answer(case) else []
    blocks = (*invitation_blocks(case, around), *moved, *due)
    return notice_card(title, case, blocks, text, invitation_buttons(case, around))


def _what_happened(case: Case, notice: str, around: Around) -> Card:
    """Return a message with a short title, and under it what else is to be said."""
    text = around.text
    title = text(f"case.notice_{notice}", code=case.code)
    is_over = notice == "redacted" and case.status is Status.CLOSED  # a new text is for a case that is open
    further = "case.notice_redacted_over" if is_over else f"case.notice_{notice}_{_waits_for(case, notice)}"
    told = {"date": text_deleted_on(case), "button": text("team.give_back")}
    more = [Paragraph(text(further, **told))] if further in text else []
    if notice in TIMED and (waits_for_answer(case) or waits_for_meeting(case)):
        return notice_card(title, case, (promise(case, around), *more, delivery_rows(case, text)), text)
    if notice == "late":
        return notice_card(title, case, (due_over(case, text), *more), text)
    if notice == "closed":
        return notice_card(title, case, (*closed_blocks(case, text), *more), text)
    return notice_card(title, case, (*more, delivery_rows(case, text)), text)


def _waits_for(case: Case, notice: str) -> str:
    """Return which words stand below the title: who reads that another has the case may still be waited for."""
    if notice != TAKEN_OVER:
        return "more"
    return "new_text" if needs_new_text(case) else "question" if case.open_question is not None else "more"


def _gone(case: Case, around: Around) -> Reply:
    """Say that something happened whose words are deleted since."""
    return Line(around.text("case.notice_gone", code=case.code))


def question_card(case: Case, asked: Message, around: Around, *, again: bool = False) -> Card:
    """Return the team's question with a field for the answer, below what it has asked before and still waits for; its
    buttons answer that question and no later one."""
    text, answered = around.text, answer_to(case, case.question_key(case.messages.index(asked)))
    field = TextInput("reply", text("case.reply_field"), "", multiline=True, required=True, max_length=LONGEST)
    title = "case.notice_question_again_title" if again else "case.notice_question_title"
    return Card(
        kind="case_question",
        header=(text("team.header_code", code=case.code), ""),
        title=text(title, code=case.code),
        intro=text("case.question_intro", name=name_seen(case, text)),
        blocks=(Box(questions(case, asked, text), "accent"), field),
        buttons=(
            Button(text("case.send_text"), "my_reply_send", answered, case.version, "positive"),
            Button(text("case.dont_know"), "my_reply_unknown", answered, case.version, submits_inputs=False),
        ),
        summary=text("team.summary"),
    )


_ABOUT_A_CASE: Mapping[Kind, Callable[[Case, Payload, Around], Reply]] = {
    Kind.CASE_CARD: _card,
    Kind.CASE_CARD_UPDATE: _card,
    Kind.THREAD_LINE: thread_line,
    Kind.RELAYED_LINE: thread_line,
    Kind.REQUESTER_NOTICE: requester_notice,
    Kind.RECEIPT_UPDATE: _receipt,
    Kind.RELAYED_NOTICE: requester_notice,
    Kind.MEMBER_NOTICE: member_notice,
    Kind.ERASE: _erased,
}
