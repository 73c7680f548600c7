"""A source that tells of some municipalities is shown there only, below a guide and below an answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.source import told_in
from bot.domain.conversation import ConversationState, Profile
from dialogs.answers.cards import answer_card, source_card
from dialogs.as_text import as_text
from dialogs.dialog import Around
from dialogs.guide.wording import footnote
from tests.content.knowledge_copy import Copy
from tests.fakes.knowledge import MUNICIPALITIES, shelf

ONLY_THEIRS = {"stjordal": ("lokal del Stjørdal", "Stjørdal kommune,"), "melhus": ("Melhus",)}
REGION = "i Værnesregionen, fellesdel"


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_no_step_or_outcome_shows_the_papers_of_another_municipality(around: Around, municipality: str) -> None:
    others = [word for name, words in ONLY_THEIRS.items() if name != municipality for word in words]
    others += [REGION] if municipality == "melhus" else []
    profile, guide = around.knowledge.profiles[municipality], around.knowledge.guides["bekymring"]
    for key, one in (*guide.steps.items(), *guide.outcomes.items()):
        said = footnote(guide, one.sources, around, profile)[0]
        alone = not any(around.knowledge.sources[source].tells_of(municipality) for source in one.sources)
        assert alone or not [word for word in others if word in said], key
        assert said != around.text("guide.sources", sources=""), key


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_no_answer_shows_them_either(around: Around, municipality: str) -> None:
    knowledge = shelf().knowledge
    there, state = replace(around, knowledge=knowledge), ConversationState(profile=Profile(municipality, "skole"))
    cited = {key for key, one in knowledge.sources.items() if not one.tells_of(municipality)}
    mixed = [
        one
        for one in knowledge.articles.values()
        if one.is_for_municipality(municipality) and any(each.id in cited for each in one.sources)
    ]
    assert mixed
    for article in mixed:
        foreign = {f"{one.law} {one.section}".strip() for one in article.sources if one.id in cited}
        own = {f"{one.law} {one.section}".strip() for one in article.sources if one.id not in cited}
        for card in (answer_card(article, state, there), source_card(article, state, there)):
            listed = "\n".join((*card.footnote, as_text(card, there.text)))
            assert not own or not [one for one in foreign - own if one in listed], article.slug


def test_what_rests_on_other_municipalities_alone_says_so_and_nobody_without_one_misses_any(around: Around) -> None:
    sources = around.knowledge.sources
    assert told_in("frosta", ("melhus-plan", "stjordal-plan"), sources) == ("melhus-plan", "stjordal-plan")
    assert told_in("frosta", ("stjordal-plan", "bvl-13-2"), sources) == ("bvl-13-2",)
    assert told_in("melhus", ("vr-plan", "bvl-13-2"), sources) == ("bvl-13-2",), "Melhus is not of Værnesregionen"
    assert told_in("selbu", ("vr-plan", "bvl-13-2"), sources) == ("vr-plan", "bvl-13-2")
    assert told_in(None, ("stjordal-plan", "bvl-13-2"), sources) == ("stjordal-plan", "bvl-13-2")


def test_a_source_of_a_municipality_nobody_knows_is_an_error(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "knowledge")
    copy.change("sources/lokalt.yaml", "municipalities: [melhus]", "municipalities: [mellhus]")
    assert "Kommunen «mellhus» finnes ikke. Mente du «melhus»?" in copy.errors()
