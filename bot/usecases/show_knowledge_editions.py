"""Find what was published, and what people asked that had no good answer."""

from __future__ import annotations

from bot.domain.outcomes import Done, Outcome
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.published import EditionsAre, ListQuestions, NoteEditing, QuestionsAre, RemoveQuestions, ShowEditions
from bot.usecases.show_links import show_links

SHOWN = 12
"""Editions in the list; earlier ones are reached by number."""


async def show_knowledge_editions(command: ShowEditions, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the newest editions, or the one that was asked for. Raises EditionUnknown."""
    if command.number:
        return EditionsAre(command, (await uow.editions.edition(command.number),))
    return EditionsAre(command, tuple(await uow.editions.newest(SHOWN)))


async def list_questions(command: ListQuestions, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Return the editors' list."""
    questions = tuple(await uow.questions.listed(command.since))
    report = await show_links(uow)
    links = (*report.dead, *report.behind_login)
    shown = await uow.answers_shown.since(command.since)
    return QuestionsAre(command, questions, await uow.questions.votes(command.since), links, shown)


async def remove_questions(command: RemoveQuestions, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Take handled questions off the list."""
    for row_id in command.ids:
        await uow.questions.remove(row_id)
    await uow.audit.note("questions.removed", clock.now(), by=command.by.id)
    return Done(command)


async def note_editing(command: NoteEditing, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Note it in the audit, without what."""
    await uow.audit.note(f"knowledge.{command.what}", clock.now(), by=command.by.id)
    return Done(command)
