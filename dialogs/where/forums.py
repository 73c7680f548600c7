"""The standing forums for themes and patterns: when to use which, how often they meet, who leads them, whom to contact.

Shown on the map of forums, when a case turns out to be a theme, and where Handlingsveilederen ends with a theme.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.fact import Unknown, known
from bot.content.profile import MunicipalityProfile, Structure
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Bullets, Button, Folded, Row, Rows
from dialogs.contacts import contact_rows
from dialogs.dialog import Around
from dialogs.where.ladder import LADDER


def forum_blocks(
    forums: Sequence[Structure], state: ConversationState, around: Around, title: str = "where.map_theme"
) -> list[Block]:
    """Return the forums that take themes and never one child, and whom to contact; nothing when there are none."""
    if not forums:
        return []
    lines = tuple(_line(one, around) for one in forums)
    rows = contact_rows(tuple(dict.fromkeys(one.contact for one in forums if one.contact)), state, around)
    return [Bullets(lines, around.text(title)), *([Rows(rows)] if rows else [])]


def _line(one: Structure, around: Around) -> str:
    text = around.text
    parts = [text("where.map_row", name=one.name, use_when=one.use_when)]
    if isinstance(one.rhythm, Unknown):
        parts += [one.rhythm.until_then] if one.rhythm.until_then else []
    elif one.rhythm:
        parts.append(text("where.map_meets", rhythm=one.rhythm))
    who = known(one.led_by) if one.led_by is not None else None
    return " ".join([*parts, *([text("where.map_led_by", who=who)] if who else [])])


def routines(profile: MunicipalityProfile, around: Around) -> list[Block]:
    """Return the municipality's own routines and pages, folded; one without an address says what to do instead.

    Tiltakstrappa is left out: it has its own card.
    """
    text, rows = around.text, []
    for key, link in profile.links.items():
        if key == LADDER:
            continue
        url = known(link.url)
        notes = [text("where.link_login")] if url and link.login else []
        notes.append(text("where.link_dead", if_dead=link.if_dead) if url else text("where.fill_in", text=link.if_dead))
        rows.append(Row("›" if url else "–", link.name, " ".join(notes), _open(link.name, url)))
    return [Folded(text("where.routines"), (Rows(tuple(rows)),))] if rows else []


def _open(name: str, url: str | None) -> Button | None:
    return Button(name, "where_link", url=url) if url else None
