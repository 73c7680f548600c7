"""The classes a word can belong to, as bits in one integer (plain integers: an enum is ten times slower here).
Knows nothing about texts.
"""

from typing import Final


class Word:
    """What the lists say about a word, written in lower case."""

    FIRST: Final = 1
    SURNAME: Final = 2
    AMBIGUOUS: Final = 4
    ORDINARY: Final = 8
    SAFE: Final = 16
    VERB: Final = 32
    KIN: Final = 64
    CHILD: Final = 128
    STAFF: Final = 256
    FUNCTION: Final = 512
    PARENT: Final = 1024
    NUMBER: Final = 2048
    MONTH: Final = 4096
    OCCUPATION: Final = 8192
    SAFE_IN_CAPS: Final = 16384
