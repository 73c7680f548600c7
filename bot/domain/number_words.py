"""Numbers written as words, and places in a row, in one list each: ages, days, levels and grades are read by them.

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
ORDINALS = {
    "første": 1, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "syvende": 7,
    "åttende": 8, "niende": 9, "tiende": 10,
}  # fmt: skip
"""The grades of a school, from the first to the tenth, as bokmål has them."""
