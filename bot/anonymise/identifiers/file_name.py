"""Finds file names, with the folders they lie in. A file with an ordinary name, "stafettlogg.docx", is left alone."""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_FILE = re.compile(
    r"(?<![\w\-.()/])[\w(][\w\-.()]{0,99}\.(?:docx?|pdf|xlsx?|pptx?|jpe?g|png|heic|gif|mp4|mov|m4a|mp3|wav|txt|rtf|odt|"
    r"csv|msg|eml|zip|one|pages|tiff?)\b",
    re.IGNORECASE,
)
_BEFORE_A_FILE = re.compile(r"(?:[\wæøåÆØÅ\-]{1,25} ){1,5}$")
_FOLDERS = re.compile(r"(?<![\w/])(?:[\wæøåÆØÅ\-.]{2,40}[/\\]){1,6}$")
"""The folders a file lies in: "Felles/Elever/" of "Felles/Elever/logg.docx"."""
_NAMES_A_FILE = re.compile(r"\b(?:filen?|fila|som|heter|heiter|vedlagt|vedlegg(?:et)?) ((?:[\wæøåÆØÅ\-]{1,25} ){1,5})$")
"""What the name of a file with spaces stands behind: "ligger som logg 7A Kari.jpeg"."""
_WORD_OF_A_FILE = re.compile(r"[^\W\d_]{2,25}")
_FILE_PARTS = tuple(
    words(
        ".doc .pdf .xls .ppt .jp .png .heic .gif .mp .mov .m4a .wav .txt .rtf .odt .csv .msg .eml .zip .one .pages .tif"
    )
)
_RECORDINGS = words("jpg jpeg png heic gif mp4 mov m4a mp3 wav")
_OPENS_A_FILE = words(
    "referat logg bekymring bekymringsmelding skjermbilde rapport kartlegging iop notat vedtak melding skanning scan "
    "søknad henvisning epikrise uttalelse skjema stafettlogg samtykke elevlogg møtereferat innkalling bilde tegning"
)
"""What the name of a file with spaces begins with: "Referat møte Ola Nordmann 12.11.pdf"."""


@needing(needs_as_sought(*_FILE_PARTS))
def find_file_names(document: Document) -> Iterator[Hit]:
    """Yield the names of files that are not ordinary words."""
    for match in document.scan(_FILE, *_FILE_PARTS):
        start = _file_start(document, match.start())
        folders = _FOLDERS.search(document.text, max(0, start - 120), start)
        start = folders.start() if folders is not None else start
        if start < match.start() or not _is_plain_file(document, match.group()):
            why = "Et filnavn kan røpe navn eller nummer."
            yield direct(start, match.end(), "filnavn", why, 0.85, "[en fil]")


def plain_files(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of files with ordinary names."""
    for match in document.scan(_FILE, *_FILE_PARTS):
        if _is_plain_file(document, match.group()):
            yield match.span()


def _file_start(document: Document, start: int) -> int:
    """Take in the words of a file name with spaces, back to a colon, a quotation mark or a given name."""
    head = document.text[max(0, start - 60) : start]
    at = max(head.rfind(sign) for sign in ':«"“')
    if at >= 0 and "." not in head[at:] and not _tells(document, head[at + 1 :]):
        return start - len(head) + at + 1 + (head[at + 1 : at + 2] == " ")
    named = _NAMES_A_FILE.search(head)
    if named is not None and not all(
        document.is_known(word) for word in re.split(r"\W+", named.group(1).lower()) if word
    ):
        return start - len(named.group(1))
    words = _BEFORE_A_FILE.search(head)
    for word in _WORD_OF_A_FILE.finditer(words.group()) if words is not None else ():
        if word.group().lower() in _OPENS_A_FILE or is_plainly_a_name(document.flags_of(word.group())):
            return start - len(words.group()) + word.start() if words is not None else start
    return start


def _tells(document: Document, words_before: str) -> bool:
    """Tell whether the words are of a sentence, "Vi har lagt", and not of the file's own name."""
    return any(document.flags_of(word) & Word.VERB for word in words_before.split()[1:])


def _is_plain_file(document: Document, name: str) -> bool:
    *stem, ending = re.split(r"[\W_]+", name.lower())
    return ending not in _RECORDINGS and are_plain_words(document, stem)


def is_plainly_a_name(flags: int) -> bool:
    """Tell whether the lists say that a word is a given name and nothing else."""
    return bool(flags & Word.FIRST) and not flags & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.FUNCTION)


def are_plain_words(document: Document, parts: Sequence[str]) -> bool:
    """Tell whether each is a word that is nobody's name."""
    name = Word.FIRST | Word.SURNAME
    return all(part and document.is_known(part) and not document.flags_of(part) & name for part in parts)
