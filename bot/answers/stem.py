"""Cuts Norwegian inflection off a word (bokmål and nynorsk), lightly: `barnevernet`, `barnevernets` → `barnevern`.

Must not know what is searched.
"""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    "elsene", "ingene", "ingane",
    "elsen", "elser", "ingen", "inger", "ingar", "ingas", "endes", "andes", "heten", "heter",
    "inga", "ende", "ande", "ane", "ene", "ers", "ens", "ets", "ere", "est", "ast",
    "en", "et", "er", "ar", "as", "es", "te", "st",
    "a", "e", "t", "r", "n",
)  # fmt: skip
_KEEP = {"elsene": "else", "elsen": "else", "elser": "else", "ingene": "ing", "ingane": "ing", "ingen": "ing",
         "inger": "ing", "ingar": "ing", "ingas": "ing", "inga": "ing", "heten": "het", "heter": "het"}  # fmt: skip
_SHORTEST = 3


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; short words and words with digits are returned unchanged."""
    if len(word) <= _SHORTEST + 1 or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + (ending == "te"):
            return word[: -len(ending)] + _KEEP.get(ending, "")
    return word
