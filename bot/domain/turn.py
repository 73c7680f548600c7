"""What somebody did: one message, one button press or one event, as plain data. Must not know how Teams says it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class Person:
    """Someone who uses the bot. `id` is the Entra object id; neither field is ever logged."""

    id: str
    name: str = field(repr=False)

    @property
    def pseudonym(self) -> str:
        """A name for what is kept in memory and sealed. Who has a list of ids can find the person by it, so nothing
        stands in plain by this name: the store makes a keyed hash of it."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:32]


class PlaceKind(StrEnum):
    """Where a conversation stands."""

    PERSONAL = "personal"
    CHANNEL = "channel"
    GROUP = "group"


@dataclass(frozen=True)
class Place:
    """A conversation the bot can send to.

    `reference` is opaque here: what the Teams edge needs to reach it again (service url, bot id, tenant).
    """

    kind: PlaceKind
    conversation_id: str
    reference: Mapping[str, str] = field(default_factory=dict, repr=False)
    teams_team_id: str | None = None
    """Id of the team in Teams; None outside a team."""
    channel_id: str | None = None
    """Id of the channel; equal to the root of `conversation_id`."""

    @property
    def room(self) -> str:
        """Return what is the same in every thread of a channel; elsewhere the conversation itself."""
        return self.channel_id or self.conversation_id

    def is_with_another_bot(self, other: Place) -> bool:
        """Tell whether the other was reached by another bot: one that is registered anew sends nothing to a chat of the
        one before, and changes nothing that one has written."""
        ours, theirs = (one.reference.get("bot_id", "").lower() for one in (self, other))
        return bool(ours and theirs) and ours != theirs


@dataclass(frozen=True)
class AttachedFile:
    """A file, a picture or a sound sent with a message. It is not fetched yet: only what an editor sends ever is."""

    name: str = field(repr=False)
    link: str = field(repr=False)
    """Where the edge can fetch it; opaque here. Empty for a picture or a sound, which is never fetched."""


@dataclass(frozen=True)
class Said:
    """A typed message, mentions of the bot already taken out. The text is never stored or logged."""

    text: str = field(repr=False)
    file: AttachedFile | None = None
    """The first file that was sent with it, perhaps without a word."""
    own: str | None = field(default=None, repr=False)
    """What of the text its sender wrote, when a message somebody else wrote came along with it; None = all of it."""

    @property
    def own_words(self) -> str:
        """Return what the sender wrote: only that presses a button, is a command or answers what was asked."""
        return self.text if self.own is None else self.own


@dataclass(frozen=True)
class Corrected:
    """A message in one's own chat was changed after it was sent; what it said before has been answered."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Pressed:
    """A button. `values` are the card's inputs by id: untrusted, to be checked like typed text."""

    verb: str
    id: str = ""
    version: int = 0
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    card_id: str | None = None
    """Activity id of the card it was pressed on, when Teams tells."""
    is_loose: bool = False
    """It was typed, and only nearly the words of the button or of a choice: what depends on it is asked once more."""
    is_fields_only: bool = False
    """Only fields were typed, and no button named: the first one is meant, unless what it says must be said."""


@dataclass(frozen=True)
class Installed:
    """The bot was added to this place."""


@dataclass(frozen=True)
class Removed:
    """The bot was removed from this place, or the place is gone."""


@dataclass(frozen=True)
class PlaceChanged:
    """A channel or team was renamed, archived, restored or deleted. `change` is Teams' event name."""

    change: str


@dataclass(frozen=True)
class Searched:
    """A search from the compose box (message extension)."""

    query: str = field(repr=False)


What = Said | Corrected | Pressed | Installed | Removed | PlaceChanged | Searched


@dataclass(frozen=True)
class Turn:
    """One thing that happened, once. `activity_id` is Teams' id and is used to notice a re-delivery."""

    activity_id: str
    person: Person
    place: Place
    what: What
    at: datetime
    thread: str = ""
    """Id of the message that began the thread of a channel it was said in; empty elsewhere."""
