"""Tells whether a name and what it belongs to are written as one word: "Nordmannfamilien", "Berg-familien"."""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_a_typo, looks_like_dialect
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

FAMILIES = (
    "familien",
    "familia",
    "gutten",
    "guten",
    "guttene",
    "gutane",
    "jenta",
    "jenten",
    "jentene",
    "søsknene",
    "brødrene",
    "søstrene",
    "ungene",
    "barna",
    "tvillingene",
)
_GOODS = ("greia", "greiene", "saken", "saka", "møtet", "mappa", "planen", "gjengen")
"""What has somebody's name before a hyphen in quick writing: "even-greia"."""
_PARENTS = ("mor", "far", "mamma", "pappa", "mann", "mora", "faren")
"""What makes a parent of a given name in one word: "Sandermor", "noramamma"."""
_JOINED = (*FAMILIES, *(f"-{end}" for end in _GOODS), *_PARENTS)
JOINED_TAILS = frozenset(end[-3:] for end in _JOINED)
"""The last three letters of each: asked first, as most words fail it."""
_SITES = words(
    "roblox fortnite minecraft tiktok snapchat discord youtube instagram valorant playstation xbox twitch jodel barbie "
    "pokemon lego ninjago hiphop kpop jazz svømme skate parkour goth incel emo gamer"
)
"""Where others meet and what they like, before "guttene": no family."""
_SHORTEST = 3
_MAN = "mann"
"""An ordinary word that ends so takes an s before another word ("sjømannsfamilien"); a surname does not."""


def may_be_joined(lower: str) -> bool:
    """Tell whether the word ends in what may belong to a name."""
    return lower.endswith(_JOINED)


def is_named_family(document: Document, token: Token) -> bool:
    """Tell whether the word is a name with what belongs to it behind: "Berg-ungene", "even-greia", "Sandermor"."""
    lower = token.lower
    if "-" in lower and not token.has_capital and lower.endswith(_GOODS):
        return _is_a_bare_name(document.flags_of(lower.partition("-")[0]))
    if lower.endswith(_PARENTS):
        return _is_a_named_parent(document, token)
    return lower.endswith(FAMILIES) and not token.is_caps and not token.flags and _is_a_surname(document, token)


def _is_a_surname(document: Document, token: Token) -> bool:
    """Tell whether what stands before "familien" or "gutten" is a surname: a listed one with a capital or a hyphen, one
    that ends in "mann", or any word that has its capital inside a sentence.
    """
    lower = token.lower
    head = max((lower.removesuffix(end) for end in FAMILIES if lower.endswith(end)), key=len).rstrip("-")
    if len(head) < _SHORTEST:
        return False
    if head.endswith(_MAN) and head != _MAN:
        return True
    flags = document.flags_of(head)
    if not token.has_capital:
        return lower[len(head) :].startswith("-") and (_is_a_bare_name(flags) or _is_no_word(document, head))
    if flags & (Word.SAFE | Word.KIN | Word.CHILD | Word.STAFF | Word.FUNCTION | Word.OCCUPATION):
        return False
    return not token.opens_sentence or bool(flags & Word.SURNAME and not document.lexicon.is_headword(lower))


def _is_no_word(document: Document, head: str) -> bool:
    """Tell whether what stands before a hyphen is neither Norwegian nor nearly so, nor a site where somebody meets
    others: "aunemo-gutten", but no "roblox-guttene".
    """
    if len(head) <= _SHORTEST or not head.isalpha() or document.flags_of(head) or head in _SITES:
        return False
    return not (document.is_known(head) or looks_like_a_typo(document, head) or looks_like_dialect(document, head))


def _is_a_bare_name(flags: int) -> bool:
    """Tell whether the lists hold it as a name, and not as a month, a role or a small word."""
    barred = Word.SAFE | Word.KIN | Word.CHILD | Word.STAFF | Word.FUNCTION | Word.OCCUPATION | Word.MONTH | Word.VERB
    return bool(flags & (Word.FIRST | Word.SURNAME)) and not flags & barred


def _is_a_named_parent(document: Document, token: Token) -> bool:
    """Tell whether a sure given name stands before "mor" or "pappa" in a word that Norwegian does not have."""
    if token.flags or document.lexicon.is_headword(token.lower):
        return False
    heads = (token.lower.removesuffix(end).rstrip("-") for end in _PARENTS if token.lower.endswith(end))
    unsure = Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.KIN
    flags = (document.flags_of(head) for head in heads if len(head) >= _SHORTEST)
    return any(one & Word.FIRST and not one & unsure for one in flags)
