"""Reads where somebody works and as what, from what they type: «Stjørdal, skole», «jeg er helsesykepleier»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from bot.content.texts import Texts
from bot.domain.conversation import ROLES
from bot.domain.read_once import read_once
from dialogs.by_words import words_of
from dialogs.dialog import Around

SURE_ENOUGH, WHOLE = 82, 100
"""rapidfuzz score (0–100) from which a typed name of a municipality or role counts as meant."""
SHORT, OTHER = 3, "annet"
"""Names of so few letters, and the role that is called by an everyday word, are too like other words («navn», «Anne»)
to be meant by one that is only nearly spelt."""
FEW, LONGEST = 3, 9
"""So many words may name a place; so many where somebody works and as what: «hei, lærer på ungdomsskolen i Melhus»."""
_SEAM = re.compile(r"\s*(?:[,.;:–]|\bog\b|\bå\b|\bmen\b)\s*", re.IGNORECASE)
"""Between who one is and what one wants."""
LONGEST_OF_ONESELF = 200
"""Characters in which somebody says who they are before what they want. Each part of a message is read from its start,
so that of a long one only this is."""
CHANGING = ("change", "around_change")
"""Words of who wants it changed."""
TO = frozenset(["til", "te", "to"])
"""Before the place that somebody changes to."""
PRIVATE = "privat_barnehage"
GREETING = ("hello", "of_the_day")
"""Words around who one is that say nothing of it: a greeting, and how the day is."""
OF_ONESELF = ("around_working", "working", "new_job", "job", "oneself", "being", "beside_role", *GREETING)
"""Words of who one is, beside those of roles and places."""


@dataclass(frozen=True)
class Workplace:
    """What was said of it; what was not is None."""

    municipality: str | None = None
    role: str | None = None
    is_told: bool = False
    """Whether it is told as news: «jeg jobber i Melhus nå», «rolle NAV»."""
    is_new_job: bool = False
    """Whether the person says that they have another job."""
    is_change: bool = False
    """Whether it is asked to be changed: «bytt til Selbu»."""
    is_several: bool = False
    """Whether more than one role is named, of which one must be chosen."""

    def is_short(self, said: str) -> bool:
        """Tell whether so few words may be nothing but this."""
        return len(said.split()) <= (FEW if self.role is None else LONGEST)


def named(said: str, around: Around) -> Workplace:
    """Read «Stjørdal, skole», or the role by any of its words, «helsesykepleier», where it is asked for."""
    municipality = _closest(said, {around.knowledge.profiles[one].name: one for one in around.municipalities})
    said_as = _said_as(said, around)
    by_name = {around.text(f"names.role_{role}"): role for role in ROLES}
    return Workplace(municipality, _role_in(words_of(said_as), around) or _closest(said_as, by_name))


def is_alone(said: str, around: Around) -> bool:
    """Tell whether nothing is said but a municipality or a role, nearly spelt, and small words: «jeg jobber på skole i
    Melhus»."""
    text, words = around.text, words_of(_said_as(said, around))
    keys = [*OF_ONESELF]
    keys += CHANGING if not text.words("start.words_change").isdisjoint(words) else ()
    names = (*_places(around), *(text(f"names.role_{role}").casefold() for role in ROLES))
    known = text.words(*(f"start.words_{key}" for key in keys)).union(*_by_role(around).values())
    rest = [word for word in words if word not in known]
    parts = [part for name in names for part in words_of(name)]
    is_named = all(process.extractOne(word, parts, scorer=fuzz.ratio, score_cutoff=SURE_ENOUGH) for word in rest)
    return "?" not in said and is_named and not _is_visiting(words, around)


def told(said: str, around: Around) -> Workplace | None:
    """Read «jeg har byttet jobb, jeg jobber i Melhus nå», in nothing but words for that."""
    if "?" in said:
        return None
    words, text = words_of(said), around.text
    working, new, job, change = (text.words(f"start.words_{key}") for key in ("working", "new_job", "job", "change"))
    is_change = not change.isdisjoint(words) and _is_of_workplace(words, around)
    known = working | new | job | text.words("start.words_around_working")
    known |= text.words(*(f"start.words_{key}" for key in CHANGING)) if is_change else set()
    rest = [word for word in words if word not in known]
    places = _places(around)
    municipality = _only(_to(words, places) if is_change else [places[word] for word in rest if word in places])
    kind = " ".join(word for word in rest if word not in places)
    role = _roles_by_name(text).get(kind)
    if kind and role is None:
        return None
    is_new = not new.isdisjoint(words) and not job.isdisjoint(words)
    return Workplace(municipality, role, is_new or not working.isdisjoint(words), is_new, is_change)


def _is_of_workplace(words: Sequence[str], around: Around) -> bool:
    """Tell whether what is changed is where somebody works, by «til» or by its name: «bytte skole» may be the child's
    school, «sett i Melhus» where it was seen."""
    return not (TO | around.text.words("start.words_workplace")).isdisjoint(words)


def _to(words: Sequence[str], places: Mapping[str, str]) -> list[str]:
    """Return the place that is changed to, of «fra Melhus til Selbu»; all that are named where none stands behind
    «til»."""
    to = [places[two] for one, two in pairwise(words) if one in TO and two in places]
    return to or [places[word] for word in words if word in places]


@lru_cache(maxsize=4)
def _roles_by_name(texts: Texts) -> dict[str, str]:
    """Return each role by its name in small letters. The newest editions are remembered."""
    return {texts(f"names.role_{one}").casefold(): one for one in ROLES}


def in_passing(said: str, around: Around, *, is_new: bool = False) -> Workplace | None:
    """Read «jeg er helsesykepleier», «feil kommune, jeg jobber i selbu nå», in nothing but words for who one is; None
    when more is said, or less. Of several roles none is taken, and «assistent» is one of any. Whoever has not said it
    yet (`is_new`) may say no more than hello before it: «heisann, vikar i barnehagen i dag»; anybody «hei, helsesøster
    her»."""
    if "?" in said:
        return None
    text = around.text
    words = words_of(_said_as(said, around))
    oneself, being, beside = (text.words(f"start.words_{key}") for key in ("oneself", "being", "beside_role"))
    is_said = not (oneself.isdisjoint(words) or being.isdisjoint(words))
    calls = text.words("start.words_calling")
    is_hello = words[:1] != [] and words[0] in text.words("start.words_hello")
    is_said = is_said or (is_hello and (is_new or not calls.isdisjoint(words)))
    if not is_said or _is_visiting(words, around):
        return None
    small = text.words(*(f"start.words_{key}" for key in (*OF_ONESELF, "calling")))
    by_role, places = _by_role(around), _places(around)
    known = (small, places, *by_role.values())
    if not all(any(word in one for one in known) for word in words):
        return None
    municipality = _only([places[word] for word in words if word in places])
    telling = [role for role, own in by_role.items() if not (own - beside).isdisjoint(words)]
    if municipality is None and not telling and beside.isdisjoint(words):
        return None
    role = _role_in(words, around)
    is_new_job = not (
        text.words("start.words_new_job").isdisjoint(words) or text.words("start.words_job").isdisjoint(words)
    )
    return Workplace(municipality, role, is_new_job=is_new_job, is_several=role is None and len(telling) > 1)


def behind_who_one_is(said: str, around: Around) -> str:
    """Return what is said behind who one is, «jeg er styrer i en privat barnehage og vil drøfte et barn»; all of it
    where it does not begin so."""
    own = next((part for part in _begins(said) if in_passing(part, around, is_new=True) is not None), "")
    return _SEAM.sub("", said[len(own) :], count=1) if own else said


@read_once
def _begins(said: str) -> list[str]:
    """Return what stands before each seam."""
    return [said[: seam.start()] for seam in _SEAM.finditer(said, 0, LONGEST_OF_ONESELF)]


def _only(named: Sequence[str]) -> str | None:
    """Return the one that is named; of several, «i Selbu og i Tydal», one must be chosen."""
    return named[0] if len({*named}) == 1 else None


def _is_visiting(words: Sequence[str], around: Around) -> bool:
    """Tell «jeg er hos psykolog nå» from «jeg jobber hos NAV» and «jeg er vikar hos NAV»: nothing before «hos» says
    that it is work."""
    text = around.text
    at = min((words.index(one) for one in text.words("start.words_visiting") if one in words), default=None)
    if at is None or not text.words("start.words_working").isdisjoint(words):
        return False
    return (text.words("start.words_beside_role") - text.words("start.words_around_working")).isdisjoint(words[:at])


def _role_in(words: Sequence[str], around: Around) -> str | None:
    """Return the only role that is named; «assistent i barnehage» works in a kindergarten, «assistent» anywhere, and a
    private kindergarten is one of its own."""
    beside = around.text.words("start.words_beside_role")
    roles = [role for role, own in _by_role(around).items() if not (own - beside).isdisjoint(words)]
    if {*roles} == {PRIVATE, "barnehage"}:
        return PRIVATE
    return roles[0] if len(roles) == 1 and roles != [PRIVATE] else None


def _by_role(around: Around) -> dict[str, frozenset[str]]:
    keys = {role: f"commands.for_role_{role}" for role in ROLES}
    return {role: around.text.words(key) for role, key in keys.items() if key in around.text}


def _said_as(said: str, around: Around) -> str:
    """Return the words with those of several that are one role's put as one: «pedagogisk leder» leads no service. What
    has none of them is as it was said."""
    folded = as_one = " ".join(words_of(said))
    rows = (row.split(">") for row in around.text.listed("start.said_as"))
    for several, one in rows:
        as_one = as_one.replace(several.strip(), one.strip())
    return said if as_one == folded else as_one


def _places(around: Around) -> dict[str, str]:
    """Return each municipality by its name, and by its id, for a keyboard without «ø»: «stjordal»."""
    names = {around.knowledge.profiles[one].name.casefold(): one for one in around.municipalities}
    return {**{one: one for one in around.municipalities}, **names}


def _may_be_nearly(name: str, options: dict[str, str]) -> bool:
    return len(name) > SHORT and options[name] != OTHER


def _closest(said: str, names: dict[str, str]) -> str | None:
    """Return the id whose name stands in, or nearly in, what was said."""
    parts = [part.strip().lower() for part in said.replace(" og ", ",").replace(" i ", ",").split(",") if part.strip()]
    words = {*parts, *(word for part in parts for word in part.split())}
    options = {name.lower(): one for name, one in names.items()}
    matches = (process.extractOne(word, options.keys(), scorer=fuzz.ratio, score_cutoff=SURE_ENOUGH) for word in words)
    sure = (match for match in matches if match and (match[1] == WHOLE or _may_be_nearly(match[0], options)))
    best = max(sure, key=lambda match: (match[1], len(match[0])), default=None)
    return options[best[0]] if best else None
