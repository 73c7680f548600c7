"""Tells which articles say what there is to do for a child. Must not know how articles are found."""

from __future__ import annotations

from bot.content.article import Article

THEME_GROUPS = frozenset({
    "handlingsveilederen nivå 0-3",
    "hvor henvende seg per bekymring",
    "vold og overgrep: akutt",
})  # fmt: skip
"""Groups (`topics.tsv`) of such articles; the others are about rules, papers and teams."""


def is_theme(article: Article | None) -> bool:
    """Tell whether an article says what there is to do for a child: only such a one answers a story of worry."""
    return article is not None and article.group in THEME_GROUPS
