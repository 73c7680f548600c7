"""Knows a question that names nothing, «hva mente hun med det?»: whatever it is like, nothing answers it.

Must not know the articles, or what was shown before.
"""

from __future__ import annotations

from collections.abc import Iterable

_SMALL = frozenset({
    "hva", "hvem", "hvordan", "hvorfor", "når", "hvor", "hvilken", "hvilke", "jeg", "du", "han", "hun", "vi", "de",
    "dere", "det", "den", "dette", "denne", "disse", "meg", "deg", "ham", "henne", "oss", "dem", "hennes", "hans",
    "deres", "min", "mitt", "mine", "din", "ditt", "sin", "sitt", "seg", "selv", "er", "var", "blir", "ble", "har",
    "hadde", "kan", "kunne", "skal", "skulle", "vil", "ville", "må", "måtte", "får", "fikk", "bør", "burde", "gjør",
    "gjorde", "gjøre", "gjort", "sa", "si", "sier", "sagt", "mente", "mener", "mene", "tenkte", "tenker", "tenke",
    "trodde", "tror", "synes", "syntes", "svarte", "svarer", "svare", "spurte", "skjedde", "skjer", "skje", "visste",
    "vet", "vite", "betyr", "betydde", "ikke", "egentlig", "nå", "da", "så", "på", "i", "om", "til", "for", "med",
    "av", "og", "eller", "men", "at", "å", "som", "jo", "vel", "bare", "der", "her", "igjen", "etterpå", "sant",
    "riktig", "greit", "ok", "lov", "noe", "noen", "alt", "ja", "nei", "hjelpe", "hjelpa", "hjelp", "kom", "gikk",
    "går", "sett", "this", "that", "what", "did", "do", "she", "he", "they", "it", "mean", "say", "was", "is", "now",
    "should", "meinte", "meiner", "mein", "gjelder", "handler", "skjedd",
    "ka", "kva", "no", "nu",
    "tak", "snakke", "prate", "spørre", "talk",
    "mer", "nok", "først", "glemt", "glemte", "glemmer", "glemme", "mangler", "viktig", "viktigst", "ferdig", "galt",
    "huske", "husker", "husket", "unngå", "passe", "annet", "godt", "bra", "rett",
    "én", "to", "tre", "fire", "fem", "gang", "ganger", "siden", "lenge", "andre",
    "ene", "samme", "begge", "siste", "første", "motsatt", "likt", "ofte", "allerede", "fortsatt", "ennå",
})  # fmt: skip
"""Words, as search reads them, that name nothing by themselves."""
_WHO = frozenset({"elev", "elever", "barn", "barnet", "eleven", "gutt", "jente", "unge", "ungdom"})
_ONE = _WHO | frozenset({
    "en", "et", "ei", "det", "er", "gjelder", "handler", "om", "i", "på", "min", "mitt", "vår", "vårt", "klasse",
    "klassen", "skole", "skolen", "barnehage", "barnehagen", "avdelingen", "sfo", "bare",
})  # fmt: skip
"""All the words of «en elev», «det gjelder et barn i klassen»: somebody is named, and nothing told or asked."""


def names_nothing(words: Iterable[str]) -> bool:
    """Tell whether every word of a question could stand in any other one."""
    named = {*words}
    return _SMALL.issuperset(named) or (_ONE.issuperset(named) and not named.isdisjoint(_WHO))
