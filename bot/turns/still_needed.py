"""What no change to the knowledge may take away, for something outside it goes on with it: municipalities that the
settings serve, and teams that have a channel.

Must not know how a change is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.content.problem import Problem
from bot.content.profile import MunicipalityProfile
from bot.content.team import Team
from bot.content.versions import Files
from bot.domain.ports import Store

Profiles = Mapping[str, MunicipalityProfile]


def municipalities_gone(before: Files, after: Files, served: Sequence[str]) -> Iterator[Problem]:
    """Yield each municipality that the settings serve and that would have no profile any more."""
    for one in served:
        path = f"kommuner/{one}.yaml"
        if path in before and path not in after:
            text = (
                f"Kommunen «{one}» er i bruk, så profilen kan ikke tas bort. Be den som drifter boten ta «{one}» ut av "
                "VEILEDEREN_MUNICIPALITIES først."
            )
            yield Problem(path, "", text)


async def teams_gone(before: Profiles, after: Profiles, store: Store) -> tuple[Problem, ...]:
    """Return each team that has a channel for cases and would not take them there any more."""
    async with store.unit_of_work() as uow:
        keys = [link.team for link in await uow.channels.all()]
    had = {key: team for key in keys if (team := _team(key, before)) is not None and team.takes_in_channel}
    has = {key: team for key in keys if (team := _team(key, after)) is not None and team.takes_in_channel}
    return tuple(
        Problem(
            f"kommuner/{key.partition('/')[0]}.yaml",
            "teams",
            f"«{team.name}» er koblet til en kanal i Teams, men tar ikke imot saker der lenger. Åpne saker blir "
            "liggende i kanalen. Skriv «koble fra» i kanalen først, eller la teamet stå som før.",
        )
        for key, team in had.items()
        if key not in has
    )


def _team(key: str, profiles: Profiles) -> Team | None:
    municipality, _, team_id = key.partition("/")
    profile = profiles.get(municipality)
    return profile.team(team_id) if profile else None
