"""Reads where somebody works and as what, from what they type: «Stjørdal, skole», «jeg er helsesykepleier»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.conversation import ROLES
from dialogs.by_words import words_of
from dialogs.dialog import Around

SURE_ENOUGH = 82
"""rapidfuzz score (0–100) from which a typed name of a municipality or role counts as meant."""
PRIVATE = "privat_barnehage"


@dataclass(frozen=True)
class Workplace:
    """What was said of it; what was not is None."""

    municipality: str | None = None
    role: str | None = None
    is_told: bool = False
    """Whether it is told as news: «jeg jobber i Melhus nå», «rolle NAV»."""
    is_new_job: bool = False
    """Whether the person says that they have another job."""


def named(said: str, around: Around) -> Workplace:
    """Read «Stjørdal, skole», where it is asked for."""
    municipality = _closest(said, {around.knowledge.profiles[one].name: one for one in around.municipalities})
    return Workplace(municipality, _closest(said, {around.text(f"names.role_{role}"): role for role in ROLES}))


def told(said: str, around: Around) -> Workplace | None:
    """Read «jeg har byttet jobb, jeg jobber i Melhus nå», in nothing but words for that."""
    if "?" in said:
        return None
    words, text = words_of(said), around.text
    working, new, job = (text.words(f"start.words_{key}") for key in ("working", "new_job", "job"))
    known = text.words(*(f"start.words_{key}" for key in ("working", "new_job", "job", "around_working")))
    rest = [word for word in words if word not in known]
    places = _places(around)
    municipality = next((places[word] for word in rest if word in places), None)
    kind = " ".join(word for word in rest if word not in places)
    role = {text(f"names.role_{one}").casefold(): one for one in ROLES}.get(kind)
    if kind and role is None:
        return None
    is_new = not new.isdisjoint(words) and not job.isdisjoint(words)
    return Workplace(municipality, role, is_new or not working.isdisjoint(words), is_new)


def in_passing(said: str, around: Around) -> Workplace | None:
    """Read «jeg er helsesykepleier», «feil kommune, jeg jobber i selbu nå», in nothing but words for who one is; None
    when more is said, or less. Of several roles none is taken."""
    words, text = words_of(said), around.text
    oneself, being = (text.words(f"start.words_{key}") for key in ("oneself", "being"))
    if "?" in said or oneself.isdisjoint(words) or being.isdisjoint(words):
        return None
    small = text.words("start.words_around_working", "start.words_beside_role", "start.words_working")
    small = small | text.words("start.words_new_job", "start.words_job") | being
    by_role = {role: text.words(f"commands.for_role_{role}") for role in ROLES if f"commands.for_role_{role}" in text}
    places, all_of_roles = _places(around), frozenset().union(*by_role.values())
    if not (small | all_of_roles).issuperset(set(words) - set(places)):
        return None
    municipality = next((places[word] for word in words if word in places), None)
    if municipality is None and all_of_roles.isdisjoint(words):
        return None
    return Workplace(municipality, _role_in(words, by_role, text.words("start.words_beside_role")))


def _role_in(words: Sequence[str], by_role: dict[str, frozenset[str]], beside: frozenset[str]) -> str | None:
    """Return the only role that is named; «assistent i barnehage» works in a kindergarten, and a private one is one of
    its own."""
    named = [role for role, own in by_role.items() if not own.isdisjoint(words)]
    telling = [role for role in named if not (by_role[role] & {*words}) <= beside]
    roles = telling or named
    if {*roles} == {PRIVATE, "barnehage"}:
        return PRIVATE
    return roles[0] if len(roles) == 1 and roles != [PRIVATE] else None


def _places(around: Around) -> dict[str, str]:
    return {around.knowledge.profiles[one].name.casefold(): one for one in around.municipalities}


def _closest(said: str, names: dict[str, str]) -> str | None:
    """Return the id whose name stands in, or nearly in, what was said."""
    parts = [part.strip().lower() for part in said.replace(" og ", ",").replace(" i ", ",").split(",") if part.strip()]
    words = {*parts, *(word for part in parts for word in part.split())}
    options = {name.lower(): one for name, one in names.items()}
    matches = (process.extractOne(word, options.keys(), scorer=fuzz.ratio, score_cutoff=SURE_ENOUGH) for word in words)
    best = max((match for match in matches if match), key=lambda match: (match[1], len(match[0])), default=None)
    return options[best[0]] if best else None
