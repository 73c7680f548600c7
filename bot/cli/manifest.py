"""`python -m bot manifest`: builds the Teams app package and says what is wrong or missing. Needs no network."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings
from bot.teams.manifest import AppValues, ManifestProblem, build_package

NAMES = {
    "app_id": "app-id-en fra Azure (--app-id eller VEILEDEREN_APP_ID)",
    "developer": "navnet på kommunen (--developer)",
    "website": "nettstedet (--website)",
    "privacy": "personvernerklæringen (--privacy)",
    "terms": "vilkårene (--terms)",
}


def manifest(  # noqa: PLR0913, PLR0917  (each option of the command is one)
    app_id: Annotated[str, typer.Option(help="App-id-en til boten i Azure.")] = "",
    developer: Annotated[str, typer.Option(help="Hvem som står bak, for eksempel kommunen.")] = "",
    website: Annotated[str, typer.Option(help="Nettsted, med https.")] = "",
    privacy: Annotated[str, typer.Option(help="Personvernerklæring, med https.")] = "",
    terms: Annotated[str, typer.Option(help="Vilkår, med https.")] = "",
    version: Annotated[str, typer.Option(help="Øk den ved hver endring, for eksempel 1.0.1.")] = "",
    folder: Annotated[Path, typer.Option(help="Mappa med malen og ikonene.")] = Path("manifest"),
    out: Annotated[Path, typer.Option(help="Hvor pakka skal ligge.")] = Path("build/veilederen-teams.zip"),
    strict: Annotated[bool, typer.Option(help="Stopp når noe må fylles ut av kommunen.")] = False,
) -> None:
    """Lag app-pakka for Teams og sjekk den mot Microsofts eget skjema, uten nett."""
    of_the_bot = Settings().app_id
    if app_id and of_the_bot and app_id.lower() != of_the_bot:
        print("--app-id er en annen enn VEILEDEREN_APP_ID: appen vil snakke med en annen bot.", file=sys.stderr)
    given = {
        "app_id": app_id or of_the_bot,
        "developer": developer,
        "website": website,
        "privacy": privacy,
        "terms": terms,
        "version": version,
    }
    values = replace(AppValues(), **{name: value for name, value in given.items() if value})
    missing = values.missing()
    for name in missing:
        print(f"Må fylles ut av kommunen: {NAMES[name]}.", file=sys.stderr)
    if missing and strict:
        raise SystemExit(1)
    try:
        package = build_package(folder, values, out)
    except ManifestProblem as error:
        print("Pakka er ikke laget:", *error.problems, sep="\n  ", file=sys.stderr)
        raise SystemExit(1) from None
    kind = "Prøvepakke" if missing else "App-pakke"
    print(f"{kind} for Teams: {package} (godkjent mot Microsofts skjema, versjon {values.version})")
