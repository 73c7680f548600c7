"""Draws a guide from its own file: as Mermaid text, and as an SVG in layers. Must not know who reads the drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap

from bot.content.guide import Guide
from bot.content.guide_ways import Ways

BOX_WIDTH, LINE_HEIGHT, PADDING, GAP_X, GAP_Y = 210, 15, 9, 26, 58
"""Pixels of the SVG."""
WRAP_AT = 32
DANGER, ENDING, DECIDING, ASKING = "#fde7e9", "#e8f3e8", "#fff4ce", "#f3f2f1"


def mermaid(guide: Guide) -> str:
    """Return the guide as a Mermaid flowchart: rounded = question, box = outcome, dashed = worked out by a rule."""
    lines = ["flowchart TD"]
    for name, step in guide.steps.items():
        lines.append(f'    {key_of(name)}("{_safe(step.short or step.ask)}")')
    for name, outcome in guide.outcomes.items():
        lines.append(f'    {key_of(name)}["{_safe(outcome.title)}"]')
    for name in guide.steps:
        for label, target in dict.fromkeys(guide.arrows(name)):
            arrow = "-.->" if label == "vises ikke" else "-->"
            said = f"|{_safe(label)}|" if label else ""
            lines.append(f"    {key_of(name)} {arrow}{said} {key_of(target)}")
    danger = [key_of(name) for name, outcome in guide.outcomes.items() if outcome.danger]
    if danger:
        lines += [f"    classDef fare fill:{DANGER}", f"    class {','.join(danger)} fare"]
    return "\n".join(lines) + "\n"


def key_of(name: str) -> str:
    """Return the name as an id in the drawing."""
    return name.replace("-", "_")


def _safe(text: str) -> str:
    return text.replace('"', "'").replace("|", "/").replace("«", "'").replace("»", "'")


def layers_of(guide: Guide) -> list[list[str]]:
    """Return the places in rows: each as far down as its longest way from the start."""
    depth: dict[str, int] = {guide.start: 0}
    ways = Ways(guide)
    for name in _in_order(guide, ways):
        for target in ways.after(name):
            depth[target] = max(depth.get(target, 0), depth[name] + 1)
    rows: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name in (*guide.steps, *guide.outcomes):
        if name in depth:
            rows[depth[name]].append(name)
    return rows


def _in_order(guide: Guide, ways: Ways) -> list[str]:
    """Return the reachable steps so that each stands before all it leads to."""
    order: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name not in guide.steps:
            return
        seen.add(name)
        for target in ways.after(name):
            visit(target)
        order.append(name)

    visit(guide.start)
    return order[::-1]


def svg(guide: Guide, edges: Mapping[str, str] | None = None) -> str:
    """Return the guide as a drawing: questions yellow, dangers red, ends green; `edges` gives places a thick edge."""
    rows = layers_of(guide)
    places = _placed(guide, rows)
    width = max(x for x, _, _ in places.values()) + BOX_WIDTH + GAP_X
    height = max(y + tall for _, y, tall in places.values()) + GAP_X
    arrows = [
        _arrow(places, name, target) for name in guide.steps for target in Ways(guide).after(name) if name in places
    ]
    boxes = [_box(guide, name, places[name], (edges or {}).get(name, "")) for name in places]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="11"><title>{escape(guide.title)}</title>'
        '<defs><marker id="spiss" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#797775"/></marker></defs>'
    )
    return "\n".join((head, *arrows, *boxes, "</svg>")) + "\n"


def _placed(guide: Guide, rows: Sequence[Sequence[str]]) -> dict[str, tuple[int, int, int]]:
    """Return left, top and height of every box."""
    places: dict[str, tuple[int, int, int]] = {}
    top = GAP_X
    widest = max(len(row) for row in rows)
    for row in rows:
        left = GAP_X + (widest - len(row)) * (BOX_WIDTH + GAP_X) // 2
        heights = [len(_lines(guide, name)) * LINE_HEIGHT + 2 * PADDING for name in row]
        for name, tall in zip(row, heights, strict=True):
            places[name] = (left, top, tall)
            left += BOX_WIDTH + GAP_X
        top += max(heights) + GAP_Y
    return places


def _lines(guide: Guide, name: str) -> list[str]:
    step = guide.steps.get(name)
    return wrap(step.ask if step else guide.outcomes[name].title, WRAP_AT)


def _box(guide: Guide, name: str, place: tuple[int, int, int], edge: str) -> str:
    left, top, tall = place
    step = guide.steps.get(name)
    if step is not None:
        fill, corner = (DECIDING if step.decides else ASKING), 12
    else:
        fill, corner = (DANGER if guide.outcomes[name].danger else ENDING), 0
    texts = "".join(
        f'<text x="{left + PADDING}" y="{top + PADDING + LINE_HEIGHT * (number + 1) - 4}">{escape(line)}</text>'
        for number, line in enumerate(_lines(guide, name))
    )
    stroke = f'stroke="{edge}" stroke-width="4"' if edge else 'stroke="#8a8886"'
    rect = f'<rect x="{left}" y="{top}" width="{BOX_WIDTH}" height="{tall}" rx="{corner}" fill="{fill}" {stroke}/>'
    return f'<g id="{key_of(name)}">{rect}{texts}</g>'


def _arrow(places: dict[str, tuple[int, int, int]], start: str, end: str) -> str:
    left, top, tall = places[start]
    to_left, to_top, _ = places[end]
    x, y, to_x = left + BOX_WIDTH // 2, top + tall, to_left + BOX_WIDTH // 2
    bend = (y + to_top) // 2
    path = f"M{x} {y}C{x} {bend} {to_x} {bend} {to_x} {to_top}"
    return f'<path d="{path}" fill="none" stroke="#797775" marker-end="url(#spiss)"/>'
