"""Asks for what the anonymiser must know of each municipality: the names of its places, and how many children it has.

Must not know how the lists are used; a list that is missing makes the bot more careful, so it only warns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem, Severity
from bot.content.profile import MunicipalityProfile
from bot.content.yaml_file import YamlFile, read_yaml

LISTS = "anonymising"
POPULATION = f"{LISTS}/befolkning.yaml"
PLACES = ("skoler", "barnehager", "bygder", "veier", "foreninger", "hendelser")
"""What every municipality has; each list may be empty only when somebody has looked: `veier: []`."""
_FIELDS = ("navn", *PLACES, "ogsa_vanlige_ord", "source", "checked_on", "lest")
ARENAS = ("skole", "barnehage")


def check_places(knowledge: Path, profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    """Yield what is missing or wrong in the lists about each municipality that has a profile."""
    if not (knowledge / LISTS).is_dir():
        return
    for profile in profiles.values():
        yield from _places(knowledge, profile)
    yield from _population(knowledge, profiles)


def _places(knowledge: Path, profile: MunicipalityProfile) -> Iterator[Problem]:
    name = f"{LISTS}/steder/{profile.id}.yaml"
    if not (knowledge / name).exists():
        text = (
            f"Fila mangler, så boten finner ikke navn på skoler, bygder og lag i {profile.name}. "
            f"Lag den med navn, {', '.join(PLACES)}. Se en av de andre filene i mappa."
        )
        yield Problem(name, "", text, severity="advarsel")
        return
    file = _mapping(knowledge, name)
    if isinstance(file, Problem):
        yield file
    else:
        yield from _lists(file, profile)


def _lists(file: YamlFile, profile: MunicipalityProfile) -> Iterator[Problem]:
    if file.data.get("navn") != profile.name:
        text = f"Skriv navn: {profile.name}. Da blir ikke kommunen selv merket som et sted i saker derfra."
        yield _at(file, "navn", text)
    for field in set(file.data) - set(_FIELDS):
        yield _at(file, str(field), f"Feltet «{field}» finnes ikke.{did_you_mean(field, _FIELDS)}")
    for field in PLACES:
        if field not in file.data:
            text = f"Skriv {field} i {profile.name}. Er det ingen, skriv {field}: []."
            yield _at(file, field, text, "advarsel")
    for field in (*PLACES, "ogsa_vanlige_ord"):
        listed = file.data.get(field, [])
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            yield _at(file, field, "Her skal det stå en liste med navn, for eksempel [en, to].")
            continue
        for one in (one for one in listed if field in PLACES and one[:1].islower()):
            text = (
                f"«{one}» begynner med liten bokstav. Er det et vanlig ord, blir det markert i alle saker: "
                "Ta det bort. Er det et navn, skriver du det med stor bokstav."
            )
            yield _at(file, field, text, "advarsel")


def _population(knowledge: Path, profiles: Collection[str]) -> Iterator[Problem]:
    file = _mapping(knowledge, POPULATION)
    if isinstance(file, Problem):
        yield file
        return
    rows = file.data.get("municipalities")
    for one in profiles:
        where, row = f"municipalities.{one}", rows.get(one) if isinstance(rows, dict) else None
        if row is None:
            text = (
                f"Raden for {one} mangler, så risikomåleren regner med like få barn som i den minste "
                f"kommunen. Skriv {one}: {{born_per_year: …, units: {{skole: …, barnehage: …}}}}."
            )
            yield _at(file, where, text, "advarsel")
        elif not _is_row(row):
            text = "Skriv {born_per_year: …, units: {skole: …, barnehage: …}} med tall over null."
            yield _at(file, where, text)


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or not isinstance(row.get("units"), dict):
        return False
    numbers = [row.get("born_per_year"), *(row["units"].get(one) for one in ARENAS)]
    return all(isinstance(one, int | float) and one > 0 for one in numbers)


def _mapping(knowledge: Path, name: str) -> YamlFile | Problem:
    try:
        file = read_yaml(knowledge / name, name)
    except KnowledgeError as error:
        return error.problems[0]
    if isinstance(file.data, dict):
        return file
    return Problem(name, "", "Fila skal ha felt under hverandre. Sammenlign med en fil som virker.")


def _at(file: YamlFile, where: str, text: str, severity: Severity = "feil") -> Problem:
    path = tuple(where.split("."))
    return Problem(file.name, where, text, file.line_of(path) if path in file.lines else None, severity)
