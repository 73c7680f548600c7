"""What the requester sees of a case: receipt, status, the text the team has, the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.content.texts import Texts
from bot.domain.case import Case, Message, Status, TeamAnswer
from bot.domain.case_actions import TO_REPORT, Action, CaseRole, is_allowed, may_change_text, needs_new_text
from bot.domain.conversation import DRAFT_FOR, CaseDraft, Concern, ConversationState
from bot.domain.evaluation import EvaluationKind
from bot.domain.follow_up import is_overdue, waits_for_answer
from bot.domain.norway import day_of
from bot.domain.reply import Block, Box, Button, Card, Facts, Paragraph, Row, Rows, Style, Tone, UserText
from dialogs.cases.evaluation_words import HEARD, Asked
from dialogs.cases.fixed_choices import about_line, facts_of, signs_of
from dialogs.cases.meeting import promise, waits_for_meeting
from dialogs.cases.words import day_and_time, long_date, task_line, themes_of
from dialogs.dialog import Around
from dialogs.pages import Page, paged

LEAF = "my_page"
"""Verb of the way to another page of a list of cases; its id is what is to be done with the one that is chosen."""
DONE, WAITS = "✓", "○"
NO_FORMS: Mapping[str, EvaluationKind] = {}


def receipt_card(case: Case, around: Around, urgent: Sequence[Row] = ()) -> Card:
    """Return the receipt with the code and a copy of exactly what the team sees; `urgent`: whom to ring meanwhile."""
    text = around.text
    ring = (Paragraph(text("case.receipt_urgent")), Rows(urgent)) if urgent else ()
    return Card(
        kind="case_receipt",
        case_shown=case.id,
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.receipt_title", code=case.code),
        intro=text("case.receipt_intro"),
        blocks=(
            delivery_rows(case, text),
            promise(case, around),
            *ring,
            Box((Paragraph(text("case.receipt_team_sees"), strong=True), *team_view(case, text)), "accent"),
            Paragraph(text("case.receipt_duty")),
        ),
        buttons=requester_buttons(case, text),
    )


def name_seen(case: Case, text: Texts) -> str:
    """Say whether the team sees who sent the case: it stays so once the requester has shown it."""
    return text("case.name_shown" if case.requester_shown_as else "case.name_hidden")


def delivery_rows(case: Case, text: Texts) -> Rows:
    """Return mottatt → lagt i kanalen → sett → tatt, each ticked only when it has happened."""
    facts = (
        ("received", case.created_at),
        ("posted", case.posted_at),
        ("seen", case.seen_at),
        ("claimed", case.claimed_at),
    )
    rows = tuple(
        Row(DONE if at else WAITS, text(f"case.state_{name}").capitalize(), day_and_time(at) if at else "")
        for name, at in facts
    )
    return Rows(rows, tone="good")


def team_view(case: Case, text: Texts) -> list[Block]:
    """Return what the team sees of the case, word for word, and the requester's name once it is shown."""
    name = (UserText(case.requester_shown_as, text("case.your_name")),) if case.requester_shown_as else ()
    follows = ((text("team.fact_follows"), case.follows),) if case.follows else ()
    blocks: list[Block] = [*name, about_line(case.form, text), Facts((*facts_of(case.form, text), *follows))]
    if case.text is None:
        return blocks
    written = (UserText(words, text(f"team.{name}")) for name, words in case.text.written.items())
    return [*blocks, *written, *signs_of(case.form, text)]


def due_over(case: Case, text: Texts) -> Paragraph:
    """Return that the time to answer is over, and whom it waits for."""
    key = "case.due_over" if case.open_question is None else "case.due_over_waits"
    return Paragraph(text(key, due=day_and_time(case.due_at)))


def questions(case: Case, last: Message, text: Texts) -> tuple[Block, ...]:
    """Return the team's question, below those before it that are not answered either; then also that one answer is
    meant for all of them."""
    asked = case.asked_with(last)
    several = (Paragraph(text("case.several_questions"), subtle=True),) if len(asked) > 1 else ()
    return (*(UserText(one.text) for one in asked), *several)


def case_card(case: Case, around: Around) -> Card:
    """Return one of the requester's own cases: state, question, answer, and what can be done."""
    text = around.text
    blocks: list[Block] = [delivery_rows(case, text)]
    if case.text is None and case.status is not Status.WITHDRAWN:
        key = (
            "one_redacted" if needs_new_text(case) else "one_redacted_over" if case.redacted_at else "one_text_deleted"
        )
        blocks.append(Box((Paragraph(text(f"case.{key}")),), "warning"))
    if case.open_question is not None:
        asked = questions(case, case.open_question, text)
        blocks.append(Box((Paragraph(text("case.waits_for_you"), strong=True), *asked), "accent"))
    blocks += closed_blocks(case, text)
    if waits_for_answer(case) or waits_for_meeting(case):
        blocks.append(due_over(case, text) if is_overdue(case, around.now) else promise(case, around))
    if case.answer is not None:
        blocks += answer_blocks(case.answer, case, around)
    elif case.text is not None:
        blocks.append(Box((Paragraph(text("case.receipt_team_sees"), strong=True), *team_view(case, text)), "emphasis"))
    status = text(f"case.status_{case.status}")
    return Card(
        kind="my_case",
        case_shown=case.id if case.has_words else "",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.one_title", code=case.code, status=status[0].lower() + status[1:]),
        blocks=blocks,
        buttons=requester_buttons(case, text),
    )


def closed_blocks(case: Case, text: Texts) -> list[Block]:
    """Return the result of a closed case; that it should be reported stands out."""
    if not case.close_reason:
        return []
    tone: Tone = "attention" if case.close_reason == TO_REPORT else "emphasis"
    return [Box((Paragraph(text(f"case.closed_{case.close_reason}")),), tone)]


def answer_blocks(answer: TeamAnswer, case: Case, around: Around) -> list[Block]:
    """Return the team's answer: advice, why, who does what by when, when to come back."""
    text = around.text
    blocks: list[Block] = [
        Box((UserText(answer.advice, text("case.answer_advice")),), "good"),
        UserText(answer.why, text("case.answer_why")),
        *(UserText(task_line(task, text), text("case.answer_tasks")) for task in answer.tasks),
        UserText(answer.come_back, text("case.answer_come_back")),
    ]
    if answer.needs_decision:
        profile = around.knowledge.profiles.get(case.municipality)
        unit = profile.contact(profile.coordinating_unit).name if profile else around.text("common.your_municipality")
        blocks.append(Paragraph(text("case.answer_decision", who=unit)))
    if answer.extended_meeting:
        blocks.append(Paragraph(text("case.answer_extended")))
    blocks.append(Paragraph(f"**{text('case.always_report')}**"))
    blocks.append(UserText(text("case.answer_by", role=answer.answered_by_role)))
    return blocks


def notice_card(title: str, case: Case, blocks: Sequence[Block], text: Texts, buttons: Sequence[Button] = ()) -> Card:
    """Return a message to the requester about one case."""
    return Card(
        kind="case_notice",
        header=(text("team.header_code", code=case.code), ""),
        title=title,
        blocks=blocks,
        buttons=(*buttons, *requester_buttons(case, text)),
        summary=text("team.summary"),
    )


def my_cases_card(
    cases: Sequence[Case],
    state: ConversationState,
    around: Around,
    page: int = 0,
    forms: Mapping[str, EvaluationKind] = NO_FORMS,
) -> Card:
    """Return a page of the list of the person's own cases, the one that waits for them first, and below it the `forms`
    about them that are not filled in and what they have begun and not sent."""
    text = around.text
    ordered = sorted(
        cases, key=lambda case: (case.open_question is None, case.status in (Status.CLOSED, Status.WITHDRAWN))
    )
    rows = tuple(my_row(number, case, around) for number, case in enumerate(ordered, 1))
    at_teams = [case for case in cases if case.status is not Status.WITHDRAWN]
    waiting = any(case.open_question for case in cases)
    card = Card(
        kind="my_cases",
        header=(text("case.header"), ""),
        title=_my_title(len(at_teams), text) if not waiting else text("case.my_title_waiting"),
        intro=text(f"case.{'my_intro' if at_teams else 'my_withdrawn_intro' if cases else 'my_none_intro'}"),
        buttons=(Button(text("start.submit"), "menu_submit"), Button(text("start.worried"), "menu_worried")),
    )
    card = paged(card, rows, Page(LEAF, number=page), around)
    begun = (*_draft_row(state.case_draft, text), *_concern_rows(state.concerns, text))
    return replace(card, blocks=(*card.blocks, *_form_rows(cases, forms, text), *begun))


def _form_rows(cases: Sequence[Case], forms: Mapping[str, EvaluationKind], text: Texts) -> tuple[Block, ...]:
    """Return the form that was asked for last and waits, named as it is said in words."""
    id, kind = next(iter(forms.items()), ("", EvaluationKind.NOW))
    case = next((one for one in cases if one.id == id), None)
    if case is None:
        return ()
    title = text("case.my_row", code=case.code, themes=text(f"evaluation.{kind}_title"))
    opened = Button(text("evaluation.open"), HEARD, f"{kind}|{Asked(case.id, case.code).id}")
    return (Paragraph(text("case.my_forms"), strong=True), Rows((Row("", title, text("evaluation.minute"), opened),)))


def _draft_row(draft: CaseDraft | None, text: Texts) -> tuple[Block, ...]:
    if draft is None:
        return ()
    until = text("case.my_draft_until", until=day_and_time(draft.kept_at + DRAFT_FOR))
    row = Row("", text("case.my_draft"), until, Button(text("case.draft_go_on"), "case_draft"))
    return (Paragraph(text("case.my_not_sent"), strong=True), Rows((row,)))


def _concern_rows(concerns: Sequence[Concern], text: Texts) -> tuple[Block, ...]:
    if not concerns:
        return ()
    nameless = text("guide.nameless").capitalize()
    titled = ((one, one.title or nameless) for one in concerns)
    own = tuple(Row("", title, "", Button(title, "guide_resume", one.id)) for one, title in titled)
    return (Paragraph(text("case.my_concerns"), strong=True), Rows(own))


def _my_title(number: int, text: Texts) -> str:
    if number == 0:
        return text("case.my_title_none")
    return text("case.my_title_one") if number == 1 else text("case.my_title", number=number)


def my_row(
    number: int, case: Case, around: Around, verb: str = "my_case", carries: tuple[tuple[str, str], ...] = ()
) -> Row:
    """Return one case on a list, what choosing it does, and what it carries."""
    text = around.text
    title = text("case.my_row", code=case.code, themes=themes_of(case.form.themes, text))
    status = text(f"case.status_{case.status}")
    late = text("case.row_due_over", status=status) if is_overdue(case, around.now) else status
    note = text("case.waits_for_you") if case.open_question else late
    return Row(str(number), title, note, Button(case.code, verb, case.id, case.version, carries=carries))


def requester_buttons(case: Case, text: Texts) -> tuple[Button, ...]:
    """Return what the requester may do now; the state table decides, this only offers."""

    def button(key: str, verb: str, style: Style = "default") -> Button:
        code = (("code", case.code),)
        return Button(text(f"case.{key}"), verb, case.id, case.version, style, carries=code)

    if case.status is Status.WITHDRAWN:
        return ()
    if case.status is Status.CLOSED:
        can_be = is_allowed(case, Action.REOPEN, CaseRole.REQUESTER)
        return (button("open_again", "my_reopen"),) if can_be else ()
    first = [button("reply", "my_reply", "positive")] if case.open_question else []
    if needs_new_text(case):
        first.append(button("new_text", "my_renew", "positive"))
    if may_change_text(case):
        first.append(button("change_text", "my_change"))
    shown = [] if case.requester_shown_as else [button("show_me", "my_show")]
    return (*first, button("add", "my_add"), *shown, button("withdraw", "my_withdraw", "destructive"))


def text_deleted_on(case: Case) -> str:
    """Return the date the text of a closed case is deleted."""
    closed = case.closed_at or case.created_at
    return long_date(day_of(closed + timedelta(days=case.pace.retention_days)))
