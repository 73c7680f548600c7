"""A question in English is read as English: its ordinary words are no names, and the names in it are still found."""

import pytest

from bot.anonymise import Anonymiser

ORDINARY = (
    "What are the rules about confidentiality when a teacher is worried about a child?",
    "Can I share information with the Child Welfare Service without consent from the parents?",
    "Hello! I am a new teacher and I wonder how to report bullying at school.",
    "Who do I call when the kindergarten is closed and somebody is hurt?",
    "Should the teachers use Vigilo or email for documentation of meetings?",
    "Is it allowed to discuss a case anonymously before we ask the mother for permission?",
    "The girl stopped eating lunch and she cries in the wardrobe. What should we do?",
)
IDENTIFYING = (
    ("The boy Kristian Hansen is quiet and his mother Anna is worried.", ("Kristian", "Hansen", "Anna")),
    ("Is it OK to talk with Edon about this? Thanks, Maria", ("Edon", "Maria")),
    ("What should we do when jonas hits the other children?", ("jonas",)),
    ("Please call me on 41 23 45 67 about the girl who is in my class.", ("41 23 45 67",)),
    ("The family of Zbigniew Treidvik lives in Storgata 5 and they have not been here.", ("Zbigniew", "Treidvik", "5")),
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_english_words_are_no_names(anonymiser: Anonymiser, text: str) -> None:
    assert [text[f.start : f.end] for f in anonymiser.find(text)] == []


@pytest.mark.parametrize(("text", "gone"), IDENTIFYING)
def test_names_and_numbers_in_english_are_found(anonymiser: Anonymiser, text: str, gone: tuple[str, ...]) -> None:
    rewritten = anonymiser.rewrite(text, anonymiser.find(text))
    assert [piece for piece in gone if piece in rewritten] == []


def test_a_norwegian_text_with_an_english_sentence_is_read_as_norwegian(anonymiser: Anonymiser) -> None:
    text = "Eleven skrev «I am done with this» på pulten. i går så vi at edon gråt i garderoben, og mor kom for sent."
    assert "edon" not in anonymiser.rewrite(text, anonymiser.find(text))
