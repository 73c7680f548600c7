"""Publish a checked set of knowledge files as the next edition."""

from __future__ import annotations

import hashlib

from bot.domain.ports import Clock, UnitOfWork
from bot.domain.published import Edition, EditionIs, KnowledgeBroken, KnowledgeChanged, PublishKnowledge


async def publish_knowledge(command: PublishKnowledge, uow: UnitOfWork, clock: Clock) -> EditionIs:
    """Keep the files as a new edition, unless they are broken or somebody published meanwhile. Noted in the audit."""
    if not command.is_sound:
        raise KnowledgeBroken
    if await uow.editions.head_number() != command.after:
        raise KnowledgeChanged
    edition = Edition(
        number=command.after + 1,
        version=command.version,
        files={path: hashlib.sha256(content).hexdigest() for path, content in command.files.items()},
        at=clock.now(),
        way=command.way,
        why=command.why,
        changes=command.changes,
        who=command.by.name if command.by else "",
    )
    await uow.editions.add(edition, command.files, command.by)
    for source, state in command.notes:
        await uow.editions.note_seen(source, state)
    what = "knowledge.rolled_back" if command.way == "tilbake" else "knowledge.published"
    await uow.audit.note(f"{what}.{edition.number}", edition.at, by=command.by.id if command.by else "system")
    return EditionIs(command, edition)
