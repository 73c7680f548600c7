"""`python -m bot links`: which links in the knowledge no longer lead anywhere. Keeps nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge_in_use import knowledge_in_use
from bot.content.links import links_in
from bot.content.problem import require_folder
from bot.content.versions import read_files
from bot.domain.links import LinkAnswer
from bot.teams.link_probe import open_link_probe
from bot.turns.link_rounds import try_links

WORDS = {
    "gone": "✗ finnes ikke",
    "behind_login": "! bak innlogging",
    "unsure": "? fikk ikke svar",
    "works": "✓ virker",
}


def links(
    knowledge: Annotated[Path | None, typer.Option(help="En mappe, i stedet for det som er publisert.")] = None,
    offline: Annotated[bool, typer.Option("--list", help="Bare vis lenkene, uten å prøve dem.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Vis også lenkene som virker.")] = False,
) -> None:
    """Prøv alle lenker i kunnskapen, høflig: én om gangen hos hver vert."""
    with knowledge_in_use(knowledge) as (folder, words):
        print(words)
        require_folder(folder)
        found = links_in(read_files(folder))
    if offline:
        for url, places in found.items():
            print(f"{url}  ({', '.join(places[:3])})")
        return
    answers = asyncio.run(_tried(found))
    for url, answer in answers:
        if every or answer.state != "works":
            print(f"{WORDS[answer.state]} ({answer.code}): {url}  ({', '.join(found[url][:3])})")
    wrong = sum(answer.state == "gone" for _, answer in answers)
    print(f"{len(answers)} lenker er prøvd, {wrong} finnes ikke.")
    raise SystemExit(1 if wrong else 0)


async def _tried(found: dict[str, tuple[str, ...]]) -> list[tuple[str, LinkAnswer]]:
    async with open_link_probe() as probe:
        return await try_links(probe, found)
