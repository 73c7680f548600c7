"""`python -m bot forget`: deletes everything kept about one person, found by their Entra object id."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.open_store import fail, opened_store, settings_for
from bot.clock import SystemClock
from bot.delivery.forgetting import Forgotten, forget_everything
from bot.domain.entra_id import GUID
from bot.domain.turn import Person

YES = frozenset({"ja", "j", "yes", "y"})
LEFT_IN_CHAT = (
    "Resten av chatten i Teams (det personen selv har skrevet, og svar som ikke hører til en sak) ligger der til "
    "personen eller Teams sletter den."
)
LEFT_IN_CASES = (
    "Har personen vært med i et team, står navnet i sakene hen har hatt der, til teksten i dem slettes. Det tar ikke "
    "denne kommandoen bort."
)


def forget(
    person: Annotated[str, typer.Argument(help="Objekt-id-en til personen i Entra.")],
    yes: Annotated[bool, typer.Option("--ja", help="Ikke spør først.")] = False,
    data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None,
) -> None:
    """Slett alt om én person: samtaler, påminnelser og hvem som har sendt inn sakene deres."""
    if not yes and not _is_sure():
        fail("Ingenting er slettet.")
    done = asyncio.run(_forget(person.strip(), data))
    if not done.things and not done.cases:
        fail(
            "Fant ingenting om denne id-en, så ingenting er slettet. Sjekk objekt-id-en til personen i Entra. "
            + LEFT_IN_CASES
        )
    print("Samtaler og påminnelser er slettet.")
    if done.cases:
        print(f"{done.cases} saker er ikke lenger knyttet til personen. Teksten i dem blir hos teamet.")
    if done.emptied:
        print(
            f"{done.emptied} meldinger med tekst fra sakene, i chatten til personen, tømmer boten når den kjører. Kan "
            "den ikke nå chatten på 7 dager, blir de stående."
        )
    if done.out_of_reach:
        print(f"{done.out_of_reach} av sakene kan ikke leses. Det som står om dem i chatten, kan boten ikke tømme.")
    if done.open_cases:
        print(f"{done.open_cases} av dem er åpne. Teamet får ikke svart innmelderen i boten lenger.")
    print(LEFT_IN_CHAT)
    print(LEFT_IN_CASES)


def _is_sure() -> bool:
    """Ask once; anything but a yes is a no."""
    print("Dette kan ikke gjøres om. Slette? Skriv ja eller nei: ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in YES


async def _forget(person_id: str, data: Path | None) -> Forgotten:
    if GUID.fullmatch(person_id):
        person_id = person_id.lower()  # as Teams writes it: what is kept is found by a hash of it
    async with opened_store(settings_for(data)) as store:
        return await forget_everything(store, SystemClock(), Person(person_id, ""))
