"""`python -m bot run` (make run): the bot on a laptop with SQLite, and the Agents Playground where Node is present."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from bot.main import serve
from bot.settings import Settings
from bot.teams.teams_settings import PLAYGROUND_PORT
from bot.turns.log import quiet_logs

PLAYGROUND = Path("playground")
ENDPOINT = "http://127.0.0.1:{port}/api/messages"


def run(
    data: Annotated[Path, typer.Option(help="Mappe for database og nøkkel.")] = Path(".data/run"),
    port: Annotated[int, typer.Option(help="Porten boten lytter på (bare denne maskinen).")] = 3978,
) -> None:
    """Start boten på denne maskinen, med Agents Playground hvis Node finnes."""
    quiet_logs()
    settings = Settings(development=True, data=data, port=port, playground_ports=(str(PLAYGROUND_PORT),))
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(settings))


async def _run(settings: Settings) -> None:
    for port in (settings.port, PLAYGROUND_PORT):
        if _is_taken(port):
            print(f"Port {port} er i bruk. Stopp det som bruker den, eller velg en annen: make run eller --port.")
            raise SystemExit(1)
    playground = await _start_playground(settings)
    try:
        await serve(settings)
    finally:
        if playground is not None:
            with suppress(ProcessLookupError):
                playground.terminate()
            await playground.wait()


async def _start_playground(settings: Settings) -> asyncio.subprocess.Process | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        print("Node finnes ikke her, så Agents Playground starter ikke. Snakk med boten i terminalen: make chat")
        return None
    program = (PLAYGROUND / "node_modules/.bin/agentsplayground").absolute()
    if not program.exists():
        print("Henter Agents Playground (én gang) ...", flush=True)
        install = await asyncio.create_subprocess_exec(
            npm, "ci", "--no-audit", "--no-fund", "--silent", cwd=PLAYGROUND, stdout=sys.stderr
        )
        if await install.wait() != 0:
            print("Agents Playground kunne ikke hentes. Snakk med boten i terminalen: make chat")
            return None
    folder = settings.data / "playground"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PLAYGROUND / "m365agentsplayground.yml", folder / ".m365agentsplayground.yml")
    endpoint = ENDPOINT.format(port=settings.port)
    arguments = ("start", "-e", endpoint, "-c", "msteams", "-p", str(PLAYGROUND_PORT), "--dt")
    print(f"Åpne http://127.0.0.1:{PLAYGROUND_PORT} i nettleseren. Skriv «hei». Avslutt med Ctrl-C.", flush=True)
    print("I kanalen «Saker» skriver du «@Veilederen koble til» og velger team før du sender en sak.", flush=True)
    return await asyncio.create_subprocess_exec(
        str(program), *arguments, cwd=folder, env={**os.environ}, stdout=asyncio.subprocess.DEVNULL
    )


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
