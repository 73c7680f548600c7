"""Roles in the settings that nobody gets: an id that is none, a municipality or a team that does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.content.profile import MunicipalityProfile
from bot.domain.entra_id import GUID
from bot.settings import SHAPES, Settings


def roles_for_nobody(settings: Settings, profiles: Mapping[str, MunicipalityProfile]) -> Iterator[str]:
    """Yield in words what is wrong with each role that will not be given to anybody. On a laptop any id will do."""
    for name, entries in _listed(settings):
        for number, entry in enumerate(entries, start=1):
            who, _, place = entry.removeprefix("group:").partition(":")
            what = f"VEILEDEREN_{name}, nr. {number}:"
            if not settings.development and not GUID.fullmatch(who):
                yield (
                    f"{what} «{who}» er ikke en id i Entra, så ingen får rollen. Bruk objekt-id-en til personen eller "
                    f"gruppa: {SHAPES[GUID]}."
                )
            if why := _wrong_place(name, place, profiles) if profiles else "":
                yield f"{what} {why}"


def _listed(settings: Settings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("ADMINS", settings.admins), ("EDITORS", settings.editors), ("LEADERS", settings.leaders)


def _wrong_place(role: str, place: str, profiles: Mapping[str, MunicipalityProfile]) -> str:
    if not place:
        return ""
    if role == "ADMINS":
        return f"en administrator har hele boten. Ta bort «:{place}»."
    municipality, _, team = place.partition("/")
    profile = profiles.get(municipality)
    if profile is None:
        return f"kommunen «{municipality}» finnes ikke, så ingen får rollen. Velg blant {', '.join(sorted(profiles))}."
    if role == "EDITORS":
        return "en redaktør har hele kommunen. Skriv id:kommune." if team else ""
    known = [one.id for one in profile.teams]
    if not team or team in known:  # without a team: the figures of the municipality
        return ""
    return f"{profile.name} har ikke teamet «{team}», så ingen får rollen. Velg blant {', '.join(known)}."
