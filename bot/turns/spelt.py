"""Puts right what is misspelt in a short message, by the words the bot listens for: «jeg vil heler melde».

What is said counts first, as it stands. Only where nobody has heard it, it is heard once more as it may be meant; a
word that denies is never put into anybody's mouth, and what is searched, shown or kept is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.answers.spelling import SHORTEST, Spelling
from bot.content.texts import Texts
from dialogs.by_words import words_of
from dialogs.dialog import Around

LONGEST = 9
"""More words than this tell something, and are left as they are."""
NEVER = ("guide.words_no", "case.words_none", "common.words_wrong", "commands.answering_deny")
"""Keys of the words that nobody is taken to have meant."""
_DOUBLED = re.compile(r"(\w)\1")
_WORD = re.compile(r"[^\W\d_]+")


def spelt_right(said: str, around: Around) -> str | None:
    """Return a short message with its misspelt words put right; None where it is long, or nothing in it is misspelt."""
    if len(words_of(said)) > LONGEST:
        return None
    right = _WORD.sub(lambda word: _meant(word[0].casefold(), around) or word[0], said)
    return right if right != said else None


def _meant(word: str, around: Around) -> str | None:
    """Return the word that is meant by one that neither an article nor a list has. What is a word all the same,
    «heler», is only meant for one with a letter doubled, «heller»."""
    spelling, singled = _listened_for(around.text)
    if len(word) < SHORTEST or word in around.text.words(*NEVER) or word in spelling or around.answers.knows(word):
        return None
    return singled.get(_single(word)) if around.anonymiser.is_word(word) else spelling.meant(word)


def _single(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=4)
def _listened_for(texts: Texts) -> tuple[Spelling, Mapping[str, str]]:
    """Return the words of all lists of what is listened for, and each by how it is written without doubled letters. The
    newest editions are remembered."""
    keys = [key for key in texts if key.startswith("commands.") or ".words_" in key]
    words = {word for key in keys for word in words_of(texts.raw(key)) if len(word) >= SHORTEST}
    heard = sorted(words - texts.words(*NEVER))
    return Spelling(heard), {_single(word): word for word in heard}
