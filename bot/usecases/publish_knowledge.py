"""Publish a checked set of knowledge files as the next edition."""

from __future__ import annotations

import hashlib

from bot.content.versions import version_of
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.published import Edition, EditionIs, KnowledgeBroken, KnowledgeChanged, PublishKnowledge


async def publish_knowledge(command: PublishKnowledge, uow: UnitOfWork, clock: Clock) -> EditionIs:
    """Keep the files as a new edition, unless they are broken or somebody published meanwhile. Noted in the audit."""
    if not command.is_sound:
        raise KnowledgeBroken
    if await uow.editions.head_number() != command.after:
        raise KnowledgeChanged
    begun = await _keep_base(command, uow, clock)
    edition = Edition(
        number=command.after + 1 + begun,
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
        await uow.remembered.keep(source, state)
    for row_id in command.handled:
        await uow.questions.remove(row_id)
    what = "knowledge.rolled_back" if command.way == "tilbake" else "knowledge.published"
    await uow.audit.note(f"{what}.{edition.number}", edition.at, by=command.by.id if command.by else "system")
    return EditionIs(command, edition)


async def _keep_base(command: PublishKnowledge, uow: UnitOfWork, clock: Clock) -> int:
    """Keep what was in use before anything was published, so that one can go back to it; return how many were kept."""
    if command.after or not command.base:
        return 0
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in command.base.items()}
    base = Edition(1, version_of(command.base), hashes, clock.now(), "mappe", "", ())
    await uow.editions.add(base, command.base, None)
    return 1
