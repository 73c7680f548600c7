"""Tells whether what stands as a phone number can be one. Must not know whose it is."""

from __future__ import annotations

import re

LENGTHS = (3, 5, 6, 8)
"""Digits of a Norwegian number without country code: 112, 02800, 116 111, 74 00 00 01."""
_LOOKS_LIKE_A_NUMBER = re.compile(r"[\d+()./ \-–OoIl\u00a0]+")
_LETTERS_BEHIND = re.compile(r"(?:\+?\d[\d ]{2,}\d)[a-zæøå]{2,}", re.IGNORECASE)
"""Digits with letters grown on to them: neither a number nor an address."""
_TAKEN_FOR_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1"})


def problem_with_number(written: str) -> str:
    """Return in Norwegian what is wrong with a number, or an empty string. E-mail and words are left alone."""
    text = written.strip()
    if _LETTERS_BEHIND.fullmatch(text):
        return f"«{text}» har bokstaver blant tallene. Skriv bare tallene, og det andre i «Merknad»."
    if not _LOOKS_LIKE_A_NUMBER.fullmatch(text) or not any(sign.isdigit() for sign in text):
        return ""
    meant = text.translate(_TAKEN_FOR_DIGITS)
    digits = re.sub(r"\D", "", meant)
    digits = digits[2:] if text.startswith(("+47", "0047")) and len(digits) >= 10 else digits
    if text != meant:
        return f"«{text}» har bokstaver blant tallene. Mente du «{meant}»?"
    if len(digits) not in LENGTHS:
        return f"«{text}» har {len(digits)} siffer. Et norsk nummer har 8 (korte numre 3, 5 eller 6). Tell etter."
    return ""
