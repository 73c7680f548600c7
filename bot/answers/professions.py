"""Whose rules are asked about: the asker's own profession, or another one. Must not know how articles are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from bot.answers.telling import SECRECY, is_about_telling_or_rules

ARTICLES: Mapping[str, tuple[str, ...]] = {
    "skole": ("yrke-skole",),
    "barnehage": ("yrke-barnehage",),
    "privat_barnehage": ("yrke-barnehage",),
    "helse": ("yrke-helsepersonell", "yrke-helsesykepleier", "yrke-fastlege", "yrke-psykolog"),
    "ppt": ("yrke-ppt",),
    "nav": ("yrke-nav",),
    "barnevern": ("yrke-barnevern",),
    "sfo_fritid": ("yrke-sfo-fritid",),
    "flyktning": ("yrke-flyktningetjenesten",),
}
"""Role → the articles about its profession; the first is for everyone with that role."""

ALL_ARTICLES = frozenset(slug for slugs in ARTICLES.values() for slug in slugs)

OF_WORK = ALL_ARTICLES | {"meldeplikt-hvem", "taushetsplikt-vikar-student"}
"""Articles that are found by where somebody works and as what: said before what is told of a child, «jeg jobber i NAV,
og en bruker …», that asks for none of them."""

SECRECY_IN_GENERAL = "taushetsplikt-hva"
"""The article about what every profession is bound by."""

HEALTH_ONLY = frozenset({"opplysningsrett-helsepersonell"})
"""Articles about rules that only health personnel have, beside those about their profession."""

ONESELF = frozenset(["meg", "jeg", "min", "mitt", "mine", "oss", "vi", "vår", "vårt", "våre", "selv"])
"""Words, as search reads them, of someone who asks about themselves."""

_CONCEPTS: Mapping[str, frozenset[str]] = {
    "skole": frozenset({"skole"}),
    "barnehage": frozenset({"barnehage"}),
    "privat_barnehage": frozenset({"barnehage"}),
    "helse": frozenset({"helse", "psykolog"}),
    "ppt": frozenset({"ppt"}),
    "nav": frozenset({"nav"}),
    "barnevern": frozenset({"barnevern"}),
    "sfo_fritid": frozenset({"fritid", "skole"}),
    "flyktning": frozenset({"flyktning"}),
}
"""Role → the concepts (`words/begreper.yaml`) that name its own field."""

_MISHEARD = frozenset({"okonomi"})
"""«Hvilke regler gjelder for meg» sounds like debt, «gjeld»."""
_FIELDS = frozenset(concept for concepts in _CONCEPTS.values() for concept in concepts)


Whose = Literal["own_rules", "own", "any"]


def whose_rules(role: str | None, words: Iterable[str], concepts: Iterable[str]) -> Whose:
    """Tell whether someone with this role asks about their own profession.

    `own`: about what they may tell or which rules they have, naming no other field. `own_rules`: the same, and about
    secrecy and nothing else.
    """
    words, concepts = set(words), set(concepts)
    if role is None or role not in ARTICLES or ONESELF.isdisjoint(words):
        return "any"
    beside = concepts - _CONCEPTS[role]
    if beside & _FIELDS or not is_about_telling_or_rules(words, beside):
        return "any"
    return "own_rules" if beside - _MISHEARD == {SECRECY} else "own"


def binds_others(slug: str, role: str | None) -> bool:
    """Tell whether an article is about rules that bind another profession than the asker's; never if it is unknown."""
    if role is None or role not in ARTICLES:
        return False
    return slug in ALL_ARTICLES - set(ARTICLES[role]) or (slug in HEALTH_ONLY and role != "helse")
