"""Word documents about cases: the agenda with fixed choices only, and one whole case for the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from bot.content.for_word import for_word
from bot.content.meetings import next_meeting
from bot.domain.case import Case
from bot.domain.norway import day_of
from dialogs.cases.which_team import name_of_team, team_by_key
from dialogs.cases.words import child_of, day_and_time, done_of, long_date, named, task_line, themes_of
from dialogs.dialog import Around

Line = tuple[str, str]
"""(style, text): `h1`, `h2`, `p`."""


def agenda_docx(team: str, cases: Sequence[Case], around: Around) -> bytes:
    """Return the agenda of the next meeting. No word anybody wrote: a document can't be emptied when a text must go."""
    return _document(list(_agenda(team, cases, around)))


def case_docx(case: Case, around: Around) -> bytes:
    """Return everything the team has of the case. Who sent it stands there only if they chose to be shown."""
    return _document(list(_case(case, around)))


def _agenda(team: str, cases: Sequence[Case], around: Around) -> Iterator[Line]:
    text, described = around.text, team_by_key(team, around.knowledge)
    meets = described.meets if described else None
    found = next_meeting(meets, around.now)
    yield "h1", text("team.doc_agenda_title", team=name_of_team(team, around.knowledge))
    if found is not None:
        yield "p", text("team.agenda_next", when=day_and_time(found.at))
    elif meets is not None:
        yield "p", text("team.meeting_unknown", until_then=meets.until_then)
    yield "p", text("team.doc_agenda_note")
    for number, case in enumerate(cases, 1):
        yield (
            "h2",
            text("team.doc_agenda_case", number=number, code=case.code, themes=themes_of(case.form.themes, text)),
        )
        yield "p", child_of(case, text)
        yield "p", f"{text('team.fact_urgency')}: {text(f'names.urgency_{case.form.urgency}')}"
        if case.form.levels_done:
            yield "p", f"{text('team.fact_done')}: {done_of(case.form.levels_done, text)}"
        for part in ("advice", "tasks", "back"):
            yield "p", text(f"team.doc_agenda_{part}")
    if not cases:
        yield "p", text("team.agenda_none")


def _case(case: Case, around: Around) -> Iterator[Line]:
    text = around.text
    yield "h1", text("team.doc_case_title", code=case.code, team=name_of_team(case.team, around.knowledge))
    yield "p", text("team.doc_case_note")
    yield "p", f"{child_of(case, text)} · {themes_of(case.form.themes, text)}"
    yield from _dates(case, around)
    yield from _facts(case, around)
    yield from _words(case, around)
    yield from _answer(case, around)


def _dates(case: Case, around: Around) -> Iterator[Line]:
    happened = (
        ("received", case.created_at),
        ("posted", case.posted_at),
        ("claimed", case.claimed_at),
        ("answered", case.answered_at),
        ("closed", case.closed_at),
    )
    for name, at in happened:
        if at is not None:
            yield "p", around.text(f"team.doc_{name}", when=f"{day_and_time(at)} {day_of(at).year}")
    if case.claimed_by is not None:
        yield "p", around.text("team.doc_holder", who=case.claimed_by.name)
    if case.close_reason:
        yield "p", around.text("team.doc_result", result=around.text(f"team.close_{case.close_reason}"))


def _facts(case: Case, around: Around) -> Iterator[Line]:
    text, form = around.text, case.form
    yield "p", f"{text('team.fact_urgency')}: {text(f'names.urgency_{form.urgency}')}"
    if form.levels_done:
        yield "p", f"{text('team.fact_done')}: {done_of(form.levels_done, text)}"
    for kind, ids, title in (
        ("risk", form.risk, "team.risk"),
        ("protective", form.protective, "team.protective"),
    ):
        if ids:
            yield "p", f"{text(title)}: {named(kind, ids, text)}"
    if case.follows:
        yield "p", f"{text('team.fact_follows')}: {case.follows}"
    if case.requester_shown_as:
        yield "p", f"{text('team.fact_requester')}: {case.requester_shown_as}"


def _words(case: Case, around: Around) -> Iterator[Line]:
    text = around.text
    if case.text is None:
        yield "p", text("team.doc_no_text")
    for name, words in case.text.written.items() if case.text is not None else ():
        yield "h2", text(f"team.{name}")
        yield "p", words
    if case.messages:
        yield "h2", text("team.doc_messages")
    for message in case.messages:
        yield "p", text(f"team.doc_{message.kind}", when=day_and_time(message.at), said=message.text)


def _answer(case: Case, around: Around) -> Iterator[Line]:
    text, answer = around.text, case.answer
    if answer is None:
        return
    yield "h2", text("team.doc_answer", date=long_date(day_of(answer.at)), role=answer.answered_by_role)
    yield "p", f"{text('case.answer_advice')}: {answer.advice}"
    yield "p", f"{text('case.answer_why')}: {answer.why}"
    for task in answer.tasks:
        yield "p", f"{text('case.answer_tasks')}: {task_line(task, text)}"
    yield "p", f"{text('case.answer_come_back')}: {answer.come_back}"
    for is_set, key in ((answer.needs_decision, "needs_decision"), (answer.extended_meeting, "extended")):
        if is_set:
            yield "p", text(f"team.answer_{key}")


def _document(lines: Sequence[Line]) -> bytes:
    from docx import Document  # a few megabytes, needed with the first document

    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = for_word(lines[0][1])
    for style, raw in lines:
        said = for_word(raw)
        if style == "p":
            document.add_paragraph(said)
        else:
            document.add_heading(said, level=int(style[1]))
    written = BytesIO()
    document.save(written)
    return written.getvalue()
