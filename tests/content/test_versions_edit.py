"""A field is changed where it stands: the quick loader marks the very places the one in Python does."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from bot.content.versions_edit import with_value
from bot.content.yaml_file import SAFE_LOADER
from tests.fakes.knowledge import KNOWLEDGE

FILES = ("guides/akutt.yaml", "kommuner/stjordal.yaml", "kommuner/felles/nasjonalt.yaml", "texts/nb/case.yaml")
ODD = (
    'a: "😀 é"  # ø\nb:\n  - en\n  - {c: [1, 2]}\nd: >-\n  lang\n  tekst\n\ne: |\n  som den står 😀\nf: to\n  linjer\n'
)


def places(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield where each node begins and ends."""
    yield node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from (*places(key), *places(value))
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from places(one)


def test_both_loaders_mark_the_same_places() -> None:
    for text in (ODD, *((KNOWLEDGE / name).read_text("utf-8") for name in FILES)):
        quick, slow = (yaml.compose(text, Loader=loader) for loader in (SAFE_LOADER, yaml.SafeLoader))
        assert quick is not None
        assert slow is not None
        assert list(places(quick)) == list(places(slow))


def test_what_stands_behind_a_sign_of_more_bytes_is_changed_where_it_is() -> None:
    changed = with_value(ODD.encode(), "x.yaml", ("f",), "ny").decode()
    assert changed == ODD.replace("to\n  linjer", '"ny"')
