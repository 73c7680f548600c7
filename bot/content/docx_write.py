"""The text of an article as a Word document an editor can change and send back. The reading is `docx_text`."""

from __future__ import annotations

import re
from io import BytesIO

from docx import Document
from docx.text.paragraph import Paragraph

from bot.content.article_file import SECTIONS, STEP
from bot.content.for_word import for_word
from bot.content.versions_edit import head_value, section_of

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def docx_of(raw: bytes, name: str) -> bytes:
    """Return the document: the title, and the headings with their text."""
    document = Document()
    document.core_properties.author = ""
    document.add_paragraph(for_word(str(head_value(raw, name, ("title",)) or name)), style="Title")
    for heading in SECTIONS:
        document.add_heading(heading, level=2)
        for style, text in _paragraphs(section_of(raw, heading)):
            _write(document.add_paragraph(style=style), for_word(text))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _paragraphs(text: str) -> list[tuple[str | None, str]]:
    """Return style and words of each paragraph; lines that only go on are put together."""
    found: list[tuple[str | None, str]] = []
    goes_on = False
    for line in (one.strip() for one in text.splitlines()):
        style = "List Bullet" if line.startswith("- ") else "List Number" if STEP.match(line) else None
        words = STEP.sub("", line.removeprefix("- "))
        if line and style is None and goes_on:
            before = found.pop()
            found.append((before[0], f"{before[1]} {words}"))
        elif line:
            found.append((style, words))
        goes_on = bool(line)
    return found


def _write(paragraph: Paragraph, text: str) -> None:
    at = 0
    for match in _BOLD.finditer(text):
        paragraph.add_run(text[at : match.start()])
        paragraph.add_run(match[1]).bold = True
        at = match.end()
    paragraph.add_run(text[at:])
