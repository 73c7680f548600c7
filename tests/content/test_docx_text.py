"""Word in, article text out; whatever is hostile, broken or cannot come along is refused in words."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.content.article_file import SECTIONS, read_article
from bot.content.docx_file import MAX_RAW
from bot.content.docx_text import article_text_from_docx, with_article_text
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions_check import check_change
from dialogs.guide.rules import RULES, TEAM_RULES
from tests.fakes.knowledge import KNOWLEDGE, shelf

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def typed_article() -> Document:
    document = Document()
    document.add_paragraph("Når barnevernet er stengt", style="Title")
    document.add_heading("Kort svar", level=1)
    paragraph = document.add_paragraph("Ring ")
    paragraph.add_run("barnevernvakta").bold = True
    paragraph.add_run(" når det ikke kan vente.")
    document.add_heading("Hva det betyr", level=2)
    document.add_paragraph("På dagtid ringer du mottaket.")
    document.add_paragraph("Kveld: barnevernvakta", style="List Bullet")
    document.add_paragraph("• Fare nå: 112")
    document.add_paragraph("Eksempel").runs[0].bold = True
    document.add_paragraph("Kari Prøve er bekymret en lørdag.")
    document.add_paragraph("Dette svarer ikke på")
    document.add_paragraph("Hva som skjer etterpå.")
    document.add_heading("Gjør dette nå", level=2)
    document.add_paragraph("Ring 112.", style="List Number")
    document.add_paragraph("Skriv ned hva du så.", style="List Number")
    return document


def archive(parts: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return written.getvalue()


def words_in_document(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'.encode()


def problems_of(raw: bytes) -> tuple[Problem, ...]:
    with pytest.raises(KnowledgeError) as caught:
        article_text_from_docx(raw, "articles/prove.docx")
    assert all(one.file == "articles/prove.docx" for one in caught.value.problems)
    return caught.value.problems


def test_headings_lists_and_bold_come_along_whatever_style_the_editor_used() -> None:
    assert article_text_from_docx(saved(typed_article())) == (
        "## Kort svar\nRing **barnevernvakta** når det ikke kan vente.\n\n"
        "## Hva det betyr\nPå dagtid ringer du mottaket.\n\n- Kveld: barnevernvakta\n- Fare nå: 112\n\n"
        "## Eksempel\nKari Prøve er bekymret en lørdag.\n\n"
        "## Dette svarer ikke på\nHva som skjer etterpå.\n\n"
        "## Gjør dette nå\n1. Ring 112.\n2. Skriv ned hva du så.\n"
    )


def test_every_article_goes_to_word_and_back_and_still_says_the_same() -> None:
    for path in sorted((KNOWLEDGE / "articles").glob("*.md")):
        if path.stem.upper() == "README":
            continue
        before = read_article(path.read_bytes(), path.name)
        document = Document()
        for heading, field in SECTIONS.items():
            document.add_paragraph(heading)._p.style = "Heading2"  # asked for by name, all styles are looked through
            told = getattr(before, field)
            for line in told if isinstance(told, list | tuple) else told.split("\n"):
                style = "ListNumber" if field == "do_now" else "ListBullet" if line.startswith("- ") else None
                document.add_paragraph(line.removeprefix("- "))._p.style = style
        text = article_text_from_docx(saved(document), path.name)
        after = read_article(with_article_text(path.read_bytes(), text, path.name), path.name)
        flat = {field: str(getattr(before, field)).replace("\n\n", "\n") for field in SECTIONS.values()}
        assert {field: str(getattr(after, field)).replace("\n\n", "\n") for field in SECTIONS.values()} == flat, path


def test_an_article_with_new_text_from_word_passes_the_same_door() -> None:
    path = "articles/akutt-barnevernvakt.md"
    files = shelf().files
    text = article_text_from_docx(saved(typed_article()))
    made = with_article_text(files[path], text, path)
    checked = check_change(files, {path: made}, today=date(2026, 11, 25), rules={*RULES, *TEAM_RULES})
    assert any("Ring **barnevernvakta**" in one.after for one in checked.differences)


def test_norwegian_word_calls_its_styles_overskrift_and_letters_are_composed() -> None:
    document = Document()
    style = document.styles.add_style("Overskrift 2 egen", 1)
    document.add_paragraph("Hva det betyr:", style=style)
    document.add_paragraph("A\u030apen do\u0308r")
    assert article_text_from_docx(saved(document)) == "## Hva det betyr\nÅpen dör\n"


def test_the_address_of_a_link_is_not_lost_and_hidden_words_do_not_come_along() -> None:
    document = Document()
    paragraph = document.add_paragraph("Les ")
    link = OxmlElement("w:hyperlink")
    made = document.part.relate_to("https://lovdata.no/prove", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), made)
    run = paragraph.add_run("loven")._r
    link.append(run)
    paragraph._p.append(link)
    paragraph.add_run(" hemmelig").font.hidden = True
    assert article_text_from_docx(saved(document)) == "Les loven (https://lovdata.no/prove)\n"


def test_everything_that_cannot_come_along_is_named_at_once_with_its_paragraph() -> None:
    document = Document()
    document.add_paragraph("Først")
    document.add_table(1, 1)
    change = OxmlElement("w:ins")
    document.add_paragraph("Så")._p.append(change)
    box = OxmlElement("w:drawing")
    document.add_paragraph().add_run()._r.append(box)
    found = problems_of(saved(document))
    assert [one.line for one in found] == sorted(one.line or 0 for one in found)
    said = " ".join(one.message for one in found)
    assert "Tabellen" in said
    assert "sporede endringer" in said
    assert "Bildet" in said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "ikke et Word-dokument"),
        (b"---\nslug: x\n---\n", "ikke et Word-dokument"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "gammelt Word-dokument"),
        (b"PK\x03\x04" + b"\0" * 100, "skadet"),
        (saved(typed_article())[:-400], "skadet"),
        (archive({"xl/workbook.xml": b"<a/>"}), "ikke et Word-dokument"),
        (archive({"word/document.xml": b"<w:document"}), "skadet"),
        (archive({"word/document.xml": words_in_document()}), "ingen tekst"),
        (b"PK" + b"\0" * MAX_RAW, "for stort"),
    ],
    ids=["empty", "text", "doc", "half", "cut off", "excel", "half xml", "no text", "large"],
)
def test_what_is_no_word_document_is_refused_in_words(raw: bytes, said: str) -> None:
    (problem,) = problems_of(raw)
    assert said in problem.message


@pytest.mark.parametrize(
    "name", ["../word/document.xml", "/etc/passwd", "word\\..\\x", "C:/x", "word/../../x", "WORD/document.XML"]
)
def test_names_that_lead_out_of_the_archive_or_hide_a_twin_are_refused(name: str) -> None:
    (problem,) = problems_of(archive({"word/document.xml": words_in_document("Hei"), name: b"x"}))
    assert "utrygg" in problem.message


def test_a_link_inside_the_archive_is_refused() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        made.writestr("word/document.xml", words_in_document("Hei"))
        link = zipfile.ZipInfo("word/media/x")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    assert "utrygg" in problems_of(written.getvalue())[0].message


ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BOMB = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]>'


@pytest.mark.parametrize("doctype", [ENTITY, BOMB], ids=["outside file", "a million laughs"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_read(doctype: bytes, encoding: str) -> None:
    text = doctype.decode() + f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    for part in ("word/document.xml", "word/styles.xml"):
        parts = {"word/document.xml": words_in_document("Hei"), part: text.encode(encoding)}
        assert "utrygg" in problems_of(archive(parts))[0].message


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_a_bomb_is_refused_before_it_is_unpacked(part: str) -> None:
    raw = archive({"word/document.xml": words_in_document("Hei"), part: b"\0" * (60 * 1024 * 1024)})
    before = time.process_time()
    assert "for stort" in problems_of(raw)[0].message
    assert time.process_time() - before < 1


def test_sizes_the_archive_lies_about_are_not_believed() -> None:
    raw = bytearray(archive({"word/document.xml": words_in_document("x" * 9_000_000)}))
    with zipfile.ZipFile(BytesIO(bytes(raw))) as made:
        true_size = made.infolist()[0].file_size
    raw = bytearray(bytes(raw).replace(true_size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert problems_of(bytes(raw))


def test_thousands_of_entries_and_deep_nesting_are_refused() -> None:
    many = {f"word/x{number}": b"" for number in range(600)}
    assert "for stort" in problems_of(archive({"word/document.xml": words_in_document("Hei"), **many}))[0].message
    deep = f"<w:document {W}>".encode() + b"<w:p>" * 5000 + b"</w:p>" * 5000 + b"</w:document>"
    assert "skadet" in problems_of(archive({"word/document.xml": deep}))[0].message


def packed(body: str, **parts: str) -> bytes:
    """Return a document that unpacks like an ordinary one, however much alike stands in it."""
    whole = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()}
    whole |= {f"word/{name}.xml": content.encode() for name, content in parts.items()}
    return archive({**whole, "word/media/image1.png": random.Random(1).randbytes(300_000)})


RUN = "<w:r><w:t>ord </w:t></w:r>"
LISTED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' + RUN + "</w:p>"
ABSTRACT = '<w:abstractNum w:abstractNumId="1">' + '<w:lvl w:ilvl="0"/>' * 25_000 + "</w:abstractNum>"
NUMS = "".join(map('<w:num w:numId="{}"><w:abstractNumId w:val="1"/></w:num>'.format, range(25_000)))
HUGE = {
    "paragraphs inside each other": packed("<w:p>" * 200 + RUN.replace("ord ", "ord " * 500_000) + "</w:p>" * 200),
    "paragraphs beside each other": packed(f"<w:p>{RUN}</w:p>" * 100_000),
    "runs": packed(f"<w:p>{RUN * 100_000}</w:p>"),
    "lists": packed(LISTED, numbering=f"<w:numbering {W}>{NUMS}{ABSTRACT}</w:numbering>"),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_small_file_that_takes_the_memory_or_minutes_is_refused(name: str) -> None:
    before = time.process_time()
    assert "for langt" in problems_of(HUGE[name])[0].message
    assert time.process_time() - before < 2


def test_an_address_longer_than_any_is_not_written_out_at_every_link() -> None:
    rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    links = f'<Relationships {rel}><Relationship Id="a" Target="https://x.example/{"y" * 2_000_000}"/></Relationships>'
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    link = f'<w:hyperlink {r} r:id="a">{RUN}</w:hyperlink>'
    body = f"<w:p>{link * 2_000}</w:p>"
    raw = archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
            "word/_rels/document.xml.rels": links.encode(),
            "word/media/image1.png": random.Random(1).randbytes(300_000),
        }
    )
    assert len(article_text_from_docx(raw)) < 20_000


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_as_no_program_packs_documents_is_refused(how: int) -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", how) as made:
        made.writestr("word/document.xml", words_in_document("Hei"))
    assert "utrygg" in problems_of(written.getvalue())[0].message
