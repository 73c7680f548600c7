"""Writes docs/dekning.md: each of the 244 rows of the source documents, and where it lives in the bot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.content.course_file import load_courses
from bot.content.guide_file import load_guides
from bot.content.profile_file import load_profiles
from bot.content.yaml_file import read_yaml
from tests.content.coverage import rows_in_courses, rows_in_guides, rows_in_profiles

ROOT = Path(__file__).parents[2]
ROWS = Path(__file__).with_name("rows.tsv")
PLACES = Path(__file__).with_name("row_places.yaml")
MOST_PLACES = 3
HEAD = """# Dekning av kildedokumentene

Hver av de 244 radene i listen over systemer i kommunenes planer, og hvor den finnes i boten. A = boten må gjøre det
selv, B = boten må vite det, C = innhold eller årshjul. Siden lages av `python -m tests.content.coverage_page` og holdes
sann av en test. Ikke rediger den.
"""


def all_rows() -> dict[str, tuple[str, str]]:
    """Return row id → (priority, name)."""
    lines = ROWS.read_text("utf-8").splitlines()[1:]
    return {row: (priority, name) for row, priority, name in (line.split("\t") for line in lines)}


def given_places() -> dict[str, dict[str, str]]:
    """Return the rows whose place is written down by hand."""
    data: dict[str, dict[str, Any]] = read_yaml(PLACES, PLACES.name).data
    return {row: {str(kind): str(what) for kind, what in place.items()} for row, place in data.items()}


def found_places() -> dict[str, list[str]]:
    """Return the rows that stand as data beside a step, a team or a service."""
    knowledge = ROOT / "knowledge"
    found: dict[str, list[str]] = {}
    pairs = [
        *rows_in_guides(load_guides(knowledge)[0]),
        *rows_in_courses(load_courses(knowledge)),
        *rows_in_profiles(load_profiles(knowledge)),
    ]
    for row, place in pairs:
        if place not in found.setdefault(row, []):
            found[row].append(place)
    return found


def place_of(row: str, found: dict[str, list[str]], given: dict[str, dict[str, str]]) -> str:
    """Return where a row lives, in words; empty when nobody has said."""
    place = dict(given.get(row, {}))
    about = place.pop("hva", "")
    by_hand = [f"{kind}: {what}" + (f" ({about})" if about else "") for kind, what in place.items()]
    beside = found.get(row, [])
    more = len(beside) - MOST_PLACES
    return "; ".join((*by_hand, *beside[:MOST_PLACES])) + (f" og {more} til" if more > 0 else "")


def coverage_page() -> str:
    """Return the page."""
    found, given, rows = found_places(), given_places(), all_rows()
    lines = [HEAD, "| Rad | P | System eller regel | Hvor |", "|---|---|---|---|"]
    for row, (priority, name) in rows.items():
        lines.append(f"| {row} | {priority} | {name} | {place_of(row, found, given).replace('|', '/')} |")
    outside = [row for row in rows if "utenfor" in given.get(row, {}) and row not in found]
    lines += ["", f"{len(rows)} rader, {len(rows) - len(outside)} med sted, {len(outside)} utenfor med grunn.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    (ROOT / "docs" / "dekning.md").write_text(coverage_page(), "utf-8")
