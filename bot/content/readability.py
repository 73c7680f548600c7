"""How heavy a Norwegian text is to read (LIX). Must not know whose text it is."""

from __future__ import annotations

import re

LONG_WORD = 7
"""LIX counts words of more than six letters as long (Björnsson 1968)."""

_SENTENCE_END = re.compile(r"[.!?:](?=[\s»\"*)]|$)|\n")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"\b(nr|kap|jf|bl\.a|f\.eks|m\.m|mv|evt|ca)\.", re.IGNORECASE)


def words_without_numbers(text: str) -> list[str]:
    """Return the words of a text, without numbers and marks."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """Return words per sentence plus the percentage of long words. List items and paragraphs end sentences.

    30 reads like a novel for young people, 40 like a newspaper, 50 like a public report.
    """
    words = words_without_numbers(text)
    if not words:
        return 0.0
    sentences = [part for part in _SENTENCE_END.split(_ABBREVIATION.sub(r"\1", text)) if _WORD.search(part)]
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words)
