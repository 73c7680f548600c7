"""The summary to take along: as text and as a Word document, whole, versioned, without any name."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from dialogs.dialog import Around
from dialogs.guide.hear import hear
from dialogs.guide.summary import summary_of
from dialogs.guide.summary_docx import summary_docx
from tests.guide.conftest import Walker, walker_in
from tests.guide.journey_scripts import all_journeys


def words_in(written: bytes) -> str:
    """Return all text of a Word document."""
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(written)).paragraphs)


@pytest.fixture
def at_an_end(around: Around) -> Walker:
    """A teacher who has come to measures at level 1."""
    journey = next(one for one in all_journeys() if one["ends_in"] == "utfall_niva_1")
    walker = walker_in(around, journey["municipality"], journey["role"])
    walker.start()
    walker.answer_all(journey["answers"])
    return walker


def test_the_word_document_holds_all_the_text_of_the_summary(at_an_end: Walker) -> None:
    summary = summary_of(at_an_end.sitting)
    words = words_in(summary_docx(summary))
    for part in summary.parts:
        assert part.title in words
        assert all(line in words for line in part.lines)
    assert all(line in words for line in summary.footnote)


def test_the_document_names_no_author_and_no_person(at_an_end: Walker) -> None:
    document = Document(BytesIO(summary_docx(summary_of(at_an_end.sitting))))
    assert document.core_properties.author == ""
    assert "Oppdiktet" not in words_in(summary_docx(summary_of(at_an_end.sitting)))


def test_the_text_can_be_copied_with_outcome_version_and_the_duty(at_an_end: Walker) -> None:
    text = summary_of(at_an_end.sitting).as_text()
    for expected in ("Handlingsveilederen nivå 1", "utgave 2026-11-30.1", "Plikten din er ikke over", "Er du uenig?"):
        assert expected in text


def test_an_unfinished_concern_can_be_summed_up_too(around: Around) -> None:
    walker = walker_in(around, "melhus")
    walker.start()
    walker.answer_all({"trygg_na": "nei"})
    assert "Ikke ferdig ennå" in summary_of(walker.sitting).title


@pytest.mark.parametrize("journey", all_journeys(), ids=lambda journey: journey["id"])
def test_every_journey_can_be_summed_up(journey: dict[str, object], around: Around) -> None:
    walker = walker_in(around, str(journey["municipality"]), str(journey["role"]))
    walker.start(str(journey["guide"]))
    walker.answer_all(journey["answers"])
    text = summary_of(walker.sitting).as_text()
    assert "{" not in text
    assert walker.sitting.outcome is not None
    assert walker.sitting.outcome.do[0].what in text


def test_the_document_is_offered_from_the_summary_and_named_by_the_working_title(at_an_end: Walker) -> None:
    at_an_end.press_verb("guide_summary", "k1")
    shown = at_an_end.press("Last ned som Word")
    assert "Oppsummering Sak Blå.docx" in shown


def test_a_document_about_a_member_of_staff_does_not_say_what_it_is_about_in_its_name(around: Around) -> None:
    walker = walker_in(around, "selbu", "skole")
    walker.start("mistanke_mot_ansatt")
    walker.answer_all({"fare_na": "ja"})
    walker.press_verb("guide_summary")
    assert "Oppsummering.docx" in walker.press("Last ned som Word")


def test_the_summary_has_the_heads_a_stafettlogg_needs(at_an_end: Walker) -> None:
    heads = [part.title for part in summary_of(at_an_end.sitting).parts]
    wanted = ("Dette gjør du", "Hvem du ringer", "Sjekkpunkter", "Svarene", "Husk", "Hvis du er uenig")
    for head in (*wanted, "Dagsorden for møtet", "Referat"):
        assert head in heads
    text = summary_of(at_an_end.sitting).as_text()
    for point in ("Barnets syn", "Stafettpinnen (rolle)", "Dato for evaluering", "Samtykke: fra hvem", "Grunnen min:"):
        assert point in text


@pytest.mark.parametrize("said", ["nei", "Kommune: Stjørdal"])
def test_words_not_known_at_an_outcome_are_met_with_one_line_and_not_with_the_card_again(
    at_an_end: Walker, said: str
) -> None:
    shown = at_an_end.type(said) or ""
    assert "Gjelder det et annet barn" in shown
    assert "Dette gjør du" not in shown


def test_another_level_said_at_an_outcome_is_offered_as_a_change(at_an_end: Walker) -> None:
    assert "Vil du endre svaret ditt" in (at_an_end.type("jeg er på nivå 2 allerede") or "")


@pytest.mark.parametrize("said", ["meldeplikt", "Taushetsplikten", "avvergeplikt", "samtykke"])
def test_a_word_of_the_law_is_a_question_and_no_answer_to_the_guide(at_an_end: Walker, said: str) -> None:
    assert hear(said, at_an_end.sitting, at_an_end.sitting).kind == "elsewhere"
