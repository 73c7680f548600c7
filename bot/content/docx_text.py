"""The text of an article from a Word document, as it would stand in `knowledge/articles/*.md` below the fields.

Must not judge the text: the checks do. Says what cannot come along (pictures, tables, comments still open) all at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from bot.content.article_file import SECTIONS
from bot.content.docx_file import DocxParts, open_docx
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import MAX_BYTES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|overskrift)\s*\d", re.IGNORECASE)
_TYPED_BULLET = re.compile(r"^[•·▪◦‣–—]\s+")
_OFF = ("0", "false", "off")
_NOT_ALONG = {
    "tbl": "Tabellen kan ikke være med i et svar. Skriv innholdet som punkter.",
    "drawing": "Bildet eller figuren kan ikke være med i et svar. Ta det ut.",
    "pict": "Bildet eller figuren kan ikke være med i et svar. Ta det ut.",
    "object": "Det innsatte objektet kan ikke være med i et svar. Ta det ut.",
    "txbxContent": "Tekstboksen kan ikke være med i et svar. Flytt teksten ut av boksen.",
    "footnoteReference": "Fotnoten kan ikke være med i et svar. Skriv den inn i teksten.",
    "endnoteReference": "Sluttnoten kan ikke være med i et svar. Skriv den inn i teksten.",
    "altChunk": "Et innlimt dokument kan ikke være med. Kopier teksten i stedet.",
    "ins": "Dokumentet har sporede endringer. Godta eller avvis dem alle i Word, og lagre på nytt.",
    "del": "Dokumentet har sporede endringer. Godta eller avvis dem alle i Word, og lagre på nytt.",
    "moveFrom": "Dokumentet har sporede endringer. Godta eller avvis dem alle i Word, og lagre på nytt.",
    "moveTo": "Dokumentet har sporede endringer. Godta eller avvis dem alle i Word, og lagre på nytt.",
}


MAX_ELEMENTS = 30_000
"""Parts of the document and of what it is described by, each: a page has some hundreds. What is inside itself is read
once for each level, so that a small file could fill the memory."""
MAX_ADDRESS = 500
"""Characters of an address behind a link, which is written out at each."""
_TOO_LONG = "Word-dokumentet er for langt til å være ett svar. Del det opp, eller ta ut det som ikke hører til."


@dataclass(frozen=True)
class _Line:
    kind: str
    """`heading`, `bullet`, `number` or `text`."""
    text: str


@dataclass(frozen=True)
class _Styles:
    """What the names in the document mean."""

    names: dict[str, str] = field(default_factory=dict)
    listed: dict[str, tuple[str, str]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """Which description each list is made from."""
    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    """The format (`bullet`, `decimal`, …) of each level of a description."""
    links: dict[str, str] = field(default_factory=dict)

    def format_of(self, numbered: tuple[str, str]) -> str | None:
        """Return the format of a level of a list; None where the document does not describe it."""
        made_from = self.lists.get(numbered[0])
        return None if made_from is None else self.formats.get((made_from, numbered[1]))


def article_text_from_docx(raw: bytes, name: str = "dokumentet.docx") -> str:
    """Return the text in Markdown, with `## ` headings. Raises KnowledgeError with everything that is wrong.

    `line` in a problem is the number of the paragraph, counted as Word shows them.
    """
    parts = open_docx(raw, name)
    if any(_is_too_long(one) for one in (parts.document, parts.styles, parts.numbering, parts.links)):
        raise KnowledgeError([Problem(name, "", _TOO_LONG)])
    problems = list(_not_along(parts, name))
    if problems:
        raise KnowledgeError(problems)
    styles = _styles(parts)
    lines, length = [], 0
    for one in parts.document.iter(f"{_W}p"):
        if (line := _line(one, styles)) is not None:
            lines.append(line)
            length += len(line.text)
        if length > MAX_BYTES:
            raise KnowledgeError([Problem(name, "", _TOO_LONG)])
    if not lines:
        raise KnowledgeError(
            [Problem(name, "", "Word-dokumentet har ingen tekst. Skriv inn teksten og lagre på nytt.")]
        )
    return "\n".join(_written(lines)).strip() + "\n"


def with_article_text(article: bytes, text: str, name: str) -> bytes:
    """Return the article file with its fields kept and all its text replaced. Raises KnowledgeError."""
    whole = article.decode("utf-8-sig").replace("\r\n", "\n")
    head, mark, _ = whole.partition("\n---\n")
    if not whole.startswith("---\n") or not mark:
        raise KnowledgeError([Problem(name, "", "Fant ikke linja «---» som avslutter feltene øverst.")])
    return f"{head}{mark}{text.strip()}\n".encode()


def _not_along(parts: DocxParts, name: str) -> Iterator[Problem]:
    told: set[str] = set()
    number = 0
    for one in parts.document.iter():
        kind = _local(one)
        number += kind == "p"
        words = _NOT_ALONG.get(kind, "")
        if words and words not in told:
            told.add(words)
            yield Problem(name, "", words, max(number, 1))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.removeprefix(_W) if isinstance(tag, str) and tag.startswith(_W) else ""


def _styles(parts: DocxParts) -> _Styles:
    names: dict[str, str] = {}
    listed: dict[str, tuple[str, str]] = {}
    for style in parts.styles.iter(f"{_W}style") if parts.styles is not None else ():
        style_id, named = style.get(f"{_W}styleId", ""), style.find(f"{_W}name")
        names[style_id] = named.get(f"{_W}val", "") if named is not None else style_id
        if (numbered := _numbered(style)) is not None:
            listed[style_id] = numbered
    return _Styles(names, listed, _lists(parts), _formats(parts), _links(parts))


def _is_too_long(part: etree._Element | None) -> bool:
    return part is not None and next(islice(part.iter(), MAX_ELEMENTS, None), None) is not None


def _lists(parts: DocxParts) -> dict[str, str]:
    lists: dict[str, str] = {}
    for one in parts.numbering.iter(f"{_W}num") if parts.numbering is not None else ():
        meant = one.find(f"{_W}abstractNumId")
        lists[one.get(f"{_W}numId", "")] = meant.get(f"{_W}val", "") if meant is not None else ""
    return lists


def _formats(parts: DocxParts) -> dict[tuple[str, str], str]:
    formats: dict[tuple[str, str], str] = {}
    for one in parts.numbering.iter(f"{_W}abstractNum") if parts.numbering is not None else ():
        for level in one.iter(f"{_W}lvl"):
            kind = level.find(f"{_W}numFmt")
            key = (one.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "0"))
            formats[key] = kind.get(f"{_W}val", "") if kind is not None else ""
    return formats


def _links(parts: DocxParts) -> dict[str, str]:
    if parts.links is None:
        return {}
    pairs = ((one.get("Id", ""), one.get("Target", "")) for one in parts.links)
    return {key: url for key, url in pairs if url.startswith(("http://", "https://")) and len(url) <= MAX_ADDRESS}


def _line(paragraph: etree._Element, styles: _Styles) -> _Line | None:
    text = _text(paragraph, styles)
    plain = text.replace("**", "").strip()
    style_id = _value(paragraph, "pStyle")
    style = styles.names.get(style_id, style_id)
    if not plain or style.casefold() in ("title", "subtitle", "tittel", "undertittel"):
        return None
    if _HEADING.match(style) or plain.rstrip(":").strip() in SECTIONS:
        return _Line("heading", plain.rstrip(":").strip())
    numbered = _numbered(paragraph) or styles.listed.get(style_id)
    if numbered is not None and numbered[0] != "0":
        kind = styles.format_of(numbered) or ("bullet" if "bullet" in style.casefold() else "decimal")
        return _Line("bullet" if kind in ("bullet", "none") else "number", text)
    if _TYPED_BULLET.match(text):
        return _Line("bullet", _TYPED_BULLET.sub("", text))
    return _Line("text", text)


def _value(paragraph: etree._Element, name: str) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}{name}")
    return str(found.get(f"{_W}val", "")) if found is not None else ""


def _numbered(element: etree._Element) -> tuple[str, str] | None:
    """Return list and level of a paragraph or style."""
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    level = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    if number is None:
        return None
    return number.get(f"{_W}val", ""), level.get(f"{_W}val", "0") if level is not None else "0"


def _text(paragraph: etree._Element, styles: _Styles) -> str:
    """Return the words of a paragraph on one line, bold kept; hidden text and instructions to Word are left out."""
    pieces: list[tuple[str, bool]] = []
    for run in paragraph.iter(f"{_W}r"):
        if any(above.tag == f"{_MC}Fallback" for above in run.iterancestors()):
            continue
        words = "".join(_words(run))
        if words and not _is_on(run, "vanish"):
            is_bold = _is_on(run, "b") and bool(words.strip())
            pieces.append((words + _address_after(run, styles), is_bold))
    return unicodedata.normalize("NFC", " ".join(_with_bold(pieces).split()))


def _words(run: etree._Element) -> Iterator[str]:
    signs = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
    for one in run:
        kind = _local(one)
        yield (one.text or "") if kind == "t" else signs.get(kind, "")


def _address_after(run: etree._Element, styles: _Styles) -> str:
    """Return ` (address)` after the last run of a link whose words are not the address itself."""
    above = run.getparent()
    if above is None or _local(above) != "hyperlink" or run.getnext() is not None:
        return ""
    url = styles.links.get(above.get(f"{_R}id", ""), "")
    shown = "".join(one.text or "" for one in above.iter(f"{_W}t"))
    return f" ({url})" if url and shown.strip().rstrip("/") not in url else ""


def _is_on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _with_bold(pieces: list[tuple[str, bool]]) -> str:
    """Return the pieces with `**` around stretches of bold; spaces at the edges of a stretch stand outside it."""
    joined: list[tuple[str, bool]] = []
    for words, is_bold in pieces:
        if joined and joined[-1][1] == is_bold:
            joined[-1] = (joined[-1][0] + words, is_bold)
        else:
            joined.append((words, is_bold))
    whole = ""
    for words, is_bold in joined:
        bare = words.strip()
        before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        whole += f"{before}**{bare}**{after}" if is_bold else words
    return whole


def _written(lines: list[_Line]) -> Iterator[str]:
    """Yield the lines of the file; numbers begin anew under each heading."""
    number, before = 0, ""
    for line in lines:
        number = number + 1 if line.kind == "number" else 0 if line.kind == "heading" else number
        if before and (line.kind in ("heading", "text") or before == "text") and before != "heading":
            yield ""
        yield {"heading": "## ", "bullet": "- ", "number": f"{number}. "}.get(line.kind, "") + line.text
        before = line.kind
