"""Asks about the word or the letter between two names in a row: "goffen, plomma og snutten", "mia, e og trollet".

Who stands between two people is one: a role or a small word is left. Knows no names.
"""

from collections.abc import Iterator, Sequence

from bot.anonymise.finding import POSSIBLE_NAME, Hit, quasi
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

WHY = "Ordet står mellom to navn i en rekke."
_CERTAINTY = 0.4
_PEOPLE = frozenset(("navn", "kallenavn", "initialer", POSSIBLE_NAME))
_TIES = frozenset((",", "og", "å", "&", "+"))
_NOBODY = (
    Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.VERB | Word.OCCUPATION | Word.SAFE
    | Word.MONTH
)  # fmt: skip
_NO_LETTERS = frozenset("iå")
_THINGS = words("pluss unnskyld orsak beklager altså nei sorry samt f eks osv mm ol evt jf dvs ca kl nr")
_DAYS = ("dag", "onsdag", "helg", "helga", "kveld")


def between_names(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the words between two that are found or asked about, with a comma or "og" on both sides."""
    people = [hit for hit in hits if hit.type in _PEOPLE]
    if len(people) <= 1:
        return
    starts = {hit.start for hit in people}
    ends = {hit.end for hit in people}
    tokens = document.tokens
    for at in range(2, len(tokens) - 2):
        token, left, right = tokens[at], tokens[at - 1], tokens[at + 1]
        if left.lower not in _TIES or right.lower not in _TIES or token.start in starts:
            continue
        if tokens[at - 2].end in ends and tokens[at + 2].start in starts and _may_be_one(document, at):
            yield quasi(token.start, token.end, POSSIBLE_NAME, WHY, _CERTAINTY, "[en person]")


def _may_be_one(document: Document, at: int) -> bool:
    """Tell whether the word is no small word, role or time, and the row is no new sentence."""
    token = document.tokens[at]
    if (
        not token.text.isalpha()
        or token.opens_sentence
        or token.lower in _THINGS
        or token.lower in _NO_LETTERS
        or token.lower.endswith(_DAYS)
    ):
        return False
    return len(token.text) == 1 or not token.flags & _NOBODY
