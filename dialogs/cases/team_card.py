"""The card of a case in the team's channel, as it stands now. User text is shown literally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.content.knowledge import Knowledge
from bot.content.texts import Texts
from bot.domain.case import BEFORE_TAKEN, Case, Status
from bot.domain.follow_up import is_overdue, is_unanswered, waits_for_answer
from bot.domain.norway import day_of
from bot.domain.reply import Block, Box, Button, Card, Facts, Folded, Paragraph, Style, Tone, UserText, Window
from dialogs.cases.fixed_choices import facts_of, signs_of
from dialogs.cases.meeting import OFF_MEETING, meeting_fact, next_meeting_fact, waits_for_meeting
from dialogs.cases.requester_card import text_deleted_on
from dialogs.cases.which_team import name_of_team
from dialogs.cases.words import child_of, day_and_time, result_of, task_line, themes_of, within

TAKE_OVER = "case_take_over"
"""The button that asks whether a case somebody has is taken over from them."""
WRITES = ("case_ask", "case_answer")
"""Buttons that lead to a form with something to write: an update of the card must not draw over it."""
FROM_POSTED = (("at", "posted"),)
"""What the buttons of the card in the channel carry; those of a copy shown to the presser only do not."""
ROOM = 17_000
"""Bytes of people's own words on one card: with more it would be too large for Teams, and the card in the channel would
go on saying what was true before."""
TONES: Mapping[Status, Tone] = {
    Status.RECEIVED: "warning",
    Status.POSTED: "warning",
    Status.SEEN: "warning",
    Status.CLAIMED: "accent",
    Status.ANSWERED: "good",
    Status.CLOSED: "emphasis",
    Status.WITHDRAWN: "emphasis",
}


def team_card(
    case: Case, knowledge: Knowledge, now: datetime, *, posted: bool = False, standing: str = "", reader: str = ""
) -> Card:
    """Return the case as the team sees it, with what can be done now. `posted`: the card everybody sees; `standing`:
    whether the answer has reached the requester, when it has not (`bot.usecases.unreached`); `reader`: id of the only
    one who sees it, who is offered what they may do."""
    text, today = knowledge.texts, day_of(now)
    tone: Tone = "attention" if is_overdue(case, now) else "warning" if standing else TONES[case.status]
    unreached = (Paragraph(text(f"team.answer_{standing}"), strong=True),) if standing else ()
    blocks: list[Block] = [Box((*_status(case, text, now), *unreached), tone)]
    blocks.append(Facts(_facts(case, knowledge, now)))
    blocks += _words(case, text)
    blocks += _answer(case, text)
    if case.open_question is not None:
        blocks.append(Paragraph(text("team.waiting_reply"), subtle=True))
    if case.status not in (Status.CLOSED, Status.WITHDRAWN):
        blocks.append(Paragraph(text("team.belongs_to_barnevern"), subtle=True))
    return Card(
        kind=f"team_case_{case.status}",
        case_shown=case.id if case.text is not None or case.answer is not None else "",
        header=(name_of_team(case.team, knowledge), text("team.header_code", code=case.code)),
        title=themes_of(case.form.themes, text),
        blocks=blocks,
        buttons=tuple(
            replace(one, carries=FROM_POSTED) if posted else one for one in team_buttons(case, text, today, reader)
        ),
        summary=text("team.summary"),
    )


def _status(case: Case, text: Texts, now: datetime) -> tuple[Paragraph, ...]:
    who = case.claimed_by.name if case.claimed_by else ""
    by = case.answer.by.name if case.status is Status.ANSWERED and case.answer else who
    holder = f". {text('team.status_holder', who=who)}" if who and by != who else ""
    said = Paragraph(text(f"team.status_{case.status}", who=by) + holder)
    if case.status is Status.CLOSED:
        deleted = Paragraph(text("team.text_deletes", date=text_deleted_on(case)), subtle=True)
        result = (Paragraph(result_of(case, text)),) if case.close_reason else ()
        return (said, *result, *(() if case.text_deleted_at else (deleted,)))
    if not (waits_for_answer(case) or waits_for_meeting(case)):
        return (said,)
    due, is_urgent = day_and_time(case.due_at), case.form.urgency == "haster"
    if is_overdue(case, now):
        return (said, Paragraph(text("team.due_over", due=due), strong=True))
    if is_urgent:
        return (said, Paragraph(text("team.due_urgent", due=due), strong=True))
    told = text("team.due_meeting") if waits_for_meeting(case) else text("team.due", due=due)
    return (said, Paragraph(told, subtle=True))


def _facts(case: Case, knowledge: Knowledge, now: datetime) -> tuple[tuple[str, str], ...]:
    text = knowledge.texts
    facts = [(text("team.fact_child"), child_of(case, text)), *facts_of(case.form, text)]
    if case.on_next_meeting and is_unanswered(case):
        facts.append((text("team.fact_meeting"), meeting_fact(case, knowledge)))
    elif waits_for_answer(case) and (coming := next_meeting_fact(case, knowledge, now)):
        facts.append((text("team.fact_next"), coming))
    if case.follows:
        facts.append((text("team.fact_follows"), case.follows))
    if case.requester_shown_as:
        facts.append((text("team.fact_requester"), case.requester_shown_as))
    return tuple(facts)


def _words(case: Case, text: Texts) -> list[Block]:
    if case.text is None:
        key = "redacted" if case.redacted_at else "deleted"
        gone = "withdrawn" if case.status is Status.WITHDRAWN else key
        return [Paragraph(text(f"team.no_text_{gone}"))]
    said = case.text
    folded: list[Block] = [
        UserText(words, text(f"team.{name}")) for name, words in said.written.items() if name != "advice_wanted"
    ]
    folded += signs_of(case.form, text)
    wanted = Box((Paragraph(text("team.advice_wanted"), subtle=True), UserText(said.advice_wanted)), "emphasis")
    return [wanted, Folded(text("team.show_all"), folded)]


def _answer(case: Case, text: Texts) -> list[Block]:
    """Return the answer, shortened where it has no room beside the words of the case."""
    answer = case.answer
    if answer is None:
        return []
    also = {"needs_decision": answer.needs_decision, "extended": answer.extended_meeting}
    told = ", ".join(text(f"team.answer_{name}").lower() for name, is_said in also.items() if is_said)
    labels = ("answer_advice", "answer_why", *("answer_tasks" for _ in answer.tasks), "answer_come_back")
    role = text("case.answer_by", role=answer.answered_by_role)
    whole = (answer.advice, answer.why, *(task_line(task, text) for task in answer.tasks), answer.come_back, role)
    said = within(whole, ROOM - sum(len(one.encode()) for one in _own_words(case)))
    key = "team.answer_cut_open" if case.status is Status.ANSWERED else "team.answer_cut"
    cut = (Paragraph(text(key, button=text("team.change_answer")), subtle=True),) if said != whole else ()
    return [
        *(UserText(words, text(f"case.{label}")) for words, label in zip(said, labels, strict=False)),
        *((Paragraph(text("team.also_said", what=told)),) if told else ()),
        UserText(said[-1]),
        *cut,
    ]


def _own_words(case: Case) -> tuple[str, ...]:
    return tuple(case.text.written.values()) if case.text is not None else ()


def team_buttons(case: Case, text: Texts, today: date, reader: str = "") -> tuple[Button, ...]:
    """Return at most six buttons for the status; the state table decides who may, this only offers. A reader who does
    not have a case that somebody has is offered to take it over, and nothing that only its holder may."""

    def button(key: str, verb: str, style: Style = "default") -> Button:
        window: Window = "yes" if verb in WRITES else "no"
        return Button(text(f"team.{key}"), verb, case.id, case.version, style, dialog=window)

    has_words = case.text is not None or case.answer is not None or case.messages
    redact = (button("redact", "case_redact", "destructive"),) if has_words else ()
    is_coming = case.on_next_meeting and (case.meeting_on is None or case.meeting_on >= today)
    meeting = button("off_meeting", OFF_MEETING) if is_coming else button("meeting", "case_meeting")
    if case.status in BEFORE_TAKEN:
        seen = () if case.seen_at else (button("seen_button", "case_seen"),)
        return (button("claim", "case_claim", "positive"), *seen, meeting, button("recuse", "case_recuse"), *redact)
    if case.status in (Status.CLAIMED, Status.ANSWERED) and reader and case.claimed_by and case.claimed_by.id != reader:
        return (button("take_over", TAKE_OVER), button("recuse", "case_recuse"), *redact)
    if case.status is Status.CLAIMED:
        answer, ask = button("answer", "case_answer", "positive"), button("ask", "case_ask")
        back = button("give_back", "case_pass_on")
        return (answer, ask, meeting, back, button("close", "case_close"), *redact)
    if case.status is Status.ANSWERED:
        return (
            button("close", "case_close", "positive"),
            button("ask", "case_ask"),
            button("change_answer", "case_answer"),
            meeting,
            button("give_back", "case_pass_on"),
            *redact,
        )
    if case.status is not Status.CLOSED:
        return ()
    archive = Button(text("team.archive"), "case_archive", f"{case.team}/{case.id}", case.version)
    reopen = () if case.text_deleted_at else (button("reopen", "case_reopen"),)  # nothing is left to answer
    return (*reopen, *((archive,) if has_words else ()))
