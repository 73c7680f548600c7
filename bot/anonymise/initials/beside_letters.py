"""What stands right beside letters that shows that they are somebody: who it is before them, an age or a deed after."""

import re

from bot.anonymise.initials.letters_in_slots import has_age_or_kin
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_AGED = re.compile(r" ?\(\d{1,2}(?: år)?\)|,? \d{1,2} år\b|, (?:på )?\d{1,2}(?=, [a-zæøå])")
_LAST_WORD = re.compile(r"([\wæøåÆØÅ]{2,20})$")
_ROLE_BEFORE = re.compile(r"(?<![\w\-])([\w\-]{2,20}) \(?$")
_OPENS = re.compile(r"(?:^|\n|[.,:;!?] |\b(?:og|at|har|er|når) )$")
ONE_CHILD = words("elev eleven gutt gutten jente jenta")


def of_somebody(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a child or "mor til" stands before letters that mean something else too, or an age after them."""
    start = match.start()
    before = _ROLE_BEFORE.search(document.text, max(0, start - 24), start)
    word = before.group(1).lower() if before is not None else ""
    if word in ("til", "te", "åt"):
        kin = _LAST_WORD.search(document.text, max(0, start - 24), start - len(word) - 2)
        return kin is not None and bool(document.flags_of(kin.group(1)) & Word.KIN)
    return word in ONE_CHILD or has_age_or_kin(document, match.end())


def is_behind_a_role(document: Document, at: int) -> bool:
    """Tell whether the word right before is a relative or a child: "stefaren, R., slår"."""
    word = _LAST_WORD.search(document.text, max(0, at - 20), at)
    return word is not None and bool(document.flags_of(word.group(1)) & (Word.KIN | Word.CHILD))


def bears_a_role(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a letter stands behind who somebody is that is no child: "far P.", "stefar (R.)", "lærer K"."""
    before = _ROLE_BEFORE.search(document.text, max(0, match.start() - 24), match.start())
    flags = document.flags_of(before.group(1)) if before is not None else 0
    return bool(flags & (Word.KIN | Word.STAFF)) and not flags & Word.CHILD


def has_an_age(text: str, match: re.Match[str]) -> bool:
    """Tell whether an age in brackets follows a letter that no label explains: "E (4) har", "og V (6)"."""
    if match.group(1) in "IÅ" or _AGED.match(text, match.end()) is None:
        return False
    return _OPENS.search(text[max(0, match.start() - 8) : match.start()]) is not None


def goes_on(match: re.Match[str]) -> bool:
    """Tell whether the sentence goes on in small letters after a letter and a full stop: "J. denies", "J. = fight"."""
    is_abbreviated = match.group().endswith(".")
    return is_abbreviated and re.match(r" [a-z=+]|['’]s ", match.string[match.end() : match.end() + 3]) is not None


def does(document: Document, end: int) -> bool:
    """Tell whether a verb in small letters comes next, also behind a quotation mark: "K slår"."""
    follow = re.match(r"[»\"”']? ([a-zæøå]+)", document.text[end : end + 20])
    return follow is not None and bool(document.vocabulary.flags.get(follow.group(1)) & Word.VERB)


def acts(document: Document, end: int) -> bool:
    """Tell whether the next word is a verb that begins with a small letter, whatever it goes on with."""
    follow = re.match(r" ([\wæøå]+)", document.text[end : end + 20])
    return (
        follow is not None
        and bool(document.vocabulary.flags.get(follow.group(1)) & Word.VERB)
        and follow.group(1)[0].islower()
    )
