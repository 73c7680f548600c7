"""Points for a word being a name after a title: "fru moen", "dr. vik", "prest strand har". Holds no names."""

from bot.anonymise.evidence.subject import only_people_do
from bot.anonymise.reading.document import Token
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

TITLES = words("fru frue herr hr frk frøken frøkna dr doktor mr mrs ms miss mister herre")
"""What a person is addressed by."""
_SHORTENED = words("dr hr fr frk mr mrs ms")
"""Titles that stand with a full stop; "fr" without one is "fra" in quick writing."""
_NAMES = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS
_JOB = Word.STAFF | Word.OCCUPATION
_DEFINITE = ("en", "a", "et", "ne")


def titled(slot: Slot) -> int:
    """ "fru moen", "fastlegen dr. vik": what a person is addressed by, and a word that is a name as well."""
    title = slot.before
    if title is not None and title.text == ".":
        title = slot.document.before(slot.at, 2)
        if title is None or title.lower not in _SHORTENED:
            return 0
    elif title is None or title.lower not in TITLES:
        return 0
    if title.lower == "mister" and not slot.token.has_capital:
        return 0  # "hun mister ting": what she loses
    flags = slot.token.flags
    is_unknown = not flags and slot.token.has_capital and not slot.document.is_known(slot.token.lower)
    return 4 if is_unknown or (flags & _NAMES and not flags & (Word.FUNCTION | Word.VERB)) else 0


def at_work(slot: Slot) -> int:
    """ "sykepleier sol ringte", "prest strand har": a job, a word that is a name as well and what it does."""
    title, token = slot.before, slot.token
    if title is None or not title.flags & _JOB or not token.flags & _NAMES or not slot.acts:
        return 0
    if token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH):
        return 0
    if only_people_do(slot):
        return 4
    return 2 if token.flags & Word.SURNAME and _is_bare(title) else 0


def _is_bare(title: Token) -> bool:
    """Tell whether the job stands as a title does: without an article, and as no verb ("maler skog")."""
    return not title.flags & Word.VERB and not title.lower.endswith(_DEFINITE)
