"""The words Teams uses for a place: thread ids, service url, tenant. Must not know what is said there."""

from __future__ import annotations

from urllib.parse import quote

from bot.domain.sending import Refused
from bot.domain.turn import Place, PlaceKind

_THREAD = ";messageid="


def root_of(conversation_id: str) -> str:
    """Return the channel's own conversation id, without the thread."""
    return conversation_id.partition(_THREAD)[0]


def thread_of(conversation_id: str) -> str | None:
    """Return the id of the message that began the thread; None outside a thread."""
    return conversation_id.partition(_THREAD)[2] or None


def channel_of(place: Place) -> str:
    """Return the id of the channel of a place."""
    return place.channel_id or root_of(place.conversation_id)


def conversation_with(place: Place, message_id: str | None) -> str:
    """Return the conversation id in which that message (in a channel: the one that began the thread) stands."""
    if place.kind is not PlaceKind.CHANNEL:
        return place.conversation_id
    return f"{channel_of(place)}{_THREAD}{message_id}" if message_id else channel_of(place)


def service_url(place: Place) -> str:
    """Return where the place is reached; raises Refused when the place was never heard from."""
    url = place.reference.get("service_url", "")
    if not url:
        raise Refused("no_service_url")
    return url


def quoted(part: str) -> str:
    """Return an id as one part of a path; raises Refused for what would lead to another path, such as `..`."""
    if not part.strip("."):
        raise Refused("odd_id")
    return quote(part, safe="")
