"""Decides for all names of a text together what is written instead: who is the child, who is another child, who is
somebody else. Knows roles and places, no names.
"""

from collections.abc import Sequence

from bot.anonymise.document import Document
from bot.anonymise.name_bearer import TIES, is_many
from bot.anonymise.name_kin import CHILD, given_name, in_role, told_roles
from bot.anonymise.name_place import PERSON, SOMEBODY
from bot.anonymise.name_role import replacement_for
from bot.anonymise.name_search import base_of
from bot.anonymise.word_lists import words

_CHILDS_PLAY = words(
    "slår slo slåss sloss slått biter beit bet bitt dytter dyttet dytta sparker sparket sparka klorer klorte "
    "klort lugger lugget lugga erter ertet erta mobber mobbet mobba plager plaget plaga leker lekte leke lekt "
    "leika leikar krangler kranglet krangla gråter gråt grin griner hyler hylte skriker skrek klyper kleip "
    "spytter slæss slæ gret græt"
)
_AT_OR_WITH = words("med på mot til av etter mæ åt te")
_IN_A_CLASS = words("klassen klasse trinn trinnet avdelingen avdelinga skolen barnehagen")
_SOMEBODYS = PERSON[SOMEBODY]
Span = tuple[int, int]


def replacements_of(document: Document, spans: Sequence[Span]) -> list[str]:
    """Return what to write instead of each name: "" where a role before says it, else a role in brackets."""
    if not spans:
        return []
    names = [given_name(document, first) for first, _ in spans]
    roles = told_roles(document, spans)
    said = [replacement_for(document, *span) for span in spans]
    if len(spans) == 1:
        return [in_role(said[0], names[0], roles)]
    said = _in_rows(document, spans, said, roles)
    said = [in_role(one, name, roles) for one, name in zip(said, names, strict=True)]
    children = {name for one, name in zip(said, names, strict=True) if one in CHILD}
    said = [_as_a_child(one) if name in children else one for one, name in zip(said, names, strict=True)]
    main = _main_name(said, names)
    others = _other_children(document, spans, said, names, main)
    return [
        one if one not in CHILD or not main or main in _names_in(document, span) else _another(one, name in others)
        for one, name, span in zip(said, names, spans, strict=True)
    ]


def as_somebody(replacement: str) -> str:
    """Return "[en person]" instead of "[barnet]": what only may be a name is nobody's role."""
    return {"[barnet]": SOMEBODY, "[barnets]": _SOMEBODYS}.get(replacement, replacement)


def _as_a_child(replacement: str) -> str:
    return {SOMEBODY: "[barnet]", _SOMEBODYS: "[barnets]"}.get(replacement, replacement)


def _another(replacement: str, is_a_child: bool) -> str:
    return CHILD[replacement] if is_a_child else as_somebody(replacement)


def _in_rows(document: Document, spans: Sequence[Span], said: Sequence[str], roles: dict[str, str]) -> list[str]:
    """Let a name tied to the one before share its role: "lærerne Anne og Bjørn", "til stede: Anne, Bjørn og Geir"."""
    shared = list(said)
    headed = False
    for place, (first, _) in enumerate(spans):
        if place and _is_tied(document, spans[place - 1], spans[place]):
            before = shared[place - 1]
            if headed and before == "" and (shared[place] in CHILD or shared[place] in PERSON):
                shared[place] = ""
                name, other = (given_name(document, spans[one][0]) for one in (place, place - 1))
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
    return len(between) == 1 and between[0].lower in TIES


def _other_children(
    document: Document, spans: Sequence[Span], said: Sequence[str], names: Sequence[str], main: str
) -> set[str]:
    """Return the names that stand as children do: in a row with the child, or beside what children do to each other."""
    found = {main} if main else set()
    for place, (first, last) in enumerate(spans):
        if said[place] in CHILD and _plays(document, first, last):
            found.add(names[place])
    places = range(1, len(spans))
    for place in (*places, *reversed(places)):
        if said[place] in CHILD and said[place - 1] in CHILD and _is_tied(document, spans[place - 1], spans[place]):
            pair = {names[place], names[place - 1]}
            found |= pair if found & pair else set()
    return found


def _plays(document: Document, first: int, last: int) -> bool:
    """Tell whether "slår", "leker med" or "i klassen" stands beside the name, or an age in brackets."""
    before, second = document.before(first), document.before(first, 2)
    after, further = document.after(last), document.after(last, 2)
    if before is not None and (
        before.lower in _CHILDS_PLAY
        or (second is not None and before.lower in _AT_OR_WITH and second.lower in (*_CHILDS_PLAY, "sammen", "venner"))
    ):
        return True
    if after is None or further is None:
        return after is not None and after.lower in _CHILDS_PLAY
    is_aged = after.text == "(" and further.text[0].isdigit()
    return after.lower in _CHILDS_PLAY or is_aged or (after.lower in ("i", "på") and further.lower in _IN_A_CLASS)


def _names_in(document: Document, span: Span) -> set[str]:
    return {base_of(document, document.tokens[at].lower)[0] for at in range(span[0], span[1] + 1)}


def _main_name(said: Sequence[str], names: Sequence[str]) -> str:
    """Return the name that is "barnet": the first given name that no role word explains and that is used most."""
    counts: dict[str, int] = {}
    for replacement, name in zip(said, names, strict=True):
        if replacement in CHILD:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""
