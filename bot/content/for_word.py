"""Text as a Word document can hold it: a document is XML, which has no room for most control characters."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Other signs that begin a new line, such as the one Word itself copies for a line that is broken by hand."""
_NOT_XML = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS_AROUND = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""What is not seen, or turns the signs behind it around."""


def for_word(text: str) -> str:
    """Return the text without what no Word document may hold, or would only hide something in it."""
    if text.isprintable():
        return text
    return _TURNS_AROUND.sub("", _NOT_XML.sub("", _LINE_ENDS.sub("\n", text)))
