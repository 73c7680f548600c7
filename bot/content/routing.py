"""The named rule that picks the team: the municipality's own list, narrowed by age, place, theme, role and level.

Everything it needs is data in the profile; nothing here names a municipality or a team.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.team import Arena, Team

WORKS_IN: Mapping[str, tuple[Arena, ...]] = {
    "skole": ("skole", "videregaende"),
    "barnehage": ("barnehage",),
    "privat_barnehage": ("barnehage",),
    "sfo_fritid": ("skole", "fritid"),
}
"""Role → where it meets children, the nearest first; other roles meet them everywhere."""


def is_for(arenas: Sequence[Arena], role: str | None) -> bool:
    """Tell whether what is for these arenas is for somebody in this role; nobody is shut out whose role is unknown."""
    own = WORKS_IN.get(role or "", ())
    return not arenas or not own or not set(arenas).isdisjoint(own)


def teams_for(
    teams: Sequence[Team],
    age_band: str,
    arena: str | None,
    themes: Sequence[str] = (),
    *,
    purpose: str = "enkeltsak",
    role: str | None = None,
    step: int = 3,
) -> tuple[Team, ...]:
    """Return those of a municipality's teams that fit, the one to go to first in front.

    A team fits when it takes this kind of matter (`purpose`), the whole or a part of the age band, the arena, the
    theme and the role, and belongs to the level of Handlingsveilederen (`step`) or a lower one.
    """
    fitting = [team for team in teams if _fits(team, age_band, arena, themes, purpose, role, step)]
    return tuple(
        sorted(fitting, key=lambda team: (_comes_after(team, fitting), -_exactness(team, age_band), -team.step))
    )


def _fits(
    team: Team, age_band: str, arena: str | None, themes: Sequence[str], purpose: str, role: str | None, step: int
) -> bool:
    return (
        purpose in team.purpose
        and team.age.fits(age_band) != "no"
        and (not team.arenas or not arena or arena in team.arenas)
        and (not team.themes or bool(set(team.themes) & set(themes)))
        and (not team.roles or role in team.roles)
        and team.step <= step
    )


def _comes_after(team: Team, fitting: Sequence[Team]) -> int:
    """Count the fitting teams that the plan puts before this one."""
    return sum(team.id in other.route_before for other in fitting)


def _exactness(team: Team, age_band: str) -> int:
    """Prefer a team made for this theme, this arena and the whole age band."""
    return 4 * bool(team.themes) + 2 * bool(team.arenas) + (team.age.fits(age_band) == "yes")
