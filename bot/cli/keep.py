"""`python -m bot keep`: keeps the published version of each guide for the concerns that are under way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.content.check import check_knowledge
from bot.content.guide_archive import keep_versions
from bot.content.problem import KnowledgeError
from bot.domain.norway import OSLO
from dialogs.guide.needed import NEEDED
from dialogs.guide.rules import NAMED


def keep(knowledge: Annotated[Path, typer.Option(help="Kunnskapsmappa.")] = Path("knowledge")) -> None:
    """Ta vare på utgavene av guidene som er publisert."""
    _refuse_wrong_guides(knowledge)
    written = keep_versions(knowledge)
    print("\n".join(map(str, written)) or "Alle utgavene er tatt vare på fra før.")


def _refuse_wrong_guides(knowledge: Path) -> None:
    """Raise KnowledgeError when a guide has an error: what is kept is never changed, and its number is used up."""
    found = check_knowledge(knowledge, today=datetime.now(OSLO).date(), rules=NAMED, needed=NEEDED)
    wrong = [one for one in found if one.severity == "feil" and one.file.startswith("guides/")]
    if wrong:
        raise KnowledgeError(wrong)
