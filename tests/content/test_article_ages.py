"""An article says whether anything in it is for some ages only: only then is the age of a question looked for."""

from __future__ import annotations

from pathlib import Path

from bot.content.knowledge import load_knowledge

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


def test_what_differs_by_age_is_known_before_an_age_is_looked_for() -> None:
    articles = load_knowledge(KNOWLEDGE).articles.values()
    ages = {one.slug: {a for v in one.variants for a in v.for_.age_years} for one in articles}
    assert {one.slug for one in articles if one.differs_by_age} == {slug for slug, told in ages.items() if told}
    assert not all(one.differs_by_age for one in articles)
    for one in articles:
        if not one.differs_by_age:
            assert one.variants_for(role="skole", age_years=16) == one.variants_for(role="skole")
