"""Tells whose name it is when the text says so: "mor heter Kari", "Ola (far)". Knows roles, no names."""

from collections.abc import Iterable, Mapping

from bot.anonymise.document import Document, Token
from bot.anonymise.name_search import base_of
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

CHILD = {"[barnet]": "[et annet barn]", "[barnets]": "[et annet barns]"}
"""What is written for the child the text is about, and for another one."""
_OWNERS = {
    "[mor]": "[mors]",
    "[far]": "[fars]",
    "[en kollega]": "[kollegaens]",
    "[en i familien]": "[en persons]",
}
_MOTHER = words("mor mora moren mamma mammaen mammaa muttern")
_FATHER = words("far faren pappa pappaen fattern")
_WHOSE = words("hans hennes hennar sin si min mi din di deres til")
_CLOSES = (",", ")", ".", "til", "åt")


def told_roles(document: Document, spans: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Return what to write for each given name that a role in the text explains."""
    roles: dict[str, str] = {}
    if not document.flags & (Word.KIN | Word.STAFF):
        return roles
    for first, last in spans:
        role = _told_before(document, first) or _told_after(document, last)
        if role:
            roles.setdefault(given_name(document, first), role)
    return roles


def in_role(replacement: str, name: str, roles: Mapping[str, str]) -> str:
    """Return the role instead of "[barnet]" when the name is known to be somebody else's."""
    role = roles.get(name) if roles else None
    if role is None or replacement not in CHILD:
        return replacement
    return role if replacement == "[barnet]" else _OWNERS[role]


def given_name(document: Document, first: int) -> str:
    """Return the first word of a name in small letters, without its ending."""
    return base_of(document, document.tokens[first].lower)[0]


def is_named_here(document: Document, first: int) -> bool:
    """Tell whether the name is told here: after "heter" or "navnet er"."""
    naming, before, noun = document.vocabulary.classes["navneord"], document.before(first), document.before(first, 2)
    if before is None:
        return False
    if before.lower in naming:
        return True
    return noun is not None and noun.lower in naming and before.lower in ("er", "e", "var", ":")


def _told_before(document: Document, first: int) -> str:
    """Read "mor Kari", "mor, Kari", "mor: Kari", "mor heter Kari", "mora hans heter Kari", "mors navn er Kari"."""
    before, second = document.before(first), document.before(first, 2)
    if before is None:
        return ""
    if role := _role(document, before):
        return role
    if second is not None and before.text in ",:":
        return _role(document, second)
    if not is_named_here(document, first):
        return is_said_to_be(document, first)
    step = 2 if before.lower in ("heter", "heiter", "het", "hette", "hete", "heite", "kalles") else 3
    return _subject(document, first, step)


def is_said_to_be(document: Document, first: int) -> str:
    """Return the role in "mor til gutten er Kari", "faren hans er Ola"; "" when nothing tells it so."""
    before, second, link = (document.before(first, step) for step in (1, 2, 3))
    if before is None or before.lower not in ("er", "e") or second is None:
        return ""
    is_tied = second.lower in _WHOSE or (link is not None and link.lower in ("til", "te", "åt"))
    return _subject(document, first, 2) if is_tied else ""


def _subject(document: Document, first: int, step: int) -> str:
    """Return the role of the subject that stands right before the verb, or before "hans" or "til gutten"."""
    token = document.before(first, step)
    if token is None:
        return ""
    link = document.before(first, step + 1)
    if token.lower in _WHOSE and link is not None:
        return _role(document, link)
    if link is not None and link.lower in ("til", "te", "åt"):
        noun = document.before(first, step + 2)
        return _role(document, noun) if noun is not None else ""
    return _role(document, token)


def _told_after(document: Document, last: int) -> str:
    """Read "Kari (mor)", "Kari, mora, sier", "Kari - mor", "Kari er mor til", "Kari som er faren"."""
    sign, noun, closing = (document.after(last, step) for step in (1, 2, 3))
    if sign is None or noun is None:
        return ""
    if sign.text in "-–(":
        return _role(document, noun)
    if sign.text == ",":
        return _role(document, noun) if closing is None or closing.lower in _CLOSES else ""
    if sign.lower == "som" and closing is not None and noun.lower in ("er", "e"):
        return _role(document, closing)
    return _role(document, noun) if sign.lower in ("er", "e") else ""


def _role(document: Document, noun: Token) -> str:
    lower = noun.lower.removesuffix("s") if not noun.flags else noun.lower
    if lower in _MOTHER:
        return "[mor]"
    if lower in _FATHER:
        return "[far]"
    if lower in document.vocabulary.classes["venner"]:
        return ""
    if noun.flags & Word.KIN:
        return "[en i familien]"
    return "[en kollega]" if noun.flags & Word.STAFF else ""
