"""A question in English is read as English: its ordinary words are no names, and the names in it are still found."""

from pathlib import Path

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.words.vocabulary import read_lines
from tests.anonymise.tables import leaves
from tests.each import each

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge" / "anonymising"

ORDINARY = (
    "What are the rules about confidentiality when a teacher is worried about a child?",
    "Can I share information with the Child Welfare Service without consent from the parents?",
    "Hello! I am a new teacher and I wonder how to report bullying at school.",
    "Who do I call when the kindergarten is closed and somebody is hurt?",
    "Should the teachers use Vigilo or email for documentation of meetings?",
    "Is it allowed to discuss a case anonymously before we ask the mother for permission?",
    "Minutes from the last meeting are attached. Forwarded messages should be deleted.",
    "Quick question: Should we stay inside when rain drums on the floor of the shed, or what else?",
    "Grace under pressure is hard for a child of this age. Hope is not a plan either.",
    "In August everything starts again, and in May and June we are outside a lot.",
    "Rose-coloured plans do not help. Mark the date and will you please call us?",
    "The bus leaves at 6.45 and is back at 12.30. Is that enough time for the swimming lesson?",
    "He uses FM equipment and an ASL interpreter. Send the forms to our P.O. box.",
    "Should the stepfather come to the meeting with the headteacher when the mother is away?",
    "Pupils get tired during PE, and the form does not work on a PC at home.",
    "Dear colleagues, thank you for the advice. Kind regards from all of us",
    "The girl stopped eating lunch and she cries in the wardrobe. What should we do?",
)
IDENTIFYING = (
    ("The boy Kristian Hansen is quiet and his mother Anna is worried.", ("Kristian", "Hansen", "Anna")),
    ("Is it OK to talk with Edon about this? Thanks, Maria", ("Edon", "Maria")),
    ("What should we do when jonas hits the other children?", ("jonas",)),
    ("Please call me on 41 23 45 67 about the girl who is in my class.", ("41 23 45 67",)),
    ("Will will not eat. His mum, Hope, hopes that this will pass.", ("Will", "Hope")),
    ("Grace hides under the table and she does not answer.", ("Grace",)),
    ("Summer was sick again, so the meeting with her teacher was moved.", ("Summer",)),
    ("Minutes from the meeting. Present: Berg (stepfather), Mr. Sand and the teacher.", ("Berg", "Sand")),
    ("Bjørn said that Odd was angry. The other children were afraid.", ("Bjørn", "Odd")),
    ("Even laughed, Per Arne laughed, and nobody stopped them.", ("Even", "Per", "Arne")),
    ("The others are afraid. Sol's dad says that it is nothing.", ("Sol",)),
    ("He bites his sister April every day. What should we do in May?", ("April",)),
    ("We need your advice about a girl who bites. Kind regards, Even Dahl", ("Even", "Dahl")),
    ("Could you come and see us this week? Best, Will", ("Will",)),
    ("Please tell Art to come at nine. Grant will be there too.", ("Art", "Grant")),
    ("Bear is what the others call him, and he likes it.", ("Bear",)),
    ("Jordan cried all morning, and Georgia sat with him.", ("Jordan", "Georgia")),
    ("Everyone calls him Turbo, and he hates it.", ("Turbo",)),
    ("K. refuses to read, and when we ask why, K. says that the others laugh.", ("K.",)),
    ("The family of Zbigniew Treidvik lives in Storgata 5 and they have not been here.", ("Zbigniew", "Treidvik", "5")),
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_english_words_are_no_names(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@each(("text", "gone"), IDENTIFYING)
def test_names_and_numbers_in_english_are_found(anonymiser: Anonymiser, text: str, gone: tuple[str, ...]) -> None:
    rewritten = anonymiser.rewrite(text, anonymiser.find(text))
    assert [piece for piece in gone if piece in rewritten] == []


def test_a_norwegian_text_with_an_english_sentence_is_read_as_norwegian(anonymiser: Anonymiser) -> None:
    text = "Eleven skrev «I am done with this» på pulten. i går så vi at edon gråt i garderoben, og mor kom for sent."
    assert "edon" not in anonymiser.rewrite(text, anonymiser.find(text))


def test_an_english_word_that_is_a_name_here_is_left_where_it_is_a_word(anonymiser: Anonymiser) -> None:
    text = "Will hit the others again in May. Will you call us? His sister May cried and mum will come."
    rewritten = anonymiser.rewrite(text, anonymiser.find(text))
    assert "Will hit" not in rewritten
    assert "sister May" not in rewritten
    assert "in May" in rewritten
    assert "Will you" in rewritten


def test_a_norwegian_name_needs_no_proof_where_its_word_is_not_english(anonymiser: Anonymiser) -> None:
    for name in ("Liv", "Dag", "Bjørn", "Vår", "Gro", "Stein"):
        text = f"{name} was alone in the wardrobe when the others left for lunch."
        assert name not in anonymiser.rewrite(text, anonymiser.find(text)), name


@pytest.mark.parametrize(
    "sentence",
    [
        "{} sat under the table when the others left.",
        "We are worried about {} and do not know what to do.",
        "{}'s father phoned the school this morning.",
        "{} is often sick and stays at home with her mother.",
        "Present: {} (mother) and the teacher of the class.",
    ],
)
def test_nearly_all_norwegian_first_names_are_found_in_english_sentences(anonymiser: Anonymiser, sentence: str) -> None:
    names = read_lines(KNOWLEDGE / "fornavn.txt")[::7]
    texts = {name: sentence.format(name) for name in names}
    kept = [name for name, text in texts.items() if name in anonymiser.rewrite(text, anonymiser.find(text)).split()]
    assert len(kept) <= 2, kept
