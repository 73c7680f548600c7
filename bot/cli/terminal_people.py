"""The people one can be in the terminal chat, and where they sit. All of them are invented."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.turn import Person, Place, PlaceKind

CHANNEL = Place(PlaceKind.CHANNEL, "terminal:kanal", {"terminal": "kanal"}, "terminal:lag", "terminal:kanal")
CHANNEL_NAME = "Kanalen"


@dataclass(frozen=True)
class Role:
    """Somebody one can act as."""

    who: str
    """What is typed after @."""
    person: Person
    in_channel: bool = False
    """Sees the team's channel."""
    member: bool = False
    """Is on the channel's roster."""

    @property
    def chat(self) -> Place:
        """Return the 1:1 chat with the bot."""
        return Place(PlaceKind.PERSONAL, f"terminal:{self.who}", {"terminal": self.who})


def _role(who: str, name: str, *, in_channel: bool = False, member: bool = False) -> Role:
    return Role(who, Person(f"terminal-{who}", name), in_channel, member)


PEOPLE = {
    role.who: role
    for role in (
        _role("ansatt", "Kari Prøve"),
        _role("ansatt2", "Nils Prøve"),
        _role("team", "Ole Prøve", in_channel=True, member=True),
        _role("team2", "Siri Prøve", in_channel=True, member=True),
        _role("utenfor", "Uvedkommende Prøve", in_channel=True),
        _role("redaktor", "Rita Prøve"),
        _role("leder", "Lena Prøve"),
        _role("admin", "Alf Prøve"),
    )
}
FIRST = "ansatt"


def who_is(person_id: str) -> str:
    """Return what is typed after @ for the person."""
    return person_id.removeprefix("terminal-")
