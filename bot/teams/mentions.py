"""Calls members of a team by name before a line, as Teams wants it: only that tells them of a post in a channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.domain.reply import Line
from bot.teams.card_text import is_tame

People = Mapping[str, str]
"""Teams' own ids of members, by Entra id."""
Entity = dict[str, Any]
_ODD = re.compile(r"[^\w .,'’()-]|_")
"""What is left out of a name in a mention: Teams refuses a message whose text does not hold the mention letter for
letter, and nothing in a name may come alive."""


def called(line: Line, people: People) -> tuple[str, list[Entity]]:
    """Return the text with the names before it, and the mentions in it. Who is not among the people is only named."""
    if not line.mentions:
        return line.text, []
    shown: list[str] = []
    entities: list[Entity] = []
    for one in line.mentions:
        name = " ".join(_ODD.sub(" ", one.name).split())
        if one.id in people and name and is_tame(line.text):
            entities.append(_mention(name, people[one.id]))
            shown.append(entities[-1]["text"])
        else:
            shown.append(name)
    return f"{', '.join(shown)}: {line.text}", entities


def _mention(name: str, teams_id: str) -> Entity:
    return {"type": "mention", "text": f"<at>{name}</at>", "mentioned": {"id": teams_id, "name": name}}
