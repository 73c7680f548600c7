"""A guide before and after a change, drawn beside each other on one page that needs nothing else to be read.

Must not know who changed it, nor where the page is shown.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath

from bot.content.graph import svg
from bot.content.guide import Guide
from bot.content.guide_file import load_guides
from bot.content.problem import KnowledgeError
from bot.content.versions import Files, write_files

ADDED, GONE, CHANGED = "#107c10", "#c50f1f", "#ca5010"
"""Edges of what is new, gone and worded or led differently; each has a word in the legend too."""
_PAGE = """<!doctype html>
<html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body{{font:16px sans-serif;margin:1rem}}.to{{display:flex;gap:1rem;align-items:flex-start}}
section{{flex:1;overflow:auto;border:1px solid #ccc;padding:.5rem}}svg{{min-width:60rem}}
@media (max-width:60rem){{.to{{display:block}}}}b{{border:4px solid;padding:.1rem .4rem;margin-right:.5rem}}</style>
<h1>{title}</h1><p>{legend}</p><div class="to">{drawings}</div></html>
"""


def guide_in(files: Files, path: str) -> Guide | None:
    """Return the guide of that file, read with what it shares; None when it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="veilederen-guide-") as folder:
        own = {one: raw for one, raw in files.items() if one.startswith("guides/") and "/archive/" not in one}
        write_files(own, Path(folder))
        try:
            return load_guides(Path(folder))[0].get(PurePosixPath(path).stem)
        except KnowledgeError:
            return None


def marks(before: Guide, after: Guide) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colour of every place that differs: in the drawing before, and in the one after."""
    old, new = _places(before), _places(after)
    changed = {name: CHANGED for name in old if name in new and old[name] != new[name]}
    return (
        {**changed, **{name: GONE for name in old if name not in new}},
        {**changed, **{name: ADDED for name in new if name not in old}},
    )


def _places(guide: Guide) -> dict[str, tuple[object, ...]]:
    """Return all that is said and where it leads, by place."""
    steps = {name: (step, tuple(guide.arrows(name))) for name, step in guide.steps.items()}
    return {**steps, **{name: (outcome,) for name, outcome in guide.outcomes.items()}}


def changes_page(before: Guide, after: Guide, words: Mapping[str, str]) -> str:
    """Return the page; `words` has `before`, `after`, `added`, `gone` and `changed`."""
    of_old, of_new = marks(before, after)
    legend = "".join(
        f'<b style="border-color:{colour}">{escape(words[name])}</b>'
        for name, colour in (("added", ADDED), ("gone", GONE), ("changed", CHANGED))
    )
    drawings = "".join(
        f"<section><h2>{escape(words[name])}</h2>{svg(guide, colours)}</section>"
        for name, guide, colours in (("before", before, of_old), ("after", after, of_new))
    )
    return _PAGE.format(title=escape(after.title), legend=legend, drawings=drawings)
