"""Writes the summary as a Word document with the heads a meeting note needs. Must not know who takes it along."""

from __future__ import annotations

from io import BytesIO

from dialogs.guide.summary import Summary

BODY_POINTS, FOOT_POINTS = 11, 8


def summary_docx(summary: Summary) -> bytes:
    """Return the document. It holds exactly what the summary holds: fixed texts and choices, never a name."""
    from docx import Document  # a few megabytes, needed with the first document
    from docx.shared import Pt

    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = summary.title
    document.styles["Normal"].font.size = Pt(BODY_POINTS)
    document.add_heading(summary.title, level=1)
    document.add_paragraph(summary.intro)
    for part in summary.parts:
        document.add_heading(part.title, level=2)
        for line in part.lines:
            document.add_paragraph(line, style="List Bullet")
    for line in summary.footnote:
        document.add_paragraph().add_run(line).font.size = Pt(FOOT_POINTS)
    written = BytesIO()
    document.save(written)
    return written.getvalue()
