"""The classes a word can belong to. Knows nothing about texts."""

from enum import IntFlag


class Word(IntFlag):
    """What the lists say about a word, written in lower case."""

    FIRST = 1
    SURNAME = 2
    AMBIGUOUS = 4
    ORDINARY = 8
    SAFE = 16
    VERB = 32
    KIN = 64
    CHILD = 128
    STAFF = 256
    FUNCTION = 512
    PARENT = 1024
    NUMBER = 2048
    MONTH = 4096
    OCCUPATION = 8192
    PLACE = 16384
    SAFE_IN_CAPS = 32768
