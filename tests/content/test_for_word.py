"""What people and editors write comes whole into a Word document, whatever signs are in it."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.article_file import SECTIONS, read_article
from bot.content.docx_write import docx_of
from bot.content.for_word import for_word
from tests.fakes.knowledge import KNOWLEDGE


@settings(deadline=None)
@given(said=st.text())
def test_whatever_is_written_a_document_can_hold_it(said: str) -> None:
    document = Document()
    document.add_paragraph(for_word(said))
    document.core_properties.title = for_word(said)[:200]
    document.save(BytesIO())


def test_a_line_broken_by_hand_stays_one_and_hard_spaces_part_words() -> None:
    said = "Kommer\u00a0sent.\vGår\ttidlig.\r\nSover.\u2028Ler."
    assert for_word(said) == "Kommer\u00a0sent.\nGår\ttidlig.\nSover.\nLer."


def test_nothing_hidden_is_taken_along() -> None:
    assert for_word("et\x01 \x1b[31mrødt\u202e\u200b \ufffeord\x7f") == "et [31mrødt ord"


def test_an_article_with_odd_signs_in_it_can_be_taken_out() -> None:
    raw = b'---\ntitle: "Et\\x01 svar"\nslug: x\n---\n## Kort svar\nHei \x01du\v**der** her\n'
    texts = [one.text for one in Document(BytesIO(docx_of(raw, "x.md"))).paragraphs]
    assert texts[0] == "Et svar"
    assert "Hei du\nder her" in texts or "Hei du der her" in texts


def test_a_wrapped_line_that_begins_with_a_number_or_a_date_begins_no_point() -> None:
    head = (KNOWLEDGE / "articles/akutt-vold.md").read_text(encoding="utf-8").split("\n---\n")[0]
    said = "Er du redd, ringer du\n112. Vent der. Loven er endret\n1. august og gjelder\n7. trinn."
    body = "".join(f"## {heading}\n1. {said}\n2. Vent.\n\n" for heading in SECTIONS)
    raw = f"{head}\n---\n{body}".encode()
    whole = said.replace("\n", " ")
    article = read_article(raw, "akutt-vold.md")
    assert article.do_now == (whole, "Vent.")
    assert article.meaning == f"1. {whole}\n2. Vent."
    assert [one.text for one in Document(BytesIO(docx_of(raw, "x.md"))).paragraphs].count(whole) == len(SECTIONS)
