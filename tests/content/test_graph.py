"""The drawings in docs/guides are made from the guides and never older than them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from bot.cli.graph import drawings
from bot.content.graph import layers_of, mermaid
from bot.content.guide_file import load_guides
from tests.content.knowledge_copy import KNOWLEDGE

DOCS = KNOWLEDGE.parent / "docs" / "guides"


def test_the_drawings_are_those_of_the_published_guides() -> None:
    """Run `python -m bot graph` when this fails."""
    guides, _ = load_guides(KNOWLEDGE)
    for name, content in drawings(guides).items():
        assert (DOCS / name).read_text("utf-8") == content, name


def test_every_step_and_outcome_is_drawn_once_and_below_what_leads_to_it() -> None:
    guides, _ = load_guides(KNOWLEDGE)
    for guide in guides.values():
        row_of = {name: number for number, row in enumerate(layers_of(guide)) for name in row}
        assert set(row_of) == {*guide.steps, *guide.outcomes}
        for name in guide.steps:
            assert all(row_of[target] > row_of[name] for _, target in guide.arrows(name))


def test_the_svg_is_well_formed_and_names_every_place() -> None:
    guides, _ = load_guides(KNOWLEDGE)
    for guide in guides.values():
        root = ElementTree.fromstring(drawings(guides)[f"{guide.id}.svg"])  # noqa: S314  (our own drawing)
        ids = {element.get("id") for element in root.iter()}
        assert {name.replace("-", "_") for name in (*guide.steps, *guide.outcomes)} <= ids


def test_the_mermaid_text_marks_dangers() -> None:
    guides, _ = load_guides(KNOWLEDGE)
    text = mermaid(guides["bekymring"])
    assert text.startswith("flowchart TD")
    assert "utfall_akutt" in text.split("class ")[-1]
