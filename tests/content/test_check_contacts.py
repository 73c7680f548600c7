"""What is named and stands nowhere is told of: a contact nobody has, a municipality nobody describes."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.content.check_contacts import check_contacts, check_shared
from bot.content.knowledge import load_knowledge
from tests.content.knowledge_copy import KNOWLEDGE


def test_every_contact_of_an_answer_can_be_shown_to_somebody_it_is_for() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    assert not list(check_contacts(knowledge.articles.values(), knowledge.profiles))
    assert not list(check_shared(KNOWLEDGE, knowledge.profiles))


def test_a_contact_that_is_misspelt_is_told_of_with_the_one_that_is_meant() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    article = knowledge.articles["taushetsplikt-hva"]
    misspelt = article.model_copy(update={"contacts": ("nodnummer", "naermeste_lede")})
    (found,) = check_contacts([misspelt], knowledge.profiles)
    assert (found.file, found.where, found.severity) == ("articles/taushetsplikt-hva.md", "contacts[1]", "advarsel")
    assert "ingen ser den. Mente du «naermeste_leder»?" in found.message


def test_a_contact_of_another_municipality_than_the_answer_is_for_is_shown_to_nobody() -> None:
    knowledge = load_knowledge(KNOWLEDGE)
    article = knowledge.articles["taushetsplikt-hva"]
    update = {"contacts": ("velferdsveiledning",), "municipalities": ("melhus",)}
    assert len(list(check_contacts([article.model_copy(update=update)], knowledge.profiles))) == 1


def test_a_service_shared_by_a_municipality_that_is_misspelt_is_told_of(tmp_path: Path) -> None:
    shutil.copytree(KNOWLEDGE / "kommuner", tmp_path / "kommuner")
    path = tmp_path / "kommuner" / "felles" / "vaernesregionen.yaml"
    path.write_text(path.read_text("utf-8").replace("shared_by: [frosta, ", "shared_by: [frostad, ", 1), "utf-8")
    (found,) = check_shared(tmp_path, load_knowledge(KNOWLEDGE).profiles)
    assert found.where == "services.barnevern.shared_by"
    assert "«frostad» har ingen fil i kommuner/" in found.message
    assert "Mente du «frosta»?" in found.message
