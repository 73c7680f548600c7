"""Decides for all names of a text together what is written instead: who is the child, who is another child, who is
somebody else. Knows roles and places, no names.
"""

from collections.abc import Sequence

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import base_of
from bot.anonymise.replacing.name_bearer import is_many
from bot.anonymise.replacing.name_child import children_among
from bot.anonymise.replacing.name_kin import CHILD, given_name, in_role, told_roles
from bot.anonymise.replacing.name_peers import act_as_peers
from bot.anonymise.replacing.name_place import PERSON, SOMEBODY
from bot.anonymise.replacing.name_role import replacement_for
from bot.anonymise.words.small_words import LIST_TIES
from bot.anonymise.words.word_classes import Word

_SOMEBODYS = PERSON[SOMEBODY]
Span = tuple[int, int]


def replacements_of(document: Document, spans: Sequence[Span]) -> list[str]:
    """Return what to write instead of each name: "" where a role before says it, else a role in brackets."""
    if not spans:
        return []
    names = names_apart(document, spans)
    roles = told_roles(document, spans, names)
    said = [replacement_for(document, *span) for span in spans]
    said = _in_rows(document, spans, names, said, roles)
    said = [in_role(one, name, roles) for one, name in zip(said, names, strict=True)]
    children = children_among(document, spans, names, roles)
    said = [_as_a_child(one) if name in children else one for one, name in zip(said, names, strict=True)]
    main = _first_who_acts(document, spans, names, children, roles) or _main_name(said, names, children)
    return [
        one
        if one not in CHILD or (main and main in _names_in(document, span, name))
        else _another(one, name in children)
        for one, name, span in zip(said, names, spans, strict=True)
    ]


def as_somebody(replacement: str) -> str:
    """Return "[en person]" instead of "[barnet]": what only may be a name is nobody's role."""
    return {"[barnet]": SOMEBODY, "[barnets]": _SOMEBODYS}.get(replacement, replacement)


def _as_a_child(replacement: str) -> str:
    return {SOMEBODY: "[barnet]", _SOMEBODYS: "[barnets]"}.get(replacement, replacement)


def _another(replacement: str, is_a_child: bool) -> str:
    return CHILD[replacement] if is_a_child else as_somebody(replacement)


def _in_rows(
    document: Document, spans: Sequence[Span], names: Sequence[str], said: Sequence[str], roles: dict[str, str]
) -> list[str]:
    """Let a name tied to the one before share its role: "lærerne Anne og Bjørn", "til stede: Anne, Bjørn og Geir"."""
    shared = list(said)
    headed = False
    for place, (first, _) in enumerate(spans):
        if place and _is_tied(document, spans[place - 1], spans[place]):
            before = shared[place - 1]
            if headed and before == "" and (shared[place] in CHILD or shared[place] in PERSON):
                shared[place] = ""
                name, other = names[place], names[place - 1]
                if other in roles:
                    roles.setdefault(name, roles[other])
            elif before in PERSON and shared[place] in CHILD:
                shared[place] = SOMEBODY if shared[place] == "[barnet]" else _SOMEBODYS
            continue
        at = first - 2 if first > 1 and document.tokens[first - 1].text == "," else first - 1
        headed = at >= 0 and is_many(document, document.tokens[at])
    return shared


def _is_tied(document: Document, left: Span, right: Span) -> bool:
    """Tell whether only "og" or a comma stands between the two names."""
    between = document.tokens[left[1] + 1 : right[0]]
    return len(between) == 1 and between[0].lower in LIST_TIES


def names_apart(document: Document, spans: Sequence[Span]) -> list[str]:
    """Return the given name of each span, with the letter after it when two have the same: "ida m", "ida k"."""
    given = [given_name(document, first).removesuffix("'s").removesuffix("’s") for first, _ in spans]
    elsewhere = {name for name, (_, last) in zip(given, spans, strict=True) if not _has_a_parent(document, last)}
    given = [
        name[:-1] if name[-1:] == "s" and name[:-1] in elsewhere and name not in elsewhere else name for name in given
    ]
    letters = [document.tokens[first + 1].lower[:1] if last > first else "" for first, last in spans]
    second: dict[str, set[str]] = {}
    for name, letter in zip(given, letters, strict=True):
        second.setdefault(name, set()).add(letter)
    return [
        f"{name} {letter}" if letter and len(second[name] - {""}) > 1 else name
        for name, letter in zip(given, letters, strict=True)
    ]


def _has_a_parent(document: Document, last: int) -> bool:
    """Tell whether "far" follows, so that "Sanders" beside "Sander" may be the same child."""
    noun = document.after(last)
    return noun is not None and bool(noun.flags & Word.PARENT)


def _names_in(document: Document, span: Span, name: str) -> set[str]:
    return {name, *(base_of(document, document.tokens[at].lower)[0] for at in range(span[0] + 1, span[1] + 1))}


def _first_who_acts(
    document: Document, spans: Sequence[Span], names: Sequence[str], children: set[str], roles: dict[str, str]
) -> str:
    """Return the child that is named first when the text tells what it does to another one, whose parents complain."""
    first = next((name for name in names if name in children), "")
    return first if first in act_as_peers(document, spans, names, children, roles) else ""


def _main_name(said: Sequence[str], names: Sequence[str], children: set[str]) -> str:
    """Return the name that is "barnet": of those told of as children, the first that is used most."""
    counts: dict[str, int] = {}
    for replacement, name in zip(said, names, strict=True):
        if replacement in CHILD and name in children:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""
