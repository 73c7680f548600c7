"""Reads what Teams sent into a Turn. Must not know what the bot will do with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.turn import (
    AttachedFile,
    Corrected,
    Installed,
    Person,
    Place,
    PlaceChanged,
    PlaceKind,
    Pressed,
    Removed,
    Said,
    Searched,
    Turn,
    What,
)
from bot.teams import file_cards
from bot.teams.activity import Attachment, Entity, IncomingActivity
from bot.teams.body import data_in
from bot.teams.brought import first_brought, forwarded_words, own_words, quoted_words, with_brought
from bot.teams.card_actions import OPENED_FROM
from bot.teams.card_text import clean_line
from bot.teams.place_in_teams import root_of, thread_of

PLACE_EVENTS = frozenset(
    {
        "channelRenamed",
        "channelDeleted",
        "channelRestored",
        "channelShared",
        "teamRenamed",
        "teamArchived",
        "teamUnarchived",
        "teamDeleted",
        "teamHardDeleted",
        "teamRestored",
    }
)
_KINDS = {"personal": PlaceKind.PERSONAL, "channel": PlaceKind.CHANNEL, "groupChat": PlaceKind.GROUP}
_OF_TWO = re.compile(r"19:([0-9a-f-]{36})_([0-9a-f-]{36})@unq\.gbl\.spaces(?:;.*)?", re.IGNORECASE)
"""The id of a chat between two: by the ids of both. A bot's own chat with somebody is called `a:…` in what Teams sends;
should it ever be called like this, one of the two is the bot."""
_VERB = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_MESSAGE_ID = re.compile(r"[\w.:;=@|-]{1,200}")
_FIELD = re.compile(r"[\w.:-]{1,64}")
_MENTION_TAG = re.compile(r"</?at(?:\s[^<>]*)?>", re.IGNORECASE)
_CLIENTS_TAG = re.compile(r"</?(?:attachment|p|div|span|br|img)\b[^<>]*>", re.IGNORECASE)
"""What a client writes around a card, a file or a picture. Only these: somebody may have written < and > themselves."""
CARD = "application/vnd.microsoft.card.adaptive"
FILE = "application/vnd.microsoft.teams.file.download.info"
SEEN_OR_HEARD = ("image/", "audio/", "video/")
"""What the kind of a pasted picture, a voice message or a film begins with: Teams sends it with the message, and not as
a file."""
MAX_VALUES = 80
MAX_VALUE = 20_000
"""Characters of one field; forms allow far less and say so, this only stops what no form could send."""


def read_activity(activity: IncomingActivity, at: datetime) -> Turn | None:
    """Return the turn, or None for what the bot does not act on (reactions, chatter it was not mentioned in)."""
    what = _what(activity)
    if what is None:
        return None
    person = Person(activity.from_.aad_object_id or "", clean_line(activity.from_.name or "").strip())
    place = read_place(activity)
    return Turn(activity_id(activity), person, place, what, at, thread_of(place.conversation_id) or "")


def activity_id(activity: IncomingActivity) -> str:
    """Return Teams' id, or for the rare event without one the same id for the same event. What is corrected keeps the
    id of what was said, so its time tells them apart."""
    sent_at = activity.timestamp.isoformat() if activity.timestamp else ""
    if activity.type == "messageUpdate":
        return f"{activity.id}:{sent_at}"
    return activity.id or f"{activity.type}:{activity.from_.id}:{sent_at}"


def read_place(activity: IncomingActivity) -> Place:
    """Return where it happened, with all the bot needs to answer there later."""
    data = activity.channel_data
    kind = _kind(activity)
    team = data.team.id if data and data.team else None
    conversation = activity.conversation.id
    channel = None
    if kind is PlaceKind.CHANNEL:
        channel = _named_channel(activity) or root_of(conversation)
        if activity.type != "message" and root_of(conversation) != channel:
            conversation = channel  # an event about another channel than the one it is told in
    return Place(kind, conversation, _reference(activity), team, channel)


def _named_channel(activity: IncomingActivity) -> str | None:
    """Return the channel Teams names: the one it is about, or the one chosen at installation."""
    data = activity.channel_data
    if data is None:
        return None
    chosen = data.settings.selected_channel if data.settings else None
    return (data.channel.id if data.channel else None) or (chosen.id if chosen else None)


def _kind(activity: IncomingActivity) -> PlaceKind:
    named = _KINDS.get(activity.conversation.conversation_type or "")
    if named is not None:
        return PlaceKind.GROUP if _is_of_two_people(activity) else named
    data = activity.channel_data
    if data and (data.team or data.channel):
        return PlaceKind.CHANNEL
    is_unknown = bool(activity.conversation.conversation_type)  # others may read there: nothing personal is shown
    return PlaceKind.GROUP if is_unknown or activity.conversation.is_group else PlaceKind.PERSONAL


def _is_of_two_people(activity: IncomingActivity) -> bool:
    """Tell whether this is a chat between two people, which Teams calls personal too: one of them presses a card that
    was forwarded there, or searches from its compose box. The other may read it, and the bot can send nothing to it."""
    of_two = _OF_TWO.fullmatch(activity.conversation.id)
    return of_two is not None and activity.recipient.id.rpartition(":")[2].lower() not in map(
        str.lower, of_two.groups()
    )


def _reference(activity: IncomingActivity) -> dict[str, str]:
    data = activity.channel_data
    tenant = (data.tenant.id if data and data.tenant else None) or activity.conversation.tenant_id
    group = data.team.aad_group_id if data and data.team else None
    known = {
        "service_url": activity.service_url,
        "bot_id": activity.recipient.id,
        "tenant_id": tenant,
        "group_id": group,
    }
    return {name: value for name, value in known.items() if value}


def _what(activity: IncomingActivity) -> What | None:
    readers = {
        "message": _message,
        "messageUpdate": _correction,
        "invoke": _invoke,
        "installationUpdate": _installation,
        "conversationUpdate": _event,
    }
    reader = readers.get(activity.type)
    return reader(activity) if reader else None


def _message(activity: IncomingActivity) -> What | None:
    if isinstance(activity.value, Mapping):
        return _pressed(activity.value, activity.reply_to_id)
    if _kind(activity) is not PlaceKind.PERSONAL and not _mentions_bot(activity):
        return None
    written, brought = _without_mentions(activity), _brought(activity)
    return Said(with_brought(written, brought), _file(activity), own_words(written, brought))


def _correction(activity: IncomingActivity) -> What | None:
    """Return what a message in one's own chat was changed to; one that is brought back says what it said before."""
    is_edited = activity.channel_data is not None and activity.channel_data.event_type == "editMessage"
    is_own = is_edited and _kind(activity) is PlaceKind.PERSONAL
    return Corrected(with_brought(_without_mentions(activity), _brought(activity))) if is_own else None


def _brought(activity: IncomingActivity) -> tuple[str, ...]:
    """Return what is forwarded with the text, and outside one's own chat also what it quotes: what is quoted in one's
    own chat was said there before, by the bot or by oneself."""
    forwarded = first_brought(forwarded_words(activity))
    is_own_chat = _kind(activity) is PlaceKind.PERSONAL
    return forwarded if is_own_chat else (*forwarded, *first_brought(quoted_words(activity)))


def _file(activity: IncomingActivity) -> AttachedFile | None:
    """Return the first file of the message, else a picture or a sound. The address is only used when an editor sent
    the file."""
    for one in activity.attachments:
        link = _mapping(one.content).get("downloadUrl")
        if one.content_type == FILE and isinstance(link, str):
            return AttachedFile(clean_line(one.name or "").strip()[:200], link[:MAX_VALUE])
    return AttachedFile("", "") if any(map(_is_seen_or_heard, activity.attachments)) else None


def _is_seen_or_heard(one: Attachment) -> bool:
    return (one.content_type or "").casefold().startswith(SEEN_OR_HEARD)


def _mentions_bot(activity: IncomingActivity) -> bool:
    """Tell whether the bot is mentioned. Where it may look for its cards (ChannelMessage.Read.Group), Teams sends it
    all that is written in the standard channels of the team: the rest goes no further."""
    return any(_is_of_bot(entity, activity) for entity in activity.entities)


def _is_of_bot(entity: Entity, activity: IncomingActivity) -> bool:
    named = entity.mentioned.id if entity.type == "mention" and entity.mentioned else ""
    return named.casefold() == activity.recipient.id.casefold()


def _brings_something(activity: IncomingActivity) -> bool:
    """Tell whether somebody put a card, a file or a picture into the message: a client then writes its place in the
    text, as HTML."""
    return any(one.content_type in (CARD, FILE) or _is_seen_or_heard(one) for one in activity.attachments)


def _without_mentions(activity: IncomingActivity) -> str:
    """Return the text without the bot's name; others who are mentioned stay as plain names."""
    said = _CLIENTS_TAG.sub(" ", activity.text or "") if _brings_something(activity) else activity.text or ""
    text = said.replace("&nbsp;", " ").replace("\u00a0", " ").replace("\x00", "")
    for entity in activity.entities:
        if _is_of_bot(entity, activity):
            text = text.replace(entity.text or "", " ") if entity.text else text
    lines = (" ".join(line.split()) for line in _MENTION_TAG.sub("", text).splitlines())
    return "\n".join(lines).strip()


def _invoke(activity: IncomingActivity) -> What | None:
    value = activity.value if isinstance(activity.value, Mapping) else {}
    if activity.name == "adaptiveCard/action":
        action = _mapping(value.get("action"))
        data = _mapping(action.get("data"))
        return _pressed({"verb": action.get("verb"), **data}, activity.reply_to_id)
    if activity.name in ("task/fetch", "task/submit"):
        data = _mapping(value.get("data"))
        return _pressed(data, activity.reply_to_id or _opened_from(data))
    if activity.name == file_cards.INVOKE and file_cards.is_accepted(value):
        return _pressed(_mapping(value.get("context")), activity.reply_to_id)
    if activity.name == "message/submitAction":
        return _feedback(value, activity.reply_to_id)
    if activity.name == "composeExtension/query":
        return Searched(_query(value))
    return None


def _pressed(data: Mapping[str, Any], card_id: str | None) -> Pressed:
    verb, case_id, version = data.get("verb"), data.get("id"), data.get("version")
    values = {
        name: value.replace("\x00", "")[:MAX_VALUE]
        for name, value in list(data.items())[:MAX_VALUES]
        if name not in ("verb", "id", "version", OPENED_FROM) and isinstance(value, str) and _FIELD.fullmatch(name)
    }
    return Pressed(
        verb if isinstance(verb, str) and _VERB.fullmatch(verb) else "",
        case_id[:200].replace("\x00", "") if isinstance(case_id, str) else "",
        version if isinstance(version, int) and not isinstance(version, bool) and 0 <= version < 2**31 else 0,
        values,
        card_id,
    )


def _opened_from(data: Mapping[str, Any]) -> str | None:
    """Return the message a dialog was opened from, when Teams does not tell."""
    known = data.get(OPENED_FROM)
    return known if isinstance(known, str) and _MESSAGE_ID.fullmatch(known) else None


def _feedback(value: Mapping[str, Any], card_id: str | None) -> Pressed:
    answer = _mapping(value.get("actionValue"))
    reaction = answer.get("reaction")
    return Pressed(
        "feedback",
        values={
            "reaction": reaction if reaction in ("like", "dislike") else "",
            "text": _feedback_text(answer.get("feedback"))[:MAX_VALUE],
        },
        card_id=card_id,
    )


def _feedback_text(feedback: Any) -> str:
    try:
        text = _mapping(data_in(feedback)).get("feedbackText") if isinstance(feedback, str) else ""
    except (ValueError, RecursionError):
        return ""
    return text.replace("\x00", "") if isinstance(text, str) else ""


def _query(value: Mapping[str, Any]) -> str:
    """Return the words searched for; the Playground sends the only parameter there is without its name."""
    parameters = value.get("parameters")
    for parameter in parameters if isinstance(parameters, list) else ():
        one = _mapping(parameter)
        if one.get("name", "query") == "query" and isinstance(one.get("value"), str):
            return str(one["value"]).replace("\x00", "")[:1000]
    return ""


def _installation(activity: IncomingActivity) -> What | None:
    if activity.action == "add":
        return Installed()
    return Removed() if activity.action == "remove" else None  # an upgrade is neither


def _event(activity: IncomingActivity) -> What | None:
    """Return a change of the place. That the bot was added comes as installationUpdate too: one welcome, not two."""
    change = activity.channel_data.event_type if activity.channel_data else None
    return PlaceChanged(change) if change in PLACE_EVENTS else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
