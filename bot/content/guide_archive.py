"""Keeps every published version of a guide, whole on its own, so that concerns pinned to it can go on for weeks.

Must not decide when something is published.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.content.guide import Guide
from bot.content.guide_file import ARCHIVE, load_guides

HEAD = "# Publisert utgave, tatt vare på for saker som er påbegynt. Ikke rediger den.\n"


def archive_name(guide: Guide) -> str:
    """Return the file name of a kept version: `bekymring-2026-11-22.2.yaml`."""
    return f"{guide.id}-{guide.version}.yaml"


def as_yaml(guide: Guide) -> str:
    """Return the guide as YAML that reads back to the same guide, shared outcomes written out."""
    data = guide.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return HEAD + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def keep_versions(knowledge: Path) -> list[Path]:
    """Write the current version of each guide to the archive when it is not there; return the new files.

    Raises KnowledgeError when a guide cannot be read, or a kept version has been changed.
    """
    guides, _ = load_guides(knowledge)
    folder = knowledge / "guides" / ARCHIVE
    folder.mkdir(exist_ok=True)
    written = []
    for guide in guides.values():
        path = folder / archive_name(guide)
        if not path.exists():
            path.write_text(as_yaml(guide), "utf-8")
            written.append(path)
    return written
