"""Finds the teams, services and measures that fit a theme, an age and a place. Must not know how they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.content.profile import Measure, MunicipalityProfile, Service
from bot.content.routing import is_for, teams_for
from bot.content.team import Team
from bot.domain.case import AGE_BANDS

DANGER_THEMES = ("vold", "omsorg")
CONTROL_THEME = "sosial_kontroll"
MOST_TEAMS, MOST_SERVICES = 3, 5
"""More than this on one phone screen is not read."""


@dataclass(frozen=True)
class Wanted:
    """What the person looks for."""

    theme: str
    age: str = ""
    arena: str = ""
    role: str | None = None


@dataclass(frozen=True)
class Found:
    """What fits, the nearest first."""

    teams: Sequence[Team]
    services: Mapping[str, Service]
    measures: Mapping[str, Measure]
    by_age: bool = False
    """The teams are divided by age, and no age was told."""


def find(profile: MunicipalityProfile, wanted: Wanted) -> Found:
    """Return everything that fits in the municipality."""
    teams: list[Team] = []
    for purpose in ("enkeltsak", "raad", "koordinering"):
        themes = (wanted.theme,) if wanted.theme else ()
        fitting = teams_for(profile.teams, wanted.age, wanted.arena, themes, purpose=purpose, role=wanted.role)
        teams += [team for team in fitting if team not in teams]
    services = {
        key: service
        for key, service in profile.services.items()
        if _fits(service.themes, service, wanted) and (not service.roles or wanted.role in service.roles)
    }
    measures = {key: one for key, one in profile.measures.items() if _fits(one.themes, one, wanted)}
    return Found(
        tuple(teams[:MOST_TEAMS] if wanted.age else _widest(teams, wanted)),
        dict(list(services.items())[:MOST_SERVICES]),
        dict(sorted(measures.items(), key=lambda pair: pair[1].step)),
        not wanted.age and any(_bands(team) < len(AGE_BANDS) for team in teams),
    )


def _widest(teams: Sequence[Team], wanted: Wanted) -> list[Team]:
    """Return the teams for the most ages, in the order of the plan: whose age is not told is most likely for these."""
    likely = sorted(teams, key=lambda team: (not is_for(team.arenas, wanted.role), -_bands(team)))
    return [team for team in teams if team in likely[:MOST_TEAMS]]


def _bands(team: Team) -> int:
    return sum(team.age.fits(band) != "no" for band in AGE_BANDS)


def _fits(themes: Sequence[str], one: Service | Measure, wanted: Wanted) -> bool:
    arenas = one.arenas if isinstance(one, Service) else ()
    at_place = not arenas or not wanted.arena or wanted.arena in arenas
    return wanted.theme in themes and at_place and (not wanted.age or one.age.fits(wanted.age) != "no")
