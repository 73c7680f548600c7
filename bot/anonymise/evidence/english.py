"""Weighs whether an English word that could be a name is one where it stands. Holds no names."""

import re

from bot.anonymise.reading.document import Document, Token, english_stem
from bot.anonymise.reading.name_search import NAME
from bot.anonymise.words.word_lists import words

_AGE_INSIDE = re.compile(r"[ ,(]{1,3}(?:aged? )?\d{1,2}(?:[),;]| (?:years?|yrs?|months?)\b)")
_IN_A_YEAR = re.compile(
    r",? (?:\(?(?:[Yy]ear|[Gg]rade|[Cc]lass) \d{1,2}\b|[Aa]ged? \d|\(?\d{1,2} (?:years?|yrs?|months?)\b)"
    r"|, (?:1st|2nd|3rd|\d{1,2}th) [Gg]rade"
)
"""What follows a pupil: "Dinuka, Year 3", "Tove (Year 4)", "Ola, aged 7"."""
_OWNED = words("his her our my their aged age")
_ARTICLES = words("a an the")
_HEDGES = words("not very so always often still now just also really only again too never quite rather")
_SEASONS = words("summer autumn winter spring dawn may june april august")
_DENIED = words("want like eat talk speak play sleep listen dare cry laugh sit join say know answer share wear come go")
_PRESENT = words("there here back away present fetched collected picked moved")
_FOLLOWS = 3
_PLACE_WORDS = 6


def has_a_title(document: Document, at: int) -> bool:
    """Tell whether "Mr.", "Ms" or "Aunt" stands right before a capital."""
    before = document.before(at)
    if before is not None and before.text == ".":
        before = document.before(at, 2)
    return before is not None and before.has_capital and before.lower in document.vocabulary.classes["engelske_titler"]


def is_in_a_year(document: Document, token: Token) -> bool:
    """Tell whether a year at school or an age follows a word that nobody knows: "Dinuka, Year 3"."""
    return _IN_A_YEAR.match(document.text, token.end) is not None


def is_a_month(document: Document, at: int) -> bool:
    """Tell whether "May" or "April" is the month: after "in", beside a number or another month."""
    classes = document.vocabulary.classes
    if english_stem(document.tokens[at].lower) not in classes["engelske_maneder"]:
        return False
    before, after = document.before(at), document.after(at)
    if before is not None and before.lower in ("and", "or", ",", "-", "–"):
        before = document.before(at, 2)
        return before is not None and before.lower in classes["maneder"] | classes["engelske_maneder"]
    if before is not None and not document.tokens[at].opens_sentence and before.lower in classes["engelske_tidsord"]:
        return not document.tokens[at].lower.endswith(("'s", "’s"))
    return any(near is not None and near.text[0].isdigit() for near in (before, after))


def names_a_person(document: Document, at: int) -> bool:
    """Tell whether what stands beside the first word of a sentence shows a person: "Grace hides", "Will's dad",
    "Berg (stepfather)", "Hope and Emma".
    """
    token, after = document.tokens[at], document.after(at)
    if after is None or (after.opens_sentence and after.text not in "(,"):
        return _is_told_of(document, at)
    if english_stem(token.lower) != token.lower:
        return english_stem(token.lower) not in _SEASONS or _is_somebody(document, after)
    if after.text in "(,":
        return _is_explained(document, at)
    return (
        _acts(document, at)
        or _acts_from_afar(document, at)
        or _is_beside_a_name(document, at)
        or _is_told_of(document, at)
    )


def _is_somebody(document: Document, token: Token | None) -> bool:
    classes = document.vocabulary.classes
    return token is not None and (
        token.lower in classes["engelske_slekt"] or token.lower in classes["engelske_personer"]
    )


def _is_told_of(document: Document, at: int) -> bool:
    """Tell whether a role and a colon stand before: "Mother: Joy"."""
    colon, role = document.before(at), document.before(at, 2)
    return colon is not None and colon.text == ":" and _is_somebody(document, role)


def _is_explained(document: Document, at: int) -> bool:
    """Tell whether a role, an age or "his aunt" stands in parentheses or after a comma."""
    if _AGE_INSIDE.match(document.text, document.tokens[at].end):
        return True
    first, second, third = (document.after(at, step) for step in range(2, 2 + _FOLLOWS))
    if first is None:
        return False
    if first.lower in _OWNED:
        return _is_somebody(document, second) or _is_somebody(document, third) or first.lower.startswith("age")
    if first.lower in _ARTICLES:
        return _is_somebody(document, second) or _is_somebody(document, third)
    after = document.after(at)
    return after is not None and after.text == "(" and (_is_somebody(document, first) or _is_somebody(document, second))


def _is_beside_a_name(document: Document, at: int) -> bool:
    """Tell whether a surname follows, or "and" and another name: "Per Arne", "Hope and Emma"."""
    after, second = document.after(at), document.after(at, 2)
    if after is not None and after.lower in ("and", "&", "or"):
        after = second
    if after is None or len(after.text) == 1 or not after.has_capital or after.is_caps:
        return False
    return bool(after.flags & NAME) or english_stem(after.lower) not in document.vocabulary.english


def _acts(document: Document, at: int) -> bool:
    """Tell whether the verb that follows is said of people: "Grace hides", "Will does", "June was sick"."""
    classes, verb = document.vocabulary.classes, document.after(at)
    if verb is None:
        return False
    if verb.lower in classes["engelske_menneskeverb"]:
        return True
    if verb.lower not in classes["engelske_boyde_verb"]:
        return False
    if document.tokens[at].lower in classes["engelske_ikke_subjekt"]:
        return True
    step = 2
    while (follow := document.after(at, step)) is not None and follow.lower in _HEDGES:
        step += 1
    return follow is not None and _is_a_state(document, verb, follow, document.after(at, step + 1))


def _acts_from_afar(document: Document, at: int) -> bool:
    """Tell whether a place and then what people do follow: "Grace from the school nurse's office told me"."""
    link = document.after(at)
    if link is None or link.lower not in ("from", "at", "in", "with"):
        return False
    people = document.vocabulary.classes["engelske_menneskeverb"]
    for step in range(3, 3 + _PLACE_WORDS):
        word = document.after(at, step)
        if word is None or not (word.is_word or word.text in "'’"):
            return False
        if word.lower in people:
            return True
    return False


def _is_a_state(document: Document, verb: Token, follow: Token, second: Token | None) -> bool:
    """Tell whether only people are it: "was sick", "is the oldest", "does not want", "is in 3rd grade"."""
    if verb.lower in ("is", "was"):
        if follow.lower in document.vocabulary.classes["engelske_tilstander"] or follow.text.isdigit():
            return True
        if follow.lower in _ARTICLES and second is not None:
            return second.lower in ("oldest", "youngest", "eldest", "middle") or _is_somebody(document, second)
        return follow.lower == "in" and second is not None and second.text[0].isdigit()
    if follow.lower == "be" and second is not None:
        return second.lower in _PRESENT or second.lower in document.vocabulary.classes["engelske_tilstander"]
    return follow.lower in _DENIED or (verb.lower in ("has", "had") and follow.lower in ("been", "a", "down"))
