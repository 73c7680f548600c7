"""What an answer may not tell alone: sharing without the right to say no, danger without the number to ring."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content.article_file import load_articles

ARTICLES = load_articles(Path(__file__).parents[2] / "knowledge")


@pytest.mark.parametrize(
    "slug", [slug for slug, one in ARTICLES.items() if "hpl-25" in {cited.id for cited in one.sources}]
)
def test_who_is_told_of_sharing_for_treatment_is_told_that_the_patient_may_object(slug: str) -> None:
    article = ARTICLES[slug]
    assert "hpl-29" in {cited.id for cited in article.sources}
    for variant in article.variants:
        assert "hpl-25" not in variant.sources or "hpl-29" in variant.sources


@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_steps_that_speak_of_danger_name_the_number_to_ring(slug: str) -> None:
    steps = " ".join(ARTICLES[slug].do_now)
    if re.search(r"\b(fare|utrygt\?)", steps, re.IGNORECASE):
        assert re.search(r"\b11[23]\b", steps)
