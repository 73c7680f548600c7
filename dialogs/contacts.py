"""Whom to call, as rows on a card. What the municipality has not filled in says so; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.profile import Contact
from bot.domain.conversation import ConversationState
from bot.domain.reply import Row
from dialogs.dialog import Around


def contact(key: str, state: ConversationState, around: Around) -> Contact | None:
    """Return the contact in the person's municipality; without one, only a national number. None when unknown."""
    profile = around.municipality(state)
    if profile is not None:
        return profile.contact(key) if key in profile.numbers else None
    for served in around.municipalities:
        known = around.knowledge.profiles[served]
        if key in known.numbers and known.numbers[key].scope == "nasjonalt":
            return known.contact(key)
    return None


def contact_rows(keys: Sequence[str], state: ConversationState, around: Around) -> tuple[Row, ...]:
    """Return one row for each contact: number, name, and hours or what to do until the number is known."""
    found = (contact(key, state, around) for key in keys)
    return tuple(contact_row(one, around) for one in found if one is not None)


def contact_row(one: Contact, around: Around) -> Row:
    """Return the row of one contact."""
    if one.unknown:
        return Row("–", one.name, _note_of_unknown(one, around))
    return Row(one.value or "", one.name, " ".join(part for part in (one.hours, one.note) if part))


def how_to_reach(one: Contact, around: Around) -> str:
    """Return how to reach the contact as one sentence, without its name."""
    return _note_of_unknown(one, around) if one.unknown else f"{one.value}."


def _note_of_unknown(one: Contact, around: Around) -> str:
    note = around.text("common.unknown_contact", name=one.name, until_then=one.until_then).removeprefix(f"{one.name}: ")
    return note[:1].upper() + note[1:]
