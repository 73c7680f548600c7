"""The part of a Bot Framework activity this bot reads, as a strict model. Must not know what the bot does with it.

Who sent it, where and what it says is as Teams writes it, or nothing is let in. What stands beside the words is left
out where it cannot be read: a mention of a new kind must not keep anybody from being heard.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic.alias_generators import to_camel

from bot.domain.entra_id import small

Id = Annotated[str, StringConstraints(min_length=1, max_length=1024, pattern=r"^[^\x00-\x1f\x7f]+$")]
ShortText = Annotated[str, StringConstraints(max_length=1024)]
LONGEST_NAME = 256
"""As long as Entra lets a name be."""
ShownName = Annotated[
    str | None, BeforeValidator(lambda given: given[:LONGEST_NAME] if isinstance(given, str) else None)
]
"""What somebody is called. One that cannot be read, or never ends, keeps nobody from being heard."""


class _Part(BaseModel):
    """Base of every part: Teams' own spelling, other fields ignored, no guessing of types."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore", strict=True, frozen=True)


class Account(_Part):
    """A person or a bot."""

    id: Id
    name: ShownName = Field(default=None, repr=False)
    aad_object_id: Annotated[Id, AfterValidator(small)] | None = None


class ConversationAccount(_Part):
    """Where it happened."""

    id: Id
    conversation_type: ShortText | None = None
    tenant_id: Id | None = None
    is_group: bool | None = None


class Named(_Part):
    """A tenant, a team or a channel."""

    id: Id | None = None
    name: ShortText | None = Field(default=None, repr=False)


class Team(Named):
    """The team around a channel, and the Entra group behind it."""

    aad_group_id: Id | None = None


class Settings(_Part):
    """What was chosen when the app was installed."""

    selected_channel: Named | None = None


class ChannelData(_Part):
    """What Teams adds of its own."""

    settings: Settings | None = None

    tenant: Named | None = None
    team: Team | None = None
    channel: Named | None = None
    event_type: ShortText | None = None


class Entity(_Part):
    """Something in the text, such as a mention or a message that is quoted."""

    type: ShortText | None = None
    text: ShortText | None = Field(default=None, repr=False)
    mentioned: Account | None = None
    quoted_reply: Any = Field(default=None, repr=False)


class Attachment(_Part):
    """Something that came along: a file, a picture, or a message that is forwarded."""

    content_type: ShortText | None = None
    name: ShortText | None = Field(default=None, repr=False)
    content: Any = Field(default=None, repr=False)


MOST_ENTITIES, MOST_ATTACHMENTS = 200, 50
"""How many of those that come along are looked at."""


def _those_that_can_be_read(part: type[_Part], most: int) -> Callable[[Any], Any]:
    def read(given: Any) -> list[_Part]:
        found = (_or_none(part.model_validate, one) for one in (given if isinstance(given, list) else [])[:most])
        return [one for one in found if one is not None]

    return read


def _or_none(read: Callable[[Any], Any], given: Any) -> Any:
    try:
        return read(given)
    except (ValidationError, ValueError, RecursionError, OverflowError):
        return None


_MOMENT: TypeAdapter[datetime] = TypeAdapter(datetime)
Entities = Annotated[list[Entity], BeforeValidator(_those_that_can_be_read(Entity, MOST_ENTITIES))]
Attachments = Annotated[list[Attachment], BeforeValidator(_those_that_can_be_read(Attachment, MOST_ATTACHMENTS))]
Moment = Annotated[datetime | None, BeforeValidator(lambda given: _or_none(_MOMENT.validate_python, given))]


class IncomingActivity(_Part):
    """One activity from Teams."""

    type: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    id: Id | None = None
    name: ShortText | None = None
    service_url: Id
    channel_id: Id
    from_: Account = Field(alias="from")
    recipient: Account
    conversation: ConversationAccount
    channel_data: ChannelData | None = None
    text: Annotated[str, StringConstraints(max_length=100_000)] | None = Field(default=None, repr=False)
    value: Any = Field(default=None, repr=False)
    entities: Entities = Field(default=[], repr=False)
    attachments: Attachments = Field(default=[], repr=False)
    reply_to_id: Id | None = None
    action: ShortText | None = None
    delivery_mode: ShortText | None = None
    timestamp: Moment = None
