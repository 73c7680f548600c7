"""What a turn needs to know that takes longer than a commit may: the commit is left, it is looked up, and the turn is
taken again. Must not know how anything is looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.commands import AskOwnership, Command, ConnectChannel
from bot.domain.files import Carried, FetchFile
from bot.domain.published import CheckDraft, Draft
from bot.domain.roles import Ownership
from bot.domain.turn import Place
from bot.turns.library import Trial
from dialogs.dialog import Looked


@dataclass(frozen=True)
class Prepared:
    """What was looked up between two tries of the same turn, because it takes longer than a commit may."""

    channel_problem: str | None = None
    looked: Looked | None = None
    is_member: bool | None = None
    """Whether the person is on the roster of the team they act for from their own chat."""
    is_roster_away: bool = False
    """Whether Teams could not tell that."""
    ownership: Ownership | None = None
    """Whether the person owns the channel they want to connect."""
    trial: Trial | None = None
    carried: Carried | None = None
    may_try: bool = True
    """False when the draft somebody tries can't be read any more: then they see what everybody sees."""


class First(Exception):
    """Something is to be looked up first: leave the commit, do it, and take the turn again."""


class CheckChannelFirst(First):
    """A channel is about to be connected: leave the commit, see that the channel works, and take the turn again."""


class AskOwnershipFirst(First):
    """Somebody without a role of their own wants to connect a channel: see whether they own it."""


class AskRosterFirst(First):
    """Somebody acts for a team from their own chat: leave the commit, look at its roster, and take the turn again."""

    def __init__(self, channel: Place) -> None:
        super().__init__()
        self.channel = channel


class LookFirst(First):
    """A draft is to be checked: leave the commit, hold it against every check, and take the turn again."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft


class ReadDraftFirst(LookFirst):
    """Somebody tries a draft: leave the commit, read it, and take the turn again."""


class CarryFirst(First):
    """A file is to be fetched or handed over: leave the commit, do it, and take the turn again."""

    def __init__(self, command: FetchFile) -> None:
        super().__init__()
        self.command = command


def look_first(commands: Sequence[Command], prepared: Prepared) -> None:
    """Leave the commit when the step needs something that takes longer than a commit may."""
    if prepared.channel_problem is None and any(isinstance(one, ConnectChannel) for one in commands):
        raise CheckChannelFirst
    for one in commands:
        if isinstance(one, AskOwnership) and prepared.ownership is None:
            raise AskOwnershipFirst
        if isinstance(one, CheckDraft) and prepared.looked is None:
            raise LookFirst(one.draft)
        if isinstance(one, FetchFile) and prepared.carried is None:
            raise CarryFirst(one)
