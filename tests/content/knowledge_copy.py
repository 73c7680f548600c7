"""A copy of the guides and profiles that a test may break, and the check run on it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bot.content.check_guides import Known, check_guides
from bot.content.check_named import check_named
from bot.content.check_profiles import check_profiles
from bot.content.guide_file import load_guides
from bot.content.problem import KnowledgeError, Problem
from bot.content.profile_file import load_profiles
from bot.content.source import load_sources
from dialogs.guide.needed import NEEDED
from dialogs.guide.rules import RULES, TEAM_RULES

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TODAY = date(2026, 11, 30)


class Copy:
    """A copy of what guides need, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("guides", "kommuner", "sources"):
            shutil.copytree(KNOWLEDGE / part, folder / part, ignore=shutil.ignore_patterns("archive"))
        if (KNOWLEDGE / "sources.yaml").exists():
            shutil.copy(KNOWLEDGE / "sources.yaml", folder / "sources.yaml")

    def change(self, file: str, old: str, new: str) -> None:
        """Replace text that must be there."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), "utf-8")

    def problems(self) -> list[Problem]:
        """Return everything the loader and the checks say about guides and profiles."""
        try:
            sources, profiles = load_sources(self.folder), load_profiles(self.folder)
            guides, _ = load_guides(self.folder)
        except KnowledgeError as error:
            return list(error.problems)
        topics = (KNOWLEDGE / "topics.tsv").read_text("utf-8").splitlines()
        slugs = frozenset(line.split("\t")[1] for line in topics[1:] if line.count("\t") >= 2)
        known = Known(sources, profiles, slugs, guides, frozenset({*RULES, *TEAM_RULES}))
        named = check_named(guides, NEEDED)
        return [*check_guides(known, today=TODAY), *named, *check_profiles(profiles, sources, today=TODAY)]

    def errors(self) -> str:
        """Return the errors as an editor reads them."""
        return "\n".join(str(problem) for problem in self.problems() if problem.severity == "feil")
