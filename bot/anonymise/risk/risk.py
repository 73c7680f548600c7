"""Estimates how many persons all the traits of a text may fit, against Helsedirektoratet's yardstick of four or five.

Deliberately cautious: it multiplies shares of a population and never says that a text is anonymous.
"""

from collections.abc import Sequence

from bot.anonymise.finding import POSSIBLE_NAME, Finding, Level, Risk
from bot.anonymise.risk.population import Population

ENOUGH_PERSONS = 5.0
SAFE_PERSONS = 15.0
_DEFAULT_BAND = 18.0
_EACH_COUNTS = frozenset(["opprinnelse", "yrke", "arbeidsgiver", "forening", "hendelse", "diagnose", "eneste"])
"""Traits of which two narrow more than one: two lands, two jobs. A grade said in two ways does not."""
_ADVICE = {
    "sted": "Skriv bare kommunen, ikke stedet.",
    "skole": "Skriv «skolen» uten navn.",
    "barnehage": "Skriv «barnehagen» uten navn.",
    "avdeling": "Ta bort navnet på avdelingen.",
    "dato": "Skriv «i høst» eller «for noen uker siden» i stedet for datoen.",
    "alder": "Bruk aldersgruppen i stedet for nøyaktig alder.",
    "trinn": "Skriv «småtrinnet», «mellomtrinnet» eller «ungdomstrinnet».",
    "klasse": "Ta bort klassen.",
    "yrke": "Skriv «forelderen» uten yrke.",
    "arbeidsgiver": "Ta bort arbeidsplassen til forelderen.",
    "opprinnelse": "Skriv «et annet språk» eller ta bort landet.",
    "diagnose": "Skriv «en sjelden diagnose» eller bare hva barnet trenger.",
    "sosken": "Skriv «søsken» uten antall.",
    "forening": "Skriv «en fritidsaktivitet».",
    "hendelse": "Skriv «en alvorlig hendelse» uten sted og tid.",
    "eneste": "Ta bort at barnet er det eneste.",
}


def risk_of(
    findings: Sequence[Finding],
    population: Population,
    *,
    municipality: str | None,
    age_band: str | None,
    arena: str | None,
    themes: Sequence[str] = (),
    told_before: Sequence[str] = (),
) -> Risk:
    """Return the estimate of `findings`, each trait given once.

    Direct identifiers give one person, an unknown municipality the smallest one.

    `told_before` are the types of traits the same readers know from an earlier case the sender linked to this one.
    """
    direct = [f for f in findings if f.cls == "direct"]
    if direct:
        return Risk(
            1.0,
            "hoy",
            "Teksten har noe som peker rett på en person.",
            direct[0],
            "Ta bort eller bytt ut det som er merket.",
        )
    persons = _start(population, municipality, age_band) * population.arenas.get(arena or "", 1.0)
    for theme in dict.fromkeys(themes):
        persons *= population.themes.get(theme, population.themes["annet"])
    worst: Finding | None = None
    lowest = 1.0
    here = _first_of_each(findings)
    for kind in dict.fromkeys(told_before):
        persons *= 1.0 if kind in here or kind == POSSIBLE_NAME else _share(population, kind, municipality)
    for kind, finding in here.items():
        share = _share(population, kind, municipality)
        persons *= share ** (sum(f.type == kind for f in findings) if kind in _EACH_COUNTS else 1)
        if share < lowest:
            lowest, worst = share, finding
    return _in_words(max(persons, 0.1), worst)


def _start(population: Population, municipality: str | None, age_band: str | None) -> float:
    born = population.per_year.get(municipality or "", min(population.per_year.values()))
    return born * population.bands.get(age_band or "", _DEFAULT_BAND)


def _first_of_each(findings: Sequence[Finding]) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for finding in findings:
        if finding.type != POSSIBLE_NAME:
            found.setdefault(finding.type, finding)
    return found


def _share(population: Population, kind: str, municipality: str | None) -> float:
    if kind in ("skole", "barnehage"):
        units = population.units.get(municipality or "", {})
        return 1.0 / max(units.get(kind, 1.0), 1.0)
    return population.shares.get(kind, population.shares["annet"])


def _advice(persons: float, worst: Finding | None) -> str:
    """Return what to do with the trait that narrows most, or what to think of when the form's own fields are enough."""
    if worst is not None:
        return _ADVICE.get(worst.type, "Gjør det grovere.")
    if persons < ENOUGH_PERSONS:
        return (
            "Kommunen, aldersgruppen og temaet er alene nok til å peke på få barn. "
            "Velg færre temaer, eller be om samtykke."
        )
    return "Spør deg selv: Kunne teksten passet på fire–fem barn eller flere?"


def _in_words(persons: float, worst: Finding | None) -> Risk:
    number = "1 person" if persons < 1.5 else f"{round(persons)} personer"
    advice = _advice(persons, worst)
    if persons < ENOUGH_PERSONS:
        level: Level = "hoy"
        return Risk(persons, level, f"Kan passe på omtrent {number}: for få.", worst, advice)
    if persons < SAFE_PERSONS:
        return Risk(persons, "middels", f"Kan passe på omtrent {number}: på grensen i en liten kommune.", worst, advice)
    rounded = 10 * round(persons / 10) if persons < 100 else 50 * round(persons / 50)
    return Risk(persons, "lav", f"Kan passe på omtrent {rounded} personer eller flere.", worst, advice)
