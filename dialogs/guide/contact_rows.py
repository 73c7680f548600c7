"""Contacts of a step or outcome as rows; what is not filled in says so, and what to do meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.conversation import ConversationState, Profile
from bot.domain.reply import Button, Row
from dialogs import contacts
from dialogs.guide.sitting import Sitting
from dialogs.guide_waits import LATER


def contact_rows(keys: Sequence[str], sitting: Sitting) -> tuple[Row, ...]:
    """Return one row for each contact the municipality (or, without one, the nation) has."""
    return contacts.contact_rows(keys, state_of(sitting), sitting.around)


def state_of(sitting: Sitting) -> ConversationState:
    """Return a state that knows no more than the municipality and the role."""
    profile = Profile(municipality=sitting.profile.id if sitting.profile else None, role=sitting.role)
    return ConversationState(profile=profile)


def known_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with the numbers that can be called now in front."""
    return tuple(sorted(rows, key=lambda row: not row.left[:1].isdigit()))


def where_button(sitting: Sitting, *, has_numbers: bool) -> list[Button]:
    """Return the button under numbers to ring where those of the municipality are not known."""
    if sitting.profile is not None or sitting.concern.practice or not has_numbers:
        return []
    say = sitting.around.text("guide.say_where")
    return [Button(say, "settings", f"{LATER}{sitting.concern.id}", submits_inputs=False)]
