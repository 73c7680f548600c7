"""What the team knows from the earlier case its own sender linked. Nothing ever matches cases across people."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.conversation import ConversationState
from dialogs.cases.form import team_of
from dialogs.checked_text import BREAK
from dialogs.dialog import Around


def told_before(case: Case, state: ConversationState, around: Around) -> tuple[str, ...]:
    """Return the types of traits, never the words, that the same team has read in the linked case. Another team has
    read nothing, and a text that is deleted is not read again.
    """
    team = team_of(state, around)
    if case.text is None or team is None or case.team != f"{state.profile.municipality}/{team.id}":
        return ()
    told = [*case.text.written.values(), *(one.text for one in case.messages if one.kind != "question")]
    findings = around.anonymiser.find(BREAK.join(told), case.municipality)
    return tuple(dict.fromkeys((*case.told, *(one.type for one in findings if one.cls == "quasi"))))
