"""`python -m bot keep`: keeps the published version of each guide for the concerns that are under way."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.content.guide_archive import keep_versions


def keep(knowledge: Annotated[Path, typer.Option(help="Kunnskapsmappa.")] = Path("knowledge")) -> None:
    """Ta vare på utgavene av guidene som er publisert."""
    written = keep_versions(knowledge)
    print("\n".join(map(str, written)) or "Alle utgavene er tatt vare på fra før.")
