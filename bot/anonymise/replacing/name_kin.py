"""Tells whose name it is when the text says so: "mor heter Kari", "Ola (far)". Knows roles, no names."""

from collections.abc import Iterable, Mapping

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import base_of
from bot.anonymise.replacing.name_adult import explained_role, is_grown_up
from bot.anonymise.replacing.name_bearer import is_an_aside, is_many, role_before, role_flags
from bot.anonymise.replacing.name_place import PERSON, SOMEBODY
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

CHILD = {"[barnet]": "[et annet barn]", "[barnets]": "[et annet barns]"}
"""What is written for the child the text is about, and for another one."""
_OWNERS = {
    "[mor]": "[mors]",
    "[far]": "[fars]",
    "[en kollega]": "[kollegaens]",
    "[en i familien]": "[en persons]",
    "[et annet barn]": "[et annet barns]",
    SOMEBODY: PERSON[SOMEBODY],
}
_MOTHER = words("mor mora moren mamma mammaen mammaa muttern")
_FATHER = words("far faren pappa pappaen fattern")
_NEIGHBOUR = words("nabo naboen naboene")
_LOVED = words("kjæreste kjærest kjærast bestis klassevenninne medelev")
_WHOSE = words("hans hennes hennar sin si min mi din di deres til")
_CLOSES = (",", ")", ".", "til", "åt")
_MEANWHILE = words("begge alle egentlig visst faktisk forresten bare også jo da")


def told_roles(document: Document, spans: Iterable[tuple[int, int]], names: Iterable[str]) -> dict[str, str]:
    """Return what to write for each of the names, one for each span, that a role in the text explains."""
    roles: dict[str, str] = {}
    before: int | None = None
    shared = ""
    for (first, last), name in zip(spans, names, strict=True):
        role = (
            _told_before(document, first, last) or _told_after(document, last) or _told_otherwise(document, first, last)
        )
        if not role and before is not None and _is_and(document, before, first):
            role = shared
        if role:
            roles.setdefault(name, role)
        shared = SOMEBODY if role and _is_of_many(document, first, last) else shared if role == shared else ""
        before = last
    return roles


def in_role(replacement: str, name: str, roles: Mapping[str, str]) -> str:
    """Return the role instead of "[barnet]" or "[en person]" when the name is known to be somebody else's."""
    role = roles.get(name) if roles else None
    if role is None or (replacement not in CHILD and replacement not in PERSON):
        return replacement
    return role if replacement in ("[barnet]", SOMEBODY) else _OWNERS[role]


def given_name(document: Document, first: int) -> str:
    """Return the first word of a name in small letters, without its ending."""
    return base_of(document, document.tokens[first].lower)[0]


def is_named_here(document: Document, first: int) -> bool:
    """Tell whether the name is told here: after "heter" or "navnet er"."""
    naming, before, noun = document.vocabulary.classes["navneord"], document.before(first), document.before(first, 2)
    if before is None:
        return False
    if before.lower in naming or (before.lower in _MEANWHILE and noun is not None and noun.lower in naming):
        return True
    return noun is not None and noun.lower in naming and before.lower in ("er", "e", "var", ":")


def _told_otherwise(document: Document, first: int, last: int) -> str:
    """Read "faren (Per)", "moren, altså Kari", "mora til Ola, Kari"; and who is grown-up by what is said."""
    at = explained_role(document, first, last)
    if at is None or at < 0:
        return SOMEBODY if is_grown_up(document, first, last) else ""
    noun = document.tokens[at]
    if noun.flags & Word.CHILD or not noun.is_word:
        return ""
    if noun.has_capital and not noun.flags & (Word.KIN | Word.STAFF):
        return ""
    return _role(document, at) or (SOMEBODY if not is_many(document, noun) else "")


def _is_and(document: Document, left: int, first: int) -> bool:
    between = document.tokens[left + 1 : first]
    return len(between) == 1 and between[0].lower in ("og", "å", "&")


def _is_of_many(document: Document, first: int, last: int) -> bool:
    """Tell whether the name opens a row that "foreldrene" explains, or that is said to be grown-up."""
    near = document.tokens[max(0, first - 4) : first]
    return any("foreldr" in token.lower for token in near) or is_grown_up(document, first, last)


def _told_before(document: Document, first: int, last: int) -> str:
    """Read "mor Kari", "mor, Kari", "mor: Kari", "mor heter Kari", "mora hans heter Kari", "mors navn er Kari"."""
    before, second = document.before(first), document.before(first, 2)
    if before is None:
        return ""
    at = role_before(document, first)
    if at is not None and (before.text != "," or is_many(document, document.tokens[at]) or is_an_aside(document, last)):
        return _role(document, at)
    if second is not None and before.text == ":":
        return _role(document, first - 2)
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
    is_kin = bool(second.flags & Word.KIN) or "foreldr" in second.lower
    return _subject(document, first, 2) if is_tied or is_kin else ""


def _subject(document: Document, first: int, step: int) -> str:
    """Return the role of the subject that stands right before the verb, or before "hans" or "til gutten"."""
    at = first - step
    if at < 0:
        return ""
    link = document.before(at)
    if link is not None and document.tokens[at].lower in _WHOSE:
        return _role(document, at - 1)
    if link is not None and link.lower in ("til", "te", "åt"):
        return _role(document, at - 2) if at > 1 else ""
    return _role(document, at)


def _told_after(document: Document, last: int) -> str:
    """Read "Kari (mor)", "Kari, mora, sier", "Kari - mor", "Kari er mor til", "Kari som er faren"."""
    sign, noun, closing = (document.after(last, step) for step in (1, 2, 3))
    if sign is None or noun is None:
        return ""
    if sign.text in "-–(":
        return _role(document, last + 2)
    if sign.text == ",":
        return _role(document, last + 2) if closing is None or closing.lower in _CLOSES else ""
    if sign.lower == "som" and closing is not None and noun.lower in ("er", "e"):
        return _role(document, last + 3)
    return _told_by_is(document, last + 2) if sign.lower in ("er", "e") else ""


def _told_by_is(document: Document, at: int) -> str:
    noun = document.tokens[at]
    if noun.lower in document.vocabulary.classes["venner"] or noun.lower in _LOVED:
        return ""  # "Emma er venninne med Ida": which of them is the child is not told
    if noun.lower.endswith("s") and document.flags_of(noun.lower[:-1]) & Word.PARENT:
        return SOMEBODY  # "Per er mors samboer"
    return _role(document, at)


def _role(document: Document, at: int) -> str:
    """Return what somebody is by the word at `at`; "" when it is no role, or that of a child."""
    noun = document.tokens[at]
    lower = noun.lower.removesuffix("s") if not noun.flags else noun.lower
    if lower in _MOTHER or lower in _FATHER:
        return "[mor]" if lower in _MOTHER else "[far]"
    if lower in document.vocabulary.classes["venner"]:
        return SOMEBODY if lower in _NEIGHBOUR or _belongs_to_a_parent(document, at) else "[et annet barn]"
    flags = role_flags(document, noun)
    if flags & Word.KIN:
        return "" if is_many(document, noun) and "foreldr" not in lower else "[en i familien]"  # "tvillingene"
    is_a_job = flags & Word.OCCUPATION and not flags & (Word.FIRST | Word.SURNAME | Word.VERB)
    return "[en kollega]" if flags & Word.STAFF else SOMEBODY if is_a_job else ""


def _belongs_to_a_parent(document: Document, at: int) -> bool:
    """Tell whether the friend is a grown one's: "mors venninne", "mora si venninne"."""
    owner, second = document.before(at), document.before(at, 2)
    if owner is not None and owner.lower in ("si", "sin") and second is not None:
        owner = second
    return owner is not None and bool(document.flags_of(owner.lower.removesuffix("s")) & Word.PARENT)
