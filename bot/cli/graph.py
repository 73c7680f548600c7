"""`python -m bot graph`: draws every guide as Mermaid and SVG, so that no drawing is older than its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.content.graph import mermaid, svg
from bot.content.guide import Guide
from bot.content.guide_file import load_guides
from bot.content.problem import require_folder


def drawings(guides: Mapping[str, Guide]) -> dict[str, str]:
    """Return file name → content of everything that is drawn."""
    files: dict[str, str] = {}
    for guide in guides.values():
        files[f"{guide.id}.svg"] = svg(guide)
        files[f"{guide.id}.md"] = page(guide)
    return files


def page(guide: Guide) -> str:
    """Return a page with the drawing and the Mermaid text."""
    return (
        f"# {guide.title}\n\nUtgave {guide.version}. Laget av `python -m bot graph` fra "
        f"`knowledge/guides/{guide.id}.yaml`. Ikke rediger denne siden.\n\n"
        "Gult = spørsmål som avgjør noe. Grått = andre steg. Rødt = fare. Grønt = andre utfall.\n\n"
        f"![{guide.title}]({guide.id}.svg)\n\n```mermaid\n{mermaid(guide)}```\n"
    )


def write_drawings(knowledge: Path, folder: Path) -> list[Path]:
    """Write every drawing and return the paths. Raises KnowledgeError when a guide cannot be read."""
    require_folder(knowledge)
    guides, _ = load_guides(knowledge)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in drawings(guides).items():
        path = folder / name
        path.write_text(content, "utf-8")
        written.append(path)
    return written


def graph(
    knowledge: Annotated[Path, typer.Option(help="Kunnskapsmappa.")] = Path("knowledge"),
    out: Annotated[Path, typer.Option(help="Mappa tegningene skrives i.")] = Path("docs/guides"),
) -> None:
    """Tegn guidene."""
    for path in write_drawings(knowledge, out):
        print(path)
