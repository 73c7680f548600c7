"""Every row of the source documents lives somewhere, and what the table says is true."""

from __future__ import annotations

from bot.content.profile import MunicipalityProfile
from bot.content.source import load_sources
from bot.content.texts import load_texts
from tests.content.coverage_page import ROOT, all_rows, coverage_page, found_places, given_places, place_of
from tests.content.knowledge_copy import KNOWLEDGE

PAGE = ROOT / "docs" / "dekning.md"


def test_there_are_244_rows_as_in_the_plans() -> None:
    rows = all_rows()
    assert len(rows) == 244
    assert {name[0]: sum(row[0] == name for row in rows) for name in "MVW"} == {"M": 101, "V": 140, "W": 3}
    assert sum(priority == "A" for priority, _ in rows.values()) == 120


def test_every_row_has_a_place_or_a_reason() -> None:
    found, given = found_places(), given_places()
    assert [row for row in all_rows() if not place_of(row, found, given)] == []


def test_no_row_is_named_that_the_plans_do_not_have() -> None:
    assert {*found_places(), *given_places()} <= set(all_rows())


def test_places_written_by_hand_exist() -> None:
    texts, sources = load_texts(KNOWLEDGE), load_sources(KNOWLEDGE)
    topics = {
        line.split("\t")[1] for line in (KNOWLEDGE / "topics.tsv").read_text("utf-8").splitlines() if "\t" in line
    }
    for row, place in given_places().items():
        if "artikkel" in place:
            assert place["artikkel"] in topics, row
        if "tekst" in place:
            assert place["tekst"] in texts, row
        if "kilde" in place:
            assert place["kilde"] in sources, row
        if "kode" in place:
            assert (ROOT / place["kode"]).exists(), row
        if "felt" in place:
            assert place["felt"] in MunicipalityProfile.model_fields, row


def test_a_row_the_bot_must_do_itself_is_outside_only_with_a_reason() -> None:
    given, found = given_places(), found_places()
    for row, (priority, _) in all_rows().items():
        reason = given.get(row, {}).get("utenfor")
        if reason and row not in found:
            assert len(reason.split()) >= 6, row
            assert priority != "A" or "bygget ennå" in reason, row


def test_the_page_in_docs_is_made_from_the_content() -> None:
    """Run `python -m tests.content.coverage_page` when this fails."""
    assert PAGE.read_text("utf-8") == coverage_page()
