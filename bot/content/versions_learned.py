"""What a change touches that the bot has learned from: that works only when it has learned anew, and editors are told.

Must not learn, nor judge the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.problem import Problem
from bot.content.versions import Files
from bot.content.versions_lists import ACUTE, EXAMPLES, entries

LEARNED = {"signs": "tegnene", "danger": "danger", "harmless": "harmless", "frames": "frames"}
"""Fields of the words of danger that are learned from, as an editor is told of them."""
LATER = (
    "virker først når den som drifter boten, har latt den lære på nytt og satt inn neste utgave av programmet "
    "(words/README.md). Be dem om det. Til da hører boten fare som før."
)


def learned_later(before: Files, after: Files) -> Iterator[Problem]:
    """Yield one piece of advice for each list that was learned from and becomes another one."""
    if before.get(EXAMPLES) != after.get(EXAMPLES):
        yield Problem(EXAMPLES, "", f"Det du endrer i eksemplene, {LATER}", severity="advarsel")
    if before.get(ACUTE) == after.get(ACUTE):
        return
    had, has = (entries(ACUTE, files.get(ACUTE, b"")) for files in (before, after))
    for field, name in LEARNED.items():
        if had.data.get(field) != has.data.get(field):
            text = f"Det du endrer i {name}, {LATER}"
            yield Problem(ACUTE, field, text, has.line_of((field,)), severity="advarsel")
