"""Numbers written as words, in one list: ages, days, levels and places in a row are all read by it.

Must not know what is counted. «Et» and «eit» are not in it: they mean one only where nothing but a number can stand.
"""

from __future__ import annotations

COUNTING = (
    *("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten"),
    *("fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue"),
)
"""As one counts; a word stands at the place of its number."""
NUMBER_WORDS = {word: number for number, word in enumerate(COUNTING)} | {
    "én": 1, "ein": 1, "éin": 1, "ei": 1, "ett": 1, "eitt": 1, "syv": 7,
}  # fmt: skip
"""The number that each word means, from 0 to 20."""
