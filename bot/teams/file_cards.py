"""How Teams asks for consent to a file, what it answers, and how it shows a kept one. Must not know what is in it.

Source: learn.microsoft.com, Teams, "Send and receive files through a bot". Works in personal chats only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.reply import File

INVOKE = "fileConsent/invoke"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
LONGEST_ADDRESS = 4096


@dataclass(frozen=True)
class Upload:
    """Where Teams says that an accepted file goes: a place in the person's own OneDrive."""

    url: str = field(repr=False)
    shown_at: str = field(repr=False)
    name: str
    unique_id: str
    file_type: str


def consent(file: File) -> dict[str, Any]:
    """Return the message that asks whether the person wants the file."""
    again = {"verb": file.verb, "id": file.id}
    content = {
        "description": file.about,
        "sizeInBytes": len(file.content),
        "acceptContext": again,
        "declineContext": again,
    }
    return {"type": "message", "attachments": [{"contentType": CONSENT, "name": file.name, "content": content}]}


def kept(upload: Upload) -> dict[str, Any]:
    """Return the message that shows where the file is."""
    content = {"uniqueId": upload.unique_id, "fileType": upload.file_type}
    attachment = {"contentType": INFO, "contentUrl": upload.shown_at, "name": upload.name, "content": content}
    return {"type": "message", "attachments": [attachment]}


def is_accepted(value: Mapping[str, Any]) -> bool:
    """Tell whether the person said yes."""
    return value.get("action") == "accept"


def upload_of(value: object) -> Upload | None:
    """Return where to put an accepted file; None when Teams does not tell."""
    info = value.get("uploadInfo") if isinstance(value, Mapping) else None
    if not isinstance(info, Mapping):
        return None
    names = ("uploadUrl", "contentUrl", "name", "uniqueId", "fileType")
    said = [info.get(name) for name in names]
    told = [one if isinstance(one, str) and len(one) <= LONGEST_ADDRESS else "" for one in said]
    return Upload(*told) if told[0] else None
