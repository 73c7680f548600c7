"""Opens a Word file from an untrusted sender and gives its XML parts, bounded in every direction.

Must not know what the text is for. Nothing is ever unpacked to disk.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from bot.content.problem import KnowledgeError, Problem

MAX_RAW = 4 * 1024 * 1024
"""Bytes of the file itself."""
MAX_PART = 8 * 1024 * 1024
"""Bytes of one part when unpacked."""
MAX_UNPACKED = 40 * 1024 * 1024
MAX_RATIO = 150
"""Unpacked to packed; a bomb of 195 kB became 200 MB (1028), ordinary documents lie under 20."""
MAX_ENTRIES = 500
HOW_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""As programs pack documents. Other ways unpack a whole block at once, however little is asked for."""
MAIN_PART = "word/document.xml"
PARTS = (MAIN_PART, "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels")

_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_WRONG_KIND = "Dette er ikke et Word-dokument (.docx)."
_DAMAGED = "Word-dokumentet er skadet eller bare delvis overført. Lagre det på nytt og send det en gang til."
_UNSAFE = "Word-dokumentet er bygd opp på en utrygg måte og blir ikke åpnet. Kopier teksten til et nytt dokument."
_TOO_LARGE = "Word-dokumentet er for stort. Ta ut bilder, eller kopier teksten til et nytt dokument."


@dataclass(frozen=True)
class DocxParts:
    """The parsed parts; all but the document itself may be missing."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    links: etree._Element | None


def open_docx(raw: bytes, name: str) -> DocxParts:
    """Return the parts of the document called `name` in messages. Raises KnowledgeError; never reads past a bound."""
    try:
        found = _parts(raw)
        document, styles, numbering, links = (_parsed(found[part]) if part in found else None for part in PARTS)
    except _Refused as refused:
        raise KnowledgeError([Problem(name, "", refused.words)]) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise KnowledgeError([Problem(name, "", _DAMAGED)]) from None
    if document is None:
        raise KnowledgeError([Problem(name, "", _WRONG_KIND)])
    return DocxParts(document, styles, numbering, links)


class _Refused(Exception):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def _parts(raw: bytes) -> dict[str, bytes]:
    if len(raw) > MAX_RAW:
        raise _Refused(_TOO_LARGE)
    if raw[:4] == b"\xd0\xcf\x11\xe0":
        raise _Refused(
            "Dette er et gammelt Word-dokument (.doc) eller et med passord. Lagre det som .docx uten passord."
        )
    if raw[:2] != b"PK":
        raise _Refused(_WRONG_KIND)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        entries = archive.infolist()
        _refuse_bombs(entries)
        _refuse_tricks(entries)
        return {one.filename: _read(archive, one) for one in entries if one.filename in PARTS}


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(one.file_size for one in entries)
    packed = sum(one.compress_size for one in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 1024):
        raise _Refused(_TOO_LARGE)


def _refuse_tricks(entries: list[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in entries]
    has_way_out = any(
        name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/") for name in names
    )
    has_twins = len({name.casefold() for name in names}) < len(names)
    has_links = any(stat.S_ISLNK(one.external_attr >> 16) for one in entries)
    is_locked = any(one.flag_bits & 0x1 for one in entries)
    is_oddly_packed = any(one.compress_type not in HOW_PACKED for one in entries)
    if has_way_out or has_twins or has_links or is_locked or is_oddly_packed:
        raise _Refused(_UNSAFE)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the part; what the archive says about sizes is not believed."""
    with archive.open(entry) as part:
        content = part.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise _Refused(_TOO_LARGE)
    return content


def _parsed(content: bytes) -> etree._Element:
    """Parse XML without DTD, entities or network; anything but UTF-8 is refused, so that nothing hides in it."""
    encoding = _ENCODING.search(content.removeprefix(b"\xef\xbb\xbf")[:200])
    if (encoding and encoding[1].lower() != b"utf-8") or b"\0" in content[:64]:
        raise _Refused(_UNSAFE)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _Refused(_UNSAFE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _Refused(_DAMAGED) from None
