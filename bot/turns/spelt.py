"""Puts right what is misspelt in a short message, by the words the bot listens for: «jeg vil heler melde».

What is said counts first, as it stands. Only where nobody has heard it, it is heard once more as it may be meant; a
word that denies is never put into anybody's mouth nor, misspelt, taken out of it: where one may be meant, or any word
is left that nobody knows, nothing is put right. What is searched, shown or kept is what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

from bot.answers.spelling import SHORTEST, Spelling
from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from dialogs.by_words import words_of
from dialogs.denying import has_misspelt_denial
from dialogs.dialog import Around

LONGEST = 9
"""More words than this tell something, and are left as they are."""
SHORTEST_PART = 4
"""Letters of a part of a compound."""
NEVER = ("guide.words_no", "case.words_none", "common.words_wrong", "common.words_deny")
"""Keys of the words that nobody is taken to have meant."""
_DOUBLED = re.compile(r"(\w)\1")
_WORD = re.compile(r"[^\W\d_]+")


def spelt_right(said: str, state: ConversationState, around: Around) -> str | None:
    """Return a short message with its words as the bot knows them: what is misspelt put right, and «skule» as it stands
    on the card that was shown, «skole». None where it is long, or nothing in it is written otherwise."""
    words = words_of(said)
    if len(words) > LONGEST or has_misspelt_denial(words, around.text):
        return None
    choices = {word for field in state.fields for _, title in field.choices for word in words_of(title)}
    buttons = {word for one in state.shown for word in words_of(one.title)}
    right = _WORD.sub(lambda word: _meant(word[0].casefold(), choices, buttons, around) or word[0], said)
    is_known = all(_is_known(word, choices | buttons, around) for word in words_of(right))
    return right if is_known and right != said else None


def _is_known(word: str, shown: Set[str], around: Around) -> bool:
    spelling, _ = _listened_for(around.text)
    is_listed = word in shown or word in spelling or word in around.text.words(*NEVER)
    return is_listed or not word.isalpha() or around.answers.knows(word) or around.anonymiser.is_word(word)


def _meant(word: str, choices: Set[str], buttons: Set[str], around: Around) -> str | None:
    """Return the word that is meant by one that neither an article nor a list has. What is a word all the same,
    «heler», is only meant for one with a letter doubled, «heller»."""
    if word in choices or word in buttons:
        return None
    if choices and len(word) >= SHORTEST_PART and (as_chosen := _as_chosen(word, choices, around)):
        return as_chosen
    spelling, singled = _listened_for(around.text)
    if len(word) < SHORTEST or word in around.text.words(*NEVER) or word in spelling or around.answers.knows(word):
        return None
    return singled.get(_single(word)) if around.anonymiser.is_word(word) else spelling.meant(word)


def _as_chosen(word: str, choices: Set[str], around: Around) -> str | None:
    """Return the word of a choice that a word of nynorsk or a dialect is another spelling of; of a compound, its last
    part: «barneskulen»."""
    for at in (0, *range(SHORTEST_PART, len(word) - SHORTEST_PART)):
        part = around.answers.spelt(word[at:])
        if part != word[at:] and part in choices:
            return word[:at] + part
    return None


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
