"""A guide before and after a change, drawn beside each other on one page that needs nothing else to be read.

Must not know who changed it, nor where the page is shown.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath

from bot.content.graph import key_of, svg
from bot.content.guide import Guide
from bot.content.guide_file import load_guides
from bot.content.problem import KnowledgeError
from bot.content.versions import Files, write_files

ADDED, GONE, CHANGED = "#107c10", "#c50f1f", "#ca5010"
"""Edges of what is new, gone and worded or led differently; each has a word in the legend too."""
_PAGE = """<!doctype html>
<html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;margin:1rem}}h1{{font-size:1.4rem}}h2{{font-size:1.1rem;margin:0;
position:sticky;left:0}}ul{{padding:0;list-style:none}}li{{margin:.6rem 0}}
.to{{display:flex;gap:1rem}}section{{flex:1;min-width:0;height:75vh;overflow:auto;border:1px solid #ccc;padding:.5rem}}
g:target rect{{stroke-width:8}}b{{border:4px solid;padding:.1rem .4rem;margin-right:.5rem}}
@media (max-width:60rem){{.to{{display:block}}section{{margin-bottom:1rem}}}}</style>
<h1>{title}</h1><ul>{places}</ul><div class="to">{drawings}</div>
<script>for(const one of document.querySelectorAll("section"))one.scrollLeft=(one.scrollWidth-one.clientWidth)/2
</script></html>
"""
"""The places that differ lead to their boxes; without scripts the drawings only begin at their left edge."""
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


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
    of_gone = {name: colour for name, colour in of_old.items() if colour == GONE}
    places = _listed(before, of_gone, "before", words) + _listed(after, of_new, "after", words)
    drawings = "".join(
        f"<section><h2>{escape(words[name])}</h2>{_drawn(guide, colours, name)}</section>"
        for name, guide, colours in (("before", before, of_old), ("after", after, of_new))
    )
    return _PAGE.format(title=escape(after.title), places=places, drawings=drawings)


def _drawn(guide: Guide, colours: Mapping[str, str], side: str) -> str:
    """Return the drawing in its own size, so that it can be read, with ids of its own."""
    drawn = svg(guide, colours).replace('<g id="', f'<g id="{side}-')
    return _SIZE.sub(r'width="\1" height="\2" \g<0>', drawn, count=1)


def _listed(guide: Guide, colours: Mapping[str, str], side: str, words: Mapping[str, str]) -> str:
    """Return a line for each place that differs, leading to it in the drawing."""
    named = {ADDED: words["added"], GONE: words["gone"], CHANGED: words["changed"]}
    return "".join(
        f'<li><b style="border-color:{colour}">{escape(named[colour])}</b>'
        f'<a href="#{side}-{escape(key_of(name))}">{escape(_said(guide, name))}</a></li>'
        for name, colour in colours.items()
    )


def _said(guide: Guide, name: str) -> str:
    return guide.steps[name].ask if name in guide.steps else guide.outcomes[name].title
